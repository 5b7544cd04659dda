import { readFileSync, writeFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { Chain, ChainChecker, type ResultRecord } from '../../src/records.ts';
import { readJson } from '../../src/base/json.ts';
import { csvLine, parseCsv } from '../../src/table/csv.ts';
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

/** Columns whose texts a release may word anew: a replay does not compare them. */
const TEXTS = /legal basis|findings|open legal questions|reason of refusal|row of the input/i;

describe('result workbooks', () => {
  test('a change of one character in a cell of the result is found or reads the same', async () => {
    const next = random(SEED + 2);
    const people = file('people.csv', list(records.filter(({ law }) => law.scheme === 'nd178').slice(0, 30)));
    const path = file('results.xlsx');
    await command('batch', people, '-o', path, '--quiet', '--lang', 'en');
    expect((await command('replay', path, '--quiet')).code).toBe(0);
    const bytes = readFileSync(path);
    const counts = none();
    const passed: string[] = [];
    for (let round = 0; round < 60 * EFFORT; round++) {
      const book = XLSX.read(bytes, { cellNF: true, cellStyles: true });
      const sheet = book.Sheets['Results'] as Record<string, { t: string; v: unknown; w?: string }>;
      const title = (cell: string): string => String(sheet[cell.replace(/\d+$/, '1')]?.v ?? '');
      const outcome = Object.keys(sheet).find((cell) => /^[A-Z]+1$/.test(cell) && title(cell) === 'Outcome') ?? 'A1';
      const from = XLSX.utils.decode_cell(outcome).c;
      const cells = Object.keys(sheet).filter(
        (cell) => /^[A-Z]+\d+$/.test(cell) && XLSX.utils.decode_cell(cell).c >= from && !TEXTS.test(title(cell)),
      );
      const cell = cells[Math.floor(next() * cells.length)] ?? outcome;
      const before = String(sheet[cell]?.v ?? '');
      const after = before === '' ? '1' : changed(before, next);
      sheet[cell] = /^\d+(\.\d+)?$/.test(after) ? { t: 'n', v: Number(after) } : { t: 's', v: after };
      const altered = file('altered.xlsx');
      writeFileSync(altered, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
      const { code } = await command('replay', altered, '--quiet');
      const fate = code !== 0 ? 'found' : sameReading(before, after) ? 'same' : 'passed';
      counts[fate]++;
      if (fate === 'passed') passed.push(`${cell} ${title(cell)}: ${JSON.stringify([before, after])}`);
    }
    report('cells of workbooks', counts);
    expect(passed).toEqual([]);
  });

  test('a changed result in CSV is no record: it is refused', async () => {
    const people = file('few.csv', list(records.filter(({ law }) => law.scheme === 'nd178').slice(0, 3)));
    const path = file('results.csv');
    await command('batch', people, '-o', path, '--quiet');
    expect(parseCsv(readFileSync(path, 'utf8').slice(1), ',').length).toBe(4);
    expect((await command('replay', path)).code).toBe(3);
  });
});

/** Whether a reader takes both texts of a cell for the same: numbers by value, words in any case and spacing. */
function sameReading(a: string, b: string): boolean {
  const form = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b]+/g, ' ').trim().toLowerCase();
  const numbers = /^\d+(\.\d+)?$/.test(a || '0') && /^\d+(\.\d+)?$/.test(b || '0') && Number(a) === Number(b);
  return numbers || form(a) === form(b);
} // prettier-ignore
