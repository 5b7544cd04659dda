import type { Cell } from '../table/cell.ts';
import { serialDay } from '../table/dates.ts';
import type { DamageCode } from '../messages/damage.ts';
import type { Params } from '../messages/issue.ts';
import type { Limits } from './limits.ts';
import { decodeEscapes, type StyleKind } from './parts.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly texts: readonly string[];
  readonly styles: readonly StyleKind[];
  /** Whether days are counted from 1904. */
  readonly from1904: boolean;
  readonly limits: Limits;
}

/** A cell as its sheet stores it: the letters of its type, its style, and the text of its value. */
export interface StoredCell {
  readonly type: string;
  readonly style: string | undefined;
  readonly value: string;
}

/** The refusal of a sheet for what is wrong with a cell. */
type Damaged = (code: DamageCode, params: Params) => Error;

/**
 * The value of a cell. `damaged`: how it is told that the cell says what no cell can: an index of no text or style, a
 * number that is none, a type that does not exist.
 */
export function storedValue({ type, style, value }: StoredCell, context: SheetContext, damaged: Damaged): Cell {
  const kind = styleKind(style, context.styles, damaged);
  switch (type) {
    case 's':
      return textCell(sharedText(value, context.texts, damaged), context.limits);
    case 'str':
    case 'inlineStr':
      return textCell(decodeEscapes(value), context.limits);
    case 'b':
      return truth(value.trim(), damaged);
    case 'e':
      return { kind: 'faulty', fault: 'cell-error', text: value };
    case 'd':
      return textCell(value, context.limits);
    case 'n':
      return numberCell(value, kind, context.from1904, damaged);
    default:
      throw damaged('type', { value: type });
  }
}

/** A number of the list of texts, or of styles, as a workbook writes it. */
const INDEX = /^\d{1,9}$/;

function sharedText(value: string, texts: readonly string[], damaged: Damaged): string {
  const index = value.trim();
  const text = INDEX.test(index) ? texts[Number(index)] : undefined;
  if (text === undefined) throw damaged('text', { value });
  return text;
}

function styleKind(style: string | undefined, styles: readonly StyleKind[], damaged: Damaged): StyleKind {
  // A workbook without a list of styles has none that could say what a number means.
  if (style === undefined || styles.length === 0) return styles[0] ?? 'number';
  const kind = INDEX.test(style) ? styles[Number(style)] : undefined;
  if (kind === undefined) throw damaged('style', { value: style });
  return kind;
}

function textCell(text: string, { cellChars }: Limits): Cell {
  if (text.length > cellChars) return { kind: 'faulty', fault: 'text-too-long', text: String(cellChars) };
  return text === '' ? null : text;
}

function truth(value: string, damaged: Damaged): boolean {
  if (value === '1' || value === 'true') return true;
  if (value === '0' || value === 'false') return false;
  throw damaged('truth', { value });
}

/** No program writes a number longer than this. */
const LONGEST_NUMBER = 64;
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

function numberCell(written: string, kind: StyleKind, from1904: boolean, damaged: Damaged): Cell {
  const text = written.length > LONGEST_NUMBER ? '' : written.trim();
  if (!NUMBER.test(text)) throw damaged('number', { value: written });
  const value = Number(text);
  if (kind === 'number' || kind === 'percent') return { kind: 'number', value, percent: kind === 'percent' };
  if (kind === 'time') return { kind: 'faulty', fault: 'time-of-day', text: String(value) };
  const day = serialDay(value, from1904);
  return day === undefined
    ? { kind: 'faulty', fault: 'date-out-of-range', text: String(value) }
    : { kind: 'date', text: day };
}
