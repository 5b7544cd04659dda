import { ZERO, type Decimal as Exact } from '../../base/decimal.ts';
import { readCoefficient, readPercent } from '../cells/amounts.ts';
import { daySpan, readDate } from '../cells/dates.ts';
import type { RankRead } from '../cells/ranks.ts';
import { certain, type Reading } from '../cells/reading.ts';
import type { Lang } from '../../base/text.ts';
import type { FormColumn } from '../../law/form.ts';
import { cellMessage } from '../messages.ts';
import type { JudgeScope } from '../row/judge.ts';
import type { RowReader } from '../row/primary.ts';
import type { SalaryGiven } from './components.ts';

/** The primary data of a row of a salary sheet. */
export interface SalaryRead {
  readonly given: SalaryGiven;
  /** Amounts of money that the row gives as such: over-frame seniority, other. */
  readonly added: Exact;
  /** Whether something that enters the total cannot be checked. */
  readonly opaque: boolean;
}

/** Reads cells and notes the columns that are missing or cannot be read. */
class Gatherer {
  readonly lacking = new Set<string>();
  readonly reader: RowReader;
  readonly lang: Lang;

  constructor(reader: RowReader, lang: Lang) {
    this.reader = reader;
    this.lang = lang;
  }

  lacks(key: string): void {
    const column = this.reader.layout.form.columns.find((one) => one.key === key);
    this.lacking.add(column?.title[this.lang] ?? key);
  }

  need<T>(key: string, reading: Reading<T>): T | undefined {
    const value = certain(this.reader.primary(key, reading));
    if (value === undefined) this.lacks(key);
    return value;
  }

  optional(key: string, read: Reading<Exact>): Exact {
    const reading = this.reader.primary(key, read);
    if (reading.kind === 'fault') this.lacks(key);
    return certain(reading) ?? ZERO;
  }
}

/** Reads the primary data of a salary row; what is missing where it cannot be computed. */
export function readSalary(reader: RowReader, scope: JudgeScope): SalaryRead | string {
  const { form } = scope.layout;
  const from = new Gatherer(reader, scope.lang);
  const leavingText = from.need('leaving', readDate(reader.cell('leaving')));
  const [main, ...others] = form.columns.filter(({ states }) => states !== undefined);
  const coefficient = main && from.need(main.key, readCoefficient(reader.cell(main.key)));
  const latest = leavingText === undefined ? {} : { latest: Number(leavingText.slice(0, 4)) };
  const enlisted = certain(
    reader.primary('enlisted', readDate(reader.cell('enlisted'), { ...latest, firstCounts: true })),
  );
  const leaving = leavingText === undefined ? undefined : daySpan(leavingText)[0];
  const who = leaving === undefined ? undefined : groupOf(reader, scope, leaving);
  if (typeof who === 'string') return who;
  if (leaving !== undefined && !who) from.lacks('rank');
  if (who?.soldier === true && enlisted === undefined) from.lacks('enlisted');
  const stated = [[main?.states, coefficient?.toFixed()], ...others.map((column) => statedIn(column, from))];
  const added = form.columns
    .filter((one) => one.added)
    .reduce((sum, { key }) => sum.plus(from.optional(key, reader.money(key))), ZERO);
  if (from.lacking.size > 0 || leaving === undefined || !who)
    return cellMessage(scope.lang, 'needs-data', { title: form.title[scope.lang], what: [...from.lacking].join(', ') });
  const { opaque, professionPercent, publicService } = drawnBy(reader, who.soldier);
  return {
    given: {
      ...who,
      leaving,
      stated: Object.fromEntries(stated) as Record<string, string>,
      drawsPublicService: publicService.gt(0),
      ...(enlisted === undefined ? {} : { enlisted: daySpan(enlisted)[0].slice(0, 7) }),
      ...(professionPercent ? { professionPercent } : {}),
    },
    added,
    opaque,
  };
}

/** A component with the coefficient or percentage that a column states. */
function statedIn({ key, states, holds }: FormColumn, from: Gatherer): [component: string | undefined, value: string] {
  const percent = holds === 'percent';
  const cell = from.reader.cell(key);
  const value = from.optional(key, percent ? readPercent(cell) : readCoefficient(cell)).toFixed();
  return [states, percent ? `${value}%` : value];
}

/** The group of the row, and whether it is one of soldiers; what the law says where it covers no such date. */
function groupOf(
  reader: RowReader,
  { layout, law, readRank, civil, defaults, lang }: JudgeScope,
  leaving: string,
): Pick<SalaryGiven, 'group' | 'soldier'> | string | undefined {
  const version = law.at(layout.form.scheme, leaving, lang);
  if (!version.ok) return version.issues.map(({ message }) => message).join(' ');
  const rank = readRank(reader.cell('rank'));
  if (rank.kind === 'read') reader.noted('rank', rank);
  const read = rank.kind === 'read' ? groupIn(rank.values[0], reader.section) : (reader.section?.[0] ?? civil[0]);
  const group = defaults.group ?? read;
  if (group === undefined) return undefined;
  return { group, soldier: version.value.group(group)?.provision.schedules[0] === 'limit' };
}

/** The group of a rank; of one without a mark that of the section. The groups of soldiers are paid alike. */
function groupIn(rank: RankRead | undefined, section: readonly string[] | undefined): string | undefined {
  return rank?.bare === undefined ? rank?.groups[0] : (section?.[0] ?? rank.groups[0]);
}

/** What the declared amounts themselves show that a person draws. */
interface Drawn {
  readonly publicService: Exact;
  /** Of who is no soldier: the whole per cent of professional seniority that the amount shows. */
  readonly professionPercent: Exact | undefined;
  /** Whether such an amount cannot be read, or shows no whole per cent. */
  readonly opaque: boolean;
}

function drawnBy(reader: RowReader, soldier: boolean): Drawn {
  const [publicService, profession, coefficient, position] = (
    ['publicService', 'profession', 'coefficient', 'positionAllowance'] as const
  ).map((component) => {
    const { columns } = reader.layout.form;
    const column = columns.find(({ gives }) => gives && 'component' in gives && gives.component === component);
    return reader.money(column?.key ?? '');
  }) as [Reading<Exact>, Reading<Exact>, Reading<Exact>, Reading<Exact>];
  const amount = (reading: Reading<Exact>): Exact => certain(reading) ?? ZERO;
  const drawn = soldier ? ZERO : amount(profession);
  const read = [publicService, ...(soldier ? [] : [profession]), ...(drawn.gt(0) ? [coefficient, position] : [])];
  const professionPercent = wholePercent(drawn, amount(coefficient).plus(amount(position)));
  const opaque = read.some(({ kind }) => kind === 'fault') || (drawn.gt(0) && !professionPercent);
  return { publicService: amount(publicService), professionPercent, opaque };
}

/** The whole per cent that one amount is of another; undefined where it is none. */
function wholePercent(amount: Exact, base: Exact): Exact | undefined {
  if (amount.isZero() || base.isZero()) return undefined;
  const percent = amount.times(100).div(base);
  const whole = percent.toDecimalPlaces(0);
  return percent.minus(whole).abs().lt('0.001') ? whole : undefined;
}
