import { describe, expect, it } from 'vitest';
import {
  audit,
  auditMarks,
  auditSchema,
  heldBytes,
  paidList,
  readPaidList,
  type AuditFile,
  type AuditReport,
  type BookInput,
  type SheetInput,
} from '../../src/audit.ts';
import { parseCsv } from '../../src/table/csv.ts';
import { COLONEL, declaredI1, primaryOf, resultOf, rowOf, sheetOf, type Someone } from './model.ts';

const people: readonly Someone[] = ['Trần Văn An', 'Lê Thị Bình', 'Phạm Văn Cung', 'Đỗ Văn Dần'].map((name, at) => ({
  ...COLONEL,
  name,
  birth: `0${at + 3}/1971`,
}));
const [an, binh, cung, dan] = people.map(
  (one) => ({ ...primaryOf(one), ...declaredI1(one) }) as Record<number, string>,
);
const due = (cells: Record<number, string> | undefined): number => Number(cells?.[23] ?? 0);
/** Declared a million too much. */
const wrong = { ...dan, 23: String(due(dan) + 1_000_000) };

const book: BookInput = {
  file: 'a.xlsx',
  sheets: [sheetOf('I.1', [an ?? {}, binh ?? {}, cung ?? {}, wrong], 'PL I.1')],
};

function paid(text: string): ReturnType<typeof paidList> {
  return paidList('da-chi.csv', [{ name: '', rows: parseCsv(text, ',') }], 'en');
}

function check(report: AuditReport): { readonly findings: string[]; readonly unread: string[] } {
  expect(auditSchema.safeParse(report).error?.issues ?? []).toEqual([]);
  const found = report.reconciliation?.paid;
  return {
    findings: found?.findings.map(({ kind, name, difference }) => `${kind} ${name} ${difference ?? '?'}`) ?? [],
    unread: found?.unread.map(({ cell }) => cell) ?? [],
  };
}

describe('a payment list beside the annexes', () => {
  it('tells each difference with its people, and what it could not read with its cell', () => {
    const list = paid(
      [
        'TT,Họ và tên,Ngày sinh,Số tiền đã chi',
        `1,TRAN VAN AN,05/03/1971,${due(an)}`,
        `2,Lê Thị Bình,04/1971,${due(binh) - 5}`,
        `3,Đỗ Văn Dần,06/1971,"${String(due(dan) + 1_000_000).replace(/\B(?=(\d{3})+$)/g, '.')} đ"`,
        '4,Người Lạ Mặt,01/1970,1000000',
        '5,Ngô Văn Mờ,01/1970,12 hay 13 triệu',
        ',Tổng cộng,,99',
      ].join('\n'),
    );
    const report = audit([book], { lang: 'en', paid: list });
    expect(check(report)).toEqual({
      findings: [
        'not-declared Người Lạ Mặt ?',
        'paid-otherwise Lê Thị Bình -5',
        'not-paid Phạm Văn Cung ?',
        'paid-as-declared Đỗ Văn Dần 1000000',
      ],
      unread: ['D6'],
    });
    expect(report.reconciliation?.paid).toMatchObject({
      rows: 4,
      right: 1,
      overpaid: { people: 1, amount: '1000000' },
      underpaid: { people: 1, amount: '5' },
    });
    expect(report.reconciliation?.paid?.findings[2]?.message).toContain('a.xlsx › PL I.1, row 8');
  });

  it('adds several payments of one person up', () => {
    const half = due(an) / 2;
    const report = audit([book], { paid: paid(`Họ tên,Số tiền\nTrần Văn An,${half}\nTrần Văn An,${half}\n`) });
    expect(report.reconciliation?.paid).toMatchObject({ right: 1, rows: 2 });
  });

  it('takes nobody for another of the same name: by birth, else by amount, else it says so', () => {
    const other = { ...people[0], birth: '09/1972', name: 'Trần Văn An' } as Someone;
    const two: BookInput = {
      file: 'b.xlsx',
      sheets: [sheetOf('I.1', [an ?? {}, { ...primaryOf(other), ...declaredI1(other) }])],
    };
    const [one = 0, more = 0] = [due(an), due(declaredI1(other))];
    expect(one).not.toBe(more);
    const kinds = (text: string): string[] => check(audit([two], { paid: paid(text) })).findings;
    expect(kinds(`Họ tên,Năm sinh,Số tiền\nTrần Văn An,1971,${one}\nTrần Văn An,1972,${more}`)).toEqual([]);
    expect(kinds(`Họ tên,Số tiền\nTrần Văn An,${more}\nTrần Văn An,${one}`)).toEqual([]);
    expect(kinds('Họ tên,Số tiền\nTrần Văn An,7')).toEqual(['paid-unclear Trần Văn An ?']);
  });

  it('is read from bytes of CSV, and refused where it has no amount', async () => {
    const bytes = heldBytes(new TextEncoder().encode('\ufeffHọ và tên;Năm sinh;Thực lĩnh\nLê Thị Bình;1971;5\n'));
    expect((await readPaidList('x.csv', bytes, 'vi')).people).toMatchObject([
      { name: 'Lê Thị Bình', amount: '5', birth: '1971' },
    ]);
    const none = heldBytes(new TextEncoder().encode('Họ và tên,Năm sinh\nA,1971\n'));
    await expect(readPaidList('x.csv', none, 'vi')).rejects.toMatchObject({ code: 'header' });
  });
});

