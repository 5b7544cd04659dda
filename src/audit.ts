/**
 * nd178/audit: what units declared in the annex forms, beside what the law gives. Pure: sheets in, a report out; no
 * file system, so a browser runs it as it is.
 */
export { audit, auditBook } from './audit/audit.ts';
export type { AuditOptions, BookInput, SheetInput } from './audit/input.ts';
export { NOBODY } from './audit/completeness.ts';
export { Doubles } from './audit/doubles.ts';
export { auditDocument, AuditTeller, verdictText, type AuditTold, type FoundBeside } from './audit/document.ts';
export { auditMarks, type AuditMarks } from './audit/marks.ts';
export type { CellMark, RowRemark } from './audit/mark-table.ts';
export type { MarkColumn, MarkTable } from './audit/mark-table.ts';
export type {
  AuditCell,
  AuditFile,
  AuditReport,
  AuditRow,
  AuditSheet,
  AuditSummary,
  Completeness,
  CellVerdict,
  Counts,
  Differences,
  NotRead,
  Repair,
  RowVerdict,
  SamePerson,
  SheetNote,
  SumCheck,
} from './audit/report.ts';
export { findingOf } from './audit/work/finding.ts';
export type { Certainty, Finding } from './audit/work/found.ts';
export type { AuditWork } from './audit/work/report.ts';
export { ranked, RISK_WEIGHTS, type RankedFinding, type RiskWeights } from './audit/work/risk.ts';
export { SAMPLE_BOUNDS, Sampler, type Drawn, type Sample, type SampleWish, type Stratum } from './audit/work/sample.ts';
export type { Statistic, Statistics } from './audit/work/statistics.ts';
export { annexTables, workTables } from './audit/work/tables.ts';
export { annexOf, MOST_RANKED, Work, type WorkOptions } from './audit/work/work.ts';
export type { Place } from './audit/place.ts';
export { paidList, readPaidList, type PaidList, type PaidPerson, type PaidSheet } from './audit/reconcile/paid-list.ts';
export { isDifferent, Reconciler, type ReconcileOptions } from './audit/reconcile/reconciler.ts';
export type {
  DeclaredTotal,
  PaidCheck,
  PaidFault,
  PaidFinding,
  PaidKind,
  Reconciliation,
  TotalCheck,
} from './audit/reconcile/report.ts';
export { heldBytes, type InputBytes } from './table/bytes.ts';
export type { Area } from './table/merges.ts';
export type { Form, FormColumn, Gives, Holds, Need, Writing } from './law/form.ts';
export { columnsOf, formsOf, type AnnexForm } from './audit/forms.ts';
export { auditSchema } from './audit/schema.ts';
export {
  bestLayout,
  columnMapSchema,
  formByHeadings,
  proposedMap,
  type ColumnMap,
  type MapDefaults,
  type SheetMap,
} from './audit/sheet/map.ts';
export { findLayout, type SheetLayout } from './audit/sheet/layout.ts';
export { formOfTab, formOfTitle } from './audit/sheet/tab.ts';
export { AuditTally } from './audit/summary.ts';
