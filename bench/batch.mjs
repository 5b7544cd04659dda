// Benchmarks of the batch, on the built program (npm run build first). Every result is checked against the library
// before anything is timed; peers run in the same process, one after the other.
//
//   node bench/batch.mjs            50,000 rows of workbook and CSV, 100,000 of text
//   node bench/batch.mjs --million  and a million rows of CSV and NDJSON
import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as sheetjs from '@e965/xlsx';
import { Decimal } from 'decimal.js';
import { streamXlsxRows, writeXlsxStream } from 'hucre/xlsx';
import { saveBook } from '../dist/cli/files/book-file.js';
import { sourceOf } from '../dist/src/workbook/bytes.js';
import { openXlsx } from '../dist/src/workbook/open.js';
import { calculate } from '../dist/src/index.js';
import { COLUMNS, dice, differentPerson, person, valueAt, writeText } from './batch-data.mjs';

const folder = mkdtempSync(join(tmpdir(), 'nd178-bench-'));
const path = (name) => join(folder, name);
const program = new URL('../dist/bin/nd178.js', import.meta.url).pathname;

/** Runs the program; gives seconds, and on Linux seconds of processor time and the most memory it held. */
async function timed(...args) {
  const start = performance.now();
  const child = spawn(process.execPath, [program, 'batch', ...args, '--quiet'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  let cpu = 0;
  const watch = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
      cpu = (Number(fields[11]) + Number(fields[12])) / TICKS;
    } catch {
      // it has ended, or this is no Linux
    }
  }, 20);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(watch);
  if (code !== 0 && code !== 4) throw new Error(`exit code ${code}`);
  return { seconds: (performance.now() - start) / 1000, cpu, mb: Math.round(peak / 1024) };
}

/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

function report(what, { seconds, cpu, mb }, rows) {
  const used = cpu === undefined ? '' : `cpu ${cpu.toFixed(1)} s`;
  const rate = rows === undefined ? '' : `${Math.round(rows / seconds).toLocaleString('en')} rows/s`;
  console.log(
    `${what.padEnd(58)} ${seconds.toFixed(1).padStart(7)} s  ${used.padStart(11)} ${mb === undefined ? '' : `${mb} MB`.padStart(7)}  ${rate}`,
  );
}

async function here(what, rows, work) {
  const start = performance.now();
  await work();
  report(what, { seconds: (performance.now() - start) / 1000 }, rows);
}

function* sheetRows(count) {
  const roll = dice(178);
  yield [...COLUMNS.map(([, heading]) => ({ text: heading, style: 'heading' })), { text: 'Đơn vị', style: 'heading' }];
  for (let index = 0; index < count; index++) {
    const one = person(index, roll);
    yield [...COLUMNS.map(([key]) => sheetCell(key, valueAt(one, key))), { text: `Sở ${index % 20}` }];
  }
}

function sheetCell(key, value) {
  if (/birth|date|reorganisation/.test(key)) return { date: value };
  if (String(value).endsWith('%')) return { number: String(parseInt(value, 10) / 100), style: 'percent' };
  return /^(insurance|salary)/.test(key) ? { number: String(value), style: 'decimal' } : { text: value };
}

/** Every line of an NDJSON output against the library. */
async function check(file, count, make) {
  const roll = dice(178);
  let index = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const got = JSON.parse(line);
    const wanted = calculate(make(index++, roll));
    const same = wanted.ok
      ? got.total === wanted.value.total && got.outcome === wanted.value.outcome
      : got.schema === 'nd178/refusal@1';
    if (!same) throw new Error(`row ${index} differs from the library`);
  }
  if (index !== count) throw new Error(`${index} lines, not ${count}`);
}

/** The same amounts by hand with decimal.js, for those who leave in the first months under Điều 7, 60 months or fewer. */
function byHand(result) {
  const { monthlySalary, monthsEarly, yearsEarly, serviceYears } = result.measures;
  const salary = new Decimal(monthlySalary);
  const from20 = result.benefits.find(({ id }) => id === 'service')?.row.includes('20');
  const service = new Decimal(5).plus(Decimal.max(0, new Decimal(serviceYears).minus(20)).times('0.5'));
  if (!from20) return undefined;
  return salary.times(monthsEarly).plus(salary.times(5).times(yearsEarly)).plus(salary.times(service)).toFixed(0);
}

