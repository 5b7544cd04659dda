import type { Block, Document } from '../explanation/document.ts';
import type { SheetCell, SheetPlan } from './plan.ts';

/** A document of tables and texts as a sheet. */
export function documentSheet({ title, blocks }: Document): SheetPlan {
  return {
    name: title,
    widths: [48, 24, 48, 48, 18, 22],
    frozenRows: 1,
    rows: [[{ text: title, style: 'title' }], ...blocks.flatMap(blockRows)],
  };
}

/** A block as rows of a sheet: a table keeps its columns, everything else stands in the first one. */
function blockRows(block: Block): SheetCell[][] {
  switch (block.kind) {
    case 'heading':
      return [[], [{ text: block.text, style: 'heading' }]];
    case 'text':
      return [[{ text: block.text, style: 'long' }]];
    case 'list':
      return block.items.map(({ text }) => [{ text, style: 'long' }]);
    case 'table':
      return [
        block.columns.map(({ title }) => ({ text: title, style: 'heading' })),
        ...block.rows.map((row) => row.map((text): SheetCell => ({ text, style: 'long' }))),
        ...(block.foot ? [block.foot.map((text): SheetCell => ({ text, style: 'sum-text' }))] : []),
      ];
    default:
      return [];
  }
}
