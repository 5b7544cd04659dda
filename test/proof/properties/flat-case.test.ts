import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate } from '../../../src/engine/calculate.ts';
import { FlatCase, givenAt, slotOf } from '../../../src/case/flat.ts';
import { CASE_KEYS } from '../../../src/case/keys.ts';
import { readRaw } from '../../../src/case/parse.ts';
import { caseSchema } from '../../../src/case/schema.ts';
import { CIVIL_SERVANT, flatCase } from '../../support/cases.ts';
import { runs } from '../../support/effort.ts';

/** A case read from a table is read as the same case in its groups. */

function flatOf(values: Readonly<Record<string, string | boolean>>): FlatCase {
  const flat = new FlatCase();
  for (const [key, value] of Object.entries(values)) flat.values[slotOf(key)] = value;
  return flat;
}

const typed = (values: Readonly<Record<string, string>>): Record<string, string | boolean> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      CASE_KEYS.some((one) => one.key === key && one.type === 'flag') ? value === 'true' : value,
    ]),
  );

const anyKey = fc.constantFrom(...CASE_KEYS);
const anyValue = fc.constantFrom('', ' ', 'x', '0', '1', '12', '4.65', '25%', '2025-03-01', '1970', 'nd29', 'male');

/** Cases with keys taken away, and with values that no reader of cells would give. */
const spoiled = fc
  .tuple(
    flatCase.map(typed),
    fc.array(anyKey, { maxLength: 3 }),
    fc.array(fc.tuple(anyKey, anyValue), { maxLength: 4 }),
  )
  .map(([values, without, more]) => {
    const left = Object.fromEntries(
      Object.entries(values).filter(([name]) => without.every(({ key }) => key !== name)),
    );
    for (const [{ key, type }, value] of more) left[key] = type === 'flag' ? value === '1' : value;
    return left;
  });

describe('a flat case', () => {
  test('is read as the same case in its groups, faults and all', () => {
    const seen = { good: 0, bad: 0, whole: 0 };
    fc.assert(
      fc.property(spoiled, (values) => {
        const flat = flatOf(values);
        const found = readRaw(flat, 'vi');
        const wanted = readRaw(flat.nested(), 'vi');
        if (!wanted.ok && !found.ok) {
          const byPlace = (issues: typeof wanted.issues) => [...issues].sort((a, b) => (a.path < b.path ? -1 : 1));
          expect(byPlace(found.issues)).toEqual(byPlace(wanted.issues));
        } else expect(found).toEqual(wanted);
        expect(calculate(flat).ok).toBe(calculate(flat.nested()).ok);
        seen[wanted.ok ? 'good' : 'bad']++;
        if (flat.isWhole()) seen.whole++;
      }),
      { numRuns: runs(2000), seed: 51 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
  });

  test('that is whole and of words that are known has the structure of a case', () => {
    fc.assert(
      fc.property(spoiled, (values) => {
        const flat = flatOf(values);
        const { success, error } = caseSchema.safeParse(flat.nested());
        const words = error?.issues.every(({ code }) => code === 'invalid_value') ?? false;
        if (flat.isWhole()) expect(success || words).toBe(true);
      }),
      { numRuns: runs(2000), seed: 52 },
    );
  });

  const least = Object.fromEntries(Object.entries(CIVIL_SERVANT).filter(([key]) => key !== 'leaving.reorganisation'));

  test('is whole with the least a case needs', () => {
    expect(flatOf(least).isWhole()).toBe(true);
  });

  test.each(Object.keys(least))('is not whole without %s', (key) => {
    const rest = Object.fromEntries(Object.entries(least).filter(([name]) => name !== key));
    expect(flatOf(rest).isWhole()).toBe(false);
    expect(flatOf({ ...rest, [key]: '' }).isWhole()).toBe(true);
  });

  test.each([
    ['insurance.publicSector.months', 'insurance.publicSector.years'],
    ['insurance.countable.months', 'insurance.countable.years'],
    ['insurance.hazardous.months', 'insurance.hazardous.years'],
    ['work.months', 'work.years'],
    ['settled.amount', 'settled.scheme'],
    ['settled.date', 'settled.scheme'],
  ])('is not whole with %s and no %s', (key, needed) => {
    expect(flatOf({ ...least, [key]: '1' }).isWhole()).toBe(false);
    expect(flatOf({ ...least, [key]: '1', [needed]: '1' }).isWhole()).toBe(true);
  });

  test.each(['salary.scale', 'salary.contract', 'salary.average'])('is whole with %s alone of a salary', (key) => {
    const rest = Object.fromEntries(Object.entries(least).filter(([name]) => name !== 'salary.coefficient'));
    expect(flatOf({ ...rest, [key]: '1' }).isWhole()).toBe(true);
  });

  test('gives its values by key, as a case in groups does', () => {
    const flat = flatOf(least);
    for (const one of [flat, flat.nested()]) {
      expect(givenAt(one, 'person.sex')).toBe('male');
      for (const key of ['person.name', 'work.years', 'no.key', 'constructor', 'person.constructor'])
        expect(givenAt(one, key)).toBeUndefined();
    }
    for (const one of [undefined, null, 'person', 1, [], Object.create({ person: { sex: 'male' } })])
      expect(givenAt(one, 'person.sex')).toBeUndefined();
  });
});
