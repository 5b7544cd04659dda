import { escapeXml } from '../cell-text.ts';

/** How a cell is marked. */
export type MarkKind = 'wrong' | 'follow-on' | 'unchecked';

/** What is shown in a marked cell: both amounts as text. */
export interface MarkTexts {
  readonly declared: string;
  readonly computed: string;
  readonly kind: MarkKind;
}

/** What changes about the font of a cell in a piece of its text; where nothing is said it stays as it is. */
export interface RunLook {
  readonly bold?: boolean;
  readonly struck?: boolean;
  readonly underlined?: boolean;
  /** A colour as alpha, red, green, blue. */
  readonly colour?: string;
  /** In points. */
  readonly size?: number;
}

/** The looks of the declared text and of the one computed: a follow-on error speaks in a lower voice. */
const LOOKS: Readonly<Record<'wrong' | 'follow-on', readonly [declared: RunLook, computed: RunLook]>> = {
  wrong: [
    { struck: true, colour: 'FFFF0000' },
    { struck: false, bold: true },
  ],
  'follow-on': [
    { struck: true, colour: 'FFBC7F4C' },
    { struck: false, bold: true, colour: 'FF7F6448' },
  ],
};

const LONGEST_TEXT = 16_000;

/** The marked texts as rich text: declared, struck through, above computed, in bold. Without prefix. */
export function richText(marks: readonly MarkTexts[], font: (look: RunLook) => string): string {
  const lines = marks.flatMap(({ declared, computed, kind }) => {
    const [old, right] = LOOKS[kind === 'follow-on' ? kind : 'wrong'];
    return [
      { text: plain(declared), look: old },
      { text: plain(computed), look: right },
    ];
  });
  const shown = lines.filter(({ text }) => text !== '');
  if (shown.length === 0) return '<is><t/></is>';
  const runs = shown.map(({ text, look }, at) => {
    const end = at === shown.length - 1 ? '' : '\n';
    return `<r><rPr>${font(look)}</rPr>${textXml(text + end)}</r>`;
  });
  return `<is>${runs.join('')}</is>`;
}

/** A text as the content of a cell. Without prefix. */
export function plainText(text: string): string {
  return `<is>${textXml(plain(text))}</is>`;
}

function textXml(text: string): string {
  return `<t xml:space="preserve">${escapeXml(text)}</t>`;
}

/** A text with one kind of line end, and no longer than a cell can hold twice. */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').slice(0, LONGEST_TEXT);
}
