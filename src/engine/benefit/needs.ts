import type { Facts } from '../../law/facts.ts';
import type { BenefitProvision, Condition, Limit, Provision } from '../../law/provision.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import { BASES, keyToAsk, type FactName } from '../../law/vocabulary.ts';
import type { BaseAmounts } from './base-amounts.ts';

/** The keys of the case that a row needs to be paid and the case does not give. */
export function keysOfRow({ provision }: Rule<BenefitProvision>, facts: Facts, amounts: BaseAmounts): string[] {
  const missing: string[] = [];
  const want = (key: string): void => {
    if (!missing.includes(key)) missing.push(key);
  };
  if (amounts(provision.base) === undefined) want(BASES[provision.base].ask);
  for (const limit of [provision.least, provision.most]) for (const key of keysOfLimit(limit, amounts)) want(key);
  for (const { per } of provision.terms) {
    if (per !== undefined && facts.values[per] === undefined) want(keyToAsk(per) ?? per);
  }
  return missing;
}

/** The keys of the case that a limit of money needs and the case does not give. */
export function keysOfLimit(limit: Limit | undefined, amounts: BaseAmounts): string[] {
  if (limit === undefined || 'dong' in limit || amounts(limit.base) !== undefined) return [];
  return [BASES[limit.base].ask];
}

/** Of a benefit that no row claims: the keys that its rows test and the case does not give. */
export function keysOfTable(law: LawVersion, benefit: string, facts: Facts): string[] {
  const rules: Rule<Provision>[] = [...law.rows(benefit), ...law.empties(benefit)];
  const tested = new Set(rules.flatMap(({ provision }) => factsOf(law, provision.when ?? {})));
  return [...tested].flatMap((fact) => {
    const key = keyToAsk(fact);
    return key !== undefined && facts.values[fact] === undefined ? [key] : [];
  });
}

function factsOf(law: LawVersion, condition: Condition): FactName[] {
  const own = Object.keys(condition).filter((name) => !['class', 'reading', 'given'].includes(name)) as FactName[];
  const classes = Object.keys(condition.class ?? {}).flatMap((name) => law.classes.get(name) ?? []);
  return [...own, ...classes.flatMap(({ provision }) => factsOf(law, provision.when))];
}
