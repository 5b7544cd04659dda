import type { Words } from '../base/text.ts';

/** What a {@link Note} is about. */
export type NoteCode =
  | 'converted'
  | 'encoding'
  | 'separator'
  | 'old-encoding'
  | 'said-by-title'
  | 'sheet-read'
  | 'sheets-not-read'
  | 'columns-not-used'
  | 'hidden-columns'
  | 'hidden-rows'
  | 'as-above'
  | 'month-first'
  | 'rows-passed-over'
  | 'merged-cells'
  | 'every-row-lacks'
  | 'same-person'
  | 'not-sealed'
  | 'nobody';

/**
 * What has to be told of a list as a whole (điều cần biết về cả danh sách): what of it was not read, or read otherwise than
 * it may seem. Rows, cells and headings only; no person and no amount.
 */
export interface Note extends Words {
  readonly code: NoteCode;
}
