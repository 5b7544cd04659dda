import { CASE_KEYS, type CaseKey } from '../case/keys.ts';
import { conditionsRead, isNamed, keysOfKind, multipliedBy, readBy } from '../law/keys-read.ts';
import type { Law } from '../law/law.ts';
import type { Provision } from '../law/provision.ts';
import { keysOfFact } from '../law/vocabulary.ts';
import { AUTO, schemesFor, schemesNamed } from '../engine/schemes.ts';

/** The keys that every scheme reads, whatever its rules. */
const ALWAYS = [
  'id',
  'person.name',
  'person.sex',
  'person.birth',
  'person.group',
  'leaving.route',
  'leaving.date',
  'leaving.impact',
  'insurance.years',
  'insurance.months',
];

/** The keys of a case that a scheme reads in any of its versions, in the order of the contract. */
export function keysOf(law: Law, scheme: string): readonly CaseKey[] {
  const schemes = scheme === AUTO ? schemesFor(law, scheme).map((one) => one.scheme) : schemesNamed(law, scheme);
  const names = new Set<string>([...ALWAYS, ...(scheme === AUTO ? ['law'] : [])]);
  for (const one of schemes) {
    for (const { date } of law.versions(one)) {
      const found = law.at(one, date);
      if (!found.ok) continue;
      for (const { provision } of found.value.provisions.values())
        for (const key of keysRead(provision)) names.add(key);
    }
  }
  return CASE_KEYS.filter(({ key }) => isNamed(key, names));
}

/** The keys that a provision reads, whomever it concerns. */
function keysRead(provision: Provision): string[] {
  const tested = conditionsRead(provision).map(readBy);
  const multiplied = multipliedBy(provision);
  return [
    ...[...tested, multiplied].flatMap(({ facts }) => facts.flatMap(keysOfFact)),
    ...[...tested, multiplied].flatMap(({ keys }) => keys),
    ...keysOfKind(provision),
  ];
}
