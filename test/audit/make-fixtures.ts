import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { daySerial } from '../../src/table/dates.ts';
import { COLONEL, declaredI1, declaredI2, primaryOf, type Someone } from './model.ts';

/** Where the workbooks of the tests are kept. */
export const FIXTURES = 'test/audit/fixtures';

/** What a cell of a made sheet holds: text, a number, a real date, a formula with or without its value. */
export type Made =
  string | number | null | { readonly date: string } | { readonly formula: string; readonly value?: number };
type Line = Readonly<Record<number, Made>>;

/** A line of a person with some cells written in another way. */
const person = (one: Someone, change: Line = {}): Line => {
  const cells: Record<number, Made> = {};
  for (const [number, text] of Object.entries({ ...primaryOf(one), ...declaredI1(one) })) {
    cells[Number(number)] = Number(number) >= 9 ? Number(text) : text;
  }
  return { ...cells, ...change };
};

const LONG: Someone = {
  ...COLONEL,
  name: 'Phạm Thị B',
  birth: '05/1973',
  enlisted: '09/1991',
  merger: '15/01/2025',
  leaving: '2025-07-01',
};
const MAJOR: Someone = {
  ...COLONEL,
  name: 'Đỗ Văn C',
  rank: 'Trung tá CN',
  birth: '01/1973',
  enlisted: '03/1993',
  leaving: '2025-08-01',
  salary: '24815700',
};

/** Every irregular spelling of the practice on one person each; all are right, or open, the repairs are told. */
export const SPELLINGS: readonly {
  readonly line: Line;
  readonly repairs: Readonly<Record<number, string>>;
  /** Nothing that stands on the birth can be said of a birth by its year alone. */
  readonly open?: true;
}[] = [
  {
    line: person(COLONEL, { 2: { date: '1971-05-15' }, 7: { date: '2025-03-01' }, 8: { date: '2025-06-01' } }),
    repairs: {},
  },
  {
    line: person(COLONEL, { 2: 'O5/1971', 5: '2/90; 7/96', 3: '4//' }),
    repairs: { 2: '1971-05', 3: 'đại tá', 5: '1990-02' },
  },
  {
    line: person(COLONEL, { 2: { date: '2071-05-01' }, 5: '02-1990', 7: '1/3/25' }),
    repairs: { 2: '1971-05-01', 5: '1990-02', 7: '2025-03-01' },
  },
  {
    line: person(COLONEL, { 2: 'Thg5-71', 5: '15/02/1990', 8: 'Thg6-25', 3: 24.2 }),
    repairs: { 2: '1971-05', 3: 'đại tá', 8: '2025-06' },
  },
  {
    line: person(COLONEL, { 2: '5/71', 3: 'Đại ta', 10: '48 tháng', 11: '4 năm', 12: '35-04' }),
    repairs: { 2: '1971-05', 3: 'đại tá', 10: '48', 11: '4', 12: '35-04' },
  },
  { line: person(COLONEL, { 10: '4 năm', 12: '35 năm 4 tháng' }), repairs: { 10: '48', 12: '35-04' } },
  {
    line: person(COLONEL, { 12: '424 tháng', 13: '1.561.697.280', 17: '650,707,200', 18: '162 676 800' }),
    repairs: { 12: '35-04', 13: '1561697280', 17: '650707200', 18: '162676800' },
  },
  { line: person({ ...COLONEL, birth: '01/1971' }, { 2: 1971, 12: '35,5' }), repairs: {}, open: true },
  { line: person(COLONEL, { 18: 162676800 + 252149040, 19: null }), repairs: {} },
  { line: person(LONG, { 3: 'Đại  tá', 10: 60 }), repairs: {} },
  { line: person(MAJOR, { 3: '2//CN' }), repairs: { 3: 'trung tá QNCN' } },
  { line: person(COLONEL, { 23: { formula: 'SUM(N{row}:W{row})', value: 2627230320 } }), repairs: {} },
];

