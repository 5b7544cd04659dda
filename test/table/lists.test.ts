import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, rowsOf, testFolder } from '../support/table.ts';
import { batchTable } from '../../src/batch.ts';
import { cellText, type TableRow } from '../../src/table/cell.ts';

const file = testFolder();
const fixture = (name: string): string => join(import.meta.dirname, '../faults/list', name);

interface Line {
  readonly schema: string;
  readonly id?: string;
  readonly row?: number;
  readonly outcome?: string;
  readonly total?: string;
  readonly extra?: Readonly<Record<string, string>>;
  readonly case: {
    readonly person: { readonly name: string; readonly sex: string; readonly birth: string; readonly unit?: string };
    readonly insurance: { readonly years: number; readonly months: number };
    readonly leaving: { readonly route: string };
    readonly salary: Readonly<Record<string, unknown>>;
  };
  readonly issues?: readonly { readonly code: string; readonly cell?: string; readonly message: string }[];
}

async function read(path: string, ...more: string[]): Promise<{ code: number; err: string; lines: Line[] }> {
  const to = file('out.ndjson');
  const { code, err } = await command('batch', path, '-o', to, ...more);
  const lines = [0, 4].includes(code) ? readFileSync(to, 'utf8').trimEnd().split('\n') : [];
  return { code, err, lines: lines.map((line) => JSON.parse(line) as Line) };
}

const csv = (...rows: string[]): string => file('list.csv', rows.join('\n') + '\n');
const HEAD = 'Họ và tên,GT,Ngày sinh,Đối tượng,Chế độ,Ngày nghỉ,Ngày sắp xếp,Thời gian đóng BHXH (năm-tháng),HSL';
const PERSON = 'nam,15/01/1966,CC,hưu,01/05/2025,01/03/2025';

/** What stands under the heading of what was not read, in the first sheet of a workbook of results. */
function notRead(summary: readonly TableRow[]): string {
  const texts = summary.map(({ cells }) => cells.map(cellText).join(' ').trim());
  const [from, to] = ['Phần không đọc', 'Kinh phí theo đơn vị'].map((one) =>
    texts.findIndex((text) => text.startsWith(one)),
  );
  return texts.slice((from ?? 0) + 1, to).join(' ');
}

describe('lists as people have them', () => {
  it.each(['unit-headings-two-row-header', 'years-months-in-words', 'sex-ticks'])(
    '%s: 60 people, units from the headings, one refused',
    async (name) => {
      const { lines, err } = await read(fixture(`${name}.xlsx`));
      expect(lines).toHaveLength(60);
      expect(lines.filter(({ outcome }) => outcome !== 'paid' && outcome !== 'nothing')).toHaveLength(1);
      const units = new Set(lines.flatMap(({ case: one }) => (one as Line['case'] | undefined)?.person.unit ?? []));
      expect([...units].slice(0, 2)).toEqual(['Sở Nội vụ', 'Sở Nông nghiệp và Môi trường']);
      expect(units.size).toBe(6);
      expect(lines[0]?.case.person).toMatchObject({ name: 'Phan Bá Tuấn', sex: 'male' });
      expect(lines[1]?.case).toMatchObject({ person: { sex: 'female' }, insurance: { years: 26, months: 0 } });
      expect(lines[0]?.case.insurance).toMatchObject({ years: 26, months: 1 });
      expect(err).toContain('9 hàng không phải người nên bỏ qua');
      expect(err).toContain('10, 21, 32, 43, 54, 65; hàng cộng: 76; ngày lập, chữ ký: 78–79');
    },
  );

  it('all three say the same of everybody', async () => {
    const names = ['unit-headings-two-row-header', 'years-months-in-words', 'sex-ticks'];
    const all: Line[][] = [];
    for (const name of names) all.push((await read(fixture(`${name}.xlsx`))).lines);
    const totals = all.map((lines) => lines.map(({ total }) => total ?? ''));
    expect(totals[1]).toEqual(totals[0]);
    expect(totals[2]).toEqual(totals[0]);
  });

  it('abbreviations are read; 25 without its sign stays a question', async () => {
    const { lines } = await read(fixture('abbreviations.xlsx'));
    expect(lines).toHaveLength(12);
    expect(lines.filter(({ outcome }) => outcome === 'paid')).toHaveLength(4);
    const codes = lines.flatMap(({ issues = [] }) => issues.map(({ code }) => code));
    expect(new Set(codes)).toEqual(new Set(['ambiguous-percent']));
    expect(codes).toHaveLength(8);
  });

  it('money in a column of per cents is told as such', async () => {
    const { lines } = await read(fixture('money-in-percent-column.xlsx'));
    expect(lines[1]?.issues).toMatchObject([{ code: 'not-a-percent', cell: 'L3' }]);
    expect(lines[1]?.issues?.[0]?.message).not.toContain('3071250%');
    expect(lines[1]?.issues?.[0]?.message).toContain('ô K3 "Phụ cấp chức vụ" cũng ghi số tiền');
  });
});