describe('a summary annex beside the people', () => {
  const text = (rows: readonly (readonly (string | number | null)[])[]): BookInput['sheets'][number] => ({
    name: 'Tổng hợp',
    rows: rows.map((cells, at) => ({
      row: at + 1,
      cells: cells.map((cell) => (typeof cell === 'number' ? { kind: 'number', value: cell, percent: false } : cell)),
    })),
  });
  const sum = due(an) + due(binh) + due(cung) + due(wrong);

  it('in the same workbook: by sheet, by form, and in all', () => {
    const annex = text([
      ['BIỂU TỔNG HỢP'],
      ['TT', 'Đơn vị', 'Số người', 'Tổng kinh phí'],
      [1, 'PL I.1', 4, sum],
      [2, 'Phụ lục I.1', 5, sum - 7],
      [3, 'Kho Q', 1, 1],
      [null, 'Tổng cộng', 4, sum],
    ]);
    const report = audit([{ ...book, sheets: [...book.sheets, annex] }], { lang: 'en' });
    expect(auditSchema.safeParse(report).error?.issues ?? []).toEqual([]);
    expect(
      report.reconciliation?.totals.map(({ cell = '', what, difference }) => `${what} ${cell} ${difference}`),
    ).toEqual(['people C3 0', 'amount D3 0', 'people C4 1', 'amount D4 -7', 'nobody  0', 'people C6 0', 'amount D6 0']);
    expect(report.files[0]?.completeness.notRead).toBe(0);
  });

  it('in a workbook of its own, in thousands: by the names of the files', () => {
    const annex = text([
      ['ĐVT: 1.000 đồng'],
      ['TT', 'Đơn vị', 'Số người', 'Kinh phí'],
      [1, 'Đơn vị A', 4, Math.round(sum / 1000)],
    ]);
    const report = audit(
      [
        { ...book, file: 'Đơn vị A.xlsx' },
        { file: 'tong-hop.xlsx', sheets: [annex] },
      ],
      { lang: 'en' },
    );
    expect(report.reconciliation?.totals.map(({ what, difference }) => [what, difference])).toEqual([
      ['people', '0'],
      ['amount', '0'],
    ]);
  });
});

