import { readFileSync, writeFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { Chain, ChainChecker, type ResultRecord } from '../../src/records.ts';
import { loadLaw } from '../../src/index.ts';
import { readJson } from '../../src/base/json.ts';
import { csvLine, parseCsv } from '../../src/table/csv.ts';
import { columnsOf, layoutOf, RESULT_PREFIX } from '../../src/table/layout.ts';
import { fateOf, recordedResults, tamperings, type Fate } from '../support/tampering.ts';
import { command, testFolder } from '../support/table.ts';

/** How hard to attack: 1 in the small run of every change, more for a night. */
const EFFORT = Number(process.env['ND178_ATTACK'] ?? 1);
const SEED = Number(process.env['ND178_ATTACK_SEED'] ?? 178);
const RECORDS = 200;
const TRIES = Math.round(40 * EFFORT);

const file = testFolder();
const records = recordedResults(RECORDS);

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const LETTERS = [...'0123456789.-+eE"\\{}[]:,\' \n\ttruefalsnabxyu@ữ\u200b\u0000'];

/** A text with one character put in, taken away, replaced, or changed with its neighbour. */
function changed(text: string, next: () => number): string {
  const at = Math.floor(next() * text.length);
  const letter = LETTERS[Math.floor(next() * LETTERS.length)] ?? '';
  const [before, behind] = [text.slice(0, at), text.slice(at + 1)];
  switch (Math.floor(next() * 5)) {
    case 0:
      return before + letter + text.slice(at);
    case 1:
      return before + behind;
    case 2:
      return before + letter + behind;
    case 3:
      return before + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
    default:
      // The same character as an escape: what it reads as does not change, if it stands in a string.
      return `${before}\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}${behind}`;
  }
}

type Counts = Record<Fate, number>;
const none = (): Counts => ({ found: 0, same: 0, passed: 0 });

function report(what: string, counts: Counts): void {
  const tried = counts.found + counts.same + counts.passed;
  process.stdout.write(`forgery, ${what}: ${tried} tried, ${counts.found} found, ${counts.same} read the same, ${counts.passed} passed\n`);
} // prettier-ignore

describe(`records of all schemes (seed ${SEED}, effort ${EFFORT})`, () => {
  test('a change of one character in a line is found or reads the same', () => {
    const next = random(SEED);
    const counts = none();
    const passed: string[] = [];
    for (const record of records) {
      const text = JSON.stringify(record);
      for (let round = 0; round < TRIES; round++) {
        const line = changed(text, next);
        const fate = fateOf(line, record);
        counts[fate]++;
        if (fate === 'passed') passed.push(line);
      }
    }
    report('characters of NDJSON', counts);
    expect(passed).toEqual([]);
  });

  test('a change of any part is found or reads the same', () => {
    const counts = none();
    const passed: string[] = [];
    for (const [number, record] of records.entries()) {
      let at = number;
      // A share of the changes in a small run; all of them from effort 10 on.
      for (const { what, line } of tamperings(record)) {
        if (at++ % Math.max(1, Math.round(10 / EFFORT)) !== 0) continue;
        const fate = fateOf(line, record);
        counts[fate]++;
        if (fate === 'passed') passed.push(`${record.id ?? ''}${what}`);
      }
    }
    report('parts of records', counts);
    expect(passed).toEqual([]);
  });

  test('a change of one character in a chain is found or reads the same', () => {
    const next = random(SEED + 1);
    const chain = new Chain();
    const links = records.slice(0, 50).map((record) => chain.link(record));
    const lines = links.map((link) => JSON.stringify(link));
    const counts = none();
    const passed: string[] = [];
    for (let round = 0; round < 300 * EFFORT; round++) {
      const at = Math.floor(next() * lines.length);
      const line = changed(lines[at] ?? '', next);
      const fate = chainFate(lines, at, line, chain.head ?? '');
      counts[fate]++;
      if (fate === 'passed') passed.push(line);
    }
    report('characters of chains', counts);
    expect(passed).toEqual([]);
  });
});

/** In a chain the texts and the columns of one's own are covered too. */
function chainFate(lines: readonly string[], at: number, line: string, head: string): Fate {
  const read = readJson(line);
  if (!read.ok) return 'found';
  const checker = new ChainChecker();
  for (const [row, text] of lines.entries())
    checker.add(row + 1, (row === at ? read.value : JSON.parse(text)) as Record<string, unknown>);
  if (checker.report(head).broken > 0) return 'found';
  return JSON.stringify(read.value) === JSON.stringify(JSON.parse(lines[at] ?? '')) ? 'same' : 'passed';
}

/** A list of people of the records, as batch takes it. */
function list(of: readonly ResultRecord[]): string {
  const flat = of.map(({ case: one }) => flattened(one));
  const keys = [...new Set(flat.flatMap((one) => Object.keys(one)))].filter((key) => key !== 'law');
  return [keys, ...flat.map((one) => keys.map((key) => one[key] ?? null))].map(csvLine).join('');
}

function flattened(value: unknown, path = ''): Record<string, string> {
  if (typeof value !== 'object' || value === null) return { [path]: String(value) };
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => flattened(inner, path === '' ? key : `${path}.${key}`)),
  ) as Record<string, string>;
}

const builtIn = loadLaw();
if (!builtIn.ok) throw new Error('built-in law is broken');

