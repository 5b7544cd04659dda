/**
 * The encodings of Vietnamese before Unicode (bảng mã cũ), in which fonts show the letters of Latin-1 as Vietnamese ones.
 * A file says nothing of them: its texts are Latin-1 to every program.
 */
export const OLD_ENCODINGS = ['tcvn3', 'vni'] as const;

/** An encoding of Vietnamese before Unicode. */
export type OldEncoding = (typeof OLD_ENCODINGS)[number];

/** The names of the encodings, as people and their fonts know them. */
export const OLD_ENCODING_NAMES: Readonly<Record<OldEncoding, string>> = {
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
};

/** The letters of TCVN3 (TCVN 5712:1993, bộ 3) by code, from A1 and from B5 on; `.` where it has none. */
const TCVN3 = new Map<string, string>([
  ...lettersFrom(0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'),
  ...lettersFrom(0xb5, 'àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ'),
]);

function lettersFrom(code: number, letters: string): [string, string][] {
  return [...letters].flatMap((letter, at): [string, string][] =>
    letter === '.' ? [] : [[String.fromCharCode(code + at), letter]],
  );
}

/** VNI writes most vowels as a letter and a mark behind it: the marks of the tones, and of circumflex and breve with them. */
const VNI_MARKS: readonly (readonly [bases: string, marks: string, letters: readonly string[]])[] = [
  ['aeouyôö', 'ùøûõï', ['áàảãạ', 'éèẻẽẹ', 'óòỏõọ', 'úùủũụ', 'ýỳỷỹ.', 'ớờởỡợ', 'ứừửữự']],
  ['aeo', 'âáàåãä', ['âấầẩẫậ', 'êếềểễệ', 'ôốồổỗộ']],
  ['a', 'êéèúüë', ['ăắằẳẵặ']],
];

/** The letters that VNI writes with one character. */
const VNI_SINGLE: Readonly<Record<string, string>> = {
  ...{ ñ: 'đ', ô: 'ơ', ö: 'ư', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' },
};

const VNI = vniLetters();

function vniLetters(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const both = (written: string, letter: string): void => {
    const [first = '', mark = ''] = written;
    const capital = letter.toUpperCase();
    found.set(first + mark, letter);
    // A capital is typed with the mark of a capital, or of a small letter.
    for (const one of [mark, mark.toUpperCase()]) found.set(first.toUpperCase() + one, capital);
  };
  for (const [written, letter] of Object.entries(VNI_SINGLE)) both(written, letter);
  for (const [bases, marks, letters] of VNI_MARKS) {
    for (const [at, base] of [...bases].entries())
      for (const [of, letter] of [...(letters[at] ?? '')].entries())
        if (letter !== '.') both(base + (marks[of] ?? ''), letter);
  }
  return found;
}

/** Letters that no text in an old encoding holds: those of Vietnamese beyond Latin-1, and marks of their own. */
const UNICODE_LETTER =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9]/;

/** Whether a text is Vietnamese in Unicode, by letters that no old encoding can show. */
export function isUnicodeVietnamese(text: string): boolean {
  return UNICODE_LETTER.test(text);
}

/**
 * A text in an old encoding as Unicode (NFC). What is Unicode already stays as it is, and so does a text with a letter that
 * the encoding has not. TCVN3 has no capitals with a tone: its fonts for capitals (.VnTimeH) show the small letters so; in
 * a word of capitals they are made capitals, and at the beginning of a name among names.
 */
export function fromOldEncoding(text: string, encoding: OldEncoding): string {
  if (!/[\u00a1-\u00ff]/.test(text) || isUnicodeVietnamese(text)) return text;
  return (encoding === 'vni' ? fromVni(text) : fromTcvn3(text)) ?? text;
}

/** What is a letter in Latin-1, so that it has to be one in the encoding. */
const LATIN_LETTER = /[\u00c0-\u00ff]/;

function fromVni(text: string): string | undefined {
  let read = '';
  for (let at = 0; at < text.length; at++) {
    const pair = VNI.get(text.slice(at, at + 2));
    const letter = pair ?? VNI.get(text.charAt(at));
    if (letter === undefined && LATIN_LETTER.test(text.charAt(at))) return undefined;
    if (pair !== undefined && at + 1 < text.length) at++;
    read += letter ?? text.charAt(at);
  }
  return read;
}

function fromTcvn3(text: string): string | undefined {
  let read = '';
  for (const one of text) {
    const letter = TCVN3.get(one);
    if (letter === undefined && LATIN_LETTER.test(one)) return undefined;
    read += letter ?? one;
  }
  const capitals = read.match(CAPITALS)?.length ?? 0;
  if (capitals >= 2 && !/[a-z]/.test(read)) return read.toUpperCase();
  const words = read.match(WORD) ?? [];
  const isName = words.length >= 3 && words.every((word) => /^(?:\p{Lu}|[^a-z])/u.test(word));
  return read.replace(WORD, (word) => {
    if ((word.match(CAPITALS)?.length ?? 0) >= 2 && !/[a-z]/.test(word)) return word.toUpperCase();
    return isName ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
}

const WORD = /\p{L}+/gu;
const CAPITALS = /[A-ZĂÂÊÔƠƯĐ]/g;