describe('several sheets', () => {
  const path = fixture('two-sheets.xlsx');

  it('have to be chosen, and the way to read all of them is told', async () => {
    const { code, err } = await read(path);
    expect(code).toBe(3);
    expect(err).toContain('--all-sheets');
  });

  it('that are not read are told with their rows, in the summary too', async () => {
    const { err, lines } = await read(path, '--sheet', '1');
    expect(lines).toHaveLength(60);
    expect(err).toContain('Trang tính KHÔNG được đọc: "Sở Y tế" (76 hàng).');
    const to = file('one.xlsx');
    await command('batch', path, '-o', to, '--sheet', '1', '--quiet');
    const summary = await rowsOf(readFileSync(to), 'Tóm tắt');
    expect(notRead(summary)).toContain('"Sở Y tế" (76 hàng)');
  });

  it('are all read with --all-sheets, each cell with its sheet', async () => {
    const { lines, err } = await read(path, '--all-sheets');
    expect(lines).toHaveLength(120);
    expect(lines.map(({ extra }) => extra?.['Trang tính']).slice(58, 62)).toEqual([
      ...['Sở Nội vụ', 'Sở Nội vụ', 'Sở Y tế', 'Sở Y tế'],
    ]);
    expect(err).toContain('"Sở Nội vụ" H47');
    const to = file('all.xlsx');
    await command('batch', path, '-o', to, '--all-sheets', '--quiet');
    const refused = await rowsOf(readFileSync(to), 'Từ chối');
    expect(refused.slice(1).map(({ cells }) => cellText(cells[3]))).toEqual(['Sở Nội vụ!H47', 'Sở Y tế!H47']);
    expect((await read(path, '--all-sheets', '--sheet', '1')).code).toBe(2);
  });
});

describe('rows that are nobody', () => {
  it.each([
    ['a row that numbers the columns behind letters', 'A,B,1,2,3,4,5,6,7'],
    ['the sum carried to the next page', 'Lũy kế,,,,,,,,12'],
    ['the sum carried from the page before', 'Mang sang,,,,,,,,12'],
    ['a running sum', 'Cộng dồn,,,,,,,,'],
  ])('%s', async (_name, row) => {
    const { code, lines } = await read(csv(HEAD, row, `A,${PERSON},28-07,"4,65"`));
    expect([code, lines.length]).toEqual([0, 1]);
  });
});

