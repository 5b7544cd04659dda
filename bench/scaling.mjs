// How the time of every reader grows: each hostile shape is read at doubling lengths, and twice the input may take at
// most 2.5 times the time. What a limit refuses is fast at any length and grows with nothing.
// Usage: npm run build && node bench/scaling.mjs [WORDS of a name]; exit code 1 when one grows faster.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../dist/cli/run.js';
import { readCoefficient, readMoney, readPercent } from '../dist/src/audit/cells/amounts.js';
import { readDate } from '../dist/src/audit/cells/dates.js';
import { readMonths, readYears } from '../dist/src/audit/cells/durations.js';
import { formOfTab, formOfTitle } from '../dist/src/audit/sheet/tab.js';
import { headingText } from '../dist/src/audit/sheet/headings.js';
import { readJson } from '../dist/src/base/json.js';
import { folded, nearest, unaccented } from '../dist/src/base/text.js';
import { parseCase } from '../dist/src/index.js';
import { readAge, readBirth, readDay, readDecimal, readPercent as readCasePercent } from '../dist/src/case/values.js';
import { matchHeading, looksLikeKey } from '../dist/src/table/columns.js';
import { csvLine, guarded, guessSeparator, parseCsv, unguarded } from '../dist/src/table/csv.js';
import { readBirthText, readDayText } from '../dist/src/table/dates.js';
import { hintsOf, isScaled, withoutHint } from '../dist/src/table/hints.js';
import { readMoneyText, readNumberText, readPercentText } from '../dist/src/table/numbers.js';
import { indexWords, readWord } from '../dist/src/table/words.js';
import { formatKind } from '../dist/src/workbook/parts.js';
import { shiftFormula } from '../dist/src/workbook/mark/formula.js';
import { columnName, hostileBook } from './hostile-books.mjs';

/** How much more time twice the input may take. */
const MOST = 2.5;
/** A time that says something about growth, in milliseconds, and the time beyond which nothing is doubled again. */
const [LEAST, ENOUGH] = [50, 250];
const ROUNDS = 3;
const FIRST = 2_000;

const only = process.argv.slice(2).join(' ');
const folder = mkdtempSync(join(tmpdir(), 'nd178-scaling-'));

/** Texts of a length that a pattern could lose its way in. */
const SHAPES = {
  digits: (n) => '1'.repeat(n),
  zeros: (n) => `1.${'0'.repeat(n)}1`,
  groups: (n) => '1.234'.repeat(n / 5),
  spaces: (n) => `1${' '.repeat(n)}1`,
  marks: (n) => `a${'\u0301\u0316'.repeat(n / 2)}`,
  brackets: (n) => `${'('.repeat(n / 2)}${'['.repeat(n / 2)}`,
  closing: (n) => `${'()'.repeat(n / 4)}${')'.repeat(n / 2)}`,
  slashes: (n) => `${'/'.repeat(n)}thang`,
  dates: (n) => '1/1/'.repeat(n / 4),
  letters: (n) => 'a'.repeat(n),
  words: (n) => 'thang nam '.repeat(n / 10),
  amounts: (n) => '1 000 tr '.repeat(n / 9),
  quotes: (n) => `'"`.repeat(n / 2),
  dots: (n) => 'a.'.repeat(n / 2),
  stars: (n) => '*_\\'.repeat(n / 3),
  unicode: (n) => '\ufdfa'.repeat(n),
};

const cell = (text) => text;
const words = indexWords([{ word: 'male', title: { vi: 'nam', en: 'male' }, others: ['ông', 'nam giới'] }]);

