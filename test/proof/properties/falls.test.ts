import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { calculate } from '../../../src/index.ts';
import { correspondingDay } from '../oracle/calendar.ts';
import { personWith, type Wanted } from '../../support/person.ts';

/**
 * Where the law itself pays less for more: one more month early, or of service, and a smaller sum. Each such edge is
 * pinned as a named example in `test/proof/cases/falls.yaml`; this looks for edges that are not.
 */

interface Pinned {
  readonly falls?: readonly string[];
}

const DATES = ['2025-02-01', '2025-05-01', '2025-08-01', '2026-08-01'];
const WINDOWS = [-2, -14];
const PEOPLE: readonly Partial<Wanted>[] = [
  { group: 'army-officer', schedule: 'limit' },
  { group: 'civil-servant', schedule: 'limit' },
  { group: 'public-employee', sex: 'female', schedule: 'limit' },
  { group: 'civil-servant', schedule: 'reduced' },
  { group: 'cadre', schedule: 'limit', impact: 're-election' },
  { group: 'civil-servant', schedule: 'limit', impact: 'indirect' },
];

const pinned = parse(readFileSync(new URL('../cases/falls.yaml', import.meta.url), 'utf8')) as Pinned[];
const known = pinned.flatMap(({ falls = [] }) => falls).sort();
const found = new Set<string>();

/** What is paid, and by which route; undefined where nobody is such a person. */
function paid(wanted: Wanted): { total: bigint; route: string; version: string } | undefined {
  const one = personWith(wanted);
  const result = one && calculate(one, { scheme: 'nd178' });
  if (!result?.ok) return undefined;
  const { total, route, law } = result.value;
  return { total: BigInt(total), route: route ?? 'nothing', version: law.version ?? '' };
}

/** Notes every place along an axis where the next step is paid less: axis, step, routes, version. */
function look(axis: string, steps: readonly number[], at: (value: number) => Wanted): void {
  let before: ReturnType<typeof paid>;
  for (const [index, value] of steps.entries()) {
    const now = paid(at(value));
    if (before && now && now.total < before.total) {
      found.add(`${axis} ${steps[index - 1]}>${value} ${before.route} > ${now.route} in ${now.version}`);
    }
    before = now;
  }
}

function upTo(most: number): number[] {
  return Array.from({ length: most }, (_, index) => index + 1);
}

/** Around every whole and half year that may matter; the years between are alike. */
const SERVICE = [...upTo(13), ...upTo(74).map((month) => 171 + month), ...upTo(14).map((month) => 353 + month)];

describe.each(DATES)('leaving on %s', (date) => {
  const bases = PEOPLE.flatMap((person) =>
    WINDOWS.map((months) => ({ date, monthsEarly: 40, reorganisation: correspondingDay(date, months), ...person })),
  );

  test('more service', () => {
    for (const base of bases)
      for (const monthsEarly of [12, 24, 40, 84])
        for (const pension of [{}, { pensionEligible: true }])
          look('service', SERVICE, (insurance) => ({ ...base, monthsEarly, insurance, ...pension }));
  });

  test('more months early', () => {
    for (const base of bases)
      for (const insurance of [150, 204, 264, 360])
        look('monthsEarly', upTo(130), (monthsEarly) => ({ ...base, insurance, monthsEarly }));
  });
});

test('is paid less only where test/proof/cases/falls.yaml pins it, and everything pinned there is found', () => {
  expect([...found].sort()).toEqual(known);
});
