import type { Lang, Words } from '../../base/text.ts';
import { heading, RESULT_PREFIX, OTHER_BENEFITS } from '../../table/layout.ts';
import { addAmounts, type Tally } from '../../table/summary.ts';
import { valueCell } from '../cells.ts';
import type { SheetCell, SheetPlan, SheetRow } from '../plan.ts';
import { textOf } from './persons.ts';
import { widthOf, type Arranged, type Shown } from './columns.ts';
import { waitingRows } from './waiting-rows.ts';

/** The rows that wait, from the first on; each sheet reads them once. */
export type Waiting = () => AsyncIterable<Uint8Array>;

/** So many results fit on one sheet; further ones go on to the next. */
const ROWS_PER_SHEET = 1_000_000;

/** What the sheets of results are made of. */
export interface Results {
  readonly tally: Tally;
  readonly rows: number;
  /** Told of the legal basis of each row that is written. */
  readonly tellBasis: (basis: string) => void;
}

/** The sheets of results: a row for each person, and the sums of all below the last one. */
export function resultSheets(
  name: string,
  waiting: Waiting,
  columns: Arranged,
  { tally, rows, tellBasis }: Results,
  lang: Lang,
): SheetPlan[] {
  const shown = [...columns.front, ...columns.behind];
  const headings = shown.map(({ column }) => heading(column, lang));
  const sheets = Math.max(1, Math.ceil(rows / ROWS_PER_SHEET));
  return Array.from({ length: sheets }, (_, at): SheetPlan => {
    const sums = at === sheets - 1 && rows > 0 ? [sumRow(shown, tally, lang)] : [];
    return {
      name: at === 0 ? name : `${name} ${at + 1}`,
      widths: shown.map((one, index) => widthOf(one, headings[index] ?? '')),
      frozenRows: 1,
      frozenColumns: columns.who,
      filterRow: 1,
      footRows: sums.length,
      foldedFrom: columns.front.length,
      paper: 'a4',
      rows: resultRows(waiting, {
        shown,
        front: columns.front.length,
        headings,
        from: at * ROWS_PER_SHEET,
        sums,
        tellBasis,
      }),
    };
  });
}

/** What one sheet of results holds. */
interface OneSheet extends Pick<Results, 'tellBasis'> {
  readonly shown: readonly Shown[];
  /** So many of them stand in front. */
  readonly front: number;
  readonly headings: readonly string[];
  /** The first row of it, counted from 0. */
  readonly from: number;
  readonly sums: readonly SheetRow[];
}

async function* resultRows(
  waiting: Waiting,
  { shown, front, headings, from, sums, tellBasis }: OneSheet,
): AsyncGenerator<SheetRow, void, undefined> {
  yield headings.map((text): SheetCell => ({ text, style: 'heading' }));
  const basis = shown.find(({ column }) => column.id === `${RESULT_PREFIX}basis`)?.at ?? -1;
  let row = 0;
  for await (const one of waitingRows(waiting())) {
    if (row++ < from) continue;
    if (row > from + ROWS_PER_SHEET) return;
    tellBasis(textOf(one.cells[basis]));
    yield shown.map(({ at, column }, place) => {
      const cell = one.cells[at];
      return cell ? wrapped(cell, column.id) : place < front ? BLANK : null;
    });
  }
  yield* sums;
}

/** A cell with lines around it and nothing in it. */
const BLANK: SheetCell = { text: '', style: 'text' };

/** Names and units of any length are shown whole. */
function wrapped(cell: SheetCell, id: string): SheetCell {
  return cell && 'text' in cell && cell.style === 'text' && !id.startsWith(`${RESULT_PREFIX}law`)
    ? { ...cell, style: 'long' }
    : cell;
}

const SUM: Words = { vi: 'Tổng cộng', en: 'Total' };

/** The row of sums, by which a replay knows it: its label in the first column, and an amount under every benefit. */
function sumRow(shown: readonly Shown[], tally: Tally, lang: Lang): SheetRow {
  const { total, benefits } = tally.overall();
  const ids = new Set(shown.map(({ column }) => column.id));
  const others = Object.entries(benefits)
    .filter(([id]) => !ids.has(`${RESULT_PREFIX}${id}.amount`))
    .reduce((sum, [, { amount }]) => addAmounts(sum, amount), '0');
  return shown.map(({ column: { id } }, at): SheetCell => {
    if (at === 0) return { text: SUM[lang], style: 'sum-text' };
    if (id === `${RESULT_PREFIX}total`) return sumCell(total);
    const benefit = new RegExp(`^${RESULT_PREFIX}(.+)\\.amount$`).exec(id)?.[1];
    if (benefit === undefined) return { text: '', style: 'sum-text' };
    return sumCell(benefit === OTHER_BENEFITS ? others : (benefits[benefit]?.amount ?? '0'));
  });
}

function sumCell(amount: string): SheetCell {
  const cell = valueCell(amount, 'dong');
  return cell && 'number' in cell ? { ...cell, style: 'sum' } : { text: amount, style: 'sum-text' };
}
