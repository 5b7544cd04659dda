import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/workbook/limits.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import type { OpenOptions } from '../../src/workbook/open.ts';
import { bookParts, command, rowsOf, sheetOf, testFolder, zip } from '../support/table.ts';

const file = testFolder();
const MIB = 1024 * 1024;

async function refusal(data: Uint8Array, options?: OpenOptions): Promise<string> {
  try {
    await rowsOf(data, undefined, options);
  } catch (error) {
    if (error instanceof FileRefused) {
      expect(error.text('vi')).not.toBe('');
      return error.code;
    }
    throw error;
  }
  return 'read';
}

const cell = (name: string, value: string) => `<c r="${name}"><v>${value}</v></c>`;
const good = bookParts(sheetOf(`<row r="1">${cell('A1', '1')}</row>`));
const last = good[3]!;

describe('a hostile workbook is refused by name', () => {
  const bomb = '<x/>'.repeat(3 * MIB);
  it.each<[string, Uint8Array]>([
    ['ratio-too-high', zip(bookParts(sheetOf(bomb)))],
    [
      'damaged-workbook',
      zip(bookParts(sheetOf(bomb)).map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, claim: 1000 } : part))),
    ],
    ['unpacks-too-large', zip([...good, { name: 'x', text: 'x', claim: 2 ** 32 - 2 }])],
    ['has-dtd', zip(bookParts('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'))],
    ['nested-too-deep', zip(bookParts('<a>'.repeat(100_000)))],
    ['has-macros', zip([...good, { name: 'xl/vbaProject.bin', text: 'x' }])],
    ['has-external-links', zip([...good, { name: 'xl/externalLinks/externalLink1.xml', text: '<x/>' }])],
    ['damaged-workbook', zip(bookParts('<worksheet><sheetData><row r="1">'))],
    ['damaged-workbook', zip(bookParts(sheetOf(`<row r="9999999">${cell('A1', '1')}</row>`)))],
    ['damaged-workbook', zip(bookParts(sheetOf('<row r="2"></row><row r="1"></row>')))],
    ['damaged-workbook', zip(bookParts(sheetOf(`<row r="1">${cell('ZZZZ1', '1')}</row>`)))],
    ['damaged-workbook', zip(bookParts(sheetOf(`<row r="1">${'<c/>'.repeat(20_000)}</row>`)))],
    ['damaged-workbook', zip([...good, last])],
    ['damaged-workbook', zip([...good.slice(0, 3), { ...last, crc: 1 }])],
    ['damaged-workbook', zip([...good.slice(0, 3), { ...last, crc: 1, stored: true }])],
    ['damaged-workbook', zip([...good.slice(0, 3), { ...last, claim: 50, stored: true }])],
    ['damaged-workbook', zip([...good.slice(0, 3), { ...last, claim: 5000, stored: true }])],
    ['damaged-workbook', zip([...good, { ...last, name: 'xl/worksheets/sheet2.xml', again: true }])],
    [
      'damaged-workbook',
      zip([...good, ...Array.from({ length: 30_000 }, (_, at) => ({ ...last, name: `${at}`, again: true }))]),
    ],
    ['ratio-too-high', zip(bookParts(`<worksheet ${'a'.repeat(5 * MIB)}`))],
    ['not-a-workbook', zip(good).subarray(0, 300)],
    ['encrypted-workbook', Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(600), 'hex')],
    ['not-a-workbook', Buffer.from('hello, this is no workbook at all')],
    ['not-a-workbook', zip([{ name: 'a.txt', text: 'a' }])],
  ])('%s', async (code, data) => expect(await refusal(data)).toBe(code));

  it('a part that is stored, not packed, is read', async () => {
    expect(await refusal(zip(good.map((part) => ({ ...part, stored: true }))))).toBe('read');
  });

  it.each([
    ['one shared text that is not there', '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'],
    ['a cell twice', `<row r="1">${cell('A1', '1')}${cell('B1', '1')}<c r="A1"/></row>`],
    ['two values in a cell', '<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>'],
    ['a value beside a text', '<row r="1"><c r="A1" t="inlineStr"><v>1</v><is><t>2</t></is></c></row>'],
    ['a text beside a value', '<row r="1"><c r="A1" t="inlineStr"><is><t>2</t></is><v>1</v></c></row>'],
    ['an attribute twice', '<row r="1"><c r="A1" r="B1"><v>1</v></c></row>'],
    ['an entity of nobody', '<row r="1"><c r="A1" t="str"><v>&who;</v></c></row>'],
    ['tags that cross', '<row r="1"><c r="A1"><v>1</c></v></row>'],
  ])('damaged: %s', async (_, rows) => expect(await refusal(zip(bookParts(sheetOf(rows))))).toBe('damaged-workbook'));

  it.each([
    ['one name', 'DS', 'DS', 'sheet2.xml'],
    ['one name, once its marks are put together', 'Sở', 'Sở'.normalize('NFD'), 'sheet2.xml'],
    ['one part', 'A', 'B', 'sheet1.xml'],
  ])('damaged: two sheets of %s', async (_, first, second, target) => {
    const sheets = [first, second].map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`);
    const relation = (/<Relationship [^>]*>/.exec(String(good[2]?.text))?.[0] ?? '').replace('r1', 'r2');
    const parts = good.map((part) =>
      part.name === 'xl/workbook.xml'
        ? { ...part, text: `<workbook><sheets>${sheets.join('')}</sheets></workbook>` }
        : part.name.endsWith('workbook.xml.rels')
          ? { ...part, text: String(part.text).replace('</R', `${relation.replace('sheet1.xml', target)}</R`) }
          : part,
    );
    expect(await refusal(zip([...parts, { ...last, name: 'xl/worksheets/sheet2.xml' }]))).toBe('damaged-workbook');
  });

  it('takes no longer for many brackets, spaces and angles in attributes', async () => {
    const long = '>'.repeat(100_000) + '['.repeat(100_000) + ' '.repeat(100_000);
    expect(await refusal(zip(bookParts(sheetOf(`<row r="1" x="${long}"${' '.repeat(100_000)}/>`))))).toBe('read');
  });

  it('limits can be raised, and harmless passengers allowed', async () => {
    expect(await refusal(zip(bookParts(sheetOf(bomb))), { limits: { ...DEFAULT_LIMITS, ratio: 100_000 } })).toBe(
      'read',
    );
    expect(await refusal(zip([...good, { name: 'xl/vbaProject.bin', text: 'x' }]), { allow: ['macros'] })).toBe('read');
    expect(await refusal(Buffer.alloc(100), { limits: { ...DEFAULT_LIMITS, fileBytes: 10 } })).toBe('file-too-large');
  });

  it('texts held in memory have a limit of their own', async () => {
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings';
    const parts = bookParts(sheetOf(''), [{ name: 'xl/sharedStrings.xml', text: '<sst><si><t>a</t></si></sst>' }]).map(
      (part) =>
        part.name.endsWith('workbook.xml.rels')
          ? {
              ...part,
              text: String(part.text).replace(
                '</R',
                `<Relationship Id="r2" Type="${relation}" Target="sharedStrings.xml"/></R`,
              ),
            }
          : part,
    );
    expect(await refusal(zip(parts))).toBe('read');
    expect(await refusal(zip(parts), { limits: { ...DEFAULT_LIMITS, textBytes: 5 } })).toBe('texts-too-large');
  });

  it('a row with too many values is a fault of that row only', async () => {
    const data = zip(
      bookParts(sheetOf(`<row r="1">${cell('A1', '1')}${cell('XFD1', '2')}</row><row r="2">${cell('A2', '3')}</row>`)),
    );
    expect(await rowsOf(data)).toMatchObject([{ row: 1, fault: 'too-many-cells' }, { row: 2 }]);
  });
});

describe('hostile text files', () => {
  const header = 'person.sex,person.birth,person.group,leaving.route,leaving.date,insurance.years,salary.monthly';
  const row = 'male,1966-01-15,civil-servant,auto,2025-05-01,22,15000000';

  it('are refused as a whole where no row can be trusted', async () => {
    const cases: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
      ['nul.csv', `${header}\n${row}\u0000\n`, /NUL/],
      ['proto.csv', `${header},__proto__\n${row},x\n`, /__proto__/],
      ['empty.csv', '', /không có dữ liệu/],
      ['none.csv', 'a,b\n1,2\n', /tiêu đề/],
    ];
    for (const [name, content, message] of cases) {
      const { code, err } = await command('batch', file(name, content), '-o', '-');
      expect(code, name).toBe(3);
      expect(err, name).toMatch(message);
    }
  });

  it('lose only the rows that are bad', async () => {
    const good = JSON.stringify({
      person: { sex: 'male', birth: '1966', group: 'cadre' },
      leaving: { route: 'auto', date: '2025-05-01', reorganisation: '2025-03-01' },
      insurance: { years: 22 },
      salary: { monthly: '15000000' },
    });
    const lines = [
      good,
      '{',
      '{"__proto__":{"a":1}}',
      '{"person":{"\\u005f_proto__":1}}',
      '"text"',
      '[]',
      'null',
      '['.repeat(50_000) + ']'.repeat(50_000),
      'x'.repeat(2 * MIB),
      good,
    ];
    const { code, out } = await command('batch', file('bad.ndjson', lines.join('\n')), '-o', '-', '--to', 'ndjson');
    expect(code).toBe(4);
    const got = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { schema: string; row?: number; issues?: { code: string }[] });
    expect(got.map((line) => line.issues?.[0]?.code ?? 'paid')).toEqual([
      'paid',
      'not-json',
      'forbidden-key',
      'forbidden-key',
      'not-an-object',
      'not-an-object',
      'not-an-object',
      'not-an-object',
      'row-too-long',
      'paid',
    ]);
    expect(got[8]?.row).toBe(9);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it('are told where a line says a thing twice, or writes a number that would be stored as another', async () => {
    const one = (insurance: string, salary: string): string =>
      `{"person":{"sex":"male","birth":"1966","group":"cadre"},"leaving":{"route":"auto","date":"2025-05-01","reorganisation":"2025-03-01"},"insurance":{${insurance}},"salary":{${salary}}}`;
    const lines = [
      one('"years":22', '"monthly":"15000000"'),
      one('"years":22,"years":35', '"monthly":"15000000"'),
      one('"\\u0079ears":40,"years":22', '"monthly":"15000000"'),
      one('"years":22', '"monthly":"15000000"},"salary":{"monthly":"16000000"'),
      one('"years":22', '"monthly":12345678901234567890'),
      one('"years":22', '"coefficient":4.6500000000000000001'),
      one('"years":22', '"monthly":1e400'),
    ];
    const path = file('twice.ndjson', lines.join('\n'));
    for (const lang of ['vi', 'en']) {
      const { code, out } = await command('batch', path, '-o', '-', '--to', 'ndjson', '--lang', lang);
      expect(code).toBe(4);
      const got = out.trimEnd().split('\n').slice(1);
      const issues = got.map(
        (line) => (JSON.parse(line) as { issues: { code: string; path: string; message: string }[] }).issues,
      );
      expect(
        issues.map((some) =>
          some.map((each) => `${each.code} ${each.path} ${/\d+:\d+/.exec(each.message)?.[0] ?? ''}`),
        ),
      ).toEqual([
        [`duplicate-key insurance.years 2:${lines[1]!.lastIndexOf('"years"') + 1}`],
        [`duplicate-key insurance.years 3:${lines[2]!.lastIndexOf('"years"') + 1}`],
        [`duplicate-key salary 4:${lines[3]!.lastIndexOf('"salary"') + 1}`],
        [`inexact-number salary.monthly 5:${lines[4]!.lastIndexOf('12345678901234567890') + 1}`],
        [`inexact-number salary.coefficient 6:${lines[5]!.lastIndexOf('4.65') + 1}`],
        [`inexact-number salary.monthly 7:${lines[6]!.lastIndexOf('1e400') + 1}`],
      ]);
    }
    for (const [at, line] of lines.entries()) {
      const { code, out, err } = await command('calc', file(`${at}.json`, line), '--lang', 'en');
      expect([code, at]).toEqual([at === 0 ? 0 : 3, at]);
      if (at >= 1 && at <= 3) expect(out + err).toMatch(/1:\d+.*the key stands twice/s);
    }
  });

  it.each([
    ['a long value is told by its length', 100_000, '250'],
    ['a value is told by its beginning', 240, `${'y'.repeat(200)}…`],
  ])('are not written out again: %s', async (_, length, says) => {
    const long = 'y'.repeat(length);
    const text = `${header}\n${`"${long}",1966,cadre,auto,${long},${long},1\n`.repeat(3)}`;
    const record = JSON.stringify({ person: { sex: long, birth: long }, [long]: 1 });
    for (const [name, content] of [
      ['long.csv', text],
      ['long.ndjson', `${record}\n`],
    ] as const) {
      for (const lang of ['vi', 'en']) {
        const { out } = await command('batch', file(name, content), '-o', '-', '--to', 'ndjson', '--lang', lang);
        const issues = out
          .trimEnd()
          .split('\n')
          .flatMap((line) => (JSON.parse(line) as { issues: { message: string }[] }).issues);
        expect(issues.length).toBeGreaterThan(2);
        for (const { message } of issues) expect(message.length).toBeLessThan(1000);
        expect(issues.map(({ message }) => message).join()).toContain(says);
      }
    }
  });

  it('never put a formula into the output', async () => {
    const { out } = await command(
      'batch',
      file('formula.csv', `${header},note\n${row},"=cmd|' /C calc'!A0"\n${row}," +1"\n`),
      '-o',
      '-',
      '--to',
      'csv',
    );
    expect(out).toContain("'=cmd|");
    expect(out).toContain("' +1");
  });
});
