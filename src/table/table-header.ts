import type { FlatValue } from '../case/flat.ts';
import type { CaseKey } from '../case/keys.ts';

/** One column of a table: its place, its heading as written, and the key of the case it holds, if any. */
export interface Column {
  readonly index: number;
  readonly heading: string;
  readonly key?: CaseKey;
}

/** What a header row says. */
export interface Header {
  /** The row that holds the headings; the lower one of two. */
  readonly row: number;
  /** The first row that may hold data. */
  readonly dataFrom: number;
  /** Columns that hold keys of the case, in the order of the file. */
  readonly keys: readonly (Column & { readonly key: CaseKey })[];
  /** All other columns with a heading: they are kept and copied to the output. */
  readonly extras: readonly Column[];
  /** Columns that together hold one key: ticks under Nam | Nữ, a birth under Nam | Nữ, a name in two pieces. */
  readonly combinations?: readonly Combination[];
  /** The column that names the unit of a person (đơn vị), where there is one; also one of `extras`. */
  readonly unit?: Column;
  /** The texts of the heading rows in their comparison form: a row of them further down is the heading of a page. */
  readonly texts?: readonly string[];
  /** Whether the first rows hold a heading that names the unit of the people below it. */
  readonly unitHeadings?: true;
  /** Values that count for every row that does not say otherwise. */
  readonly given?: readonly GivenValue[];
  /** The marks by which cells say that they hold what stands above them (như trên); absent: none is read so. */
  readonly ditto?: readonly string[];
  /** How many columns the headings span; a value behind them has no heading. */
  readonly width: number;
  /** Columns without a heading right of a key column: what stands there may be a part of that key. */
  readonly gaps: readonly Gap[];
}

/** A column without a heading, and the key column to the left of it. */
export interface Gap {
  readonly index: number;
  readonly after: Column;
}

/** A value that counts for every row that does not say otherwise (giá trị chung của cả danh sách). */
export interface GivenValue {
  readonly key: string;
  readonly value: FlatValue;
  /** The title or the name of the sheet that says it; absent where the user gave it. */
  readonly said?: string;
}

/** How two columns say one thing: ticks under Nam | Nữ, a birth under Nam | Nữ, a name in two pieces. */
export type CombinationKind = 'sex-ticks' | 'birth-by-sex' | 'name-parts';

/** Two columns that together hold one or two keys of the case; plain data. */
export interface Combination {
  readonly kind: CombinationKind;
  /** The column of men, or that of the family name (họ và tên đệm). */
  readonly first: number;
  /** The column of women, or that of the given name (tên). */
  readonly second: number;
}
