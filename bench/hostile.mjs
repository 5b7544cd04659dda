// What a hostile file costs: every one must be refused by name, as a whole or in its row, and only then is the time and
// the most memory of the program told, start of Node.js and loading of the law included.
// Usage: npm run build && node bench/hostile.mjs; exit code 1 when a file takes a second or 300 MB.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columnName, hostileBook } from './hostile-books.mjs';

const SECONDS = 1;
const MEGABYTES = 300;
const MIB = 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'nd178-hostile-'));
const program = new URL('../dist/bin/nd178.js', import.meta.url).pathname;
// The program itself tells the most memory it held (of its own: `maxRSS` would count the parent's up to the start).
const told = `import { readFileSync } from 'node:fs';
process.on('exit', () => {
  let peak = process.resourceUsage().maxRSS;
  try { peak = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]); } catch {}
  process.stderr.write('\\n#rss ' + peak + '\\n');
});`;

const header = 'person.sex,person.birth,person.group,leaving.route,leaving.date,insurance.years,salary.monthly';
const row = 'male,1966-01-15,civil-servant,auto,2025-05-01,22,15000000';
const cells = (count) =>
  Array.from({ length: count }, (_, at) => `<c r="${columnName(at % 16384)}1"><v>1</v></c>`).join('');
const many = (count, text) => Array(count).fill(text).join(',');
const sheetRow = (number, values) =>
  `<row r="${number}">${values
    .split(',')
    .map((value, at) => `<c r="${columnName(at)}${number}" t="str"><v>${value}</v></c>`)
    .join('')}</row>`;
const people = [header, row, row].map((values, at) => sheetRow(at + 1, values)).join('');
const mergedBook = (count, area) =>
  hostileBook({
    sheet: `<worksheet><sheetData>${people}</sheetData><mergeCells>${Array.from({ length: count }, (_, at) => `<mergeCell ref="${area(at)}"/>`).join('')}</mergeCells></worksheet>`,
  });

