import type { Lang, Words } from '../../base/text.ts';
import { RESULT_PREFIX, type LayoutColumn } from '../../table/layout.ts';
import type { Header } from '../../table/table-header.ts';
import type { SheetCell, SheetPlan, SheetRow } from '../plan.ts';
import { personsSheet, textOf, whoseRows } from './persons.ts';
import type { Waiting } from './results.ts';
import { waitingRows } from './waiting-rows.ts';

const HEADINGS: readonly Words[] = [
  { vi: 'Họ và tên', en: 'Name' },
  { vi: 'Đơn vị', en: 'Unit' },
  { vi: 'Dòng', en: 'Row' },
  { vi: 'Tổng số tiền', en: 'Total' },
  { vi: 'Việc cần kiểm tra', en: 'What to check' },
  { vi: 'Đã kiểm tra', en: 'Checked' },
];

const NOTHING: Words = { vi: 'Không có việc gì cần kiểm tra.', en: 'Nothing is to be checked.' };

/** The sheet of what has to be looked at before anybody signs: one thing a row, with a place to tick it off. */
export function checksSheet(
  name: string,
  waiting: Waiting,
  columns: readonly LayoutColumn[],
  { header, lang }: { readonly header: Header | undefined; readonly lang: Lang },
): SheetPlan {
  // The last column is to be ticked off.
  return { ...personsSheet(name, [26, 28, 8, 17, 84, 14], checkRows(waiting, columns, header, lang)), openFrom: 5 };
}

async function* checkRows(
  waiting: Waiting,
  columns: readonly LayoutColumn[],
  header: Header | undefined,
  lang: Lang,
): AsyncGenerator<SheetRow, void, undefined> {
  yield HEADINGS.map((words): SheetCell => ({ text: words[lang], style: 'heading' }));
  const { name, unit } = whoseRows(columns, header);
  const at = (id: string): number => columns.findIndex((column) => column.id === RESULT_PREFIX + id);
  const [row, total, checks] = [at('row'), at('total'), at('checks')];
  let none = true;
  for await (const { cells } of waitingRows(waiting(), 'C')) {
    for (const text of textOf(cells[checks]).split('\n')) {
      none = false;
      const who = [name(cells), unit(cells)].map((one): SheetCell => ({ text: one, style: 'long' }));
      yield [...who, cells[row] ?? null, cells[total] ?? null, { text, style: 'long' }, { text: '' }];
    }
  }
  if (none) yield [{ text: NOTHING[lang], style: 'plain', across: HEADINGS.length }];
}
