/**
 * nd178/workbook: lists and workbooks as bytes: a list in, results out; an audit of annex forms with the
 * marked copy; an empty template. Pure: a host reads and writes the files.
 */
export {
  auditWorkbook,
  templateBook,
  workList,
  type ListSettings,
  type TemplateSettings,
  type AuditedBook,
  type AuditSettings,
  type WorkedList,
} from './list/of-bytes.ts';
export type { StopSignal } from './base/turn.ts';
export type { Format } from './table/batch-plan.ts';
export type { BatchSummary } from './table/run-summary.ts';