/** Readers of one text. */
const TEXTS = {
  'number of a cell': (text) => [readNumberText(text), readMoneyText(text), readPercentText(text)],
  'date of a cell': (text) => [readDayText(text), readBirthText(text)],
  'word of a cell': (text) => readWord(words, text, 'vi'),
  heading: (text) => [matchHeading(text), looksLikeKey(text), hintsOf(text), withoutHint(text), isScaled(text)],
  'word most like': (text) => nearest(text, ['salary.coefficient', 'person.birth']),
  'forms of a text': (text) => [folded(text), unaccented(text)],
  'values of a case': (text) => [
    readDecimal(text),
    readCasePercent(text),
    readDay(text),
    readBirth(text),
    readAge(text),
  ],
  'cells of an audit': (text) => [
    readMoney(cell(text)),
    readCoefficient(cell(text)),
    readPercent(cell(text)),
    readDate(cell(text)),
    readYears(cell(text)),
    readMonths(cell(text)),
  ],
  'headings of an audit': (text) => [headingText(text), formOfTab(text), formOfTitle(text)],
  'CSV text': (text) => [parseCsv(text, ','), guessSeparator(text), guarded(text), unguarded(text), csvLine([text])],
  'JSON text': (text) => [readJson(text), readJson(JSON.stringify(text)), readJson(JSON.stringify([{ [text]: text }]))],
  'number format': (text) => formatKind(200, text),
  formula: (text) => shiftFormula(text, 1, 1),
  'a case': (text) =>
    parseCase({ person: { sex: text, birth: text, group: text }, leaving: { date: text }, age: { limit: text } }),
};

const header = 'person.sex,person.birth,person.group,leaving.route,leaving.date,insurance.years,salary.monthly';
const row = 'male,1966-01-15,civil-servant,auto,2025-05-01,22,15000000';
const sheetRow = (number, values) =>
  `<row r="${number}">${values
    .map((value, at) => `<c r="${columnName(at)}${number}" t="str"><v>${value}</v></c>`)
    .join('')}</row>`;
const rowsOf = (...lines) => lines.map((line, at) => sheetRow(at + 1, line.split(','))).join('');
const people = rowsOf(header, row);
const one = { person: { sex: 'male', birth: '1966', group: 'cadre' }, leaving: { route: 'auto', date: '2025-05-01' } };
const many = (n, text) => Array.from({ length: n }, (_, at) => text(at)).join('');

