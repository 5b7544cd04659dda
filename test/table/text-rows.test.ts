import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../src/table/cell.ts';
import { textRows, type TextOptions } from '../../src/table/text-rows.ts';

async function rowsOf(text: string, size: number, options: TextOptions): Promise<TableRow[]> {
  const pieces = (async function* () {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  })();
  const rows: TableRow[] = [];
  for await (const some of textRows(pieces, options)) rows.push(...some);
  return rows;
}

describe('the limit on rows', () => {
  const piece = fc.oneof(
    fc.constantFrom('a', '"', ',', '\n', '\r\n', 'ữ', '"\n', ',"', '""'),
    fc.integer({ min: 5, max: 60 }).map((length) => 'y'.repeat(length)),
    fc.integer({ min: 5, max: 60 }).map((length) => 'ữ'.repeat(length)),
  );
  const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it.each([',', undefined] as const)(
    'finds the same rows too long wherever a text is cut (separator %s)',
    async (separator) => {
      const options = { rowBytes: 80, ...(separator === undefined ? {} : { separator }) };
      const sizes = fc.integer({ min: 1, max: 200 });
      await fc.assert(
        fc.asyncProperty(anyText, sizes, async (text, size) => {
          expect(await rowsOf(text, size, options)).toEqual(await rowsOf(text, text.length + 1, options));
        }),
        { numRuns: 2000 },
      );
    },
  );

  it('does not depend on what stands before a row', async () => {
    const options = { rowBytes: 80, separator: ',' } as const;
    const rows = `"never closed,1\n${'e,f\n'.repeat(19)}"g",h\n`;
    const alone = (await rowsOf(rows, 32, options)).map(({ cells, fault }) => ({ cells, fault }));
    for (let before = 0; before < 40; before++) {
      const got = await rowsOf(`${'x'.repeat(before)}\n${rows}`, 32, options);
      expect(got.slice(1).map(({ cells, fault }) => ({ cells, fault }))).toEqual(alone);
    }
  });
});
