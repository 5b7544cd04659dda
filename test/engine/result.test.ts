import { expect, test } from 'vitest';
import { calculate } from '../../src/index.ts';
import { calculation } from '../../src/engine/calculate.ts';
import { MEASURE_NAMES } from '../../src/engine/result.ts';
import { goldenRecords } from '../proof/golden/gate.ts';
import { personWith } from '../support/person.ts';

/** The form of a result. */

test('measures stand in the order of their names, and every name occurs', () => {
  const seen = new Set<string>();
  for (const { place, record } of goldenRecords()) {
    const names = Object.keys(record.measures ?? {});
    expect(
      MEASURE_NAMES.filter((name) => names.includes(name)),
      place,
    ).toEqual(names);
    for (const name of names) seen.add(name);
  }
  expect(MEASURE_NAMES.filter((name) => !seen.has(name))).toEqual([]);
});

test('what there is nothing to say of is absent, not undefined', () => {
  const undefinedIn = (one: unknown, at: string): string[] => {
    if (typeof one !== 'object' || one === null) return one === undefined ? [at] : [];
    return Object.entries(one).flatMap(([key, value]) => undefinedIn(value, `${at}.${key}`));
  };
  const one = personWith({ date: '2025-08-01', monthsEarly: 40, impact: 'direct' });
  for (const age of [one?.age, {}]) {
    const found = calculate({ ...one, age });
    if (!found.ok) throw new Error('not computed');
    const { candidates = [] } = found.value;
    expect(candidates.length).toBeGreaterThan(3);
    expect(undefinedIn(found.value, 'result')).toEqual([]);
    expect(candidates.filter((each) => !('total' in each)).length).toBeGreaterThan(0);
  }
  const worked = calculation(one, { scheme: 'nd178' });
  expect(worked.ok && 'derivation' in worked.value && worked.value.choices).toBeUndefined();
});
