import { folded, type Lang } from '../../base/text.ts';
import { cellText, isBlank, type TableRow } from '../../table/cell.ts';
import { notReadMessage } from '../messages.ts';
import type { NotRead } from '../report.ts';
import type { OtherAct } from './other-act.ts';
import { rowRanges } from './ranges.ts';
import { isNameRow, numbersOf } from './headings.ts';

/** The people of a sheet that is not read; none where its rows hold nobody. */
export function peopleUnread(
  { name, rows }: { readonly name: string; readonly rows: readonly TableRow[] },
  code: NotRead['code'],
  lang: Lang,
): NotRead[] {
  const found = likelyPeople(rows);
  return found.length === 0 ? [] : [unread(name, found, code, lang)];
}

/** What is told of an annex of another act than those that have forms, and of its people. `file`: the name of the workbook. */
export function otherActUnread(
  { name, rows }: { readonly name: string; readonly rows: readonly TableRow[] },
  { act, scheme }: OtherAct,
  file: string,
  lang: Lang,
): NotRead {
  const found = likelyPeople(rows);
  const ranges = rowRanges(found, lang);
  const people = found.length > 0 ? { people: found.length, rows: ranges } : {};
  const message = notReadMessage(lang, 'other-act', {
    sheet: name,
    act: act[lang],
    scheme,
    file: /[\s"'&()]/.test(file) ? `"${file}"` : file,
    ...people,
  });
  return { sheet: name, rows: ranges, people: found.length, code: 'other-act', message };
}

/** What is told of rows of people that are not read. */
export function unread(sheet: string, rows: readonly number[], code: NotRead['code'], lang: Lang): NotRead {
  const ranges = rowRanges(rows, lang);
  const message = notReadMessage(lang, code, { sheet, rows: ranges, people: rows.length });
  return { sheet, rows: ranges, people: rows.length, code, message };
}

/** The rows below the heading of a list of names that hold a name and figures or dates beside it. */
function likelyPeople(rows: readonly TableRow[]): number[] {
  const from = rows.findIndex(isNameRow);
  const column = rows[from]?.cells.findIndex((cell) => /^h[oọ]/.test(folded(cellText(cell)))) ?? -1;
  if (from < 0 || column < 0) return [];
  return rows.slice(from + 1).flatMap((row) => (isLikely(row, column) ? [row.row] : []));
}

/** So many cells with a digit beside a name are those of a person. */
const FEWEST_FIGURES = 2;

function isLikely(row: TableRow, column: number): boolean {
  if (isNameRow(row) || numbersOf(row) !== undefined) return false;
  const name = folded(cellText(row.cells[column]));
  if (!/\p{L} \p{L}/u.test(name) || /^(tổng )?(cộng|số)(?!\p{L})/u.test(name)) return false;
  const figures = row.cells.filter((cell, at) => at > column && !isBlank(cell) && /\d/.test(cellText(cell)));
  return figures.length >= FEWEST_FIGURES;
}
