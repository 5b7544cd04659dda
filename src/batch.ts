/**
 * nd178/batch: many cases at once, from any source of rows. Pure: no file system, no threads; a browser runs it as it is.
 */
export { batch, batchTable, type BatchLine, type BatchOptions } from './table/batch.ts';
export type { CaseRequest, RequestOptions } from './table/request.ts';
export type { StopSignal } from './base/turn.ts';
export type { Refusal } from './table/outcome.ts';
export type { TableValue } from './table/batch-cells.ts';
export type { Place } from './messages/refused.ts';
export type { Cell, CellFault, DateCell, FaultyCell, NumberCell, TableRow } from './table/cell.ts';
export type { Note, NoteCode } from './table/note.ts';
export { findHeader, type Column, type Gap, type Header, type HeaderOptions } from './table/header.ts';
export type { RowIssue } from './table/rows.ts';
export { Tally, type BenefitSum, type LawUsed, type TallyData, type UnitSum } from './table/summary.ts';
export { batchSummarySchema, type BatchSummary } from './table/run-summary.ts';
