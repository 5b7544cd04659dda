import { LONGEST_TYPED } from '../base/lengths.ts';
import { LONGEST_FORMAT, MOST_STYLES, MOST_TEXTS, type Limits } from './limits.ts';
import { damaged } from '../messages/damage.ts';
import { FileRefused } from '../messages/refused.ts';
import { partBytes, partNamed, type ZipPart, type ZipParts } from './unzip.ts';
import { scanPart } from './xml.ts';

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
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^[\]]*\]/g, '').split(';')[0] ?? '';
  if (/^general$/i.test(bare.trim())) return 'number';
  if (bare.includes('%')) return 'percent';
  if (/[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))) return 'date';
  return /[hs]/i.test(bare) ? 'time' : 'number';
}

/** Reads the kinds of the cell styles of a workbook, by style number. */
export async function readStyles(part: ZipPart | undefined): Promise<StyleKind[]> {
  if (!part) return [];
  const formats = new Map<number, StyleKind>();
  const kinds: StyleKind[] = [];
  let inCellStyles = false;
  await scanPart(part.name, partBytes(part), {
    open: (tag, attributes) => {
      if (tag === 'cellXfs') inCellStyles = true;
      else if (tag === 'numFmt') {
        const code = attributes['formatCode'] ?? '';
        if (code.length > LONGEST_FORMAT) throw damaged(part.name, 'long-format', { limit: LONGEST_FORMAT });
        const id = Number(attributes['numFmtId']);
        formats.set(id, formatKind(id, code));
      } else if (tag === 'xf' && inCellStyles) {
        const id = Number(attributes['numFmtId'] ?? 0);
        if (kinds.push(formats.get(id) ?? formatKind(id, undefined)) > MOST_STYLES)
          throw damaged(part.name, 'many-styles', { limit: MOST_STYLES });
      }
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCellStyles = false;
    },
  });
  return kinds;
}

/** Reads the shared texts of a workbook, the one part that is held in memory. */
export async function readTexts(part: ZipPart | undefined, limits: Limits): Promise<string[]> {
  if (!part) return [];
  const tooLarge = (): FileRefused => new FileRefused('texts-too-large', { limit: limits.textBytes });
  if (part.unpacked > limits.textBytes) throw tooLarge();
  const texts: string[] = [];
  let text = '';
  let shown = false;
  let phonetic = false;
  await scanPart(part.name, partBytes(part), {
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
        if (texts.push(withoutSpace(decodeEscapes(text))) > MOST_TEXTS) throw tooLarge();
      }
    },
  });
  return texts;
}

/** A long text of nothing but white space is no text: each cell that shares it would be looked through again. */
function withoutSpace(text: string): string {
  return text.length > LONGEST_TYPED && text.trim() === '' ? '' : text;
}

/** Office writes characters that XML cannot hold as `_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** The relations of a part: id to the name of the part aimed at, and its kind. */
export type Relations = ReadonlyMap<string, { readonly target: string; readonly kind: string }>;

/** Reads the relations of a part. */
export async function readRelations(parts: ZipParts, of: string): Promise<Relations> {
  const folder = of.includes('/') ? of.slice(0, of.lastIndexOf('/') + 1) : '';
  const part = partNamed(parts, `${folder}_rels/${of.slice(folder.length)}.rels`);
  const found = new Map<string, { target: string; kind: string }>();
  if (!part) return found;
  const ids = new Set<string>();
  await scanPart(part.name, partBytes(part), {
    open: (tag, attributes) => {
      if (tag !== 'Relationship') return;
      const { Type: type = '', Target: target = '', Id: id = '' } = attributes;
      if (ids.has(id)) throw damaged(part.name, 'two-relations', { value: id });
      ids.add(id);
      if (attributes['TargetMode'] !== 'External')
        found.set(id, { target: resolved(folder, target), kind: type.slice(type.lastIndexOf('/') + 1) });
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
