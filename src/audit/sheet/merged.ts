import { areaName, areasBelow, Coverings, type Area, type Covering } from '../../table/merges.ts';
import { cellName, cellText, isBlank, type Cell, type TableRow } from '../../table/cell.ts';
import type { RankReader } from '../cells/ranks.ts';
import { isEmptyMark } from '../cells/reading.ts';
import type { FormColumn } from '../../law/form.ts';
import { columnsOf } from '../forms.ts';
import type { SheetLayout } from './layout.ts';
import { isPerson, type Over, type SharedRange } from './people.ts';

/** The rows of a sheet with what merged cells say of each. */
export interface Unmerged {
  readonly rows: readonly TableRow[];
  /** By row: what else is to be known of it. */
  readonly over: ReadonlyMap<number, Over>;
  /** The columns in which a value counts for several people. */
  readonly shared: ReadonlySet<FormColumn>;
}

/**
 * Gives every person what merged cells say of several, and makes a cell whose value may not be of this person alone one
 * that cannot be read. A row whose name is merged with that of a person above is one more row of that person. Cells
 * merged with the heading are left alone, and headings between people and sums take nothing over.
 */
export function unmerged(
  rows: readonly TableRow[],
  layout: SheetLayout,
  areas: readonly Area[],
  rank: RankReader,
): Unmerged {
  const below = areasBelow(areas, layout.dataFrom, Math.max(...layout.at.values()) + 1);
  if (below.length === 0) return { rows, over: new Map(), shared: new Set() };
  return new Unmerger(layout, rank).done(rows, below);
}

/** What a row is: a person, one more row of a person, anything else that holds words, or nothing of these. */
type Kind = 'person' | 'further' | 'other' | 'none';

/** A row with the merged cells over its columns. */
interface Line {
  readonly row: TableRow;
  readonly kind: Kind;
  readonly covering: ReadonlyMap<number, Covering>;
  /** Of a person: the further rows. */
  readonly further: Line[];
}

/**
 * What merged cells make of a cell: its own value, the value said of several people, one that may not be of this person
 * or column alone, the first of the columns of one amount, another of these.
 */
type Share = 'own' | 'said' | 'unsure' | 'joined' | 'absorbed';

/** Notes that the value of a cell may not be of its person alone. */
type Unsure = (at: number, text: string, shared: SharedRange) => void;

const NOTHING: ReadonlyMap<number, Covering> = new Map();

class Unmerger {
  readonly #layout: SheetLayout;
  readonly #rank: RankReader;
  readonly #name: number;
  /** The columns that hold more than words, by their place. */
  readonly #columns: ReadonlyMap<number, FormColumn>;
  readonly #width: number;
  readonly #shared = new Set<FormColumn>();
  readonly #over = new Map<number, Over>();
  /** The numbers of the rows that hold somebody or something of their own, rising. */
  #held: readonly number[] = [];

