import { Decimal, type Decimal as Exact } from '../../base/decimal.ts';
import { cellName, cellText, type Cell, type TableRow } from '../../table/cell.ts';
import { composed, unaccented } from '../../base/text.ts';
import { readMoney } from '../cells/amounts.ts';
import { readDate, type DateFrame } from '../cells/dates.ts';
import { readMonths, readYears, type Duration } from '../cells/durations.ts';
import { rankReader, type RankRead, type RankReader } from '../cells/ranks.ts';
import { BLANK, cellFault, certain, faulty, isEmptyMark, plainText, readAs, type Reading } from '../cells/reading.ts';
import type { FormColumn } from '../../law/form.ts';
import { columnsOf } from '../forms.ts';
import { dongOf, type SheetLayout } from '../sheet/layout.ts';
import { cellAt, placeOf, sexesBy } from '../sheet/place.ts';
import type { MapDefaults } from '../sheet/map.ts';
import type { Over, PersonRow, SharedRange } from '../sheet/people.ts';
import type { Repair } from '../report.ts';
import type { Declared } from './values.ts';

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
  readonly why?: string;
}

/** Reads the cells of one row and notes every repair and every cell that cannot be read. */
export class RowReader {
  readonly repairs: Repair[] = [];
  readonly unreadable: Unreadable[] = [];

  readonly row: TableRow;
  /** The groups that the section above gives. */
  readonly section: readonly string[] | undefined;
  readonly #over: Over | undefined;

  constructor(
    { row, over, section, ditto = new Map() }: PersonRow,
    readonly layout: SheetLayout,
  ) {
    for (const [place, text] of ditto)
      this.repairs.push({ cell: cellName(row.row, place), text, read: composed(cellText(row.cells[place])).trim() });
    this.row = row;
    this.section = section;
    this.#over = over;
  }

  /** The cell of a column. */
  cell(key: string): Cell | undefined {
    return cellAt(this.layout, this.row, key);
  }

