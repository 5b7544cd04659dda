import type { Lang } from '../base/text.ts';
import { countsOf, leftOf } from './completeness.ts';
import { columnsIn, inUnit, type CellMark, type MarkTable, type RowRemark } from './mark-table.ts';
import { formatNumber } from '../explanation/format.ts';
import type { TotalCheck } from './reconcile/report.ts';
import { sayIn } from './messages.ts';
import type { AuditFile, Completeness } from './report.ts';

/** What was done with the people of each sheet, and of the sheets that were not read. */
export function completenessTable({ sheets, skipped, notRead, completeness: all }: AuditFile, lang: Lang): MarkTable {
  const say = sayIn(lang);
  const line = (sheet: string, form: string, done: Completeness, remark: string): string[] => [
    sheet,
    form,
    ...countsOf(done).map(String),
    remark,
  ];
  const remarks = (sheet: string): string =>
    notRead
      .filter((one) => one.sheet === sheet)
      .map(({ message }) => message)
      .join(' ');
  return {
    name: say('Kiểm tra - Phạm vi', 'Audit - completeness'),
    title: say('Đã kiểm tra những gì', 'What was audited'),
    columns: columnsIn(lang, [
      ['Trang', 'Sheet', 26, 'long'],
      ['Biểu', 'Form', 10, 'text'],
      ['Hàng có người', 'Rows with people', 14, 'count'],
      ['Đã kết luận', 'Audited', 12, 'count'],
      ['Chưa kiểm tra được', 'Unchecked', 12, 'count'],
      ['Bỏ qua', 'Passed over', 12, 'count'],
      ['Chưa đọc', 'Not read', 12, 'count'],
      ['Ghi chú', 'Remarks', 90, 'long'],
    ]),
    rows: [
      ...sheets.map(({ sheet, form, completeness, notes }) =>
        line(sheet, form, completeness, [...notes.map(({ message }) => message), remarks(sheet)].join(' ').trim()),
      ),
      ...skipped.map((sheet) => {
        return line(
          sheet,
          '',
          leftOf(sheet, notRead),
          remarks(sheet) || say('Không phải biểu của phụ lục.', 'No annex form.'),
        );
      }),
      line(say('Tổng cộng', 'Total'), '', all, ''),
    ],
  };
}

/**
 * The declared sums, and the numbers of summary annexes, that are not those of their people: each shows the declared one
 * above that of the people, with a remark on its row.
 */
export function sumMarks(
  { sheets, totals: declared = [] }: AuditFile,
  totals: readonly TotalCheck[],
  lang: Lang,
): { readonly marks: CellMark[]; readonly remarks: RowRemark[] } {
  const wrong = sheets.flatMap(({ sheet, dong = 1, sums }) =>
    sums.filter(({ difference }) => difference !== '0').map((one) => ({ ...one, sheet, dong, kind: 'wrong' as const })),
  );
  const annexes = totals
    .filter(({ difference, what }) => difference !== '0' || what === 'open' || what === 'nobody')
    .map((one) => ({
      ...one,
      // People are counted one by one whatever the unit of the money.
      dong: one.what === 'people' ? 1 : (declared.find(({ sheet, row }) => sheet === one.sheet && row === one.row)?.dong ?? 1), // prettier-ignore
      kind: one.sum === null ? ('unchecked' as const) : ('wrong' as const),
    }));
  const found = [...wrong, ...annexes];
  return {
    marks: found.flatMap(
      ({ sheet, cell, dong, kind, declared: text, sum }): CellMark[] =>
      cell === undefined
        ? []
        : [{ sheet, cell, kind, declared: formatNumber(inUnit(text, dong), lang), computed: sum === null ? '?' : formatNumber(inUnit(sum, dong), lang) }], // prettier-ignore
    ),
    remarks: found.map(({ sheet, row, message }) => ({ sheet, row, text: message })),
  };
}

/** Who stands twice, and the declared sums, each with its people. */
export function besideTable({ sheets }: AuditFile, totals: readonly TotalCheck[], lang: Lang): MarkTable {
  const say = sayIn(lang);
  const doubles = sheets.flatMap(({ sheet, rows }) =>
    rows.flatMap(({ row, name, sameAs }) => (sameAs ? [{ sheet, row, line: [name, sameAs.message] }] : [])),
  );
  const sums = sheets.flatMap(({ sheet, sums: some }) =>
    some.map(({ row, label, message }) => ({ sheet, row, line: [label, message] })),
  );
  const summed = totals.map(({ sheet, row, label, message }) => ({ sheet, row, line: [label, message] }));
  const found = [...doubles, ...sums, ...summed];
  return {
    name: say('Kiểm tra - Trùng, cộng', 'Audit - doubles, sums'),
    title: say('Người trùng và các dòng cộng', 'Who stands twice, and declared sums'),
    columns: columnsIn(lang, [
      ['Hàng', 'Row', 22, 'text'],
      ['Họ và tên, dòng cộng', 'Name, sum', 30, 'long'],
      ['Kết quả', 'Finding', 100, 'long'],
    ]),
    rows: found.map(({ sheet, row, line }) => [`${sheet}!${row}`, ...line]),
    links: found.map(({ sheet, row }) => ({ sheet, cell: `A${row}` })),
  };
}
