import type { Issue } from '../base/checked.ts';
import type { Lang } from '../base/text.ts';
import { givenAt } from '../case/flat.ts';
import { keyTitle } from '../case/keys.ts';
import type { Spelling } from '../case/spelling/spelling.ts';
import { routeParts } from '../case/spelling/words.ts';
import { isActOf } from '../law/acts-named.ts';
import type { Law } from '../law/law.ts';
import { issue } from '../messages/issue.ts';
import { schemeName } from './vocabulary.ts';

/** The acts that a case names in its route ("Nghỉ hưu trước tuổi theo NĐ 178"). */
export function actsOfRoute(input: unknown, spelling: Spelling, lang: Lang): readonly string[] {
  const route = givenAt(input, 'leaving.route');
  if (typeof route !== 'string') return [];
  const read = spelling.read('leaving.route', route, lang);
  return 'value' in read ? routeParts(String(read.value)).acts : [];
}

/** That a route names an act that is not of the scheme by which the case is worked out. */
export function otherActIssues(law: Law, acts: readonly string[], scheme: string, lang: Lang): readonly Issue[] {
  const others = acts.filter((act) => !isActOf(law, law.schemes.get(scheme), act));
  if (others.length === 0) return [];
  const named = others.map((act) => law.acts.get(act)?.title[lang] ?? act).join(', ');
  const own = [...law.schemes.values()].find((one) => others.some((act) => isActOf(law, one, act)))?.scheme;
  const path = 'leaving.route';
  const params = { title: keyTitle(path)[lang], named, scheme: schemeName(law, scheme)[lang], own };
  return [issue(lang, 'route-of-other-act', path, params)];
}
