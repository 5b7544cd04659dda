import type { Lang } from '../../base/text.ts';
import { RowRanges } from '../../table/row-ranges.ts';

/** Row numbers for people: `10–12, 15`. */
export function rowRanges(rows: readonly number[], lang: Lang): string {
  const ranges = new RowRanges();
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) ranges.add(row);
  return ranges.text(lang, String);
}
