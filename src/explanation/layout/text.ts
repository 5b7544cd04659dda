import type { Block, Column, Document, Tone } from '../document.ts';
import { printable } from '../../base/printable.ts';
import { padded, widthOf, wrapped } from './width.ts';

/** How wide a text is laid out where no terminal tells, and the least and most of a terminal's width. */
const WIDTH = 100;
const NARROWEST = 60;
const WIDEST = 120;
const GAP = '  ';

/** How to lay out plain text. */
export interface TextLayout {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly columns?: number | undefined;
}

/** Lays a document out as plain text with aligned columns. */
export function textOf(document: Document, layout: TextLayout): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, layout.columns ?? WIDTH));
  const paint = layout.colour ? colour : (text: string): string => text;
  const blocks = document.blocks.filter(({ kind }) => kind !== 'letterhead');
  const lines = blocks.flatMap((block, index) => {
    const before =
      index === 0 || (block.kind === 'text' && blocks[index - 1]?.kind !== 'heading') ? [] : spacing(block);
    return [...before, ...blockLines(block, width, paint, document.lang)];
  });
  return lines.map((line) => line.trimEnd()).join('\n') + '\n';
}

type Paint = (text: string, tone: Tone) => string;

const CODES: Readonly<Record<Tone, string>> = {
  plain: '',
  strong: '1',
  muted: '2',
  good: '32',
  warning: '33',
  error: '31',
};

function colour(text: string, tone: Tone): string {
  const code = CODES[tone];
  return code === '' || text === '' ? text : `\u001B[${code}m${text}\u001B[0m`;
}

function spacing(block: Block): string[] {
  return block.kind === 'heading' || block.kind === 'signatures' || block.kind === 'page' ? [''] : [];
}

function blockLines(block: Block, width: number, paint: Paint, lang: Document['lang']): string[] {
  switch (block.kind) {
    case 'heading':
      return [paint(printable(block.level === 1 ? block.text.toUpperCase() : block.text), 'strong')];
    case 'text':
      return wrapped(printable(block.text), width).map((line) => paint(line, block.tone ?? 'plain'));
    case 'letterhead':
      return [];
    case 'page':
      return ['─'.repeat(width), paint(printable(block.text.toUpperCase()), 'strong')];
    case 'pairs':
      return pairLines(block.rows, width, paint);
    case 'table':
      return tableLines(block, width, paint);
    case 'list':
      return block.items.flatMap(({ text, tone }) =>
        hanging(printable(text), '- ', width).map((line) => paint(line, tone ?? 'plain')),
      );
    case 'steps':
      return block.steps.flatMap((step) => stepLines(step, width, paint, lang));
    case 'picture':
      return wrapped(printable(block.alt), width).map((line) => paint(line, 'muted'));
    case 'signatures':
      return signatureLines(block, width);
  }
}

function hanging(text: string, mark: string, width: number): string[] {
  const indent = ' '.repeat(widthOf(mark));
  return wrapped(text, width - widthOf(mark)).map((line, index) => (index === 0 ? mark : indent) + line);
}

function pairLines(rows: Extract<Block, { kind: 'pairs' }>['rows'], width: number, paint: Paint): string[] {
  const labels = Math.min(42, Math.max(...rows.map((row) => widthOf(printable(row.label)))));
  return rows.flatMap(({ label, value, tone }) =>
    wrapped(printable(value), width - labels - 4).map(
      (line, index) => GAP + padded(index === 0 ? printable(label) : '', labels) + GAP + paint(line, tone ?? 'plain'),
    ),
  );
}

function tableLines({ columns, rows, foot }: Extract<Block, { kind: 'table' }>, width: number, paint: Paint): string[] {
  const titles = columns.map((column) => column.title);
  const all = [titles, ...rows, ...(foot ? [foot] : [])].map((row) => row.map(printable));
  const widths = columnWidths(columns, all, width - GAP.length * columns.length);
  const line = (row: readonly string[], tone: Tone): string[] => {
    const cells = row.map((cell, index) => wrapped(printable(cell), widths[index] ?? 1));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, at) => {
      const parts = cells.map((cell, index) => padded(cell[at] ?? '', widths[index] ?? 1, columns[index]?.align));
      return GAP + paint(parts.join(GAP).trimEnd(), tone);
    });
  };
  const rule = GAP + widths.map((one) => '-'.repeat(one)).join(GAP);
  return [
    ...line(titles, 'muted'),
    rule,
    ...rows.flatMap((row) => line(row, 'plain')),
    ...(foot ? [rule, ...line(foot, 'strong')] : []),
  ];
}

/** The width of each column: what it needs, the widest left-aligned ones narrowed until all fit. */
function columnWidths(columns: readonly Column[], rows: readonly (readonly string[])[], most: number): number[] {
  const widths = columns.map((_, index) => Math.max(1, ...rows.map((row) => widthOf(row[index] ?? ''))));
  const narrowest = 16;
  for (let over = sum(widths) - most; over > 0; over = sum(widths) - most) {
    const [widest] = widths
      .map((width, index) => ({ width, index }))
      .filter(({ index, width }) => columns[index]?.align === 'left' && width > narrowest)
      .sort((a, b) => b.width - a.width);
    if (!widest) break;
    widths[widest.index] = widest.width - 1;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function stepLines(
  step: Extract<Block, { kind: 'steps' }>['steps'][number],
  width: number,
  paint: Paint,
  lang: Document['lang'],
): string[] {
  const mark = step.held === undefined ? '- ' : step.held ? '✓ ' : '✗ ';
  const tone: Tone = step.held === false ? 'error' : 'plain';
  const inner = width - 4;
  const more = (texts: readonly string[], before: string, shade: Tone): string[] =>
    texts.flatMap((text) => hanging(printable(text), before, inner).map((line) => `    ${paint(line, shade)}`));
  return [
    ...hanging(printable(`${step.label}: ${step.text}`), `  ${mark}`, width).map((line) => paint(line, tone)),
    ...more(step.notes, '', 'plain'),
    ...more(step.remedies, '→ ', 'warning'),
    ...more(step.basis, lang === 'vi' ? 'Căn cứ: ' : 'Basis: ', 'muted'),
  ];
}

function signatureLines(
  { signers, hint, recipients }: Extract<Block, { kind: 'signatures' }>,
  width: number,
): string[] {
  const each = Math.floor(width / signers.length);
  const centred = (text: string): string =>
    padded(' '.repeat(Math.max(0, Math.floor((each - widthOf(text)) / 2))) + text, each);
  return [
    ...[signers, signers.map(() => hint)].map((line) => line.map((text) => centred(printable(text))).join('')),
    ...(recipients ? [recipients.title, ...recipients.items].map(printable) : []),
  ];
}
