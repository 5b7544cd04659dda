/**
 * nd178/audit: what units declared in the annex forms, beside what the law gives. Pure: sheets in, a report out; no
 * file system, so a browser runs it as it is.
 */
export { audit, auditBook, type AuditOptions, type BookInput, type SheetInput } from './audit.ts';
export { auditDocument, AuditTeller, verdictText, type AuditTold } from './document.ts';
export {
  auditMarks,
  type AuditMarks,
  type CellMark,
  type MarkColumn,
  type MarkTable,
  type RowRemark,
} from './marks.ts';
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
} from './report.ts';
export type { Area } from '../table/merges.ts';
export type { Form, FormColumn, FormId, Gives, Holds, Need } from './forms/form.ts';
export { FORMS } from './forms/forms.ts';
export { auditSchema } from './schema.ts';
export {
  bestLayout,
  columnMapSchema,
  proposedMap,
  type ColumnMap,
  type MapDefaults,
  type SheetMap,
} from './sheet/map.ts';
export { findLayout, type SheetLayout } from './sheet/layout.ts';
export { formOfTab, formOfTitle } from './sheet/tab.ts';
export { AuditTally } from './summary.ts';
