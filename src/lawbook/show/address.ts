import { folded } from '../../base/text.ts';

/** The Vietnamese order of the letters that number points: a < b < c < d < đ < e ... */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

type Token = string | number;

/** Compares two legal addresses as a lawyer orders them: Điều and khoản by number, điểm by letter, a before 7a. */
export function compareAddresses(one: string, two: string): number {
  const left = tokens(one);
  const right = tokens(two);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const order = compareTokens(left[index], right[index]);
    if (order !== 0) return order;
  }
  return one < two ? -1 : one > two ? 1 : 0;
}

/** Words, numbers, and after each number the place of the letter that follows it (7a), or -1. */
function tokens(address: string): Token[] {
  return [...folded(address).matchAll(/(\d+)(?:(\p{L})(?!\p{L}))?|\p{L}+/gu)].flatMap(
    ([text, number, letter]): Token[] =>
      number === undefined ? [text] : [Number(number), letter === undefined ? -1 : LETTERS.indexOf(letter)],
  );
}

function compareTokens(one: Token | undefined, two: Token | undefined): number {
  if (one === two) return 0;
  if (one === undefined) return -1;
  if (two === undefined) return 1;
  if (typeof one === 'number' && typeof two === 'number') return one - two;
  if (typeof one === 'number') return -1;
  if (typeof two === 'number') return 1;
  const letters = one.length === 1 && two.length === 1;
  return letters ? LETTERS.indexOf(one) - LETTERS.indexOf(two) : one < two ? -1 : 1;
}

/** Whether an address lies at another or inside it: Điều 7 khoản 2 lies in Điều 7, Điều 7a does not. */
export function liesIn(address: string, outer: string): boolean {
  const [inside, around] = [folded(address), folded(outer)];
  return inside === around || (inside.startsWith(around) && !/^[\p{L}\d]/u.test(inside.slice(around.length)));
}
