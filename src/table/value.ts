import type { Lang } from '../base/text.ts';
import type { CaseKey } from '../case/keys.ts';
import { cellText, type Cell, type NumberCell } from './cell.ts';
import { readBirthText, readDayText } from './dates.ts';
import { bareRatio, readMoneyText, readNumberText, readPercentText, readStored, type CellRead } from './numbers.ts';
import { FLAG_WORDS } from '../case/words.ts';
import { indexWords, readWord, type Vocabulary } from './words.ts';

/** A value of the case as `parseCase` takes it. */
export type RawValue = string | boolean;

/** Reads the cells of one column. */
export type ValueReader = (cell: Exclude<Cell, null>) => CellRead<RawValue>;

// NUL and other controls are never typed by people; tabs and line breaks are.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** The reader of the cells under a key of the case. */
export function valueReader(key: CaseKey, vocabulary: Vocabulary, lang: Lang): ValueReader {
  const read = readerOf(key, vocabulary, lang);
  return (cell) => {
    if (typeof cell === 'string') {
      if (CONTROL.test(cell)) return { fault: 'control-character' };
      return cell.includes('\ufffd') ? { fault: 'broken-character' } : read(cell);
    }
    if (typeof cell === 'object' && cell.kind === 'faulty') return { fault: cell.fault, params: { value: cell.text } };
    return read(cell);
  };
}

function readerOf(key: CaseKey, vocabulary: Vocabulary, lang: Lang): ValueReader {
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
      return readPercentCell;
    case 'dong':
      return numberReader(readMoneyText);
    case 'count':
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
  const seen = new Map<string, CellRead<string>>();
  return (cell) => {
    const text = cellText(cell);
    const before = seen.get(text);
    if (before) return before;
    const read = readWord(index, text, lang);
    if (seen.size < 1000) seen.set(text, read);
    return read;
  };
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
    if (typeof cell === 'string') return readText(cell);
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
        : readText(cell);
    }
    if (typeof cell === 'boolean') return { fault: 'not-a-number', params: { value: cellText(cell) } };
    if (!isNumber(cell)) return { fault: 'date-not-expected', params: { value: cell.text } };
    return cell.percent ? { fault: 'unexpected-percent', params: { value: cellText(cell) } } : readStored(cell.value);
  };
}

function readPercentCell(cell: Exclude<Cell, null>): CellRead<string> {
  if (typeof cell === 'string') return readPercentText(cell);
  if (typeof cell === 'boolean') return { fault: 'not-a-number', params: { value: cellText(cell) } };
  if (!isNumber(cell)) return { fault: 'date-not-expected', params: { value: cell.text } };
  const stored = readStored(cell.value);
  if (!('value' in stored)) return stored;
  return cell.percent ? { value: cellText({ ...cell, value: Number(stored.value) }) } : bareRatio(stored.value);
}