describe('values of lists', () => {
  it.each([
    ['28-07', 28, 7],
    ['28/07', 28, 7],
    ['28 năm 7 tháng', 28, 7],
    ['20 năm', 20, 0],
    ['từ 01/9/1995', 29, 8],
    ['Từ tháng 9/1995 đến nay', 29, 8],
    ['Từ tháng 9 năm 1995', 29, 8],
    ['28 năm lẻ 7 tháng', 28, 7],
    ['tu 9/1995', 29, 8],
  ])('%s under "năm-tháng" is %i years %i months', async (text, years, months) => {
    for (const form of ['NFC', 'NFD'] as const) {
      const { lines } = await read(csv(HEAD, `A,${PERSON},${text.normalize(form)},"4,65"`));
      expect(lines[0]?.case.insurance, form).toMatchObject({ years, months });
    }
  });

  it.each(['năm, tháng', 'năm tháng', 'số năm; số tháng', '... năm ... tháng', 'năm và tháng lẻ'])(
    'under "%s" too: years alone, years and months, never 28,7',
    async (hint) => {
      const head = HEAD.replace('Thời gian đóng BHXH (năm-tháng)', `"Thời gian đóng BHXH (${hint})"`);
      for (const [text, expected] of [
        ['28 năm 7 tháng', { years: 28, months: 7 }],
        ['28', { years: 28 }],
      ] as const) {
        const { lines } = await read(csv(head, `A,${PERSON},${text},"4,65"`));
        expect(lines[0]?.case?.insurance, text).toMatchObject(expected);
      }
      const { lines } = await read(csv(head, `A,${PERSON},"28,7","4,65"`));
      expect(lines[0]?.issues).toMatchObject([{ code: 'fraction-of-years' }]);
    },
  );

  it.each([
    // Both count April 2025, the month before leaving: the insurance book writes the first and the last month.
    ['từ 5/2003 đến 4/2025', 22, 0],
    ['Từ tháng 5/2003 đến tháng 4/2025', 22, 0],
    ['5/2003 - 4/2025', 22, 0],
    ['05/2003–04/2025', 22, 0],
    ['từ T5/2003 đến T4/2025', 22, 0],
    ['từ 01/5/2003 đến 30/4/2025', 22, 0],
    ['từ ngày 01/5/2003 đến ngày 01/5/2025', 22, 0],
    ['từ 01/5/2003 đến hết tháng 4 năm 2025', 22, 0],
    ['9/1995 đến nay', 29, 8],
  ])('%s is %i years %i months for who leaves on 01/5/2025', async (text, years, months) => {
    const { lines } = await read(csv(HEAD, `A,${PERSON},${text},"4,65"`));
    expect(lines[0]?.case?.insurance).toMatchObject({ years, months });
  });

  it.each([
    ['từ 5/2003 đến 5/2025', '22 năm 1 tháng', '22 năm 0 tháng'],
    ['từ 5/2003 đến 3/2025', '21 năm 11 tháng', '21 năm 10 tháng'],
    ['từ 01/5/2003 đến 02/5/2025', '22 năm 1 tháng', '22 năm 0 tháng'],
  ])('%s may be %s or %s, and is refused with both', async (text, one, other) => {
    const { lines } = await read(csv(HEAD, `A,${PERSON},${text},"4,65"`));
    expect(lines[0]?.issues).toMatchObject([{ code: 'span-of-months', cell: 'H2' }]);
    expect(lines[0]?.issues?.[0]?.message).toContain(`nếu tính cả tháng cuối là ${one}, nếu không là ${other}`);
  });

  it.each(['từ 5/2025 đến 4/2003', 'từ 13/2003 đến 4/2025', '5/2003', 'từ 5/2003 đến 4/25'])(
    '%s: no time',
    async (text) => {
      const { lines } = await read(csv(HEAD, `A,${PERSON},${text},"4,65"`));
      expect(lines[0]?.issues).toMatchObject([{ code: 'duration-in-years' }]);
    },
  );

  it.each(['28-12', '28.7', 'từ 31/02/1995', 'từ 01/9/2030'])('%s is refused', async (text) => {
    const { lines } = await read(csv(HEAD, `A,${PERSON},${text},"4,65"`));
    expect(lines[0]?.schema).toBe('nd178/refusal@1');
  });

  it('28-07 is still refused where the heading does not settle it', async () => {
    const { lines } = await read(csv(HEAD.replace(' (năm-tháng)', ''), `A,${PERSON},28-07,"4,65"`));
    expect(lines[0]?.issues).toMatchObject([{ code: 'duration-in-years' }]);
  });

  it('steps and over-frame carry their names', async () => {
    const head = HEAD.replace('HSL', 'Loại ngạch (bảng lương),Bậc,TNVK (%)');
    const { lines } = await read(csv(head, `A,${PERSON},28-07,A1,bậc 9/9,VK 8%`, `B,${PERSON},28-07,A1,10/9,8%`));
    expect(lines[0]?.case.salary).toMatchObject({ overFrame: '8%' });
    expect(lines[1]?.issues).toMatchObject([{ code: 'not-a-number' }]);
  });

  it('a step beside the coefficient says nothing more, and is told as not used', async () => {
    const head = HEAD.replace('HSL', 'Ngạch,Bậc,Hệ số');
    const { lines, err } = await read(
      csv(head, `A,${PERSON},28-07,01.003,9/9,"4,98"`, `B,${PERSON},28-07,01.003,"9, VK","4,98"`),
    );
    expect(lines.map(({ case: one }) => one.salary)).toMatchObject([{ coefficient: '4.98' }, { coefficient: '4.98' }]);
    expect(err).toContain('Cột không dùng để tính: "Ngạch", "Bậc".');
    const set = await read(
      csv(head.replace('Hệ số', 'x'), `A,${PERSON},28-07,01.003,9/9,`),
      '--set',
      'salary.scale=A1',
    );
    expect(set.lines[0]?.case.salary).toMatchObject({ scale: 'A1', step: 9 });
    const own = await read(csv(head.replace('Bậc', 'salary.step'), `A,${PERSON},28-07,01.003,9,"4,98"`));
    expect(own.lines[0]?.issues?.map(({ code }) => code)).toContain('salary-twice');
  });

  it('a bare "Hệ số" is of what stands above it', async () => {
    const head = (...groups: string[]): [string, string] => {
      const [above, below] = [
        HEAD.split(',').slice(0, -1),
        HEAD.split(',')
          .slice(0, -1)
          .map(() => ''),
      ];
      return [
        [...above, ...groups.flatMap((one) => [one, ''])].join(','),
        [...below, ...groups.flatMap(() => ['Hệ số', 'Thành tiền'])].join(','),
      ];
    };
    const { lines, err } = await read(
      csv(
        ...head('Tiền lương', 'Phụ cấp chức vụ', 'Phụ cấp khu vực'),
        `A,${PERSON},28-07,"4,98",11653200,"0,3",702000,"0,5",1170000`,
      ),
    );
    expect(lines[0]?.case.salary).toMatchObject({ coefficient: '4.98', positionAllowance: '0.3' });
    expect(err).toContain('"Phụ cấp khu vực Hệ số"');
  });

  it.each([
    ['Họ và tên', 'Họ và tên người hưởng'],
    ['GT', 'Giới'],
    ['Ngày nghỉ', 'Thời điểm nghỉ hưu trước tuổi'],
    ['Ngày nghỉ', 'Nghỉ từ ngày'],
    ['Ngày nghỉ', 'Ngày, tháng, năm nghỉ'],
    ['Thời gian đóng BHXH (năm-tháng)', 'Tổng thời gian đóng BHXH (năm-tháng)'],
    ['Thời gian đóng BHXH (năm-tháng)', 'Thời gian công tác có đóng BHXH bắt buộc (năm-tháng)'],
    ['HSL', 'Hệ số'],
  ])('%s may be headed %s', async (heading, other) => {
    for (const form of [other, other.normalize('NFD'), other.toUpperCase()]) {
      const { lines } = await read(
        csv(HEAD.replace(heading, form.includes(',') ? `"${form}"` : form), `A,${PERSON},28-07,"4,65"`),
      );
      expect(lines[0]).toMatchObject({ outcome: 'paid', case: { insurance: { years: 28, months: 7 } } });
    }
  });

  it.each([
    ['CC', 'civil-servant'],
    ['vc', 'public-employee'],
    ['HĐLĐ', 'contract-worker'],
    ['công chức xã', 'commune-civil-servant'],
    ['Không chuyên trách cấp xã', 'commune-part-time'],
    ['KCT thôn', 'village-part-time'],
    ['QNCN', 'professional-soldier'],
  ])('%s is %s', async (word, group) => {
    for (const form of [word, word.normalize('NFD'), word.toUpperCase()]) {
      const { lines } = await read(csv(HEAD, `A,${PERSON.replace('CC', form)},22-00,"4,65"`), '--law', 'nd178');
      const [line] = lines;
      const codes = line?.issues?.map(({ code }) => code) ?? [];
      expect(codes).not.toContain('unknown-word');
      expect(codes).not.toContain('ambiguous-word');
      if (line?.schema === 'nd178/result@1') expect(line.case.person).toMatchObject({ group });
    }
  });

  it.each(['KCT', 'CBCC xã'])('%s may be two groups, and both are named', async (word) => {
    const { lines } = await read(csv(HEAD, `A,${PERSON.replace('CC', word)},22-00,"4,65"`));
    expect(lines[0]?.issues).toMatchObject([{ code: 'ambiguous-word' }]);
  });
});

