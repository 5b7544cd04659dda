import type { Lang } from '../base/text.ts';
import type { Case } from '../case/case.ts';
import { annexesOf } from '../law/annexes.ts';
import { fundingTitle } from '../law/funding-title.ts';
import type { Law } from '../law/law.ts';
import type { Office } from './office.ts';

/**
 * Where the money of a person comes from (nguồn kinh phí), as papers say it: what the case says, else the office; the words
 * of the rule files where one of their sources is meant. Undefined where nobody says.
 */
export function fundingSource(person: Case['person'], office: Office, law: Law, lang: Lang): string | undefined {
  const source = person.funding ?? office.funding;
  return source === undefined ? undefined : (fundingTitle(annexesOf(law).funding, source)?.[lang] ?? source);
}
