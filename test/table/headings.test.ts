import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { batchTable } from '../../src/table/batch.ts';
import { CASE_KEYS } from '../../src/case/keys.ts';
import type { Cell } from '../../src/table/cell.ts';
import { findHeader } from '../../src/table/header.ts';
import { command, testFolder } from '../support/table.ts';
import { looksLikePay, unusedColumns } from '../../src/table/unused.ts';

/** A person of the examples by heading; the salary and whatever else a test is about comes with it. */
const PERSON: readonly (readonly [heading: string, value: string])[] = [
  ['Họ và tên', 'A'],
  ['Giới tính', 'nam'],
  ['Ngày sinh', '15/01/1966'],
  ['Nhóm đối tượng', 'công chức'],
  ['Chính sách', 'nghỉ hưu trước tuổi'],
  ['Ngày nghỉ', '01/05/2025'],
  ['Ngày sắp xếp', '01/03/2025'],
  ['Số năm đóng BHXH', '22'],
  ['Số tháng lẻ đóng BHXH', '0'],
  ['Hệ số lương', '4,65'],
];

/** The headings of a table with some renamed, and more behind them. */
const headings = (renamed: Readonly<Record<string, string>> = {}, ...more: readonly string[]): string[] => [
  ...PERSON.map(([heading]) => renamed[heading] ?? heading),
  ...more,
];
const values = PERSON.map(([, value]) => value);
const table = (...rows: readonly (readonly Cell[])[]) => rows.map((cells, at) => ({ row: at + 1, cells }));
const find = (...rows: readonly (readonly Cell[])[]) => findHeader(table(...rows), { lang: 'vi' });
const issues = (...rows: readonly (readonly Cell[])[]) => {
  const header = find(...rows);
  return header.ok ? [] : header.issues;
};
const keys = (...rows: readonly (readonly Cell[])[]) => {
  const header = find(...rows);
  return header.ok ? header.value.keys.map(({ key }) => key.key) : header.issues;
};

async function lines(...rows: readonly (readonly Cell[])[]) {
  const found = await batchTable(rows);
  if (!found.ok) throw new Error(found.issues.map(({ message }) => message).join('\n'));
  const all = [];
  for await (const line of found.value) all.push(line);
  return all;
}