describe('combined columns', () => {
  const rest = 'Đối tượng,Chế độ,Ngày nghỉ,Ngày sắp xếp,Số năm BHXH,HSL';
  const values = 'công chức,nghỉ hưu trước tuổi,01/05/2025,01/03/2025,22,"4,65"';

  it('give the birth and the sex under Nam | Nữ, and a name in two pieces', async () => {
    const { lines } = await read(
      csv(
        `Họ và tên đệm,Tên,Năm sinh,,${rest}`,
        `,,Nam,Nữ,,,,,,`,
        `Trần Văn,A,15/01/1966,,${values}`,
        `Lê Thị,B,,1970,${values}`,
        `Lê Thị,C,1966,1970,${values}`,
        `Lê Thị,D,,,${values}`,
      ),
    );
    expect(lines.slice(0, 2).map(({ case: one }) => one.person)).toMatchObject([
      { name: 'Trần Văn A', sex: 'male', birth: '1966-01-15' },
      { name: 'Lê Thị B', sex: 'female', birth: '1970' },
    ]);
    // The sex stands in the same columns: it is no second fault.
    expect(lines.slice(2).map(({ issues = [] }) => issues.map(({ code }) => code))).toEqual([
      ['two-births'],
      ['no-birth'],
    ]);
  });

  it.each(['x', 'X', '✓', '1'])('take %s as a tick, with or without "Giới tính" above', async (tick) => {
    for (const head of [
      `Họ và tên,Nam,Nữ,Ngày sinh,${rest}`,
      `Họ và tên,Giới tính Nam,Giới tính Nữ,Ngày sinh,${rest}`,
    ]) {
      const { lines } = await read(
        csv(
          head,
          `A,${tick},,15/01/1966,${values}`,
          `B,,${tick},15/01/1970,${values}`,
          `C,${tick},${tick},1966,${values}`,
          `D,,,1966,${values}`,
        ),
      );
      expect(lines.slice(0, 2).map(({ case: one }) => one.person.sex)).toEqual(['male', 'female']);
      expect(lines.slice(2).map(({ issues = [] }) => issues[0]?.code)).toEqual(['both-ticked', 'none-ticked']);
      expect(lines[2]?.issues?.[0]?.message).toContain('Nam');
    }
  });

  it('leave a list with a column of its own as it was', async () => {
    const { lines } = await read(csv(`Họ và tên,Giới tính,Nam,Nữ,Ngày sinh,${rest}`, `A,nữ,x,,15/01/1970,${values}`));
    expect(lines[0]?.case.person.sex).toBe('female');
    expect(lines[0]?.extra).toMatchObject({ Nam: 'x' });
  });
});

