import * as sheetjs from '@e965/xlsx';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { batch, batchTable, type BatchLine, type BatchOptions, type TableValue } from '../../src/batch.ts';
import { calculate } from '../../src/engine/calculate.ts';
import { command, testFolder } from '../support/table.ts';

/** What programs without types, or other libraries, pass to the batch: understood, or refused by name. */

const HEADINGS = ['Giới tính', 'Ngày sinh', 'Nhóm đối tượng', 'Chính sách', 'Ngày nghỉ', 'Ngày sắp xếp'];
const MORE = ['Số năm BHXH', 'Tiền lương tháng hiện hưởng', 'Tự nguyện', 'Ghi chú'];
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const ROW: readonly TableValue[] = [
  ...['nam', day('1966-01-15'), 'công chức', 'nghỉ hưu trước tuổi', day('2025-05-01'), day('2025-03-01')],
  ...[22, 15356250, true, undefined],
];
const TOTAL = '744778125';

async function lines(row: unknown, options?: BatchOptions): Promise<BatchLine[]> {
  const table = await batchTable([[...HEADINGS, ...MORE], row as readonly TableValue[]], options);
  if (!table.ok) throw new Error(table.issues.map(({ message }) => message).join());
  const all = [];
  for await (const line of table.value) all.push(line);
  return all;
}

const changed = (at: number, value: unknown): unknown[] => ROW.map((one, index) => (index === at ? value : one));

async function faults(row: unknown): Promise<string[] | undefined> {
  const [line] = await lines(row);
  return line && 'issues' in line ? line.issues.map(({ code, cell }) => `${cell ?? ''} ${code}`) : undefined;
}

describe('plain values as cells', () => {
  it('numbers, dates at midnight of UTC, truth values and nothing are what they say', async () => {
    expect(await lines(ROW)).toMatchObject([{ total: TOTAL, case: { person: { birth: '1966-01-15' } } }]);
    expect(await lines(changed(7, 15356250n))).toMatchObject([{ total: TOTAL }]);
    expect(await lines([...ROW.slice(0, 8), , , ,])).toMatchObject([{ total: TOTAL }]);
  });

  it('rows of SheetJS and hucre are read as they come', async () => {
    const rows = [[...HEADINGS, ...MORE], ROW.map((cell) => cell ?? null)];
    const sheet = sheetjs.utils.aoa_to_sheet(rows, { UTC: true });
    const again: TableValue[][] = sheetjs.utils.sheet_to_json(sheet, { header: 1, UTC: true });
    expect(await lines(again[1])).toMatchObject([{ total: TOTAL }]);
    const { sheets } = await readXlsx(await writeXlsx({ sheets: [{ name: 'S', rows: rows as never }] }));
    expect(await lines(sheets[0]?.rows[1])).toMatchObject([{ total: TOTAL }]);
  });

  it.each<[string, number, unknown, string]>([
    ['a date with a time (midnight of Hanoi)', 4, new Date('2025-04-30T17:00:00Z'), 'E2 date-with-time'],
    ['its text', 4, '2025-04-30T17:00:00.000Z', 'E2 date-with-time'],
    ['no date at all', 4, new Date(Number.NaN), 'E2 date-out-of-range'],
    ['no number', 6, Number.NaN, 'G2 inexact-number'],
    ['infinity', 7, Infinity, 'H2 inexact-number'],
    ['a number that is not exact', 7, 0.1 + 1e15, 'H2 inexact-number'],
    ['a date under money', 7, day('2025-05-01'), 'H2 date-not-expected'],
    ['a number under a date', 4, 45778, 'E2 serial-number'],
    ['formatted text of another library', 2, { richText: [] }, 'C2 not-a-value'],
    ['a symbol', 2, Symbol('x'), 'C2 not-a-value'],
    ['half a cell', 7, { kind: 'number', value: '1' }, 'H2 not-a-value'],
  ])('%s is refused by name', async (_what, at, value, wanted) => {
    expect((await faults(changed(at, value)))?.[0]).toBe(wanted);
  });

  it('a row that is no list is refused, nothing at all is a blank row', async () => {
    for (const row of [{ a: 1 }, 5, 'nam']) expect(await faults(row)).toEqual([' not-a-row']);
    for (const row of [null, undefined, []]) expect(await lines(row)).toEqual([]);
    for (const [lang, says] of [
      ['vi', 'mảng'],
      ['en', 'array'],
    ] as const)
      expect(await lines(5, { lang })).toMatchObject([
        { issues: [{ message: expect.stringContaining(says) as string }] },
      ]);
  });
});

