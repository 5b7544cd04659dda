// The reader of text on files that are made to be slow: rows too long, quotes never closed. Each must give its rows, or
// be refused, in the time named; the file grows fourfold, and so may the time, but not sixteenfold.
// Usage: npm run build && node bench/text.mjs; exit code 1 when one takes longer.
import { textRows } from '../dist/src/table/text-rows.js';

const PIECE = 64 * 1024;
const LINES = 50_000;

async function* pieces(text) {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

async function rowsOf(text, options) {
  let rows = 0;
  for await (const some of textRows(pieces(text), options)) rows += some.length;
  return rows;
}

const csv = { separator: ',', rowBytes: 1024 * 1024 };

/** A text of so many lines, how it is read, seconds for 200,000 lines, and what must come of it. */
const FILES = [
  ['plain rows', (lines) => '1,"x",y\n'.repeat(lines), csv, 2, (rows, lines) => rows === lines],
  ['a"b,"c', (lines) => 'a"b,"c\n'.repeat(lines), csv, 3, (rows, lines) => rows === lines],
  ['"', (lines) => '"\n""x\n'.repeat(lines), csv, 3, (rows, lines) => rows >= lines / 2],
  [',"a""', (lines) => ',"a""\n'.repeat(lines), csv, 3, (rows, lines) => rows >= lines / 2],
  ['"a"\\n"",""', (lines) => '"a\n"",""\n'.repeat(lines), csv, 3, (rows, lines) => rows >= lines / 2],
  [
    'rows too long',
    (lines) => `"c\n${`${'a'.repeat(400)},b\n`.repeat(lines / 50)}`.repeat(30),
    { separator: ',', rowBytes: 8000 },
    2,
    (rows) => rows === 'rows-too-long',
  ],
  ['one endless line', (lines) => 'x'.repeat(lines * 50) + '\n{}\n', { rowBytes: 1000 }, 1, (rows) => rows === 2],
];

let failed = false;
for (const [name, textOf, options, most, isRight] of FILES) {
  const seconds = [];
  for (const lines of [LINES, 4 * LINES]) {
    const text = textOf(lines);
    const start = performance.now();
    const rows = await rowsOf(text, options).catch((error) => error.code);
    seconds.push((performance.now() - start) / 1000);
    if (!isRight(rows, lines)) throw new Error(`${name}: ${rows} of ${lines} lines`);
  }
  const slow = seconds[1] > most;
  failed ||= slow;
  const shown = seconds.map((one) => `${one.toFixed(2).padStart(6)} s`).join('');
  console.log(`${name.padEnd(20)} ${shown}${slow ? `  more than ${most} s` : ''}`);
}
if (failed) process.exitCode = 1;
