import type { Issue } from '../base/checked.ts';
import { remembering } from '../base/kept.ts';
import { nearest, type Lang } from '../base/text.ts';
import { issue, type Params } from '../messages/issue.ts';
import type { IssueCode } from '../messages/issues.ts';
import { FlatCase, own } from './flat.ts';
import { caseKey, keyTitle } from './keys.ts';
import { readBirth, readCount, readDay, readDecimal, readPercent, type DayRead, type Read } from './values.ts';

/** Most years of insurance that a case may state; a guard against slips, not a rule of law. */
const MOST_YEARS = 80;
const MOST_ODD_MONTHS = 999;

/** Highest percentage that a case may state; a guard against slips (7 shown as 700%), not a rule of law. */
const MOST_PERCENT = 200;

/** Text that needs neither composing nor trimming. */
const ASCII_WORD = /^[\w-]+$/;

/** Coefficients, percentages and counts repeat from case to case; each is read once. */
const MOST_REMEMBERED = 1000;

type ValueRead<T> = (raw: string | number) => Read<T>;

function remembered<T>(read: ValueRead<T>): ValueRead<T> {
  const text = remembering<Read<T>>(read, MOST_REMEMBERED);
  return (raw) => (typeof raw === 'string' ? text(raw) : read(raw));
}

const readYears = remembered((raw) => readCount(raw, MOST_YEARS));
const readOddMonths = remembered((raw) => readCount(raw, MOST_ODD_MONTHS));
const readDecimalText = remembered(readDecimal);
const readPercentage = remembered(readLikelyPercent);
const readDayText = (raw: string | number): Read<DayRead> => readDay(String(raw));

function readLikelyPercent(raw: string | number): Read<string> {
  const found = readPercent(raw);
  const above = 'value' in found && Number.parseFloat(found.value) > MOST_PERCENT;
  return above ? { fault: 'out-of-range', range: `0 – ${MOST_PERCENT}%` } : found;
}

/** A dotted key in its parts: the groups it stands in, and its own name. */
interface Parts {
  readonly group: string;
  readonly groups: readonly string[];
  readonly name: string;
}

const parts = new Map<string, Parts>();

/** The parts of a dotted key; keys are few, so each is split once. */
function partsOf(path: string): Parts {
  let found = parts.get(path);
  if (!found) {
    const groups = path.split('.');
    const name = groups.pop() ?? '';
    parts.set(path, (found = { group: groups.join('.'), groups, name }));
  }
  return found;
}

/** Reads the values of a case one by one and collects every fault, so that all are told at once. */
export class Reader {
  readonly issues: Issue[] = [];
  readonly #faulty = new Set<string>();
  readonly #raw: unknown;
  readonly #flat: FlatCase | undefined;
  /** The group last read from; keys of one group are mostly read together. */
  #group = '';
  #inGroup: unknown;
  readonly #lang: Lang;

  constructor(raw: unknown, lang: Lang) {
    this.#raw = raw;
    this.#flat = raw instanceof FlatCase ? raw : undefined;
    this.#inGroup = raw;
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
    if (this.#faulty.size > 0 && this.#faulty.has(path)) return undefined;
    if (this.#flat !== undefined) return this.#flat.get(path);
    const { group, groups, name } = partsOf(path);
    if (group !== this.#group) {
      this.#inGroup = groups.reduce(own, this.#raw);
      this.#group = group;
    }
    return own(this.#inGroup, name) ?? undefined;
  }

  /** The salary as it is written, as JSON; undefined where there is none, or anything is wrong with the case so far. */
  salary(): string | undefined {
    if (this.issues.length > 0) return undefined;
    return this.#flat === undefined ? JSON.stringify(own(this.#raw, 'salary')) : this.#flat.salary();
  }

  /** Whether the case writes the key at all, well or badly. */
  has(path: string): boolean {
    return this.#faulty.has(path) || this.raw(path) !== undefined;
  }

  /** Whether the case writes the key, but nothing in it. */
  blank(path: string): boolean {
    const raw = this.raw(path);
    return typeof raw === 'string' && (raw === '' || raw.trim() === '');
  }

  text(path: string): string | undefined {
    const raw = this.raw(path);
    if (raw === undefined) return undefined;
    const text = String(raw);
    return (ASCII_WORD.test(text) ? text : text.normalize('NFC').trim()) || undefined;
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

  day(path: string): DayRead | undefined {
    return this.#read(path, readDayText);
  }

  birth(path: string): { text: string; month: number } | undefined {
    return this.#read(path, readBirth);
  }

  decimal(path: string): string | undefined {
    return this.#read(path, readDecimalText);
  }

  count(path: string): number | undefined {
    return this.#read(path, readOddMonths);
  }

  percent(path: string): string | undefined {
    return this.#read(path, readPercentage);
  }

  /** A duration in months from its two keys; undefined when it says nothing. Months without years are a fault. */
  months(yearsKey: string, monthsKey: string): number | undefined {
    const years = this.#read(yearsKey, readYears);
    const months = this.#read(monthsKey, readOddMonths);
    if (years === undefined && months !== undefined) this.fault('missing', yearsKey);
    return years === undefined ? undefined : years * 12 + (months ?? 0);
  }

  #read<T>(path: string, read: ValueRead<T>): T | undefined {
    const raw = this.raw(path);
    if (typeof raw !== 'string' && typeof raw !== 'number') return undefined;
    const result = read(raw);
    if ('value' in result) return result.value;
    this.fault(result.fault, path, { value: String(raw), form: result.form, range: result.range });
    return undefined;
  }
}
