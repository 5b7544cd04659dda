import type { Words } from '../base/text.ts';

/**
 * What kind of document a source is: the official wording or a copy of it (named as such), an example that an act works
 * out, an answer of the ministry, the press or a legal portal, practice (tools, payrolls, annex forms), our inference.
 */
export const SOURCE_KINDS = [
  'official-text',
  'official-example',
  'ministry-answer',
  'press',
  'practice',
  'inference',
] as const;

/** The kind of a source. */
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** A document in which wording or numbers of the law were read (nguồn), as the source ledger lists it. */
export interface Source {
  /** Its name, by which provisions and amendments cite it. */
  readonly source: string;
  readonly kind: SourceKind;
  readonly title: Words;
  /** The day of the document: YYYY, YYYY-MM or YYYY-MM-DD; absent where it is not known. */
  readonly date?: string;
  /** Whose copy was read, where it was not the document itself. */
  readonly copy?: string;
}

/** How far the law was looked at (luật được tra cứu đến ngày nào): acts issued later are not considered. */
export interface Reach {
  /** The day, YYYY-MM-DD. */
  readonly date: string;
  /** The sentence that says so, with the day. */
  readonly words: Words;
}

/** The source ledger (sổ nguồn). */
export interface Ledger {
  readonly reach?: Reach;
  readonly sources: readonly Source[];
}