/** Whole files by the command that reads them: the name, the command, and the file of a size. */
const FILES = [
  [
    'attributes of a row',
    'x.xlsx',
    (n) => hostileBook({ rows: people.replace('<row r="2"', `<row r="2"${many(n / 10, (at) => ` a${at}="1"`)}`) }),
  ],
  [
    'angles in an attribute',
    'x.xlsx',
    (n) => hostileBook({ rows: people.replace('<row r="2"', `<row r="2" x="${'>'.repeat(n)}"`) }),
  ],
  [
    'spaces between attributes',
    'x.xlsx',
    (n) => hostileBook({ rows: people.replace('<row r="2"', `<row${' '.repeat(n)} r="2"`) }),
  ],
  ['comments', 'x.xlsx', (n) => hostileBook({ rows: many(n / 8, () => '<!---->') + people })],
  ['entities', 'x.xlsx', (n) => hostileBook({ rows: rowsOf(header, row.replace('male', '&amp;'.repeat(n / 5))) })],
  [
    'a long text of marks',
    'x.xlsx',
    (n) => hostileBook({ rows: rowsOf(header, row.replace('male', SHAPES.marks(n))) }),
  ],
  [
    'headings of brackets',
    'x.xlsx',
    (n) => hostileBook({ rows: rowsOf(many(n / 1000, () => `${'('.repeat(999)},`) + header, row) }),
  ],
  [
    'cells of spaces',
    'x.xlsx',
    (n) =>
      hostileBook({
        rows: rowsOf(header, ...Array(Math.ceil(n / 1000)).fill(row.replace('15000000', `1${' '.repeat(1000)}1`))),
      }),
  ],
  [
    'merged ranges',
    'x.xlsx',
    (n) =>
      hostileBook({
        sheet: `<worksheet><sheetData>${people}</sheetData><mergeCells>${many(n / 50, (at) => `<mergeCell ref="A${2 + at}:C${3 + at}"/>`)}</mergeCells></worksheet>`,
      }),
  ],
  ['names of sheets', 'x.xlsx', (n) => hostileBook({ rows: people, name: SHAPES.marks(n) })],
  ['rows of CSV', 'x.csv', (n) => `${header}\n${`${row}\n`.repeat(n / 50)}`],
  ['headings of CSV', 'x.csv', (n) => `${header}${many(n / 10, (at) => `,a${at}`)}\n${row}\n`],
  ['titles of CSV', 'x.csv', (n) => `${`${'('.repeat(n / 30)}\n`.repeat(29)}${header}\n${row}\n`],
  ['quotes of CSV', 'x.csv', (n) => `${header}\n${'"\n""x\n'.repeat(n / 6)}`],
  ['keys of NDJSON', 'x.ndjson', (n) => `{${many(n / 10, (at) => `"k${at}":1,`)}"a":1}\n`],
  ['one key of NDJSON many times', 'x.ndjson', (n) => `{${'"a":1,'.repeat(n / 6)}"a":1}\n`],
  ['nesting of NDJSON', 'x.ndjson', (n) => `${'{"a":'.repeat(n / 5)}1e999${'}'.repeat(n / 5)}\n`],
  ['numbers of NDJSON', 'x.ndjson', (n) => `[${'1'.repeat(n)}]\n`],
  [
    'a word of NDJSON',
    'x.ndjson',
    (n) => `${JSON.stringify({ ...one, insurance: { years: '1'.repeat(n) }, id: 'a'.repeat(n) })}\n`,
  ],
  ['keys of a case', 'x.json', (n) => `{${many(n / 10, (at) => `"k${at}":1,`)}"a":1}`],
  ['one key of a case many times', 'x.yaml', (n) => 'a: 1\n'.repeat(n / 5)],
  ['keys of a case in YAML', 'x.yaml', (n) => many(n / 10, (at) => `k${at}: 1\n`)],
  ['brackets of a case', 'x.yaml', (n) => '['.repeat(n)],
  ['brackets and braces of a case', 'x.yaml', (n) => `a: ${'[{'.repeat(n / 2)}`],
  ['spaces of a case', 'x.yaml', (n) => `a:${' '.repeat(n)}b\n`],
  ['line ends of a case', 'x.yaml', (n) => `a: "${'\n'.repeat(n)}"\n`],
  ['lines of a case', 'x.yaml', (n) => `a: b\n${' c\n'.repeat(n / 3)}`],
  ['comments of a case', 'x.yaml', (n) => `${'#\n'.repeat(n / 2)}a: 1\n`],
  ['anchors of a case', 'x.yaml', (n) => many(n / 12, (at) => `k${at}: &a${at} 1\n`)],
  ['aliases of a case', 'x.yaml', (n) => `a: &a 1\nb: [${'*a,'.repeat(n / 3)}]\n`],
  ['documents of a case', 'x.yaml', (n) => '---\n'.repeat(n / 4)],
  ['a list of a case', 'x.yaml', (n) => `person:\n${' - a\n'.repeat(n / 5)}`],
  ['digits of a case', 'x.yaml', (n) => `salary: {monthly: ${'1'.repeat(n)}}\n`],
  ['marks of a case', 'x.yaml', (n) => `id: ${SHAPES.marks(n)}\n`],
  ['braces of a case on many lines', 'x.yaml', (n) => '{\n'.repeat(n / 2)],
  ['flags', '', (n) => ['calc', `--person.birth=${'1'.repeat(n)}`, `--salary.coefficient=${SHAPES.zeros(n)}`]],
  ['an unknown flag', '', (n) => ['calc', `--${'a'.repeat(n)}=1`]],
  ['many flags', '', (n) => ['calc', ...Array(Math.ceil(n / 20)).fill('--person.birth=1966-01-01')]],
  ['an audit sheet', 'audit.xlsx', (n) => hostileBook({ rows: auditRows(n, '1/1/'.repeat(100)) })],
  ['an audit sheet of spaces', 'audit.xlsx', (n) => hostileBook({ rows: auditRows(n, ' '.repeat(400)) })],
  ['an audit sheet of slashes', 'audit.xlsx', (n) => hostileBook({ rows: auditRows(n, '/'.repeat(200)) })],
  [
    'headings of an audit sheet',
    'audit.xlsx',
    (n) =>
      hostileBook({
        rows: many(40, (at) => sheetRow(at + 1, Array(20).fill('họ và tên '.repeat(Math.ceil(n / 8000))))),
      }),
  ],
];

