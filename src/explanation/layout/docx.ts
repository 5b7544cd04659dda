import {
  AlignmentType,
  BorderStyle,
  Document as Docx,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlignTable,
  WidthType,
  type ISectionOptions,
  type ParagraphChild,
} from 'docx';
import { printable } from '../../base/printable.ts';
import type { Block, Document, Letterhead, Pair, Tone } from '../document.ts';
import { escaped, halves } from './html.ts';
import { joined } from './joined.ts';
import { undated } from './undated.ts';

/** Twentieths of a point in a millimetre. */
const MM = 56.7;
const mm = (length: number): number => Math.round(length * MM);

const FONT = 'Times New Roman';
/** Half points: 13 for text, 12 over the recipients, 11 in tables and lists, 8 at the foot (cỡ chữ, Nghị định 30/2020/NĐ-CP). */
const [BODY, RECIPIENTS, TABLE, FOOT] = [26, 24, 22, 16];

/** Width and height of the papers, and whether they lie. */
const PAPERS = {
  a4: { width: 210, height: 297, lies: false },
  'a4-landscape': { width: 210, height: 297, lies: true },
  'a3-landscape': { width: 297, height: 420, lies: true },
} as const;

/** Margins in millimetres (căn lề trang, Nghị định 30/2020/NĐ-CP). */
const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 };

const TONES: Readonly<Record<Tone, { readonly bold?: boolean; readonly color?: string }>> = {
  plain: {},
  strong: { bold: true },
  muted: { color: '444444' },
  good: { bold: true },
  warning: { color: '884400' },
  error: { color: 'AA0000' },
};

/**
 * Lays documents out as one DOCX, each from a page of its own, with real tables, headings and lists, to be edited. The
 * same documents give the same bytes.
 */
export async function docxOf(documents: readonly Document[]): Promise<Uint8Array> {
  const docx = new Docx({
    title: printable(documents[0]?.title ?? ''),
    creator: 'nd178',
    styles: {
      default: {
        document: { run: { font: FONT, size: BODY }, paragraph: { spacing: { before: 20, after: 20 } } },
        heading1: {
          run: { font: FONT, size: 28, bold: true, color: '000000', allCaps: true },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 20 } },
        },
        heading2: {
          run: { font: FONT, size: BODY, bold: true, color: '000000' },
          paragraph: { spacing: { before: 60, after: 20 }, keepNext: true },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: 'items',
          levels: [0, 1].map((level) => ({
            level,
            format: LevelFormat.BULLET,
            text: '-',
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: { left: mm(5 * (level + 1)), hanging: mm(4) } } },
          })),
        },
      ],
    },
    sections: documents.map(section),
  });
  // The library would write the hour of the day; the same papers must have the same bytes.
  const core = coreProperties(documents[0]?.title ?? '');
  const packed = await Packer.pack(docx, 'uint8array', undefined, [{ path: 'docProps/core.xml', data: core }]);
  return undated(packed);
}

