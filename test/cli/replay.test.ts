import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { builtinLaw } from '../../src/law/builtin.ts';
import { columnsOf, layoutOf } from '../../src/table/layout.ts';
import { afterAll, describe, expect, test } from 'vitest';
import type { ResultRecord } from '../../src/index.ts';
import { nd178 as runHere, type Ran } from './fake-host.ts';
import { altered, recordFor, reread } from '../support/records.ts';

const folder = mkdtempSync(join(tmpdir(), 'nd178-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What N1 of the table is paid: 13,601,250 a month × 48.5. */
const TOTAL = 659_660_625;

const records = ['A-1', 'A-2', 'B-1'].map((id) =>
  reread({ ...recordFor({ id }), extra: { 'Đơn vị': id.slice(0, 1) } }),
);
const refusal = { schema: 'nd178/refusal@1', row: 4, issues: [{ code: 'x', path: '', message: '' }] };

function file(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function lines(name: string, values: readonly unknown[]): string {
  return file(name, values.map((one) => JSON.stringify(one) + '\n').join(''));
}

const nd178 = (...args: string[]): Promise<Ran> => runHere(args);

const sound = lines('sound.ndjson', [...records, refusal]);
const forged = lines('forged.ndjson', [records[0], altered(records[1], 'total', '1744778125'), records[2]]);

describe('nd178 replay', () => {
  test('all as recorded: exit 0, one sentence, both languages', async () => {
    expect(await nd178('replay', sound, '--lang', 'en')).toMatchObject({
      code: 0,
      out: expect.stringContaining('All 3 records come out exactly as recorded; 4 rows were sent, 1 of them refused.'),
    });
    expect((await nd178('replay', sound, '--lang', 'vi')).out).toContain(
      'Cả 3 bản ghi tính lại đúng như đã ghi; đã gửi 4 dòng, 1 bị từ chối.',
    );
  });

  test('a difference: exit 5, the amount, the cause', async () => {
    const { code, out } = await nd178('replay', forged, '--lang', 'en');
    expect(code).toBe(5);
    expect(out).toContain('Row 2 · A-2 · +1,000,000,000 VND');
    expect(out.replace(/\s+/g, ' ')).toContain('recorded 1,744,778,125 VND, computed 744,778,125 VND');
    const json = JSON.parse((await nd178('replay', forged, '--format', 'json')).out) as Record<string, unknown>;
    expect(json).toMatchObject({
      schema: 'nd178/replay@1',
      file: 'forged.ndjson',
      same: false,
      records: [{ row: 2, id: 'A-2', causes: ['output-altered'], difference: '1000000000' }],
      summary: { records: 3, same: 2, different: 1, over: { records: 1, amount: '1000000000' } },
    });
  });

  test('ndjson: a line for each record and one with the sums; md and html say the same', async () => {
    const told = (await nd178('replay', forged, '--format', 'ndjson')).out.trim().split('\n');
    expect(told.map((line) => (JSON.parse(line) as { status?: string }).status)).toEqual([
      'same',
      'different',
      'same',
      undefined,
    ]);
    for (const format of ['md', 'html'])
      expect((await nd178('replay', forged, '--format', format)).out).toContain('A-2');
  });

  test('one JSON object, pretty or not, and a list', async () => {
    const one = file('one.json', JSON.stringify(records[0], null, 2));
    const list = file('list.json', JSON.stringify(records));
    const line = file('line.json', JSON.stringify(records[0]));
    for (const path of [one, list, line]) expect((await nd178('replay', path)).code).toBe(0);
    expect((await nd178('replay', list, '--lang', 'en')).out).toContain('All 3 records');
  });

  test('a damaged line is told with its row, the others are replayed', async () => {
    const cut = file(
      'cut.ndjson',
      JSON.stringify(records[0]) +
        '\n' +
        JSON.stringify(records[1]).slice(0, 200) +
        '\n\n' +
        JSON.stringify(records[2]),
    );
    const { code, out } = await nd178('replay', cut, '--format', 'json');
    expect(code).toBe(5);
    expect(JSON.parse(out)).toMatchObject({
      records: [{ row: 2, status: 'unreadable', issues: [{ code: 'not-json' }] }],
      summary: { records: 2, same: 2, unreadable: 1 },
    });
  });

  test.each([
    ['nothing.ndjson', '', 'rỗng|không có dữ liệu'],
    ['text.ndjson', 'not a record\n', 'bản ghi'],
    ['latin-1.ndjson', Buffer.from('{"a": 1}\n{"a": "\xe0 x"}\n', 'latin1'), 'UTF-8'],
    ['case.json', '{"person": {}}', 'bản ghi'],
    ['refusals.ndjson', JSON.stringify(refusal), 'bản ghi'],
    ['book.ndjson', 'PK\u0003\u0004', 'sổ tính'],
  ])('%s: nothing to replay, exit 3', async (name, text, told) => {
    const { code, err } = await nd178('replay', file(name, text), '--lang', 'vi');
    expect(code).toBe(3);
    expect(err).toMatch(new RegExp(told, 'i'));
  });

  test('a file that is not there', async () => {
    expect((await nd178('replay', join(folder, 'no.ndjson'))).code).toBe(3);
  });
});

describe('nd178 replay --chain and --head', () => {
  const sealed = join(folder, 'sealed.ndjson');

  test('writes a chained file and prints its head', async () => {
    const { code, err } = await nd178('replay', sound, '--chain', sealed, '--lang', 'en');
    const head = /sha256:[0-9a-f]{64}/.exec(err)?.[0] ?? '';
    expect(code).toBe(0);
    const held = readFileSync(sealed, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ResultRecord);
    expect(held.map((one) => one.receipt?.number)).toEqual([1, 2, 3, 4]);
    expect((await nd178('replay', sealed, '--head', head)).code).toBe(0);
    const cut = lines('end.ndjson', held.slice(0, 2));
    expect((await nd178('replay', cut)).code).toBe(0);
    expect(await nd178('replay', cut, '--head', head, '--lang', 'en')).toMatchObject({
      code: 5,
      out: expect.stringContaining('the end of the file was cut'),
    });
    const gap = lines('gap.ndjson', [held[0], held[2]]);
    expect(await nd178('replay', gap, '--lang', 'en')).toMatchObject({
      code: 5,
      out: expect.stringContaining('Record 2 is missing (before row 2): it was removed.'),
    });
  });

  test('a head that is none is a usage error', async () => {
    expect((await nd178('replay', sound, '--head', 'abc')).code).toBe(2);
  });
});

describe('nd178 replay as a what-if', () => {
  test('of another version: who gains, by unit, by provision', async () => {
    const { code, out } = await nd178('replay', sound, '--law', 'nd178@2025-07-01', '--lang', 'en');
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain('of 3 people 3 gain 69,103,125 VND, 0 lose 0 VND, 0 stay');
    expect(out).toMatch(/A +2 +2 \/ 0/);
    expect(out).toMatch(/service +another provision/);
  });

  test('as JSON: people by row and id, sums exact', async () => {
    const { out } = await nd178('replay', sound, '--as-of', '2025-07-01', '--unit', 'id:-', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      schema: 'nd178/effect@1',
      people: [{ row: 1, id: 'A-1', unit: 'A', difference: '23034375' }, {}, {}],
      all: { people: 3, difference: '69103125' },
      units: [{ unit: 'A' }, { unit: 'B' }],
      unsound: 0,
    });
    const none = JSON.parse((await nd178('replay', sound, '--law', 'nd178', '--format', 'json')).out) as {
      people: unknown[];
    };
    expect(none.people).toEqual([]);
  });

  test('of rule files; with --recorded the records are replayed under them', async () => {
    const rules = 'examples/amending-decree';
    expect((await nd178('replay', sound, '--rules', rules, '--lang', 'en')).out.replace(/\s+/g, ' ')).toContain(
      'the total stays',
    );
    expect((await nd178('replay', sound, '--rules', rules, '--recorded', '--lang', 'en')).out).toContain(
      'All 3 records',
    );
  });

  test('says when the records are no sound basis', async () => {
    const { out } = await nd178('replay', forged, '--as-of', '2025-07-01', '--lang', 'en');
    expect(out.replace(/\s+/g, ' ')).toContain('1 record does not replay as recorded');
  });

  test.each([
    [['--law', 'nd999']],
    [['--law', 'nd178@2020-01-01']],
    [['--law', 'nd178@2025-13-01']],
    [['--interpret', 'nothing=x']],
    [['--as-of', '2025-07-01', '--recorded']],
    [['--as-of', '2025-07-01', '--unit', 'case.person.name']],
    [['--limit', 'many']],
  ])('%j is a usage error', async (flags) => {
    expect((await nd178('replay', sound, ...flags)).code).toBe(2);
  });
});

describe('nd178 replay -o report.xlsx', () => {
  test('writes a workbook', async () => {
    const book = join(folder, 'report.xlsx');
    expect((await nd178('replay', forged, '-o', book)).code).toBe(5);
    expect(readFileSync(book).subarray(0, 2).toString()).toBe('PK');
    expect((await nd178('replay', sound, '-o', join(folder, 'report.txt'))).code).toBe(2);
  });
});

type Cells = Record<string, { t: string; v: unknown } | undefined>;

interface Told {
  readonly row: number;
  readonly causes: readonly string[];
  readonly issues?: readonly { readonly code: string }[];
}

describe('nd178 replay of a workbook that batch wrote', () => {
  const table = file(
    'people.csv',
    [
      'id,Đơn vị,person.sex,person.birth,person.group,leaving.route,leaving.date,leaving.reorganisation,insurance.years,insurance.months,salary.coefficient,salary.publicService',
      'N1,Sở A,male,1966-01-15,civil-servant,early-retirement,2025-05-01,2025-03-01,22,0,4.65,25%',
      'N2,Sở A,female,1972-05,civil-servant,early-retirement,2025-08-01,2025-03-01,27,4,4.98,25%',
      'N3,Sở B,male,1985-06-01,civil-servant,severance,2025-06-01,2025-03-01,15,0,3.66,25%',
      'N4,Sở B,male,1985-06-01,civil-servant,severance,2025-31-12,2025-03-01,15,0,3.66,25%',
    ].join('\n'),
  );

  test.each(['vi', 'en'])('%s: every row comes out, and a changed amount is found', async (lang) => {
    const book = join(folder, `${lang}.xlsx`);
    expect((await nd178('batch', table, '-o', book, '--quiet', '--lang', lang)).code).toBe(4);
    const { code, out } = await nd178('replay', book, '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ records: [], summary: { records: 3, same: 3 } });
    expect(code).toBe(0);
    const all = JSON.parse((await nd178('replay', book, '--as-of', '2025-07-01', '--format', 'json')).out) as object;
    expect(all).toMatchObject({ all: { people: 3, gain: { people: 1 } }, units: [{ unit: 'Sở A' }, { unit: 'Sở B' }] });

    const workbook = XLSX.read(readFileSync(book), { cellNF: true, cellStyles: true });
    const sheet = workbook.Sheets[lang === 'vi' ? 'Kết quả' : 'Results'] ?? {};
    const total =
      Object.keys(sheet).find((cell) => /2$/.test(cell) && (sheet[cell] as { v?: unknown }).v === TOTAL) ?? '';
    expect(total).not.toBe('');
    (sheet[total] as { v: number }).v = TOTAL + 1000;
    writeFileSync(book, XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const forgedBook = await nd178('replay', book, '--format', 'json');
    expect(forgedBook.err).toBe('');
    expect(forgedBook.code).toBe(5);
    expect(JSON.parse(forgedBook.out)).toMatchObject({
      records: [{ row: 2, id: 'N1', causes: ['output-altered'], difference: '1000' }],
      summary: { records: 3, same: 2 },
    });
  });

  /** What is told of a workbook of which cells were changed: the codes, or the causes, by row. */
  async function told(change: (cells: Cells, at: (heading: string) => string) => void): Promise<[number, ...string[]]> {
    const book = join(folder, 'changed.xlsx');
    await nd178('batch', table, '-o', book, '--quiet', '--lang', 'en');
    const workbook = XLSX.read(readFileSync(book), { cellNF: true, cellStyles: true });
    const cells = workbook.Sheets['Results'] as Cells;
    const at = (heading: string): string => {
      const found = Object.keys(cells).find((cell) => /^[A-Z]+1$/.test(cell) && cells[cell]?.v === heading);
      return (found ?? '').replace(/1$/, '');
    };
    change(cells, at);
    writeFileSync(book, XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const { code, out, err } = await nd178('replay', book, '--format', 'json', '--lang', 'en');
    const report = (out.startsWith('{') ? JSON.parse(out) : {}) as { records?: Told[]; sums?: { row: number }[] };
    const { records = [], sums = [] } = report;
    const lines = [
      ...records.map((one) => `${one.row} ${one.issues?.[0]?.code ?? one.causes.join()}`),
      ...sums.map(({ row }) => `sums in row ${row}`),
    ];
    return [code, ...(lines.length === 0 && code !== 0 ? [err.trim()] : lines)];
  }

  const LAW = 'Law version';
  const VERSION_WAYS: readonly (readonly [string, string | undefined, string])[] = [
    ['blanked', '', 'no-law-version'],
    ['deleted', undefined, 'no-law-version'],
    ['spaces', ' \u00a0 ', 'no-law-version'],
    ['cut to the scheme', 'nd178', 'no-law-version'],
    ['cut to the at sign', 'nd178@', 'no-law-version'],
    ['cut to the month', 'nd178@2025-03', 'no-law-version'],
    ['followed by more', 'nd178@2025-03-15@x', 'no-law-version'],
    ['no scheme', '@2025-03-15', 'no-law-version'],
    ['another version', 'nd178@2025-07-01', 'output-altered'],
    ['a version that is none', 'nd178@2025-03-16', 'output-altered,law-not-installed'],
    ['of another scheme', 'nd154@2025-07-01', 'output-altered'],
  ];

  test.each(VERSION_WAYS)('a version that is %s is told', async (_way, text, code) => {
    const [exit, ...lines] = await told((cells, at) => {
      if (text === undefined) Reflect.deleteProperty(cells, `${at(LAW)}2`);
      else cells[`${at(LAW)}2`] = { t: 's', v: text };
    });
    expect([exit, lines.length, lines[0]?.startsWith(`2 ${code}`)], lines.join()).toEqual([5, 1, true]);
  });

  test('a version that was moved to another column is told, with the cell', async () => {
    const moved = await told((cells, at) => {
      cells[`${at('Đơn vị')}2`] = { t: 's', v: cells[`${at(LAW)}2`]?.v };
      cells[`${at(LAW)}2`] = { t: 's', v: '' };
    });
    expect(moved).toEqual([5, '2 no-law-version']);
  });

  test('blanked in every row, and the results kept: each row is told', async () => {
    const all = await told((cells, at) => {
      for (const row of [2, 3, 4]) cells[`${at(LAW)}${row}`] = { t: 's', v: '' };
    });
    expect(all).toEqual([3, '2 no-law-version', '3 no-law-version', '4 no-law-version']);
  });

  test('a result that was made a refusal is told; a refusal of batch is not', async () => {
    const made = await told((cells, at) => {
      const kept = ['Outcome', 'Reason of refusal'].map(at);
      const { columns } = layoutOf(columnsOf(builtinLaw(), 'auto'), [], []);
      for (const column of columns.map(({ title }) => at(title.en)).filter((name) => name !== ''))
        if (column !== at('Row of the input')) cells[`${column}2`] = { t: 's', v: '' };
      cells[`${kept[0] ?? ''}2`] = { t: 's', v: 'refused' };
      cells[`${kept[1] ?? ''}2`] = { t: 's', v: 'L5: no' };
    });
    // The sums are as they were sealed: they are not blamed for the amount that is gone.
    expect(made).toEqual([5, '2 refused-yet-computable']);
    expect(await told(() => undefined)).toEqual([0]);
    for (const outcome of ['paid', 'nothing', '', 'ref3sed'])
      expect(await told((cells, at) => (cells[`${at('Outcome')}5`] = { t: 's', v: outcome }))).toEqual([
        5,
        '5 no-law-version',
      ]);
  });

  test('a column that stands twice, or among those of the result, is told', async () => {
    const next = (cells: Cells): string => {
      const { e } = XLSX.utils.decode_range(cells['!ref'] as unknown as string);
      Object.assign(cells, { '!ref': XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { ...e, c: e.c + 1 } }) });
      return XLSX.utils.encode_col(e.c + 1);
    };
    for (const heading of ['Total', 'Tổng số tiền', ' TOTAL ', LAW, 'Outcome'])
      expect(await told((cells) => (cells[`${next(cells)}1`] = { t: 's', v: heading })), heading).toEqual([
        5,
        '1 doubled-column',
      ]);
    for (const [heading, to] of [
      ['Monthly salary used', 'Monthly salary use'],
      ['Outcome', ''],
    ] as const) {
      const [exit, first] = await told((cells, at) => (cells[`${at(heading)}1`] = { t: 's', v: to }));
      expect([exit === 0, first]).toEqual([false, '1 foreign-column']);
    }
  });

  test('a changed sum is told; a person who is made the row of sums is told', async () => {
    const sums = await told((cells, at) => (cells[`${at('Total')}6`] = { t: 'n', v: 1 }));
    expect(sums).toEqual([5, 'sums in row 6']);
    const named = await told((cells, at) => (cells[`${at('Case id')}2`] = { t: 's', v: 'Total' }));
    expect(named).toEqual([5, '2 input-altered']);
    const emptied = await told((cells, at) => {
      for (const cell of Object.keys(cells)) if (/^[A-Z]+2$/.test(cell)) cells[cell] = { t: 's', v: '' };
      cells[`${at('Case id')}2`] = { t: 's', v: 'Total' };
    });
    // The seal alone tells it: what the row held is gone, and the sums are as they were written.
    expect(emptied).toEqual([5, '']);
  });

  test('a workbook of something else is refused', async () => {
    const other = join(folder, 'other.xlsx');
    await nd178('template', '-o', other);
    expect((await nd178('replay', other)).code).toBe(3);
  });
});
