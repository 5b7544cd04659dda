import { unaccented, type Lang } from '../base/text.ts';
import type { Note } from './note.ts';
import type { RowOutcome } from './outcome.ts';

/** Numbers that one identity takes in a list of {@link PersonMarks}: a hash of 64 bits, the day of birth, the row. */
export const MARK_LENGTH = 4;

/** So many repeated rows are told one by one. */
const MOST_TOLD = 50;

/** What somebody may be known by: a text, and the day of the month of birth (0: not given, which fits any day). */
export interface Identity {
  readonly text: string;
  readonly day: number;
}

/** A person of a row who is paid and stands in an earlier one as well. */
interface Repeat {
  readonly row: number;
  readonly first: number;
}

/** A number this short counts the rows of a unit and names nobody, whatever its heading. */
const COUNTER = /^\d{1,4}$/;

/**
 * What tells one person from another: the case id, if it is no running number (`counted`: the heading says it is one);
 * and the name, in any case, spacing and with or without marks, with the birth. Unit, leaving date and route do not
 * count: they may differ where somebody stands in two lists. Empty for who is paid nothing, or is not named.
 */
export function identitiesOf({ result }: RowOutcome, counted: boolean): readonly Identity[] {
  if (result?.outcome !== 'paid') return [];
  const { id, person } = result.case;
  const identities: Identity[] = [];
  if (id !== undefined && !counted && !COUNTER.test(id)) identities.push({ text: `i${id}`, day: 0 });
  if (person.name !== undefined) {
    const name = unaccented(person.name);
    const [year = '', month = '', day = '0'] = person.birth.split('-');
    identities.push({ text: `n${name}\u0000${year}-${month}`, day: Number(day) });
  }
  return identities;
}

/** The people of some rows as hashes with their rows; plain numbers, to be sent to another thread or stored. */
export class PersonMarks {
  #numbers = new Uint32Array(MARK_LENGTH * 512);
  #length = 0;

  /** Adds what somebody of a row may be known by. */
  add({ text, day }: Identity, row: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length++] = lane(text, 0xcc9e2d51, 0x1b873593);
    this.#numbers[this.#length++] = lane(text, 0x239b961b, 0xab0e9789);
    this.#numbers[this.#length++] = day;
    this.#numbers[this.#length++] = row;
  }

  /** All that was added. */
  data(): Uint32Array {
    return this.#numbers.slice(0, this.#length);
  }
}

/** Half of the hash of a text: MurmurHash3 of 32 bits over its characters, two at a time, with one pair of factors. */
function lane(text: string, first: number, second: number): number {
  const { length } = text;
  let hash = first;
  for (let at = 0; at < length; at += 2) {
    // Behind the end there is NaN, which is none of the bits.
    let block = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
    block = Math.imul(block, first);
    block = Math.imul((block << 15) | (block >>> 17), second);
    hash ^= block;
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  hash ^= length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Finds people who are paid in more than one row, by hashes of 64 bits: of a million different people two would be taken
 * for one with a chance of 1 in 37 million. An identity takes 23 to 46 bytes, nothing of who it is.
 */
export class Repeats {
  /** Slots of four numbers, a row of 0 where one is free; their number is a power of two. */
  #slots = new Uint32Array(MARK_LENGTH * 1024);
  #people = 0;
  #rows = 0;
  /** The last row of which it is known that somebody of an earlier row stands in it. */
  #lastRow = 0;
  readonly #told: Repeat[] = [];

  /** Takes in the people of further rows, in the order of the table. */
  add(marks: Uint32Array): void {
    for (let at = 0; at + MARK_LENGTH <= marks.length; at += MARK_LENGTH) {
      const [high = 0, low = 0, day = 0, row = 0] = [marks[at], marks[at + 1], marks[at + 2], marks[at + 3]];
      const slot = this.#slotOf(high, low, day);
      const first = this.#slots[slot + 3] ?? 0;
      if (first === 0) this.#put(slot, [high, low, day, row]);
      else if (first !== row && row !== this.#lastRow) this.#repeated({ row, first });
    }
  }

  #repeated(repeat: Repeat): void {
    this.#lastRow = repeat.row;
    if (this.#rows++ < MOST_TOLD) this.#told.push(repeat);
  }

  /** How many rows hold somebody of an earlier row. */
  get rows(): number {
    return this.#rows;
  }

  /** What has to be told of them: rows, and nothing personal; undefined where there are none. `name`: how a row is named. */
  note(name: (row: number) => string = String): Note | undefined {
    if (this.#rows === 0) return undefined;
    const list = (lang: Lang): string => {
      const as = lang === 'vi' ? 'như' : 'as';
      const shown = this.#told.map(({ row, first }) => `${name(row)} (${as} ${name(first)})`).join(', ');
      const more = this.#rows - this.#told.length;
      if (more === 0) return shown;
      return lang === 'vi' ? `${shown} và ${more} hàng khác` : `${shown} and ${more} more`;
    };
    return {
      code: 'same-person',
      vi: `${this.#rows} hàng được hưởng trùng người với một hàng trước (cùng mã hồ sơ, hoặc cùng họ tên và ngày sinh, dù khác đơn vị, ngày nghỉ hay cách viết): hàng ${list('vi')}. Có thể một người được tính hai lần; kiểm tra trước khi chi trả.`,
      en: `${this.#rows} paid rows name somebody of an earlier row (the same case id, or the same name and birth, though unit, leaving date or spelling differ): row ${list('en')}. Somebody may be paid twice; check before paying.`,
    };
  }

  /** The slot of an identity: where it stands, or the free one where it would. */
  #slotOf(high: number, low: number, day: number): number {
    const slots = this.#slots;
    const mask = slots.length / MARK_LENGTH - 1;
    for (let at = low & mask; ; at = (at + 1) & mask) {
      const slot = at * MARK_LENGTH;
      if (slots[slot + 3] === 0) return slot;
      const stored = slots[slot + 2] ?? 0;
      if (slots[slot] === high && slots[slot + 1] === low && (stored === day || stored === 0 || day === 0)) return slot;
    }
  }

  #put(slot: number, mark: ArrayLike<number>): void {
    this.#slots.set(mark, slot);
    if (++this.#people * MARK_LENGTH * 10 > this.#slots.length * 7) this.#grow();
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += MARK_LENGTH) {
      if (before[at + 3] === 0) continue;
      const mark = before.subarray(at, at + MARK_LENGTH);
      // Identities that were apart stay apart: a day of 0 is put only where no other of its hash stands.
      this.#slots.set(mark, this.#freeSlot(mark[1] ?? 0));
    }
  }

  #freeSlot(low: number): number {
    const mask = this.#slots.length / MARK_LENGTH - 1;
    let at = low & mask;
    while (this.#slots[at * MARK_LENGTH + 3] !== 0) at = (at + 1) & mask;
    return at * MARK_LENGTH;
  }
}
