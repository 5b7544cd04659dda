import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Chain, ChainChecker, MOST_BREAKS, type ChainReport, type RawRecord } from '../../src/records.ts';
import { altered, recordFor, reread } from '../support/records.ts';

const chain = new Chain();
const FILE = [...Array(8).keys()].map(
  (at) => reread(chain.link(recordFor({ id: `P${at + 1}` }))) as unknown as RawRecord,
);
const HEAD = chain.head as string;

function check(records: readonly unknown[], head?: string): ChainReport {
  const checker = new ChainChecker();
  records.forEach((record, at) => checker.add(at + 1, record as RawRecord));
  return checker.report(head);
}

const without = (...rows: number[]): unknown[] => FILE.filter((_, at) => !rows.includes(at + 1));
const moved = (from: number, to: number): unknown[] => {
  const copy: unknown[] = [...FILE];
  copy.splice(to - 1, 0, ...copy.splice(from - 1, 1));
  return copy;
};
const inserted = (at: number, record: unknown): unknown[] => [...FILE.slice(0, at), record, ...FILE.slice(at)];

describe('a chained file', () => {
  test('as it was written holds, and its head is the one that was printed', () => {
    expect(check(FILE, HEAD)).toMatchObject({ chained: true, records: 8, head: HEAD, broken: 0, breaks: [] });
    expect(chain.count).toBe(8);
    expect((FILE[0] as { receipt: unknown }).receipt).toMatchObject({ number: 1, previous: null });
  });

  test('records without a chain are no broken chain', () => {
    expect(check([recordFor(), recordFor()])).toMatchObject({ chained: false, broken: 0 });
  });

  test('one removed, several removed, the first removed', () => {
    expect(check(without(3), HEAD).breaks).toEqual([{ kind: 'removed', row: 3, from: 3, to: 3 }]);
    expect(check(without(3, 4, 5), HEAD).breaks).toEqual([{ kind: 'removed', row: 3, from: 3, to: 5 }]);
    expect(check(without(1), HEAD).breaks).toEqual([{ kind: 'removed', row: 1, from: 1, to: 1 }]);
  });

  test('the end removed shows only against the head that was kept', () => {
    expect(check(without(7, 8)).broken).toBe(0);
    expect(check(without(7, 8), HEAD).breaks).toEqual([{ kind: 'head', row: 6 }]);
    expect(check([], HEAD).breaks).toEqual([{ kind: 'head' }]);
  });

  test('one moved back or forth', () => {
    expect(check(moved(2, 6), HEAD).breaks).toEqual([{ kind: 'reordered', row: 6, from: 2, to: 2 }]);
    // Moved forth, it stands before those it came after: they are the ones behind their place.
    expect(check(moved(6, 2), HEAD).breaks.map((one) => one.kind)).toEqual([
      'reordered',
      'reordered',
      'reordered',
      'reordered',
    ]);
  });

  test('one added: without a link, twice, or with the number of another', () => {
    expect(check(inserted(3, recordFor({ id: 'X' })), HEAD).breaks).toEqual([{ kind: 'added', row: 4 }]);
    expect(check(inserted(5, FILE[1]), HEAD).breaks).toEqual([{ kind: 'added', row: 6 }]);
    const forged = altered(FILE[3], 'id', 'X');
    expect(check(inserted(3, forged), HEAD).breaks).toEqual([{ kind: 'added', row: 4 }]);
    expect(check(inserted(4, forged), HEAD).breaks).toEqual([{ kind: 'added', row: 5 }]);
    expect(check([...FILE, forged], HEAD).breaks).toEqual([{ kind: 'added', row: 9 }]);
  });

  test('one altered, the last one too when the head was kept', () => {
    const change = (row: number): unknown[] =>
      FILE.map((one, at) => (at + 1 === row ? altered(one, 'total', '1') : one));
    for (const row of [1, 2, 7]) expect(check(change(row), HEAD).breaks).toEqual([{ kind: 'altered', row }]);
    expect(check(change(8), HEAD).breaks).toEqual([{ kind: 'head', row: 8 }]);
  });

  test('any file but the written one is broken against its head', () => {
    const edit = fc.record({ kind: fc.constantFrom('drop', 'swap', 'copy'), at: fc.nat(7), to: fc.nat(7) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const file: unknown[] = [...FILE];
        for (const { kind, at, to } of edits) {
          if (kind === 'drop') file.splice(at, 1);
          else if (kind === 'copy') file.splice(to, 0, FILE[at]);
          else [file[at], file[to]] = [file[to], file[at]];
        }
        const held = file.filter((one) => one !== undefined);
        const intact = held.length === FILE.length && held.every((one, at) => one === FILE[at]);
        expect(check(held, HEAD).broken === 0).toBe(intact);
      }),
      { numRuns: 2000 },
    );
  });

  test('breaks are told up to a bound and all counted', () => {
    const many = [...FILE, ...Array.from({ length: MOST_BREAKS + 5 }, () => recordFor())];
    const report = check(many);
    expect(report.breaks).toHaveLength(MOST_BREAKS);
    expect(report.broken).toBe(MOST_BREAKS + 5);
  });
});
