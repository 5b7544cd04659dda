/** What a program may take for the sign of a formula, also as full-width, small, raised and look-alike characters. */
const SIGN =
  '=\\uff1d\\ufe66\\u207c\\u208c\\ua78a' +
  '+\\uff0b\\ufe62\\u207a\\u208a\\ufb29\\u2795' +
  '\\-\\uff0d\\ufe63\\u2212\\u207b\\u208b\\u02d7\\u2010-\\u2015\\u2043\\ufe58\\u2796' +
  '@\\uff20\\ufe6b';

/** What a program may pass over in front of a sign: spaces of all kinds, controls, characters that nobody sees. */
const BLANK = '[\\p{Z}\\p{Cf}\\p{DI}\\0-\\x08\\v\\f\\x0e-\\x1f\\x7f-\\x9f]*';

/** Behind them a cell begins under another separator of lists, or where quotes are read in another way. */
const BEGIN = '[;,|"\\t\\r\\n]';

const FIRST = `'*${BLANK}[${SIGN}|\\t\\r\\n]`;
const INNER = `'*${BLANK}(?:[${SIGN}\\t]|\\r(?!\\n))`;

const LIVE = new RegExp(`^(?=${FIRST})|(?<=${BEGIN})(?=${INNER})`, 'gu');
const GUARDED = new RegExp(`(?:^'(?=${FIRST})|(?<=${BEGIN})'(?=${INNER}))`, 'gu');

/** A negative number is no formula. */
const NUMBER = /^-\d+(?:[.,]\d+)*%?$/;

/**
 * A text that no spreadsheet takes for a formula, whichever separator of lists its CSV is opened with: an apostrophe
 * stands where a cell begins, or might begin, with the sign of one. A negative number stays as it is, but in the first
 * cell of a line (`leads`), where under another separator the rest of the line would follow it.
 */
export function guarded(text: string, leads = false): string {
  return !leads && NUMBER.test(text) ? text : text.replace(LIVE, "'");
}

/** The inverse of {@link guarded}. */
export function unguarded(text: string): string {
  return text.includes("'") ? text.replace(GUARDED, '') : text;
}
