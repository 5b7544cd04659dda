import type { Issue } from '../base/checked.ts';
import { nearest, type Lang } from '../base/text.ts';
import { issue, type Params } from '../messages/issue.ts';
import type { IssueCode } from '../messages/issues.ts';
import { caseKey, keyTitle } from './keys.ts';
import { readBirth, readCount, readDay, readDecimal, readPercent, type Read } from './values.ts';

/** Most years of insurance that a case may state; a guard against slips, not a rule of law. */
const MOST_YEARS = 80;
const MOST_ODD_MONTHS = 999;

/** Reads the values of a case one by one and collects every fault, so that all are told at once. */
export class Reader {
  readonly issues: Issue[] = [];
  readonly #faulty = new Set<string>();
  readonly #raw: unknown;
  readonly #lang: Lang;

  constructor(raw: unknown, lang: Lang) {
    this.#raw = raw;
    this.#lang = lang;
  }

  /** Notes a fault at a key; a key that has one is not read again. */
  fault(code: IssueCode, path: string, params: Params = {}): void {
    if (this.#faulty.has(path)) return;
    this.#faulty.add(path);
    this.issues.push(issue(this.#lang, code, path, { key: path, title: keyTitle(path)[this.#lang], ...params }));
  }

  /** The raw value at a dotted key; undefined when absent, blank or faulty. */
  raw(path: string): unknown {
    if (this.#faulty.has(path)) return undefined;
    let at: unknown = this.#raw;
    for (const key of path.split('.')) {
      if (at === null || typeof at !== 'object' || !Object.hasOwn(at, key)) return undefined;
      at = (at as Record<string, unknown>)[key];
    }
    return at === null ? undefined : at;
  }

  text(path: string): string | undefined {
    const raw = this.raw(path);
    if (raw === undefined) return undefined;
    return String(raw).normalize('NFC').trim() || undefined;
  }

  word<W extends string>(path: string): W | undefined {
    const text = this.text(path);
    const words = caseKey(path)?.words;
    if (text === undefined || words === undefined || words.includes(text)) return text as W | undefined;
    this.fault('unknown-word', path, { value: text, near: nearest(text, words), known: words.join(', ') });
    return undefined;
  }

  flag(path: string): boolean | undefined {
    const raw = this.raw(path);
    return typeof raw === 'boolean' ? raw : undefined;
  }

  day(path: string): number | undefined {
    return this.#read(path, (raw) => readDay(String(raw)));
  }

  birth(path: string): { text: string; month: number } | undefined {
    return this.#read(path, readBirth);
  }

  decimal(path: string, places = 4): string | undefined {
    return this.#read(path, (raw) => readDecimal(raw, places));
  }

  percent(path: string): string | undefined {
    return this.#read(path, readPercent);
  }

  /** A duration in months from `<path>.years` and `<path>.months`; undefined when the years are absent. */
  months(path: string): number | undefined {
    const years = this.#read(`${path}.years`, (raw) => readCount(raw, MOST_YEARS));
    const months = this.#read(`${path}.months`, (raw) => readCount(raw, MOST_ODD_MONTHS));
    return years === undefined ? undefined : years * 12 + (months ?? 0);
  }

  #read<T>(path: string, read: (raw: string | number) => Read<T>): T | undefined {
    const raw = this.raw(path);
    if (typeof raw !== 'string' && typeof raw !== 'number') return undefined;
    const result = read(raw);
    if ('value' in result) return result.value;
    this.fault(result.fault, path, { value: String(raw), form: result.form, range: result.range });
    return undefined;
  }
}
