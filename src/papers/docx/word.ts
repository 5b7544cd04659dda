import { printable } from '../../base/printable.ts';
import { joined } from '../../explanation/layout/joined.ts';

/** Twentieths of a point, in which Word measures, in so many millimetres. */
export const mm = (length: number): number => Math.round(length * 56.7);

/** How a run of letters looks, where it differs from the style of its paragraph. */
export interface Shown {
  /** Points; Word counts half points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Six hexadecimal figures. */
  readonly color?: string;
}

/** A text that stands on paper as one run (`w:r`): amounts and addresses do not break. */
export function run(text: string, { bold, italic, color, size, underline }: Shown = {}): string {
  // In the order in which the format has them.
  const look =
    (bold === true ? '<w:b/><w:bCs/>' : '') +
    (italic === true ? '<w:i/><w:iCs/>' : '') +
    (color === undefined ? '' : `<w:color w:val="${color}"/>`) +
    (size === undefined ? '' : `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`) +
    (underline === true ? '<w:u w:val="single"/>' : '');
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escapedWord(text)}</w:t></w:r>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text for paper, as XML has it; what XML cannot hold is shown as a mark. */
export function escapedWord(text: string): string {
  return joined(printable(text)).replace(/[&<>"\ufffe\uffff]/g, (char) => ENTITIES[char] ?? '\ufffd');
}

/** How a text stands between its margins. */
export type Align = 'left' | 'right' | 'center' | 'both';

/** A style of paragraphs, see `styles.ts`. */
export type Style =
  | 'Heading1'
  | 'Heading2'
  | 'PaperText'
  | 'FirstLine'
  | 'TableText'
  | 'ListText'
  | 'StepText'
  | 'SignatureText'
  | 'Foot';

/** What a paragraph adds to its style. */
export interface Placed {
  readonly align?: Align;
  readonly newPage?: boolean;
  /** An item of a list, with a dash: its level, 0 or 1. */
  readonly level?: number;
}

/** A paragraph (`w:p`) of runs. */
export function paragraph(style: Style, runs: string, { align, newPage, level }: Placed = {}): string {
  const more =
    (newPage === true ? '<w:pageBreakBefore/>' : '') +
    (level === undefined ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`) +
    (align === undefined ? '' : `<w:jc w:val="${align}"/>`);
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${runs}</w:p>`;
}

/** A line of little height, between two tables that would else be one. */
export const GAP = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="40" w:lineRule="exact"/></w:pPr></w:p>';

/** A row of a table: its cells as paragraphs, the last as wide as what is left, and whether it is repeated at the head of each page. */
export interface Row {
  readonly cells: readonly string[];
  readonly head?: boolean;
}

/** A table (`w:tbl`) of columns of these widths, with or without lines; no row breaks over a page. */
export function table(rows: readonly Row[], widths: readonly number[], lines: boolean): string {
  const sum = widths.reduce((all, one) => all + one, 0);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const body = rows.map(({ cells, head }) => {
    const how = `<w:trPr><w:cantSplit/>${head === true ? '<w:tblHeader/>' : ''}</w:trPr>`;
    const inside = cells.map((text, at) => {
      const spans = at === cells.length - 1 ? widths.slice(at) : widths.slice(at, at + 1);
      const wide = spans.reduce((all, one) => all + one, 0);
      const span = spans.length > 1 ? `<w:gridSpan w:val="${spans.length}"/>` : '';
      return `<w:tc><w:tcPr><w:tcW w:w="${wide}" w:type="dxa"/>${span}</w:tcPr>${text}</w:tc>`;
    });
    return `<w:tr>${how}${inside.join('')}</w:tr>`;
  });
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="${lines ? 'LinedTable' : 'PlainTable'}"/>` +
    `<w:tblW w:w="${sum}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>`
  );
}
