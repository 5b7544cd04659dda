import type { Decimal as Exact } from '../../base/decimal.ts';
import { cellName, cellText, type Cell, type TableRow } from '../../table/cell.ts';
import { composed, unaccented } from '../../base/text.ts';
import { readMoney } from '../cells/amounts.ts';
import { readDate, type DateFrame } from '../cells/dates.ts';
import { readYears, type Duration } from '../cells/durations.ts';
import { rankReader, type RankRead, type RankReader } from '../cells/ranks.ts';
import { BLANK, cellFault, certain, faulty, isEmptyMark, plainText, readAs, type Reading } from '../cells/reading.ts';
import type { FormColumn } from '../../law/form.ts';
import { columnsOf } from '../forms.ts';
import type { SheetLayout } from '../sheet/layout.ts';
import type { MapDefaults } from '../sheet/map.ts';
import type { Over, PersonRow, SharedRange } from '../sheet/people.ts';
import type { Repair } from '../report.ts';

/** Nobody is born later than so many years before leaving. */
const YOUNGEST = 15;

/** The primary data of a row: what everything else is computed from. */
export interface Primary {
  readonly birth: Reading<string>;
  readonly rank: Reading<RankRead>;
  readonly enlisted: Reading<string>;
  readonly merger: Reading<string>;
  readonly leaving: Reading<string>;
  readonly salary: Reading<Exact>;
  /** The declared insurance time; primary where no enlistment counts. */
  readonly service: Reading<Duration>;
  readonly sex: Reading<'male' | 'female'>;
  readonly schedule?: string | undefined;
}

/** A cell of the primary data that cannot be read. */
export interface Unreadable {
  readonly column: FormColumn;
  readonly cell: string;
  readonly text: string;
  readonly shared: SharedRange | undefined;
  readonly reading: { readonly kind: 'fault'; readonly code: Parameters<typeof faulty>[0] };
}

/** Reads the cells of one row and notes every repair and every cell that cannot be read. */
export class RowReader {
  readonly repairs: Repair[] = [];
  readonly unreadable: Unreadable[] = [];

  readonly row: TableRow;
  readonly #over: Over | undefined;

  constructor(
    { row, over }: PersonRow,
    readonly layout: SheetLayout,
  ) {
    this.row = row;
    this.#over = over;
  }

  /** The cell of a column. */
  cell(key: string): Cell | undefined {
    const at = this.layout.at.get(key);
    return at === undefined ? undefined : this.row.cells[at];
  }

  /** The name of the cell of a column. */
  place(key: string): string {
    const at = this.layout.at.get(key);
    return at === undefined ? '' : cellName(this.row.row, at);
  }

  /** What stands in the cell of a column. */
  text(key: string): string {
    return composed(cellText(this.cell(key))).trim();
  }

  /** The cells over which a value is merged that may not be of this cell alone. */
  shared(key: string): SharedRange | undefined {
    return this.#over?.ranges.get(this.layout.at.get(key) ?? -1);
  }

  /** The columns whose amounts stand merged in a column. */
  joined(key: string): readonly FormColumn[] | undefined {
    return this.#over?.joined.get(this.layout.at.get(key) ?? -1);
  }

  /** Where a column stands in the row and what its cell says. */
  where(key: string): {
    readonly cell: string;
    readonly text: string;
    readonly shared: SharedRange | undefined;
  } {
    return { cell: this.place(key), text: this.text(key), shared: this.shared(key) };
  }

  /** Notes what a reading repaired. */
  noted<T>(key: string, reading: Reading<T>): Reading<T> {
    if (reading.kind === 'read' && reading.repair !== undefined) {
      this.repairs.push({ cell: this.place(key), text: this.text(key), read: reading.repair });
    }
    return reading;
  }

  /** Notes a primary cell that cannot be read. */
  primary<T>(key: string, reading: Reading<T>): Reading<T> {
    const column = columnsOf(this.layout.form).find((one) => one.key === key);
    if (reading.kind === 'fault' && column) {
      this.unreadable.push({ column, ...this.where(key), reading });
    }
    return this.noted(key, reading);
  }
}

/** Reads the primary data of a row. `civil`: the groups of civil units. */
export function readPrimary(
  reader: RowReader,
  readRank: RankReader,
  civil: readonly string[],
  defaults: MapDefaults = {},
): Primary {
  const date = (key: string, frame: DateFrame): Reading<string> =>
    reader.primary(key, readDate(reader.cell(key), frame));
  const leaving = date('leaving', {});
  const year = leaving.kind === 'read' ? Number(leaving.values[0]?.slice(0, 4)) : undefined;
  const before = (years: number): DateFrame => (year === undefined ? {} : { latest: year - years });
  return {
    leaving,
    birth: date('birth', before(YOUNGEST)),
    enlisted: date('enlisted', { ...before(0), firstCounts: true }),
    merger: date('merger', {}),
    rank: rankOf(reader, readRank, civil, defaults),
    salary: reader.primary('salary', readMoney(reader.cell('salary'))),
    service: readYears(reader.cell('service')),
    sex: reader.primary('sex', sexOf(reader.cell('sex'), defaults)),
    schedule: defaults.schedule,
  };
}

function rankOf(
  reader: RowReader,
  readRank: RankReader,
  civil: readonly string[],
  { group }: MapDefaults,
): Reading<RankRead> {
  const own = reader.text('group');
  const unknown = cellFault(reader.cell('group'));
  if (unknown !== undefined) return reader.primary('group', faulty(unknown));
  const rank = readRank(reader.cell('rank'));
  const groups = own !== '' ? groupsOf(own, reader.layout) : group === undefined ? undefined : [group];
  if (groups) {
    // A rank is needed beside the group: one that is merged over several people is told.
    if (reader.shared('rank') !== undefined) reader.primary('rank', rank);
    const known = certain(rank)?.rank;
    return readAs([{ groups, ...(known === undefined ? {} : { rank: known }) }]);
  }
  if (rank.kind !== 'read' && isCivil(reader.layout) && civil.length > 0) return readAs([{ groups: civil }]);
  return reader.primary('rank', rank);
}

/** Civil units write the grade or title in place of the rank; the heading says so. */
function isCivil({ headings, at, form }: SheetLayout): boolean {
  const { words, unless } = form.writing.civil;
  const heading = headings[at.get('rank') ?? -1] ?? '';
  const says = (phrase: string): boolean => heading.includes(phrase);
  return words.some(says) && !unless.some(says);
}

function groupsOf(text: string, { form }: SheetLayout): string[] {
  const rank = rankReader(form.writing, [])(text);
  return rank.kind === 'read' ? [...(rank.values[0]?.groups ?? [])] : [text];
}

function sexOf(cell: Cell | undefined, { sex }: MapDefaults): Reading<'male' | 'female'> {
  if (isEmptyMark(cell)) return sex === undefined ? BLANK : readAs([sex]);
  const text = unaccented(plainText(cell));
  if (/^(nam|male|m)$/.test(text)) return readAs(['male']);
  return /^(nu|female|f)$/.test(text) ? readAs(['female']) : faulty('unreadable-cell');
}