describe('the marked copy of a workbook whose sums are wrong', () => {
  const numbers = (cells: readonly (string | number | null)[]): SheetInput['rows'][number]['cells'] =>
    cells.map((cell) => (typeof cell === 'number' ? { kind: 'number', value: cell, percent: false } : cell));
  const annexes = sheetOf('I.1', [an ?? {}, binh ?? {}], 'PL I.1');
  const sum = due(an) + due(binh);

  it('shows the declared sum above that of its people, and says it beside', () => {
    const rows = annexes.rows.map((row) =>
      row.row === 8 ? rowOf(8, { 1: 'Tổng cộng', 23: String(sum + 1_000_000) }) : row,
    );
    const { files, summary } = audit([{ file: 'a.xlsx', sheets: [{ ...annexes, rows }] }], { lang: 'vi' });
    const { marks, remarks, tables } = auditMarks(files[0] as AuditFile, summary, 'vi');
    const shown = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
    expect(marks.filter(({ kind }) => kind === 'wrong')).toEqual([
      { sheet: 'PL I.1', cell: 'X8', kind: 'wrong', declared: shown(sum + 1_000_000), computed: shown(sum) },
    ]);
    expect(remarks.find(({ row }) => row === 8)?.text).toMatch(/X8 .*chênh lệch \+1\.000\.000/s);
    expect(tables.at(-1)?.rows).toMatchObject([['PL I.1!8', 'Tổng cộng', expect.stringContaining('1.000.000')]]);
  });

  it('marks the numbers of a summary annex in the unit in which they stand', () => {
    const annex = {
      name: 'Tổng hợp',
      rows: [
        ['ĐVT: 1.000 đồng'],
        ['TT', 'Đơn vị', 'Số người', 'Kinh phí'],
        [1, 'PL I.1', 3, Math.round(sum / 1000) + 5000],
        [2, 'Kho Q', 1, 1],
      ].map((cells, at) => ({ row: at + 1, cells: numbers(cells) })),
    };
    const report = audit([{ file: 'a.xlsx', sheets: [annexes, annex] }], { lang: 'en' });
    const totals = report.reconciliation?.totals;
    const { marks, remarks } = auditMarks(report.files[0] as AuditFile, report.summary, 'en', totals);
    const found = marks.filter(({ sheet }) => sheet === 'Tổng hợp');
    expect(found.map(({ cell, kind }) => `${cell} ${kind}`)).toEqual(['C3 wrong', 'D3 wrong']);
    expect([found[0]?.declared, found[0]?.computed]).toEqual(['3', '2']);
    expect(Number(found[1]?.declared.replaceAll(',', '')) - Number(found[1]?.computed.replaceAll(',', ''))).toBeCloseTo(
      5000,
      0,
    );
    expect(remarks.filter(({ sheet }) => sheet === 'Tổng hợp').map(({ row }) => row)).toEqual([3, 3, 4]);
  });
});

describe('a top-up from Decree 177 to 178', () => {
  const someone = people[0] as Someone;
  const whole = { ...primaryOf(someone), ...declaredI1(someone) };
  const total = due(whole);
  // What Decree 177 gives was drawn first; Decree 178 gives the rest.
  const drawn = resultOf(someone, 'early-retirement', 'nd177').total;
  const part = String(total - Number(drawn));
  const first: BookInput = { file: 'nd177.xlsx', sheets: [sheetOf('I.3', [{ ...primaryOf(someone), 15: drawn }], 'PL I.3')] }; // prettier-ignore
  const second: BookInput = { file: 'nd178.xlsx', sheets: [sheetOf('I.1', [{ ...whole, 23: part }], 'PL I.1')] };

  it.each([
    ['the part behind the whole', [first, second]],
    ['the part in an earlier file', [second, first]],
  ])('is excepted with %s', (_name, books) => {
    const { summary } = audit(books);
    expect(summary.doubles.map(({ sameAs }) => sameAs.kind)).toEqual(['top-up']);
    expect(summary.underpaid).toEqual({ rows: 0, amount: '0' });
    expect([summary.rows, summary.declared]).toEqual([1, drawn]);
    const list = paid(`Họ tên,Số tiền\n${someone.name},${part}\n${someone.name},${drawn}\n`);
    expect(audit(books, { paid: list }).reconciliation?.paid).toMatchObject({ right: 1, findings: [] });
  });
});
