import type { Block, Letterhead, Pair, Tone } from '../../explanation/document.ts';
import { pairLines } from '../../explanation/layout/html.ts';
import { columnWidths } from './column-widths.ts';
import { SIZES } from '../../explanation/layout/official-page.ts';
import { pictureWord } from './picture.ts';
import { GAP, paragraph, run, table, type Row, type Shown } from './word.ts';

const TONES: Readonly<Record<Tone, Shown>> = {
  plain: {},
  strong: { bold: true },
  muted: { color: '444444' },
  good: { bold: true },
  warning: { color: '884400' },
  error: { color: 'AA0000' },
};

/**
 * A piece of a document as Word has it: paragraphs and tables, in a width in twentieths of a point. `picture` gives each
 * picture its number in the file.
 */
export function blockWord(block: Block, width: number, picture: () => number): string {
  switch (block.kind) {
    case 'letterhead':
      return letterheadWord(block, width);
    case 'page':
      return paragraph('Heading1', run(block.text), { newPage: true });
    case 'heading':
      return paragraph(block.level === 1 ? 'Heading1' : 'Heading2', run(block.text));
    case 'text':
      return textWord(block);
    case 'pairs':
      return pairsWord(block, width);
    case 'table':
      return tableWord(block, width);
    case 'list':
      return block.items
        .map(({ text, tone = 'plain' }) => paragraph('ListText', run(text, TONES[tone]), { level: 0 }))
        .join('');
    case 'steps':
      return block.steps.map(stepWord).join('');
    case 'picture':
      return pictureWord(block.svg, block.alt, picture(), width);
    case 'signatures':
      return GAP + signaturesWord(block, width);
  }
}

function textWord({ text, align, tone = 'plain', italic }: Extract<Block, { kind: 'text' }>): string {
  const runs = run(text, { ...TONES[tone], italic: italic === true });
  if (align === 'first-line') return paragraph('FirstLine', runs);
  return paragraph('PaperText', runs, align === undefined ? {} : { align });
}

function stepWord(step: Extract<Block, { kind: 'steps' }>['steps'][number]): string {
  const mark = step.held === undefined ? '' : step.held ? '✓ ' : '✗ ';
  const tone = step.held === false ? TONES.error : TONES.plain;
  const under = (text: string, shown: Shown = {}): string => paragraph('StepText', run(text, shown), { level: 1 });
  return [
    paragraph('StepText', run(`${mark}${step.label}: `, { ...tone, bold: true }) + run(step.text, tone), { level: 0 }),
    ...step.notes.map((text) => under(text)),
    ...step.remedies.map((text) => under(`→ ${text}`, TONES.warning)),
    ...step.basis.map((text) => under(text, TONES.muted)),
  ].join('');
}

function letterheadWord({ superior, agency, country, motto, number = '', place }: Letterhead, width: number): string {
  const line = (text: string, shown: Shown = {}): string =>
    paragraph('TableText', text === '' ? '' : run(text, shown), { align: 'center' });
  const ruled = (text: string): string => line(text, { bold: true, underline: true });
  const right =
    line(country, { bold: true }) + ruled(motto) + (place === undefined ? '' : line(place, { italic: true }));
  if (agency === undefined) return table([{ cells: [right] }], [width], false);
  const left = (superior === undefined ? '' : line(superior)) + ruled(agency) + line(number);
  const narrow = Math.round(width * 0.4);
  return table([{ cells: [left, right] }], [narrow, width - narrow], false);
}

function pairsWord({ rows, columns = 1 }: Extract<Block, { kind: 'pairs' }>, width: number): string {
  const lines = columns === 1 ? rows.map((row) => [row]) : pairLines(rows);
  const cell = (pair: Pair): string =>
    paragraph('TableText', run(`${pair.label}: `) + run(pair.value, { bold: columns === 2 }));
  return table(
    lines.map((line) => ({ cells: line.map(cell) })),
    Array.from({ length: columns }, () => Math.floor(width / columns)),
    false,
  );
}

function tableWord(block: Extract<Block, { kind: 'table' }>, width: number): string {
  const { columns, rows, foot } = block;
  const line = (cells: readonly string[], bold: boolean): Row => ({
    cells: columns.map(({ align }, at) => paragraph('TableText', run(cells[at] ?? '', { bold }), { align })),
  });
  const head: Row = {
    cells: columns.map(({ title }) => paragraph('TableText', run(title, { bold: true }), { align: 'center' })),
    head: true,
  };
  const all = [head, ...rows.map((cells) => line(cells, false)), ...(foot ? [line(foot, true)] : [])];
  return table(all, columnWidths(block, width), true);
}

/** Empty lines for the signature, and where no name is printed for the name that is written by hand. */
const ROOM = paragraph('TableText', '').repeat(3);

function signaturesWord(
  { signers, hint, names = [], recipients }: Extract<Block, { kind: 'signatures' }>,
  width: number,
): string {
  const left = recipients ? Math.floor(width / 2) : 0;
  const each = Math.floor((width - left) / signers.length);
  const cells = signers.map(
    (who, at) =>
      paragraph('SignatureText', run(who, { bold: true })) +
      paragraph('SignatureText', run(hint, { size: SIZES.table, italic: true })) +
      ROOM +
      (names[at] === undefined ? '' : paragraph('SignatureText', run(names[at], { bold: true }))),
  );
  const widths = signers.map(() => each);
  if (!recipients) return table([{ cells }], widths, false);
  return table([{ cells: [recipientsWord(recipients), ...cells] }], [left, ...widths], false);
}

/** Nơi nhận: bold italics for the title, 11 for the lines (Nghị định 30/2020/NĐ-CP). */
function recipientsWord({ title, items }: { title: string; items: readonly string[] }): string {
  return [
    paragraph('TableText', run(title, { size: SIZES.recipients, bold: true, italic: true })),
    ...items.map((text) => paragraph('TableText', run(text))),
  ].join('');
}
