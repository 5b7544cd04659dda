import { unaccented } from '../base/text.ts';

/** What a rank was written for: one, several that may be meant, or none. */
export type RankMeant = { readonly rank: string } | { readonly among: readonly string[] };

/**
 * The rank among names that a text says: its name with or without accents, or its first word shortened (`Đ/tá`, `Tr.tá`,
 * `Thg tá`). What may stand for several of them names those.
 */
export function rankMeant(names: readonly string[], written: string): RankMeant {
  const text = unaccented(written);
  const all = [...new Set(names)];
  const exact = all.filter((name) => unaccented(name) === text);
  const found = exact.length > 0 ? exact : all.filter((name) => isShort(text, unaccented(name)));
  const [only] = found;
  return only !== undefined && found.length === 1 ? { rank: only } : { among: found };
}

const BETWEEN = /[./ -]/;

/** Whether a text is a rank of two words with its first one shortened: some of its letters in order, the first one too. */
function isShort(text: string, rank: string): boolean {
  const [short = '', last, ...more] = text.split(BETWEEN).filter((part) => part !== '');
  const [whole = '', end, ...others] = rank.split(' ');
  if (more.length + others.length > 0 || end === undefined || last !== end || short[0] !== whole[0]) return false;
  let at = 0;
  for (const letter of whole) if (letter === short[at]) at++;
  return at === short.length;
}
