import type { Facts } from '../law/facts.ts';
import type { BenefitProvision, Condition, Provision } from '../law/provision.ts';
import type { LawVersion, Rule } from '../law/version.ts';
import type { BaseName, FactName } from '../law/vocabulary.ts';
import type { Worth } from './worth.ts';

/** The key of the case that gives a base. */
const KEY_OF_BASE: { readonly [N in BaseName]: string } = {
  monthlySalary: 'salary.monthly',
  averageSalary: 'salary.average',
  monthlyAllowance: 'salary.allowance',
  statutoryBase: 'leaving.date',
  positionDifference: 'salary.positionAllowance',
  courseFee: 'training.fee',
};

/** The optional key of the case that decides a fact. */
const KEY_OF_FACT: { readonly [N in FactName]?: string } = {
  workMonths: 'work.years',
  workYears: 'work.years',
  trainingMonths: 'training.months',
  termMonths: 'post.termEnds',
  hazardousMonths: 'insurance.hazardous.years',
  settledDate: 'settled.date',
};

/** The keys of the case that a row needs to be paid and the case does not give. */
export function keysOfRow({ provision }: Rule<BenefitProvision>, facts: Facts, worth: Worth): string[] {
  const missing: string[] = [];
  const want = (key: string): void => {
    if (!missing.includes(key)) missing.push(key);
  };
  if (worth(provision.base) === undefined) want(KEY_OF_BASE[provision.base]);
  if (provision.most && worth(provision.most.base) === undefined) want(KEY_OF_BASE[provision.most.base]);
  for (const { per } of provision.terms) {
    if (per !== undefined && facts.values[per] === undefined) want(KEY_OF_FACT[per] ?? per);
  }
  return missing;
}

/** Of a benefit that no row claims: the keys that its rows test and the case does not give. */
export function keysOfTable(law: LawVersion, benefit: string, facts: Facts): string[] {
  const rules: Rule<Provision>[] = [...law.rows(benefit), ...law.empties(benefit)];
  const tested = new Set(rules.flatMap(({ provision }) => factsOf(law, provision.when ?? {})));
  return [...tested].flatMap((fact) => {
    const key = KEY_OF_FACT[fact];
    return key !== undefined && facts.values[fact] === undefined ? [key] : [];
  });
}

function factsOf(law: LawVersion, condition: Condition): FactName[] {
  const own = Object.keys(condition).filter((name) => !['class', 'reading', 'given'].includes(name)) as FactName[];
  const classes = Object.keys(condition.class ?? {}).flatMap((name) => law.classes.get(name) ?? []);
  return [...own, ...classes.flatMap(({ provision }) => factsOf(law, provision.when))];
}
