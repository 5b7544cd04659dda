import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openBytes } from '../../../cli/files/bytes.ts';
import { DEFAULT_LIMITS } from '../../../src/workbook/limits.ts';
import { inlinePool } from '../../../cli/batch/pool.ts';
import type { Pool } from '../../../src/list/pool.ts';
import { FileRefused } from '../../../src/messages/refused.ts';
import { runFile, type RunEnd } from '../../../cli/batch/run.ts';
import { openSource } from '../../../src/list/source.ts';
import { loadState, runFiles, saveState, type RunState } from '../../../cli/batch/state.ts';
import type { BatchPlan, Format } from '../../../src/table/batch-plan.ts';
import { saveBook } from '../../../cli/files/book-file.ts';
import { builtinLaw } from '../../../src/law/builtin.ts';
import { ChainChecker } from '../../../src/records/chain.ts';
import type { RawRecord } from '../../../src/engine/migrate.ts';
import { benefitsOf, outputHeadings } from '../../../src/table/layout.ts';
import { testFolder } from '../../support/table.ts';

const file = testFolder();
const header = [
  'Mã hồ sơ',
  'Giới tính',
  'Ngày sinh',
  'Nhóm đối tượng',
  'Chính sách',
  'Ngày nghỉ',
  'Ngày sắp xếp',
  'Số năm BHXH',
  'Lương tháng hiện hưởng',
  'Đơn vị',
];
const people = Array.from({ length: 12 }, (_, at) => [
  // The last one stands in an earlier row as well.
  `P${at === 11 ? 3 : at}`,
  at % 2 === 0 ? 'nam' : 'nữ',
  `15/0${(at % 9) + 1}/${1970 + (at % 5)}`,
  'công chức',
  'tự xác định',
  at === 5 ? '31/02/2025' : '01/05/2025',
  '01/03/2025',
  String(20 + at),
  '15.356.250',
  `Sở ${at % 3}`,
]);

const csv = file('in.csv', [header, ...people].map((row) => row.join(';')).join('\n') + '\n');
const xlsx = file('in.xlsx');
await saveBook(xlsx, [
  {
    name: 'S',
    widths: header.map(() => 10),
    frozenRows: 1,
    rows: [header, ...people].map((row) => row.map((text) => ({ text }))),
  },
]);

interface Trial {
  readonly from: string;
  readonly format: Format;
  readonly to: string;
  readonly out: Format;
  readonly chain?: boolean;
  readonly resume?: boolean;
  /** After so many parts the run is interrupted, or killed. */
  readonly cut?: { readonly after: number; readonly how: 'interrupt' | 'kill' };
  readonly lang?: 'vi' | 'en';
}

class Killed extends Error {}

async function trial({
  from,
  format,
  to,
  out,
  chain = false,
  resume = false,
  cut,
  lang = 'vi',
}: Trial): Promise<RunEnd> {
  const law = builtinLaw();
  const input = await openBytes(from);
  const isOutput = outputHeadings(benefitsOf(law, 'nd178'));
  const source = await openSource(input, {
    place: {},
    format,
    lang,
    limits: DEFAULT_LIMITS,
    allow: [],
    isOutput,
  });
  const { place, header: found, separator } = source;
  const plan: BatchPlan = {
    from: format,
    to: out,
    place,
    core: { scheme: 'nd178', lang },
    ...(chain ? { chain } : {}),
    ...(found ? { header: found } : {}),
    ...(separator === undefined ? {} : { separator }),
  };
  const inner = inlinePool(plan, law);
  let parts = 0;
  const pool: Pool = {
    ...inner,
    run: (rows) => (cut?.how === 'kill' && parts++ >= cut.after ? Promise.reject(new Killed()) : inner.run(rows)),
  };
  const stop = new AbortController();
  let steps = 0;
  const tell = (): void => {
    if (cut?.how === 'interrupt' && ++steps >= cut.after) stop.abort();
  };
  return runFile({
    input,
    from,
    to,
    source,
    plan,
    law,
    pool,
    resume,
    signal: stop.signal,
    tell,
    partRows: 1,
    stateEvery: 0,
  });
}

/** The records of a chained output hang together, up to the head that was told. */
function checkChain(bytes: Buffer, head: string | null | undefined): void {
  const checker = new ChainChecker();
  const lines = bytes.toString('utf8').trimEnd().split('\n');
  lines.forEach((line, index) => checker.add(index + 1, JSON.parse(line) as RawRecord));
  const report = checker.report(head ?? undefined);
  expect(report).toMatchObject({ chained: true, records: lines.length, head, headChecked: true, broken: 0 });
}

