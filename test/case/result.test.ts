import { expect, test } from 'vitest';
import { calculate } from '../../src/index.ts';
import { MEASURE_NAMES } from '../../src/result/result.ts';
import { goldenRecords } from '../golden/gate.ts';
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
  const one = personWith({ date: '2025-08-01', monthsEarly: 40, impact: 'direct' });
  const found = calculate(one);
  if (!found.ok) throw new Error('not computed');
  const { candidates = [] } = found.value;
  expect(candidates.length).toBeGreaterThan(3);
  for (const each of [found.value, found.value.measures ?? {}, ...candidates])
    expect(Object.entries(each).filter(([, value]) => value === undefined)).toEqual([]);
  expect(candidates.filter((each) => !('total' in each)).length).toBeGreaterThan(0);
});
