import type { Lang, Words } from '../base/text.ts';
import { columnName } from '../table/cell.ts';
import { daySerial } from '../table/dates.ts';
import { cellText, escapeXml, isSpaced, SPACED } from './cell-text.ts';
import type { CellStyle, SheetCell, SheetPlan, SheetRow, SheetRule } from './plan.ts';
import { rowHeight } from './row-height.ts';
import { styleNumber } from './styles.ts';

/** The number of a style in the style sheet that a sheet is written for. */
export type StyleNumbers = (style: CellStyle) => number;

const FLUSH = 64 * 1024;

/** What a sheet is written for. */
export interface SheetTarget {
  /** The style sheet; default: our own. */
  readonly styles?: StyleNumbers;
  /** The language of the word for a page at its foot; default: no word. */
  readonly lang?: Lang;
}

/** The XML of a sheet, in pieces as its rows come. */
export async function* sheetXml(
  plan: SheetPlan,
  active: boolean,
  { styles = styleNumber, lang }: SheetTarget = {},
): AsyncGenerator<string, void, undefined> {
  yield sheetHead(plan, active, styles);
  const columns = plan.widths.map((_, at) => columnName(at));
  const shown = shownWidths(plan);
  const merged: string[] = [];
  let piece = '<sheetData>';
  let row = 0;
  for await (const cells of plan.rows) {
    piece += rowXml(++row, cells, columns, shown, styles);
    for (const [at, cell] of cells.entries()) {
      if (cell && 'text' in cell && cell.across !== undefined)
        merged.push(`${columnName(at)}${row}:${columnName(at + cell.across - 1)}${row}`);
    }
    if (piece.length < FLUSH) continue;
    yield piece;
    piece = '';
  }
  yield piece + '</sheetData>' + sheetTail(plan, row, merged, lang);
}

/** The widths of the columns; 0 of one that is folded away. */
function shownWidths({ widths, foldedFrom = widths.length }: SheetPlan): number[] {
  return widths.map((width, at) => (at < foldedFrom ? width : 0));
}

function sheetHead(plan: SheetPlan, active: boolean, styles: StyleNumbers): string {
  const { frozenRows: rows, frozenColumns: columns = 0, foldedFrom } = plan;
  const corner = columnName(columns) + String(rows + 1);
  const pane = columns > 0 ? (rows > 0 ? 'bottomRight' : 'topRight') : 'bottomLeft';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const frozen =
    rows + columns === 0
      ? ''
      : `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
  const widths = plan.widths.map((width, index) => columnXml(plan, width, index, styles));
  const folded = foldedFrom !== undefined && foldedFrom < plan.widths.length;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<sheetPr>${folded ? '<outlinePr summaryRight="0"/>' : ''}<pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView${active ? ' tabSelected="1"' : ''} workbookViewId="0">${frozen}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"${folded ? ' outlineLevelCol="1"' : ''}/>` +
    `<cols>${widths.join('')}</cols>`
  );
}

/** A column; the one left of those that are folded away carries the button that opens them. */
function columnXml(plan: SheetPlan, width: number, index: number, styles: StyleNumbers): string {
  const { columnStyles, foldedFrom = Infinity, widths } = plan;
  const style = columnStyles?.[index];
  const shown = style === undefined ? '' : ` style="${styles(style)}"`;
  const folded = index >= foldedFrom ? ' hidden="1" outlineLevel="1"' : '';
  const button = index === foldedFrom - 1 && foldedFrom < widths.length ? ' collapsed="1"' : '';
  return `<col min="${index + 1}" max="${index + 1}" width="${width}"${shown}${folded}${button} customWidth="1"/>`;
}

function rowXml(
  row: number,
  cells: SheetRow,
  columns: readonly string[],
  widths: readonly number[],
  styles: StyleNumbers,
): string {
  const points = rowHeight(cells, widths);
  const height = points === undefined ? '' : ` ht="${points}" customHeight="1"`;
  let xml = `<row r="${row}"${height}>`;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    if (!cell) continue;
    xml += `<c r="${columns[at] ?? columnName(at)}${row}${cellXml(cell, styles)}`;
  }
  return xml + '</row>';
}

/** What stands behind the reference of a cell. */
function cellXml(cell: Exclude<SheetCell, null>, styles: StyleNumbers): string {
  if ('number' in cell) return `" s="${styles(cell.style)}"><v>${cell.number}</v></c>`;
  if ('date' in cell) return `" s="${styles('date')}"><v>${daySerial(cell.date)}</v></c>`;
  if ('flag' in cell) return `" s="${styles('text')}" t="b"><v>${cell.flag ? 1 : 0}</v></c>`;
  if ('error' in cell) return `" s="${styles('text')}" t="e"><v>${cell.error}</v></c>`;
  const style = styles(cell.style ?? 'text');
  if (cell.text === '') return `" s="${style}"/>`;
  const text = cellText(cell.text);
  return `" s="${style}" t="inlineStr"><is>${isSpaced(text) ? SPACED : '<t>'}${text}</t></is></c>`;
}

function sheetTail(plan: SheetPlan, rows: number, merged: readonly string[], lang: Lang | undefined): string {
  const last = columnName(plan.widths.length - 1);
  const { filterRow, footRows = 0, paper = 'a3' } = plan;
  const filter =
    filterRow === undefined ? '' : `<autoFilter ref="A${filterRow}:${last}${Math.max(rows - footRows, filterRow)}"/>`;
  const merges =
    merged.length === 0
      ? ''
      : `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  const rules = plan.rules ?? [];
  const validations =
    rules.length === 0
      ? ''
      : `<dataValidations count="${rules.length}">${rules.map(ruleXml).join('')}</dataValidations>`;
  const notes = (plan.notes ?? []).length === 0 ? '' : '<legacyDrawing r:id="rId1"/>';
  return (
    filter +
    merges +
    validations +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${PAPER[paper]}" orientation="landscape" fitToWidth="${pagesAcross(plan)}" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>&amp;L&amp;A&amp;R${lang === undefined ? '' : `${PAGE[lang]} `}&amp;P/&amp;N</oddFooter></headerFooter>` +
    notes +
    '</worksheet>'
  );
}

const PAGE: Words = { vi: 'Trang', en: 'Page' };

/** The numbers that spreadsheets give to sheets of paper. */
const PAPER = { a4: 9, a3: 8 } as const;

/** So many characters fit across a page of A3 in landscape and can still be read. */
const PAGE_CHARS = 320;

function pagesAcross(plan: SheetPlan): number {
  return Math.max(1, Math.ceil(shownWidths(plan).reduce((sum, width) => sum + width, 0) / PAGE_CHARS));
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
