import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtinLaw, calculate, parseCase, recordOf, type Result } from '../../../src/index.ts';
import { runs } from '../../support/effort.ts';
import { anyProbes, choiceProbes, EVERY_SCHEME, schemeProbes } from '../../support/sample.ts';

/** What must not matter: being written down and read again, key order, language. */

const main = anyProbes(runs(600), 21);

/** The others, the choice between the schemes among them, are fewer. */
const others = [
  ...EVERY_SCHEME.flatMap((scheme) => schemeProbes(scheme, runs(60), 22)),
  ...choiceProbes(runs(200), 23),
];
const probes = [...main, ...others];

/** Of every sort. */
const few = [...main.slice(0, 200), ...others.filter((_, index) => index % 4 === 0)];

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object') for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

function numbers(result: Result): unknown {
  const { findings, candidates } = result;
  return {
    ...result,
    findings: findings.map(({ code, severity, cite }) => ({ code, severity, cite })),
    candidates: candidates?.map((one) => ({ ...one, message: '' })),
  };
}

describe('serialise, parse, recalculate', () => {
  test("a result's own case gives the same result, through JSON text too", () => {
    for (const { case: one, asked } of probes) {
      const found = calculate(one, asked);
      if (!found.ok) continue;
      expect(calculate(found.value.case, asked)).toEqual(found);
      const read = JSON.parse(JSON.stringify(found.value)) as Result;
      const again = calculate(read.case, asked);
      expect(again.ok && again.value).toEqual(read);
    }
  });

  // A schedule filled in stood after age.limit, a given one before it.
  test('to the letter', () => {
    const one = {
      person: { sex: 'male', birth: '1970-05', group: 'army-officer' },
      leaving: { route: 'auto', date: '2025-05-01', reorganisation: '2025-03-01' },
      age: { limit: '58' },
      insurance: { years: 30 },
      salary: { monthly: '10000000' },
    };
    for (const scheme of ['nd178', 'auto']) {
      const found = calculate(one, { scheme });
      expect(found.ok).toBe(true);
      if (found.ok) expect(JSON.stringify(calculate(found.value.case, { scheme }))).toBe(JSON.stringify(found));
    }
  });

  test('a record read back from its JSON replays to the same record', () => {
    for (const { case: one, asked } of few) {
      const found = calculate(one, asked);
      if (!found.ok) continue;
      const record = recordOf(found.value);
      const read = JSON.parse(JSON.stringify(record)) as typeof record;
      const again = calculate(read.case, asked);
      expect(again.ok && recordOf(again.value)).toEqual(record);
      const { receipt, ...result } = read;
      expect(recordOf(result).receipt).toEqual(receipt);
    }
  });

  test('a parsed case gives the same result as what it was parsed from', () => {
    for (const { case: one, asked } of probes) {
      const parsed = parseCase(one);
      if (parsed.ok) expect(calculate(parsed.value, asked)).toEqual(calculate(one, asked));
    }
  });
});

describe('the input', () => {
  test('is never changed, and may be frozen', () => {
    for (const { case: one, asked } of probes) {
      const before = JSON.stringify(one);
      const found = calculate(one, asked);
      expect(JSON.stringify(one)).toBe(before);
      expect(calculate(frozen(structuredClone(one)), frozen(structuredClone(asked)))).toEqual(found);
    }
  });

  test('may have its keys in any order', () => {
    for (const { case: one, asked } of probes) {
      const found = calculate(one, asked);
      expect(JSON.stringify(calculate(turned(one), asked))).toBe(JSON.stringify(found));
      expect(calculate(turned(one), turned(asked) as typeof asked)).toEqual(found);
    }
  });

  test('gives the same result a second time', () => {
    for (const { case: one, asked } of few) expect(calculate(one, asked)).toEqual(calculate(one, asked));
  });
});

describe('the language', () => {
  test('changes texts and nothing else', () => {
    for (const { case: one, asked } of probes) {
      const [vi, en] = [calculate(one, { ...asked, lang: 'vi' }), calculate(one, { ...asked, lang: 'en' })];
      expect(vi.ok).toBe(en.ok);
      if (vi.ok && en.ok) {
        expect(numbers(en.value)).toEqual(numbers(vi.value));
        expect(recordOf(en.value).receipt).toEqual(recordOf(vi.value).receipt);
      } else if (!vi.ok && !en.ok) {
        const places = (issues: typeof vi.issues): string[] => issues.map(({ code, path }) => `${code} ${path}`);
        expect(places(en.issues)).toEqual(places(vi.issues));
      }
    }
  });
});

test('the law itself is the same object of values after many calculations', () => {
  const hash = (): unknown =>
    [...EVERY_SCHEME, 'pension'].map((scheme) => {
      const version = builtinLaw().at(scheme, scheme === 'nd29' ? '2025-01-01' : '2025-10-01');
      return version.ok && JSON.stringify([...version.value.provisions.values()]);
    });
  const before = hash();
  fc.assert(
    fc.property(fc.constantFrom(...probes), ({ case: one, asked }) => void calculate(one, asked)),
    { numRuns: 200 },
  );
  expect(hash()).toEqual(before);
});
