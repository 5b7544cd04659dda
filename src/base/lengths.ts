/*
 * How long a text may be that is looked through for a meaning. Nothing that people type is longer; a text that is may
 * be made to keep a program busy, so that its length is asked before any pattern is tried on it.
 */

/** Most characters of a number, a date, a length of time or a word of a list as a cell or a case holds it. */
export const LONGEST_TYPED = 250;

/** Most characters of a heading of a column, and of the headings above it put together. */
export const LONGEST_HEADING = 1000;

/** Most marks that one letter carries: Unicode Standard Annex 15 knows no language with more (stream-safe text). */
export const MOST_MARKS = 30;
