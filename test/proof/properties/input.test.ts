import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate, CASE_KEYS, parseCase, type Issue } from '../../../src/index.ts';
import { soundCase } from '../oracle/arbitrary.ts';
import { runs } from '../../support/effort.ts';

/** Whatever comes in, expected failures are values: issues with a place and a text in both languages. */

const RUNS = { numRuns: runs(1000), seed: 5 };

function checkIssues(issues: readonly Issue[]): void {
  expect(issues.length).toBeGreaterThan(0);
  for (const { code, path, message } of issues) {
    expect(code).toMatch(/^[a-z-]+$/);
    expect(code).not.toBe('rule-defect');
    expect(typeof path).toBe('string');
    expect(message.trim()).not.toBe('');
    expect(message).not.toContain('undefined');
  }
}

function accept(input: unknown): void {
  for (const lang of ['vi', 'en'] as const) {
    const found = calculate(input, { lang });
    if (found.ok) expect(found.value.schema).toBe('nd178/result@1');
    else checkIssues(found.issues);
    const parsed = parseCase(input, { lang });
    if (!parsed.ok) checkIssues(parsed.issues);
  }
}

/** Values that programs mishandle. */
const ODD_VALUES: readonly unknown[] = [
  null,
  undefined,
  '',
  ' ',
  0,
  -0,
  -1,
  0.1 + 0.2,
  1e308,
  -1e308,
  1e21,
  Number.MAX_SAFE_INTEGER + 2,
  NaN,
  Infinity,
  '9'.repeat(400),
  '1e9',
  '0x10',
  '١٢',
  '2025-02-30',
  '9999-12-31',
  '0000-01-01',
  '1900-01-01',
  '2025-5-1',
  '25%%',
  '%',
  'Infinity',
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  '\ud800',
  '{key}',
  '[x]',
  [],
  [1],
  {},
  { years: 1 },
  true,
  false,
  10n,
  Symbol('s'),
  () => 1,
  new Date(0),
  new Map(),
];

const KEYS = [
  ...CASE_KEYS.map(({ key }) => key),
  'person',
  'leaving',
  'age',
  'insurance',
  'insurance.publicSector',
  'salary',
];

type Node = Record<string, unknown>;

/** The case with the value at a dotted key replaced, removed or renamed. */
function mutated(one: unknown, key: string, how: 'set' | 'remove' | 'rename' | 'add', value: unknown): unknown {
  const copy = structuredClone(one) as Node;
  const path = key.split('.');
  const last = path.pop() ?? '';
  let at = copy;
  for (const part of path) {
    const next = at[part];
    if (next === null || typeof next !== 'object') return copy;
    at = next as Node;
  }
  if (how === 'remove' || how === 'rename') {
    const held = at[last];
    Reflect.deleteProperty(at, last);
    if (how === 'rename') at[`${last}x`] = held;
  } else if (how === 'add') {
    Object.defineProperty(at, '__proto__', { value, enumerable: true, configurable: true, writable: true });
  } else {
    at[last] = value;
  }
  return copy;
}

/** A word of the case that says nothing gives no issue; see the tests that are known to fail below. */
function knownFault(key: string, value: unknown): boolean {
  const text = Array.isArray(value) || typeof value === 'string' ? String(value).trim() : '-';
  return /^(person\.(sex|group)|leaving\.route)$/.test(key) && text === '';
}

describe('calculate', () => {
  test('never throws on any JSON', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), accept), RUNS);
  });

  test('never throws on anything at all', () => {
    for (const value of ODD_VALUES) accept(value);
    fc.assert(fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), accept), RUNS);
  });

  test('never throws on a case with one thing wrong', () => {
    const how = fc.constantFrom('set', 'remove', 'rename', 'add');
    fc.assert(
      fc.property(
        soundCase,
        fc.constantFrom(...KEYS),
        how,
        fc.constantFrom(...ODD_VALUES),
        (one, key, change, value) => {
          if (!knownFault(key, value)) accept(mutated(one, key, change, value));
        },
      ),
      { ...RUNS, numRuns: runs(3000) },
    );
  });

  test('names the place of what is wrong', () => {
    const known = new Set(KEYS);
    fc.assert(
      fc.property(soundCase, fc.constantFrom(...KEYS), (one, key) => {
        const found = calculate(mutated(one, key, 'set', { no: 'such' }), { lang: 'en' });
        if (found.ok) return;
        const paths = found.issues.map(({ path }) => path);
        expect(paths.some((path) => path === key || path.startsWith(`${key}.`) || known.has(path))).toBe(true);
      }),
      RUNS,
    );
  });

  test('does not let a case reach into the prototypes', () => {
    const raw = JSON.parse('{"__proto__": {"polluted": 1}, "person": {"__proto__": {"sex": "male"}}}') as unknown;
    accept(raw);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const found = calculate(raw);
    expect(found.ok ? [] : found.issues.map(({ path }) => path)).toContain('person.sex');
  });

  test('takes any options of the right type', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '2025-13-01', '2025-03-15', ''));
    fc.assert(
      fc.property(soundCase, text, text, fc.dictionary(text, text), (one, scheme, asOf, interpretations) => {
        for (const options of [{ scheme }, { asOf }, { interpretations }, { scheme, asOf, interpretations }]) {
          const found = calculate(one, options);
          if (!found.ok) checkIssues(found.issues);
        }
      }),
      RUNS,
    );
  });
});

const WHOLE = {
  person: { sex: 'male', birth: '1968-01', group: 'cadre' },
  leaving: { route: 'auto', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 30 },
  salary: { monthly: '10000000' },
};

describe('a message tells the way out', () => {
  test.each([
    ['person', { sex: 'male', birth: '1960-12', group: 'cadre' }, '1961-01'],
    ['person', { sex: 'male', birth: '1970-05', group: 'army-officer', rank: 'thuong taa' }, 'thượng tá'],
    ['person', { sex: 'male', birth: '1970-05', group: 'civil-servent' }, 'civil-servant'],
    ['leaving', { ...WHOLE.leaving, date: '2031-05-01' }, '2030-02'],
    ['leaving', { ...WHOLE.leaving, impact: 'indirrect' }, 'indirect'],
    ['salary', { coefficient: '4', party: '30' }, '30%'],
  ])('%s %j: %s', (group, value, word) => {
    for (const lang of ['vi', 'en'] as const) {
      const found = calculate({ ...WHOLE, [group]: value }, { scheme: 'nd178', lang });
      expect(found.ok ? '' : found.issues.map(({ message }) => message).join()).toContain(word);
    }
  });
});

describe('a word of the case that is no word', () => {
  // Was refused without an issue.
  test.each([
    ['person.sex', ''],
    ['person.sex', []],
    ['person.group', ' '],
    ['leaving.route', ''],
  ])('%s: %j is named', (key, value) => accept(mutated(WHOLE, key, 'set', value)));

  // Was taken for the default.
  test.each(['leaving.blocked', 'leaving.impact'])('%s: [] is refused', (key) => {
    expect(calculate(mutated(WHOLE, key, 'set', [])).ok).toBe(false);
  });

  // The message showed "[object Object]".
  test('a group of keys in its place is shown as a wrong type', () => {
    const found = calculate(mutated(WHOLE, 'person.sex', 'set', { a: 1 }));
    expect(found.ok ? '' : found.issues[0]?.message).not.toContain('[object');
  });
});

test.each([undefined, null, 7, 'x', []])('%j is no case, and lacks nothing else', (raw) => {
  const found = calculate(raw);
  expect(found.ok ? [] : found.issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['not-an-object ']);
});
