import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, decimalText, unscaled, unscaledDecimal } from '../../src/base/decimal.ts';
import { calculate } from '../../src/calculate.ts';
import { plainCheck } from '../../src/case/plain.ts';
import { caseSchema } from '../../src/case/schema.ts';
import { statedFacts } from '../../src/derivation/facts.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import type { Facts } from '../../src/law/facts.ts';
import { narrowingOf } from '../../src/law/narrowing.ts';
import { holding, holds } from '../../src/law/select.ts';
import type { LawVersion, Rule } from '../../src/law/version.ts';
import { parseCase } from '../../src/index.ts';
import { isBlank } from '../../src/table/cell.ts';
import { canonicalCsvLine, csvLine } from '../../src/table/csv.ts';
import { canonicalColumns, flattener } from '../../src/table/flat.ts';
import { ALL_KEYS, benefitsOf, layoutOf } from '../../src/table/layout.ts';
import { workedOut } from '../../src/table/outcome.ts';
import { vocabularyOf } from '../../src/table/words.ts';
import { Tally } from '../../src/table/summary.ts';
import { CIVIL_SERVANT, flatCase, nested } from '../support/cases.ts';
import { runs } from '../support/effort.ts';

/** What is there for speed alone gives what the plain way gives. */

const law = builtinLaw();

function versions(): LawVersion[] {
  return [...law.schemes.keys()].flatMap((scheme) =>
    law.versions(scheme).flatMap(({ date }) => {
      const found = law.at(scheme, date);
      return found.ok ? [found.value] : [];
    }),
  );
}

function listsOf(version: LawVersion): (readonly Rule[])[] {
  const routes = version.routes.map(({ route }) => route);
  const benefits = routes.flatMap((route) => version.benefits(route));
  return [
    ...benefits.flatMap((benefit) => [version.rows(benefit), version.empties(benefit)]),
    ...routes.map((route) => version.requirements(route)),
    ...version.classes.values(),
    ...Object.values(version.oddMonths),
    ...Object.values(version.roundings),
    ...(['clock', 'exclusion', 'notice', 'subject', 'yield', 'raise', 'months-past'] as const).map((kind) =>
      version.rules(kind),
    ),
  ];
}

describe('rules narrowed by the stated words', () => {
  test('are those that hold, whatever is measured afterwards', () => {
    const all = versions().map((version) => ({ version, lists: listsOf(version) }));
    let held = 0;
    fc.assert(
      fc.property(flatCase, fc.integer({ min: 0, max: 480 }), fc.boolean(), (flat, count, flag) => {
        const parsed = parseCase(nested(flat));
        if (!parsed.ok) return;
        for (const { version, lists } of all) {
          const group = version.group(parsed.value.person.group);
          if (!group) continue;
          const plain = statedFacts(parsed.value, group);
          const narrowed = statedFacts(parsed.value, group);
          narrowed.narrowing = narrowingOf(version, narrowed);
          for (const facts of [plain, narrowed]) measured(facts, count, flag);
          for (const rules of lists) {
            const wanted = rules.filter((rule) => holds(rule, plain));
            expect(holding(rules, narrowed)).toEqual(wanted);
            held += wanted.length;
          }
        }
      }),
      { numRuns: runs(300), seed: 31 },
    );
    expect(held).toBeGreaterThan(1000);
  });

  function measured({ values }: Facts, count: number, flag: boolean): void {
    values.monthsEarly = count;
    values.serviceYears = count * 25;
    values.severanceMonths = count;
    values.pensionEligible = flag;
    values.window = flag ? 'first-12-months' : 'none';
  }
});

describe('the quick check of the structure', () => {
  const isPlain = plainCheck(caseSchema);

  test('accepts nothing that the schema refuses', () => {
    const leaf = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined));
    const spoiled = fc.tuple(
      flatCase,
      fc.constantFrom('person.sex', 'leaving.impact', 'insurance.years', 'new', 'work'),
      leaf,
    );
    fc.assert(
      fc.property(spoiled, ([flat, key, value]) => {
        const raw = nested({ ...flat, [key]: value as string });
        if (isPlain(raw)) expect(caseSchema.safeParse(raw).success).toBe(true);
      }),
      { numRuns: runs(2000), seed: 32 },
    );
  });

  test('accepts ordinary cases, so that it is of use', () => {
    fc.assert(
      fc.property(flatCase, (flat) => {
        const raw = nested(flat);
        expect(isPlain(raw)).toBe(caseSchema.safeParse(raw).success);
      }),
      { numRuns: runs(500), seed: 33 },
    );
  });

  test.each([
    ['a list', []],
    ['an inherited key', Object.create({ person: {} })],
    ['a key of the prototype', JSON.parse('{"__proto__": {"person": {}}}')],
    ['nothing', {}],
    ['infinity', { person: { sex: 'male', birth: Infinity, group: 'x' } }],
  ])('leaves %s to the schema', (_, raw) => {
    expect(isPlain(raw)).toBe(false);
  });
});

describe('shared parts of results', () => {
  test('cannot be changed by those who hold one of them', () => {
    const raw = nested(CIVIL_SERVANT);
    // What comes again is shared.
    const one = [1, 2, 3].map(() => calculate(raw)).pop();
    if (!one?.ok) throw new Error('refused');
    const [line] = one.value.salary;
    expect(() => Object.assign(line ?? {}, { amount: '1' })).toThrow(TypeError);
    expect(() => (one.value.salary as unknown[]).push(1)).toThrow(TypeError);
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

  test('of hundredths, asked once or again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), fc.integer({ min: 0, max: 7 }), (value, places) => {
        const wanted = new Decimal(value).div(new Decimal(10).pow(places)).toFixed();
        expect([unscaled(value, places), unscaled(value, places)]).toEqual([wanted, wanted]);
        expect([1, 2].map(() => unscaledDecimal(value, places).toFixed())).toEqual([wanted, wanted]);
      }),
      { numRuns: runs(3000), seed: 35 },
    );
  });
});

describe('a flat row', () => {
  test('has the legal basis of all its lines, each once, whoever came before, and plain numbers', () => {
    const layout = layoutOf(benefitsOf(law, 'auto'), ALL_KEYS, []);
    const at = layout.columns.findIndex(({ id }) => id === 'result.basis');
    const flatten = flattener({ layout, law, vocabulary: vocabularyOf(law, 'auto'), lang: 'vi', words: 'codes' });
    const title = (act: string): string => law.acts.get(act)?.title.vi ?? act;
    const seen = new Set<string>();
    fc.assert(
      fc.property(flatCase, (flat) => {
        const found = calculate(nested(flat));
        if (!found.ok) return;
        const cites = found.value.benefits.flatMap(({ cite }) => cite);
        const texts = cites.map((cite) => {
          const by = cite.amendedBy === null ? '' : ` (sửa đổi bởi ${title(cite.amendedBy)})`;
          return `${cite.at} ${title(cite.act)}${by}`;
        });
        const wanted = texts.length === 0 ? null : [...new Set(texts)].join('; ');
        const cells = flatten(workedOut(1, found.value));
        expect(cells[at]).toBe(wanted);
        expect(canonicalCsvLine(cells, canonicalColumns(layout))).toBe(csvLine(cells));
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
