import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Document,
  type Node,
  type Scalar,
} from 'yaml';
import { composed, type Lang, type Words } from '../../base/text.ts';
import { caseKey } from '../keys.ts';
import { duplicateKey, fileIssue, placeOf, syntaxIssue, type PlacedIssue } from './syntax.ts';

/** What a case file holds: the raw case, and where each key stands ("12:3", line and column from 1). */
export interface CaseFile {
  readonly raw: unknown;
  /** Values that the file does not say as they were meant; the raw case holds what was meant, so that all is told at once. */
  readonly doubts: readonly PlacedIssue[];
  readonly places: ReadonlyMap<string, string>;
}

/** One wrong mark makes many faults; the first ones tell it. */
const MOST_FAULTS = 3;

/** Most aliases that are followed, and deepest nesting: guards against files made to explode. */
const MOST_ALIASES = 50;
const DEEPEST = 20;

/**
 * Reads a case from YAML or JSON (which is read as YAML). Numbers keep their source text, so that `4.65` never becomes
 * a binary float; dates stay text. Several documents, lists, tags and duplicate keys are issues, not guesses.
 */
export function parseCaseFile(text: string, lang: Lang): CaseFile | PlacedIssue[] {
  const lines = new LineCounter();
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  let documents: Document.Parsed[];
  try {
    const parsed = parseAllDocuments(composed(text), {
      lineCounter: lines,
      version: '1.2',
      schema: 'core',
      prettyErrors: false,
      // The library compares every key with every other.
      uniqueKeys: false,
    });
    documents = Array.isArray(parsed) ? parsed : [];
  } catch (error) {
    if (error instanceof RangeError)
      return [fileIssue('too-deep', say('Tệp lồng quá nhiều lớp.', 'The file is nested too deeply.'))];
    throw error;
  }
  const [first] = documents;
  if (manyLines(text) || documents.length > 1) {
    return [
      fileIssue(
        'several-cases',
        say(
          'Tệp có nhiều hồ sơ; lệnh này tính từng hồ sơ một. Dùng: nd178 batch.',
          'The file holds several cases; this command takes one. Use: nd178 batch.',
        ),
      ),
    ];
  }
  const faults = [...(first?.errors ?? []), ...(first?.warnings ?? [])];
  if (faults.length > 0) return faults.slice(0, MOST_FAULTS).map((fault) => syntaxIssue(fault, lines, say));
  if (!first?.contents || (isScalar(first.contents) && first.contents.value === null)) {
    return [
      fileIssue(
        'empty-file',
        say(
          'Tệp trống, không có hồ sơ. Xem mẫu bằng: nd178 calc --help.',
          'The file is empty, it holds no case. For an example: nd178 calc --help.',
        ),
      ),
    ];
  }
  if (isScalar(first.contents)) {
    const vi =
      'Tệp không phải một hồ sơ; cần các khóa person, leaving, insurance, salary. Xem mẫu bằng: nd178 calc --help.';
    const en =
      'The file is no case; it needs the keys person, leaving, insurance, salary. For an example: nd178 calc --help.';
    return [fileIssue('not-an-object', say(vi, en))];
  }
  const walker = new Walker(first, lines, say);
  const raw = walker.value(first.contents as Node, '', 0);
  return walker.issues.length > 0 ? walker.issues : { raw, doubts: walker.doubts, places: walker.places };
}

/** Whether a text is NDJSON of several objects. */
function manyLines(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line));
}

