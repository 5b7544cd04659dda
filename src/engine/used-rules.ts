import { admits } from '../law/facts.ts';
import { holds } from '../law/select.ts';
import type { Rule } from '../law/version.ts';
import type { Figures } from './derivation.ts';
import { QUANTITY_NAMES } from './measure/quantities.ts';

type Figured = Pick<Figures, 'law' | 'facts' | 'group' | 'measures' | 'salary' | 'subject' | 'routes'>;
type Paid = Pick<Figures, 'lines' | 'empties' | 'limits'>;

/** The rules that had a part in what is paid, which nobody has seen (certainty U) and the user does not accept by name. */
export function unverifiedRules(figures: Figured, paid: Paid, accepted: ReadonlySet<string>): readonly Rule[] {
  const { group } = figures.group.provision;
  if (!figures.law.unverified.some(({ when }) => admits(when?.group, group))) return NONE;
  return [...new Set(usedRules(figures, paid))].filter(
    (rule) => rule.provision.certainty === 'U' && !accepted.has(rule.id),
  );
}

const NONE: readonly Rule[] = [];

/** The rules by which the quantities were counted; the severance months concern only whom they pay. */
function countingRules(measures: Figured['measures']): Rule[] {
  const rules: Rule[] = [];
  for (const name of QUANTITY_NAMES) {
    const counted: { value: number; rule?: Rule | undefined; of?: Rule | undefined } | undefined = measures[name];
    if (name === 'severanceMonths' || !counted) continue;
    if (counted.rule) rules.push(counted.rule);
    if (counted.of) rules.push(counted.of);
  }
  return rules;
}

/** Every rule that had a part in the result: the legal basis of this person alone. */
export function usedRules(figures: Figured, { lines, empties, limits }: Paid): Rule[] {
  const { law, group, measures, salary, subject, routes } = figures;
  const rules: (Rule | undefined)[] = [
    group,
    subject,
    measures.retirement?.rule,
    ...countingRules(measures),
    measures.pension?.rule,
    measures.window?.rule,
    measures.window?.termRule,
    ...salary.lines.flatMap((line) => [line.rule, line.base, line.percentBase]),
    ...(salary.lines.some((line) => line.base) ? law.rules('base-salary-month') : []),
    salary.rounding,
    ...salary.scale,
    ...lines.flatMap((line) => [line.rounding, ...(line.stretch?.salary.lines ?? []).map((one) => one.base)]),
    ...[...lines, ...empties, ...limits].flatMap((one) => classRules(figures, 'row' in one ? one.row : one.rule)),
    lines.some((line) => line.terms.some((term) => term.per === 'severanceMonths'))
      ? measures.severanceMonths?.rule
      : undefined,
    ...routes.flatMap((found) => found.requirements.map((one) => one.rule)),
    ...lines.flatMap((line) => [line.row, ...line.basis]),
    ...empties.map((line) => line.rule),
    ...limits.map((one) => one.rule),
  ];
  return rules.filter((rule) => rule !== undefined);
}

/** The rules that put the case into the classes that a rule tests. */
function classRules({ law, facts }: Figured, rule: Rule): Rule[] {
  return Object.keys(rule.provision.when?.class ?? {}).flatMap((name) => {
    const rules = law.classes.get(name) ?? [];
    return rules.filter((one) => one.provision.value === facts.classes[name] && holds(one, facts));
  });
}
