import { distance } from 'fastest-levenshtein';
import { folded, unaccented } from '../../base/text.ts';
import type { Cell } from '../../table/cell.ts';
import { GROUP_WORDS, PAY_CODES, STROKE_RANKS } from '../forms/rank-marks.ts';
import { BLANK, cellFault, faulty, isEmptyMark, plainText, readAs, withZeros, type Reading } from './reading.ts';

/** What a rank says: the groups it may stand for and, for soldiers, the rank. */
export interface RankRead {
  readonly groups: readonly string[];
  readonly rank?: string;
}

const OFFICER = 'army-officer';
const PROFESSIONAL = 'professional-soldier';

/** The mark of a professional soldier (quân nhân chuyên nghiệp). */
const PROFESSIONAL_MARK = /(?<![a-z])(?:(?:qn)?cn|quan nhan chuyen nghiep|chuyen nghiep)(?![a-z])/;
const OFFICER_MARK = /(?<![a-z])(?:sq|si quan)(?![a-z])/;

/**
 * A declared rank: words (with typing errors), signs (`4//`, `1//CN`, `2/`), pay codes of officers (`24.1`), or the
 * name of a group (`CNQP`). Without the mark CN a rank is that of an officer. `ranks` are those that the law names.
 */
export function readRank(cell: Cell | undefined, ranks: readonly string[]): Reading<RankRead> {
  if (isEmptyMark(cell)) return BLANK;
  const fault = cellFault(cell);
  if (fault !== undefined) return faulty(fault);
  const written = plainText(cell);
  const text = unaccented(withZeros(written));
  const named = GROUP_WORDS.find(([pattern]) => pattern.test(text));
  if (named) return readAs([{ groups: named[1] }]);
  const professional = PROFESSIONAL_MARK.test(text);
  const bare = text
    .replace(PROFESSIONAL_MARK, ' ')
    .replace(OFFICER_MARK, ' ')
    .replace(/[()\-–+,;:]+/g, ' ')
    .trim();
  const rank = bySign(bare) ?? byPayCode(bare) ?? byWords(bare.replace(/\s+/g, ' '), ranks);
  if (rank === undefined) return faulty('unreadable-rank');
  const group = professional ? PROFESSIONAL : OFFICER;
  const regular = folded(written).replace(/ \(?(qn)?cn\)?$/, '') === rank;
  return readAs([{ groups: [group], rank }], regular ? undefined : professional ? `${rank} QNCN` : rank);
}

function bySign(text: string): string | undefined {
  const found = /^(\d)\s*(\/{1,2})\s*(?!\d)/.exec(text);
  if (!found) return undefined;
  return STROKE_RANKS[found[2]?.length === 2 ? 2 : 1][Number(found[1]) - 1];
}

function byPayCode(text: string): string | undefined {
  const found = /^(\d{2})[.,]\d{1,2}$/.exec(text);
  return found ? PAY_CODES[found[1] ?? ''] : undefined;
}

/** A rank in words; one typing error is mended when only one rank is so near. */
function byWords(text: string, ranks: readonly string[]): string | undefined {
  const plain = ranks.map((rank) => unaccented(rank));
  const starts = plain.findIndex((rank) => text === rank || text.startsWith(rank + ' '));
  if (starts >= 0) return ranks[starts];
  const near = plain.flatMap((rank, at) => (distance(text, rank) === 1 ? [at] : []));
  return near.length === 1 ? ranks[near[0] ?? -1] : undefined;
}
