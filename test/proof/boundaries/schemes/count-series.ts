import type { Result } from '../../../../src/index.ts';
import type { Condition, Interval } from '../../../../src/law/provision.ts';
import { FACTS, isYears, type FactName } from '../../../../src/law/vocabulary.ts';
import { correspondingDay, shiftDays } from '../../oracle/calendar.ts';
import type { Leaf } from '../leaves.ts';
import { edgeOf, selection, type Series, type Span } from '../series.ts';
import { crossings } from './crossing.ts';
import { PUTS, type Put } from './put.ts';

/** Cases around the bounds of conditions, of terms, and of what is counted. */

/** The values before, on and after a bound of a fact. */
function around(fact: string, value: number | string): (number | string)[] {
  const kind = FACTS[fact as FactName].kind;
  if (kind === 'day') return [-1, 0, 1].map((step) => shiftDays(String(value), step));
  const unit = isYears(fact) ? 0.5 : 1;
  return [-1, 0, 1].map((step) => Number(value) + step * unit);
}

/** The months of a benefit. */
function monthsOf(benefit: string): (result: Result) => number {
  return (result) => Number(result.benefits.find((line) => line.id === benefit)?.months ?? 0);
}

/** The bound of an interval of a condition. A scheme that gives way is asked for through the choice. */
export function intervalSeries(span: Span, scheme: string, { provision, path, value }: Leaf): Series[] {
  const [, fact = '', word = ''] = path.split('.');
  const edge = edgeOf(word as keyof Interval<number>);
  const crossing = { span, scheme, provision, fact, values: around(fact, value) };
  if (provision.kind !== 'yield') return crossings(crossing, { edge, observe: selection, shape: 'step' });
  const put = roadmap(provision.when, fact);
  return crossings({ ...crossing, asked: 'auto', ...(put ? { put } : {}) }, { edge, observe: statuses, shape: 'step' });
}

/** A decision of the summer of 2025, unless the rule asks about the decision: else another rule gives way already. */
function roadmap(when: Condition, fact: string): Put | undefined {
  const usual = PUTS[fact];
  if (!usual || 'decidedDate' in when || 'given' in when) return undefined;
  return (one, value) => {
    const found = usual(one, value);
    return found && { ...found, leaving: { ...found.leaving, decided: '2025-07-31' } };
  };
}

/** Which scheme was chosen, and what became of the others. */
export function statuses({ law, candidates = [] }: Result): string {
  return [law.scheme, ...candidates.map(({ scheme, status }) => `${scheme} ${status}`)].join(', ');
}

/** Full years that the odd months stand on. */
const WHOLE: Readonly<Record<string, readonly [fact: string, months: number]>> = {
  yearsEarly: ['monthsEarly', 36],
  serviceYears: ['serviceMonths', 252],
  workYears: ['workMonths', 84],
};

/** The bounds of a band of odd months. */
export function oddMonthSeries(span: Span, scheme: string, { provision, path, value }: Leaf): Series[] {
  if (provision.kind !== 'odd-months') return [];
  const { quantity } = provision;
  const [fact, months] = WHOLE[quantity] ?? ['', 0];
  const values = [-1, 0, 1].map((step) => months + Number(value) + step);
  const observe = (result: Result): string => String(result.measures?.[quantity]);
  const edge = edgeOf(path.split('.').at(-1) as keyof Interval<number>);
  return crossings({ span, scheme, provision, fact, values }, { edge, observe, shape: 'step' });
}

/** A bound of a term, or the cap of a row: the months of the line go on differently beyond it. */
export function termSeries(span: Span, scheme: string, { provision, path, value }: Leaf): Series[] {
  if (provision.kind !== 'benefit') return [];
  const { benefit, terms } = provision;
  const growing = terms.find(({ per }) => per !== undefined);
  const per = (path === 'cap' ? growing?.per : terms[Number(path.split('.')[1])]?.per) ?? '';
  const fixed = terms.filter((term) => term.per === undefined).reduce((sum, { rate }) => sum + Number(rate), 0);
  const full = Number(growing?.above ?? 0) + (Number(value) - fixed) / Number(growing?.rate ?? 1);
  const values = around(per, path === 'cap' ? full : value);
  return crossings(
    { span, scheme, provision, fact: per, values },
    { edge: 1, observe: monthsOf(benefit), shape: 'kink' },
  );
}

