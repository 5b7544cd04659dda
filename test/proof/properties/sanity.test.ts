import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../src/base/decimal.ts';
import { monthText, parseMonth } from '../../../src/base/calendar.ts';
import { builtinLaw, calculate, CASE_KEYS, type Law, type LawVersion, type Result } from '../../../src/index.ts';
import type { Act } from '../../../src/law/act.ts';
import { builtinActs, builtinSchemes } from '../../../src/law/builtin.ts';
import { buildLaw } from '../../../src/law/law.ts';
import { retirementMonth } from '../../../src/engine/measure/retirement.ts';
import { runs } from '../../support/effort.ts';
import type { Probe } from '../../support/engines.ts';
import { choiceProbes, EVERY_SCHEME, schemeProbes } from '../../support/sample.ts';

/*
 * What must hold whatever the digest says: both engines follow the digest, so that an error of it shows here or in the
 * cases from outside, and nowhere else. A property that does not hold is a fault of the rules, or an exception that is
 * named here with its reason.
 */

const law = builtinLaw();

/** Cases of every scheme, and of those that name none. */
const probes: readonly Probe[] = [
  ...EVERY_SCHEME.flatMap((scheme) => schemeProbes(scheme, runs(400), 16)),
  ...choiceProbes(runs(400), 17),
];

/** The results of cases that are good, under their own readings or under the default ones. */
function results(asked: readonly Probe[], readings: 'own' | 'default' = 'own'): Result[] {
  return asked.flatMap(({ case: one, asked: { interpretations, ...options } }) => {
    const chosen = readings === 'own' && interpretations ? { interpretations } : {};
    const found = calculate(one, { ...options, ...chosen });
    return found.ok ? [found.value] : [];
  });
}

function versionOf({ law: { scheme, version } }: Result): LawVersion | undefined {
  const found = version === null ? undefined : law.at(scheme, version);
  return found?.ok ? found.value : undefined;
}

/** The benefit rows of a version that pay for each month early. */
function paidByMonthsEarly(version: LawVersion | undefined): ReadonlySet<string> {
  const rows = version?.rules('benefit') ?? [];
  const monthly = rows.filter(({ provision: { terms } }) => terms.some((term) => term.per === 'monthsEarly'));
  return new Set(monthly.map(({ id }) => id));
}

describe('months and years early', () => {
  test('a benefit for months early is never more than the base of those months', () => {
    let compared = 0;
    for (const result of results(probes)) {
      const { monthsEarly, monthlySalary } = result.measures ?? {};
      if (monthsEarly === undefined) continue;
      const rows = paidByMonthsEarly(versionOf(result));
      for (const line of result.benefits) {
        if (line.id !== 'early-months' && !rows.has(line.row)) continue;
        compared += 1;
        expect(Number(line.months), line.row).toBeLessThanOrEqual(monthsEarly);
        if (line.id !== 'early-months') continue;
        // Half up: at most half a đồng above.
        const most = new Decimal(monthlySalary ?? '0').times(monthsEarly).plus('0.5');
        expect(most.gte(line.amount), `${line.row} ${line.amount}`).toBe(true);
      }
    }
    expect(compared).toBeGreaterThan(runs(150));
  });

  test('years early never exceed the months early by more than half a year', () => {
    let compared = 0;
    for (const { measures } of results(probes)) {
      if (measures?.yearsEarly === undefined || measures.monthsEarly === undefined) continue;
      compared += 1;
      expect(Number(measures.yearsEarly)).toBeLessThanOrEqual(Math.max(0, measures.monthsEarly) / 12 + 0.5);
    }
    expect(compared).toBeGreaterThan(runs(500));
  });

  test('years of service never exceed the months of insurance by more than half a year', () => {
    let compared = 0;
    for (const { measures, case: one } of results(probes)) {
      const { years, months } = one.insurance;
      if (measures?.serviceYears === undefined || years === undefined) continue;
      compared += 1;
      expect(Number(measures.serviceYears)).toBeLessThanOrEqual(years + (months ?? 0) / 12 + 0.5);
    }
    expect(compared).toBeGreaterThan(runs(500));
  });
});

const PERCENTS: ReadonlySet<string> = new Set(
  CASE_KEYS.filter(({ type }) => type === 'percent').map(({ key }) => key.replace('salary.', '')),
);

/** What the other per cents stand on at most. */
const BASE: readonly string[] = ['coefficient', 'positionAllowance', 'overFrame'];

/** The most that a salary by components can be: the base with every per cent on the whole of it, and what is added. */
function mostOf({ salary }: Result): Decimal {
  let [base, percents, added, roundings] = [new Decimal(0), new Decimal(0), new Decimal(0), 0];
  for (const { component, given, amount } of salary) {
    if (BASE.includes(component)) base = base.plus(amount);
    else if (PERCENTS.has(component)) {
      percents = percents.plus(given.endsWith('%') ? new Decimal(given.slice(0, -1)).div(100) : given);
      roundings += 1;
    } else added = added.plus(amount);
  }
  return base.times(percents.plus(1)).plus(added).plus(new Decimal(roundings).div(2));
}

describe('the monthly salary', () => {
  test('never exceeds salary, position and over-frame with all per cents on them, and what is retained', () => {
    let compared = 0;
    for (const result of results(probes, 'default')) {
      const parts = result.salary.some(({ component }) => component === 'coefficient');
      if (!parts || result.measures === undefined) continue;
      compared += 1;
      const most = mostOf(result);
      expect(most.gte(result.measures.monthlySalary), JSON.stringify(result.case.salary)).toBe(true);
    }
    expect(compared).toBeGreaterThan(runs(300));
  });
});

