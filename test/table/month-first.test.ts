import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { batchTable } from '../../src/batch.ts';
import { command, rowsOf, testFolder } from '../support/table.ts';

const file = testFolder();
const HEAD = ['GT', 'Ngày sinh', 'Đối tượng', 'Chế độ', 'Ngày nghỉ', 'Ngày sắp xếp', 'Số năm BHXH', 'Hệ số lương'];
const person = (birth: string): string[] => ['nam', birth, 'CC', 'hưu', '01/05/2025', '01/03/2025', '22', '4.65'];

async function notesOf(...births: readonly string[]): Promise<string[]> {
  const notes: string[] = [];
  const table = await batchTable([HEAD, ...births.map(person)], {
    told: ({ code, en }) => notes.push(`${code}: ${en}`),
  });
  if (table.ok) for await (const line of table.value) expect(line).toBeDefined();
  return notes.filter((note) => note.startsWith('month-first'));
}

it('a date with the month first throws doubt on the others, which are told', async () => {
  const [note, ...more] = await notesOf('03/04/1966', '12/25/1966', '1/31/1967');
  expect(more).toEqual([]);
  expect(note).toContain('2 rows hold a date that exists only with the month before the day: 3–4.');
});

it.each([['25/12/1966'], ['03/04/1966'], ['13/13/1966'], ['1966'], ['12/1966'], ['31/02/1966']])(
  '%s does not',
  async (birth) => {
    expect(await notesOf('03/04/1966', birth)).toEqual([]);
  },
);

it('stands in the talk of a run, in its summary and in the workbook', async () => {
  const rows = [HEAD, person('03/04/1966'), person('12/25/1966')].map((row) => row.join(','));
  const [from, to, summary] = [file('us.csv', rows.join('\n')), file('us.xlsx'), file('summary.json')];
  const { code, err } = await command('batch', from, '-o', to, '--summary', summary);
  expect(code).toBe(4);
  expect(err).toContain('1 hàng có ngày chỉ có thật khi đọc tháng trước, ngày sau (kiểu Mỹ): 3.');
  expect(readFileSync(summary, 'utf8')).toContain('"month-first"');
  expect(JSON.stringify(await rowsOf(readFileSync(to), 'Tóm tắt'))).toContain('kiểu Mỹ');
});
