import { distance } from 'fastest-levenshtein';

/** The languages of messages. */
export type Lang = 'vi' | 'en';

/** A text in both languages. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

/**
 * A comparison form of a text: composed, lower case, single spaces.
 * Real files hold Vietnamese both composed (NFC) and decomposed (NFD).
 */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
}

/** {@link folded}, and without diacritics (`Hệ số lương` becomes `he so luong`). */
export function unaccented(text: string): string {
  return folded(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
}

/** No letter becomes more than so many when it is folded (a ligature, a unit sign). */
const LONGEST_FOLD = 18;

/** The candidate most like `text`, when it is near enough to be what the writer meant. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = unaccented(text);
  let best: string | undefined;
  // A short word is near only to one that differs in a letter or two, and not in all of them.
  let least = Math.min(Math.max(2, Math.floor(wanted.length / 3)), wanted.length - 1) + 1;
  for (const candidate of candidates) {
    // Words whose lengths differ by more than that cannot be nearer; a cell may hold a million letters.
    if (candidate.length * LONGEST_FOLD < wanted.length - least) continue;
    const steps = distance(wanted, unaccented(candidate));
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}