describe('options that are none', () => {
  const good = { id: 'x' };
  it.each<[Record<string, unknown>, string[]]>([
    [{ lang: 'fr' }, ['lang wrong-option']],
    [{ law: 'nd178' }, ['law wrong-option']],
    [{ lang: 5, law: { ok: true } }, ['lang wrong-option', 'law wrong-option']],
    [{ interpretation: {} }, ['interpretation wrong-option']],
    [{ as_of: '2025-05-01' }, ['as_of wrong-option']],
    [{ pension: 'false' }, ['pension wrong-option']],
    [{ acceptUnverified: 'abc' }, ['acceptUnverified wrong-option']],
    [{ interpretations: ['x'] }, ['interpretations wrong-option']],
    [{ scheme: 5 }, ['scheme wrong-option']],
    [{ asOf: new Date(0) }, ['asOf wrong-option']],
    [{ scheme: 'nd187' }, ['law unknown-scheme']],
  ])('%j is a value everywhere, and never thrown', async (given, wanted) => {
    const options = given as BatchOptions;
    const said = (issues: readonly { path: string; code: string }[]): string[] =>
      issues.map(({ path, code }) => `${path} ${code}`);
    const one = calculate(good, options);
    expect(one.ok ? [] : said(one.issues)).toEqual(expect.arrayContaining(wanted));
    const table = await batchTable([HEADINGS], options);
    expect(table.ok ? [] : said(table.issues)).toEqual(wanted);
    for await (const line of batch([good], options))
      expect('issues' in line ? said(line.issues) : []).toEqual(expect.arrayContaining(wanted));
  });

  it('a word is no object of options', () => {
    const one = calculate(7, 'en' as unknown as BatchOptions);
    expect(one.ok ? [] : one.issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['wrong-option options']);
  });

  it('null is no option', () => {
    const options = { law: null, lang: null } as unknown as BatchOptions;
    const one = calculate(7, options);
    expect(one.ok ? [] : one.issues.map(({ code }) => code)).toEqual(['wrong-option', 'wrong-option']);
  });

  it('is told in the language that is one', () => {
    const one = calculate(good, { law: 'nd178', lang: 'en' } as unknown as BatchOptions);
    expect(one).toMatchObject({ issues: [{ message: expect.stringContaining('loadLaw') as string }] });
  });
});

describe('an input without people', () => {
  const file = testFolder();

  it.each([7, null, 'x', [], undefined])('%j is no case, and lacks nothing else', async (raw) => {
    const codes = [];
    for await (const line of batch([raw])) if ('issues' in line) codes.push(...line.issues.map(({ code }) => code));
    expect(codes).toEqual(['not-an-object']);
  });

  it.each([
    ['vi', 'Không có hồ sơ nào'],
    ['en', 'There are no cases'],
  ])('%s: a header alone is told', async (lang, says) => {
    const head = [...HEADINGS, ...MORE].join(';');
    const empty = await command('batch', file('e.csv', `${head}\n;;;\n`), '-o', file('e.ndjson'), '--lang', lang);
    expect([empty.code, empty.err.includes(says)]).toEqual([0, true]);
    const one = `${head}\nx\n`;
    const some = await command('batch', file('s.csv', one), '-o', file('s.ndjson'), '--lang', lang);
    expect([some.code, some.err.includes(says)]).toEqual([4, false]);
  });
});
