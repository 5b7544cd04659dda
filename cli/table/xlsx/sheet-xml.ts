import { columnName, faultText, type Cell } from '../../../src/table/cell.ts';
import { daySerial, serialDay } from '../../../src/table/dates.ts';
import type { CellStyle, SheetCell, SheetPlan, SheetRow, SheetRule, ShortCell, ShortStyles } from '../workbook.ts';
import { styleNumber } from './styles.ts';

/** XML text: markup escaped, and characters that XML cannot hold written as Office does. */
export function escapeXml(text: string): string {
  if (!/[&<>"\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]|_x[0-9a-fA-F]{4}_/.test(text)) return text;
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/g,
      (bad) => `_x${bad.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

const FLUSH = 64 * 1024;
const LONGEST_CELL = 32_767;

/** The number of a style in the style sheet that a sheet is written for. */
export type StyleNumbers = (style: CellStyle) => number;

/** The XML of a sheet, in pieces as its rows come. */
export async function* sheetXml(
  plan: SheetPlan,
  active: boolean,
  styles: StyleNumbers = styleNumber,
): AsyncGenerator<string, void, undefined> {
  yield sheetHead(plan, active, styles);
  const columns = columnsOf(plan, styles);
  let piece = '<sheetData>';
  let row = 0;
  for await (const cells of plan.rows) {
    piece += rowXml(++row, cells, columns, plan.widths, styles);
    if (piece.length < FLUSH) continue;
    yield piece;
    piece = '';
  }
  yield piece + '</sheetData>' + sheetTail(plan, row);
}

function sheetHead(plan: SheetPlan, active: boolean, styles: StyleNumbers): string {
  const { frozenRows: rows, frozenColumns: columns = 0 } = plan;
  const corner = columnName(columns) + String(rows + 1);
  const pane = columns > 0 ? (rows > 0 ? 'bottomRight' : 'topRight') : 'bottomLeft';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const frozen =
    rows + columns === 0
      ? ''
      : `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
  const widths = plan.widths.map((width, index) => {
    const style = plan.columnStyles?.[index];
    const shown = style === undefined ? '' : ` style="${styles(style)}"`;
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${shown} customWidth="1"/>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView${active ? ' tabSelected="1"' : ''} workbookViewId="0">${frozen}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${widths.join('')}</cols>`
  );
}

function rowXml(
  row: number,
  cells: SheetRow,
  columns: readonly Column[],
  widths: readonly number[],
  styles: StyleNumbers,
): string {
  const lines = headingLines(cells, widths);
  const height = lines > 1 ? ` ht="${lines * LINE_HEIGHT}" customHeight="1"` : '';
  let xml = `<row r="${row}"${height}>`;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    if (!cell) continue;
    const column = columns[at] ?? columnAt(at, PLAIN, styles);
    xml += `<c r="${column.name}${row}`;
    xml += typeof cell === 'string' ? shortXml(cell, column, styles) : cellXml(cell, styles);
  }
  return xml + '</row>';
}

/** Points of a line of a heading. */
const LINE_HEIGHT = 16;

/** How many lines the headings of a row need; not every program gives a wrapped row its height by itself. */
function headingLines(cells: SheetRow, widths: readonly number[]): number {
  let most = 0;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    if (!cell || typeof cell === 'string' || !('text' in cell) || cell.style !== 'heading') continue;
    const width = Math.max(1, (widths[at] ?? LINE_HEIGHT) - 2);
    let lines = 1;
    let used = 0;
    for (const word of cell.text.split(' ')) {
      if (used > 0 && used + 1 + word.length > width) [lines, used] = [lines + 1, word.length];
      else used += (used > 0 ? 1 : 0) + word.length;
    }
    most = Math.max(most, lines);
  }
  return most;
}

/** What stands behind the reference of a cell. */
function cellXml(cell: Exclude<SheetCell, null>, styles: StyleNumbers): string {
  if ('number' in cell) return `" s="${styles(cell.style)}"><v>${cell.number}</v></c>`;
  if ('date' in cell) return `" s="${styles('date')}"><v>${daySerial(cell.date)}</v></c>`;
  const style = styles(cell.style ?? 'text');
  if (cell.text === '') return `" s="${style}"/>`;
  const text = cellText(cell.text);
  return `" s="${style}" t="inlineStr"><is>${isSpaced(text) ? SPACED : '<t>'}${text}</t></is></c>`;
}

/** Spaces at the ends of a text count only where this is said. */
const SPACED = '<t xml:space="preserve">';

function isSpaced(text: string): boolean {
  return text.charCodeAt(0) <= SPACE || text.charCodeAt(text.length - 1) <= SPACE;
}

const SPACE = 32;

function cellText(text: string): string {
  return escapeXml(text.length > LONGEST_CELL ? cut(text) : text);
}

/** As much of a text as a cell can hold, and a word that it is not all. */
function cut(text: string): string {
  const told = ` [… cắt bớt/cut: ${text.length}]`;
  const end = LONGEST_CELL - told.length;
  // Half a character is none.
  return text.slice(0, isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end) + told;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/** A cell in short; its own style is that of its column, or text. */
export function shortCell(cell: SheetCell): ShortCell {
  if (!cell) return '';
  if ('number' in cell) return 'n' + cell.number;
  if ('date' in cell) return `d${daySerial(cell.date)}`;
  const text = cellText(cell.text);
  return (isSpaced(text) ? 's' : 't') + text;
}

/** The errors that the cells of a sheet may hold. */
const ERROR = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)$/;

/**
 * A cell of a workbook that was read, in short: it stays a number, per cent, date, time, truth value or error, whatever
 * its column holds.
 */
export function shortCopy(cell: Cell): ShortCell {
  if (cell === null || typeof cell === 'string') return cell === null ? '' : shortCell({ text: cell });
  if (typeof cell === 'boolean') return cell ? 'b1' : 'b0';
  if (cell.kind === 'date') return shortCell({ date: cell.text });
  if (cell.kind === 'number')
    return Number.isFinite(cell.value) ? (cell.percent ? 'p' : 'g') + String(cell.value) : 'e#NUM!';
  const { fault, text } = cell;
  if (fault === 'formula-without-value') return 'e#N/A';
  if (fault === 'cell-error' && ERROR.test(text)) return 'e' + text;
  if (fault === 'time-of-day') return 'h' + text;
  // Days from 1904 may be outside of one calendar and within the other.
  if (fault === 'date-out-of-range' && serialDay(Number(text), false) === undefined) return 'd' + text;
  return shortCell({ text: faultText(cell) });
}

/** A column of a sheet: its name, and how a cell of each form goes on behind its reference. */
interface Column {
  readonly name: string;
  readonly number: string;
  readonly date: string;
  readonly text: string;
}

const PLAIN: ShortStyles = { text: 'text', number: 'text' };

function columnsOf({ widths, shortStyles }: SheetPlan, styles: StyleNumbers): Column[] {
  return widths.map((_, at) => columnAt(at, shortStyles?.[at] ?? PLAIN, styles));
}

function columnAt(at: number, { text, number }: ShortStyles, styles: StyleNumbers): Column {
  return {
    name: columnName(at),
    number: `" s="${styles(number)}"><v>`,
    date: `" s="${styles('date')}"><v>`,
    text: `" s="${styles(text)}" t="inlineStr"><is>`,
  };
}

const [NUMBER, DATE, SPACED_TEXT, TEXT] = ['n', 'd', 's', 't'].map((letter) => letter.charCodeAt(0));

/** The style and type of copied cells by the letter of their form; the same in every column. */
const COPIED: ReadonlyMap<string, readonly [style: CellStyle, type: string]> = new Map([
  ['g', ['text', '']],
  ['p', ['percent', '']],
  ['h', ['time', '']],
  ['b', ['text', ' t="b"']],
  ['e', ['text', ' t="e"']],
]);

function shortXml(cell: ShortCell, { number, date, text }: Column, styles: StyleNumbers): string {
  const form = cell.charCodeAt(0);
  const body = cell.slice(1);
  if (form === NUMBER) return number + body + '</v></c>';
  if (form === DATE) return date + body + '</v></c>';
  if (form === SPACED_TEXT || form === TEXT) return text + (form === TEXT ? '<t>' : SPACED) + body + '</t></is></c>';
  const [style, type] = COPIED.get(cell.charAt(0)) ?? ['text', ''];
  return `" s="${styles(style)}"${type}><v>${body}</v></c>`;
}

function sheetTail(plan: SheetPlan, rows: number): string {
  const last = columnName(plan.widths.length - 1);
  const filter =
    plan.filterRow === undefined
      ? ''
      : `<autoFilter ref="A${plan.filterRow}:${last}${Math.max(rows, plan.filterRow)}"/>`;
  const rules = plan.rules ?? [];
  const validations =
    rules.length === 0
      ? ''
      : `<dataValidations count="${rules.length}">${rules.map(ruleXml).join('')}</dataValidations>`;
  const notes = (plan.notes ?? []).length === 0 ? '' : '<legacyDrawing r:id="rId1"/>';
  return (
    filter +
    validations +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="8" orientation="landscape" fitToWidth="${pagesAcross(plan)}" fitToHeight="0"/>` +
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter>' +
    notes +
    '</worksheet>'
  );
}

/** So many characters fit across a page of A3 in landscape and can still be read. */
const PAGE_CHARS = 320;

function pagesAcross(plan: SheetPlan): number {
  return Math.max(1, Math.ceil(plan.widths.reduce((sum, width) => sum + width, 0) / PAGE_CHARS));
}

function ruleXml(rule: SheetRule): string {
  const kind = rule.list !== undefined ? 'type="list"' : rule.condition !== undefined ? 'type="custom"' : '';
  const title = (text: string): string => escapeXml(text.slice(0, 32));
  const prompt =
    rule.hint === undefined
      ? ''
      : ` showInputMessage="1" promptTitle="${title(rule.title ?? '')}" prompt="${escapeXml(rule.hint.slice(0, 255))}"`;
  const stop =
    rule.error === undefined
      ? ''
      : ` showErrorMessage="1" errorTitle="${title(rule.title ?? '')}" error="${escapeXml(rule.error.slice(0, 255))}"`;
  const formula =
    rule.list === undefined ? rule.condition : typeof rule.list === 'string' ? rule.list : `"${rule.list.join(',')}"`;
  const body = formula === undefined ? '' : `<formula1>${escapeXml(formula)}</formula1>`;
  return `<dataValidation ${kind} allowBlank="1"${prompt}${stop} sqref="${rule.range}">${body}</dataValidation>`;
}
