import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../cli/table/limits.ts';
import { FileRefused } from '../../cli/table/refused.ts';
import type { OpenOptions } from '../../cli/table/xlsx/open.ts';
import { bookParts, command, rowsOf, sheetOf, testFolder, zip } from '../support/table.ts';

const file = testFolder();
const MIB = 1024 * 1024;

async function refusal(data: Uint8Array, options?: OpenOptions): Promise<string> {
  const start = Date.now();
  try {
    await rowsOf(data, undefined, options);
  } catch (error) {
    expect(Date.now() - start).toBeLessThan(1000);
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

describe('a hostile workbook is refused by name, in less than a second', () => {
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
    ['damaged-workbook', zip([...good, good[3] ?? { name: '', text: '' }])],
    ['ratio-too-high', zip(bookParts(`<worksheet ${'a'.repeat(5 * MIB)}`))],
    ['not-a-workbook', zip(good).subarray(0, 300)],
    ['encrypted-workbook', Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(600), 'hex')],
    ['not-a-workbook', Buffer.from('hello, this is no workbook at all')],
    ['not-a-workbook', zip([{ name: 'a.txt', text: 'a' }])],
  ])('%s', async (code, data) => expect(await refusal(data)).toBe(code));

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
      salary: { monthly: '1' },
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

  it('are not written out again: a message shows the beginning of a value', async () => {
    const long = 'y'.repeat(100_000);
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
        expect(issues[0]?.message).toContain(`${'y'.repeat(200)}…`);
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
