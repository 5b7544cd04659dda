import { LONGEST_TYPED } from '../../base/lengths.ts';
import { once } from '../../base/memo.ts';
import { composed, type Lang } from '../../base/text.ts';
import type { Params } from '../../messages/issue.ts';
import type { FlatValue } from '../flat.ts';
import { caseKey, type CaseKey } from '../keys.ts';
import { readAge, yearsAndMonths } from '../values.ts';
import { FLAG_WORDS } from '../words.ts';
import { readBirthText, readDayText } from './dates.ts';
import { JOINED_DURATION, readDuration } from './durations.ts';
import { readCoefficientText, readMoneyText, readNumberText, readPercentText, type Spelled } from './numbers.ts';
import { indexWords, readWord, routeByActs, routeParts, type Vocabulary, type WordIndex } from './words.ts';

// NUL and other controls are never typed by people; tabs and breaks of lines are.
const CONTROLS = String.raw`\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff`;
const CONTROL = new RegExp(`[${CONTROLS}]`);

// Soft hyphens, zero-width spaces and marks of direction come with text that was copied.
const MARKS = String.raw`\u00ad\u200b-\u200f\u2060\ufeff`;
const INVISIBLE = new RegExp(`[${MARKS}]`, 'g');

/** Breaks of lines and tabs with the spaces behind them; in a text of the case they are one space. */
const BREAKS = /[\t\n\r\u0085\u2028\u2029][\s\u0085]*/g;

const BROKEN = '\ufffd';

/** All that has to be looked at closely; one look is enough for most texts. */
const ODD = new RegExp(`[${CONTROLS}${MARKS}${BROKEN}]`);

/** Whether a text is read letter by letter as it stands: it holds no break of line, no control, no broken character. */
export function isPlainText(text: string): boolean {
  return text.replace(BREAKS, ' ') === text && !CONTROL.test(text) && !text.includes(BROKEN);
}

/** Quotes of a word processor around a value, which a file keeps as part of it. */
const QUOTED = /^\s*[\u201c\u201d\u201e\u00ab]([^\u201c\u201d\u201e\u00ab\u00bb]*)[\u201c\u201d\u00bb]\s*$/;

type TextReader = (text: string, lang: Lang) => Spelled<FlatValue>;

/**
 * How the values of a case are written by people, in every entrance: cells, files, flags, answers, JSON. A text is read
 * as the canonical text of its key (dates YYYY-MM-DD, decimals with a dot, the words of the contract) or as a truth
 * value; what may mean two things is a fault, never a guess.
 */
export class Spelling {
  readonly #readers = new Map<string, TextReader>();

  /**
   * `vocabulary`: the words by key, those of the law among them. `codes`: for programs, whose messages name the
   * contract's words. `asTheyStand`: texts are taken letter by letter, breaks of lines and controls too, as a record
   * holds them.
   */
  constructor(
    readonly vocabulary: Vocabulary,
    private readonly codes: boolean = false,
    private readonly asTheyStand: boolean = false,
  ) {}

  /** Reads the text under a key of the case. */
  read(key: string, text: string, lang: Lang): Spelled<FlatValue> {
    let read = this.#readers.get(key);
    if (!read) this.#readers.set(key, (read = this.#readerOf(key)));
    return read(text, lang);
  }

  #readerOf(name: string): TextReader {
    const key = caseKey(name);
    if (!key) return (text) => ({ value: text });
    const read = this.#typed(key);
    const isText = key.type === 'text';
    if (isText && this.asTheyStand) return read;
    return (text, lang) => {
      if (!isText && text.length > LONGEST_TYPED) return { fault: 'text-too-long', params: { value: LONGEST_TYPED } };
      const line = isText ? text.replace(BREAKS, ' ') : text.replace(QUOTED, '$1');
      if (!ODD.test(line)) return read(line, lang);
      const control = CONTROL.exec(line);
      if (control) return { fault: 'control-character', params: placeOf(control) };
      if (line.includes(BROKEN)) return { fault: 'broken-character' };
      return read(isText ? line : line.replace(INVISIBLE, ''), lang);
    };
  }

  #typed(key: CaseKey): TextReader {
    // Groups and routes are texts of the case, whose words stand in the law.
    if (this.vocabulary.has(key.key)) return this.#words(key.key);
    switch (key.type) {
      case 'text':
      case 'word':
        return key.key === 'law'
          ? (text) => ({ value: this.vocabulary.scheme?.(text) ?? text })
          : (text) => ({ value: text });
      case 'age':
        return readAgeText;
      case 'flag':
        return readFlag;
      case 'day':
        return (text) => orDash(text, readDayText(text));
      case 'birth':
        return (text) => orDash(text, readBirthText(text));
      case 'percent':
        return key.key === 'salary.overFrame'
          ? (text) => orDash(text, readPercentText(text.replace(OVER_FRAME, '')))
          : (text) => orDash(text, readPercentText(text));
      case 'dong':
        return number(readMoneyText);
      case 'decimal':
        return number(readCoefficientText);
      case 'count':
        if (key.key === 'salary.step') return (text) => number(readNumberText)(stepOf(text), 'vi');
        return key.key.endsWith('.years') ? years(key) : number(readNumberText);
    }
  }

  #words(key: string): TextReader {
    const index = once(() => indexWords(this.vocabulary.get(key) ?? [], this.codes));
    return (text, lang) => {
      if (this.vocabulary.isCode?.(key, text) === true) return { value: text };
      const read = readWord(index(), text, lang);
      return 'value' in read ? read : (this.#besideActs(key, index(), text, lang) ?? read);
    };
  }

  /** A word beside which a text names acts ("Nghỉ hưu trước tuổi theo NĐ 178"), with them. */
  #besideActs(key: string, index: WordIndex, text: string, lang: Lang): Spelled<string> | undefined {
    const { route, acts } = routeParts(text);
    if (acts.length > 0 && index.codes.has(route)) return { value: text };
    const found = this.vocabulary.withoutActs?.(key, text);
    const read = found && readWord(index, found.rest, lang);
    return read && 'value' in read ? { value: routeByActs(read.value, found.acts) } : undefined;
  }
}

