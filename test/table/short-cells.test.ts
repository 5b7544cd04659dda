import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spoolRows, spoolWriter } from '../../cli/table/spool.ts';
import type { SheetCell, SheetPlan, SheetRow } from '../../cli/table/workbook.ts';
import { sheetXml, shortCell } from '../../cli/table/xlsx/sheet-xml.ts';
import type { LayoutColumn } from '../../src/table/layout.ts';
import type { RowOutcome } from '../../src/table/outcome.ts';
import { testFolder } from '../support/table.ts';

/** Cells wait on disk in short: what comes back must be what was written, whatever stands in it. */

const file = testFolder();
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

async function xmlOf(rows: readonly SheetRow[]): Promise<string> {
  const plan: SheetPlan = {
    name: 'A',
    widths: [10, 10],
    frozenRows: 0,
    shortStyles: [
      { text: 'long', number: 'dong' },
      { text: 'text', number: 'count' },
    ],
    rows,
  };
  let xml = '';
  for await (const piece of sheetXml(plan, true)) xml += piece;
  return xml;
}

it('a cell in short is written like the cell itself', async () => {
  const cell = (style: 'long' | 'text', number: 'dong' | 'count'): fc.Arbitrary<SheetCell> =>
    fc.oneof(
      fc.constant(null),
      text.map((one) => ({ text: one, style })),
      fc.constantFrom('0', '12.5', '123456789').map((one) => ({ number: one, style: number })),
      fc.constantFrom('1975-01-31', '2025-03-15').map((date) => ({ date })),
    );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell('long', 'dong'), cell('text', 'count')), { maxLength: 4 }),
      async (rows) => {
        expect(await xmlOf(rows.map((cells) => cells.map(shortCell)))).toBe(await xmlOf(rows));
      },
    ),
  );
});

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
        return spoolWriter(columns, () => cellsOf(one, at))(outcome, used);
      });
      const path = file('rows', written.join(''));
      const back = [];
      for await (const one of spoolRows(path)) back.push(one);
      expect(back).toEqual(
        rows.map((one, at) => ({
          kind: 'X',
          cells: [
            `n${at + 2}`,
            ...[one.name, null, one.findings].map((value) => (value === null ? '' : shortCell({ text: value }))),
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
  const written = shortCell({ text: long }).slice(1);
  expect(written.length).toBe(wanted);
  expect(Buffer.from(written, 'utf8').toString('utf8')).toBe(written);
  if (length > 32_767) expect(written).toMatch(new RegExp(`cut: ${length}\\]$`));
  else expect(written).toBe(long);
});