describe('a unit in the brackets of a heading', () => {
  it.each([
    ['Tiền lương tháng hiện hưởng (nghìn đồng)', 'salary.monthly'],
    ['Tiền lương tháng hiện hưởng (ngàn đồng)', 'salary.monthly'],
    ['Tiền lương tháng hiện hưởng (triệu đồng)', 'salary.monthly'],
    ['Tiền lương tháng hiện hưởng (trđ)', 'salary.monthly'],
    ['Tiền lương tháng hiện hưởng (đv: 1.000đ)', 'salary.monthly'],
    ['Tiền lương tháng hiện hưởng (ĐVT: 1000 đồng)', 'salary.monthly'],
    ['Tiền lương tháng hiện hưởng [1.000.000 đ]', 'salary.monthly'],
    ['Tien luong thang hien huong (nghin dong)', 'salary.monthly'],
    ['Tiền lương tháng hiện hưởng (x 1000)', 'salary.monthly'],
    ['Tiền lương tháng hiện hưởng (USD)', 'salary.monthly'],
    ['Tiền lương tháng hiện hưởng (đồng/năm)', 'salary.monthly'],
    ['Lương hợp đồng (hệ số)', 'salary.contract'],
    ['Phụ cấp hằng tháng (%)', 'salary.allowance'],
    ['Phụ cấp chức vụ (đồng)', 'salary.positionAllowance'],
    ['Phụ cấp chức vụ (VNĐ)', 'salary.positionAllowance'],
    ['Phụ cấp chức vụ (số tiền)', 'salary.positionAllowance'],
    ['Phụ cấp chức vụ (%)', 'salary.positionAllowance'],
    ['Phụ cấp công vụ (đồng)', 'salary.publicService'],
    ['Phụ cấp công vụ (hệ số)', 'salary.publicService'],
    ['Thâm niên nghề (năm)', 'salary.profession'],
    ['Số năm đóng BHXH (tháng)', 'insurance.years'],
    ['Số năm đóng BHXH (tổng số tháng)', 'insurance.years'],
    ['Số năm đóng BHXH (ngày)', 'insurance.years'],
    ['Số tháng lẻ đóng BHXH (năm)', 'insurance.months'],
    ['Ngày sinh (MM/dd/yyyy)', 'person.birth'],
    ['Ngày sinh (tháng/ngày/năm)', 'person.birth'],
    ['Ngày sinh (yyyy-dd-MM)', 'person.birth'],
    ['Ngày sinh (âm lịch)', 'person.birth'],
    ['Ngày nghỉ (mm-dd-yyyy)', 'leaving.date'],
  ])('refuses the file at "%s"', (heading, key) => {
    const [told, ...others] = issues([heading, ...headings()]).filter(({ code }) => code !== 'duplicate-column');
    expect(told).toMatchObject({ code: 'unit-in-heading', path: key });
    expect(told?.message).toContain('A1');
    expect(told?.message).toContain(heading);
    expect(others).toEqual([]);
  });

  it.each([
    ['Tiền lương tháng hiện hưởng (đồng)', 'salary.monthly'],
    ['Tiền lương tháng hiện hưởng (VNĐ/tháng)', 'salary.monthly'],
    ['Tiền lương tháng hiện hưởng (tháng 4 năm 2025)', 'salary.monthly'],
    ['Lương hợp đồng (theo hợp đồng lao động)', 'salary.contract'],
    ['Lương hợp đồng (gồm 2.340.000 đồng lương cơ sở)', 'salary.contract'],
    ['Phụ cấp chức vụ (hệ số)', 'salary.positionAllowance'],
    ['Phụ cấp chức vụ (nếu có)', 'salary.positionAllowance'],
    ['Hệ số lương (theo hợp đồng) (*)', 'salary.coefficient'],
    ['Hệ số lương (chưa nhân 2,34 triệu đồng)', 'salary.coefficient'],
    ['Phụ cấp công vụ (%)', 'salary.publicService'],
    ['Phụ cấp công vụ (tỷ lệ)', 'salary.publicService'],
    ['Số năm đóng BHXH (năm)', 'insurance.years'],
    ['Số năm đóng BHXH (tính đến tháng 4/2025)', 'insurance.years'],
    ['Số tháng lẻ đóng BHXH (tháng)', 'insurance.months'],
    ['Ngày sinh (dd/MM/yyyy)', 'person.birth'],
    ['Ngày sinh (ngày, tháng, năm)', 'person.birth'],
    ['Ngày sinh (tháng/năm hoặc ngày/tháng/năm)', 'person.birth'],
    ['Ngày sinh (yyyy-MM-dd)', 'person.birth'],
    ['Ngày nghỉ (từ ngày)', 'leaving.date'],
  ])('that agrees is passed over: "%s"', (heading, key) => {
    expect(issues([heading, ...headings()]).filter(({ code }) => code !== 'duplicate-column')).toEqual([]);
    const plain = PERSON.filter(([name]) => !heading.startsWith(name)).map(([name]) => name);
    expect(keys([heading, ...plain])).toContain(key);
  });

  it.each(
    CASE_KEYS.flatMap(({ key, title, aliases = [] }) => [title.vi, title.en, ...aliases].map((name) => [name, key])),
  )('never contradicts our own heading "%s"', (name, key) => {
    const told = issues([name, ...headings()]).filter((issue) => issue.path === key);
    expect(told.filter(({ code }) => code !== 'duplicate-column')).toEqual([]);
  });

  it('counts also in a row of its own and over the table', () => {
    const heads = headings({ 'Hệ số lương': 'Tiền lương tháng' });
    const under = heads.map((heading) => (heading === 'Tiền lương tháng' ? '(nghìn đồng)' : ''));
    expect(issues(heads, under, values)).toMatchObject([{ code: 'unit-in-heading', path: 'salary.monthly' }]);
    const bare = heads.map((heading) => (heading === 'Tiền lương tháng' ? 'triệu đồng' : ''));
    expect(issues(heads, bare, values)).toMatchObject([{ code: 'unit-in-heading' }]);
    for (const notice of [
      'Đơn vị tính: nghìn đồng',
      'Đơn vị tính nghìn đồng',
      'ĐVT: 1.000 đồng',
      '(Đơn vị: triệu đồng)',
    ]) {
      expect(issues(['DANH SÁCH'], ['', notice], heads, values), notice).toMatchObject([{ code: 'unit-notice' }]);
      expect(issues(['DANH SÁCH'], ['', notice], headings(), values), 'no column of money').toEqual([]);
    }
    expect(issues(['Đơn vị tính: đồng'], heads, values)).toEqual([]);
    expect(issues(['Đơn vị: Sở Nội vụ'], heads, values)).toEqual([]);
    const agreeing = heads.map((heading) => (heading === 'Tiền lương tháng' ? '(đồng)' : ''));
    expect(find(heads, agreeing, values)).toMatchObject({ ok: true, value: { row: 2, dataFrom: 3 } });
  });

  it('is told in both languages', () => {
    const rows = table(headings({ 'Hệ số lương': 'Tiền lương tháng (nghìn đồng)' }));
    const header = findHeader(rows, { lang: 'en' });
    expect(header.ok || header.issues[0]?.message).toBe(
      'Cell J1: the heading "Tiền lương tháng (nghìn đồng)" says "nghìn đồng", but the column Current monthly salary (salary.monthly) is read in đồng. Convert the values and correct the heading; if it is another column, rename it.',
    );
  });
});

