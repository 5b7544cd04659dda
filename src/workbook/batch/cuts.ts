import type { Words } from '../../base/text.ts';
import { RESULT_PREFIX, type LayoutColumn } from '../../table/layout.ts';
import { LONGEST_CELL } from '../cell-text.ts';
import { textOf } from './persons.ts';
import { SHORTENED, waitingLines, type WaitingRow } from './waiting-rows.ts';

/** So many cells are told one by one. */
const MOST_TOLD = 20;

/** What has to be told of texts that are longer than a cell holds, or than is written again of a refused row (bị cắt). */
export async function cutNote(
  lines: AsyncIterable<Uint8Array>,
  columns: readonly LayoutColumn[],
): Promise<Words | undefined> {
  const rowAt = columns.findIndex(({ id }) => id === `${RESULT_PREFIX}row`);
  let count = 0;
  const places: Words[] = [];
  for await (const line of waitingLines(lines)) {
    // Only a line that can hold such a text is taken apart.
    if (line.length <= LONGEST_CELL && !(line.startsWith('X') && line.includes(SHORTENED))) continue;
    const { kind, cells } = JSON.parse(line.slice(1)) as WaitingRow;
    for (const [at, cell] of cells.entries()) {
      const text = textOf(cell);
      const column = columns[at];
      const shortened = kind === 'X' && column?.source === 'case' && text.endsWith(SHORTENED);
      if (column === undefined || (text.length <= LONGEST_CELL && !shortened)) continue;
      if (count++ < MOST_TOLD) places.push(placeOf(textOf(cells[rowAt]), column));
    }
  }
  if (count === 0) return undefined;
  const more = count - places.length;
  const list = (lang: 'vi' | 'en'): string => places.map((place) => place[lang]).join('; ');
  return {
    vi: `${count} ô có văn bản quá dài, ghi lại đây bị cắt bớt: ${list('vi')}${more > 0 ? ` và ${more} ô khác` : ''}. Xem đủ trong tệp gốc.`,
    en: `${count} cells hold texts too long to be written here whole: ${list('en')}${more > 0 ? ` and ${more} more` : ''}. The input has all of them.`,
  };
}

function placeOf(row: string, { title }: LayoutColumn): Words {
  return { vi: `hàng ${row}, cột "${title.vi}"`, en: `row ${row}, column "${title.en}"` };
}
