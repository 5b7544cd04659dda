import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { docxWords } from '../support/docx.ts';
import { nd178 } from './fake-host.ts';

const LIST = `id;Họ và tên;person.unit;person.sex;person.birth;person.group;leaving.route;leaving.date;leaving.reorganisation;insurance.years;salary.coefficient;salary.positionAllowance;salary.publicService
A;Trần Văn A;Phòng Một;nam;15/01/1966;công chức;early-retirement;01/05/2025;01/03/2025;22;4,65;0,6;25%
B;Trần Văn B;Phòng Hai;nam;15/02/1966;công chức;early-retirement;01/05/2025;01/03/2025;22;4,65;0,6;25%
C;Trần Văn C;Phòng Hai;nam;32/01/1966;công chức;early-retirement;01/05/2025;01/03/2025;22;4,65;0,6;25%
`;

describe('the papers of a list', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nd178-papers-list-'));
    writeFileSync(at('ds.csv'), LIST);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are one DOCX: the estimate by unit with its sums, a sheet for each person, a page for who is refused', async () => {
    const ran = await nd178(['papers', at('ds.csv'), '-o', at('all.docx')]);
    expect([ran.code, ran.out]).toEqual([4, '']);
    expect(ran.err).toContain('giấy tờ của 3 người, trong đó 1 bị từ chối');
    const words = docxWords(readFileSync(at('all.docx')));
    const [list = '', ...sheets] = words.split('Bảng tính chế độ nghỉ hưu trước tuổi');
    expect(sheets).toHaveLength(2);
    const { total: one } = JSON.parse((await nd178(['calc', 'examples/cv-1814-c.yaml', '--format', 'json'])).out) as {
      total: string;
    };
    expect(one).toBe('744778125');
    for (const said of [
      'Danh sách và dự toán kinh phí',
      'Cộng Phòng Một',
      'Cộng Phòng Hai',
      'Tổng cộng (đồng)',
      '744.778.125',
      'Bằng chữ: ',
    ])
      expect(list).toContain(said);
    expect(sheets.at(-1)).toContain('E4');
    expect(sheets.at(-1)).toContain('32/01/1966');
  });

  it('tell of each person where the money comes from: what the list says, else the office', async () => {
    const [head = '', a = '', b = ''] = LIST.split('\n');
    writeFileSync(at('ds-nguon.csv'), `${head};Nguồn kinh phí\n${a};own-revenue\n${b};\n`);
    const ran = await nd178(['papers', at('ds-nguon.csv'), '-o', at('nguon.docx'), '--office', 'o.yaml'], {
      files: { 'o.yaml': 'funding: state-budget\n' },
    });
    expect([ran.code, ran.out]).toEqual([0, '']);
    const words = docxWords(readFileSync(at('nguon.docx')));
    const [list = '', ...sheets] = words.split('Bảng tính chế độ nghỉ hưu trước tuổi');
    expect(list.match(/nguồn thu sự nghiệp của đơn vị|ngân sách nhà nước/g)).toEqual([
      ...['nguồn thu sự nghiệp của đơn vị', 'ngân sách nhà nước'],
      // The estimate by month: one line of each source.
      ...['nguồn thu sự nghiệp của đơn vị', 'ngân sách nhà nước'],
    ]);
    expect(list).not.toContain('Nguồn kinh phí để trống');
    expect(sheets[0]).toContain('Nguồn kinh phí: nguồn thu sự nghiệp của đơn vị.');
    expect(sheets[1]).toContain('Nguồn kinh phí: ngân sách nhà nước.');
  });

  it('are a file for each person in a folder, named safely', async () => {
    await nd178(['papers', at('ds.csv'), '-o', at('out'), '--quiet']);
    expect(readdirSync(at('out')).sort()).toEqual([
      '1-tran-van-a.docx',
      '2-tran-van-b.docx',
      '3-c.docx',
      'danh-sach-du-toan.docx',
      'danh-sach-du-toan.xlsx',
    ]);
    expect(docxWords(readFileSync(at('out/1-tran-van-a.docx')))).toContain('Trần Văn A');
  });

  it('are, with --list, the list and the estimate alone: a workbook of real numbers, or a DOCX of the same', async () => {
    for (const name of ['list.xlsx', 'list.docx'])
      expect((await nd178(['papers', at('ds.csv'), '--list', '-o', at(name), '--quiet'])).code).toBe(4);
    const { sheets } = await readXlsx(readFileSync(at('list.xlsx')));
    const [list, estimate] = sheets.map(({ rows }) => rows.map((row) => row.filter((cell) => cell !== null)));
    expect(list).toContainEqual(expect.arrayContaining([1, 'Trần Văn A', 'Phòng Một', 15356250, 30, 22, 744778125]));
    const sum = (label: string): unknown =>
      list
        ?.find((row) => row.includes(label))
        ?.filter(Number)
        .at(-1);
    expect(['Cộng Phòng Hai', 'Tổng cộng'].map(sum)).toEqual([798525000, 1543303125]);
    expect(estimate).toContainEqual(expect.arrayContaining(['05/2025', 'công chức', 2, 1543303125]));
    expect(estimate).toContainEqual(expect.arrayContaining(['Cộng quý II/2025', 2, 1543303125]));
    expect(estimate).toContainEqual(expect.arrayContaining(['Phòng Một', 1, 744778125]));
    const words = docxWords(readFileSync(at('list.docx')));
    for (const said of ['Dự toán theo tháng/quý', 'Cộng quý II/2025', 'quỹ hưu trí', '1.543.303.125'])
      expect(words).toContain(said);
    expect(words).not.toContain('Bảng tính chế độ');
  });

  it('say where they can be written', async () => {
    const ran = await nd178(['papers', at('ds.csv'), '-o', at('all.odt')]);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('thư mục')]);
  });
});