/** Every word that some age limit gives for a rank, whatever the shape of the provision. */
function ranksOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(ranksOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'ranks' && Array.isArray(inner) ? inner.map(String) : ranksOf(inner),
  );
}

interface Service {
  readonly group: string;
  readonly regime: string;
  readonly rank?: string;
}

/** Every group of Decree 178, alone and with every rank that the law knows for it. */
function everyService(version: LawVersion): Service[] {
  const limits = version.rules('age-limit');
  return version.rules('group').flatMap(({ provision: { group, regime } }) => {
    const own = limits.filter(({ provision }) => provision.group.includes(group));
    const ranks = [...new Set(own.flatMap(({ provision }) => ranksOf(provision)))];
    return [{ group, regime }, ...ranks.map((rank) => ({ group, regime, rank }))];
  });
}

const SEXES = ['male', 'female'] as const;
const BIRTHS = Array.from({ length: 12 * 25 }, (_, index) => 1963 * 12 + index);
/** Decided under the limits of before December 2024, and since. */
const DECIDED = ['2024-11-15', '2025-05-15'] as const;

function version178(): LawVersion {
  const found = law.at('nd178', '2025-06-01');
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}

/** The month in which somebody reaches the age, as a result tells it. */
function reached({ group, rank }: Service, sex: string, birth: number, decided: string): number | undefined {
  const found = calculate(
    {
      person: { sex, birth: monthText(birth), group, ...(rank === undefined ? {} : { rank }) },
      leaving: { route: 'auto', date: '2025-06-01', reorganisation: '2025-03-01', decided },
      insurance: { years: 10 },
      salary: { monthly: '20000000' },
    },
    { scheme: 'nd178' },
  );
  const month = found.ok ? found.value.measures?.normalRetirement : undefined;
  return month === undefined ? undefined : parseMonth(month);
}

describe('ages', () => {
  const version = version178();
  const services = everyService(version);

  test('no limit of the forces lies above Appendix I of Decree 135 and the five years of a lawful extension', () => {
    let compared = 0;
    for (const service of services.filter(({ regime }) => ['army', 'police', 'cipher'].includes(regime))) {
      for (const sex of SEXES) {
        for (const birth of BIRTHS.filter((_, index) => index % 5 === 0)) {
          const normal = retirementMonth(version, 'normal', sex, birth);
          if (!normal || !('ageMonth' in normal)) continue;
          for (const decided of DECIDED) {
            const limit = reached(service, sex, birth, decided);
            if (limit === undefined) continue;
            compared += 1;
            expect(limit, `${service.group} ${service.rank ?? ''} ${sex}`).toBeLessThanOrEqual(normal.ageMonth + 60);
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });

  test("a woman's age is never above a man's of the same birth, group and rank", () => {
    let compared = 0;
    for (const service of services) {
      for (const birth of BIRTHS.filter((_, index) => index % 4 === 0)) {
        for (const decided of DECIDED) {
          const [man, woman] = SEXES.map((sex) => reached(service, sex, birth, decided));
          if (man === undefined || woman === undefined) continue;
          compared += 1;
          expect(woman, `${service.group} ${service.rank ?? ''} ${monthText(birth)}`).toBeLessThanOrEqual(man);
        }
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });

  test("a woman's age of a table is never above a man's of the same birth", () => {
    for (const schedule of ['normal', 'reduced']) {
      for (let birth = 1971 * 12; birth < 2000 * 12; birth += 1) {
        const [man, woman] = SEXES.map((sex) => retirementMonth(version, schedule, sex, birth));
        if (!man || !woman || !('ageMonth' in man) || !('ageMonth' in woman)) throw new Error(monthText(birth));
        expect(woman.ageMonth).toBeLessThanOrEqual(man.ageMonth);
      }
    }
  });
});

describe('the order within an act', () => {
  const acts = builtinActs();
  const schemes = builtinSchemes();
  const asked = probes.filter((_, index) => index % 9 === 0);

  /** What is paid, by which scheme and route, without the order in which it is told. */
  function paid(under: Law): unknown[] {
    return asked.map((probe) => {
      const found = calculate(probe.case, { ...probe.asked, law: under });
      if (!found.ok) return found.issues.map(({ code, path }) => `${code} ${path}`).sort();
      const { outcome, route, total, benefits, raise, topUp } = found.value;
      const lines = benefits.map(({ id, months, amount }) => `${id} ${months} ${amount}`).sort();
      return [found.value.law.scheme, outcome, route, total, lines, raise?.due, topUp?.amount];
    });
  }

  const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
    fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

  /** The same act with its provisions, its amendments and its transitions in another order. */
  const turned = (act: Act): fc.Arbitrary<Act> =>
    fc.tuple(shuffled(act.provisions ?? []), shuffled(act.amendments ?? [])).map(([provisions, amendments]) => ({
      ...act,
      ...(act.provisions ? { provisions } : {}),
      ...(act.amendments ? { amendments } : {}),
    }));

  test('of provisions and amendments does not change what is paid', () => {
    const before = paid(law);
    fc.assert(
      fc.property(fc.tuple(...acts.map(turned)), (others) => {
        expect(paid(buildLaw(others, schemes))).toEqual(before);
      }),
      { numRuns: runs(12), seed: 16 },
    );
  });
});