describe('group headings', () => {
  const at = PERSON.findIndex(([heading]) => heading === 'Số năm đóng BHXH');
  const grouped = (group: string) => headings({ 'Số năm đóng BHXH': group, 'Số tháng lẻ đóng BHXH': '' });
  const parts = (years: string, months: string) =>
    headings().map((_, index) => (index === at ? years : index === at + 1 ? months : ''));

  it.each([
    ['Thời gian đóng BHXH', 'Số năm', 'Số tháng'],
    ['Thời gian đóng BHXH', 'Năm', 'Tháng'],
    ['Thời gian đóng BHXH', '(năm)', '(tháng)'],
    ['Thời gian đóng bảo hiểm xã hội', 'năm', 'tháng lẻ'],
    ['Thời gian tham gia BHXH', 'Số năm', 'Số tháng lẻ'],
    ['BHXH', 'năm', 'tháng'],
    ['Số năm đóng BHXH', 'Năm', 'Tháng'],
  ])('%s: %s | %s are years and months', async (group, years, months) => {
    const rows = [grouped(group), parts(years, months), values.map((value, index) => (index === at + 1 ? '7' : value))];
    const [line, ...others] = await lines(...rows);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ outcome: 'paid', case: { insurance: { years: 22, months: 7 } } });
  });

  it('whose months have no heading lose none of them', async () => {
    const rows = [grouped('Thời gian đóng BHXH'), values.map((value, index) => (index === at + 1 ? '7' : value))];
    const [line] = await lines(...rows);
    expect(line).toMatchObject({
      schema: 'nd178/refusal@1',
      issues: [{ code: 'cell-without-heading', cell: 'I2' }],
    });
    expect(JSON.stringify(line)).toContain('Số tháng lẻ đóng BHXH');
    const [whole] = await lines(
      rows[0] ?? [],
      values.map((value, index) => (index === at + 1 ? '' : value)),
    );
    expect(whole).toMatchObject({ outcome: 'paid', case: { insurance: { years: 22, months: 0 } } });
  });

  it('with sub-headings that are not understood refuse the file', () => {
    const heads = headings().flatMap((heading) => (heading === 'Ngày sinh' ? [heading, ''] : [heading]));
    const subs = heads.map((heading, index) =>
      heading === 'Ngày sinh' ? 'Cũ' : heads[index - 1] === 'Ngày sinh' ? 'Mới' : '',
    );
    const told = issues(['DANH SÁCH'], heads, subs, values);
    expect(told).toMatchObject([{ code: 'unclear-group', path: 'person.birth' }]);
    expect(told[0]?.message).toMatch(/"Cũ", "Mới" \(C3, D3\)/);
  });

  it('explained below say the same', () => {
    const under = (text: string) => headings().map((heading) => (heading === 'Ngày sinh' ? text : ''));
    for (const text of ['(ngày, tháng, năm sinh)', 'ngày, tháng, năm', 'dd/mm/yyyy']) {
      expect(find(headings(), under(text), values), text).toMatchObject({ ok: true, value: { row: 2, dataFrom: 3 } });
    }
    expect(issues(headings(), under('mm/dd/yyyy'), values)).toMatchObject([{ code: 'unit-in-heading' }]);
  });

  it('leave the rows of people, units and numbers alone', () => {
    const found = (...rows: readonly (readonly Cell[])[]) => {
      const header = find(headings(), ...rows);
      return header.ok && header.value.dataFrom;
    };
    expect(found(values)).toBe(2);
    expect(found(['I. Sở Nội vụ'], values)).toBe(2);
    expect(
      found(
        values.map(() => ''),
        values,
      ),
    ).toBe(2);
    expect(
      found(
        headings().map((_, index) => String(index + 1)),
        values,
      ),
    ).toBe(3);
    expect(found(values.map((value) => (value === '22' ? 'chưa rõ' : value)))).toBe(2);
  });

  it('are no titles: other columns keep their own names', () => {
    const header = find(['DANH SÁCH'], headings({}, 'Ghi chú', 'Đơn vị'), values);
    expect(header).toMatchObject({
      value: { row: 2, extras: [{ heading: 'Ghi chú' }, { heading: 'Đơn vị' }], unit: { heading: 'Đơn vị' } },
    });
  });
});

