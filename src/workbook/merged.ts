import type { Note } from '../table/note.ts';
import { cellText, isBlank, type Cell, type TableRow } from '../table/cell.ts';
import type { Column, Header } from '../table/header.ts';
import { areaName, areasBelow, Coverings, type Area, type Covering } from '../table/merges.ts';

/**
 * Keys whose value one decision gives to several people, so that cells merged over their rows say it of each of them.
 * All other keys hold what belongs to one person: who it is, insurance time, pay.
 */
const SHARED_KEYS: ReadonlySet<string> = new Set([
  'law',
  'person.group',
  'leaving.route',
  'leaving.date',
  'leaving.reorganisation',
  'leaving.decided',
  'leaving.impact',
  'age.schedule',
]);

/**
 * What a column does with a value that is merged over several rows: a key that is shared or refused, the unit, a column
 * of one's own, a column without a heading.
 */
type Use = 'shared' | 'refused' | 'unit' | 'own' | 'gap';

/**
 * Merged cells of a table: a workbook stores their value in the first of them only. Where it is said of every row, the
 * others are given it; where it may be of one person, they are refused. Cells merged with the header are left alone.
 */
export class MergedCells {
  readonly #header: Header;
  readonly #areas: readonly Area[];
  readonly #uses: ReadonlyMap<number, Use>;

  constructor(areas: readonly Area[], header: Header) {
    this.#header = header;
    this.#areas = areasBelow(areas, header.dataFrom, header.width);
    this.#uses = usesOf(header);
  }

  /** What is to be told before the rows are read: the columns in which values are taken over. */
  notes(): Note[] {
    const { keys, unit } = this.#header;
    const downward = new Set(this.#areas.filter(({ top, bottom }) => bottom > top).map(({ left }) => left));
    const headings = [...keys, ...(unit ? [unit] : [])]
      .filter(({ index }) => downward.has(index) && this.#uses.get(index) !== 'refused')
      .map(({ heading }) => `"${heading}"`)
      .join(', ');
    if (headings === '') return [];
    return [
      {
        code: 'merged-cells',
        vi: `Ô gộp qua nhiều hàng: giá trị được lấy cho từng hàng ở cột ${headings}.`,
        en: `Cells merged over several rows: the value counts for each of them in the columns ${headings}.`,
      },
    ];
  }

  /** Gives a row with what merged cells say of it. Rows have to be given from the first one on, in order. */
  filler(): (row: TableRow) => TableRow {
    const coverings = new Coverings(this.#areas, this.#uses.keys());
    return (row) => this.#filled(row, coverings.at(row));
  }

  #filled(row: TableRow, covering: ReadonlyMap<number, Covering>): TableRow {
    if (covering.size === 0 || !this.#isPerson(row)) return row;
    let cells: Cell[] | undefined;
    for (const [index, over] of covering) {
      if (row.row === over.area.top && index === over.area.left) continue;
      const cell = this.#covered(index, row.cells[index] ?? null, over);
      if (cell === undefined) continue;
      cells ??= [...row.cells];
      while (cells.length < index) cells.push(null);
      cells[index] = cell;
    }
    return cells ? { ...row, cells } : row;
  }

  /** A heading between people, or a sum, is nobody that something could be said of. */
  #isPerson({ cells }: TableRow): boolean {
    return this.#header.keys.some(({ key, index }) => key.required === true && !isBlank(cells[index]));
  }

  /** What stands in a covered cell from now on; undefined where that does not change. */
  #covered(index: number, own: Cell, { area, value }: Covering): Cell | undefined {
    const use = this.#uses.get(index);
    const across = index > area.left;
    if (use !== 'shared' && use !== 'refused') {
      // A number in a column of one's own would be there once more in every sum.
      const counts = use === 'own' && typeof value === 'object' && value.kind === 'number';
      return across || counts || !isBlank(own) ? undefined : value;
    }
    // Some programs keep what stood in a cell before it was merged; nobody sees it.
    if (!isBlank(own) && cellText(own) === cellText(value)) return undefined;
    if (use === 'shared' && !across && isBlank(own)) return value;
    return { kind: 'faulty', fault: 'merged-cell', text: `[${areaName(area)}]` };
  }
}

function usesOf({ keys, extras, unit, gaps }: Header): Map<number, Use> {
  const uses = new Map<number, Use>();
  const all = (columns: readonly Pick<Column, 'index'>[], use: Use): void =>
    columns.forEach(({ index }) => uses.set(index, use));
  all(gaps, 'gap');
  all(extras, 'own');
  all(unit ? [unit] : [], 'unit');
  for (const { index, key } of keys) uses.set(index, SHARED_KEYS.has(key.key) ? 'shared' : 'refused');
  return uses;
}
