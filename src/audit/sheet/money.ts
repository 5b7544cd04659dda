import { unaccented } from '../../base/text.ts';
import { LONGEST_HEADING } from '../../base/lengths.ts';
import type { Writing } from '../../law/form.ts';
import { cellText, isBlank, type TableRow } from '../../table/cell.ts';

/** In which unit a sheet writes its amounts, and where it says so. */
export interface MoneyUnit {
  /** The đồng of one. */
  readonly dong: number;
  readonly row: number;
  readonly text: string;
}

/** The unit that a line above a table names ("ĐVT: 1.000 đồng"); undefined where none does. */
export function moneyUnitAbove(rows: readonly TableRow[], writing: Writing): MoneyUnit | undefined {
  for (const { row, cells } of rows) {
    for (const cell of cells) {
      if (isBlank(cell)) continue;
      const text = cellText(cell).slice(0, LONGEST_HEADING);
      const dong = dongAfterMark(unaccented(text), writing);
      if (dong !== undefined) return { dong, row, text: text.trim() };
    }
  }
  return undefined;
}

/** The unit that the heading of a column names in brackets or after a mark ("Tổng cộng (nghìn đồng)"). */
export function moneyUnitIn(heading: string, writing: Writing): number | undefined {
  const text = unaccented(heading);
  const bracketed = [...text.matchAll(/\(([^()]{1,40})\)/g)].flatMap(([, inner = '']) => dongOf(inner, writing) ?? []);
  return dongAfterMark(text, writing) ?? bracketed[0];
}

function dongAfterMark(text: string, writing: Writing): number | undefined {
  for (const mark of writing.money.mark) {
    const at = text.indexOf(mark);
    if (at < 0 || /[a-z]/.test(text.charAt(at - 1))) continue;
    const dong = dongOf(text.slice(at + mark.length), writing);
    if (dong !== undefined) return dong;
  }
  return undefined;
}

/** The unit that a text is, and nothing more. */
function dongOf(written: string, { money }: Writing): number | undefined {
  const text = written.replace(/[\s:()]+/g, ' ').trim();
  return money.units.find(({ words }) => words.includes(text))?.dong;
}
