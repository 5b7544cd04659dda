import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptOfPairs, remembering } from '../../src/base/kept.ts';
import { calculate } from '../../src/calculate.ts';
import { CASE_KEYS } from '../../src/case/keys.ts';
import { parseCase } from '../../src/index.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { valueReader } from '../../src/table/value.ts';
import { vocabularyOf } from '../../src/table/words.ts';
import { CIVIL_SERVANT, flatCase, nested } from '../support/cases.ts';
import { runs } from '../support/effort.ts';

/** What was read once and is read again gives what it gave, whatever was read between. */

describe('a reading that remembers', () => {
  const counted = (most: number) => {
    const read: string[] = [];
    const reading = remembering((text) => {
      read.push(text);
      return { text };
    }, most);
    return { read, reading };
  };

  test('reads a text once, and gives the same again', () => {
    const { read, reading } = counted(10);
    expect(reading('4.65')).toEqual({ text: '4.65' });
    expect(reading('4.65')).toBe(reading('4.65'));
    expect(read).toEqual(['4.65']);
  });

  test('keeps no more than it may, the first', () => {
    const { read, reading } = counted(2);
    for (const text of ['a', 'b', 'c', 'a', 'b', 'c']) expect(reading(text)).toEqual({ text });
    expect(read).toEqual(['a', 'b', 'c', 'c']);
  });

  test('keeps no long text', () => {
    const { read, reading } = counted(10);
    const [short, long] = ['x'.repeat(64), 'x'.repeat(65)];
    for (const text of [short, long, short, long]) expect(reading(text).text).toBe(text);
    expect(read).toEqual([short, long, long]);
  });

  test('takes any text for what it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 5 })), (texts) => {
        const { reading } = counted(20);
        for (const text of [...texts, ...texts]) expect(reading(text).text).toBe(text);
      }),
    );
    const { reading } = counted(20);
    for (const text of ['\ud800', '\udc00x', '__proto__', 'ế', 'ế']) expect(reading(text).text).toBe(text);
  });
});

describe('values kept for pairs of owners', () => {
  test('are made once for each pair and key, the first of each first owner', () => {
    const made: string[] = [];
    const find = keptOfPairs<object, object, string>(3);
    const [a, b, x, y] = [{}, {}, {}, {}] as [object, object, object, object];
    const of = (first: object, second: object, key: string) =>
      find(first, second, key, (isKept) => {
        made.push(key);
        return `${key} ${isKept ? 'kept' : 'not kept'}`;
      });
    for (let times = 0; times < 2; times++)
      expect([of(a, x, 'ax1'), of(a, x, 'ax2'), of(b, x, 'bx1')]).toEqual(['ax1 kept', 'ax2 kept', 'bx1 kept']);
    expect(of(a, y, 'ax1')).toBe('ax1 kept');
    expect(made).toEqual(['ax1', 'ax2', 'bx1', 'ax1']);
    // Full: what is kept stays, what is new is made each time; another owner has room of its own.
    for (let times = 0; times < 2; times++)
      expect([of(a, y, 'ay2'), of(a, x, 'ax2'), of(b, y, 'by1')]).toEqual(['ay2 not kept', 'ax2 kept', 'by1 kept']);
    expect(made.slice(4)).toEqual(['ay2', 'by1', 'ay2']);
  });
});

describe('cells', () => {
  const vocabulary = vocabularyOf(builtinLaw(), 'auto');
  const written = fc.oneof(
    fc.constantFrom('4,65', '4.65', '12.000', '25%', '25', '0,25', '7,5 %', '-', '', 'nam', 'Nữ', 'có', 'x', '22-03'),
    fc.constantFrom('2025-03-01', '01/03/2025', '03/2025', '1970', '45717', '4.65\u200b', '4\u00006', '\ufffd', ' 1 '),
    fc.string({ unit: fc.constantFrom('1', '0', '.', ',', '%', ' ', '-', '/', 'ữ'), maxLength: 6 }),
  );

  test.each(CASE_KEYS.map((key) => [key.key, key] as const))('under %s', (_, key) => {
    const used = valueReader(key, vocabulary, 'vi', 'Trách nhiệm');
    fc.assert(
      fc.property(fc.array(written, { minLength: 2, maxLength: 10 }), (cells) => {
        const anew = cells.map((cell) => valueReader(key, vocabulary, 'vi', 'Trách nhiệm')(cell));
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

  test('of more steps than are shared are the same as ever', () => {
    const totals = new Set<string>();
    for (let step = 0; step < 6000; step++) {
      const salary = { coefficient: `${1 + (step % 9)}.${String(step).padStart(4, '0')}`, positionAllowance: '0.4' };
      const found = calculate({ ...nested(CIVIL_SERVANT), salary });
      if (!found.ok) throw new Error('refused');
      expect(found.value.salary.map(({ given }) => given)).toEqual([trimmed(salary.coefficient), '0.4']);
      totals.add(found.value.measures?.monthlySalary ?? '');
    }
    expect(totals.size).toBe(6000);
  });

  const trimmed = (text: string) => text.replace(/\.?0+$/, '');

  test('that many share cannot be changed by one who holds it', () => {
    const [, one, other] = [1, 2, 3].map(() => parseCase(nested(CIVIL_SERVANT)));
    if (!one?.ok || !other?.ok) throw new Error('refused');
    expect(one.value.salary).toBe(other.value.salary);
    expect(() => Object.assign(one.value.salary, { coefficient: '9' })).toThrow(TypeError);
  });

  test('beside a fault elsewhere are read all the same', () => {
    const found = parseCase(nested({ ...CIVIL_SERVANT, 'person.sex': 'x', 'salary.coefficient': 'x' }));
    expect(!found.ok && found.issues.map(({ path }) => path)).toEqual(['person.sex', 'salary.coefficient']);
  });
});
