import { remembering } from '../base/kept.ts';
import { unaccented, type Lang } from '../base/text.ts';
import type { FlatValue } from '../case/flat.ts';
import { caseKey, type CaseKey } from '../case/keys.ts';
import { cellText, percentText, type Cell, type NumberCell } from './cell.ts';
import { readBirthText, readDayText } from './dates.ts';
import { bareRatio, readMoneyText, readNumberText, readPercentText, readStored, type CellRead } from './numbers.ts';
import { FLAG_WORDS } from '../case/words.ts';
import { indexWords, readWord, type Vocabulary } from './words.ts';

/** Reads the cells of one column. */
export type ValueReader = (cell: Exclude<Cell, null>) => CellRead<FlatValue>;

// NUL and other controls are never typed by people; tabs and line breaks are.
const CONTROLS = String.raw`\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff`;
const CONTROL = new RegExp(`[${CONTROLS}]`);

// Soft hyphens, zero-width spaces and marks of direction come with text that was copied.
const MARKS = String.raw`\u00ad\u200b-\u200f\u2060\ufeff`;
const INVISIBLE = new RegExp(`[${MARKS}]`, 'g');

const BROKEN = '\ufffd';

/** All that has to be looked at closely; one look is enough for most cells. */
const ODD = new RegExp(`[${CONTROLS}${MARKS}${BROKEN}]`);

/** What is written again and again in a column: a coefficient, a number of years, a word. */
const REPEATED: ReadonlySet<CaseKey['type']> = new Set<CaseKey['type']>([
  'word',
  'flag',
  'percent',
  'count',
  'decimal',
]);
const MOST_REMEMBERED = 1000;

/** The reader of the cells under a key of the case. `heading`: how the file names the column, where it does. */
export function valueReader(key: CaseKey, vocabulary: Vocabulary, lang: Lang, heading?: string): ValueReader {
  const read = readerOf(key, vocabulary, lang, heading);
  const closely = closeReader(key, read);
  const text = REPEATED.has(key.type) ? remembering(closely, MOST_REMEMBERED) : closely;
  return (cell) => {
    if (typeof cell === 'string') return text(cell);
    if (typeof cell === 'object' && cell.kind === 'faulty') return { fault: cell.fault, params: { value: cell.text } };
    return read(cell);
  };
}

/** Reads text after a look for characters that nobody types or sees. */
function closeReader({ type }: CaseKey, read: ValueReader): (cell: string) => CellRead<FlatValue> {
  return (cell) => {
    if (!ODD.test(cell)) return read(cell);
    if (CONTROL.test(cell)) return { fault: 'control-character' };
    if (cell.includes(BROKEN)) return { fault: 'broken-character' };
    return read(type === 'text' ? cell : cell.replace(INVISIBLE, ''));
  };
}

function readerOf(key: CaseKey, vocabulary: Vocabulary, lang: Lang, heading: string | undefined): ValueReader {
  switch (key.type) {
    case 'text':
      return readText;
    case 'word':
      return wordReader(indexWords(vocabulary.get(key.key) ?? []), lang);
    case 'flag':
      return flagReader(lang);
    case 'day':
      return dateReader(readDayText, false);
    case 'birth':
      return dateReader(readBirthText, true);
    case 'percent':
      return OFTEN_COEFFICIENTS.has(key.key) && heading !== undefined && !saysPercent(heading, key)
        ? readMarkedPercent
        : readPercentCell;
    case 'dong':
      return numberReader(readMoneyText);
    case 'count':
      return key.key.endsWith('.years') ? yearsReader(key, lang) : numberReader(readNumberText);
    case 'decimal':
      return numberReader(readNumberText);
  }
}

function isNumber(cell: Exclude<Cell, null>): cell is NumberCell {
  return typeof cell === 'object' && cell.kind === 'number';
}

function readText(cell: Exclude<Cell, null>): CellRead<string> {
  if (isNumber(cell)) return readStored(cell.value);
  return typeof cell === 'object'
    ? { fault: 'date-not-expected', params: { value: cell.text } }
    : { value: cellText(cell) };
}

function wordReader(index: ReturnType<typeof indexWords>, lang: Lang): ValueReader {
  return (cell) => readWord(index, cellText(cell), lang);
}

