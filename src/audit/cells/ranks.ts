import { distance } from 'fastest-levenshtein';
import { folded, unaccented } from '../../base/text.ts';
import type { Writing } from '../../law/form.ts';
import { rankMeant } from '../../law/ranks.ts';
import type { Cell } from '../../table/cell.ts';
import { withZeros } from '../../case/spelling/zeros.ts';
import { BLANK, cellFault, faulty, isEmptyMark, plainText, readAs, type Reading } from './reading.ts';

/** What a rank says: the groups it may stand for and, for soldiers, the rank. */
export interface RankRead {
  readonly groups: readonly string[];
  readonly rank?: string;
  /** Of a rank without the mark of a group: whether it is written in words, which several groups share, or as a sign. */
  readonly bare?: 'words' | 'sign';
}

/** Reads the cell of a rank. */
export type RankReader = (cell: Cell | undefined) => Reading<RankRead>;

/**
 * A reader of ranks in words (with typing errors), signs (`4//`, `1//CN`, `2/`), pay codes (`24.1`, `24`), with a step of
 * pay beside them (`4//NL1`), and of names of groups (`CNQP`). `names`: the ranks that the law names.
 */
export function rankReader({ ranks, groups }: Writing, names: readonly string[]): RankReader {
  const byGroupWord = groups.map(({ words, first, groups: meant }) => {
    const all = words.map((phrase) => phrase.replace(/, /g, ' ?[,&]? ?')).join('|');
    return [new RegExp(`${first ? '^' : '\\b'}(?:${all})\\b`), meant] as const;
  });
  const [usual, ...others] = ranks.forces.map((force) => ({
    ...force,
    pattern: new RegExp(`(?<![a-z])(?:${force.marks.join('|')})(?![a-z])`),
    behind: new RegExp(` \\(?(?:${(force.short ?? []).join('|').toLowerCase()})\\)?$`),
  }));
  const steps = new RegExp(`(?<![a-z])(?:${ranks.steps.join('|')}) ?\\d{0,2}(?![a-z0-9])`, 'g');
  const signed = (text: string): string | undefined => {
    const sign = /^(\d) ?(\/{1,2}) ?(?!\d)/.exec(text);
    if (sign) return ranks.strokes[(sign[2]?.length ?? 0) - 1]?.[Number(sign[1]) - 1];
    const code = /^(\d{2})(?:[.,]\d{1,2})?$/.exec(text);
    return code ? ranks.payCodes[code[1] ?? ''] : undefined;
  };
  return (cell) => {
    if (isEmptyMark(cell)) return BLANK;
    const fault = cellFault(cell);
    if (fault !== undefined) return faulty(fault);
    const written = plainText(cell);
    const text = unaccented(withZeros(written));
    const named = byGroupWord.find(([pattern]) => pattern.test(text));
    if (named) return readAs([{ groups: named[1] }]);
    if (!usual) return faulty('unreadable-rank');
    const marked = others.find(({ pattern }) => pattern.test(text));
    const bare = [...others, usual].reduce((rest, { pattern }) => rest.replace(pattern, ' '), text);
    const words = bare
      .replace(steps, ' ')
      .replace(/[()\-–+,;:]+/g, ' ')
      .replace(/(?<=[a-z]) ?\/|\/ ?(?=[a-z])/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const sign = signed(words);
    const rank = sign ?? byWords(words, names);
    if (rank === undefined) return faulty('unreadable-rank');
    const { group, short = [] } = marked ?? usual;
    const isBare = !marked && !usual.pattern.test(text);
    const unmarked = isBare ? { bare: sign === undefined ? ('words' as const) : ('sign' as const) } : {};
    const plain = others.reduce((rest, { behind }) => rest.replace(behind, ''), folded(written));
    const mended = short[0] === undefined ? rank : `${rank} ${short[0]}`;
    return readAs([{ groups: [group], rank, ...unmarked }], plain === rank ? undefined : mended);
  };
}

/** A rank in words; one typing error is mended when only one rank is so near. */
function byWords(text: string, names: readonly string[]): string | undefined {
  const plain = names.map((rank) => unaccented(rank));
  const starts = plain.findIndex((rank) => text === rank || text.startsWith(rank + ' '));
  if (starts >= 0) return names[starts];
  const meant = rankMeant(names, text);
  if ('rank' in meant) return meant.rank;
  const near = plain.flatMap((rank, at) => (distance(text, rank) === 1 ? [at] : []));
  return near.length === 1 ? names[near[0] ?? -1] : undefined;
}
