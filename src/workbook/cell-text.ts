/** XML text: markup escaped, and characters that XML cannot hold written as Office does. */
export function escapeXml(text: string): string {
  if (!/[&<>"\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]|_x[0-9a-fA-F]{4}_/.test(text)) return text;
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/g,
      (bad) => `_x${bad.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** Most characters of a text that a cell can hold. */
export const LONGEST_CELL = 32_767;

/** Spaces at the ends of a text count only where this is said. */
export const SPACED = '<t xml:space="preserve">';

/** Whether a text has a space at one of its ends. */
export function isSpaced(text: string): boolean {
  return text.charCodeAt(0) <= SPACE || text.charCodeAt(text.length - 1) <= SPACE;
}

const SPACE = 32;

/** The text of a cell as XML, cut to what a cell can hold. */
export function cellText(text: string): string {
  return escapeXml(cutToCell(text));
}

/** A text cut to what a cell can hold. */
export function cutToCell(text: string): string {
  return text.length > LONGEST_CELL ? cut(text) : text;
}

/** As much of a text as a cell can hold, and a word that it is not all. */
function cut(text: string): string {
  const note = ` [… cắt bớt/cut: ${text.length}]`;
  const end = LONGEST_CELL - note.length;
  // Half a character is none.
  return text.slice(0, isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end) + note;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