/** The titles of form I.1 in three rows, as the merged heading shows them; column 0 is the ordinal. */
const HEADING: readonly Line[] = [
  {
    0: 'Số TT',
    1: 'Họ và tên',
    2: 'Tháng, năm sinh',
    3: 'Cấp bậc',
    4: 'Chức vụ, đơn vị',
    5: 'Nhập ngũ, tuyển dụng',
    6: 'Kết quả đánh giá',
    7: 'Thời điểm sáp nhập, giải thể',
    8: 'Thời điểm nghỉ hưu',
    9: 'Tiền lương tháng hiện hưởng',
    10: 'Số tháng nghỉ sớm',
    11: 'Số năm nghỉ sớm',
    12: 'Số năm đóng BHXH',
    13: 'Trợ cấp hưu trí một lần cho số tháng nghỉ sớm',
    17: 'Trợ cấp đối với người nghỉ trước tuổi từ đủ 02 năm đến đủ 05 năm',
    20: 'Trợ cấp đối với người nghỉ trước tuổi trên 05 năm đến đủ 10 năm',
    23: 'Tổng cộng',
    24: 'Ghi chú',
  },
  {
    13: 'Nghỉ trong 12 tháng đầu',
    15: 'Nghỉ từ tháng thứ 13 trở đi',
    17: '05 tháng tiền lương cho mỗi năm nghỉ sớm',
    18: '20 năm (15 năm) đầu công tác',
    19: 'Từ năm thứ 21 (16) trở đi, mỗi năm 1/2 tháng',
    20: '04 tháng tiền lương cho mỗi năm nghỉ sớm',
    21: '20 năm (15 năm) đầu công tác',
    22: 'Từ năm thứ 21 (16) trở đi, mỗi năm 1/2 tháng',
  },
  {
    13: 'Từ đủ 05 năm trở xuống',
    14: 'Trên 05 năm đến đủ 10 năm',
    15: 'Từ đủ 05 năm trở xuống',
    16: 'Trên 05 năm đến đủ 10 năm',
  },
];

const MERGES = [
  ...Array.from({ length: 13 }, (_, c) => [0, c, 2, c]),
  [0, 13, 0, 16],
  [0, 17, 0, 19],
  [0, 20, 0, 22],
  [1, 13, 1, 14],
  [1, 15, 1, 16],
  [1, 17, 2, 17],
  [0, 23, 2, 23],
] as const;

const numbers = (from: number, to: number, write: (number: number) => Made): Line =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, at) => [from + at, write(from + at)]));

