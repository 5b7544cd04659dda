import { calculate, type Result } from '../../../../src/index.ts';
import { namedWords } from '../../../../src/law/facts.ts';
import type { OverFrameProvision, PayScaleProvision, Provision } from '../../../../src/law/provision.ts';
import { correspondingDay, shiftDays } from '../../oracle/calendar.ts';
import type { OracleCase } from '../../oracle/types.ts';
import type { Leaf } from '../leaves.ts';
import { selection, type Series, type Span } from '../series.ts';
import { crossings } from './crossing.ts';
import type { Put } from './put.ts';

/** Cases around what turns numbers of the case into đồng. */

function direction(exact: number, amount: number): string {
  return amount > exact ? 'up' : amount < exact ? 'down' : 'exact';
}

/** Which way each line was rounded; the base stands at the end of the formula. */
function linesRounded({ benefits }: Result): string {
  return benefits
    .map(({ months, amount, formula }) =>
      direction(Number(months) * Number(formula.split('× ').at(-1)), Number(amount)),
    )
    .join();
}

const ALLOWANCES = ['0.6001', '0.6003', '0.6005'];
const COEFFICIENTS = ['4.0000001', '4.0000002', '4.0000003', '4.0000004'];

/** One to three đồng more in every amount that a line may stand on. */
const odd: Put = (one, part) => {
  const more = (text: string): string => String(Number(text) + Number(part));
  const { allowance, average, coefficient } = one.salary;
  const salary =
    allowance !== undefined
      ? { allowance: more(allowance) }
      : coefficient === undefined
        ? { monthly: more('10000000') }
        : { coefficient, positionAllowance: ALLOWANCES[Number(part) - 1] ?? '0.6' };
  return { ...one, salary: { ...salary, ...(average === undefined ? {} : { average: more(average) }) } };
};

/** Amounts whose lines, or coefficients whose components, fall on parts of a đồng. */
export function roundingSeries(span: Span, scheme: string, { provision }: Leaf): Series[] {
  if (provision.kind !== 'rounding') return [];
  if (provision.of === 'line') {
    const asked = { span, scheme, provision, fact: 'salaryForm', values: [1, 2, 3], put: odd };
    return crossings(asked, { edge: 1, observe: linesRounded, shape: 'some' });
  }
  const observe = ({ salary }: Result): string => {
    const line = salary.find(({ component }) => component === 'coefficient');
    const whole = 4 * Math.round(Number(line?.amount) / 4 / 10_000) * 10_000;
    return line === undefined ? '-' : String(Number(line.amount) - whole);
  };
  const put: Put = (one, coefficient) => ({
    ...one,
    salary: { ...averageOf(one), coefficient: String(coefficient), positionAllowance: '0.6' },
  });
  return crossings(
    { span, scheme, provision, fact: 'salaryForm', values: COEFFICIENTS, put },
    { edge: 1, observe, shape: 'some' },
  );
}

function averageOf({ salary: { average } }: OracleCase): object {
  return average === undefined ? {} : { average };
}

/** The days on which another base salary counts. */
export function baseSalarySeries({ version, until }: Span, scheme: string, leaf: Leaf): Series[] {
  const { provision, value } = leaf;
  const since = provision.kind === 'base-salary' ? String(value) : version.rules('base-salary').at(-1)?.provision.since;
  const before = version.rules('base-salary-month')[0]?.provision.monthsBefore ?? 0;
  const first = correspondingDay(`${since ?? version.date.slice(0, 7)}-01`, before);
  const observe = (result: Result): string => `${result.measures?.monthlySalary} ${result.total}`;
  const put: Put = (one, step) => ({
    ...one,
    leaving: { ...one.leaving, date: shiftDays(first, Number(step)), reorganisation: correspondingDay(first, -2) },
    salary: { ...averageOf(one), coefficient: '4', positionAllowance: '1' },
  });
  const fact = 'leavingDate';
  return crossings(
    { span: { version, until }, scheme, provision, fact, values: [-1, 0, 1], put },
    { edge: 1, observe, shape: 'step' },
  );
}

