import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate } from '../../../src/engine/calculate.ts';
import { CASE_KEYS } from '../../../src/case/keys.ts';
import { parseCase } from '../../../src/index.ts';
import { builtinLaw } from '../../../src/law/builtin.ts';
import { valueReader } from '../../../src/table/value.ts';
import { Spelling } from '../../../src/case/spelling/spelling.ts';
import { vocabularyOf } from '../../../src/engine/vocabulary.ts';
import { CIVIL_SERVANT, flatCase, nested } from '../../support/cases.ts';
import { runs } from '../../support/effort.ts';

/** What is read again gives what it gave, whatever was read between. */

describe('cells', () => {
  const spelling = new Spelling(vocabularyOf(builtinLaw(), 'auto'));
  const written = fc.oneof(
    fc.constantFrom('4,65', '4.65', '12.000', '25%', '25', '0,25', '7,5 %', '-', '', 'nam', 'Nữ', 'có', 'x', '22-03'),
    fc.constantFrom('2025-03-01', '01/03/2025', '03/2025', '1970', '45717', '4.65\u200b', '4\u00006', '\ufffd', ' 1 '),
    fc.string({ unit: fc.constantFrom('1', '0', '.', ',', '%', ' ', '-', '/', 'ữ'), maxLength: 6 }),
  );

  test.each(CASE_KEYS.map((key) => [key.key, key] as const))('under %s', (_, key) => {
    const used = valueReader(key, spelling, 'vi', 'Trách nhiệm');
    fc.assert(
      fc.property(fc.array(written, { minLength: 2, maxLength: 10 }), (cells) => {
        const anew = cells.map((cell) => valueReader(key, spelling, 'vi', 'Trách nhiệm')(cell));
        expect(cells.map(used)).toEqual(anew);
        expect(cells.map(used)).toEqual(anew);
      }),
      { numRuns: runs(50), seed: 41 },
    );
  });
});

describe('salaries', () => {
  test('that are written otherwise, or come again, give the same result', () => {
    fc.assert(
      fc.property(flatCase, (flat) => {
        const first = calculate(nested(flat));
        // Another order of the keys is another text, which is read anew.
        const turned = Object.fromEntries(Object.entries(flat).reverse());
        expect(calculate(nested(turned))).toEqual(first);
        expect(calculate(nested(flat))).toEqual(first);
      }),
      { numRuns: runs(500), seed: 42 },
    );
  });

  test('that are faulty are told each time', () => {
    const faulty = nested({ ...CIVIL_SERVANT, 'salary.overFrame': '25' });
    const told = [1, 2, 3].map(() => parseCase(faulty));
    expect(told.map((one) => !one.ok && one.issues.map(({ path }) => path))).toEqual(
      Array(3).fill(['salary.overFrame']),
    );
  });

  test('are told apart by what they are, not by their text', () => {
    const good = { ...nested(CIVIL_SERVANT), salary: { coefficient: '4.65' } };
    expect(parseCase(good).ok).toBe(true);
    for (const coefficient of [new String('4.65'), ['4.65'], { toJSON: () => '4.65' }])
      expect(parseCase({ ...good, salary: { coefficient } }).ok).toBe(false);
    expect(parseCase({ ...good, salary: [{ coefficient: '4.65' }] }).ok).toBe(false);
    expect(parseCase({ ...good, salary: Object.create({ coefficient: '4.65' }) }).ok).toBe(false);
  });

  test('that have no text at all are refused', () => {
    const loop: Record<string, unknown> = {};
    loop['coefficient'] = loop;
    for (const salary of [loop, { coefficient: 4n }])
      expect(parseCase({ ...nested(CIVIL_SERVANT), salary }).ok).toBe(false);
  });

  test('beside a fault elsewhere are read all the same', () => {
    const found = parseCase(nested({ ...CIVIL_SERVANT, 'person.sex': 'x', 'salary.coefficient': 'x' }));
    expect(!found.ok && found.issues.map(({ path }) => path)).toEqual(['person.sex', 'salary.coefficient']);
  });
});
