import { distance } from 'fastest-levenshtein';
import { unaccented, type Lang } from '../base/text.ts';
import { Decimal } from '../base/decimal.ts';
import { nameKey, sameDate } from './identity.ts';
import { doubleMessage } from './messages.ts';
import type { Place } from './place.ts';
import type { AuditFile, AuditRow, SamePerson } from './report.ts';

/** A person who stood in a sheet of benefits, as far as is needed to find the same one again. */
interface Seen extends Place {
  /** Without marks. */
  readonly plain: string;
  readonly birth: string;
  readonly enlisted: string;
  readonly leaving: string;
  readonly form: string;
  readonly declared: string | null;
  readonly computed: string | null;
}

/** Names with fewer syllables, and syllables with fewer letters, are too like one another to be one with a slip. */
const FEWEST_SYLLABLES = 3;
const SHORTEST_SYLLABLE = 3;

/** No more people than these share all dates and the amount; a list that repeats one of them is not compared further. */
const MOST_ALIKE = 100;

/** The people of each key, a line of text for each: that takes a third of what objects would. */
class People {
  readonly #lines = new Map<string, string>();

  /** Those noted under a key, in their order. */
  of(key: string): readonly Seen[] {
    return this.#lines.get(key)?.split('\n').map(seenOf) ?? [];
  }

  note(key: string, line: string): void {
    const lines = this.#lines.get(key);
    this.#lines.set(key, lines === undefined ? line : `${lines}\n${line}`);
  }
}

function lineOf({ file, sheet, row, plain, birth, enlisted, leaving, form, declared, computed }: Seen): string {
  return JSON.stringify([file, sheet, row, plain, birth, enlisted, leaving, form, declared, computed]);
}

function seenOf(line: string): Seen {
  const [file, sheet, row, plain, birth, enlisted, leaving, form, declared, computed] = JSON.parse(line) as [
    file: string,
    sheet: string,
    row: number,
    plain: string,
    birth: string,
    enlisted: string,
    leaving: string,
    form: string,
    declared: string | null,
    computed: string | null,
  ];
  return { file, sheet, row, plain, birth, enlisted, leaving, form, declared, computed };
}

/**
 * Finds who stands twice: in one sheet, in copies and drafts of a sheet, in two files, in two forms, with the name spelled
 * apart. Keeps one small entry for each person. Sheets of salaries count for nothing: everybody stands there again.
 */
export class Doubles {
  readonly #lang: Lang;
  readonly #byName = new People();
  readonly #byDates = new People();

  constructor(lang: Lang = 'vi') {
    this.#lang = lang;
  }