/** Rows below the headings of form I.1, each cell a text of so many characters together. */
function auditRows(n, text) {
  const columns = Array.from({ length: 20 }, (_, at) => at + 1);
  const rows = Math.max(1, Math.ceil(n / (20 * text.length)));
  return (
    sheetRow(1, ['Phụ lục I.1']) +
    sheetRow(2, columns) +
    many(rows, (at) =>
      sheetRow(
        at + 3,
        columns.map((one) => (one === 2 ? 'Nguyen Van A' : text)),
      ),
    )
  );
}

const host = {
  out: () => undefined,
  err: () => undefined,
  read: (file) => readFileSync(file, 'utf8'),
  env: {},
  asks: false,
  colour: false,
  progress: false,
};

function argumentsOf(name, content) {
  if (name === '') return content;
  const path = join(folder, name);
  writeFileSync(path, content);
  if (name.startsWith('audit')) return ['audit', path, '-o', join(folder, 'out.json'), '--format', 'json'];
  return /\.(json|yaml)$/.test(name) ? ['calc', path] : ['batch', path, '-o', join(folder, 'out.ndjson'), '--quiet'];
}

/**
 * Every reader with what it reads at a length: a text up to four times what a cell holds (of longer ones the collector
 * of memory shows more than the reader), a file up to a megabyte.
 */
const READERS = [
  ...Object.entries(TEXTS).flatMap(([what, read]) =>
    Object.entries(SHAPES).map(([shape, make]) => [`${what}: ${shape}`, make, read, 2 ** 16]),
  ),
  ...FILES.map(([what, name, make]) => [
    `file: ${what}`,
    (n) => argumentsOf(name, make(n)),
    (args) => run(args, host),
    2 ** 19,
  ]),
];

/** The least milliseconds that a reading took. */
async function time(make, read, n) {
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const input = make(n);
    const start = performance.now();
    await read(input);
    least = Math.min(least, performance.now() - start);
    if (least > 4 * ENOUGH) break;
  }
  return least;
}

/**
 * How a reading grows: milliseconds at the longest length that was tried, and how many times as many twice the input
 * takes, as the last two doublings show together; measured again where the machine may have done something else.
 */
async function growth(make, read, longest) {
  let n = FIRST;
  while (n < longest && (n === FIRST || (await time(make, read, n)) < ENOUGH)) n *= 2;
  let best = { n, whole: 0, ratio: Infinity };
  for (let again = 0; again < ROUNDS && best.ratio > MOST; again++) {
    const quarter = await time(make, read, n / 4);
    const whole = await time(make, read, n);
    const ratio = whole > LEAST ? Math.sqrt(whole / quarter) : 0;
    if (ratio < best.ratio) best = { n, whole, ratio };
  }
  return best;
}

let [failed, tried] = [0, 0];
try {
  await run(argumentsOf('warm.csv', `${header}\n${row}\n`), host);
  for (const [what, make, read, longest] of READERS) {
    if (!what.includes(only)) continue;
    const { n, whole, ratio } = await growth(make, read, longest);
    tried++;
    const tooFast = ratio > MOST;
    if (tooFast) failed++;
    const shown = whole > LEAST ? `x ${ratio.toFixed(2)}` : '';
    console.log(
      `${what.padEnd(44)} ${String(n).padStart(8)} ${whole.toFixed(1).padStart(8)} ms  ${shown.padStart(7)}${tooFast ? '  OVER' : ''}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${tried} shapes, ${failed} that grow more than ${MOST} times with twice the input`);
if (failed > 0) process.exitCode = 1;