/** Insurance just short of a pension, enough, and more. */
export function pensionSeries(span: Span, scheme: string, { provision, value }: Leaf): Series[] {
  const observe = (result: Result): string => String(result.measures?.pensionEligible);
  const values = [-1, 0, 1].map((step) => Number(value) + step);
  const put = PUTS['insuranceMonths'];
  return crossings(
    { span, scheme, provision, fact: 'pensionEligible', values, ...(put ? { put } : {}) },
    { edge: 1, observe, shape: 'step' },
  );
}

/** The month after the pension would have started, that month, and the one before: early, at the age, past it. */
export function ageSeries(span: Span, scheme: string, { provision }: Pick<Leaf, 'provision'>): Series[] {
  const observe = (result: Result): string =>
    [selection(result), result.measures?.monthsEarly, result.measures?.monthsPast].join(' | ');
  return crossings(
    {
      span,
      scheme,
      provision,
      fact: 'monthsEarly',
      values: [1, 0, -1],
      put: (one, months) =>
        Number(months) < 0 ? PUTS['monthsPast']?.(one, -Number(months)) : PUTS['monthsEarly']?.(one, months),
    },
    { edge: 1, observe, shape: 'some' },
  );
}

/** The event on the last day of a term that runs from the reorganisation, the day before, and the day after. */
export function clockSeries(span: Span, scheme: string, { provision, path }: Leaf): Series[] {
  if (provision.kind !== 'clock' || path !== 'months') return [];
  const { months } = provision;
  const observe = ({ measures }: Result): string => String(measures?.window);
  const put: Put = (one, days) => {
    const { date } = one.leaving;
    const reorganisation = shiftDays(correspondingDay(date, -months), -Number(days));
    return { ...one, leaving: { ...one.leaving, reorganisation, decided: date } };
  };
  return crossings(
    { span, scheme, provision, fact: 'window', values: [-1, 0, 1], put },
    { edge: 2, observe, shape: 'some' },
  );
}

/** Public-sector time of one month less than the most months of severance, as many, and one more. */
export function severanceMonthSeries(span: Span, scheme: string, { provision, value }: Leaf): Series[] {
  const observe = ({ measures }: Result): number => measures?.severanceMonths ?? 0;
  const put: Put = (one, months) => {
    const service = PUTS['serviceMonths']?.(one, Number(months));
    return service && PUTS['insuranceMonths']?.(service, Math.max(264, Number(months)));
  };
  const values = around('severanceMonths', value);
  return crossings(
    { span, scheme, provision, fact: 'severanceMonths', values, put },
    { edge: 1, observe, shape: 'kink' },
  );
}

/** The time in other posts joins the time of work. */
export function workTimeSeries(span: Span, scheme: string, { provision }: Pick<Leaf, 'provision'>): Series[] {
  const observe = ({ measures }: Result): string => String(measures?.workYears);
  const put: Put = (one, months) => ({
    ...one,
    work: { years: 3, months: 4 },
    insurance: { ...one.insurance, otherPosts: { years: 0, months: Number(months) } },
  });
  return crossings(
    { span, scheme, provision, fact: 'workMonths', values: [18, 20, 21], put },
    { edge: 1, observe, shape: 'some' },
  );
}

/** The least of the months to the end of a term. */
export function termMonthSeries(span: Span, scheme: string, leaf: Leaf): Series[] {
  const { provision, value } = leaf;
  return crossings(
    { span, scheme, provision, fact: 'termMonths', values: around('termMonths', value) },
    { edge: 1, observe: ({ measures }) => measures?.termMonths ?? 0, shape: 'kink' },
  );
}

/** One of the two kinds of service shorter than the other by a year, as long, and longer. */
export function serviceTimeSeries(span: Span, scheme: string, { provision }: Pick<Leaf, 'provision'>): Series[] {
  const observe = ({ measures }: Result): string => String(measures?.serviceYears);
  return (['publicSector', 'countable'] as const).flatMap((part) =>
    crossings(
      {
        span,
        scheme,
        provision,
        fact: 'serviceYears',
        values: [19, 20, 21],
        put: (one, years) => {
          const served = PUTS['serviceMonths']?.(one, 240);
          const whole = served && PUTS['insuranceMonths']?.(served, 264);
          return whole && { ...whole, insurance: { ...whole.insurance, [part]: { years: Number(years), months: 0 } } };
        },
      },
      { edge: 1, observe, shape: 'some' },
    ),
  );
}
