import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, guessSeparator, parseCsv } from '../../src/table/csv.ts';
import { guarded, unguarded } from '../../src/table/formula-guard.ts';
import { decodedText, guessEncoding } from '../../src/table/encoding.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { textRows, type TextOptions } from '../../src/table/text-rows.ts';
import type { TableRow } from '../../src/table/cell.ts';

const cell = fc.string({
  unit: fc.constantFrom('a', ' ', '"', ',', '\n', '\r\n', '=', "'", 'ữ', '-', ';', '\t'),
  maxLength: 6,
});
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
const texts = (rows: ReturnType<typeof parseCsv>) => rows.map((row) => row.cells.map((one) => one ?? ''));

describe('CSV', () => {
  it('is read as another parser reads it', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const text = rows.map((row) => row.map((one) => `"${one.replace(/"/g, '""')}"`).join(',')).join(end) + end;
        expect(texts(parseCsv(text, ','))).toEqual(
          parse(text, { relax_column_count: true }).map((row) => row.map(unguarded)),
        );
      }),
    );
  });

  it('reads back what it wrote, formulas and all', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(texts(parseCsv(rows.map(csvLine).join(''), ','))).toEqual(rows);
      }),
    );
  });

  it('never writes what a spreadsheet takes for a formula', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', '\n=', '  =', ' \u00a0+', '＝', "'=", '\u0000=']) {
      const [row] = parse(csvLine([`${start}1+1`, 'x'])) as string[][];
      expect(row?.[0], JSON.stringify(start)).toMatch(/^'/);
      expect(unguarded(guarded(`${start}1+1`))).toBe(`${start}1+1`);
    }
    expect(csvLine(['4.65', 'Nguyễn', '25%'])).toBe('4.65,Nguyễn,25%\n');
  });

  it('tells rows whose quotes are wrong, and goes on', () => {
    expect(parseCsv('a,b\n"x"y,1\nc,d\n', ',')).toMatchObject([
      {},
      { fault: 'stray-quote' },
      { row: 3, cells: ['c', 'd'] },
    ]);
    expect(parseCsv('a,b\nc,"x,1', ',')).toMatchObject([{}, { fault: 'unclosed-quote' }]);
    expect(parseCsv('a,5" x\n', ',')[0]).toEqual({ row: 1, cells: ['a', '5" x'] });
  });

  it('ends the row of a quote that was never closed with its line', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      for (const rest of [['c,d'], ['c,"d"', 'e,f'], ['"c",d'], ['c,"d"x'], ['c,""', '"e ""f""",g', 'h,i']]) {
        const below = rest.join(end) + end;
        expect(parseCsv(`a,b${end}x,"never closed${end}${below}`, ',')).toEqual([
          { row: 1, cells: ['a', 'b'] },
          { row: 2, cells: ['x', 'never closed'], fault: 'unclosed-quote' },
          ...parseCsv(below, ',', 3),
        ]);
      }
      expect(parseCsv(`"two${end}lines",b${end}c,"of ""two""${end}${end}lines"${end}`, ',')).toEqual([
        { row: 1, cells: [`two${end}lines`, 'b'] },
        { row: 2, cells: ['c', `of "two"${end}${end}lines`] },
      ]);
    }
  });

  it('counts blank rows', () => {
    expect(parseCsv('a\n\n\nb', ',').map((row) => row.row)).toEqual([1, 2, 3, 4]);
  });

  it('reads values of any length, wherever the separator and the line end stand in them', () => {
    for (const length of [63, 64, 65, 319, 320, 321, 831, 832, 833, 100_000]) {
      for (const [end, more] of [
        ['\n', '\r,'],
        ['\r\n', '\n,'],
        ['\r', ','],
      ] as const) {
        const long = 'y'.repeat(length);
        const text = `a,${long},b${end}${long}${end}c,${long}`;
        expect(parseCsv(text, ',').map((row) => row.cells)).toEqual([['a', long, 'b'], [long], ['c', long]]);
        expect(parseCsv(`${long}${end}${more}`, ';')[0]?.cells).toEqual([long]);
      }
    }
  });

  it('guesses the separator', () => {
    expect(guessSeparator('a;b;c\n1,5;2,5;3\n')).toBe(';');
    expect(guessSeparator('a\tb\n"x,y"\t2\n')).toBe('\t');
    expect(guessSeparator('a,b\n')).toBe(',');
    expect(guessSeparator('Sở A, B, C, D, E\nHọ tên;Ngày sinh;Giới tính\nA;1966;nam\n')).toBe(';');
    const many = 'Đơn vị, phòng, ban, tổ, đội';
    expect(guessSeparator(`Họ tên;Ngày sinh;Giới tính;${many}\n${'A;1966;nam;a, b, c, d, e\n'.repeat(40)}`)).toBe(';');
    expect(guessSeparator(`a;b;c, d, e, f, g\n${'1;2;x\n'.repeat(5)}`)).toBe(';');
  });
});

