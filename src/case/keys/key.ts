import type { Words } from '../../base/text.ts';

/** What a key holds. */
export type KeyType = 'text' | 'word' | 'day' | 'birth' | 'age' | 'flag' | 'count' | 'decimal' | 'percent' | 'dong';

/** A key of the case: its dotted name, what it holds, its names for people. */
export interface CaseKey {
  readonly key: string;
  readonly type: KeyType;
  /** The column heading, also the label in messages. */
  readonly title: Words;
  /** Further Vietnamese column aliases. */
  readonly aliases?: readonly string[];
  /** Abbreviations and looser names of the column; they count only where no other column names the key more surely. */
  readonly shorts?: readonly string[];
  /** The words allowed, where the set does not depend on the law. */
  readonly words?: readonly string[];
  readonly required?: true;
  /** The other keys of its group say nothing without it. */
  readonly leads?: true;
  /** Its column counts only where this key is given too: lists tell the step beside the coefficient, which needs none. */
  readonly beside?: string;
  /** Whether a number may stand for its text. */
  readonly numbers?: true;
  /** How to fill in its column, beyond what its type says. */
  readonly note?: Words;
  /** What two invented people have in its column. */
  readonly examples?: readonly [string, string];
}