  constructor(layout: SheetLayout, rank: RankReader) {
    this.#layout = layout;
    this.#rank = rank;
    this.#name = layout.at.get('name') ?? 0;
    const columns = columnsOf(layout.form).filter(({ holds }) => holds !== 'text');
    this.#columns = new Map(
      columns.flatMap((column) => {
        const place = layout.at.get(column.key);
        return place === undefined ? [] : [[place, column] as const];
      }),
    );
    this.#width = Math.max(this.#name, ...this.#columns.keys()) + 1;
  }

  done(rows: readonly TableRow[], areas: readonly Area[]): Unmerged {
    const lines = this.#lines(rows, areas);
    this.#held = lines.flatMap(({ row, kind }) => (kind === 'person' || kind === 'other' ? [row.row] : []));
    const made = lines.flatMap((line) => {
      if (line.kind === 'further') return [];
      return [line.kind === 'person' ? this.#person(line) : this.#heading(line)];
    });
    return { rows: made, over: this.#over, shared: this.#shared };
  }

  #lines(rows: readonly TableRow[], areas: readonly Area[]): Line[] {
    const before = Array.from({ length: this.#name + 1 }, (_, column) => column);
    const coverings = new Coverings(areas, [...before, ...this.#columns.keys()]);
    const people = new Map<number, Line>();
    return rows.map((row) => {
      const now = row.row < this.#layout.dataFrom ? NOTHING : coverings.at(row);
      const covering = now.size === 0 ? NOTHING : new Map(now);
      const owner = isCovered(row, this.#name, covering)
        ? people.get(covering.get(this.#name)?.area.top ?? 0)
        : undefined;
      const line: Line = { row, covering, further: [], kind: owner ? 'further' : this.#kind(row, covering) };
      owner?.further.push(line);
      if (line.kind === 'person') people.set(row.row, line);
      return line;
    });
  }

  #kind(row: TableRow, covering: ReadonlyMap<number, Covering>): Kind {
    if (row.row < this.#layout.dataFrom) return 'none';
    const isMerged = (key: string): boolean => {
      const at = this.#layout.at.get(key) ?? -1;
      const area = covering.get(at)?.area;
      return (
        isCovered(row, at, covering) ||
        (this.#columns.get(at)?.ofSeveral === true && area !== undefined && area.bottom > area.top)
      );
    };
    if (isPerson(row, this.#layout, isMerged)) return 'person';
    const holds = row.cells.some((cell, at) => at <= this.#name && !isBlank(cell) && !isCovered(row, at, covering));
    return holds ? 'other' : 'none';
  }

  /** A heading whose cells are merged with those of the people below has no primary data of its own. */
  #heading({ row, covering }: Line): TableRow {
    if (covering.size === 0) return row;
    const isMerged = (at: number): boolean => {
      const area = covering.get(at)?.area;
      return this.#columns.has(at) && area !== undefined && area.bottom > area.top;
    };
    return { ...row, cells: row.cells.map((cell, at) => (isMerged(at) ? null : cell)) };
  }

  #person({ row, covering, further }: Line): TableRow {
    if (covering.size === 0 && further.length === 0) return row;
    const cells: Cell[] = [...row.cells];
    while (cells.length < this.#width) cells.push(null);
    const over = { ranges: new Map<number, SharedRange>(), joined: new Map<number, readonly FormColumn[]>() };
    const unsure: Unsure = (at, text, shared) => {
      cells[at] = { kind: 'faulty', fault: 'merged-cell', text };
      over.ranges.set(at, shared);
    };
    for (const [at, column] of this.#columns) {
      const found = covering.get(at);
      const share = found && !isEmptyMark(found.value) ? this.#share(row, at, column, found) : 'own';
      if (!found || share === 'own') continue;
      if (share === 'unsure')
        unsure(at, cellText(found.value), {
          by: this.#isAlone(found.area, row) ? 'columns' : 'people',
          range: areaName(found.area),
        });
      else if (share === 'joined') over.joined.set(at, this.#across(found.area));
      else cells[at] = share === 'said' ? found.value : null;
      if (share === 'said') this.#shared.add(column);
    }
    for (const line of further) this.#conflicts(row, line, cells, unsure);
    if (over.ranges.size > 0 || over.joined.size > 0) this.#over.set(row.row, over);
    return { ...row, cells };
  }

  /** How a cell of a person takes part in the merged cells that it belongs to. */
  #share(row: TableRow, at: number, column: FormColumn, { area, value }: Covering): Share {
    const alone = this.#isAlone(area, row);
    const across = this.#across(area);
    const first = at === area.left;
    if (!first || (across.length > 1 && isAmount(column))) {
      if (!alone || !isOneBenefit(across)) return 'unsure';
      return first ? 'joined' : 'absorbed';
    }
    if (!this.#isShared(column, value)) return alone ? 'own' : 'unsure';
    // Some programs keep what stood in a cell before it was merged; nobody sees it.
    const own = row.cells[at];
    if (area.top === row.row || cellText(own) === cellText(value)) return 'own';
    return isBlank(own) ? 'said' : 'unsure';
  }

  /** Values in a further row of a person beside those of the first: nobody can tell which are meant. */
  #conflicts(row: TableRow, { row: below, covering }: Line, cells: readonly Cell[], unsure: Unsure): void {
    for (const at of this.#columns.keys()) {
      const other = below.cells[at];
      if (isEmptyMark(other) || isCovered(below, at, covering)) continue;
      const own = cells[at];
      const text = [own, other].map((one) => cellText(one)).filter((one) => one !== '');
      if (text[0] !== text[1])
        unsure(at, text.join('; '), { by: 'rows', range: `${cellName(row.row, at)}:${cellName(below.row, at)}` });
    }
  }

  /** Whether one decision gives the value to several people; of a rank only the name of a group is such. */
  #isShared({ holds, ofSeveral }: FormColumn, value: Cell): boolean {
    if (holds !== 'rank') return ofSeveral === true;
    const read = this.#rank(value);
    return read.kind !== 'read' || read.values.every(({ rank }) => rank === undefined);
  }

  /** The columns of the form that an area lies over, from the left. */
  #across({ left, right }: Area): FormColumn[] {
    const found = [...this.#columns].filter(([at]) => at >= left && at <= right);
    return found.sort(([a], [b]) => a - b).map(([, column]) => column);
  }

  /** Whether an area begins with a row and holds nobody and nothing of other rows. */
  #isAlone({ top, bottom }: Area, { row }: TableRow): boolean {
    const held = this.#held;
    return top === row && firstFrom(held, bottom + 1) - firstFrom(held, top) === 1;
  }
}

/** Whether a cell is one of merged cells, and not the first of them. */
function isCovered({ row }: TableRow, at: number, covering: ReadonlyMap<number, Covering>): boolean {
  const area = covering.get(at)?.area;
  return area !== undefined && (area.top !== row || area.left !== at);
}

function isAmount({ holds, gives }: FormColumn): boolean {
  return holds === 'money' && gives !== undefined && !('measure' in gives);
}

/** Whether columns show parts of one benefit only, so that one amount may stand for all of them. */
function isOneBenefit(columns: readonly FormColumn[]): boolean {
  const benefits = columns.map(({ gives }) => (gives && 'benefit' in gives ? gives.benefit : undefined));
  return benefits[0] !== undefined && benefits.every((one) => one === benefits[0]);
}

/** The index of the first of rising numbers that is not below a number. */
function firstFrom(numbers: readonly number[], from: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