/** The rows of a text that comes in pieces of these sizes, and then the rest. */
async function rowsOf(text: string, sizes: readonly number[], options: Partial<TextOptions>): Promise<TableRow[]> {
  const pieces = (async function* () {
    let at = 0;
    for (const size of sizes) yield text.slice(at, (at += size));
    yield text.slice(at);
  })();
  const rows: TableRow[] = [];
  for await (const some of textRows(pieces, { rowBytes: 1 << 20, ...options })) rows.push(...some);
  return rows;
}

describe('text that comes in pieces', () => {
  const comma = { separator: ',' } as const;
  const anyText = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\r\n', 'ữ'), maxLength: 60 });

  it('gives the same rows as reading the whole, wherever it is cut', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }));
    await fc.assert(
      fc.asyncProperty(anyText, sizes, async (text, cuts) => {
        expect(await rowsOf(text, cuts, comma)).toEqual(parseCsv(text, ','));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same rows where values are long', async () => {
    const piece = fc.oneof(
      fc.constantFrom('a', '"', ',', '\n', '\r', '\r\n', 'ữ'),
      fc.integer({ min: 50, max: 900 }).map((length) => 'y'.repeat(length)),
    );
    const longText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(longText, fc.array(fc.integer({ min: 1, max: 700 })), async (text, sizes) => {
        expect(await rowsOf(text, sizes, comma)).toEqual(parseCsv(text, ','));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the lines of NDJSON as rows of one cell', async () => {
    const lines = ['{"a":1}', '', ' ', '"x,y"', 'ữ'];
    for (const end of ['', '\n'])
      for (let size = 1; size < 9; size++)
        expect(await rowsOf(lines.join('\n') + end, Array(40).fill(size), {})).toEqual(
          lines.map((line, at) => ({ row: at + 1, cells: [line] })),
        );
  });

  it.each([1, 7, 40, 1000])(
    'tells a row that is too long and goes on behind its first line (pieces of %i)',
    async (size) => {
      const text = `a,b\n"never closed,1\nc,d\n${'e,f\n'.repeat(100)}`;
      const rows = await rowsOf(text, Array(500).fill(size), { separator: ',', rowBytes: 60 });
      expect(rows.filter((row) => row.fault)).toMatchObject([{ row: 2, fault: 'row-too-long' }]);
      expect(rows.map((row) => row.row)).toEqual(Array.from({ length: 103 }, (_, at) => at + 1));
    },
  );

  it('measures a row in bytes, whether it comes whole or in pieces', async () => {
    const text = `${'ữ'.repeat(20)}\n${'ữ'.repeat(21)}\n{}\n`;
    for (const size of [1, 10, 1000])
      expect(await rowsOf(text, Array(50).fill(size), { rowBytes: 61 })).toMatchObject([
        { row: 1, cells: ['ữ'.repeat(20)] },
        { row: 2, fault: 'row-too-long' },
        { row: 3, cells: ['{}'] },
      ]);
  });

  it('passes over one endless line', async () => {
    const rows = await rowsOf('x'.repeat(10_000_000) + '\n{}\n', Array(1000).fill(10_000), { rowBytes: 1000 });
    expect(rows).toEqual([
      { row: 1, cells: [], fault: 'row-too-long' },
      { row: 2, cells: ['{}'] },
    ]);
  });

  it('refuses a file that is made of rows too long', async () => {
    const text = `"c\n${'a,b\n'.repeat(5000)}`.repeat(30);
    const sizes = Array<number>(100).fill(6000);
    await expect(rowsOf(text, sizes, { separator: ',', rowBytes: 8000 })).rejects.toThrow(FileRefused);
  });

  it('takes a file that is made of quotes never closed row by row', async () => {
    for (const line of ['a"b,"c\n', '"\n""x\n', ',"a""\n', '"a\n"",""\n']) {
      const text = line.repeat(20_000);
      expect((await rowsOf(text, Array(1000).fill(1 << 16), comma)).length).toBeGreaterThanOrEqual(10_000);
    }
  });
});

describe('encodings', () => {
  async function utf8(content: Uint8Array): Promise<string> {
    const source = (async function* () {
      for (let at = 0; at < content.length; at += 3) yield content.slice(at, at + 3);
    })();
    let text = '';
    for await (const piece of decodedText(source, guessEncoding(content))) text += piece;
    return text;
  }
  const text = 'Họ và tên,Giới tính\nNguyễn Văn Ư,nữ\n';
  const utf16be = (from: string) => Buffer.from(from, 'utf16le').swap16();

  it.each([
    ['utf-8', Buffer.from(text), true],
    ['utf-8', Buffer.from('\ufeff' + text), false],
    ['utf-16le', Buffer.from('\ufeff' + text, 'utf16le'), false],
    ['utf-16le', Buffer.from(text, 'utf16le'), true],
    ['utf-16be', utf16be('\ufeff' + text), false],
    ['utf-16be', utf16be(text), true],
  ])('%s is known', async (encoding, content, guessed) => {
    expect(guessEncoding(content)).toMatchObject({ encoding, guessed });
    expect(await utf8(content)).toBe(text);
  });

  it('windows-1258, the Vietnamese code page, is known', async () => {
    // "Giới tính" with combining marks, as that page writes it: o + horn, acute apart.
    const content = Buffer.from([0x47, 0x69, 0xf5, 0xec, 0x69, 0x20, 0x74, 0x69, 0xec, 0x6e, 0x68]);
    expect(guessEncoding(content)).toMatchObject({ encoding: 'windows-1258', guessed: true });
    expect((await utf8(content)).normalize('NFC')).toBe('Giới tính');
  });

  it('a few broken bytes do not make UTF-8 another encoding', async () => {
    const content = Buffer.concat([Buffer.from(text), Buffer.from([0xc3]), Buffer.from(',x\n'), Buffer.from([0xff])]);
    expect(guessEncoding(content)).toEqual({ encoding: 'utf-8', mark: 0, guessed: true });
    expect(await utf8(content)).toBe(`${text}\ufffd,x\n\ufffd`);
    const cut = Buffer.concat([Buffer.from([0xff]), Buffer.from(text)]).subarray(0, -Buffer.from('ữ\n').length + 2);
    expect(guessEncoding(cut)).toMatchObject({ encoding: 'utf-8' });
  });

  it('text in a code page is not taken for UTF-8', () => {
    const page = Buffer.from('Hó và tên, giõi tính, ngày sinh, ðõn výî', 'latin1');
    expect(guessEncoding(page)).toMatchObject({ encoding: 'windows-1258', guessed: true });
    expect(guessEncoding(Buffer.from([0x61, 0xe9, 0x0a]))).toMatchObject({ encoding: 'windows-1258' });
  });

  it.each([
    ['TCVN3 (ABC)', 'Hä vµ tªn,Ngµy sinh,Giíi tÝnh\n'],
    ['VNI', 'Hoï vaø teân,Ngaøy sinh,Giôùi tính\n'],
  ])('a text for the old font %s is refused, with the way out', (font, content) => {
    let refused: unknown;
    try {
      guessEncoding(Buffer.from(content, 'latin1'));
    } catch (error) {
      refused = error;
    }
    expect(refused).toMatchObject({ code: 'old-font', params: { font } });
    expect((refused as FileRefused).text('vi')).toMatch(/--text-encoding (?:tcvn3|vni), hoặc chuyển sang Unicode/);
  });

  it('NUL bytes are no text', () => {
    expect(() => guessEncoding(Buffer.from('a,b\u0000c\n1,2\n'))).toThrow(FileRefused);
  });
});
