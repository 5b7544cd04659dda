/** Whether a text fits a line. */
export type Fits = (text: string) => boolean;

/** The sign that something is left out. */
const LEFT_OUT = '…';

/**
 * Breaks a text at spaces into lines that fit; a longer word is cut, and the unit of an amount stays with its number.
 * Beyond `most` lines the rest is left out, with a sign.
 */
export function cutLines(text: string, fits: Fits, most: number = Infinity): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/ +(?!(?:đ|VND)(?!\p{L}))/u)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (fits(longer)) {
      current = longer;
      continue;
    }
    if (current !== '') lines.push(current);
    const pieces = piecesOf(word, fits);
    lines.push(...pieces.slice(0, -1));
    current = pieces.at(-1) ?? '';
  }
  lines.push(current);
  if (lines.length <= most) return lines;
  const shown = lines.slice(0, most);
  return [...shown.slice(0, -1), shortened(shown.at(-1) ?? '', fits)];
}

/** A word in pieces that fit; a piece holds at least one character. */
function piecesOf(word: string, fits: Fits): string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const char of word) {
    if (piece !== '' && !fits(piece + char)) {
      pieces.push(piece);
      piece = '';
    }
    piece += char;
  }
  return [...pieces, piece];
}

function shortened(text: string, fits: Fits): string {
  const chars = [...text];
  while (chars.length > 0 && !fits(chars.join('') + LEFT_OUT)) chars.pop();
  return chars.join('').trimEnd() + LEFT_OUT;
}