describe.each<[string, Format, Format, boolean?]>([
  [csv, 'csv', 'ndjson'],
  [csv, 'csv', 'ndjson', true],
  [csv, 'csv', 'csv'],
  [csv, 'csv', 'xlsx'],
  [xlsx, 'xlsx', 'ndjson'],
  [xlsx, 'xlsx', 'xlsx'],
])('a run from %s (%s) to %s, chained: %s', (from, format, out, chain = false) => {
  const to = (name: string): string => file(`${format}-${chain ? 'chain-' : ''}${name}.${out}`);

  it('gives the same bytes when it is cut anywhere and resumed', async () => {
    const whole = to('whole');
    const { totals, complete } = await trial({ from, format, to: whole, out, chain });
    expect([complete, totals.rows, totals.refused]).toEqual([true, 12, 1]);
    expect(totals.repeats.note()?.en).toContain('1 paid rows name somebody of an earlier row');
    expect(totals.repeats.note()?.en).toContain('row 13 (as 5).');
    const bytes = readFileSync(whole);
    const again = to('again');
    await trial({ from, format, to: again, out, chain });
    expect(readFileSync(again).equals(bytes)).toBe(true);
    let cuts = 0;
    for (const how of ['interrupt', 'kill'] as const) {
      for (let after = how === 'kill' ? 0 : 1; after < 14; after++) {
        const path = to(`${how}-${after}`);
        const ended = await trial({ from, format, to: path, out, chain, cut: { after, how } }).catch(
          (error: unknown) => error,
        );
        if (ended instanceof Killed || (ended as RunEnd).complete === false) {
          cuts++;
          expect(existsSync(path)).toBe(false);
          if (existsSync(runFiles(path).part)) appendFileSync(runFiles(path).part, 'half a li');
          const resumed = await trial({ from, format, to: path, out, chain, resume: true });
          expect(resumed.totals.tally.data()).toEqual(totals.tally.data());
          expect(resumed.totals.codes.data()).toEqual(totals.codes.data());
          expect(resumed.totals.repeats.note()).toEqual(totals.repeats.note());
        }
        expect(readFileSync(path).equals(bytes), `${how} ${after}`).toBe(true);
        for (const left of Object.values(runFiles(path))) expect(existsSync(left)).toBe(false);
      }
    }
    expect(cuts).toBeGreaterThan(10);
    if (chain) checkChain(bytes, totals.chain?.head);
  });
});

describe('resuming', () => {
  const base = { from: csv, format: 'csv', out: 'ndjson' } as const;
  const cut = { after: 3, how: 'kill' } as const;

  it('after the last row, before or after the output was put in its place, ends with the output in its place', async () => {
    const to = file('late.ndjson');
    await trial({ ...base, to });
    const bytes = readFileSync(to);
    for (const renamed of ['not', 'renamed', 'gone', 'altered']) {
      const path = file(`late-${renamed}.ndjson`);
      await trial({ ...base, to: path, cut: { after: 1, how: 'interrupt' } });
      const files = runFiles(path);
      const state = (await loadState(files.state)) as RunState;
      writeFileSync(files.part, bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await saveState(files.state, { ...state, part: { bytes: bytes.length, sha256 }, complete: true });
      if (renamed !== 'not') renameSync(files.part, path);
      if (renamed === 'gone') rmSync(path);
      if (renamed === 'altered') appendFileSync(path, '{}');
      expect((await trial({ ...base, to: path, resume: true })).complete).toBe(true);
      expect(readFileSync(path).equals(bytes)).toBe(true);
      expect(existsSync(files.state)).toBe(false);
    }
  });

  it('refuses another input, other options', async () => {
    const to = file('other.ndjson');
    await trial({ ...base, to, cut }).catch(() => undefined);
    await expect(trial({ ...base, to, resume: true, lang: 'en' })).rejects.toThrow(FileRefused);
    const other = file('other.csv', readFileSync(csv, 'utf8') + '\n');
    await expect(trial({ ...base, from: other, to, resume: true })).rejects.toThrow(FileRefused);
    expect((await trial({ ...base, to, resume: true })).complete).toBe(true);
  });

  it('without a state, or with a damaged one, begins at the beginning', async () => {
    const to = file('fresh.ndjson');
    expect((await trial({ ...base, to, resume: true })).totals.rows).toBe(12);
    await trial({ ...base, to, cut }).catch(() => undefined);
    writeFileSync(runFiles(to).state, '{"schema":');
    expect((await trial({ ...base, to, resume: true })).totals.rows).toBe(12);
    await trial({ ...base, to, cut }).catch(() => undefined);
    writeFileSync(runFiles(to).part, '');
    expect((await trial({ ...base, to, resume: true })).totals.rows).toBe(12);
    await trial({ ...base, to, cut }).catch(() => undefined);
    writeFileSync(runFiles(to).people, '');
    expect((await trial({ ...base, to, resume: true })).totals.repeats.rows).toBe(1);
  });

  it.each<[string, Format, string, string]>([
    ['part', 'csv', '15356250', '95356250'],
    ['part', 'xlsx', '15356250', '95356250'],
    ['state', 'xlsx', '"refused":0', '"refused":1'],
  ])('does not trust what somebody has altered: %s (%s)', async (name, out, from, by) => {
    const whole = file(`trusted-${name}.${out}`);
    await trial({ ...base, out, to: whole });
    const to = file(`altered-${name}.${out}`);
    await trial({ ...base, out, to, cut }).catch(() => undefined);
    const path = runFiles(to)[name as 'part' | 'state'];
    const text = readFileSync(path, 'latin1');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, by), 'latin1');
    expect((await trial({ ...base, out, to, resume: true })).totals.rows).toBe(12);
    expect(readFileSync(to).equals(readFileSync(whole))).toBe(true);
  });

  it('does not trust altered hashes of who was paid', async () => {
    const to = file('altered-people.ndjson');
    await trial({ ...base, to, cut: { after: 8, how: 'kill' } }).catch(() => undefined);
    const { people } = runFiles(to);
    writeFileSync(people, Buffer.alloc(readFileSync(people).length, 1));
    expect((await trial({ ...base, to, resume: true })).totals.repeats.rows).toBe(1);
  });

  it('never writes over its own input', async () => {
    await expect(trial({ ...base, to: csv })).rejects.toThrow(FileRefused);
  });
});