function flagReader(lang: Lang): ValueReader {
  const words = wordReader(indexWords(FLAG_WORDS), lang);
  return (cell) => {
    if (typeof cell === 'boolean') return { value: cell };
    const read = words(cell);
    return 'value' in read ? { value: read.value === 'true' } : read;
  };
}

function dateReader(readText: (text: string) => CellRead<string>, yearAlone: boolean): ValueReader {
  return (cell) => {
    if (typeof cell === 'string') return orDash(cell, readText(cell));
    if (typeof cell === 'boolean') return { fault: 'impossible-date', params: { value: cellText(cell), more: '' } };
    if (!isNumber(cell)) return { value: cell.text };
    const year = yearAlone && !cell.percent && Number.isInteger(cell.value) && cell.value >= 1900 && cell.value <= 2100;
    return year ? { value: String(cell.value) } : { fault: 'serial-number', params: { value: cellText(cell) } };
  };
}

function numberReader(readText: (text: string) => CellRead<string>): ValueReader {
  return (cell) => {
    if (typeof cell === 'string') {
      return cell.trim().endsWith('%')
        ? { fault: 'unexpected-percent', params: { value: cell.trim() } }
        : orDash(cell, readText(cell));
    }
    if (typeof cell === 'boolean') return { fault: 'not-a-number', params: { value: cellText(cell) } };
    if (!isNumber(cell)) return { fault: 'date-not-expected', params: { value: cell.text } };
    return cell.percent ? { fault: 'unexpected-percent', params: { value: cellText(cell) } } : readStored(cell.value);
  };
}

/** What a text was read as; a stroke is how people say that there is nothing. */
function orDash<T>(cell: string, read: CellRead<T>): CellRead<T> {
  if ('value' in read) return read;
  const value = cell.trim();
  return /^[-\u2010-\u2015\u2212_]+$/.test(value) ? { fault: 'dash', params: { value } } : read;
}

/** Years and months in one cell: `22 năm 3 tháng`, `22-03`, `267 tháng`. */
const DURATION = /^\d+\s*(?:năm|nam|n|years?|tháng|thang|th|months?)\b|^\d{1,2}\s*[-\u2013/]\s*\d{1,2}$/iu;

/** Whole years; what also holds months must be divided by the writer. */
function yearsReader(key: CaseKey, lang: Lang): ValueReader {
  const read = numberReader(readNumberText);
  const months = caseKey(key.key.replace(/years$/, 'months'))?.title[lang] ?? '';
  const columns = { years: key.title[lang], months };
  return (cell) => {
    const value = cellText(cell).trim();
    if (typeof cell === 'string' && DURATION.test(value.normalize('NFC')))
      return { fault: 'duration-in-years', params: { value, ...columns } };
    const found = read(cell);
    if (!('value' in found) || Number.isInteger(Number(found.value))) return found;
    return { fault: 'fraction-of-years', params: { value, ...columns } };
  };
}

/** Allowances that offices often give as a coefficient, under the same heading. */
const OFTEN_COEFFICIENTS: ReadonlySet<string> = new Set(['salary.responsibility', 'salary.overFrame']);

function saysPercent(heading: string, { key }: CaseKey): boolean {
  return heading.trim().toLowerCase() === key.toLowerCase() || /%|phan tram|ty le|per ?cent/.test(unaccented(heading));
}

/** A per cent with its sign; a plain 0,2 may be 20 % or a coefficient. */
function readMarkedPercent(cell: Exclude<Cell, null>): CellRead<string> {
  const read = readPercentCell(cell);
  if (!('value' in read) || read.value.endsWith('%') || Number(read.value) === 0) return read;
  return {
    fault: 'percent-or-coefficient',
    params: { value: cellText(cell).trim(), percent: percentText(Number(read.value)) },
  };
}

function readPercentCell(cell: Exclude<Cell, null>): CellRead<string> {
  if (typeof cell === 'string') return orDash(cell, readPercentText(cell));
  if (typeof cell === 'boolean') return { fault: 'not-a-number', params: { value: cellText(cell) } };
  if (!isNumber(cell)) return { fault: 'date-not-expected', params: { value: cell.text } };
  const stored = readStored(cell.value);
  if (!('value' in stored)) return stored;
  return cell.percent ? { value: cellText({ ...cell, value: Number(stored.value) }) } : bareRatio(stored.value);
}
