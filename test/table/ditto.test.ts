import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { batchTable, type BatchLine } from '../../src/batch.ts';
import { CASE_KEYS } from '../../src/case/keys.ts';
import { annexesOf } from '../../src/law/annexes.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { dittoTest } from '../../src/table/ditto.ts';
import { command, rowsOf, testFolder } from '../support/table.ts';

const HEAD = [
  ...['Họ và tên', 'Giới tính', 'Ngày sinh', 'Nhóm đối tượng', 'Hình thức nghỉ', 'Ngày nghỉ', 'Ngày sắp xếp'],
  ...['Số năm đóng BHXH', 'Hệ số lương', 'Đơn vị'],
];
const PERSON = [
  ...['Nguyễn Văn An', 'Nam', '15/01/1966', 'Công chức', 'Nghỉ hưu trước tuổi', '01/05/2025', '01/03/2025'],
  ...['22', '4,65', 'Sở A'],
];
/** The columns whose values people share. */
const SHARED = ['Giới tính', 'Nhóm đối tượng', 'Hình thức nghỉ', 'Ngày nghỉ', 'Ngày sắp xếp', 'Đơn vị'];
const marks = annexesOf(builtinLaw()).writing?.ditto ?? [];

async function worked(...rows: readonly (readonly string[])[]): Promise<{ lines: BatchLine[]; notes: string[] }> {
  const notes: string[] = [];
  const found = await batchTable([HEAD, ...rows], { told: ({ code, vi }) => notes.push(`${code}: ${vi}`) });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  const lines: BatchLine[] = [];
  for await (const line of found.value) lines.push(line);
  return { lines, notes };
}

const issuesOf = (line: BatchLine | undefined): string[] =>
  line && 'issues' in line ? line.issues.map(({ code, cell }) => `${cell} ${code}`) : [];

/** A second person, with a text under one heading. */
const second = (heading: string, text: string): string[] =>
  ['Trần Văn Bình', ...PERSON.slice(1)].map((cell, at) => (HEAD[at] === heading ? text : cell));

describe('cells of a list that say "như trên"', () => {
  it.each(SHARED)('%s: the value of the person above', async (heading) => {
    for (const mark of marks) {
      const [own, ditto] = [second(heading, PERSON[HEAD.indexOf(heading)] ?? ''), second(heading, mark)];
      const [one, other] = [(await worked(PERSON, own)).lines[1], (await worked(PERSON, ditto)).lines[1]];
      expect(other, mark).toEqual(one);
      expect(other).toMatchObject({ outcome: 'paid', case: { person: { unit: 'Sở A' } } });
    }
  });

  it.each(HEAD.filter((heading) => !SHARED.includes(heading)))('%s: refused, being of one person', async (heading) => {
    const { lines } = await worked(PERSON, second(heading, 'nt'));
    const cell = `${'ABCDEFGHIJ'[HEAD.indexOf(heading)]}3`;
    expect(issuesOf(lines[1])).toEqual([`${cell} ditto-of-own`]);
  });

  it.each(['”', '“', "''", '″', '〃', '-"-', '– nt –', 'Như trên.', 'NHU TREN', 'nt.'])('%s says so', (mark) => {
    expect(dittoTest(marks)(mark)).toBe(true);
  });

  it.each(['', ' ', '-', 'n', 'nts', 'Nt. Hoa', 'trên', '/', null, true])('%s does not', (cell) => {
    expect(dittoTest(marks)(cell)).toBe(false);
  });

  it('goes on over several people, a heading and a total; the first has nobody above', async () => {
    const of = (name: string): string[] => second('Ngày nghỉ', 'nt').with(0, name);
    const { lines, notes } = await worked(of('Lê A'), PERSON, of('Lê B'), ['II. Phòng B'], ['Cộng'], of('Lê C'));
    expect(lines.map((line) => ('outcome' in line ? line.case.leaving.date : issuesOf(line)))).toEqual([
      ['F2 ditto-alone'],
      ...['2025-05-01', '2025-05-01', '2025-05-01'],
    ]);
    expect(notes).toContain('as-above: 2 hàng có ô ghi "như trên" (nt, "): lấy giá trị của người ở hàng trên: 4, 7.');
  });

  it('a blank or unreadable cell above gives nothing', async () => {
    const { lines } = await worked(
      second('Ngày sắp xếp', ''),
      second('Ngày sắp xếp', 'nt'),
      second('Ngày sắp xếp', 'nt'),
    );
    expect(lines.slice(1).map(issuesOf)).toEqual([['G3 ditto-alone'], ['G4 ditto-alone']]);
  });

  it('no key of a time, an amount or an identity is shared', () => {
    const own = CASE_KEYS.filter(({ type }) => /^(?:birth|age|count|decimal|percent|dong)$/.test(type));
    expect(own.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['person.birth', 'insurance.years', 'salary.monthly']),
    );
  });
});

describe('the command line', () => {
  const file = testFolder();

  it.each([1, 2])('says which rows hold such cells, over %i threads', async (threads) => {
    const rows = [
      HEAD,
      PERSON,
      ...Array.from({ length: 1200 }, (_, at) => second('Ngày nghỉ', 'nt').with(0, `Lê ${at}`)),
    ];
    const from = file('list.csv', rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'));
    const to = file(`out-${threads}.ndjson`);
    const { code, err } = await command('batch', from, '-o', to, '--threads', String(threads));
    expect(code).toBe(0);
    expect(err).toContain('1200 hàng có ô ghi "như trên"');
    expect(err).toContain('3–1202');
    const book = file(`out-${threads}.xlsx`);
    await command('batch', from, '-o', book, '--threads', String(threads), '--quiet');
    const summary = await rowsOf(readFileSync(book), 'Tóm tắt');
    expect(JSON.stringify(summary)).toContain('1200 hàng có ô ghi');
    const totals = new Set(
      readFileSync(to, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { total: string }).total),
    );
    expect(totals.size).toBe(1);
  });
});
