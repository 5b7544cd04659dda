// How long an audit of annex workbooks takes, on the built program (npm run build first), and whether its memory grows with
// their number: 50 and 200 workbooks of 300 people each, made from an example. The house asks for 200 in a minute.
//
//   node bench/audit.mjs
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timed } from './timed.mjs';
import XLSX from '@e965/xlsx';

const MOST = { seconds: 60, growth: 1.5 };
const PEOPLE = 300;
const example = new URL('../examples/kiem-tra/don-vi-06.xlsx', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'nd178-bench-audit-'));

/** A number in letters, so that no two names are alike. */
function letters(number) {
  let [text, rest] = ['', number];
  for (let at = 0; at < 5; at++, rest = Math.floor(rest / 26)) text += String.fromCharCode(97 + (rest % 26));
  return `${text[0]?.toUpperCase()}${text.slice(1)}`;
}

/** Writes so many workbooks of 300 people; one in two of the people of a workbook declares too much. */
function write(count, into) {
  mkdirSync(into, { recursive: true });
  const source = XLSX.read(readFileSync(example), { cellNF: true }).Sheets['PL I.1'];
  const rows = XLSX.utils.sheet_to_json(source, { header: 1, raw: true, blankrows: true });
  const [head, people] = [rows.slice(0, 5), rows.slice(5, 7)];
  for (let book = 0; book < count; book++) {
    const filled = Array.from({ length: PEOPLE }, (_, at) => {
      const row = [...people[at % people.length]];
      row[1] = `Nguyễn ${letters(book * PEOPLE + at)} ${letters((book * PEOPLE + at) * 7919)}`;
      return row;
    });
    const made = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet([...head, ...filled]), 'PL I.1');
    writeFileSync(join(into, `unit-${String(book).padStart(3, '0')}.xlsx`), XLSX.write(made, { type: 'buffer' }));
  }
}

try {
  const found = {};
  for (const count of [50, 200]) {
    const into = join(folder, String(count));
    write(count, into);
    for (const [name, more] of [
      ['ndjson', ['-o', join(folder, 'out.ndjson')]],
      [
        'annexes, minutes, sample',
        [
          '-o',
          join(folder, 'out.ndjson'),
          '--annexes',
          join(folder, 'a.xlsx'),
          '--minutes',
          join(folder, 'm'),
          '--sample',
          '30',
        ],
      ],
    ]) {
      const { seconds, mb } = await timed([0, 5], 'audit', into, ...more);
      found[`${name} ${count}`] = { seconds, mb };
      console.log(
        `${String(count).padStart(4)} workbooks, ${name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s ${String(mb).padStart(5)} MB`,
      );
    }
  }
  const [few, many] = [found['ndjson 50'], found['ndjson 200']];
  if (many.seconds > MOST.seconds) throw new Error(`200 workbooks took ${many.seconds.toFixed(1)} s`);
  if (few.mb > 0 && many.mb > few.mb * MOST.growth) throw new Error(`memory grew from ${few.mb} to ${many.mb} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
