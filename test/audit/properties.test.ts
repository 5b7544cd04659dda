import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit, type AuditRow, type SheetInput } from '../../src/audit.ts';
import { declaredI1, declaredI2, primaryOf, resultOf, sheetOf, type Someone } from './model.ts';

const LIMITS: Readonly<Record<string, number>> = {
  'Đại tá': 58,
  'Thượng tá': 56,
  'Trung tá': 54,
  'Thiếu tá': 52,
  'Đại úy': 50,
  'Thiếu tá CN': 54,
  'Trung tá CN': 54,
};

const text = (month: number): string => `${String((month % 12) + 1).padStart(2, '0')}/${Math.floor(month / 12)}`;

/** Anybody: any rank, 1 to 121 months early, leaving on the first of a month in 2025 or 2026, within 20 months of the merger. */
const someone: fc.Arbitrary<Someone> = fc
  .record({
    rank: fc.constantFrom(...Object.keys(LIMITS)),
    early: fc.oneof(fc.integer({ min: 1, max: 121 }), fc.constantFrom(23, 24, 59, 60, 61, 119, 120, 121)),
    leaving: fc.integer({ min: 2025 * 12, max: 2026 * 12 + 11 }),
    since: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom(11, 12, 13)),
    mergerDay: fc.integer({ min: 1, max: 28 }),
    service: fc.integer({ min: 160, max: 420 }),
    salary: fc.integer({ min: 9_000_000, max: 60_000_000 }),
  })
  .map(({ rank, early, leaving, since, mergerDay, service, salary }) => ({
    name: 'Lê Văn Q',
    rank,
    birth: text(leaving + early - 1 - (LIMITS[rank] ?? 0) * 12),
    enlisted: text(leaving - service),
    merger: `${String(mergerDay).padStart(2, '0')}/${text(leaving - since)}`,
    leaving: `${Math.floor(leaving / 12)}-${String((leaving % 12) + 1).padStart(2, '0')}-01`,
    salary: String(salary),
  }));

/** Ranks in words are shared by officers and professional soldiers: the section tells. */
const inSection = (sheet: SheetInput): SheetInput => ({
  ...sheet,
  rows: [
    ...sheet.rows.filter(({ row }) => row <= 5),
    { row: 6, cells: ['A', 'Sĩ quan'] },
    ...sheet.rows.filter(({ row }) => row > 5).map((row) => ({ ...row, row: row.row + 1 })),
  ],
});

const auditRows = (form: 'I.1' | 'I.2', rows: readonly Record<number, string>[]): readonly AuditRow[] =>
  audit([{ file: 'don-vi.xlsx', sheets: [inSection(sheetOf(form, rows))] }]).files[0]?.sheets[0]?.rows ?? [];

/** A declared cell changed so that it means something else. */
function altered(cells: Readonly<Record<number, string>>, column: number, by: number): Record<number, string> {
  const old = Number(cells[column]);
  const step = column === 11 || column === 12 ? 0.5 : 1;
  const changed = old + by * step;
  return { ...cells, [column]: String(changed > 0 ? changed : old + step) };
}

describe('a workbook made from our own results', () => {
  it('audits clean', () => {
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 6 }), (people) => {
        const rows = people.map((one) => ({ ...primaryOf(one), ...declaredI1(one) }));
        for (const row of auditRows('I.1', rows))
          expect(row, JSON.stringify(row.cells)).toMatchObject({ verdict: 'right', difference: '0', repairs: [] });
      }),
      { numRuns: 150 },
    );
  });

  it('audits clean for severance', () => {
    const paid = someone.filter((one) => resultOf(one, 'severance').outcome === 'paid');
    fc.assert(
      fc.property(paid, (one) => {
        const [row] = auditRows('I.2', [{ ...primaryOf(one), ...declaredI2(one) }]);
        expect(row, JSON.stringify(row)).toMatchObject({ verdict: 'right', difference: '0' });
      }),
      { numRuns: 60 },
    );
  });

  it('shows exactly the declared cell that was changed', () => {
    const paid = someone.filter((one) => resultOf(one, 'early-retirement').outcome === 'paid');
    fc.assert(
      fc.property(
        paid,
        fc.nat(),
        fc.integer({ min: -3, max: 3 }).filter((by) => by !== 0),
        (one, pick, by) => {
          const declared = declaredI1(one);
          const columns = Object.keys(declared).map(Number);
          const column = columns[pick % columns.length] ?? 23;
          const cells = altered(declared, column, by);
          fc.pre(!(column === 10 && cells[10] === '60'));
          const [row] = auditRows('I.1', [{ ...primaryOf(one), ...cells }]);
          const wrong = (row?.cells ?? []).filter(({ verdict }) => verdict !== 'right');
          const follows = wrong.filter(({ verdict }) => verdict === 'follow-on');
          expect(row?.verdict).toBe('wrong');
          expect(
            wrong.filter((cell) => !follows.includes(cell)).map((cell) => cell.column),
            JSON.stringify({ one, wrong }),
          ).toEqual([column]);
          expect(follows).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('shows what follows from wrong months early as such', () => {
    const paid = someone.filter((one) => {
      const months = Number(resultOf(one, 'early-retirement').measures?.monthsEarly);
      return resultOf(one, 'early-retirement').outcome === 'paid' && months > 30 && months < 58;
    });
    fc.assert(
      fc.property(paid, (one) => {
        // A clerk who forgets the month in which the age is reached (known error 7), and computes on with it.
        const [month = 0, year = 0] = one.birth.split('/').map(Number);
        const short = declaredI1({ ...one, birth: text(year * 12 + month - 2) });
        const [row] = auditRows('I.1', [{ ...primaryOf(one), ...short }]);
        const wrong = (row?.cells ?? []).filter(({ verdict }) => verdict === 'wrong');
        expect(
          wrong.map(({ column }) => column),
          JSON.stringify(row),
        ).toEqual([10]);
        expect(row?.cells.filter(({ verdict }) => verdict === 'follow-on').map(({ column }) => column)).toContain(23);
        expect(Number(row?.difference)).toBeLessThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