  /** The physical column of a column of the form; -1 where it has none. */
  #at(key: string): number {
    return placeOf(this.layout, this.row, key) ?? -1;
  }

  /** The name of the cell of a column. */
  place(key: string): string {
    const at = this.#at(key);
    return at < 0 ? '' : cellName(this.row.row, at);
  }

  /** What stands in the cell of a column. */
  text(key: string): string {
    return composed(cellText(this.cell(key))).trim();
  }

  /** The cells over which a value is merged that may not be of this cell alone. */
  shared(key: string): SharedRange | undefined {
    return this.#over?.ranges.get(this.#at(key));
  }

  /** The columns whose amounts stand merged in a column. */
  joined(key: string): readonly FormColumn[] | undefined {
    return this.#over?.joined.get(this.#at(key));
  }

  /** An amount of money in đồng, whatever unit the sheet writes it in. */
  money(key: string): Reading<Exact> {
    const read = readMoney(this.cell(key));
    const dong = dongOf(this.layout, key);
    return read.kind === 'read' && dong !== 1 ? { ...read, values: read.values.map((one) => one.times(dong)) } : read;
  }

  /** The declared value of a computed column. */
  declared(column: FormColumn): Reading<Declared> {
    if (column.holds === 'months') return readMonths(this.cell(column.key));
    if (column.holds === 'years') return readYears(this.cell(column.key));
    const read = this.money(column.key);
    if (read.kind !== 'read') return read;
    return {
      ...read,
      values: read.values.map((amount) => ({ kind: 'money', amount, ...this.#grain(column, amount) })),
    };
  }

  /**
   * How far an amount may be off where the sheet writes whole thousands or millions: its own rounding, that of each amount
   * that a sum adds up, and that of the salary as often as the amount holds it.
   */
  #grain({ key, gives }: FormColumn, amount: Exact): { readonly grain?: Exact } {
    const dong = dongOf(this.layout, key);
    if (dong === 1) return {};
    const isSum = gives !== undefined && !('benefit' in gives);
    const summed = isSum ? this.layout.form.columns.filter((one) => one.gives && 'benefit' in one.gives && !isEmptyMark(this.cell(one.key))).length : 0; // prettier-ignore
    const own = new Decimal(dong).times(1 + summed);
    const salary = key === 'salary' ? undefined : certain(this.money('salary'));
    const unit = dongOf(this.layout, 'salary');
    // A salary with parts of the unit was not rounded to it.
    if (salary === undefined || salary.isZero() || unit === 1 || !salary.mod(unit).isZero()) return { grain: own };
    return { grain: own.plus(amount.div(salary).times(unit)) };
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

  /** Notes a primary cell that cannot be read, or taken as it is (`why`). */
  primary<T>(key: string, reading: Reading<T>, why?: string): Reading<T> {
    const column = columnsOf(this.layout.form).find((one) => one.key === key);
    if (reading.kind === 'fault' && column) {
      this.unreadable.push({ column, ...this.where(key), reading, ...(why === undefined ? {} : { why }) });
    }
    return this.noted(key, reading);
  }
}

/** How it is read of whom a row speaks. */
export interface WhoScope {
  /** Reads ranks, those that the law names among them. */
  readonly readRank: RankReader;
  /** The groups of civil units. */
  readonly civil: readonly string[];
  /** The groups of soldiers that have a rank. */
  readonly sharing: (rank: string) => readonly string[];
  readonly defaults: MapDefaults;
}

/** Reads the primary data of a row. */
export function readPrimary(reader: RowReader, { readRank, civil, sharing, defaults }: WhoScope): Primary {
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
    rank: rankOf(reader, { readRank, civil, sharing, defaults }),
    salary: reader.primary('salary', reader.money('salary')),
    service: readYears(reader.cell('service')),
    sex: reader.primary('sex', sexOf(reader, defaults)),
    schedule: defaults.schedule,
  };
}

function rankOf(reader: RowReader, { readRank, civil, sharing, defaults: { group } }: WhoScope): Reading<RankRead> {
  const own = reader.text('group');
  const unknown = cellFault(reader.cell('group'));
  if (unknown !== undefined) return reader.primary('group', faulty(unknown));
  const rank = readRank(reader.cell('rank'));
  const groups = own !== '' ? groupsOf(own, reader.layout) : group === undefined ? undefined : [group];
  if (groups) {
    // A rank is needed beside the group: one that is merged over several people is told.
    if (reader.shared('rank') !== undefined) reader.primary('rank', rank);
    const name = certain(rank)?.rank;
    return readAs([{ groups, ...(name === undefined ? {} : { rank: name }) }]);
  }
  if (rank.kind !== 'read' && isCivil(reader.layout) && civil.length > 0) return readAs([{ groups: civil }]);
  const { section } = reader;
  if (section && rank.kind !== 'read' && rank.kind !== 'blank') {
    // The section names a group that has no ranks: a post or pay grade stands in the column.
    const forces = reader.layout.form.writing.ranks.forces.map((force) => force.group);
    if (!section.some((one) => forces.includes(one))) return readAs([{ groups: section }]);
  }
  if (section && rank.kind === 'blank') return readAs([{ groups: section }]);
  return reader.primary('rank', ofGroups(rank, section, sharing));
}

/** A rank without a mark is that of the section above it; without one, that of every group that has it. */
function ofGroups(
  rank: Reading<RankRead>,
  section: readonly string[] | undefined,
  sharing: WhoScope['sharing'],
): Reading<RankRead> {
  if (rank.kind !== 'read') return rank;
  const values = rank.values.map((one): RankRead => {
    if (one.rank === undefined || one.bare === undefined) return one;
    const having = sharing(one.rank);
    const groups = section?.filter((group) => having.includes(group)) ?? [];
    if (groups.length > 0) return { ...one, groups };
    return one.bare === 'words' && having.length > 0 ? { ...one, groups: having } : one;
  });
  return { ...rank, values };
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

function sexOf({ layout, row }: RowReader, { sex }: MapDefaults): Reading<'male' | 'female'> {
  const cell = cellAt(layout, row, 'sex');
  const by = sexesBy(layout, row);
  if (isEmptyMark(cell) && by?.length === 1) return readAs(by);
  if (isEmptyMark(cell)) return sex === undefined ? BLANK : readAs([sex]);
  const text = unaccented(plainText(cell));
  if (/^(nam|male|m)$/.test(text)) return readAs(['male']);
  return /^(nu|female|f)$/.test(text) ? readAs(['female']) : faulty('unreadable-cell');
}
