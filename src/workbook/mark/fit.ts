import { composed } from '../../base/text.ts';
import type { EditStyles } from './styles.ts';
import { plain } from './text.ts';

/** Height of a line of text for each point of its font, and the space around the lines of a cell. */
const LINE = 1.36;
const AROUND = 3;
/** Bold digits are wider; and no text is made smaller than this part of its size. */
const BOLD = 1.08;
const SMALLEST = 0.7;

/** How texts fit into cells, by the width of a digit: nearer than that no program tells before it shows them. */
export class TextFit {
  readonly #styles: EditStyles;

  constructor(styles: EditStyles) {
    this.#styles = styles;
  }

  /** The size, in points, at which no word of a style is broken in two, but not too small to be read. */
  size(style: number, texts: readonly string[], width: number): number {
    const size = this.#styles.fontSize(style);
    const longest = Math.max(0, ...texts.map(wordWidth)) * BOLD;
    const digits = this.#digits(size, width);
    return longest <= digits ? size : Math.max(SMALLEST * size, Math.floor((size * digits * 2) / longest) / 2);
  }

  /** The points that texts below one another need. */
  points(size: number, texts: readonly string[], width: number): number {
    const digits = this.#digits(size, width);
    return texts.reduce((lines, text) => lines + lineCount(text, digits), 0) * size * LINE + AROUND;
  }

  /** How many digits of a size stand beside one another in a width: widths count digits of the first style. */
  #digits(size: number, width: number): number {
    return Math.max(1, (width * this.#styles.fontSize(0)) / size - 1);
  }
}

/** The width of a text in digits; points and commas are narrow. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of composed(text)) width += /[\s.,:;'|()/-]/.test(character) ? 0.5 : 1;
  return width;
}

/** The width of the longest piece of a text that cannot be broken. */
function wordWidth(text: string): number {
  return Math.max(0, ...text.split(/\s/).map(textWidth));
}

/** How many lines a text takes in a column of a width in characters, broken between words where it can be. */
export function lineCount(text: string, width: number): number {
  const most = Math.max(1, Math.floor(width));
  let lines = 0;
  for (const line of plain(text).split('\n')) {
    lines++;
    let used = 0;
    for (const word of line.split(' ').map(textWidth)) {
      const next = used === 0 ? word : used + 0.5 + word;
      if (next <= most) {
        used = next;
        continue;
      }
      if (used > 0) lines++;
      const full = Math.max(0, Math.ceil(word / most) - 1);
      lines += full;
      used = word - full * most;
    }
  }
  return lines;
}
