import type { Lang, Words } from '../base/text.ts';
import type { RowOutcome } from './outcome.ts';

/** Numbers that a person takes in a list of {@link PersonMarks}: a hash of 64 bits, and the row. */
export const MARK_LENGTH = 3;

/** So many repeated rows are told one by one. */
const MOST_TOLD = 10;

/** A person of a row who is paid and stands in an earlier one as well. */
interface Repeat {
  readonly row: number;
  readonly first: number;
}

/** A number this short may count the rows of a unit, also where an output has put it under the heading of case ids. */
const COUNTER = /^\d{1,4}$/;

const UNEVEN = /\s\s|[^\S ]/;

/**
 * What tells one person from another: the case id (with the birth, where it is a short number that may count the rows of a
 * unit), or where there is none the name, the birth and the unit. Undefined for who is paid nothing, or is not named. `counted`: ids only number the rows, so that they name nobody.
 */
export function personOf({ result, unit = '' }: RowOutcome, counted: boolean): string | undefined {
  if (result?.outcome !== 'paid') return undefined;
  const { id, person } = result.case;
  if (id !== undefined && !counted) return COUNTER.test(id) ? `i${id}\u0000${person.birth}` : `i${id}`;
  if (person.name === undefined) return undefined;
  // A case holds its name composed and trimmed.
  const name = UNEVEN.test(person.name) ? person.name.replace(/\s+/g, ' ') : person.name;
  return `n${name}\u0000${person.birth}\u0000${unit}`.toLowerCase();
}

/** The people of some rows as hashes with their rows; plain numbers, to be sent to another thread or stored. */
export class PersonMarks {
  #numbers = new Uint32Array(MARK_LENGTH * 512);
  #length = 0;

  /** Adds a person. */
  add(person: string, row: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length++] = lane(person, 0xcc9e2d51, 0x1b873593);
    this.#numbers[this.#length++] = lane(person, 0x239b961b, 0xab0e9789);
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
 * for one with a chance of 1 in 37 million. A person takes 17 to 34 bytes, nothing of who it is.
 */
export class Repeats {
  /** Slots of three numbers, a row of 0 where one is free; their number is a power of two. */
  #slots = new Uint32Array(MARK_LENGTH * 1024);
  #people = 0;
  #rows = 0;
  readonly #told: Repeat[] = [];

  /** Takes in the people of further rows, in the order of the table. */
  add(marks: Uint32Array): void {
    for (let at = 0; at + MARK_LENGTH <= marks.length; at += MARK_LENGTH) {
      const [high = 0, low = 0, row = 0] = [marks[at], marks[at + 1], marks[at + 2]];
      const slot = this.#slotOf(high, low);
      const first = this.#slots[slot + 2] ?? 0;
      if (first === 0) this.#put(slot, high, low, row);
      else if (this.#rows++ < MOST_TOLD) this.#told.push({ row, first });
    }
  }

  /** How many rows hold somebody of an earlier row. */
  get rows(): number {
    return this.#rows;
  }

  /** What has to be told of them: rows, and nothing personal; undefined where there are none. `name`: how a row is named. */
  note(name: (row: number) => string = String): Words | undefined {
    if (this.#rows === 0) return undefined;
    const list = (lang: Lang): string => {
      const as = lang === 'vi' ? 'như' : 'as';
      const shown = this.#told.map(({ row, first }) => `${name(row)} (${as} ${name(first)})`).join(', ');
      const more = this.#rows - this.#told.length;
      if (more === 0) return shown;
      return lang === 'vi' ? `${shown} và ${more} hàng khác` : `${shown} and ${more} more`;
    };
    return {
      vi: `${this.#rows} hàng được hưởng trùng người với một hàng trước (cùng mã hồ sơ; nếu không có mã thì cùng họ tên, ngày sinh và đơn vị): hàng ${list('vi')}. Có thể một người được tính hai lần; kiểm tra trước khi chi trả.`,
      en: `${this.#rows} paid rows name somebody of an earlier row (the same case id; without ids the same name, birth and unit): row ${list('en')}. Somebody may be paid twice; check before paying.`,
    };
  }

  /** The slot of a person: where it stands, or the free one where it would. */
  #slotOf(high: number, low: number): number {
    const slots = this.#slots;
    const mask = slots.length / MARK_LENGTH - 1;
    for (let at = low & mask; ; at = (at + 1) & mask) {
      const slot = at * MARK_LENGTH;
      if (slots[slot + 2] === 0 || (slots[slot] === high && slots[slot + 1] === low)) return slot;
    }
  }

  #put(slot: number, high: number, low: number, row: number): void {
    this.#slots[slot] = high;
    this.#slots[slot + 1] = low;
    this.#slots[slot + 2] = row;
    if (++this.#people * MARK_LENGTH * 10 > this.#slots.length * 7) this.#grow();
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += MARK_LENGTH) {
      const [high = 0, low = 0, row = 0] = [before[at], before[at + 1], before[at + 2]];
      if (row === 0) continue;
      const slot = this.#slotOf(high, low);
      this.#slots.set([high, low, row], slot);
    }
  }
}
