import type { Issue } from '../base/checked.ts';
import { composed, type Lang } from '../base/text.ts';
import { issue, type Params } from '../messages/issue.ts';
import type { IssueCode } from '../messages/issues.ts';
import { givenAt } from './flat.ts';
import { caseKey, keyTitle } from './keys.ts';
import { unmistakable } from './spelling/numbers.ts';
import { durationParts, type Spelling } from './spelling/spelling.ts';
import { readAge, readBirth, readCount, readDay, readDecimal, readPercent, type DayRead, type Read } from './values.ts';

/** Most years of insurance that a case may state; a guard against slips, not a rule of law. */
const MOST_YEARS = 80;
const MOST_ODD_MONTHS = 999;
const MONTHS = 12;

function isWordOfLaw(path: string): boolean {
  const key = caseKey(path);
  return key?.type === 'word' && key.words === undefined;
}

type ValueRead<T> = (raw: string | number) => Read<T>;

const readYears = (raw: string | number): Read<number> => readCount(raw, MOST_YEARS);
const readOddMonths = (raw: string | number): Read<number> => readCount(raw, MOST_ODD_MONTHS);
const readDayText = (raw: string | number): Read<DayRead> => readDay(String(raw));

/** Text that needs neither composing nor trimming. */
const ASCII_WORD = /^[\w-]+$/;

/** Reads the values of a case one by one and collects every fault, so that all are told at once. */
export class Reader {
  readonly issues: Issue[] = [];
  readonly #faulty = new Set<string>();
  readonly #raw: unknown;
  readonly #lang: Lang;
  readonly #spelling: Spelling;

  constructor(raw: unknown, lang: Lang, spelling: Spelling) {
    this.#raw = raw;
    this.#lang = lang;
    this.#spelling = spelling;
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
    return givenAt(this.#raw, path) ?? undefined;
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
    const value = this.#spelled(path);
    if (value === undefined) return undefined;
    const text = String(value);
    return (ASCII_WORD.test(text) ? text : composed(text).trim()) || undefined;
  }

  word<W extends string>(path: string): W | undefined {
    return this.text(path) as W | undefined;
  }

  flag(path: string): boolean | undefined {
    const value = this.#spelled(path);
    return typeof value === 'boolean' ? value : undefined;
  }

  day(path: string): DayRead | undefined {
    return this.#read(path, readDayText);
  }

  birth(path: string): { text: string; month: number } | undefined {
    return this.#read(path, readBirth);
  }

  /** An age in years, or years and months; canonical text. */
  age(path: string): string | undefined {
    const value = this.#spelled(path);
    if (value === undefined) return undefined;
    const result = readAge(value);
    if ('value' in result) return result.value;
    const said = typeof value === 'object' ? JSON.stringify(value) : String(value as string);
    this.fault(result.fault, path, { value: said, range: result.range });
    return undefined;
  }

  /** A coefficient, canonical. */
  decimal(path: string): string | undefined {
    return this.#read(path, readDecimal);
  }

  /** An amount in đồng, canonical; one with three decimals keeps a zero behind them, so that it is read as itself. */
  dong(path: string): string | undefined {
    const amount = this.#read(path, readDecimal);
    return amount === undefined ? undefined : unmistakable(amount);
  }

  count(path: string): number | undefined {
    return this.#read(path, readOddMonths);
  }

  percent(path: string): string | undefined {
    return this.#read(path, readPercent);
  }

  /**
   * A duration in months from its two keys, or from the first where its text gives both; undefined when it says
   * nothing. Months without years are a fault, and so is a year or more of months beside years.
   */
  months(yearsKey: string, monthsKey: string): number | undefined {
    const written = this.#spelled(yearsKey);
    const parts = typeof written === 'string' ? durationParts(written) : undefined;
    const years = this.#readAs(yearsKey, parts?.years ?? written, readYears);
    const odd = this.#read(monthsKey, readOddMonths);
    if (years === undefined) {
      if (odd !== undefined) this.fault('missing', yearsKey);
      return undefined;
    }
    if (parts?.months !== undefined && odd !== undefined && odd !== Number(parts.months)) {
      this.fault('months-twice', monthsKey, { value: odd, duration: String(this.raw(yearsKey)) });
      return undefined;
    }
    const months = odd ?? Number(parts?.months ?? 0);
    if (years > 0 && months >= MONTHS) {
      const whole = { wholeYears: Math.floor(months / MONTHS), rest: months % MONTHS };
      this.fault('months-beyond-year', monthsKey, { value: months, years, ...whole });
      return undefined;
    }
    return years * MONTHS + months;
  }

  #read<T>(path: string, read: ValueRead<T>): T | undefined {
    return this.#readAs(path, this.#spelled(path), read);
  }

  /** Reads a value as it was spelled at a key. */
  #readAs<T>(path: string, value: unknown, read: ValueRead<T>): T | undefined {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    const result = read(value);
    if ('value' in result) return result.value;
    const raw = this.raw(path);
    this.fault(result.fault, path, { value: String(raw as string), form: result.form, range: result.range });
    return undefined;
  }

  /** The value at a key with its text read as people write it; undefined when absent, blank or faulty. */
  #spelled(path: string): unknown {
    const raw = this.raw(path);
    if (typeof raw !== 'string' || !/\S/.test(raw)) return raw;
    const read = this.#spelling.read(path, raw, this.#lang);
    if ('value' in read) return read.value;
    // Groups and routes are words of the law, which tells those it knows.
    if (read.fault === 'unknown-word' && isWordOfLaw(path)) return raw;
    const more = String(read.params?.['more'] ?? '');
    this.fault(read.fault, path, { ...read.params, form: `dd/MM/yyyy${more}, YYYY-MM-DD` });
    return undefined;
  }
}
