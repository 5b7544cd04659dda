import type { Issue } from '../base/checked.ts';
import { printable } from '../base/printable.ts';
import type { Lang, OneOf } from '../base/text.ts';
import { ISSUES, type IssueCode } from './issues.ts';

/** The values a message may mention. */
export type Params = Readonly<Record<string, string | number | undefined>>;

/** An issue with a case, with the codes that are known. */
export interface CaseIssue extends Issue {
  readonly code: OneOf<IssueCode>;
}

/** An issue in the language asked for. */
export function issue(lang: Lang, code: IssueCode, path: string, params: Params = {}): Issue {
  return { code, path, message: fill(ISSUES[code][lang], params) };
}

/** A text in pieces: plain text, a value, or a part that is left out when one of its values is not there. */
type Piece =
  string | { readonly name: string } | { readonly inner: readonly Piece[]; readonly names: readonly string[] };

const taken = new Map<string, readonly Piece[]>();

/** Puts values into a text: `{name}` by its value, `[... {name} ...]` left out when the value is not there. */
export function fill(text: string, params: Params): string {
  let pieces = taken.get(text);
  if (!pieces) taken.set(text, (pieces = piecesOf(text)));
  return join(pieces, params);
}

function join(pieces: readonly Piece[], params: Params): string {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else if ('name' in piece) text += shown(piece.name, String(params[piece.name] ?? ''));
    else if (piece.names.every((name) => params[name] !== undefined)) text += join(piece.inner, params);
  }
  return text;
}

/** What the writer of the input wrote is told by its beginning: a cell may hold a million letters. */
const MOST_SHOWN = 200;

function shown(name: string, value: string): string {
  if (value.length <= MOST_SHOWN || (name !== 'value' && name !== 'key')) return printable(value);
  return printable(value.slice(0, MOST_SHOWN).replace(/[\ud800-\udbff]$/, '')) + '…';
}

function piecesOf(text: string): Piece[] {
  return text.split(/(\[[^[\]]*\])/).flatMap((part, at): Piece[] => {
    if (at % 2 === 0) return valuesOf(part);
    const inner = valuesOf(part.slice(1, -1));
    const names = inner.flatMap((piece) => (typeof piece === 'object' && 'name' in piece ? [piece.name] : []));
    return [{ inner, names }];
  });
}

function valuesOf(text: string): Piece[] {
  return text.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 0 ? part : { name: part }));
}
