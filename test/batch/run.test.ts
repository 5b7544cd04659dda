import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openBytes } from '../../cli/table/bytes.ts';
import { DEFAULT_LIMITS } from '../../cli/table/limits.ts';
import { inlinePool, type Pool } from '../../cli/table/pool.ts';
import { FileRefused } from '../../cli/table/refused.ts';
import { runFile, type RunEnd } from '../../cli/table/run.ts';
import { openSource, type Format } from '../../cli/table/source.ts';
import { runFiles } from '../../cli/table/state.ts';
import type { WorkPlan } from '../../cli/table/work.ts';
import { saveXlsx } from '../../cli/table/xlsx/save.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { ChainChecker } from '../../src/records/chain.ts';
import type { RawRecord } from '../../src/records/migrate.ts';
import { benefitsOf, outputHeadings } from '../../src/table/layout.ts';
import { testFolder } from '../support/table.ts';

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
await saveXlsx(xlsx, [
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
  /** After so many chunks the run is interrupted, or killed. */
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
    file: from,
    format,
    lang,
    limits: DEFAULT_LIMITS,
    chunkBytes: 100,
    chunkRows: 1,
    allow: [],
    isOutput,
  });
  const { place, header: found, separator } = source;
  const plan: WorkPlan = {
    from: format,
    to: out,
    place,
    core: { scheme: 'nd178', lang },
    ...(chain ? { chain } : {}),
    ...(found ? { header: found } : {}),
    ...(separator === undefined ? {} : { separator }),
  };
  const inner = inlinePool(plan, law);
  let chunks = 0;
  const pool: Pool = {
    ...inner,
    run: (chunk) => (cut?.how === 'kill' && chunks++ >= cut.after ? Promise.reject(new Killed()) : inner.run(chunk)),
  };
  const stop = new AbortController();
  let steps = 0;
  const tell = (): void => {
    if (cut?.how === 'interrupt' && ++steps >= cut.after) stop.abort();
  };
  return runFile({ input, from, to, source, plan, law, pool, resume, signal: stop.signal, tell, stateEvery: 0 });
}

/** The records of a chained output hang together, up to the head that was told. */
function checkChain(bytes: Buffer, head: string | null | undefined): void {
  const checker = new ChainChecker();
  const lines = bytes.toString('utf8').trimEnd().split('\n');
  const records = lines
    .map((line) => JSON.parse(line) as RawRecord)
    .filter((line) => line['schema'] === 'nd178/result@1');
  records.forEach((record, index) => checker.add(index + 1, record));
  const report = checker.report(head ?? undefined);
  expect(report).toMatchObject({ chained: true, records: 11, head, headChecked: true, broken: 0 });
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

  it('after the last row, before or after the output was put in its place, only finishes', async () => {
    const to = file('late.ndjson');
    await trial({ ...base, to });
    const bytes = readFileSync(to);
    for (const renamed of [false, true]) {
      const path = file(`late-${String(renamed)}.ndjson`);
      await trial({ ...base, to: path, cut: { after: 1, how: 'interrupt' } });
      const files = runFiles(path);
      const state = JSON.parse(readFileSync(files.state, 'utf8')) as object;
      writeFileSync(files.part, bytes);
      writeFileSync(files.state, JSON.stringify({ ...state, written: bytes.length, complete: true }));
      if (renamed) renameSync(files.part, path);
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

  it('never writes over its own input', async () => {
    await expect(trial({ ...base, to: csv })).rejects.toThrow(FileRefused);
  });
});
