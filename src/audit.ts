/**
 * nd178/audit: what units declared in the annex forms, beside what the law gives. Pure: sheets in, a report out; no
 * file system, so a browser runs it as it is.
 */
export { audit, auditBook, type AuditOptions, type BookInput, type SheetInput } from './audit/audit.ts';
export { auditDocument, AuditTeller, verdictText, type AuditTold } from './audit/document.ts';
export {
  auditMarks,
  type AuditMarks,
  type CellMark,
  type MarkColumn,
  type MarkTable,
  type RowRemark,
} from './audit/marks.ts';
export type {
  AuditCell,
  AuditFile,
  AuditReport,
  AuditRow,
  AuditSheet,
  AuditSummary,
  CellVerdict,
  Counts,
  Differences,
  Repair,
  RowVerdict,
  SheetNote,
} from './audit/report.ts';
export type { Area } from './table/merges.ts';
export type { Form, FormColumn, Gives, Holds, Need, Writing } from './law/form.ts';
export { columnsOf, formsOf, type AnnexForm } from './audit/forms.ts';
export { auditSchema } from './audit/schema.ts';
export {
  bestLayout,
  columnMapSchema,
  proposedMap,
  type ColumnMap,
  type MapDefaults,
  type SheetMap,
} from './audit/sheet/map.ts';
export { findLayout, type SheetLayout } from './audit/sheet/layout.ts';
export { formOfTab, formOfTitle } from './audit/sheet/tab.ts';
export { AuditTally } from './audit/summary.ts';