function sheet(
  lines: readonly Line[],
  heading: number,
  merges: readonly (readonly number[])[],
  shift = 0,
): XLSX.WorkSheet {
  const made: XLSX.WorkSheet = {};
  let [rows, columns] = [0, 0];
  lines.forEach((line, row) => {
    for (const [number, value] of Object.entries(line)) {
      const column = Number(number) + shift;
      if (value === null) continue;
      made[XLSX.utils.encode_cell({ r: row, c: column })] = cell(value, row + 1);
      [rows, columns] = [Math.max(rows, row), Math.max(columns, column)];
    }
  });
  made['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows, c: columns } });
  made['!merges'] = merges.map(([top = 0, left = 0, bottom = 0, right = 0]) => ({
    s: { r: top + heading, c: left + shift },
    e: { r: bottom + heading, c: right + shift },
  }));
  return made;
}

function cell(value: Exclude<Made, null>, row: number): XLSX.CellObject {
  if (typeof value === 'string') return { t: 's', v: value };
  if (typeof value === 'number') return { t: 'n', v: value };
  if ('date' in value) return { t: 'n', v: daySerial(value.date), z: 'dd/mm/yyyy' };
  const f = value.formula.replaceAll('{row}', String(row));
  return value.value === undefined ? { t: 'n', f } : { t: 'n', f, v: value.value };
}

const title = (text: string): Line => ({ 1: text });

function save(name: string, sheets: Readonly<Record<string, XLSX.WorkSheet>>, libre = false): void {
  const book = XLSX.utils.book_new();
  for (const [tab, one] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, one, tab);
  mkdirSync(FIXTURES, { recursive: true });
  const bytes = XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
  if (!libre) return writeFileSync(join(FIXTURES, name), bytes);
  const folder = mkdtempSync(join(tmpdir(), 'nd178-'));
  const source = join(folder, name.replace('.xlsx', '-in.xlsx'));
  writeFileSync(source, bytes);
  execFileSync('soffice', [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    'xlsx:Calc MS Excel 2007 XML',
    '--outdir',
    join(folder, 'out'),
    source,
  ]);
  renameSync(join(folder, 'out', name.replace('.xlsx', '-in.xlsx')), join(FIXTURES, name));
}

/** Given names that no slip of one letter makes one of the others: nobody of the sheet is another. */
const GIVEN = [
  'An',
  'Bình',
  'Cường',
  'Dũng',
  'Giang',
  'Hải',
  'Khánh',
  'Long',
  'Uyên',
  'Nam',
  'Phong',
  'Quân',
  'Sơn',
  'Thắng',
];

/** Form I.1 with every spelling, "Số TT" numbered 1, unit headings, blank rows, an end at "Cộng"; and form I.2. */
function irregular(): void {
  const people = SPELLINGS.map(({ line }, at): Line => ({ 0: at + 1, ...line, 1: `Trần Văn ${GIVEN[at] ?? ''}` }));
  const lines: Line[] = [
    title('Phụ lục I.1'),
    title('DANH SÁCH NGHỈ HƯU TRƯỚC TUỔI'),
    {},
    ...HEADING,
    numbers(0, 24, (number) => number + 1),
    { 0: 'I', 1: 'SƯ ĐOÀN A' },
    { 0: 1, 1: 'Trung đoàn B' },
    ...people.slice(0, 5),
    {},
    { 0: 2, 1: 'Trung đoàn C' },
    ...people.slice(5),
    { 1: 'Cộng' },
    {},
    { 1: 'NGƯỜI LẬP BIỂU', 20: 'THỦ TRƯỞNG ĐƠN VỊ' },
  ];
  const leaver: Someone = {
    ...COLONEL,
    name: 'Vũ Văn D',
    rank: 'Thiếu tá',
    birth: '05/1985',
    enlisted: '09/2005',
    leaving: '2025-06-01',
    salary: '18954000',
  };
  const severance: Record<number, Made> = {};
  for (const [number, text] of Object.entries({ ...primaryOf(leaver), ...declaredI2(leaver) }))
    severance[Number(number)] = Number(number) >= 9 ? Number(text) : text;
  const heading: Line = {
    0: 'TT',
    1: 'Họ, tên',
    2: 'Năm sinh',
    3: 'Cấp bậc',
    4: 'Chức vụ',
    5: 'Nhập ngũ',
    6: 'Đánh giá',
    7: 'Giải thể',
    8: 'Thời điểm nghỉ thôi việc',
    9: 'Tiền lương tháng hiện hưởng',
    10: 'Số tháng tính trợ cấp',
    11: 'Số năm đóng BHXH',
    12: 'Trong 12 tháng đầu',
    15: 'Từ tháng thứ 13',
    18: 'Cộng',
    19: 'Chế độ khác',
    20: 'Tổng cộng',
  };
  const second: Line = {
    12: '0,8 tháng',
    13: '1,5 tháng',
    14: 'Tìm việc làm',
    15: '0,4 tháng',
    16: '1,5 tháng',
    17: 'Tìm việc làm',
  };
  const i2: Line[] = [
    title('DANH SÁCH NGHỈ THÔI VIỆC'),
    heading,
    second,
    numbers(1, 20, (number) => `(${number})`),
    { 0: 1, ...severance },
    { 0: 2, ...severance, 1: 'Vũ Văn Hùng', 19: 10000000, 20: Number(severance[20]) + 10000000 },
    {
      0: 3,
      ...severance,
      1: 'Vũ Văn Kiên',
      13: Number(severance[13]) + 5,
      18: Number(severance[18]) + 5,
      20: { formula: 'S{row}+T{row}' },
    },
    { 0: 'Tổng cộng' },
  ];
  save('irregular.xlsx', {
    Bìa: sheet([title('Bìa')], 0, []),
    'PL I.1': sheet(lines, 3, MERGES),
    I2: sheet(i2, 1, []),
  });
}

/** Without a number row, columns moved two to the right, formulas computed by LibreOffice, salaries in form I.5. */
function words(): void {
  const salary: Someone = { ...COLONEL, name: 'Hoàng Văn E', salary: '32572800' };
  const lines: Line[] = [
    title('BIỂU TỔNG HỢP'),
    ...HEADING,
    { 0: 'I', 1: 'PHÒNG A' },
    {
      0: 1,
      ...person(salary, {
        7: { date: '2025-03-01' },
        8: { date: '2025-06-01' },
        9: { formula: "'PL I.5'!W6" },
        13: { formula: 'L{row}*M{row}' },
        23: { formula: 'SUM(P{row}:Y{row})' },
      }),
    },
    { 0: 2, ...person({ ...salary, name: 'Hoàng Văn G' }, { 9: 32572799 }) },
    {},
    { 1: 'TỔNG CỘNG', 23: { formula: 'SUM(Z6:Z7)' } },
  ];
  const five: Line = {
    0: 'TT',
    1: 'Họ và tên',
    2: 'Năm sinh',
    3: 'Cấp bậc',
    4: 'Chức vụ',
    5: 'Đơn vị',
    6: 'Hệ số lương',
    7: 'Hệ số bảo lưu',
    8: 'Hệ số phụ cấp chức vụ',
    9: 'Nhập ngũ',
    10: 'Thời điểm nghỉ',
    11: '% phụ cấp trách nhiệm',
    12: '% phụ cấp đặc thù',
    13: 'Tiền bảo lưu',
    14: 'Tiền lương',
    15: 'Tiền phụ cấp chức vụ',
    16: 'Thâm niên nghề',
    17: 'Vượt khung',
    18: 'Tiền phụ cấp trách nhiệm',
    19: 'Công vụ 25%',
    20: 'Tiền đặc thù',
    21: 'Khác',
    22: 'Tổng',
  };
  const pay = (name: string): Line => ({
    1: name,
    2: '05/1971',
    3: 'Đại tá',
    4: 'Trợ lý',
    6: 8,
    8: 0.7,
    9: '02/1990',
    10: '01/06/2025',
    14: { formula: 'G{row}*2340000' },
    15: { formula: 'I{row}*2340000' },
    16: { formula: 'ROUND((O{row}+P{row})*35%,0)' },
    19: { formula: 'ROUND((O{row}+P{row})*25%,0)' },
    22: { formula: 'SUM(N{row}:V{row})' },
  });
  const i5: Line[] = [
    title('PHỤ LỤC I.5'),
    {},
    {},
    five,
    numbers(1, 22, (number) => number),
    { 0: 1, ...pay('Hoàng Văn E') },
    { 0: 2, ...pay('Hoàng Văn G') },
    { 0: 'Cộng' },
  ];
  save(
    'words.xlsx',
    { ['Phụ lục I.1'.normalize('NFD')]: sheet(lines, 1, MERGES, 2), 'PL I.5': sheet(i5, 3, []) },
    true,
  );
}

/** A civil unit with columns of its own; see civil.yaml. */
function civil(): void {
  const head: Line = {
    0: 'STT',
    1: 'Ngạch, chức danh',
    2: 'Họ và tên',
    3: 'Ngày sinh',
    4: 'Giới tính',
    5: 'Lương hiện hưởng',
    6: 'BHXH',
    7: 'Ngày sắp xếp',
    8: 'Ngày nghỉ hưu',
    9: 'Tháng nghỉ sớm',
    10: 'Tiền tháng nghỉ sớm',
    11: 'Tiền năm nghỉ sớm',
    12: 'Tiền thâm niên',
    13: 'Tổng tiền',
  };
  const lines: Line[] = [
    title('DANH SÁCH CÔNG CHỨC NGHỈ HƯU TRƯỚC TUỔI'),
    head,
    // The worked example C of official letter 1814: a man born 1966-01-15 who leaves on 2025-05-01.
    {
      0: 1,
      1: 'Chuyên viên chính',
      2: 'Nguyễn Văn H',
      3: '15/01/1966',
      4: 'Nam',
      5: 15356250,
      6: '22 năm',
      7: '01/03/2025',
      8: '01/05/2025',
      9: 30,
      10: 460687500,
      11: 191953125,
      12: 92137500,
      13: 744778125,
    },
    {
      0: 2,
      1: 'Chuyên viên',
      2: 'Nguyễn Thị K',
      3: '15/01/1970',
      4: 'Nữ',
      5: 15356250,
      6: '22-00',
      7: '01/03/2025',
      8: '01/05/2025',
      9: 30,
      10: 460687500,
      11: 191953125,
      12: 92137500,
      13: 744778125,
    },
    { 2: 'Cộng' },
  ];
  save('civil.xlsx', { 'DS nghi huu': sheet(lines, 1, []) }, true);
}

/** Writes every workbook again; needs LibreOffice. */
export function makeFixtures(): void {
  irregular();
  words();
  civil();
}
