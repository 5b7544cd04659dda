import { ZERO, type Decimal as Exact } from '../../base/decimal.ts';
import { readCoefficient, readMoney, readPercent } from '../cells/amounts.ts';
import { daySpan, readDate } from '../cells/dates.ts';
import { readRank } from '../cells/ranks.ts';
import { certain, type Reading } from '../cells/reading.ts';
import { cellMessage } from '../messages.ts';
import type { JudgeScope } from '../row/judge.ts';
import type { RowReader } from '../row/primary.ts';
import type { SalaryGiven } from './components.ts';

/** The primary data of a row of form I.5. */
export interface SalaryRead {
  readonly given: SalaryGiven;
  /** Amounts of money that the row gives as such: over-frame seniority, other. */
  readonly added: Exact;
  /** Whether something that enters the total cannot be checked. */
  readonly opaque: boolean;
}

/** Reads cells and keeps what is missing. */
class Gatherer {
  readonly lacking: string[] = [];

  constructor(
    readonly reader: RowReader,
    readonly scope: JudgeScope,
  ) {}

  lacks(key: string): void {
    const column = this.scope.layout.form.columns.find((one) => one.key === key);
    this.lacking.push(column?.title[this.scope.lang] ?? key);
  }

  need<T>(key: string, reading: Reading<T>): T | undefined {
    const value = certain(this.reader.primary(key, reading));
    if (value === undefined) this.lacks(key);
    return value;
  }

  optional(key: string, read: typeof readPercent): Exact {
    const reading = this.reader.primary(key, read(this.reader.cell(key)));
    if (reading.kind === 'fault') this.lacks(key);
    return certain(reading) ?? ZERO;
  }
}

/** Reads the primary data of a salary row; what is missing where it cannot be computed. */
export function readSalary(reader: RowReader, scope: JudgeScope): SalaryRead | string {
  const { layout, lang } = scope;
  const from = new Gatherer(reader, scope);
  const leavingText = from.need('leaving', readDate(reader.cell('leaving')));
  const coefficient = from.need('coefficient', readCoefficient(reader.cell('coefficient')));
  const latest = leavingText === undefined ? {} : { latest: Number(leavingText.slice(0, 4)) };
  const enlisted = certain(
    reader.primary('enlisted', readDate(reader.cell('enlisted'), { ...latest, firstCounts: true })),
  );
  const leaving = leavingText === undefined ? undefined : daySpan(leavingText)[0];
  const who = leaving === undefined ? undefined : groupOf(reader, scope, leaving);
  if (typeof who === 'string') return who;
  if (leaving !== undefined && !who) from.lacks('rank');
  if (who?.soldier === true && enlisted === undefined) from.lacks('enlisted');
  const given = componentsOf(from);
  const added = from.optional('overFrame', readMoney).plus(from.optional('otherAmount', readMoney));
  if (from.lacking.length > 0 || coefficient === undefined || leaving === undefined || !who) {
    return cellMessage(lang, 'needs-data', {
      title: layout.form.title[lang],
      what: [...new Set(from.lacking)].join(', '),
    });
  }
  const profession = declaredAmount(reader, 'professionAmount');
  const percent = who.soldier ? undefined : professionPercent(reader, profession);
  return {
    given: {
      ...given,
      ...who,
      leaving,
      coefficient,
      ...(enlisted === undefined ? {} : { enlisted: daySpan(enlisted)[0].slice(0, 7) }),
      ...(percent === undefined ? {} : { professionPercent: percent }),
    },
    added,
    opaque: isOpen(reader, who.soldier, profession) || (!who.soldier && profession.gt(0) && percent === undefined),
  };
}

/** The coefficients and percentages, and whether the public-service allowance is drawn. */
function componentsOf(
  from: Gatherer,
): Pick<SalaryGiven, 'retained' | 'position' | 'responsibility' | 'specific' | 'drawsPublicService'> {
  return {
    retained: from.optional('retained', readCoefficient),
    position: from.optional('position', readCoefficient),
    responsibility: from.optional('responsibilityPercent', readPercent),
    specific: from.optional('specificPercent', readPercent),
    drawsPublicService: declaredAmount(from.reader, 'publicServiceAmount').gt(0),
  };
}

/** The group of the row, and whether it is one of soldiers; what the law says where it covers no such date. */
function groupOf(
  reader: RowReader,
  { layout, law, ranks, civil, defaults, lang }: JudgeScope,
  leaving: string,
): Pick<SalaryGiven, 'group' | 'soldier'> | string | undefined {
  const version = law.at(layout.form.scheme, leaving, lang);
  if (!version.ok) return version.issues.map(({ message }) => message).join(' ');
  const rank = readRank(reader.cell('rank'), ranks);
  if (rank.kind === 'read') reader.noted('rank', rank);
  const read = rank.kind === 'read' ? rank.values[0]?.groups[0] : civil[0];
  const group = defaults.group ?? read;
  if (group === undefined) return undefined;
  return { group, soldier: version.value.group(group)?.provision.schedules[0] === 'limit' };
}

function declaredAmount(reader: RowReader, key: string): Exact {
  return certain(readMoney(reader.cell(key))) ?? ZERO;
}

/** Whether an amount by which the row itself shows what the person draws cannot be read. */
function isOpen(reader: RowReader, soldier: boolean, profession: Exact): boolean {
  const keys = ['publicServiceAmount'];
  if (!soldier) keys.push('professionAmount');
  if (!soldier && profession.gt(0)) keys.push('coefficientAmount', 'positionAmount');
  return keys.some((key) => readMoney(reader.cell(key)).kind === 'fault');
}

/** Who is no soldier shows a whole per cent of seniority in the amount itself, or it cannot be checked. */
function professionPercent(reader: RowReader, amount: Exact): Exact | undefined {
  const base = declaredAmount(reader, 'coefficientAmount').plus(declaredAmount(reader, 'positionAmount'));
  if (amount.isZero() || base.isZero()) return undefined;
  const percent = amount.times(100).div(base);
  const whole = percent.toDecimalPlaces(0);
  return percent.minus(whole).abs().lt('0.001') ? whole : undefined;
}
