import { CASE_KEYS, type CaseKey } from '../case/keys.ts';
import type { Law } from '../law/law.ts';
import type { Condition, Provision } from '../law/provision.ts';
import type { FactName } from '../law/vocabulary.ts';
import { AUTO, schemesFor, schemesNamed } from '../work/schemes.ts';

/** The keys that every scheme reads, whatever its rules. */
const ALWAYS = /^(id|person\.(name|sex|birth|group)|leaving\.(route|date|impact)|insurance\.(years|months))$/;

/** The keys that stand behind a fact. */
const KEYS_OF_FACT: { readonly [N in FactName]?: RegExp } = {
  voluntary: /^leaving\.voluntary$/,
  blocked: /^leaving\.blocked$/,
  decidedDate: /^leaving\.decided$/,
  pensioner: /^person\.pensioner$/,
  settledUnder: /^settled\./,
  hazardousMonths: /^insurance\.hazardous\./,
};

/** The keys of a case that a scheme reads in any of its versions, in the order of the contract. */
export function keysOf(law: Law, scheme: string): readonly CaseKey[] {
  const names = scheme === AUTO ? schemesFor(law, scheme).map((one) => one.scheme) : schemesNamed(law, scheme);
  const patterns: RegExp[] = [ALWAYS, ...(scheme === AUTO ? [/^law$/] : [])];
  for (const name of names) {
    for (const { date } of law.versions(name)) {
      const found = law.at(name, date);
      if (!found.ok) continue;
      for (const { provision } of found.value.provisions.values()) patterns.push(...keysRead(provision));
    }
  }
  return CASE_KEYS.filter(({ key }) => patterns.some((one) => one.test(key)));
}

function keysRead(provision: Provision): RegExp[] {
  const conditions: Condition[] = provision.when ? [provision.when] : [];
  if (provision.kind === 'requirement') conditions.push(provision.require);
  const tested = conditions.flatMap((condition) =>
    (Object.keys(condition) as FactName[]).flatMap((fact) => KEYS_OF_FACT[fact] ?? []),
  );
  return [...tested, ...keysOfKind(provision)];
}

/** The keys that a rule of a kind brings in. */
function keysOfKind(provision: Provision): RegExp[] {
  switch (provision.kind) {
    case 'clock':
      return [/^leaving\.(reorganisation|decided)$/];
    case 'retirement-age':
      return [/^age\.schedule$/];
    case 'age-limit':
      return [/^person\.rank$/, /^age\.limit$/];
    case 'pension-time':
      return [/^insurance\.pensionEligible$/];
    case 'severance-months':
      return [/^insurance\.publicSector\./];
    case 'service-time':
      return provision.of.map((part) => new RegExp(`^insurance\\.${part}\\.`));
    case 'odd-months':
      return provision.quantity === 'workYears' ? [/^work\./] : [/^insurance\.countable\./];
    case 'term-months':
      return [/^post\./];
    case 'component':
      return [new RegExp(`^salary\\.${provision.component}$`)];
    case 'pay-scale':
      return [/^salary\.(scale|step|stepMonths)$/];
    case 'benefit':
      return [
        ...(provision.base === 'averageSalary' ? [/^salary\.average$/] : []),
        ...(provision.base === 'courseFee' ? [/^training\./] : []),
      ];
    default:
      return [];
  }
}