describe('units of headings', () => {
  it('reach the people of later parts, and an own unit wins', async () => {
    const head = `${HEAD},Đơn vị`;
    const one = (name: string, unit: string): string => `${name},${PERSON},22-00,"4,65",${unit}`;
    const many = Array.from({ length: 1200 }, (_, at) => one(`A${at}`, at === 7 ? 'Sở Z' : ''));
    const path = csv(head, 'I. Sở X,,,,,,,,,', ...many, 'II. Sở Y,,,,,,,,,', one('B', ''));
    const to = file('units.xlsx');
    await command('batch', path, '-o', to, '--quiet');
    const { lines } = await read(path);
    expect(lines[1199]?.case.person.unit).toBe('Sở X');
    expect(lines[1200]?.case.person.unit).toBe('Sở Y');
    const rows = await rowsOf(readFileSync(to), 'Tóm tắt');
    expect([
      ...new Set(
        rows
          .slice(rows.findIndex(({ cells }) => cellText(cells[1]) === 'Nội dung') + 1)
          .map(({ cells }) => cellText(cells[0])),
      ),
    ]).toEqual([...['Sở X', 'Sở Z', 'Sở Y', 'Toàn bộ']]);
  });
});

describe('a value for a whole list', () => {
  const head = 'Họ và tên,GT,Ngày sinh,Chế độ,Ngày nghỉ,Số năm BHXH,HSL';
  const row = (name: string): string => `${name},nam,15/01/1966,hưu,01/05/2025,22,"4,65"`;

  it('is asked for once, and then given', async () => {
    const missing = await read(csv(head, row('A'), row('B')));
    expect(missing.code).toBe(3);
    expect(missing.err).toContain('--set person.group=civil-servant');
    const set = ['--set', 'person.group=công chức', '--set', 'leaving.reorganisation=01/03/2025'];
    const { lines } = await read(csv(head, row('A'), row('B')), ...set);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['paid', 'paid']);
  });

  it('is asked for once where every row lacks the day of the reorganisation', async () => {
    const group = ['--set', 'person.group=CC'];
    const every = await read(csv(head, row('A'), row('B')), ...group);
    expect(every.err.match(/--set leaving\.reorganisation=/g)).toHaveLength(1);
    const some = `${row('A')},01/03/2025`;
    const one = await read(csv(`${head},Ngày sắp xếp`, some, `${row('B')},`), ...group);
    expect(one.err).not.toContain('--set leaving.reorganisation');
  });

  it('leaves a row that says otherwise, and fills blank cells', async () => {
    const set = ['--set', 'person.group=VC', '--set', 'leaving.reorganisation=01/03/2025'];
    const { lines } = await read(
      csv(`${head},Đối tượng`, `${row('A')},công chức`, `${row('B')},`, `${row('C')},cong chu`),
      ...set,
    );
    expect(lines.slice(0, 2).map(({ case: one }) => one.person)).toMatchObject([
      { group: 'civil-servant' },
      { group: 'public-employee' },
    ]);
    expect(lines[2]?.issues?.[0]?.code).toBe('unknown-word');
  });

  it('is told where a title says it', async () => {
    const set = ['--set', 'leaving.reorganisation=01/03/2025'];
    const { lines, err } = await read(csv('DANH SÁCH VIÊN CHỨC NGHỈ HƯU TRƯỚC TUỔI', head, row('A')), ...set);
    expect(lines[0]?.case.person).toMatchObject({ group: 'public-employee' });
    expect(err).toContain('viên chức (public-employee)');
    const wrong = await read(csv(head, row('A')), '--set', 'person.grup=CC');
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('"person.group"')]);
  });
});

