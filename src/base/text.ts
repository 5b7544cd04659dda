import { distance } from 'fastest-levenshtein';
import { LONGEST_TYPED, MOST_MARKS } from './lengths.ts';

/** The languages of messages. */
export type Lang = 'vi' | 'en';

/** A text in both languages. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

/**
 * One of the words that are known, which an editor offers, or another text: people spell in their own way, and own rule
 * files may name further words.
 */
export type OneOf<W extends string> = W | (string & {});

const MANY_MARKS = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');

/**
 * A text in its composed form (NFC). Marks on one letter beyond {@link MOST_MARKS} are left out: to put marks in order
 * takes the square of their number.
 */
export function composed(text: string): string {
  return (text.length > MOST_MARKS ? text.replace(MANY_MARKS, '$1') : text).normalize('NFC');
}

/**
 * A comparison form of a text: composed, lower case, single spaces.
 * Real files hold Vietnamese both composed (NFC) and decomposed (NFD).
 */
export function folded(text: string): string {
  return composed(text).toLowerCase().trim().replace(/\s+/g, ' ');
}

/** {@link folded}, and without diacritics (`Hệ số lương` becomes `he so luong`). */
export function unaccented(text: string): string {
  return folded(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
}

/** The candidate most like `text`, when it is near enough to be what the writer meant; none is like a very long text. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  if (text.length > LONGEST_TYPED) return undefined;
  const wanted = unaccented(text);
  let best: string | undefined;
  // A short word is near only to one that differs in a letter or two, and not in all of them.
  let least = Math.min(Math.max(2, Math.floor(wanted.length / 3)), wanted.length - 1) + 1;
  for (const candidate of candidates) {
    const steps = distance(wanted, unaccented(candidate));
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}
