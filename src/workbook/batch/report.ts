import type { Lang, Words } from '../../base/text.ts';
import { caseKey } from '../../case/keys.ts';
import type { Law } from '../../law/law.ts';
import { everyBenefit, heading, type ColumnKind, type LayoutColumn } from '../../table/layout.ts';
import type { RowIssue } from '../../table/rows.ts';
import { lawSheet, summarySheet, type Summed } from './summary.ts';
import { waitingRows, type WaitingRefusal } from './waiting-rows.ts';
import { planLayout, type BatchPlan } from '../../table/batch-plan.ts';
import type { SheetCell, SheetPlan, SheetRow } from '../plan.ts';

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

/** What a workbook of results is made of. */
export interface Reported extends Summed {
  readonly rows: number;
  /** Which columns hold a value in any row. */
  readonly used: readonly boolean[];
}

/** The rows that wait, from the first on; each sheet reads them once. */
type Waiting = () => AsyncIterable<Uint8Array>;

/** The sheets of a run: results, refused rows, summary, law. Memory does not grow with the rows. */
export function reportSheets(waiting: Waiting, plan: BatchPlan, law: Law, totals: Reported): SheetPlan[] {
  const { lang } = plan.core;
  const notes = {
    ...(plan.sheets ? { sheets: plan.sheets.map(({ sheet }) => sheet) } : {}),
    ...(plan.told ? { told: plan.told } : {}),
  };
  const shown = planLayout(plan, law)
    .columns.map((column, at) => ({ column, at }))
    .filter(({ column, at }) => isShown(column, totals.used[at] === true));
  const results = Array.from({ length: Math.max(1, Math.ceil(totals.rows / ROWS_PER_SHEET)) }, (_, at) =>
    resultSheet(waiting, shown, lang, at * ROWS_PER_SHEET),
  );
  return [
    ...results,
    refusedSheet(waiting, lang),
    summarySheet(SHEET_NAMES.summary[lang], { ...totals, ...notes }, everyBenefit(law, plan.core.scheme), lang),
    lawSheet(SHEET_NAMES.law[lang], totals.tally, plan, law),
  ];
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

function resultSheet(waiting: Waiting, shown: readonly Shown[], lang: Lang, from: number): SheetPlan {
  const name = from === 0 ? SHEET_NAMES.results[lang] : `${SHEET_NAMES.results[lang]} ${from / ROWS_PER_SHEET + 1}`;
  const named = shown.findIndex(({ column }) => column.id === 'person.name');
  return {
    name,
    widths: shown.map(({ column }) => (column.id === 'person.name' ? 26 : WIDTHS[column.kind])),
    frozenRows: 1,
    frozenColumns: named >= 0 && named < 4 ? named + 1 : 1,
    filterRow: 1,
    rows: resultRows(waiting, shown, lang, from),
  };
}

async function* resultRows(
  waiting: Waiting,
  shown: readonly Shown[],
  lang: Lang,
  from: number,
): AsyncGenerator<SheetRow, void, undefined> {
  yield shown.map(({ column }): SheetCell => ({ text: heading(column, lang), style: 'heading' }));
  let row = 0;
  for await (const one of waitingRows(waiting())) {
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

function refusedSheet(waiting: Waiting, lang: Lang): SheetPlan {
  return {
    name: SHEET_NAMES.refused[lang],
    widths: [8, 18, 10, 28, 26, 100],
    frozenRows: 1,
    filterRow: 1,
    rows: refusedRows(waiting, lang),
  };
}

async function* refusedRows(waiting: Waiting, lang: Lang): AsyncGenerator<SheetCell[], void, undefined> {
  yield REFUSED_HEADINGS.map((words) => ({ text: words[lang], style: 'heading' }));
  for await (const { refused } of waitingRows(waiting(), 'BX')) {
    for (const issue of refused?.issues ?? []) yield refusedRow(refused as WaitingRefusal, issue);
  }
}

function refusedRow({ row, id, sheet }: WaitingRefusal, { cell, column, path, code, message }: RowIssue): SheetCell[] {
  return [
    { number: row, style: 'count' },
    { text: id ?? '' },
    { text: [sheet, cell].filter((part) => part !== undefined && part !== '').join('!') },
    { text: column ?? path },
    { text: code },
    { text: message, style: 'long' },
  ];
}
