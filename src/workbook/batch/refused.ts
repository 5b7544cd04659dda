import type { Lang, Words } from '../../base/text.ts';
import { readable } from '../../explanation/format.ts';
import type { LayoutColumn } from '../../table/layout.ts';
import type { RowIssue } from '../../table/rows.ts';
import type { Header } from '../../table/table-header.ts';
import type { SheetCell, SheetPlan, SheetRow } from '../plan.ts';
import { personsSheet, whoseRows } from './persons.ts';
import type { Waiting } from './results.ts';
import { waitingRows, type WaitingRefusal } from './waiting-rows.ts';

const HEADINGS: readonly Words[] = [
  { vi: 'Họ và tên', en: 'Name' },
  { vi: 'Đơn vị', en: 'Unit' },
  { vi: 'Dòng', en: 'Row' },
  { vi: 'Ô', en: 'Cell' },
  { vi: 'Cột', en: 'Column' },
  { vi: 'Giá trị đã ghi', en: 'Value as written' },
  { vi: 'Lý do và cách sửa', en: 'Reason and remedy' },
];

const NOBODY: Words = { vi: 'Không có hàng nào bị từ chối.', en: 'No row was refused.' };

/** The sheet of refused rows: whose row, which cell, what it holds, why it was refused and what to do. */
export function refusedSheet(
  name: string,
  waiting: Waiting,
  columns: readonly LayoutColumn[],
  { header, lang }: { readonly header: Header | undefined; readonly lang: Lang },
): SheetPlan {
  return personsSheet(name, [26, 28, 8, 9, 24, 22, 78], refusedRows(waiting, columns, header, lang));
}

async function* refusedRows(
  waiting: Waiting,
  columns: readonly LayoutColumn[],
  header: Header | undefined,
  lang: Lang,
): AsyncGenerator<SheetRow, void, undefined> {
  yield HEADINGS.map((words): SheetCell => ({ text: words[lang], style: 'heading' }));
  const { name, unit } = whoseRows(columns, header);
  let none = true;
  for await (const { refused, cells } of waitingRows(waiting(), 'BX')) {
    for (const issue of refused?.issues ?? []) {
      none = false;
      const who = [name(cells) || (refused?.id ?? ''), unit(cells)].map((text): SheetCell => ({ text, style: 'long' }));
      yield [...who, ...whereAndWhy(refused as WaitingRefusal, issue, writtenAt(cells, columns, issue), lang)];
    }
  }
  if (none) yield [{ text: NOBODY[lang], style: 'plain', across: HEADINGS.length }];
}

function whereAndWhy({ row, sheet }: WaitingRefusal, issue: RowIssue, written: SheetCell, lang: Lang): SheetCell[] {
  return [
    { number: row, style: 'count' },
    { text: [sheet, issue.cell].filter((part) => part !== undefined && part !== '').join('!') },
    { text: issue.column ?? '', style: 'long' },
    written ?? { text: '' },
    { text: readable(issue.message, lang), style: 'long' },
  ];
}

/** What the row holds under the key that an issue is about. */
function writtenAt(cells: readonly SheetCell[], columns: readonly LayoutColumn[], { path }: RowIssue): SheetCell {
  if (path === '') return null;
  const cell = cells[columns.findIndex(({ id, source }) => source === 'case' && id === path)] ?? null;
  return cell && 'text' in cell ? { ...cell, style: 'long' } : cell;
}