describe('a value without a heading', () => {
  it('behind the last heading refuses the row, for its cells may have moved', async () => {
    const heads = headings({}, 'Phụ cấp chức vụ', 'Phụ cấp công vụ');
    const moved = [...values.slice(0, -1), '4', '65', '0', '6', '25%'];
    const [line, right] = await lines(heads, moved, [...values, '0,6', '25%', '', ' ', null]);
    expect(line).toMatchObject({ issues: [{ code: 'cell-beyond-header', cell: 'M2', path: '' }] });
    expect(line && 'issues' in line && line.issues).toHaveLength(1);
    expect(right).toMatchObject({ outcome: 'paid' });
  });

  it('beside a column of one’s own is passed over', async () => {
    const [line] = await lines([...headings({}, 'Ghi chú', '', 'Số quyết định')], [...values, 'a', 'b', 'c']);
    expect(line).toMatchObject({ outcome: 'paid' });
  });
});

describe('a heading that looks like a key', () => {
  it.each([
    ['salary.positionAlowance', 'salary.positionAllowance'],
    ['insurance.month', 'insurance.months'],
    ['salery.coefficient', 'salary.coefficient'],
    ['Salary.Bonus', ''],
  ])('%s is refused', (heading, near) => {
    const [told, ...others] = issues(headings({}, heading));
    expect(others).toEqual([]);
    expect(told).toMatchObject({ code: 'unknown-key-column', path: 'header' });
    expect(told?.message).toContain(`K1`);
    expect(told?.message.includes('Có phải')).toBe(near !== '');
    expect(told?.message).toContain(near);
  });

  it.each(['P.Nội vụ', 'ghi.chú', 'TP. Huế', 'v.v.', 'result.total'])('%s is a column of its own', (heading) => {
    expect(issues(headings({}, heading))).toEqual([]);
  });

  it.each([
    ['HSPCCV', 'salary.positionAllowance'],
    ['Hệ số PCCV', 'salary.positionAllowance'],
    ['PC chức vụ', 'salary.positionAllowance'],
    ['Phụ cấp chức vụ lãnh đạo', 'salary.positionAllowance'],
    ['PC TNVK', 'salary.overFrame'],
    ['Vượt khung', 'salary.overFrame'],
    ['PC công vụ', 'salary.publicService'],
    ['PC ưu đãi', 'salary.preferential'],
    ['PC Đảng đoàn thể', 'salary.party'],
    ['PC Đảng, đoàn thể', 'salary.party'],
    ['HS lương', 'salary.coefficient'],
    ['Hệ số lương hiện hưởng', 'salary.coefficient'],
  ])('the usual heading %s is %s', (heading, key) => {
    expect(keys([...headings().slice(0, -1), heading])).toContain(key);
  });
});

