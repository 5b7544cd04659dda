import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FileRefused } from '../../src/messages/refused.ts';
import { sourceOf } from '../../src/workbook/bytes.ts';
import { openXlsx } from '../../src/workbook/open.ts';
import { bookParts, command, sheetOf, testFolder, zip, type Part } from '../support/table.ts';

/**
 * Files that were changed: one byte of a workbook, the structure of its XML, letters and marks of a text. Every change is
 * refused, or reads the same where it was of one byte; none ends in an internal error. `ND178_ATTACK` times 150 changes
 * of each kind; `ND178_ATTACK_SEED`: another row of changes.
 */
const COUNT = Math.ceil(150 * Number(process.env['ND178_ATTACK'] ?? 1));
const SEED = Number(process.env['ND178_ATTACK_SEED'] ?? 178);

const file = testFolder();

/** Numbers below a bound, the same for one seed in every run (a linear congruential generator). */
function dice(name: string): (below: number) => number {
  let state = [...name].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, SEED);
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const HEADINGS = [
  'person.sex',
  'person.birth',
  'person.group',
  'leaving.route',
  'leaving.date',
  'leaving.reorganisation',
];
const MORE = ['insurance.years', 'salary.coefficient', 'salary.publicService'];
const PERSON = ['male', '1966-01-15', 'civil-servant', 'auto', '2025-05-01', '2025-03-01'];

/** A workbook of two people with shared texts, styles, a date, a per cent, merged cells and a second sheet. */
function parts(stored: boolean): Part[] {
  const texts = [...HEADINGS, ...MORE, ...PERSON];
  const shared = (column: string, row: number, text: string): string =>
    `<c r="${column}${row}" t="s"><v>${texts.indexOf(text)}</v></c>`;
  const letters = 'ABCDEFGHI';
  const row = (number: number, coefficient: string): string =>
    `<row r="${number}">${PERSON.map((text, at) => shared(letters.charAt(at), number, text)).join('')}` +
    `<c r="G${number}"><v>22</v></c><c r="H${number}" t="inlineStr"><is><t>${coefficient}</t></is></c>` +
    `<c r="I${number}" s="1"><v>0.25</v></c></row>`;
  const heading = [...HEADINGS, ...MORE].map((text, at) => shared(letters.charAt(at), 1, text)).join('');
  const sheet = `<worksheet><sheetData><row r="1">${heading}</row>${row(2, '4.65')}${row(3, '3.66')}</sheetData><mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells></worksheet>`;
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const relations =
    relation('r2', 'sharedStrings', 'sharedStrings.xml') +
    relation('r3', 'styles', 'styles.xml') +
    relation('r4', 'worksheet', 'worksheets/sheet2.xml');
  const sheets =
    '<workbook><workbookPr date1904="0"/><sheets><sheet name="Danh sách" sheetId="1" r:id="r1"/><sheet name="Ghi chú" sheetId="2" r:id="r4"/></sheets></workbook>';
  const more = [
    { name: 'xl/sharedStrings.xml', text: `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>` },
    {
      name: 'xl/styles.xml',
      text: '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    },
    { name: 'xl/worksheets/sheet2.xml', text: sheetOf('<row r="1"><c r="A1" s="2"><v>45778</v></c></row>') },
  ];
  return bookParts(sheet, more).map((part) => {
    if (part.name === 'xl/workbook.xml') return { ...part, stored, text: sheets };
    if (!part.name.endsWith('workbook.xml.rels')) return { ...part, stored };
    return { ...part, stored, text: String(part.text).replace('</R', `${relations}</R`) };
  });
}

/** What a workbook holds, as JSON; the code of its refusal. */
async function told(data: Uint8Array): Promise<string> {
  try {
    const book = await openXlsx(sourceOf(data));
    const sheets = [];
    for (const name of book.sheets) {
      const rows = [];
      for await (const some of book.rows(name)) rows.push(...some);
      sheets.push({ name, rows, merges: await book.merges(name) });
    }
    return JSON.stringify(sheets);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return error.code;
  }
}

const REFUSED = /^[a-z-]+$/;

describe('one byte of a workbook', () => {
  it.each([
    ['stored', true],
    ['packed', false],
  ])('%s: the change is refused, or the workbook reads the same', async (name, stored) => {
    const roll = dice(name);
    const whole = zip(parts(stored));
    const before = await told(whole);
    expect(before).toContain('"civil-servant"');
    let refused = 0;
    for (let count = 0; count < COUNT; count++) {
      const at = roll(whole.length);
      const changed = Buffer.from(whole);
      changed[at] = ((changed[at] ?? 0) + 1 + roll(255)) % 256;
      const after = await told(changed);
      if (REFUSED.test(after)) refused++;
      else expect(after, `byte ${at} is ${changed[at]}`).toBe(before);
    }
    expect(refused).toBeGreaterThan(COUNT / 3);
  });

  it.each([
    ['stored', true],
    ['packed', false],
  ])('%s: what is cut off, doubled or put in is refused, or the workbook reads the same', async (name, stored) => {
    const roll = dice(`${name} pieces`);
    const whole = zip(parts(stored));
    const before = await told(whole);
    for (let count = 0; count < COUNT; count++) {
      const [from, length] = [roll(whole.length), 1 + roll(60)];
      const piece = whole.subarray(from, from + length);
      const head = whole.subarray(0, from);
      const changed = [
        Buffer.concat([head, whole.subarray(from + length)]),
        Buffer.concat([head, piece, whole.subarray(from)]),
        Buffer.concat([head, Buffer.alloc(length), whole.subarray(from)]),
        head,
      ][roll(4)] as Buffer;
      const after = await told(changed);
      if (!REFUSED.test(after)) expect(after, `${length} bytes from ${from}`).toBe(before);
    }
  });
});

/** What stands in place of a tag, an attribute or a text. */
const VALUES = [
  '',
  '0',
  '-1',
  '99',
  '1e9',
  '0x1',
  ' ',
  'A1',
  'XFD1048576',
  's',
  'inlineStr',
  'r1',
  '&amp;',
  '&#x0;',
  '&who;',
  '../workbook.xml',
  '"',
  '<',
  '>>',
  'ọ',
];
const PIECE = /<[^>]*>|[^<]+/g;
const ATTRIBUTE = /="[^"]*"/g;

