import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, guarded, guessSeparator, parseCsv, unguarded } from '../../src/table/csv.ts';
import { asUtf8, guessEncoding } from '../../cli/table/encoding.ts';
import { FileRefused } from '../../cli/table/refused.ts';
import { TextSplitter, type TextChunk } from '../../cli/table/split.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
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
      const [row] = parse(csvLine([`${start}1`, 'x'])) as string[][];
      expect(row?.[0], JSON.stringify(start)).toMatch(/^'/);
      expect(unguarded(guarded(`${start}1`))).toBe(`${start}1`);
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

function split(
  text: Uint8Array,
  sizes: readonly number[],
  options: { separator?: ',' | ';'; chunkBytes: number; rowBytes?: number },
): TextChunk[] {
  const splitter = new TextSplitter({ rowBytes: 1 << 20, ...options });
  const chunks: TextChunk[] = [];
  let at = 0;
  for (const size of sizes) {
    chunks.push(...splitter.push(text.slice(at, at + size)));
    at += size;
  }
  chunks.push(...splitter.push(text.slice(at)), ...splitter.end());
  return chunks;
}

describe('cutting text into chunks', () => {
  const anyText = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\r\n', 'ữ'), maxLength: 60 });

  it('gives the same rows as reading the whole, wherever it is cut', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(fc.integer({ min: 1, max: 9 })),
        fc.integer({ min: 1, max: 30 }),
        (text, sizes, chunkBytes) => {
          const chunks = split(bytes(text), sizes, { separator: ',', chunkBytes });
          const rows = chunks.flatMap((chunk) => parseCsv(new TextDecoder().decode(chunk.bytes), ',', chunk.firstRow));
          expect(rows).toEqual(parseCsv(text, ','));
          expect(Buffer.concat(chunks.map((chunk) => chunk.bytes))).toEqual(Buffer.from(text));
          expect(chunks.at(-1)?.end ?? 0).toBe(bytes(text).length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives the same rows where values are long', () => {
    const piece = fc.oneof(
      fc.constantFrom('a', '"', ',', '\n', '\r', '\r\n', 'ữ'),
      fc.integer({ min: 50, max: 900 }).map((length) => 'y'.repeat(length)),
    );
    const longText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        longText,
        fc.array(fc.integer({ min: 1, max: 700 })),
        fc.integer({ min: 1, max: 3000 }),
        (text, sizes, chunkBytes) => {
          const chunks = split(bytes(text), sizes, { separator: ',', chunkBytes });
          const rows = chunks.flatMap((chunk) => parseCsv(new TextDecoder().decode(chunk.bytes), ',', chunk.firstRow));
          expect(rows).toEqual(parseCsv(text, ','));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('can go on from the end of any chunk', () => {
    const text = bytes('a,b\n"x\ny",2\nc,d\r\ne,f');
    for (const chunk of split(text, [], { separator: ',', chunkBytes: 1 })) {
      const splitter = new TextSplitter(
        { separator: ',', chunkBytes: 1, rowBytes: 100 },
        { row: chunk.nextRow, offset: chunk.end },
      );
      const rest = [...splitter.push(text.slice(chunk.end)), ...splitter.end()];
      const rows = rest.flatMap((one) => parseCsv(new TextDecoder().decode(one.bytes), ',', one.firstRow));
      expect(rows).toEqual(parseCsv(new TextDecoder().decode(text), ',').filter((row) => row.row >= chunk.nextRow));
    }
  });

  it.each([8, 50, 1 << 17])('tells a row that is too long and goes on behind its first line (%i)', (chunkBytes) => {
    const text = `a,b\n"never closed,1\nc,d\n${'e,f\n'.repeat(100)}`;
    const chunks = split(bytes(text), [40, 40, 40, 40], { separator: ',', chunkBytes, rowBytes: 60 });
    expect(chunks.at(-1)).toMatchObject({ nextRow: 104, end: text.length });
    expect(chunks.filter((chunk) => chunk.tooLong)).toMatchObject([{ firstRow: 2 }]);
    const rows = chunks.flatMap((chunk) =>
      chunk.tooLong ? [] : parseCsv(new TextDecoder().decode(chunk.bytes), ',', chunk.firstRow),
    );
    expect(rows.map((row) => row.row)).toEqual([1, ...Array.from({ length: 101 }, (_, at) => at + 3)]);
  });

  it('passes over one endless line without holding it', () => {
    const splitter = new TextSplitter({ chunkBytes: 1000, rowBytes: 1000 });
    const piece = bytes('x'.repeat(10_000));
    const chunks: TextChunk[] = [];
    for (let round = 0; round < 1000; round++) chunks.push(...splitter.push(piece));
    chunks.push(...splitter.push(bytes('\n{}\n')), ...splitter.end());
    expect(chunks).toMatchObject([
      { tooLong: true, firstRow: 1 },
      { firstRow: 2, end: 10_000_004 },
    ]);
  });

  it('refuses a file that is made of rows too long', () => {
    const text = bytes(`"c\n${'a,b\n'.repeat(5000)}`.repeat(30));
    const sizes = Array<number>(100).fill(6000);
    const start = Date.now();
    expect(() => split(text, sizes, { separator: ',', chunkBytes: 4000, rowBytes: 8000 })).toThrow(FileRefused);
    expect(Date.now() - start).toBeLessThan(1000);
  });

  it('takes a file that is made of quotes never closed row by row, in little time', () => {
    for (const line of ['a"b,"c\n', '"\n""x\n', ',"a""\n', '"a\n"",""\n']) {
      const text = line.repeat(200_000);
      const start = Date.now();
      const chunks = split(bytes(text), [], { separator: ',', chunkBytes: 1 << 16 });
      const rows = chunks.flatMap((chunk) => parseCsv(new TextDecoder().decode(chunk.bytes), ',', chunk.firstRow));
      expect(Date.now() - start).toBeLessThan(3000);
      expect(rows.length).toBeGreaterThanOrEqual(100_000);
    }
  });
});

describe('encodings', () => {
  async function utf8(content: Uint8Array): Promise<string> {
    const pieces: Uint8Array[] = [];
    const source = (async function* () {
      for (let at = 0; at < content.length; at += 3) yield content.slice(at, at + 3);
    })();
    for await (const piece of asUtf8(source, guessEncoding(content))) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
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
    expect((refused as FileRefused).text('vi')).toContain('Chuyển sang Unicode');
  });

  it('NUL bytes are no text', () => {
    expect(() => guessEncoding(Buffer.from('a,b\u0000c\n1,2\n'))).toThrow(FileRefused);
  });
});
