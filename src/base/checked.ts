/** Something wrong with an input: a stable code, its place, and what is wrong and how to mend it. */
export interface Issue {
  /** Stable machine code, for example `unknown-key`. */
  readonly code: string;
  /** The place: a dotted key of the case (`salary.coefficient`), an option, or a place in a rule file. */
  readonly path: string;
  /** What is wrong and the way out, in the language asked for. */
  readonly message: string;
}

/** The outcome of an operation that can fail in an expected way. Expected failures are values, never throws. */
export type Checked<T, I extends Issue = Issue> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: I[] };

/** A success. */
export function good<T>(value: T): Checked<T> {
  return { ok: true, value };
}

/** An expected failure. */
export function bad<T>(issues: Issue[]): Checked<T> {
  return { ok: false, issues };
}

/** A defect in a rule file found while a case is computed: two rows that claim one case, or none where one must. */
export class RuleDefect extends Error {
  override readonly name = 'RuleDefect';
}