/** A part with its structure changed in one place. */
function mutated(xml: string, roll: (below: number) => number): string {
  const pieces = xml.match(PIECE) ?? [];
  const [at, other] = [roll(pieces.length), roll(pieces.length)];
  const piece = pieces[at] ?? '';
  const value = VALUES[roll(VALUES.length)] ?? '';
  switch (roll(7)) {
    case 0:
      pieces.splice(at, 1);
      break;
    case 1:
      pieces.splice(other, 0, piece);
      break;
    case 2:
      [pieces[at], pieces[other]] = [pieces[other] ?? '', piece];
      break;
    case 3:
      pieces[at] = `<x${roll(9)}>${piece}`;
      break;
    case 4:
      pieces[at] = piece.startsWith('<') ? piece.replace(/(\w)(?=[\s/>])/, '$1z') : value;
      break;
    default: {
      const attributes = piece.match(ATTRIBUTE) ?? [];
      const chosen = attributes[roll(attributes.length)];
      pieces[at] = chosen === undefined ? piece + value : piece.replace(chosen, `="${value}"`);
    }
  }
  return pieces.join('');
}

describe('the structure of a workbook', () => {
  it('changed in one place: it is read or refused, and never ends otherwise', async () => {
    const roll = dice('structure');
    const list = parts(true);
    const codes = new Map<string, number>();
    for (let count = 0; count < COUNT; count++) {
      const chosen = roll(list.length);
      const changed = list.map((part, at) =>
        at === chosen ? { ...part, text: mutated(String(part.text), roll) } : part,
      );
      const after = await told(zip(changed));
      const code = REFUSED.test(after) ? after : 'read';
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(codes.get('damaged-workbook')).toBeGreaterThan(COUNT / 5);
    expect(codes.get('read')).toBeGreaterThan(COUNT / 20);
  });

  it('through the commands there is no internal error', async () => {
    const roll = dice('commands');
    const list = parts(true);
    for (let count = 0; count < COUNT / 5; count++) {
      const chosen = roll(list.length);
      const changed = zip(
        list.map((part, at) => (at === chosen ? { ...part, text: mutated(String(part.text), roll) } : part)),
      );
      const path = file('changed.xlsx', changed);
      const batch = await command('batch', path, '-o', '-', '--to', 'ndjson');
      expect([0, 3, 4], batch.err).toContain(batch.code);
      const audit = await command('audit', path, '-o', file('marked.xlsx'));
      expect([0, 3, 4, 5], audit.err).toContain(audit.code);
    }
  });

  it('the form of a unit, changed: there is no internal error', async () => {
    const roll = dice('form');
    const whole = readFileSync('test/audit/fixtures/civil.xlsx');
    for (let count = 0; count < COUNT / 15; count++) {
      const changed = Buffer.from(whole);
      for (let bytes = 0; bytes <= roll(3); bytes++) changed[roll(changed.length)] = roll(256);
      const { code, err } = await command('audit', file('form.xlsx', changed), '-o', file('marked.xlsx'));
      expect([0, 3, 4, 5], err).toContain(code);
    }
  });
});

const CASE = JSON.stringify({
  id: 'A',
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'auto', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22, months: 0, publicSector: { years: 22, months: 0 } },
  salary: { coefficient: '4.65', publicService: '25%' },
});

