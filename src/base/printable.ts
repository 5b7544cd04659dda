/**
 * Characters that nobody sees and that steer a terminal or turn a line around: controls (C0, C1), bidi marks, overrides
 * and isolates, zero widths, line and paragraph separators, halves of characters. Line feeds and tabs are none, nor are
 * the marks that Vietnamese letters are composed of.
 */
const UNSEEN = /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\u2028\u2029]/gu;

/**
 * Whether a text may hold one of them: most hold none, and outputs are long. Letters of Vietnamese and what else stands
 * below the first marks of other scripts are passed over at a glance.
 */
function isSuspect(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x20 && code < 0x7f) continue;
    if (
      code >= 0xa0 ? (code < 0x600 && code !== 0xad) || (code >= 0x1e00 && code < 0x2000) : code === LF || code === TAB
    )
      continue;
    UNSEEN.lastIndex = 0;
    if (code < 0xa0 || (code >= 0xd800 && code < 0xe000) || UNSEEN.test(text.charAt(at))) return true;
  }
  return false;
}

const LF = 0x0a;
const TAB = 0x09;

/**
 * A text whose unseen characters stand as escapes of JSON (`\u001b`), which every console can show: a text for people
 * stays one line where it was one, and JSON stays the same JSON. The end of a line is kept as it is, CR LF too.
 */
export function visible(text: string): string {
  if (!isSuspect(text)) return text;
  return text.replace(UNSEEN, (found, at: number) => (found === '\r' && text[at + 1] === '\n' ? found : escape(found)));
}

/** {@link visible} in one line: breaks of lines and tabs, which cells of tables often hold, are spaces. */
export function printable(text: string): string {
  return visible(text.replace(/(?:\r?\n|\t)+/g, ' '));
}

/** JSON that steers no terminal it is shown on; `indent`: spaces of a level. */
export function jsonText(value: unknown, indent?: number): string {
  return visible(JSON.stringify(value, null, indent));
}

function escape(found: string): string {
  return Array.from(
    { length: found.length },
    (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}
