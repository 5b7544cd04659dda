import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, decimalText, unscaled, unscaledDecimal } from '../../../src/base/decimal.ts';
import { calculate } from '../../../src/engine/calculate.ts';
import { builtinLaw } from '../../../src/law/builtin.ts';
import { parseCase, recordOf } from '../../../src/index.ts';
import { isBlank } from '../../../src/table/cell.ts';
import { flattener } from '../../../src/table/flat.ts';
import { ALL_KEYS, columnsOf, layoutOf } from '../../../src/table/layout.ts';
import { workedOut } from '../../../src/table/outcome.ts';
import { vocabularyOf } from '../../../src/engine/vocabulary.ts';
import { Tally } from '../../../src/table/summary.ts';
import { flatCase, nested } from '../../support/cases.ts';
import { runs } from '../../support/effort.ts';

/** Results stand apart from one another; texts, rows and sums are what the plain way gives. */

const law = builtinLaw();

describe('a result', () => {
  /** Tries to change a value in every place; what is frozen stays. */
  function spoil(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    for (const name of Object.keys(value)) {
      spoil((value as Record<string, unknown>)[name]);
      Reflect.set(value, name, 'spoilt');
    }
    if (Array.isArray(value) && !Object.isFrozen(value)) value.push('spoilt');
    Reflect.set(value, 'more', 'spoilt');
  }

  test('changes no other one, whatever is done to it, to its record or to its case', () => {
    fc.assert(
      fc.property(flatCase, (flat) => {
        const wanted = structuredClone(calculate(nested(flat)));
        for (const lang of ['vi', 'en'] as const) {
          const parsed = parseCase(nested(flat), { lang });
          const found = calculate(nested(flat), { lang });
          spoil(parsed);
          if (found.ok) spoil(recordOf(found.value));
          spoil(found);
        }
        expect(calculate(nested(flat))).toEqual(wanted);
      }),
      { numRuns: runs(500), seed: 31 },
    );
  });
});

describe('texts of numbers', () => {
  test('of decimals', () => {
    const parts = fc.tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(parts, ([digits, places]) => {
        const value = new Decimal(digits.toString()).div(new Decimal(10).pow(places));
        expect(decimalText(value)).toBe(value.toFixed());
      }),
      { numRuns: runs(3000), seed: 34 },
    );
    for (const text of [
      '0',
      '1',
      '9999999',
      '10000000',
      '70000000',
      '99999999999999',
      '100000000000000',
      '1000000000000000',
    ])
      expect(decimalText(new Decimal(text))).toBe(text);
  });

  test('of whole numbers of a fraction', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), fc.integer({ min: 0, max: 7 }), (value, places) => {
        const wanted = new Decimal(value).div(new Decimal(10).pow(places)).toFixed();
        expect(unscaled(value, places)).toBe(wanted);
        expect(unscaledDecimal(value, places).toFixed()).toBe(wanted);
      }),
      { numRuns: runs(3000), seed: 35 },
    );
  });
});

describe('a flat row', () => {
  test('has the legal basis of all its lines, each once, whoever came before', () => {
    const layout = layoutOf(columnsOf(law, 'auto'), ALL_KEYS, []);
    const at = layout.columns.findIndex(({ id }) => id === 'result.basis');
    const flatten = flattener({ layout, law, vocabulary: vocabularyOf(law, 'auto'), lang: 'vi', words: 'codes' });
    const title = (act: string): string => law.acts.get(act)?.title.vi ?? act;
    const seen = new Set<string>();
    fc.assert(
      fc.property(flatCase, (flat) => {
        // What random values would be is no matter here.
        const found = calculate({ ...nested(flat), acceptImplausible: true });
        if (!found.ok) return;
        const cites = found.value.benefits.flatMap(({ cite }) => cite);
        const texts = cites.map((cite) => {
          const by = cite.amendedBy === null ? '' : ` (sửa đổi bởi ${title(cite.amendedBy)})`;
          return `${cite.at} ${title(cite.act)}${by}`;
        });
        const wanted = texts.length === 0 ? null : [...new Set(texts)].join('; ');
        const cells = flatten(workedOut(1, found.value));
        expect(cells[at]).toBe(wanted);
        seen.add(String(wanted));
      }),
      { numRuns: 300, seed: 36 },
    );
    expect(seen.size).toBeGreaterThan(5);
  });

  test('is blank where every cell is white space', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\s\u00a0\u3000]{0,3}\S?$/)), (text) => {
        expect(isBlank(text)).toBe(!/\S/.test(text));
      }),
    );
  });
});

describe('sums of a summary', () => {
  test('are exact, however large and whatever their fractions', () => {
    const amount = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.integer({ min: 0, max: 2 }));
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 20 }), (amounts) => {
        const tally = new Tally();
        let sum = new Decimal(0);
        for (const [digits, places] of amounts) {
          const value = new Decimal(digits.toString()).div(new Decimal(10).pow(places));
          sum = sum.plus(value);
          const unit = { paid: 1, nothing: 0, blocked: 0, invalid: 0, warned: 0, total: value.toFixed(), benefits: {} };
          tally.merge({ units: [['', unit]], laws: [] });
        }
        expect(tally.overall().total).toBe(sum.toFixed());
        expect(tally.overall().paid).toBe(amounts.length);
      }),
      { numRuns: 300, seed: 36 },
    );
  });
});