  /** A file with every row that repeats an earlier one told so. Sheets that are shown come before hidden ones. */
  marked(file: AuditFile): AuditFile {
    const same = new Map<AuditRow, SamePerson>();
    // Of a file, by sheet and row.
    const here = new Map<string, AuditRow>();
    const order = [...file.sheets].sort((a, b) => Number(a.hidden === true) - Number(b.hidden === true));
    for (const { sheet, form, rows } of order) {
      for (const row of rows) {
        const seen = seenIn(row, { file: file.file, sheet, row: row.row }, form);
        const found = seen && this.#look(seen);
        if (!seen || !found) {
          if (seen) here.set(placeKey(seen), row);
          continue;
        }
        // Of a payment in two parts the part follows from the whole, whichever stands first.
        const [part, whole] =
          found.kind === 'top-up' && isPart(found.first) ? [found.first, seen] : [seen, found.first];
        const own = part === seen ? row : here.get(placeKey(part));
        // A part in an earlier file has been told already: the whole is marked, and leads to it.
        if (own) same.set(own, this.#said(part, whole, found));
        else same.set(row, this.#said(seen, found.first, found));
      }
    }
    if (same.size === 0) return file;
    const withDouble = (row: AuditRow): AuditRow => {
      const found = same.get(row);
      return found ? { ...row, sameAs: found } : row;
    };
    return { ...file, sheets: file.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map(withDouble) })) };
  }

  /** Who of before a person is, if anybody; else the person is noted. */
  #look(seen: Seen): (Pick<SamePerson, 'kind' | 'certainty'> & { readonly first: Seen }) | undefined {
    const { birth, enlisted, leaving, declared } = seen;
    const name = nameKey(seen.plain);
    const named = this.#byName.of(name);
    const dates = [birth, enlisted, leaving].map((date) => date.slice(0, 7));
    const sameDates = [...dates, declared].join(' ');
    const alike = this.#byDates.of(sameDates);
    const certain = named.find((one) => isSame(one, seen));
    const likely = certain ?? named.find((one) => isLike(one, seen));
    const first = likely ?? alike.find((one) => isNear(one, seen));
    if (!likely) {
      const line = lineOf(seen);
      this.#byName.note(name, line);
      if (birth.length >= 7 && alike.length < MOST_ALIKE) this.#byDates.note(sameDates, line);
    }
    const certainty = certain ? 'certain' : likely ? 'likely' : 'possible';
    return first && { first, certainty, kind: isTopUp(first, seen) ? 'top-up' : 'double' };
  }

  #said(
    own: Seen,
    { file, sheet, row }: Seen,
    { kind, certainty }: Pick<SamePerson, 'kind' | 'certainty'>,
  ): SamePerson {
    const code = kind === 'top-up' ? 'top-up' : (`double-${certainty}` as const);
    const where = file === own.file ? sheet : `${file} › ${sheet}`;
    return { file, sheet, row, certainty, kind, message: doubleMessage(this.#lang, code, { where, row }) };
  }
}

function placeKey({ file, sheet, row }: Place): string {
  return JSON.stringify([file, sheet, row]);
}

function seenIn(row: AuditRow, place: Place, form: string): Seen | undefined {
  if (row.known === undefined || row.name === '') return undefined;
  const { birth = '', enlisted = '', leaving = '' } = row.known;
  const { declaredTotal: declared, computedTotal: computed } = row;
  return {
    ...place,
    plain: unaccented(row.name),
    birth,
    enlisted,
    leaving,
    form,
    declared,
    computed,
  };
}

function syllablesOf({ plain }: Seen): string[] {
  return plain.split(/[^a-z0-9]+/);
}

/**
 * One name and birth, and one more thing: names are few, so that of thousands some share name and month of birth. The
 * day of birth tells, or the enlistment; another enlistment says that they are two.
 */
function isSame(one: Seen, other: Seen): boolean {
  if (!sameDate(one.birth, other.birth)) return false;
  if (one.birth.length === 10 && other.birth.length === 10) return true;
  return sameDate(one.enlisted, other.enlisted);
}

/** One name, and everything but one date the same: that date is mistyped or missing. */
function isLike(one: Seen, other: Seen): boolean {
  const dates = ['birth', 'enlisted', 'leaving'] as const;
  return dates.filter((key) => sameDate(one[key], other[key])).length >= 2 && one.declared === other.declared;
}

/** Born in one month, a letter of one syllable apart, enlisted and leaving on one day, with one amount: names are alike. */
function isNear(one: Seen, other: Seen): boolean {
  if (one.declared !== other.declared) return false;
  const [names, others] = [syllablesOf(one), syllablesOf(other)];
  if (names.length !== others.length || names.length < FEWEST_SYLLABLES) return false;
  const apart = names.filter((syllable, at) => syllable !== others[at]);
  const [first = '', second = ''] = [apart[0], others.find((syllable, at) => syllable !== names[at])];
  if (apart.length !== 1 || distance(first, second) !== 1) return false;
  if (Math.min(first.length, second.length) < SHORTEST_SYLLABLE || /\d/.test(first + second)) return false;
  return sameDate(one.enlisted, other.enlisted) && sameDate(one.leaving, other.leaving);
}

/**
 * Whether two rows of one person are a lawful payment in two parts: who drew the benefit of Decree 177 and is due more by
 * Decree 178 gets the difference, so that both together are what the second form gives.
 */
function isTopUp(one: Seen, other: Seen): boolean {
  if (one.form === other.form) return false;
  const [declared, paid] = [one.declared, other.declared];
  if (declared === null || paid === null) return false;
  const together = new Decimal(declared).plus(paid);
  return [one, other].some((part) => isPart(part) && part.computed !== null && together.eq(part.computed));
}

/** Whether a row declares another amount than the whole that is due by its form. */
function isPart({ declared, computed }: Seen): boolean {
  return computed !== null && declared !== computed;
}
