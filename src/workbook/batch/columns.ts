import { RESULT_PREFIX, type ColumnKind, type LayoutColumn } from '../../table/layout.ts';
import type { Header } from '../../table/table-header.ts';
import { caseKey } from '../../case/keys.ts';

/** A column of a sheet of results, and its place in a row that waits. */
export interface Shown {
  readonly column: LayoutColumn;
  readonly at: number;
}

/** The columns of the sheet of results: those in front, which a reader needs, and the others, folded away behind. */
export interface Arranged {
  readonly front: readonly Shown[];
  readonly behind: readonly Shown[];
  /** How many columns at the left say who a row is: they stay in view and stand on every printed page. */
  readonly who: number;
}

/** So many columns stand in front at most: with them a row can be read on one page. */
const FRONT = 12;

const result = (name: string): string => RESULT_PREFIX + name;

/** Columns of the front, in the order in which they stand; the amounts of benefits stand before the total. */
const ORDER: readonly string[] = [
  'person.sex',
  'person.birth',
  'person.position',
  'person.group',
  'leaving.date',
  result('outcome'),
  result('route'),
  result('monthlySalary'),
  result('monthsEarly'),
  result('monthsPast'),
  result('severanceMonths'),
  result('serviceYears'),
];

/** The same columns, first the one that is needed most. */
const NEED: readonly string[] = [
  result('outcome'),
  'leaving.date',
  result('monthlySalary'),
  'amounts',
  'person.birth',
  result('monthsEarly'),
  result('monthsPast'),
  result('severanceMonths'),
  result('serviceYears'),
  'person.group',
  result('route'),
  'person.position',
  'person.sex',
];

/**
 * Which columns of a layout are shown, and where: name and unit first, then what a reader needs, up to twelve columns;
 * everything else behind. Columns that say nothing in any row are left out, but for the ones that every report has.
 * `used`: which columns hold a value in any row.
 */
export function arranged(columns: readonly LayoutColumn[], used: readonly boolean[], header?: Header): Arranged {
  const all = columns.map((column, at): Shown => ({ column, at }));
  const shown = all.filter(({ column, at }) => isShown(column, used[at] === true));
  const byId = new Map(shown.map((one) => [one.column.source === 'extra' ? '' : one.column.id, one]));
  const name = byId.get('person.name') ?? byId.get('id') ?? byId.get(result('row'));
  const unit = unitOf(all, header) ?? byId.get('person.unit');
  const who = [name, unit].filter((one) => one !== undefined);
  const amounts = shown.filter(({ column }) => column.id.startsWith(RESULT_PREFIX) && column.id.endsWith('.amount'));
  const total = byId.get(result('total'));
  const chosen = new Set<Shown>([...who, ...(total ? [total] : [])]);
  for (const id of NEED) {
    const more = id === 'amounts' ? amounts : [byId.get(id)].filter((one) => one !== undefined);
    // All amounts or none: some of them would not add up to the total.
    if (chosen.size + more.length <= FRONT) for (const one of more) chosen.add(one);
  }
  const ordered = [...who, ...ORDER.map((id) => byId.get(id)), ...amounts, total];
  const front = [...new Set(ordered)].filter((one) => one !== undefined).filter((one) => chosen.has(one));
  return { front, behind: shown.filter((one) => !chosen.has(one)), who: who.length };
}

/** The column of one's own that names the unit, where the header knows it. */
export function unitOf(columns: readonly Shown[], header: Header | undefined): Shown | undefined {
  const at = header?.unit ? header.extras.findIndex(({ index }) => index === header.unit?.index) : -1;
  return at < 0 ? undefined : columns.filter(({ column }) => column.source === 'extra')[at];
}

/** Hashes stand apart. */
function isShown(column: LayoutColumn, used: boolean): boolean {
  if (column.id === result('lawHash')) return false;
  if (column.source === 'case' && caseKey(column.id)?.required === true) return true;
  return used || column.source === 'extra' || ['row', 'outcome', 'total'].map(result).includes(column.id);
}

const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 16,
  long: 48,
  date: 12,
  dong: 16,
  count: 11,
  decimal: 12,
  percent: 11,
};

const OWN_WIDTHS: Readonly<Record<string, number>> = {
  'person.name': 26,
  'person.unit': 28,
  [result('outcome')]: 19,
};

/** The width of a column in characters: wide enough that no heading is taller than four lines. */
export function widthOf({ column }: Shown, heading: string): number {
  const wanted = OWN_WIDTHS[column.source === 'extra' ? '' : column.id] ?? WIDTHS[column.kind];
  return Math.max(wanted, Math.ceil((heading.length * 1.15) / 4) + 3);
}