/** A course fee of exactly the most that is paid, and a đồng either side. */
export function mostSeries(span: Span, scheme: string, { provision, value }: Leaf): Series[] {
  if (provision.kind !== 'benefit') return [];
  const observe = ({ benefits }: Result): number =>
    Number(benefits.find(({ id }) => id === provision.benefit)?.amount ?? 0);
  const put: Put = (one, step) => ({
    ...one,
    salary: { ...averageOf(one), monthly: '10000000' },
    training: { months: 4, fee: String(Number(value) * 10_000_000 + Number(step)) },
  });
  return crossings(
    { span, scheme, provision, fact: 'training', values: [-1, 0, 1], put },
    { edge: 1, observe, shape: 'kink' },
  );
}

const steps = (scale: PayScaleProvision, more: number): number[] =>
  Array.from({ length: scale.steps + more }, (_, index) => index + 1);

/** Every step of a pay scale, and one past the last. */
export function payScaleSeries(span: Span, scheme: string, { provision, path }: Leaf): Series[] {
  if (provision.kind !== 'pay-scale') return [];
  const observe = (result: Result): string =>
    String(result.salary.find((one) => one.component === 'coefficient')?.given);
  const put: Put = (one, step) => ({
    ...one,
    salary: { ...averageOf(one), positionAllowance: '0.6', scale: provision.scale, step: Number(step) },
  });
  const last = path === 'steps';
  const values = last ? [provision.steps - 1, provision.steps, provision.steps + 1] : steps(provision, 1);
  return crossings(
    { span, scheme, provision, fact: 'salaryForm', values, put },
    last ? { edge: 2, observe, shape: 'step' } : { edge: 1, observe, shape: 'some' },
  );
}

function scaleOf({ version }: Span, name: string): PayScaleProvision | undefined {
  return version.rules('pay-scale').find(({ provision }) => provision.scale === name)?.provision;
}

/** Months on the last step of each scale: just short of the wait, past it, and a year and two years more. */
export function overFrameSeries(span: Span, scheme: string, { provision, path }: Leaf): Series[] {
  if (provision.kind !== 'over-frame') return [];
  return provision.scale.flatMap((name) => overFrameOf(span, scheme, provision, path, scaleOf(span, name)));
}

function overFrameOf(
  span: Span,
  scheme: string,
  provision: OverFrameProvision & Provision,
  path: string,
  scale: PayScaleProvision | undefined,
): Series[] {
  if (!scale) return [];
  const after = provision.afterMonths + (path === 'yearly' ? 12 : 0);
  const put: Put = (one, months) => ({
    ...one,
    salary: {
      ...averageOf(one),
      positionAllowance: '0.6',
      scale: scale.scale,
      step: scale.steps,
      stepMonths: Number(months),
    },
  });
  const observe = ({ salary }: Result): string => String(salary.find((one) => one.component === 'overFrame')?.given);
  return crossings(
    { span, scheme, provision, fact: 'salaryForm', values: [after - 1, after, after + 1, after + 24], put },
    { edge: 1, observe, shape: 'step' },
  );
}

/** Who was paid before, under the scheme that the rule names: a đồng less than is due now, as much, and more. */
export function raiseSeries(span: Span, scheme: string, { provision }: Pick<Leaf, 'provision'>): Series[] {
  if (provision.kind !== 'raise') return [];
  const [before = ''] = namedWords(provision.when.settledUnder);
  const put: Put = (one, step) => {
    const unsettled = Object.fromEntries(Object.entries(one).filter(([key]) => key !== 'settled'));
    const found = calculate(unsettled, { scheme });
    if (!found.ok || found.value.outcome !== 'paid') return undefined;
    const amount = String(BigInt(found.value.total) + BigInt(step));
    return { ...one, settled: { scheme: before, amount, date: '2025-05-01' } };
  };
  return crossings(
    { span, scheme, provision, fact: 'settledUnder', values: [-2, -1, 0, 1], put },
    { edge: 3, observe: ({ raise }) => Number(raise?.due ?? -1), shape: 'some' },
  );
}

/** What is settled and how: everything that a change of the law may show in. */
export function everything(result: Result): string {
  return `${selection(result)} ${result.law.scheme}@${result.law.version ?? ''}`;
}