describe('what was not read', () => {
  it('is said where it is read: hidden rows that were worked out, in the summary of the workbook too', async () => {
    const to = file('hidden.xlsx');
    const { err } = await command('batch', fixture('hidden-rows.xlsx'), '-o', to);
    expect(err).toContain('37 hàng ẩn (do lọc hoặc ẩn hàng) vẫn được tính: 3–39.');
    const summary = await rowsOf(readFileSync(to), 'Tóm tắt');
    expect(notRead(summary)).toContain('37 hàng ẩn');
  });

  it('is said of columns that nothing reads, in the workbook and by the library', async () => {
    const head = `${HEAD},Phụ cấp khu vực`;
    const path = csv(head, `A,${PERSON},22-00,"4,65",0.5`);
    const to = file('unused.xlsx');
    await command('batch', path, '-o', to, '--quiet');
    const summary = await rowsOf(readFileSync(to), 'Tóm tắt');
    expect(notRead(summary)).toContain('"Phụ cấp khu vực"');
    const told: string[] = [];
    const rows = [head.split(','), ['A', ...PERSON.split(','), '22-00', '4,65', '0.5'], ['Tổng cộng: 1 người']];
    const table = await batchTable(rows, { told: ({ vi }) => told.push(vi) });
    if (!table.ok) throw new Error(table.issues[0]?.message);
    for await (const line of table.value) expect(line.schema).toBe('nd178/result@1');
    expect(told.join(' ')).toMatch(/"Phụ cấp khu vực".*hàng cộng: 3/);
  });

  it('gets its value for the whole list from the library as from --set', async () => {
    const rows = [
      ['Họ và tên', 'GT', 'Ngày sinh', 'Chế độ', 'Ngày nghỉ', 'Số năm BHXH', 'HSL'],
      ['A', 'nam', '15/01/1966', 'hưu', '01/05/2025', '22', '4,65'],
    ];
    const set = ['person.group=công chức', 'leaving.reorganisation=01/03/2025'];
    const table = await batchTable(rows, { set });
    if (!table.ok) throw new Error(table.issues[0]?.message);
    for await (const line of table.value) expect(line).toMatchObject({ outcome: 'paid' });
    expect(await batchTable(rows, { set: ['person.grup=x'] })).toMatchObject({ ok: false });
  });
});
