import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { command, testFolder } from '../support/table.ts';

const file = testFolder();

const LIST = `id,person.sex,person.birth,person.group,Đơn vị,leaving.route,leaving.date,leaving.reorganisation,leaving.blocked,insurance.years,salary.coefficient
K1,female,1971-03-15,civil-servant,Sở Một,early-retirement,2025-05-01,2025-03-01,discipline-or-inspection,28,4.98
`;

test('a row that the law refuses says what would lift the refusal, as the page of one case does', async () => {
  const output = file('out.xlsx');
  expect((await command('batch', file('ds.csv', LIST), '-o', output, '--quiet')).code).toBe(4);
  const { sheets } = await readXlsx(readFileSync(output));
  const refused = sheets.find(({ name }) => name === 'Từ chối');
  expect(JSON.stringify(refused?.rows)).toContain('Sẽ được xem xét khi không còn');
});

test('the unit column of a list is the unit of its people, in records and papers', async () => {
  const output = file('out.ndjson');
  await command('batch', file('ds.csv', LIST), '-o', output, '--quiet');
  const [record] = readFileSync(output, 'utf8').split('\n');
  expect((JSON.parse(record ?? '') as { case: { person: { unit?: string } } }).case.person.unit).toBe('Sở Một');
});
