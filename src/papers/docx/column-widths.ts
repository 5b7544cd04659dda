import type { Block } from '../../explanation/document.ts';

/** The widths of the columns of a table: by their shares, else by what stands in them. */
export function columnWidths({ columns, rows, foot }: Extract<Block, { kind: 'table' }>, width: number): number[] {
  const shares = columns.reduce((sum, { share = NaN }) => sum + share, 0);
  if (Number.isFinite(shares)) return columns.map(({ share = 0 }) => Math.floor((width * share) / shares));
  return byContent(
    columns.map(({ title, align }, at) => {
      // A heading may stand on two lines.
      const heading = title.length - Math.max(0, Math.floor(title.length / 2 - 2));
      const longest = rows.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), foot?.[at]?.length ?? 0);
      return { right: align === 'right', longest: Math.max(heading, longest) };
    }),
    width,
  );
}

/** Room of a figure and of a letter at the size of tables, and of the margins of a cell, in twentieths of a point. */
const [FIGURE, LETTER, PADDING] = [120, 98, 170];

/**
 * Numbers get the room they need, so that no amount breaks. Of the texts those that need no more than an even part get
 * what they need; the others share the rest.
 */
function byContent(columns: readonly { right: boolean; longest: number }[], width: number): number[] {
  const widths = columns.map(({ right, longest }) => (right ? Math.max(longest, 4) * FIGURE + PADDING : 0));
  const wanted = columns.map(({ longest }) => Math.max(longest, 6) * LETTER + PADDING);
  let rest = width - widths.reduce((sum, one) => sum + one, 0);
  let texts = [...columns.keys()].filter((at) => !columns[at]?.right);
  for (;;) {
    const even = rest / texts.length;
    const small = texts.filter((at) => (wanted[at] ?? 0) <= even);
    if (small.length === 0 || small.length === texts.length) break;
    for (const at of small) {
      widths[at] = wanted[at] ?? 0;
      rest -= wanted[at] ?? 0;
    }
    texts = texts.filter((at) => !small.includes(at));
  }
  // By the root, so that a text of many lines leaves room for a word beside it.
  const part = (at: number): number => Math.sqrt(wanted[at] ?? 0);
  const all = texts.reduce((sum, at) => sum + part(at), 0);
  for (const at of texts) widths[at] = Math.floor((rest * part(at)) / all);
  return widths;
}
