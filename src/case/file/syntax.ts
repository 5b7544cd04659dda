import type { LineCounter, YAMLError } from 'yaml';
import type { Issue } from '../../base/checked.ts';

/** An issue with a file, and its place in it where that is known. */
export interface PlacedIssue extends Issue {
  readonly place?: string;
}

/** An issue with the file itself. */
export function fileIssue(code: string, message: string, place?: string): PlacedIssue {
  return { code, path: '', message, ...(place === undefined ? {} : { place }) };
}

/** Line and column of an offset, from 1 ("12:3"). */
export function placeOf(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${line}:${col}`;
}

/** A key that stands twice in one group. */
export function duplicateKey(place: string | undefined, say: (vi: string, en: string) => string): PlacedIssue {
  const [vi, en] = ['Cú pháp: khóa bị lặp lại; giữ một.', 'Syntax: the key stands twice; keep one.'];
  return fileIssue('syntax', say(vi, en), place);
}

const SYNTAX: Readonly<Record<string, { vi: string; en: string }>> = {
  TAB_AS_INDENT: { vi: 'thụt dòng bằng tab; dùng dấu cách.', en: 'indented by a tab; use spaces.' },
  BAD_INDENT: {
    vi: 'thụt dòng sai, hoặc thiếu dấu đóng ngoặc hay nháy.',
    en: 'wrong indentation, or a bracket or quote that is not closed.',
  },
  MISSING_CHAR: {
    vi: 'thiếu dấu (ngoặc, nháy, phẩy hoặc hai chấm).',
    en: 'a mark is missing (bracket, quote, comma or colon).',
  },
  MULTILINE_IMPLICIT_KEY: {
    vi: 'khóa viết trên nhiều dòng; có thể thiếu dấu hai chấm ở dòng trước.',
    en: 'a key over several lines; a colon may be missing on the line before.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    vi: 'hai khóa trên một dòng; tách dòng hoặc đặt giá trị trong dấu nháy.',
    en: 'two keys on one line; split the line or quote the value.',
  },
  TAG_RESOLVE_FAILED: { vi: 'không nhận nhãn (!) ở đây.', en: 'a tag (!) is not accepted here.' },
  BAD_ALIAS: { vi: 'bí danh (*) sai.', en: 'a wrong alias (*).' },
};

/** A fault of syntax in the language of the user. */
export function syntaxIssue(
  fault: YAMLError,
  lines: LineCounter,
  say: (vi: string, en: string) => string,
): PlacedIssue {
  const words = SYNTAX[fault.code] ?? { vi: 'không đúng cú pháp YAML/JSON.', en: 'not valid YAML or JSON.' };
  return fileIssue('syntax', say(`Cú pháp: ${words.vi}`, `Syntax: ${words.en}`), placeOf(lines, fault.pos[0]));
}