async function peers(xlsx, rows) {
  const data = readFileSync(xlsx);
  await here('peer: read the workbook with hucre, streaming', rows, async () => {
    let seen = 0;
    for await (const row of streamXlsxRows(data)) seen += row.values.length;
    if (seen === 0) throw new Error('nothing read');
  });
  await here('nd178: read the workbook', rows, async () => {
    const book = await openXlsx(sourceOf(data));
    let seen = 0;
    for await (const some of book.rows(book.sheets[0])) seen += some.length;
    if (seen !== rows + 1) throw new Error('rows are missing');
  });
  let values = [];
  await here('peer: read the workbook with SheetJS', rows, () => {
    const book = sheetjs.read(data, { cellDates: true });
    values = sheetjs.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
  });
  await here('peer: write a workbook with hucre, streaming', rows, async () => {
    for await (const chunk of writeXlsxStream(values, { name: 'A' })) void chunk;
  });
  await here('nd178: write a workbook', rows, () =>
    saveBook(path('w.xlsx'), [{ name: 'A', widths: Array(16).fill(12), frozenRows: 1, rows: sheetRows(rows) }]),
  );
  await here('peer: write a workbook with SheetJS', rows, () => {
    const sheet = sheetjs.utils.aoa_to_sheet(values);
    sheetjs.write({ SheetNames: ['A'], Sheets: { A: sheet } }, { type: 'buffer', bookType: 'xlsx', compression: true });
  });
}

async function hands() {
  const roll = dice(178);
  const results = [];
  for (let index = 0; index < 20_000; index++) {
    const checked = calculate(person(index, roll));
    const fits =
      checked.ok &&
      checked.value.measures?.window === 'first-12-months' &&
      checked.value.measures.monthsEarly >= 24 &&
      checked.value.measures.monthsEarly <= 60 &&
      checked.value.route === 'early-retirement';
    if (fits) results.push(checked.value);
  }
  let same = 0;
  await here(`peer: the last step by hand with decimal.js`, results.length, () => {
    for (const result of results) if (byHand(result) === result.total) same++;
  });
  console.log(`  ${same} of ${results.length} amounts can be had by hand and agree`);
  const cases = results.map((result) => ({ ...result.case }));
  await here('nd178: the same cases whole: read, law, measures, salary', cases.length, () => {
    for (const one of cases) calculate(one);
  });
}

try {
  for (const make of [person, differentPerson]) {
    await writeText(path('s.ndjson'), 'ndjson', 2000, make);
    await timed(path('s.ndjson'), '-o', path('s.out.ndjson'));
    await check(path('s.out.ndjson'), 2000, make);
  }
  console.log('4,000 results agree with the library\n');
  await saveBook(path('a.xlsx'), [
    { name: 'Danh sách', widths: Array(16).fill(14), frozenRows: 1, rows: sheetRows(50_000) },
  ]);
  report('50,000 rows XLSX to XLSX', await timed(path('a.xlsx'), '-o', path('a.out.xlsx')), 50_000);
  for (const rows of process.argv.includes('--million') ? [100_000, 1_000_000] : [100_000]) {
    for (const format of ['csv', 'ndjson']) {
      const input = path(`t.${format}`);
      const output = path(`t.out.${format}`);
      await writeText(input, format, rows);
      const cost = await timed(input, '-o', output);
      report(
        `${rows.toLocaleString('en')} rows ${format.toUpperCase()} to ${format.toUpperCase()} (${Math.round(statSync(output).size / 1e6)} MB out)`,
        cost,
        rows,
      );
      for (const file of [input, output]) rmSync(file);
    }
  }
  await writeText(path('d.csv'), 'csv', 100_000, differentPerson);
  report(
    '100,000 rows CSV to CSV, hardly a salary twice',
    await timed(path('d.csv'), '-o', path('d.out.csv')),
    100_000,
  );
  console.log();
  await peers(path('a.xlsx'), 50_000);
  console.log();
  await hands();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