/** The columns of results by their headings, but for places and texts, which a release may word anew. */
const RESULT_HEADINGS: ReadonlySet<string> = new Set(
  layoutOf(columnsOf(builtIn.value.law, 'auto'), [], [])
    .columns.filter(({ kind, id }) => kind !== 'long' && id !== `${RESULT_PREFIX}row`)
    .map(({ title }) => title.en),
);

type Cells = Record<string, { t: string; v: unknown } | undefined>;

/** A sheet of results as it was written: its cells, and the places a forger would go for. */
function targets(sheet: XLSX.WorkSheet): { results: string[]; sums: string[]; title: (cell: string) => string } {
  const cells = sheet as Cells;
  const { c: last, r: foot } = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1').e;
  const at = (r: number, c: number): string => XLSX.utils.encode_cell({ r, c });
  const columns = Array.from({ length: last + 1 }, (_, c) => c);
  const title = (cell: string): string => String(cells[at(0, XLSX.utils.decode_cell(cell).c)]?.v ?? '');
  const ofResults = columns.filter((c) => RESULT_HEADINGS.has(title(at(0, c))));
  return {
    // Blank cells too: an amount can be put where there was none.
    results: Array.from({ length: foot - 1 }, (_, row) => ofResults.map((c) => at(row + 1, c))).flat(),
    sums: columns.map((c) => at(foot, c)).filter((cell) => cells[cell]?.t === 'n'),
    title,
  };
}

describe('result workbooks', () => {
  const somebody = (count: number): ResultRecord[] =>
    records.filter(({ law }) => law.scheme === 'nd178').slice(0, count);

  /** Writes a workbook of results, alters one cell after another, and says what a replay makes of each. */
  async function fates(cells: Iterable<readonly [cell: string, after: string]>, bytes: Buffer): Promise<Counts> {
    const counts = none();
    const passed: string[] = [];
    for (const [cell, after] of cells) {
      const book = XLSX.read(bytes, { cellNF: true, cellStyles: true });
      const sheet = book.Sheets['Results'] as XLSX.WorkSheet;
      const before = String((sheet as Cells)[cell]?.v ?? '');
      (sheet as Cells)[cell] = NUMBER.test(after) ? { t: 'n', v: Number(after) } : { t: 's', v: after };
      const altered = file('altered.xlsx');
      writeFileSync(altered, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
      const { code } = await command('replay', altered, '--quiet');
      const fate = code !== 0 ? 'found' : sameReading(before, after) ? 'same' : 'passed';
      counts[fate]++;
      if (fate === 'passed') passed.push(`${cell} ${targets(sheet).title(cell)}: ${JSON.stringify([before, after])}`);
    }
    expect(passed).toEqual([]);
    return counts;
  }

  async function results(count: number): Promise<{ bytes: Buffer; sheet: XLSX.WorkSheet }> {
    const path = file('results.xlsx');
    await command('batch', file('people.csv', list(somebody(count))), '-o', path, '--quiet', '--lang', 'en');
    expect((await command('replay', path, '--quiet')).code).toBe(0);
    const bytes = readFileSync(path);
    return { bytes, sheet: XLSX.read(bytes).Sheets['Results'] as XLSX.WorkSheet };
  }

  test('a change of one character in a cell of the result is found or reads the same', async () => {
    const next = random(SEED + 2);
    const { bytes, sheet } = await results(30);
    const { results: cells, title } = targets(sheet);
    expect(new Set(cells.map(title)).size).toBeGreaterThan(15);
    const changes = Array.from({ length: Math.round(60 * EFFORT) }, () => {
      const cell = cells[Math.floor(next() * cells.length)] ?? '';
      const before = String((sheet as Cells)[cell]?.v ?? '');
      return [cell, before === '' ? '1' : changed(before, next)] as const;
    });
    report('cells of workbooks', await fates(changes, bytes));
  });

  test('a cell of every column of results, and every sum, one đồng or word off, is found', async () => {
    const { bytes, sheet } = await results(8);
    const { results: cells, sums, title } = targets(sheet);
    const other = (cell: string): string => {
      const before = String((sheet as Cells)[cell]?.v ?? '');
      return NUMBER.test(before || '0') ? String(Number(before) + 1) : `${before} x`;
    };
    const first = [...new Map([...cells].reverse().map((cell) => [title(cell), cell])).values()];
    expect(sums.length).toBeGreaterThan(3);
    const counts = await fates(
      [...first, ...sums].map((cell) => [cell, other(cell)] as const),
      bytes,
    );
    report('columns and sums of workbooks', counts);
    expect(counts.same).toBe(0);
  });

  test('a changed result in CSV is no record: it is refused', async () => {
    const people = file('few.csv', list(somebody(3)));
    const path = file('results.csv');
    await command('batch', people, '-o', path, '--quiet');
    expect(parseCsv(readFileSync(path, 'utf8').slice(1), ',').length).toBe(4);
    expect((await command('replay', path)).code).toBe(3);
  });
});

const NUMBER = /^\d+(\.\d+)?$/;

/** Whether a reader takes both texts of a cell for the same: numbers by value, words in any case and spacing. */
function sameReading(a: string, b: string): boolean {
  const form = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b]+/g, ' ').trim().toLowerCase();
  const numbers = NUMBER.test(a || '0') && NUMBER.test(b || '0') && Number(a) === Number(b);
  return numbers || form(a) === form(b);
} // prettier-ignore
