// How long the papers of a list take, on the built program (npm run build first): a DOCX of all, and a folder of files with
// drafts. The number of files is checked, and what is spent against what the house asks.
//
//   node bench/papers.mjs          60 and 1,000 people
//   node bench/papers.mjs 60       so many people
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timed } from './timed.mjs';
import { writeText } from './batch-data.mjs';

/** What the house asks of 1,000 people: seconds and megabytes. */
const MOST = { seconds: 60, mb: 400 };

const folder = mkdtempSync(join(tmpdir(), 'nd178-bench-papers-'));
const path = (name) => join(folder, name);

function report(what, { seconds, mb }) {
  console.log(`${what.padEnd(48)} ${seconds.toFixed(1).padStart(7)} s ${mb === 0 ? '' : `${mb} MB`.padStart(8)}`);
}

try {
  const sizes = process.argv[2] ? [Number(process.argv[2])] : [60, 1000];
  for (const people of sizes) {
    const list = path(`list-${people}.csv`);
    await writeText(list, 'csv', people);
    for (const [what, ...args] of [
      ['one DOCX', '-o', path(`all-${people}.docx`)],
      ['one HTML', '-o', path(`all-${people}.html`)],
      ['a folder of DOCX', '-o', path(`files-${people}`)],
      [
        'a folder with three drafts each',
        '-o',
        path(`drafts-${people}`),
        '--drafts',
        'to-trinh,quyet-dinh,don,cam-ket',
      ],
    ]) {
      const spent = await timed([0, 4], 'papers', list, ...args);
      report(`${people} people, ${what}`, spent);
      if (people === 1000 && (spent.seconds > MOST.seconds || spent.mb > MOST.mb)) {
        console.log(`  more than ${MOST.seconds} s or ${MOST.mb} MB`);
        process.exitCode = 1;
      }
    }
    const files = readdirSync(path(`files-${people}`)).length;
    // List and estimate stand beside the people, as DOCX and as a workbook.
    if (files !== people + 2) throw new Error(`${files} files for ${people} people`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
