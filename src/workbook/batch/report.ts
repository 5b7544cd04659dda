import type { Words } from '../../base/text.ts';
import type { Law } from '../../law/law.ts';
import { everyBenefit } from '../../table/layout.ts';
import { planLayout, type BatchPlan, type Format } from '../../table/batch-plan.ts';
import type { Note } from '../../table/note.ts';
import type { SheetPlan } from '../plan.ts';
import { sealSheet, type Sealing } from '../seal/sheet.ts';
import { Bases } from './bases.ts';
import { checksSheet } from './checks.ts';
import { arranged } from './columns.ts';
import { lawSheet } from './law-sheet.ts';
import { refusedSheet } from './refused.ts';
import { resultSheets, type Waiting } from './results.ts';
import { summarySheet, type Summed } from './summary.ts';

/** The names of the sheets of a report, in their order. */
const SHEET_NAMES = {
  summary: { vi: 'Tóm tắt', en: 'Summary' },
  results: { vi: 'Kết quả', en: 'Results' },
  checks: { vi: 'Cần kiểm tra trước khi ký', en: 'To check before signing' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  law: { vi: 'Căn cứ', en: 'Legal basis' },
} as const satisfies Readonly<Record<string, Words>>;

/** What a workbook of results is made of. */
export interface Reported extends Summed {
  readonly rows: number;
  /** Which columns hold a value in any row. */
  readonly used: readonly boolean[];
}

/**
 * The sheets of a run: summary, results, what to check before signing, refused rows, legal basis, seal. Memory does not grow
 * with the rows.
 */
export function reportSheets(
  waiting: Waiting,
  plan: BatchPlan,
  law: Law,
  totals: Reported,
  seal: Pick<Sealing, 'sha256' | 'onHead'> = {},
): SheetPlan[] {
  const isSealed = notSealed(plan.to, totals.rows).length === 0;
  const sheets = (): SheetPlan[] => unsealedSheets(waiting, plan, law, totals, isSealed);
  if (!isSealed) return sheets();
  return [...sheets(), sealSheet({ sheets, rows: totals.rows, ...seal }, plan.core.lang)];
}

/** The seal of more people would not fit on one sheet. */
const MOST_SEALED = 250_000;

/** What has to be told of a workbook of so many people that it has no seal; nothing of any other output. */
export function notSealed(to: Format, rows: number): Note[] {
  if (to !== 'xlsx' || rows <= MOST_SEALED) return [];
  return [
    {
      code: 'not-sealed',
      vi: `Sổ kết quả có ${rows} người, quá ${MOST_SEALED} nên không được niêm phong. Chia danh sách, hoặc giữ bản ghi NDJSON có chuỗi.`,
      en: `The workbook of results holds ${rows} people, more than ${MOST_SEALED}, and has no seal. Divide the list, or keep chained NDJSON records.`,
    },
  ];
}

function unsealedSheets(waiting: Waiting, plan: BatchPlan, law: Law, totals: Reported, isSealed: boolean): SheetPlan[] {
  const { header, core } = plan;
  const { lang } = core;
  const notes = {
    ...(plan.sheets ? { sheets: plan.sheets.map(({ sheet }) => sheet) } : {}),
    told: [...(plan.told ?? []), ...notSealed(plan.to, totals.rows)],
  };
  const { columns } = planLayout(plan, law);
  const reading = { header, lang };
  const names = SHEET_NAMES;
  // The sheets are written in their order: whatever the results name is known when the legal basis is written.
  const bases = new Bases();
  const results = { tally: totals.tally, rows: totals.rows, tellBasis: (basis: string) => bases.add(basis) };
  return [
    summarySheet(names.summary[lang], { ...totals, ...notes, waiting, columns }, everyBenefit(law, core.scheme), lang),
    ...resultSheets(names.results[lang], waiting, arranged(columns, totals.used, header), results, lang),
    checksSheet(names.checks[lang], waiting, columns, reading),
    refusedSheet(names.refused[lang], waiting, columns, reading),
    lawSheet(names.law[lang], { tally: totals.tally, bases, isSealed }, plan, law),
  ];
}
