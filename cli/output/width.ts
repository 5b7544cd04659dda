const WIDE = /^[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]$/;

/** How many columns of a terminal a text takes: marks take none, wide characters two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text.normalize('NFC')) {
    if (/^[\p{M}\p{Cf}\p{Cc}]$/u.test(char)) continue;
    width += WIDE.test(char) || /^\p{Extended_Pictographic}$/u.test(char) ? 2 : 1;
  }
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
  let line = '';
  for (const word of text.split(/ +(?!(?:đ|VND)(?!\p{L}))/u).flatMap((one) => cut(one, width))) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function cut(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const char of word.normalize('NFC')) {
    if (widthOf(part + char) > width) {
      parts.push(part);
      part = '';
    }
    part += char;
  }
  return [...parts, part];
}