/** Turns the syntax tree into plain values. */
class Walker {
  readonly issues: PlacedIssue[] = [];
  readonly doubts: PlacedIssue[] = [];
  readonly places = new Map<string, string>();
  #aliases = 0;
  /** By the key of a number in which a comma was meant for a decimal mark: that number; by the key of its fraction: nothing. */
  readonly #commas = new Map<unknown, string | undefined>();

  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
    private readonly say: (vi: string, en: string) => string,
  ) {}

  value(node: Node | null, path: string, depth: number): unknown {
    if (node === null) return null;
    const place = this.#place(node);
    if (depth > DEEPEST) return this.#fault('too-deep', path, place, 'lồng quá nhiều lớp.', 'nested too deeply.');
    if (isAlias(node)) return this.#alias(node, path, depth, place);
    if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
      return this.#fault('tag', path, place, `không nhận nhãn ${node.tag}.`, `the tag ${node.tag} is not accepted.`);
    }
    if (isScalar(node)) return scalar(node.value, node.source);
    if (isSeq(node)) return this.#list(node.items as Node[], path, depth, place);
    if (!isMap(node)) return undefined;
    if (node.flow === true) this.#decimalCommas(node.items, path);
    return this.#map(node.items, path, depth);
  }

  #list(items: readonly Node[], path: string, depth: number, place: string | undefined): unknown {
    if (path !== '') return items.map((item, index) => this.value(item, `${path}.${index}`, depth + 1));
    const vi = 'Tệp là một danh sách hồ sơ; lệnh này tính từng hồ sơ một. Dùng: nd178 batch.';
    this.issues.push(
      fileIssue(
        'several-cases',
        this.say(vi, 'The file is a list of cases; this command takes one. Use: nd178 batch.'),
        place,
      ),
    );
    return undefined;
  }

  #map(items: readonly { key: unknown; value: unknown }[], path: string, depth: number): unknown {
    const made: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    const names = new Set<string>();
    for (const { key, value } of items) {
      const meant = this.#commas.get(key);
      if (meant === undefined && this.#commas.has(key)) continue;
      const name = isScalar(key) ? (key.source ?? String(key.value)) : undefined;
      const place = this.#place(key as Node);
      if (name !== undefined && names.has(name)) {
        this.issues.push(duplicateKey(place, this.say));
        continue;
      }
      names.add(name ?? '');
      if (name === undefined) {
        this.#fault('key-not-text', path, place, 'khóa phải là chữ.', 'a key must be text.');
        continue;
      }
      const inner = path === '' ? name : `${path}.${name}`;
      if (place !== undefined) this.places.set(inner, place);
      const found = meant ?? this.value(value as Node | null, inner, depth + 1);
      if (found !== undefined) made[name] = found;
    }
    return { ...made };
  }

  /** `{coefficient: 4,65}` is two pairs, and the second a key without a value: the comma was meant for a decimal mark. */
  #decimalCommas(items: readonly { key: unknown; value: unknown }[], path: string): void {
    for (const [at, { key, value }] of items.entries()) {
      const before = items[at - 1];
      if (value !== null && !(isScalar(value) && value.source === '')) continue;
      if (!before || !isScalar(key) || !isScalar(before.key) || !isScalar(before.value)) continue;
      const [whole, fraction] = [sourceOf(before.value), sourceOf(key)];
      if (!/^-?\d+$/.test(whole) || !/^\d+\s*%?$/.test(fraction)) continue;
      const name = path === '' ? sourceOf(before.key) : `${path}.${sourceOf(before.key)}`;
      const [meant, plain] = [`${whole},${fraction}`, `${whole}.${fraction}`];
      // Of a count the whole part stands for the number, so that what is told of it is told once.
      const counted = caseKey(name)?.type === 'count';
      const out = counted ? wholeNumbers(name, whole, fraction) : written(meant, plain);
      const vi = `trong {...} dấu phẩy ngăn cách các khóa, nên ${meant} không được đọc là một số. ${out.vi}`;
      const en = `within {...} a comma separates keys, so that ${meant} is not read as one number. ${out.en}`;
      this.#commas.set(before.key, counted ? whole : meant).set(key, undefined);
      const place = this.#place(key as Node);
      this.doubts.push({
        code: 'decimal-comma',
        path: name,
        message: `${name}: ${this.say(vi, en)}`,
        ...(place === undefined ? {} : { place }),
      });
    }
  }

  #alias(node: Node, path: string, depth: number, place: string | undefined): unknown {
    // To follow an alias the library looks through the whole file.
    if (++this.#aliases > MOST_ALIASES + 1) return undefined;
    const target = isAlias(node) && this.#aliases <= MOST_ALIASES ? node.resolve(this.document) : undefined;
    if (!target) {
      const [vi, en] = [
        'bí danh (*) không có gốc hoặc quá nhiều.',
        'an alias (*) without an anchor, or too many of them.',
      ];
      return this.#fault('alias', path, place, vi, en);
    }
    return this.value(target as Node, path, depth + 1);
  }

  #fault(code: string, path: string, place: string | undefined, vi: string, en: string): undefined {
    const name = path === '' ? '' : `${path}: `;
    this.issues.push({ code, path, message: name + this.say(vi, en), ...(place === undefined ? {} : { place }) });
    return undefined;
  }

  #place(node: Node | null | undefined): string | undefined {
    return node?.range ? placeOf(this.lines, node.range[0]) : undefined;
  }
}

/** How to write a number with decimals within braces. */
function written(meant: string, plain: string): Words {
  return { vi: `Viết "${meant}" trong dấu nháy, hoặc ${plain}.`, en: `Write "${meant}" in quotes, or ${plain}.` };
}

const MONTHS = 12;

/** How to write a time of which only whole numbers are taken: of years, the fraction may be months or a part of a year. */
function wholeNumbers(name: string, whole: string, fraction: string): Words {
  if (!name.endsWith('.years')) return { vi: 'Chỉ nhận số nguyên.', en: 'Only whole numbers are taken.' };
  const odd = [Math.round(Number(`0.${fraction}`) * MONTHS), Number(fraction)].filter((months) => months < MONTHS);
  const pairs = [...new Set(odd)].map((months) => `years: ${whole}, months: ${months}`);
  return {
    vi: `Số năm là số nguyên, phần lẻ ghi bằng tháng: ${pairs.join(' hoặc ') || `years: ${whole}, months: (0 đến 11)`}.`,
    en: `Years are a whole number, what is beyond them stands in months: ${pairs.join(' or ') || `years: ${whole}, months: (0 to 11)`}.`,
  };
}

/** The value of a scalar: numbers as they are written, everything else as YAML reads it. */
function scalar(value: unknown, source: string | undefined): unknown {
  if (typeof value === 'number' || typeof value === 'bigint') return source ?? String(value);
  return value;
}

function sourceOf({ source, value }: Scalar): string {
  return source ?? String(value);
}
