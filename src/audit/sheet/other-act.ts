import type { Words } from '../../base/text.ts';
import { actsOfTitle, isActOf, schemeByAct } from '../../law/acts-named.ts';
import { annexesOf } from '../../law/annexes.ts';
import type { Law } from '../../law/law.ts';
import { cellText, isBlank } from '../../table/cell.ts';
import type { SheetInput } from '../input.ts';
import { isNameRow } from './headings.ts';

/** An act that an annex is of, and the scheme under which its people are computed. */
export interface OtherAct {
  readonly act: Words;
  readonly scheme: string;
}

/** The title of a sheet stands among its first rows, above the heading. */
const TITLE_ROWS = 10;

/**
 * The act of an annex of which there is no form: its tab ("PL1 ND154") names the act of a scheme, or the title above its
 * table does where the tab names none; undefined where an act is named that has forms.
 */
export function otherActOf({ rows }: Pick<SheetInput, 'rows'>, tab: string, law: Law): OtherAct | undefined {
  const { forms } = annexesOf(law);
  const end = rows.findIndex(isNameRow);
  const title = rows
    .slice(0, end < 0 ? TITLE_ROWS : Math.min(end, TITLE_ROWS))
    .flatMap(({ cells }) => cells.filter((cell) => !isBlank(cell)).flatMap((cell) => actsOfTitle(law, cellText(cell))));
  const byTab = actsOfTitle(law, tab);
  const acts = byTab.length > 0 ? byTab : title;
  const hasForm = (act: string): boolean =>
    [...forms.values()].some((form) => form.act === act || isActOf(law, law.schemes.get(form.scheme), act));
  if (acts.some(hasForm)) return undefined;
  for (const name of acts) {
    const act = law.acts.get(name)?.title;
    const scheme = act && schemeByAct(law, act.vi);
    if (act && scheme !== undefined) return { act, scheme };
  }
  return undefined;
}
