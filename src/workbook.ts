/**
 * nd178/workbook: lists and workbooks as bytes: a list in, results out; the sheets of a workbook for an audit; an empty
 * template. Pure: a host reads and writes the files.
 */
export {
  readBook,
  templateBook,
  workList,
  type ListSettings,
  type SheetRows,
  type WorkedList,
} from './list/of-bytes.ts';
export type { Format } from './table/batch-plan.ts';
export type { BatchSummary } from './table/run-summary.ts';
