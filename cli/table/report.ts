import type { Lang, Words } from '../../src/base/text.ts';
import { caseKey } from '../../src/case/keys.ts';
import type { Law } from '../../src/law/law.ts';
import { everyBenefit, heading, type ColumnKind, type LayoutColumn } from '../../src/table/layout.ts';
import type { RowIssue } from '../../src/table/rows.ts';
import type { Totals } from './pipeline.ts';
import { lawSheet, summarySheet } from './report-summary.ts';
import { spooledStyles, spoolRows, type SpooledRefusal } from './spool.ts';
import type { RunFiles } from './state.ts';
import { planLayout, type WorkPlan } from './work.ts';
import type { SheetCell, SheetPlan, SheetRow } from './workbook.ts';
import { saveXlsx } from './xlsx/save.ts';

/** The names of the sheets of a report. */
const SHEET_NAMES = {
  results: { vi: 'Kết quả', en: 'Results' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  summary: { vi: 'Tổng hợp', en: 'Summary' },
  law: { vi: 'Luật áp dụng', en: 'Law' },
} as const satisfies Readonly<Record<string, Words>>;

/** So many results fit on one sheet; further ones go on to the next. */
const ROWS_PER_SHEET = 1_000_000;

const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 14,
  long: 40,
  date: 11,
  dong: 15,
  count: 8,
  decimal: 9,
  percent: 9,
};

/**
 * Puts the workbook of a run together from the rows that wait on disk: results, refused rows, summary, law. Memory
 * does not grow with the rows.
 */
export async function saveReport(files: RunFiles, plan: WorkPlan, law: Law, totals: Totals): Promise<void> {
  const { lang } = plan.core;
  const layout = planLayout(plan, law);
  const shown = layout.columns
    .map((column, at) => ({ column, at }))
    .filter(({ column, at }) => isShown(column, totals.used[at] === true));
  const sheets: SheetPlan[] = [];
  for (let from = 0; from === 0 || from < totals.rows; from += ROWS_PER_SHEET) {
    sheets.push(resultSheet(files.part, shown, lang, from));
  }
  sheets.push(refusedSheet(files.part, lang));
  sheets.push(summarySheet(SHEET_NAMES.summary[lang], totals, everyBenefit(law, plan.core.scheme), lang));
  sheets.push(lawSheet(SHEET_NAMES.law[lang], totals.tally, plan, law));
  await saveXlsx(files.book, sheets);
}

/** Columns that say nothing in any row are left out, but for the ones that every report has; hashes stand apart. */
function isShown(column: LayoutColumn, used: boolean): boolean {
  if (column.id === 'result.lawHash') return false;
  if (column.source === 'case' && caseKey(column.id)?.required === true) return true;
  return used || column.source === 'extra' || ['result.row', 'result.outcome', 'result.total'].includes(column.id);
}

interface Shown {
  readonly column: LayoutColumn;
  readonly at: number;
}

function resultSheet(part: string, shown: readonly Shown[], lang: Lang, from: number): SheetPlan {
  const name = from === 0 ? SHEET_NAMES.results[lang] : `${SHEET_NAMES.results[lang]} ${from / ROWS_PER_SHEET + 1}`;
  const named = shown.findIndex(({ column }) => column.id === 'person.name');
  return {
    name,
    widths: shown.map(({ column }) => (column.id === 'person.name' ? 26 : WIDTHS[column.kind])),
    frozenRows: 1,
    frozenColumns: named >= 0 && named < 4 ? named + 1 : 1,
    filterRow: 1,
    shortStyles: shown.map(({ column }) => spooledStyles(column)),
    rows: resultRows(part, shown, lang, from),
  };
}

async function* resultRows(
  part: string,
  shown: readonly Shown[],
  lang: Lang,
  from: number,
): AsyncGenerator<SheetRow, void, undefined> {
  yield shown.map(({ column }): SheetCell => ({ text: heading(column, lang), style: 'heading' }));
  let row = 0;
  for await (const one of spoolRows(part)) {
    if (row++ < from) continue;
    if (row > from + ROWS_PER_SHEET) return;
    yield shown.map(({ at }) => one.cells[at] ?? null);
  }
}

const REFUSED_HEADINGS: readonly Words[] = [
  { vi: 'Dòng', en: 'Row' },
  { vi: 'Mã hồ sơ', en: 'Case id' },
  { vi: 'Ô', en: 'Cell' },
  { vi: 'Cột', en: 'Column' },
  { vi: 'Mã lỗi', en: 'Code' },
  { vi: 'Lý do và cách sửa', en: 'Reason and remedy' },
];

function refusedSheet(part: string, lang: Lang): SheetPlan {
  return {
    name: SHEET_NAMES.refused[lang],
    widths: [8, 18, 10, 28, 26, 100],
    frozenRows: 1,
    filterRow: 1,
    rows: refusedRows(part, lang),
  };
}

async function* refusedRows(part: string, lang: Lang): AsyncGenerator<SheetCell[], void, undefined> {
  yield REFUSED_HEADINGS.map((words) => ({ text: words[lang], style: 'heading' }));
  for await (const { refused } of spoolRows(part, 'BX')) {
    for (const issue of refused?.issues ?? []) yield refusedRow(refused as SpooledRefusal, issue);
  }
}

function refusedRow({ row, id }: SpooledRefusal, { cell, column, path, code, message }: RowIssue): SheetCell[] {
  return [
    { number: row, style: 'count' },
    { text: id ?? '' },
    { text: cell ?? '' },
    { text: column ?? path },
    { text: code },
    { text: message, style: 'long' },
  ];
}
