import { unaccented } from '../base/text.ts';

const LONGEST_NAME = 60;

/** A text as part of the name of a file that every system takes: no marks, no spaces, not long. */
export function plainName(text: string): string {
  return unaccented(text)
    .replace(/[^a-z0-9]+/gi, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-|-$/g, '');
}

/** Names of files without their ending, each its own: the number in the list, then the person's name without marks. */
export function fileNames(people: readonly { readonly who: string }[]): string[] {
  const digits = String(people.length).length;
  return people.map(({ who }, at) => {
    const name = plainName(who);
    return `${String(at + 1).padStart(digits, '0')}${name === '' ? '' : `-${name}`}`;
  });
}
