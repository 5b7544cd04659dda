import { eastAsianWidth } from 'get-east-asian-width';
import { composed } from '../../base/text.ts';

/** Letters of Latin scripts, composed, and the marks, arrows and lines of our texts, each of one column. */
const LATIN = /^[ -~\u00a1-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2010-\u2027\u2190-\u2193\u2248\u2260\u2264\u2265\u2500]*$/;

/** What takes no column: marks over or around a letter, joiners, signs of control. */
const INVISIBLE =
  /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/u;

/**
 * How many columns of a terminal a text takes: marks take none, wide characters two. Character by character: the parts of an
 * emoji count each, since telling them together (`Intl.Segmenter`) takes a twelfth of the time of a single case.
 */
export function widthOf(text: string): number {
  const shown = composed(text);
  if (LATIN.test(shown)) return shown.length;
  let width = 0;
  for (const char of shown) if (!INVISIBLE.test(char)) width += eastAsianWidth(char.codePointAt(0) ?? 0);
  return width;
}

/** Fills a text with spaces to a width; a longer text stays as it is. */
export function padded(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const spaces = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + spaces : spaces + text;
}

/** Breaks a text at spaces into lines of at most a width; a longer word is cut. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const word of text.split(/ +(?!(?:đ|VND)(?!\p{L}))/u).flatMap((one) => cut(one, width))) {
    const size = widthOf(word);
    if (line !== '' && used + 1 + size > width) {
      lines.push(line);
      [line, used] = [word, size];
    } else if (line === '') [line, used] = [word, size];
    else [line, used] = [`${line} ${word}`, used + 1 + size];
  }
  return [...lines, line];
}

function cut(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let [part, used] = ['', 0];
  for (const char of composed(word)) {
    const size = widthOf(char);
    if (used + size > width) {
      parts.push(part);
      [part, used] = ['', 0];
    }
    part += char;
    used += size;
  }
  return [...parts, part];
}
