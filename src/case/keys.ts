import type { Words } from '../base/text.ts';
import type { CaseKey } from './keys/key.ts';
import { LEAVING_KEYS } from './keys/leaving.ts';
import { PERSON_KEYS } from './keys/person.ts';
import { SALARY_KEYS } from './keys/salary.ts';
import { TIME_KEYS } from './keys/time.ts';

export type { CaseKey, KeyType } from './keys/key.ts';

/** Every key of the case, in the order of the contract. */
export const CASE_KEYS: readonly CaseKey[] = [...PERSON_KEYS, ...LEAVING_KEYS, ...TIME_KEYS, ...SALARY_KEYS];

const byName = new Map(CASE_KEYS.map((key) => [key.key, key]));

/** The key of that dotted name. */
export function caseKey(name: string): CaseKey | undefined {
  return byName.get(name);
}

/** How to name a key to a person: its title and its dotted name. */
export function keyTitle(name: string): Words {
  if (name === '') return { vi: 'Hồ sơ', en: 'The case' };
  const title = byName.get(name)?.title;
  return title ? { vi: `${title.vi} (${name})`, en: `${title.en} (${name})` } : { vi: name, en: name };
}
