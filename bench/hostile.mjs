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
  const { user, system } = process.cpuUsage();
  process.stderr.write('\\n#rss ' + peak + ' cpu ' + (user + system) + '\\n');
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
const sharedRows = (count) =>
  Array.from({ length: count }, (_, at) => `<row r="${at + 4}"><c r="G${at + 4}" t="s"><v>0</v></c></row>`).join('');
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
  ['relations that aim at each other', 'cycle.xlsx', () => hostileBook({ cycle: true }), { says: /damaged/ }],
  ['a million merged ranges', 'merges.xlsx', () => mergedBook(1_000_000, () => 'A2:A3'), { says: /merged ranges/ }],
  [
    '100,000 merged ranges over each other',
    'overlap.xlsx',
    () => mergedBook(100_000, (at) => `A${2 + at}:XFD1048576`),
    { row: 'merged-cell' },
  ],
  ['a part with another sum', 'sum.xlsx', () => hostileBook({ crc: 1 }), { says: /damaged/ }],
  ['30,000 names for one part', 'names.xlsx', () => hostileBook({ names: 30_000 }), { says: /damaged/ }],
  [
    'an attribute of 100,000 angles',
    'angles.xlsx',
    () =>
      hostileBook({ rows: people.replace('<row r="2"', `<row r="2" x="${'>'.repeat(100_000)}"`).replace('male', '?') }),
    { row: 'unknown-word' },
  ],
  [
    '200 salaries of 32,000 spaces',
    'spaces.xlsx',
    () => {
      const spaced = row.replace('15000000', `15000000${' '.repeat(32_000)}x`);
      return hostileBook({
        rows: [header, ...Array(200).fill(spaced)].map((line, at) => sheetRow(at + 1, line)).join(''),
      });
    },
    { row: 'text-too-long' },
  ],
  [
    '20,000 cells of one long text',
    'shared.xlsx',
    () =>
      hostileBook({
        shared: `1${' '.repeat(32_000)}1`,
        rows: people + sharedRows(20_000),
      }),
    { says: /texts of the workbook are larger/ },
  ],
  ['60,000 folders', 'folders.xlsx', () => hostileBook({ folders: 60_000 }), { says: /more than 10000 parts/ }],
  [
    '2,000 number formats of 1,000 brackets',
    'formats.xlsx',
    () =>
      hostileBook({
        rows: people.replace('male', '?'),
        styles: `<styleSheet><numFmts>${Array.from({ length: 2000 }, (_, at) => `<numFmt numFmtId="${at + 200}" formatCode="${'['.repeat(1000)}"/>`).join('')}</numFmts><cellXfs>${Array.from({ length: 60_000 }, (_, at) => `<xf numFmtId="${200 + (at % 2000)}"/>`).join('')}</cellXfs></styleSheet>`,
      }),
    { row: 'unknown-word' },
  ],
  [
    'a sheet named by 200,000 marks',
    'marks.xlsx',
    () => hostileBook({ rows: people.replace('male', '?'), name: `a${'\u0301\u0316'.repeat(100_000)}` }),
    { row: 'unknown-word' },
  ],
  [
    '50 headings of 1,000 brackets',
    'brackets.csv',
    () => `${header}${`,${'('.repeat(999)}`.repeat(50)}\n${row.replace('male', '?')}\n`,
    { row: 'unknown-word' },
  ],
  [
    'a JSON line of 90,000 keys',
    'keys-many.ndjson',
    () => `{${Array.from({ length: 90_000 }, (_, at) => `"k${at}":1`).join(',')}}\n`,
    { row: 'unknown-key' },
  ],
  [
    'a JSON line of one key 150,000 times',
    'key-again.ndjson',
    () => `{${many(150_000, '"a":1')}}\n`,
    { row: 'duplicate-key' },
  ],
  ['a case of 0.9 MB of keys', 'keys.json', () => `{${many(90_000, '"k":1234')}}`, { says: /larger than 64 KB/ }],
  ['a case of 10,000 keys', 'keys.yaml', () => 'k: 1\n'.repeat(10_000), { says: /stands twice/ }],
  ['a case of 60,000 brackets', 'deep.yaml', () => '['.repeat(60_000), { says: /Syntax|nested/ }],
  ['a case of 20,000 aliases', 'aliases.yaml', () => `a: &a 1\nb: [${'*a,'.repeat(20_000)}]\n`, { says: /alias/ }],
  ['a case of 30,000 comments', 'comments.yaml', () => `${'#\n'.repeat(30_000)}a: 1\n`, { says: /"a"/ }],
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
    'JSON objects nested 90,000 deep',
    'keys.ndjson',
    () => `${'{"person":'.repeat(90_000)}1${'}'.repeat(90_000)}\n`,
    { row: /wrong|unknown|not-an-object|missing/ },
  ],
  ['JSON row of 500,000 values', 'wide.ndjson', () => `[${many(500_000, '1')}]\n`, { row: 'not-an-object' }],
  ['JSON with a key __proto__', 'proto.ndjson', () => '{"__proto__":{"polluted":1}}\n', { row: 'forbidden-key' }],
];

/** The command that reads a file: of one case, or of many. */
function commandOf(name) {
  const path = join(folder, name);
  return /\.(?:json|yaml)$/.test(name) ? ['calc', path] : ['batch', path, '-o', join(folder, 'out.ndjson')];
}

function run(name) {
  const start = performance.now();
  const args = ['--import', `data:text/javascript,${encodeURIComponent(told)}`, program];
  const got = spawnSync(process.execPath, [...args, ...commandOf(name), '--lang', 'en', '--quiet'], {
    encoding: 'utf8',
    maxBuffer: 64 * MIB,
  });
  const seconds = (performance.now() - start) / 1000;
  const [, rss, cpu] = /#rss (\d+) cpu (\d+)/.exec(got.stderr) ?? [];
  return { code: got.status, err: got.stderr, seconds, cpu: Number(cpu) / 1e6, mb: Number(rss) / 1024 };
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
    const [{ code, err, seconds, cpu, mb }] = [run(name), run(name)].sort((a, b) => a.seconds - b.seconds);
    const says = err.replace(/\n#rss.*/, '').trim();
    const right = wanted.says
      ? code === 3 && wanted.says.test(says)
      : code === 4 && new RegExp(wanted.row).test(refusedRow());
    if (!right) throw new Error(`${what}: exit code ${code}, ${says.slice(0, 300)}`);
    const within = seconds < SECONDS && mb < MEGABYTES;
    if (!within) failed++;
    console.log(
      `${what.padEnd(42)} ${seconds.toFixed(2).padStart(6)} s  cpu ${cpu.toFixed(2).padStart(5)} s ${Math.round(mb).toString().padStart(5)} MB  exit ${code}${within ? '' : '  OVER'}`,
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