describe('columns that are not used', () => {
  const notes = (...more: readonly string[]) => {
    const header = find(headings({}, ...more));
    if (!header.ok) throw new Error(header.issues[0]?.message);
    return unusedColumns(header.value);
  };

  it('are told, apart from those that number rows or name the unit', () => {
    expect(notes('STT', 'Mã hồ sơ', 'Đơn vị')).toEqual([]);
    expect(notes('Ghi chú', 'Số lượng')).toEqual([
      {
        code: 'columns-not-used',
        vi: 'Cột không dùng để tính: "Ghi chú", "Số lượng".',
        en: 'Columns not used: "Ghi chú", "Số lượng".',
      },
    ]);
  });

  it.each(['Phụ cấp khu vực', 'PC khác', 'Hệ số bảo lưu', 'PC thu hút', 'he so khac', 'Lương cơ sở', 'Năm BHXH BB'])(
    'and look like pay are told as such: %s',
    (heading) => {
      const [told, others] = notes(heading, 'Ghi chú');
      expect(told?.vi).toMatch(`KHÔNG được dùng để tính: "${heading}". Nếu cần tính`);
      expect(told?.en).toContain(`NOT used: "${heading}"`);
      expect(others?.vi).toBe('Cột không dùng để tính: "Ghi chú".');
    },
  );

  it.each(['Số lượng', 'Chất lượng', 'Ghi chú', 'Đảng viên', 'Hồ sơ', 'PCCC'])('and do not: %s', (heading) => {
    expect(looksLikePay(heading)).toBe(false);
  });

  it('are shown up to a number', () => {
    const [told] = notes(...Array.from({ length: 25 }, (_, at) => `Cột ${at}`));
    expect(told?.vi).toContain('"Cột 19" và 5 cột khác.');
    expect(told?.en).toContain('"Cột 19" and 5 more.');
  });
});

describe('months beside years', () => {
  const line = async (years: string, months: string, heads = headings()) => {
    const row = values.map((value, at) =>
      heads[at] === 'Số năm đóng BHXH' ? years : heads[at] === 'Số tháng lẻ đóng BHXH' ? months : value,
    );
    return (await lines(heads, row))[0];
  };

  it.each([
    ['22', '0', 264],
    ['22', '11', 275],
    ['0', '267', 267],
  ])('%s years and %s months are %i months', async (years, months, all) => {
    const read = await line(years, months);
    expect(read).toMatchObject({ schema: 'nd178/result@1' });
    const { insurance } = (read as unknown as { case: { insurance: { years: number; months: number } } }).case;
    expect(insurance.years * 12 + insurance.months).toBe(all);
  });

  it.each([
    ['22', '12', 'ghi 1 năm và 0 tháng lẻ'],
    ['22', '267', 'ghi 22 năm và 3 tháng lẻ'],
  ])('%s years and %s months are refused', async (years, months, remedy) => {
    const read = await line(years, months);
    expect(read).toMatchObject({ issues: [{ code: 'months-beyond-year', path: 'insurance.months', cell: 'I2' }] });
    expect(JSON.stringify(read)).toContain(remedy);
  });

  it('counts for every part of the time', async () => {
    const heads = headings({}, 'Số năm đóng BHXH khu vực công', 'Số tháng lẻ đóng BHXH khu vực công');
    expect((await lines(heads, [...values, '20', '240']))[0]).toMatchObject({
      issues: [{ code: 'months-beyond-year', path: 'insurance.publicSector.months', cell: 'L2' }],
    });
  });

  it('in one cell are read where they say which is which', async () => {
    expect(await line('22 năm 3 tháng', '')).toMatchObject({ case: { insurance: { years: 22, months: 3 } } });
    expect(await line('22 năm 3 tháng', '4')).toMatchObject({ issues: [{ code: 'months-twice', cell: 'I2' }] });
  });

  it('in one cell are told where they belong', async () => {
    expect(JSON.stringify(await line('22-03', ''))).toContain(
      'Ghi số năm vào \\"Số năm đóng BHXH\\" và số tháng lẻ (0 đến 11) vào \\"Số tháng lẻ đóng BHXH\\"',
    );
  });
});