function coreProperties(title: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>nd178</dc:creator></cp:coreProperties>`;
}

function section(document: Document): ISectionOptions {
  const paper = PAPERS[document.paper ?? 'a4'];
  const width = (paper.lies ? paper.height : paper.width) - MARGINS.left - MARGINS.right;
  const { top, bottom, left, right } = MARGINS;
  const foot = document.foot === undefined ? {} : { footers: footers(document.foot) };
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width: mm(paper.width),
          height: mm(paper.height),
          orientation: paper.lies ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right), header: mm(10), footer: mm(8) },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph('')] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [PageNumber.CURRENT] })],
          }),
        ],
      }),
    },
    ...foot,
    children: document.blocks.flatMap((block) => blockDocx(block, mm(width))),
  };
}

function footers(text: string): { first: Footer; default: Footer } {
  const footer = (): Footer =>
    new Footer({
      children: [
        new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, { size: FOOT, color: '444444' })] }),
      ],
    });
  return { first: footer(), default: footer() };
}

interface Shown {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  readonly allCaps?: boolean;
}

function run(text: string, shown: Shown = {}): TextRun {
  return new TextRun({ text: joined(printable(text)), ...shown });
}

/** How a paragraph stands; the first line of one of a decision is drawn in, with a little room around it. */
const PARAGRAPHS = {
  plain: { alignment: AlignmentType.JUSTIFIED },
  center: { alignment: AlignmentType.CENTER },
  right: { alignment: AlignmentType.RIGHT },
  'first-line': {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: mm(10) },
    spacing: { before: 60, after: 60 },
  },
} as const;

type Content = Paragraph | Table;

function blockDocx(block: Block, width: number): Content[] {
  switch (block.kind) {
    case 'letterhead':
      return [letterheadDocx(block, width)];
    case 'page':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: true, children: [run(block.text)] })];
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: [run(block.text)],
        }),
      ];
    case 'text':
      return [
        new Paragraph({
          ...PARAGRAPHS[block.align ?? 'plain'],
          children: [run(block.text, { ...TONES[block.tone ?? 'plain'], ...(block.italic ? { italics: true } : {}) })],
        }),
      ];
    case 'pairs':
      return [pairsDocx(block, width)];
    case 'table':
      return [tableDocx(block, width)];
    case 'list':
      return block.items.map(({ text, tone = 'plain' }) => item([run(text, { size: TABLE, ...TONES[tone] })]));
    case 'steps':
      return block.steps.flatMap(stepDocx);
    case 'picture':
      // Word has the table beneath; an SVG alone it shows only where it also has a picture of points.
      return [new Paragraph({ children: [run(block.alt, { size: TABLE, italics: true })] })];
    case 'signatures':
      return [gap(), signaturesDocx(block, width)];
  }
}

function item(children: readonly ParagraphChild[], level = 0): Paragraph {
  return new Paragraph({
    numbering: { reference: 'items', level },
    spacing: { before: 0, after: 0, ...CLOSE },
    children: [...children],
  });
}

function stepDocx(step: Extract<Block, { kind: 'steps' }>['steps'][number]): Paragraph[] {
  const mark = step.held === undefined ? '' : step.held ? '✓ ' : '✗ ';
  const tone = step.held === false ? TONES.error : TONES.plain;
  return [
    item([run(`${mark}${step.label}: `, { ...tone, bold: true }), run(step.text, tone)]),
    ...step.notes.map((text) => item([run(text)], 1)),
    ...step.remedies.map((text) => item([run(`→ ${text}`, TONES.warning)], 1)),
    ...step.basis.map((text) => item([run(text, TONES.muted)], 1)),
  ];
}

/** Lines of tables and lists stand a little closer than the typeface would have them, so that a sheet stays on its page. */
const CLOSE = { line: 216, lineRule: LineRuleType.AUTO } as const;

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '555555' };
const LINES = { top: LINE, bottom: LINE, left: LINE, right: LINE };

interface CellLook {
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center';
  readonly lines?: boolean;
  readonly span?: number;
}

function cell(
  paragraphs: readonly (readonly ParagraphChild[])[],
  { width, align = 'left', lines = true, span = 1 }: CellLook,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: lines ? LINES : NO_LINES,
    verticalAlign: VerticalAlignTable.TOP,
    columnSpan: span,
    margins: { left: 70, right: 70, top: 0, bottom: 0 },
    children: paragraphs.map(
      (children) =>
        new Paragraph({
          alignment: AlignmentType[align === 'left' ? 'LEFT' : align === 'right' ? 'RIGHT' : 'CENTER'],
          spacing: { before: 0, after: 0, ...CLOSE },
          children: [...children],
        }),
    ),
  });
}

function tableOf(rows: readonly TableRow[], widths: readonly number[]): Table {
  return new Table({
    rows: [...rows],
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    layout: 'fixed',
  });
}

function letterheadDocx({ superior, agency, country, motto, number = '', place }: Letterhead, width: number): Table {
  const widths = agency === undefined ? [0, width] : [Math.round(width * 0.4), Math.round(width * 0.6)];
  const [left = 0, right = 0] = widths;
  const under = { type: UnderlineType.SINGLE };
  const look = { align: 'center', lines: false } as const;
  const line = (text: string, shown: Shown = {}): ParagraphChild[] => [run(text, { size: TABLE, ...shown })];
  const ruled = (text: string): ParagraphChild[] => [
    new TextRun({ text: joined(printable(text)), size: TABLE, bold: true, underline: under }),
  ];
  return tableOf(
    [
      new TableRow({
        children: [
          ...(agency === undefined
            ? []
            : [
                cell([...(superior === undefined ? [] : [line(superior)]), ruled(agency), line(number)], {
                  ...look,
                  width: left,
                }),
              ]),
          cell(
            [
              line(country, { bold: true }),
              ruled(motto),
              ...(place === undefined ? [] : [line(place, { italics: true })]),
            ],
            { ...look, width: right },
          ),
        ],
      }),
    ],
    widths.filter((one) => one > 0),
  );
}

function pairsDocx({ rows, columns = 1 }: Extract<Block, { kind: 'pairs' }>, width: number): Table {
  const widths = Array.from({ length: columns }, () => Math.floor(width / columns));
  const lines = columns === 1 ? rows.map((row) => [row]) : halves(rows);
  const text = (row: Pair | undefined): ParagraphChild[] =>
    row ? [run(`${row.label}: `, { size: TABLE }), run(row.value, { size: TABLE, bold: columns === 2 })] : [];
  return tableOf(
    lines.map(
      (line) =>
        new TableRow({
          cantSplit: true,
          children: line.map((row, at) => cell([text(row)], { width: widths[at] ?? 0, lines: false })),
        }),
    ),
    widths,
  );
}

/** A line of little height between two tables, which would else become one. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT }, children: [] });
}

function tableDocx({ columns, rows, foot }: Extract<Block, { kind: 'table' }>, width: number): Table {
  const shares = columns.reduce((sum, { share = NaN }) => sum + share, 0);
  const widths = Number.isFinite(shares)
    ? columns.map(({ share = 0 }) => Math.floor((width * share) / shares))
    : columnWidths(
        columns.map(({ title, align }, at) => ({
          right: align === 'right',
          longest: Math.max(
            ...[
              // A heading may stand on two lines.
              title.slice(title.length / 2 - 2),
              ...rows.map((row) => row[at] ?? ''),
              foot?.[at] ?? '',
            ].map((text) => text.length),
          ),
        })),
        width,
      );
  const row = (cells: readonly string[], bold: boolean, head = false): TableRow =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: columns.map(({ align }, at) =>
        cell([[run(cells[at] ?? '', { size: TABLE, bold })]], {
          width: widths[at] ?? 0,
          align: head ? 'center' : align,
        }),
      ),
    });
  return tableOf(
    [
      row(
        columns.map(({ title }) => title),
        true,
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
      ...(foot ? [row(foot, true)] : []),
    ],
    widths,
  );
}

/** Room of a figure and of a letter at the size of tables, and of the margins of a cell, in twentieths of a point. */
const [FIGURE, LETTER, PADDING] = [120, 98, 170];

/**
 * Numbers get the room they need, so that no amount breaks. Of the texts those that need no more than an even part get
 * what they need; the others share the rest.
 */
function columnWidths(columns: readonly { right: boolean; longest: number }[], width: number): number[] {
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

function signaturesDocx(
  { signers, hint, names = [], recipients }: Extract<Block, { kind: 'signatures' }>,
  width: number,
): Table {
  const left = recipients ? Math.floor(width / 2) : 0;
  const each = Math.floor((width - left) / signers.length);
  const room = Array.from({ length: 2 }, (): ParagraphChild[] => []);
  return tableOf(
    [
      new TableRow({
        cantSplit: true,
        children: [
          ...(recipients ? [recipientsCell(recipients, left)] : []),
          ...signers.map((who, at) =>
            cell(
              [
                [run(who, { bold: true })],
                [run(hint, { size: TABLE, italics: true })],
                ...room,
                [run(names[at] ?? '', { bold: true })],
              ],
              {
                width: each,
                align: 'center',
                lines: false,
              },
            ),
          ),
        ],
      }),
    ],
    [...(recipients ? [left] : []), ...signers.map(() => each)],
  );
}

/** Nơi nhận: bold italics for the title, 11 for the lines (Nghị định 30/2020/NĐ-CP). */
function recipientsCell({ title, items }: { title: string; items: readonly string[] }, width: number): TableCell {
  return cell(
    [
      [run(title, { size: RECIPIENTS, bold: true, italics: true })],
      ...items.map((text) => [run(text, { size: TABLE })]),
    ],
    { width, lines: false },
  );
}
