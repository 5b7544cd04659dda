import { folded, unaccented } from '../base/text.ts';

/** A middle name (chữ đệm) that men hardly have: "Nguyễn Thị Hoa". */
const OF_WOMEN = 'thị';

/**
 * The middle name of a name that is a woman's, as it is written; undefined where there is none. In a name written
 * without any mark "Thi" counts too; the family name and the given name never do.
 */
export function womansName(name: string): string | undefined {
  const unmarked = folded(name) === unaccented(name);
  const wanted = unmarked ? unaccented(OF_WOMEN) : OF_WOMEN;
  const parts = name.trim().split(/\s+/);
  return parts.slice(1, -1).find((part) => folded(part) === wanted);
}
