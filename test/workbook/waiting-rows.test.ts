import fc from 'fast-check';
import { expect, it } from 'vitest';
import { waitingRows, waitingWriter } from '../../src/workbook/batch/waiting-rows.ts';
import { cellText } from '../../src/workbook/cell-text.ts';
import type { LayoutColumn } from '../../src/table/layout.ts';
import type { RowOutcome } from '../../src/table/outcome.ts';

/** Rows wait on disk for their workbook: what comes back must be what was written, whatever stands in it. */

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

const unit = fc.constantFrom(
  'a',
  'ữ',
  '😀',
  ' ',
  '\t',
  '\n',
  '\r',
  '&',
  '<',
  '_x0001_',
  '\u0000',
  '\u0001',
  '\u0002',
  '"',
);
const text = fc.string({ unit, minLength: 1, maxLength: 8 });

const title = { vi: 'Cột', en: 'Column' };
const columns: readonly LayoutColumn[] = [
  { id: 'result.row', title, kind: 'count', source: 'result' },
  { id: 'person.name', title, kind: 'text', source: 'case' },
  { id: 'leaving.date', title, kind: 'date', source: 'case' },
  { id: 'result.findings', title, kind: 'long', source: 'result' },
];

it('rows come back from disk as they went, and columns with nothing in them are known', async () => {
  const row = fc.record({ name: fc.option(text), findings: fc.option(text), id: fc.option(text), message: text });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
      const used: boolean[] = [];
      const cellsOf = ({ name, findings }: (typeof rows)[number], at: number) => [String(at + 2), name, null, findings];
      const written = rows.map((one, at) => {
        const issues = [{ code: 'missing', path: 'person.birth', message: one.message }];
        const refusal = { row: at + 2, ...(one.id === null ? {} : { id: one.id }), issues };
        const outcome = { row: at + 2, refusal, extras: [] } as unknown as RowOutcome;
        return waitingWriter(columns, () => cellsOf(one, at))(outcome, used);
      });
      const bytes = new TextEncoder().encode(written.join(''));
      const back = [];
      for await (const one of waitingRows(inPieces(bytes))) back.push(one);
      expect(back).toEqual(
        rows.map((one, at) => ({
          kind: 'X',
          cells: [
            { number: String(at + 2), style: 'count' },
            one.name === null ? null : { text: one.name, style: 'text' },
            null,
            one.findings === null ? null : { text: one.findings, style: 'long' },
          ],
          refused: {
            row: String(at + 2),
            id: one.id,
            issues: [{ code: 'missing', path: 'person.birth', message: one.message }],
          },
        })),
      );
      expect(used[2]).toBeUndefined();
      expect(used[1] === true).toBe(rows.some(({ name }) => name !== null));
    }),
    { numRuns: 60 },
  );
});

it.each([
  ['as it is', 32_767, 'x', 32_767],
  ['cut', 32_768, 'x', 32_767],
  ['cut between characters', 40_001, '😀', 32_766],
])('a text as long as a cell can hold, or longer, is written %s', (_, length, letter, wanted) => {
  // One letter before the others, so that the limit falls into the middle of a character of two units.
  const long = ('y' + letter.repeat(length)).slice(0, length);
  const written = cellText(long);
  expect(written.length).toBe(wanted);
  expect(Buffer.from(written, 'utf8').toString('utf8')).toBe(written);
  if (length > 32_767) expect(written).toMatch(new RegExp(`cut: ${length}\\]$`));
  else expect(written).toBe(long);
});
