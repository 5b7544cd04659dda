import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordSchema } from '../../src/engine/result-schema.ts';
import { nd178, unhashed } from './fake-host.ts';

/** Totals from official examples where there are any, else computed by hand from the rows of the law. */
const TOTALS: Readonly<Record<string, readonly [code: number, total: string]>> = {
  'appendix-2': [0, '1245330450'],
  blocked: [4, '0'],
  'contract-worker': [0, '810000000'],
  'cv-1814-c': [0, '744778125'],
  'cv-1814-m': [0, '786854250'],
  'five-to-ten-years': [0, '1889842500'],
  'from-month-13': [0, '472051125'],
  'indirect-impact': [0, '1365141375'],
  'luong-co-so-2026-06': [0, '257400000'],
  'luong-co-so-2026-07': [0, '257400000'],
  'luong-co-so-2026-08': [0, '278300000'],
  'nd154-chuc-danh-khac': [0, '243000000'],
  'nd154-hoc-nghe': [0, '212500000'],
  'nd154-khong-chuyen-trach': [0, '275800000'],
  'nd154-nghi-huu': [0, '309858413'],
  'nd170-thoi-viec': [0, '187500000'],
  'nd170-nop-ho-so-7-2026': [0, '180000000'],
  'nd170-tu-8-2026': [0, '40000000'],
  'nd177-cho-du-tuoi': [0, '156817095'],
  'nd177-khong-tai-cu': [0, '499078125'],
  'nd177-si-quan': [0, '810501120'],
  'nd178-dieu-11': [0, '14040000'],
  'nd178-dieu-12': [0, '23400000'],
  'nd29-nghi-huu': [0, '180000000'],
  nothing: [0, '0'],
  'nd338-nghi-huu': [0, '210000000'],
  'nd338-phuc-vien': [0, '225000000'],
  'nd338-thoi-viec': [0, '187500000'],
  'nd338-truoc-9-2026': [0, '170000000'],
  'nq07-cong-doan': [0, '272000000'],
  'nq07-qua-tuoi': [0, '190000000'],
  'public-employee-severance': [0, '506493000'],
  're-election': [0, '2143381500'],
  'top-up': [0, '886128750'],
  'tt-19-example-2': [0, '2422500000'],
  'tt-19-example-4': [0, '1432500000'],
  'under-24-months': [0, '131098500'],
};

const names = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''));

it('has a known total for each example', () => {
  expect(names.filter((name) => !Object.hasOwn(TOTALS, name))).toEqual([]);
});

describe.each(Object.entries(TOTALS))('example %s', (name, [code, total]) => {
  it('gives the total, and a record that its schema admits', async () => {
    const ran = await nd178(['calc', `examples/${name}.yaml`, '--format', 'json']);
    const record = JSON.parse(ran.out) as { total: string };
    expect([ran.code, record.total, ran.err]).toEqual([code, total, '']);
    expect(recordSchema.safeParse(record).error?.issues).toBeUndefined();
  });

  it.each(['vi', 'en'])('has its sheet and explanation in %s', async (lang) => {
    for (const command of ['calc', 'explain']) {
      const ran = await nd178([command, `examples/${name}.yaml`, '--lang', lang]);
      expect(ran.code).toBe(code);
      await expect(unhashed(ran.out)).toMatchFileSnapshot(`expected/${command}-${name}.${lang}.txt`);
    }
  });
});

it.each(['md', 'html', 'csv'])('lays a sheet out as %s', async (format) => {
  const ran = await nd178(['calc', 'examples/from-month-13.yaml', '--format', format]);
  expect(ran.code).toBe(0);
  await expect(unhashed(ran.out)).toMatchFileSnapshot(`expected/calc-from-month-13.${format}`);
});

it('writes an explanation as data', async () => {
  const ran = await nd178(['explain', 'examples/nothing.yaml', '--format', 'json', '--lang', 'en']);
  await expect(unhashed(ran.out)).toMatchFileSnapshot('expected/explain-nothing.json');
});