/** Name of the file, its content, and what stderr (a file) or the output (a row) must say. */
const FILES = [
  ['zip bomb: 1 GB of one letter', 'bomb.xlsx', () => hostileBook({ filler: 1024 * MIB }), { says: /unpacks to more/ }],
  [
    'zip bomb: 120 MB of XML',
    'bomb-xml.xlsx',
    () => hostileBook({ rows: '<x/>'.repeat(30 * MIB) }),
    { says: /unpacks to more/ },
  ],
  [
    'zip bomb with a false size',
    'lie.xlsx',
    () => hostileBook({ rows: '<x/>'.repeat(3 * MIB), claim: 1000 }),
    { says: /damaged/ },
  ],
  [
    '4 GB claimed',
    'claim.xlsx',
    () => hostileBook({ extra: { name: 'x', text: 'x', claim: 2 ** 32 - 2 } }),
    { says: /unpacks to more/ },
  ],
  ['shared texts of 400 MB', 'texts.xlsx', () => hostileBook({ texts: 400 * MIB }), { says: /more than|larger than/ }],
  [
    'a workbook row of a million cells',
    'wide.xlsx',
    () => hostileBook({ rows: `<row r="1">${cells(1_000_000)}</row>` }),
    { says: /damaged/ },
  ],
  [
    'XML nested 100,000 deep',
    'deep.xlsx',
    () => hostileBook({ sheet: '<a>'.repeat(100_000) }),
    { says: /nested deeper/ },
  ],
  [
    'DTD with entities that name each other',
    'dtd.xlsx',
    () => hostileBook({ sheet: '<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]><worksheet>&a;</worksheet>' }),
    { says: /DTD/ },
  ],
  ['relations that aim at each other', 'cycle.xlsx', () => hostileBook({ cycle: true }), { says: /not an \.xlsx/ }],
  ['a million merged ranges', 'merges.xlsx', () => mergedBook(1_000_000, () => 'A2:A3'), { says: /merged ranges/ }],
  [
    '100,000 merged ranges over each other',
    'overlap.xlsx',
    () => mergedBook(100_000, (at) => `A${2 + at}:XFD1048576`),
    { row: 'merged-cell' },
  ],
  ['macros', 'macros.xlsx', () => hostileBook({ extra: { name: 'xl/vbaProject.bin', text: 'x' } }), { says: /macros/ }],
  [
    'external links',
    'links.xlsx',
    () => hostileBook({ extra: { name: 'xl/externalLinks/externalLink1.xml', text: '<x/>' } }),
    { says: /links to other files/ },
  ],
  ['NUL bytes', 'nul.csv', () => `${header}\n${row}\u0000\n`, { says: /NUL/ }],
  ['200 MB of NUL bytes', 'zero.csv', () => Buffer.alloc(200 * MIB), { says: /NUL/ }],
  ['a column named __proto__', 'proto.csv', () => `${header},__proto__\n${row},x\n`, { says: /__proto__/ }],
  ['a header of a million columns', 'header.csv', () => `${header},${many(1_000_000, 'a')}\n${row}\n`, { says: /./ }],
  [
    'a CSV row of a million cells',
    'wide.csv',
    () => `${header}\n${many(1_000_000, '1')}\n${row}\n`,
    { row: 'row-too-long' },
  ],
  [
    'a quote never closed before 50 MB',
    'quote.csv',
    () => `${header}\n"${`${'y'.repeat(900_000)}\n`.repeat(50)}`,
    { row: 'row-too-long' },
  ],
  ['a line of 64 MB', 'long.ndjson', () => Buffer.alloc(64 * MIB, 'x'), { row: 'row-too-long' }],
  [
    'JSON nested 250,000 deep',
    'deep.ndjson',
    () => `${'['.repeat(250_000)}${']'.repeat(250_000)}\n`,
    { row: 'not-an-object' },
  ],
  [
    'JSON objects nested 100,000 deep',
    'keys.ndjson',
    () => `${'{"person":'.repeat(100_000)}1${'}'.repeat(100_000)}\n`,
    { row: /wrong|unknown|not-an-object|missing/ },
  ],
  ['JSON row of 500,000 values', 'wide.ndjson', () => `[${many(500_000, '1')}]\n`, { row: 'not-an-object' }],
  ['JSON with a key __proto__', 'proto.ndjson', () => '{"__proto__":{"polluted":1}}\n', { row: 'forbidden-key' }],
];

function run(name) {
  const start = performance.now();
  const args = ['--import', `data:text/javascript,${encodeURIComponent(told)}`, program];
  const got = spawnSync(
    process.execPath,
    [...args, 'batch', join(folder, name), '-o', join(folder, 'out.ndjson'), '--lang', 'en', '--quiet'],
    { encoding: 'utf8', maxBuffer: 64 * MIB },
  );
  const seconds = (performance.now() - start) / 1000;
  return { code: got.status, err: got.stderr, seconds, mb: Number(/#rss (\d+)/.exec(got.stderr)?.[1]) / 1024 };
}

/** The codes of the first row that was refused. */
function refusedRow() {
  const line = readFileSync(join(folder, 'out.ndjson'), 'utf8').split('\n')[0] ?? '';
  return (JSON.parse(line).issues ?? []).map(({ code }) => code).join(' ');
}

let failed = 0;
try {
  for (const [what, name, content, wanted] of FILES) {
    writeFileSync(join(folder, name), content());
    const [{ code, err, seconds, mb }] = [run(name), run(name)].sort((a, b) => a.seconds - b.seconds);
    const says = err.replace(/\n#rss.*/, '').trim();
    const right = wanted.says
      ? code === 3 && wanted.says.test(says)
      : code === 4 && new RegExp(wanted.row).test(refusedRow());
    if (!right) throw new Error(`${what}: exit code ${code}, ${says.slice(0, 300)}`);
    const within = seconds < SECONDS && mb < MEGABYTES;
    if (!within) failed++;
    console.log(
      `${what.padEnd(42)} ${seconds.toFixed(2).padStart(6)} s ${Math.round(mb).toString().padStart(5)} MB  exit ${code}${within ? '' : '  OVER'}`,
    );
    rmSync(join(folder, name));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed > 0) {
  console.log(`${failed} over ${SECONDS} s or ${MEGABYTES} MB`);
  process.exitCode = 1;
}