/** A control character by its code, since nobody sees it, and its place in the text, from 1. */
function placeOf({ 0: found, index }: RegExpExecArray): Params {
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { value: `U+${code}`, place: index + 1 };
}

/** "VK 8%": the name of the allowance before its per cent. */
const OVER_FRAME = /^\s*(?:(?:pc\s*)?(?:tn)?vk|vượt khung|vuot khung)[\s:.]*(?=\d)/iu;

/** The step in "bậc 9" and "bậc 9/9", the ninth of nine; anything else as it is. */
function stepOf(text: string): string {
  const [, step, most] = /^(?:bậc|bac)?\s*(\d{1,2})(?:\s*\/\s*(\d{1,2}))?$/iu.exec(composed(text).trim()) ?? [];
  return step === undefined || (most !== undefined && Number(step) > Number(most)) ? text : step;
}

const FLAGS = indexWords(FLAG_WORDS);

function readFlag(text: string, lang: Lang): Spelled<boolean> {
  const read = readWord(FLAGS, text, lang);
  return 'value' in read ? { value: read.value === 'true' } : read;
}

/** An age limit: a number of years, or years and months in words. */
function readAgeText(text: string): Spelled<string> {
  const value = text.trim();
  const read = readAge(value);
  // An age that is one, but nobody's, is told with its range by who reads the case.
  return 'value' in read
    ? read
    : read.fault === 'out-of-range'
      ? { value }
      : { fault: 'not-an-age', params: { value } };
}

function number(read: (text: string) => Spelled<string>): TextReader {
  return (text) =>
    text.trimEnd().endsWith('%')
      ? { fault: 'unexpected-percent', params: { value: text.trim() } }
      : orDash(text, read(text));
}

/** What a text was read as; a stroke is how people say that there is nothing. */
function orDash<T>(text: string, read: Spelled<T>): Spelled<T> {
  if ('value' in read) return read;
  const value = text.trim();
  return /^[-\u2010-\u2015\u2212_]+$/.test(value) ? { fault: 'dash', params: { value } } : read;
}

/** Whole years; years and months where the text says which is which. */
function years(key: CaseKey): TextReader {
  const read = number(readNumberText);
  const odd = caseKey(key.key.replace(/years$/, 'months'));
  return (text, lang) => {
    const value = text.trim();
    const titles = { years: key.title[lang], months: odd?.title[lang] ?? '' };
    const duration = readDuration(value);
    if (duration !== undefined) return { value: yearsAndMonths(duration) };
    if (JOINED_DURATION.test(composed(value))) return { fault: 'duration-in-years', params: { value, ...titles } };
    const found = read(text, lang);
    // A time in other words or from one month to another, of which the number is to be written.
    if (!('value' in found) && found.fault === 'not-a-number' && /\d/.test(value))
      return { fault: 'duration-in-years', params: { value, ...titles } };
    if (!('value' in found)) return found;
    if (Number.isInteger(Number(found.value))) return { value: String(found.value).replace(/\.0+$/, '') };
    return { fault: 'fraction-of-years', params: { value, ...titles } };
  };
}

/** The parts of what {@link Spelling} reads under a key of years. */
export function durationParts(text: string): { readonly years: string; readonly months: string | undefined } {
  const [, whole, months] = /^(\d+)y(\d+)m$/.exec(text) ?? [];
  return whole === undefined ? { years: text, months: undefined } : { years: whole, months };
}
