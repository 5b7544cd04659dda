import { printable } from '../../base/printable.ts';
import { composed } from '../../base/text.ts';
import { cutLines, type Fits } from './lines.ts';

/** The colours of the pictures: all of them print in greys that can be told apart. */
export const INK = {
  text: '#111111',
  soft: '#555555',
  grid: '#d9d9d9',
  amount: '#1f4e79',
  salary: '#8a6d3b',
  mark: '#a33b00',
  term: '#9db8d6',
  early: '#e6c794',
} as const;

/** How wide every picture is in its own units, so that its letters are read on a telephone and on A4. */
export const WIDTH = 400;

/** The sizes of letters. */
export const SIZE = { title: 13, text: 12, axis: 11 } as const;

const FONTS = "Arial, 'Liberation Sans', 'Noto Sans', 'DejaVu Sans', sans-serif";

/** A picture: what it shows, as pieces of SVG, with a title and a description for whoever cannot see it. */
export interface Figure {
  /** A word, unique in a page. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly height: number;
  readonly parts: readonly string[];
}

/** Writes a picture as an SVG element: on a page it fills the width it is given, as a file it has a size of its own. */
export function svgOf(figure: Figure, lang: string, on: 'page' | 'file' = 'page'): string {
  const { name, title, description, height, parts } = figure;
  const [heading, more] = [`${name}-title`, `${name}-description`];
  const size = on === 'page' ? 'width="100%"' : `width="${WIDTH}" height="${coordinate(height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${coordinate(height)}" ${size} role="img" lang="${lang}" aria-labelledby="${heading} ${more}" font-family="${FONTS}" font-size="${SIZE.text}" fill="${INK.text}">
<title id="${heading}">${xml(title)}</title>
<desc id="${more}">${xml(description)}</desc>
<rect width="${WIDTH}" height="${coordinate(height)}" fill="#ffffff"/>
${parts.join('\n')}
</svg>`;
}

/** One picture of several, one below the other. */
export function stacked(figures: readonly Figure[], name: string): Figure {
  const parts: string[] = [];
  let height = 0;
  for (const figure of figures) {
    parts.push(`<g transform="translate(0 ${coordinate(height)})">\n${figure.parts.join('\n')}\n</g>`);
    height += figure.height;
  }
  return {
    name,
    title: figures.map(({ title }) => title).join('; '),
    description: figures.map(({ description }) => description).join(' '),
    height,
    parts,
  };
}

/** A text with the characters of XML written as entities; unseen characters stand as escapes. */
export function xml(text: string): string {
  return printable(composed(text)).replace(/[&<>"']|[\ufffe\uffff]/g, (char) =>
    char >= '\ufffe' ? '\ufffd' : `&#${char.charCodeAt(0)};`,
  );
}

/** A coordinate, to a tenth. Coordinates are the only numbers here that are not exact; no amount is written by it. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** What an element says beyond its place. */
export type Attributes = Readonly<Record<string, string | number>>;

/** An element; numbers are coordinates. */
export function element(name: string, attributes: Attributes, inside?: string): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? coordinate(value) : xml(value)}"`)
    .join('');
  return inside === undefined ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** A line of text. */
export function label(text: string, x: number, y: number, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, xml(text));
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, attributes: Attributes): string {
  return element('line', { x1, y1, x2, y2, ...attributes });
}

/** Texts broken into lines from a place on, and how high they stand. */
export function paragraph(
  text: string,
  x: number,
  top: number,
  { size = SIZE.text, most, ...attributes }: { readonly size?: number; readonly most?: number } & Attributes,
): { readonly parts: readonly string[]; readonly height: number } {
  const lines = cutLines(printable(composed(text)), fitting(WIDTH - x - MARGIN, size), most);
  const step = size * LEADING;
  return {
    parts: lines.map((one, index) => label(one, x, top + size + index * step, { 'font-size': size, ...attributes })),
    height: lines.length * step,
  };
}

/** Free space at the edges. */
export const MARGIN = 8;
const LEADING = 1.35;

/** Whether a text of a size fits a width. */
function fitting(width: number, size: number): Fits {
  return (text) => textWidth(text, size) <= width;
}

/** How wide a text is, on the safe side: the fonts of readers differ. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const char of text.normalize('NFD')) width += charWidth(char);
  return width * size;
}

function charWidth(char: string): number {
  if (/\p{M}/u.test(char)) return 0;
  if (/[ iljtfrI.,:;'|()/-]/.test(char)) return 0.36;
  if (/[mwMW@%]/.test(char)) return 0.95;
  if (/\p{Lu}/u.test(char)) return 0.74;
  return char.charCodeAt(0) < 0x2000 ? 0.59 : 1;
}
