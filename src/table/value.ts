import type { Params } from '../messages/issue.ts';
import { unaccented, type Lang } from '../base/text.ts';
import type { FlatValue } from '../case/flat.ts';
import type { CaseKey } from '../case/keys.ts';
import { bareRatio, readStored, unmistakable } from '../case/spelling/numbers.ts';
import { readPair } from '../case/spelling/durations.ts';
import type { Spelling } from '../case/spelling/spelling.ts';
import { yearsAndMonths } from '../case/values.ts';
import { hintsOf, saysYearsAndMonths } from './hints.ts';
import { cellText, percentText, type Cell, type DateCell, type NumberCell } from './cell.ts';
import type { TableIssueCode } from './messages.ts';

/** A cell read as what its column holds, or what is wrong with it. */
export type CellRead<T> = { readonly value: T } | { readonly fault: TableIssueCode; readonly params?: Params };

/** Reads the cells of one column. */
export type ValueReader = (cell: Exclude<Cell, null>) => CellRead<FlatValue>;

/** The reader of the cells under a key of the case. `heading`: how the file names the column, where it does. */
export function valueReader(key: CaseKey, spelling: Spelling, lang: Lang, heading?: string): ValueReader {
  const stored = storedReader(key, spelling, lang);
  const doubtful = OFTEN_COEFFICIENTS.has(key.key) && heading !== undefined && !saysPercent(heading, key);
  // "28-07" has one meaning where the heading says that years and months are written so.
  const paired = key.key.endsWith('.years') && heading !== undefined && hintsOf(heading).some(saysYearsAndMonths);
  const read: ValueReader = (cell) => {
    if (typeof cell === 'string') {
      const pair = paired ? readPair(cell) : undefined;
      return pair === undefined ? spelling.read(key.key, cell, lang) : { value: yearsAndMonths(pair) };
    }
    if (typeof cell === 'object' && cell.kind === 'faulty') return { fault: cell.fault, params: { value: cell.text } };
    return stored(cell);
  };
  return doubtful ? (cell) => marked(cell, read(cell)) : read;
}

type Stored = boolean | NumberCell | DateCell;

/** Reads what a sheet stores as something else than text. */
function storedReader({ key, type }: CaseKey, spelling: Spelling, lang: Lang): (cell: Stored) => CellRead<FlatValue> {
  switch (type) {
    case 'flag':
      return (cell) => (typeof cell === 'boolean' ? { value: cell } : spelling.read(key, cellText(cell), lang));
    case 'word':
      return (cell) => spelling.read(key, cellText(cell), lang);
    case 'text':
    case 'age':
      return (cell) => {
        if (typeof cell === 'boolean') return spelling.read(key, cellText(cell), lang);
        if (cell.kind === 'date') return { fault: 'date-not-expected', params: { value: cell.text } };
        return spelling.vocabulary.has(key) ? spelling.read(key, cellText(cell), lang) : readStored(cell.value);
      };
    case 'day':
      return storedDay(false);
    case 'birth':
      return storedDay(true);
    case 'percent':
      return storedPercent;
    default:
      return storedNumber(key.endsWith('.years') ? (text) => spelling.read(key, text, lang) : undefined);
  }
}

function storedDay(yearAlone: boolean): (cell: Stored) => CellRead<string> {
  return (cell) => {
    if (typeof cell === 'boolean') return { fault: 'impossible-date', params: { unread: cellText(cell), more: '' } };
    if (cell.kind === 'date') return { value: cell.text };
    const year = yearAlone && !cell.percent && Number.isInteger(cell.value) && cell.value >= 1900 && cell.value <= 2100;
    return year ? { value: String(cell.value) } : { fault: 'serial-number', params: { value: cellText(cell) } };
  };
}

/** A stored number; `further` reads its text where it must be whole. */
function storedNumber(further?: (text: string) => CellRead<FlatValue>): (cell: Stored) => CellRead<FlatValue> {
  return (cell) => {
    if (typeof cell === 'boolean') return { fault: 'not-a-number', params: { value: cellText(cell) } };
    if (cell.kind === 'date') return { fault: 'date-not-expected', params: { value: cell.text } };
    if (cell.percent) return { fault: 'unexpected-percent', params: { value: cellText(cell) } };
    const read = readStored(cell.value);
    return further && 'value' in read && !Number.isInteger(cell.value) ? further(unmistakable(read.value)) : read;
  };
}

function storedPercent(cell: Stored): CellRead<string> {
  if (typeof cell === 'boolean') return { fault: 'not-a-number', params: { value: cellText(cell) } };
  if (cell.kind === 'date') return { fault: 'date-not-expected', params: { value: cell.text } };
  const stored = readStored(cell.value);
  if (!('value' in stored)) return stored;
  return cell.percent ? { value: cellText({ ...cell, value: Number(stored.value) }) } : bareRatio(stored.value);
}

/** Allowances that offices often give as a coefficient, under the same heading. */
const OFTEN_COEFFICIENTS: ReadonlySet<string> = new Set(['salary.responsibility', 'salary.overFrame']);

function saysPercent(heading: string, { key }: CaseKey): boolean {
  return heading.trim().toLowerCase() === key.toLowerCase() || /%|phan tram|ty le|per ?cent/.test(unaccented(heading));
}

/** A per cent with its sign; a plain 0,2 may be 20 % or a coefficient. */
function marked(cell: Exclude<Cell, null>, read: CellRead<FlatValue>): CellRead<FlatValue> {
  if (!('value' in read)) return read;
  const ratio = String(read.value);
  if (ratio.endsWith('%') || Number(ratio) === 0) return read;
  const percent = percentText(Number(ratio));
  const params = { value: cellText(cell).trim(), percent, percentVi: percent.replace('.', ',') };
  return { fault: 'percent-or-coefficient', params };
}
