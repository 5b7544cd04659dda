import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonSchema } from '../../src/schemas.ts';
import { calculate, CASE_KEYS, parseCase } from '../../src/index.ts';
import { caseSchema } from '../../src/case/schema.ts';
import { soundCase } from '../proof/oracle/arbitrary.ts';
import { runs } from '../support/effort.ts';

const CASE = {
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22 },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
};

function withNull(key: string): unknown {
  const copy = structuredClone(CASE);
  put(copy, key, null);
  return copy;
}

function put(into: object, key: string, value: unknown): void {
  const path = key.split('.');
  let at = into as Record<string, unknown>;
  for (const part of path.slice(0, -1)) at = (at[part] ??= {}) as Record<string, unknown>;
  at[path.at(-1) ?? ''] = value;
}

/** The same case with null under every key of the contract that it does not write. */
function filledUp(one: object): object {
  const copy = structuredClone(one);
  for (const { key } of CASE_KEYS) if (valueAt(copy, key) === undefined) put(copy, key, null);
  return copy;
}

function valueAt(one: unknown, key: string): unknown {
  return key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], one);
}

function told(found: ReturnType<typeof calculate>): string[] {
  return found.ok ? [] : found.issues.map(({ code, path }) => `${code} ${path}`);
}

/** Programs write null for what they do not have: on an optional key it is as good as nothing. */
describe('null', () => {
  const given = ['leaving.reorganisation', 'salary.coefficient', 'salary.positionAllowance', 'salary.publicService'];
  const optional = CASE_KEYS.filter(({ key, required }) => !required && !given.includes(key)).map(({ key }) => key);

  // A duration states its years, and an earlier settlement its scheme: a part that leaves those out is a fault.
  const alone = optional.filter((key) => !/^(insurance\.\w+|work)\.months$|^settled\.(amount|date)$/.test(key));
  test.each(alone)('on %s changes nothing', (key) => {
    expect(calculate(withNull(key))).toEqual(calculate(CASE));
  });

  test.each(['person.sex', 'person.birth', 'leaving.date', 'insurance.years'])('on %s is missing', (key) => {
    expect(told(calculate(withNull(key)))).toEqual([`missing ${key}`]);
  });

  test('on every key that a case does not write changes nothing', () => {
    fc.assert(
      fc.property(soundCase, (one) => {
        expect(calculate(filledUp(one))).toEqual(calculate(one));
      }),
      { numRuns: runs(100) },
    );
  });

  test.each([
    ['insurance.publicSector.years', { publicSector: { years: null, months: 5 } }],
    ['insurance.countable.years', { countable: { years: null, months: '5' } }],
    ['insurance.hazardous.years', { hazardous: { years: null, months: 5 } }],
  ])('on %s is missing where the months are given', (key, insurance) => {
    expect(told(calculate({ ...CASE, insurance: { years: 22, ...insurance } }))).toEqual([`missing ${key}`]);
  });

  test.each([
    ['work.years', { work: { years: null, months: 5 } }],
    ['settled.scheme', { settled: { scheme: null, amount: '100' } }],
    ['settled.scheme', { settled: { scheme: null, amount: null, date: '2025-01-01' } }],
    ['salary.scale', { salary: { scale: null, step: 3 } }],
  ])('on %s is missing where the rest of the part is given', (key, part) => {
    for (const lang of ['vi', 'en'] as const) {
      const found = calculate({ ...CASE, ...part }, { lang });
      expect(told(found)).toContain(`missing ${key}`);
    }
  });

  test('a case that was read writes none, and is read again as it is', () => {
    const read = parseCase(filledUp(CASE));
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    expect(JSON.stringify(read.value)).not.toContain('null');
    expect(parseCase(JSON.parse(JSON.stringify(read.value)))).toEqual(read);
  });

  test('is allowed by the schema wherever it is allowed here', () => {
    expect(caseSchema.safeParse(filledUp(CASE)).success).toBe(true);
    for (const { key } of CASE_KEYS.filter(({ required }) => required)) {
      expect(caseSchema.safeParse(withNull(key)).success).toBe(false);
    }
    const types = (key: string): unknown =>
      valueAt(jsonSchema('case', 'vi'), `properties.${key.replaceAll('.', '.properties.')}.type`);
    expect(types('person.rank')).toEqual(['string', 'null']);
    expect(types('person.group')).toBe('string');
  });

  test('on a whole optional part changes nothing; on the salary it is missing', () => {
    expect(calculate({ ...CASE, age: null, work: null, settled: null, training: null })).toEqual(calculate(CASE));
    expect(told(calculate({ ...CASE, salary: null }))).toEqual(['salary-missing salary']);
  });
});
