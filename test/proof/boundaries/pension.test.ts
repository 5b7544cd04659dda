import { describe, expect, test } from 'vitest';
import { builtinLaw, calculate } from '../../../src/index.ts';
import { namedWords } from '../../../src/law/facts.ts';
import type { LawVersion } from '../../../src/law/version.ts';
import { kindOf, leafName, leavesOf, spansOf } from './leaves.ts';
import { personWith } from '../../support/person.ts';
import { expectedPension, insuredPeople, toldPension } from './pension.ts';

const law = builtinLaw();
const people = insuredPeople();

/** The bounds of a pension by name, in years of insurance. */
function bounds(version: LawVersion): [name: string, years: number, sex: string | undefined][] {
  return leavesOf(version).flatMap((leaf): [string, number, string | undefined][] => {
    const { provision, path, value } = leaf;
    const [sex] = namedWords(provision.when?.sex);
    if (kindOf(leaf) !== 'pension' || /^(percent|yearly|rate)$/.test(path)) return [];
    const years = path.startsWith('when.') ? Number(value) / 12 : Number(value);
    if (path !== 'most') return [[leafName(leaf), years, sex]];
    if (provision.kind !== 'pension-rate') return [];
    const full = provision.years + (Number(value) - Number(provision.percent)) / Number(provision.yearly);
    return [[leafName(leaf), full, sex]];
  });
}

describe('the pension told for information', () => {
  test('is what the insurance laws give, around every threshold, under every scheme', () => {
    let told = 0;
    for (const one of people) {
      const ours = toldPension(one);
      if (!ours) continue;
      if (ours.told.startsWith('birth') || ours.told.startsWith('insurance')) continue;
      expect(ours.told, JSON.stringify(one)).toBe(expectedPension(one, ours.yearsEarly));
      told += ours.told === 'none' ? 0 : 1;
    }
    expect(told).toBeGreaterThan(1000);
  });

  test('has people on both sides of every bound of its rules', () => {
    const held = new Set(people.map(({ wanted, months }) => `${wanted.sex} ${months}`));
    const missing = spansOf(law, 'pension').flatMap(({ version }) =>
      bounds(version).flatMap(([name, years, sex = 'male']) =>
        [-1, 0, 1].every((step) => held.has(`${sex} ${years * 12 + step}`)) ? [] : [name],
      ),
    );
    expect(missing).toEqual([]);
  });

  test('has no number that is not known', () => {
    const names = spansOf(law, 'pension').flatMap(({ version }) => leavesOf(version).filter((leaf) => !kindOf(leaf)));
    expect(names.map(leafName)).toEqual([]);
  });

  test('changes nothing else, and is told to nobody who is not entitled to one', () => {
    for (const { scheme, wanted, months } of people.filter((_, index) => index % 37 === 0)) {
      const one = personWith({ ...wanted, insurance: months });
      const [plain, asked] = [calculate(one, { scheme }), calculate(one, { scheme, pension: true })];
      expect(asked.ok).toBe(plain.ok);
      if (!plain.ok || !asked.ok) continue;
      const { pension, options, ...rest } = asked.value;
      expect(rest).toEqual(plain.value);
      expect(options).toEqual({ pension: true });
      expect(pension === undefined).toBe(!asked.value.measures?.pensionEligible);
    }
  });
});