describe('a workbook of several sheets', () => {
  const file = testFolder();
  const book = (name: string, ...sheets: readonly (readonly (readonly string[])[])[]): string => {
    const made = XLSX.utils.book_new();
    sheets.forEach((rows, at) => {
      XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), `T${at + 1}`);
    });
    return file(name, XLSX.write(made, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
  };
  const right = [headings(), values];
  const scaled = [headings({ 'Hệ số lương': 'Tiền lương tháng (nghìn đồng)' }), values];

  it('passes over none whose header has a fault', async () => {
    const both = await command('batch', book('both.xlsx', right, scaled), '-o', '-', '--to', 'ndjson');
    expect(both.code).toBe(3);
    expect(both.err).toContain('T1, T2');
    const chosen = await command(
      'batch',
      book('one.xlsx', right, scaled),
      '-o',
      '-',
      '--to',
      'ndjson',
      '--sheet',
      'T1',
    );
    expect(chosen.code).toBe(0);
  });

  it('passes over those that hold no cases, and tells the fault of the only one that does', async () => {
    const note = [['Hướng dẫn'], ['Họ và tên', 'Ngày sinh']];
    expect((await command('batch', book('note.xlsx', note, right), '-o', '-', '--to', 'ndjson')).code).toBe(0);
    const faulty = await command('batch', book('faulty.xlsx', note, scaled), '-o', '-', '--to', 'ndjson');
    expect(faulty.code).toBe(3);
    expect(faulty.err).toContain('(nghìn đồng)');
  });
});

describe('headings with words that say nothing more', () => {
  it.each([
    ['Hệ số lương', 'Hệ số lương đang hưởng', 'salary.coefficient'],
    ['Hệ số lương', 'HS lương hiện hưởng', 'salary.coefficient'],
    ['Hệ số lương', 'Lương (hệ số)', 'salary.coefficient'],
    ['Hệ số lương', 'Mức lương (hệ số)', 'salary.coefficient'],
    ['Hệ số lương', 'Hệ số lương theo ngạch', 'salary.coefficient'],
    ['Số năm đóng BHXH', 'Số năm đóng BHXH tính đến thời điểm nghỉ', 'insurance.years'],
    ['Số năm đóng BHXH', 'Thời gian tham gia BHXH bắt buộc', 'insurance.years'],
    ['Ngày sắp xếp', 'Ngày có hiệu lực sắp xếp', 'leaving.reorganisation'],
    ['Ngày sắp xếp', 'Thời điểm sáp nhập, giải thể đơn vị', 'leaving.reorganisation'],
    ['Ngày nghỉ', 'Thời điểm nghỉ hưu, thôi việc', 'leaving.date'],
    ['Họ và tên', 'Họ và tên người nghỉ', 'person.name'],
  ])('%s as "%s"', (name, heading, key) => expect(keys(headings({ [name]: heading }))).toContain(key));

  it.each([
    ['% công vụ', 'salary.publicService'],
    ['Tỷ lệ phụ cấp công vụ (%)', 'salary.publicService'],
    ['% TNVK hiện hưởng', 'salary.overFrame'],
  ])('"%s" is %s', (heading, key) => expect(keys(headings({}, heading))).toContain(key));

  it('never of something else: an old coefficient, a rate of a coefficient', () => {
    for (const heading of ['Hệ số lương cũ', 'Hệ số lương mới', '% phụ cấp chức vụ', 'Tỷ lệ hệ số lương'])
      expect(keys(headings({}, heading)), heading).toEqual(keys(headings()));
  });
});
