import type { Limits } from '../limits.ts';
import { FileRefused } from '../refused.ts';
import { partBytes, type ZipParts } from './unzip.ts';
import { attribute, scanPart } from './xml.ts';

/** How the numbers of a cell style are shown, as far as it changes what they mean. */
export type StyleKind = 'number' | 'percent' | 'date' | 'time';

const BUILTIN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const BUILTIN_TIMES = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47]);

/** What a number format makes of a number. */
export function formatKind(id: number, code: string | undefined): StyleKind {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent';
    return BUILTIN_DATES.has(id) ? 'date' : BUILTIN_TIMES.has(id) ? 'time' : 'number';
  }
  // What is quoted, escaped, padded or bracketed is decoration: "ngày" dd, [$-42A], _), *-.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  if (/^general$/i.test(bare.trim())) return 'number';
  if (bare.includes('%')) return 'percent';
  if (/[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))) return 'date';
  return /[hs]/i.test(bare) ? 'time' : 'number';
}

/** Reads the kinds of the cell styles of a workbook, by style number. */
export async function readStyles(file: Buffer, parts: ZipParts, name: string | undefined): Promise<StyleKind[]> {
  const part = name === undefined ? undefined : parts.get(name);
  if (!part) return [];
  const formats = new Map<number, string>();
  const kinds: StyleKind[] = [];
  let inCellStyles = false;
  await scanPart(part.name, partBytes(file, part), {
    open: (tag, attributes) => {
      if (tag === 'cellXfs') inCellStyles = true;
      else if (tag === 'numFmt')
        formats.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (tag === 'xf' && inCellStyles) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        kinds.push(formatKind(id, formats.get(id)));
      }
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCellStyles = false;
    },
  });
  return kinds;
}

const MOST_TEXTS = 4_000_000;

/** Reads the shared texts of a workbook, the one part that is held in memory. */
export async function readTexts(
  file: Buffer,
  parts: ZipParts,
  name: string | undefined,
  limits: Limits,
): Promise<string[]> {
  const part = name === undefined ? undefined : parts.get(name);
  if (!part) return [];
  const tooLarge = (): FileRefused => new FileRefused('texts-too-large', { limit: limits.textBytes });
  if (part.unpacked > limits.textBytes) throw tooLarge();
  const texts: string[] = [];
  let text = '';
  let shown = false;
  let phonetic = false;
  await scanPart(part.name, partBytes(file, part), {
    open: (tag) => {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') phonetic = true;
      else if (tag === 't') shown = !phonetic;
    },
    text: (piece) => {
      if (shown) text += piece;
    },
    close: (tag) => {
      if (tag === 't') shown = false;
      else if (tag === 'rPh') phonetic = false;
      else if (tag === 'si') {
        if (texts.push(decodeEscapes(text)) > MOST_TEXTS) throw tooLarge();
      }
    },
  });
  return texts;
}

/** Office writes characters that XML cannot hold as `_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Reads the relations of a part: id to the name of the part aimed at, and its kind. */
export async function readRelations(
  file: Buffer,
  parts: ZipParts,
  of: string,
): Promise<Map<string, { target: string; kind: string }>> {
  const folder = of.includes('/') ? of.slice(0, of.lastIndexOf('/') + 1) : '';
  const part = parts.get(`${folder}_rels/${of.slice(folder.length)}.rels`);
  const found = new Map<string, { target: string; kind: string }>();
  if (!part) return found;
  await scanPart(part.name, partBytes(file, part), {
    open: (tag, attributes) => {
      if (tag !== 'Relationship') return;
      const kind = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '';
      const target = attribute(attributes, 'Target') ?? '';
      if (attribute(attributes, 'TargetMode') !== 'External')
        found.set(attribute(attributes, 'Id') ?? '', { target: resolved(folder, target), kind });
    },
  });
  return found;
}

function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
