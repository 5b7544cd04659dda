import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { calculate } from '../../../src/index.ts';
import { correspondingDay } from '../oracle/calendar.ts';
import type { OracleCase } from '../oracle/types.ts';
import { possible, PUTS } from '../boundaries/schemes/put.ts';
import { duration } from '../../support/person.ts';

/**
 * Where the acts beside Decree 178 themselves pay less for more. Each such edge is pinned, with its reason, in
 * `falls-schemes.yaml`; this looks for edges that are not.
 */

interface Pinned {
  readonly reason: string;
  readonly falls: readonly string[];
}

const pinned = parse(readFileSync(new URL('falls-schemes.yaml', import.meta.url), 'utf8')) as Pinned[];

/** What is gone along, in one order: more of the fact in each step. */
const AXES: Readonly<Record<string, readonly number[]>> = {
  serviceMonths: [...upTo(1, 20), ...upTo(172, 188), ...upTo(230, 256), ...upTo(296, 304)],
  monthsEarly: upTo(0, 130),
  workMonths: [...upTo(1, 14), ...upTo(48, 76), ...upTo(116, 124)],
  monthsPast: upTo(0, 40),
  termMonths: upTo(1, 20),
  trainingMonths: upTo(0, 9),
};

function upTo(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

type Change = Readonly<Record<string, string | number | boolean>>;

interface Look {
  readonly scheme: string;
  readonly axis: string;
  readonly route?: string;
  readonly dates: readonly string[];
  readonly people: readonly Change[];
}

const CIVIL = [{}, { schedule: 'reduced' }, { group: 'commune-cadre', schedule: 'limit' }, { impact: 'indirect' }];
const ENTITLED = CIVIL.map((one) => ({ ...one, pensionEligible: true }));
const PART_TIME = ['commune-part-time', 'village-part-time'].map((group) => ({ group, salaryForm: 'allowance' }));
const BY_AGE = [2, 12, 30, 48, 60, 84].map((monthsEarly) => ({ monthsEarly }));
const DATES_154 = ['2025-06-20', '2025-08-01', '2026-08-01'];
const DATES_29 = ['2023-09-01', '2024-09-01'];
const DATES_177 = ['2025-02-01', '2025-05-01', '2025-08-01', '2026-08-01'];

const both = (ones: readonly Change[], others: readonly Change[]): Change[] =>
  ones.flatMap((one) => others.map((other) => ({ ...one, ...other })));
const RE_ELECTION = [
  { group: 'cadre', impact: 're-election' },
  { group: 'cadre', impact: 're-election', pensionEligible: true },
];

const LOOKS: readonly Look[] = [
  { scheme: 'nd154', axis: 'serviceMonths', dates: DATES_154, people: both([...CIVIL, ...ENTITLED], BY_AGE) },
  { scheme: 'nd154', axis: 'monthsEarly', dates: DATES_154, people: [...CIVIL, ...ENTITLED] },
  {
    scheme: 'nd154',
    axis: 'monthsEarly',
    dates: DATES_154,
    people: both(PART_TIME, [{ workMonths: 40 }, { workMonths: 90 }]),
  },
  { scheme: 'nd154', axis: 'workMonths', dates: DATES_154, people: both(PART_TIME, BY_AGE) },
  {
    scheme: 'nd154',
    axis: 'trainingMonths',
    route: 'severance-after-training',
    dates: DATES_154,
    people: [{ ageMonths: 400 }],
  },
  { scheme: 'nd154', axis: 'serviceMonths', route: 'transfer', dates: DATES_154, people: CIVIL },
  { scheme: 'nd29', axis: 'serviceMonths', dates: DATES_29, people: both([...CIVIL, ...ENTITLED], BY_AGE) },
  { scheme: 'nd29', axis: 'monthsEarly', dates: DATES_29, people: [...CIVIL, ...ENTITLED] },
  { scheme: 'nd177', axis: 'serviceMonths', dates: DATES_177, people: both(RE_ELECTION, BY_AGE) },
  { scheme: 'nd177', axis: 'monthsEarly', dates: DATES_177, people: RE_ELECTION },
  {
    scheme: 'nq07',
    axis: 'monthsPast',
    dates: ['2025-10-01', '2026-08-01'],
    people: [{ group: 'cadre' }, { schedule: 'reduced' }],
  },
  { scheme: 'nd170', axis: 'serviceMonths', dates: ['2025-08-01', '2026-08-01'], people: [{}] },
  {
    scheme: 'nd178-11',
    axis: 'termMonths',
    dates: ['2025-02-01', '2026-08-01'],
    people: [{ salaryForm: 'components' }],
  },
];

/** A civil servant with 25 years of service, 40 months early. */
function base(date: string, route = 'auto'): OracleCase {
  return {
    person: { sex: 'male', birth: '1968-01', group: 'civil-servant' },
    leaving: { route, date, impact: 'direct', reorganisation: correspondingDay(date, -2) },
    age: { schedule: 'normal' },
    insurance: duration(300),
    salary: { monthly: '10000000', average: '9000000' },
    work: duration(90),
    training: { months: 4, fee: '20000000' },
    post: { termEnds: correspondingDay(date, 11), newAllowance: '0.2' },
  };
}

function made(one: OracleCase, change: Change): OracleCase | undefined {
  return Object.entries(change).reduce<OracleCase | undefined>(
    (so, [fact, value]) => so && PUTS[fact]?.(so, value),
    one,
  );
}

/** Total and route of a case made by these changes; undefined where nobody is like that or it is no sound case. */
function paid(
  scheme: string,
  one: OracleCase | undefined,
): { total: bigint; route: string; version: string } | undefined {
  const found = one && calculate(possible(one), { scheme });
  if (!found?.ok || found.value.outcome === 'refused') return undefined;
  const { total, route, law } = found.value;
  return { total: BigInt(total), route: route ?? 'nothing', version: law.version ?? '' };
}

/** The case at a place of an axis; more service is more insurance as well, and the birth is put last. */
function at(axis: string, value: number, from: OracleCase, change: Change): OracleCase | undefined {
  const early = axis === 'monthsEarly' || axis === 'monthsPast' || 'ageMonths' in change ? {} : { monthsEarly: 40 };
  const shorter = axis === 'serviceMonths' ? { ...from, insurance: duration(value) } : from;
  const { group, schedule, impact, ...others } = change;
  const first = Object.fromEntries(
    Object.entries({ group, schedule, impact }).filter(([, word]) => word !== undefined),
  );
  return made(shorter, { ...(first as Change), ...early, ...others, [axis]: value });
}

function fallsOf({ scheme, axis, route, dates, people }: Look): string[] {
  const found: string[] = [];
  for (const date of dates)
    for (const change of people) {
      let before: ReturnType<typeof paid>;
      for (const [index, value] of (AXES[axis] ?? []).entries()) {
        const now = paid(scheme, at(axis, value, base(date, route), change));
        const step = AXES[axis]?.[index - 1];
        if (before && now && now.total < before.total && value - (step ?? 0) === 1)
          found.push(`${scheme} ${axis} ${step}>${value} ${before.route} > ${now.route} in ${now.version}`);
        before = now;
      }
    }
  return found;
}

test('is paid less only where falls-schemes.yaml pins it, and everything pinned there is found', () => {
  const found = [...new Set(LOOKS.flatMap(fallsOf))].sort();
  expect(found).toEqual(pinned.flatMap(({ falls }) => falls).sort());
});
