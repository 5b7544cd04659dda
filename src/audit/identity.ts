import { unaccented } from '../base/text.ts';

/** A name for comparison: without marks, spaces and signs; y and i are one letter. */
export function nameKey(name: string): string {
  return unaccented(name)
    .replace(/\([^()]*\)/g, '')
    .replace(/[^a-z0-9]/g, '')
    .replace(/y/g, 'i');
}

/** Whether two dates may be one, as far as each is known; one that is not given is not known to be the same. */
export function sameDate(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length, 10);
  return length >= 4 && one.slice(0, length) === other.slice(0, length);
}