/** Letters and pieces that steer a reader of text. */
const MARKS = [
  '"',
  "'",
  '\\',
  '\\u0061',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ';',
  '\n',
  '\r',
  '\t',
  '\0',
  '\ufeff',
  '\ufffd',
  '1e400',
  '-',
  '--- ',
  '&a ',
  '*a',
  '!t ',
  '|',
  '\u0301',
  '\u202e',
  '\ud800',
  '9'.repeat(40),
  ' '.repeat(300),
  '__proto__',
];

function mutatedText(text: string, roll: (below: number) => number): string {
  const [from, length] = [roll(text.length), roll(12)];
  const mark = MARKS[roll(MARKS.length)] ?? '';
  const piece = text.slice(from, from + length);
  const kept = [mark, piece + mark, piece + piece, ''][roll(4)] ?? '';
  return text.slice(0, from) + kept + text.slice(from + length);
}

describe('a text', () => {
  const csv = `${[...HEADINGS, ...MORE].join()}\n${[...PERSON, '22', '4.65', '25%'].join()}\n`.repeat(2);
  it.each([
    ['x.ndjson', `${CASE}\n${CASE}\n`, [0, 3, 4]],
    ['x.csv', csv, [0, 3, 4]],
    ['x.json', CASE, [0, 3]],
    [
      'x.yaml',
      'id: A\nperson: {sex: male, birth: 1966-01-15, group: cadre}\nleaving:\n  date: 2025-05-01\n  reorganisation: 2025-03-01\n  route: auto\ninsurance:\n  years: 22\nsalary:\n  monthly: "15356250"\n',
      [0, 3],
    ],
  ] as const)('%s changed in one place or two: there is no internal error', async (name, text, codes) => {
    const roll = dice(name);
    const told = new Set<number>();
    for (let count = 0; count < COUNT; count++) {
      const once = mutatedText(text, roll);
      const path = file(name, roll(2) === 0 ? once : mutatedText(once, roll));
      const args =
        /json$|yaml$/.test(name) && !name.endsWith('ndjson')
          ? ['calc', path]
          : ['batch', path, '-o', '-', '--to', 'ndjson'];
      const { code, err } = await command(...args);
      expect(codes, `${JSON.stringify(readFileSync(path, 'utf8'))}\n${err}`).toContain(code);
      told.add(code);
    }
    expect(told.size).toBeGreaterThan(1);
  });

  it('of JSON whose structure was changed says the same, or is refused', async () => {
    const roll = dice('json');
    const before = await command('calc', file('whole.json', CASE), '--format', 'json');
    const keys = CASE.match(/"\w+":/g) ?? [];
    for (let count = 0; count < COUNT; count++) {
      // A key once more, with another value, at the beginning or the end of its object.
      const key = keys[roll(keys.length)] ?? '';
      const name = roll(2) === 0 ? key : key.replace(/\w/, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`);
      const at = CASE.indexOf(key);
      const changed = CASE.slice(0, at) + `${name}${['1', '"9.65"', '{}', 'null'][roll(4)]},` + CASE.slice(at);
      for (const args of [['calc'], ['batch', '-o', '-', '--from', 'ndjson', '--to', 'ndjson']]) {
        const [verb = '', ...more] = args;
        const { code, out } = await command(verb, file('changed.json', changed), ...more);
        expect([3, 4], changed).toContain(code);
        expect(out).not.toContain('"total"');
      }
    }
    expect(before.code).toBe(0);
  });
});
