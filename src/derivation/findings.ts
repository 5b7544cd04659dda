import type { Words } from '../base/text.ts';
import { keyTitle } from '../case/keys.ts';
import type { Provision } from '../law/provision.ts';
import { holds } from '../law/select.ts';
import type { Rule } from '../law/version.ts';
import { fill, type Params } from '../messages/issue.ts';
import { FINDINGS, type FindingCode } from '../messages/findings.ts';
import type { Derivation, FindingFound, Outcome } from './derivation.ts';

/** What a derivation knows before it pays. */
export type Known = Pick<
  Derivation,
  'law' | 'case' | 'facts' | 'group' | 'subject' | 'measures' | 'salary' | 'routes'
> & {
  /** A date that another reading of the clock would need. */
  readonly otherLacks: string | undefined;
  /** Unverified provisions that the user accepts. */
  readonly accepted: ReadonlySet<string>;
};

type Paid = Pick<Derivation, 'lines' | 'empties'>;

/** A finding of the engine. */
export function finding(
  code: FindingCode,
  severity: FindingFound['severity'],
  params: Params,
  cites: FindingFound['cites'] = NO_CITES,
): FindingFound {
  const words: Words = { vi: fill(FINDINGS[code].vi, params), en: fill(FINDINGS[code].en, params) };
  return { code, severity, words, cites };
}

const NO_CITES: FindingFound['cites'] = [];
const remembered = new Map<FindingCode, FindingFound>();

/** A finding for information that is the same for every case. */
export function plainFinding(code: FindingCode): FindingFound {
  let found = remembered.get(code);
  if (!found) remembered.set(code, (found = finding(code, 'info', {})));
  return found;
}

/** What forbids computing the case at all: who is not considered. */
export function refusals({ law, facts }: Known): FindingFound[] {
  const found: FindingFound[] = [];
  for (const rule of law.rules('exclusion')) {
    if (!holds(rule, facts)) continue;
    const { code, message } = rule.provision;
    found.push({ code, severity: 'error', words: message, cites: rule.cites });
  }
  return found;
}

/** All findings of a case, and what they make of its outcome. */
export function gatherFindings(
  known: Known,
  stop: readonly FindingFound[],
  route: string | undefined,
  paid: Paid,
): { findings: FindingFound[]; outcome: Outcome } {
  const unverified = known.law.hasUnverified ? unverifiedFindings(known, paid) : [];
  const findings: FindingFound[] = [...stop, ...unverified];
  if (stop.length === 0) findings.push(...withoutRoute(known, route));
  findings.push(...remarks(known));
  const refused = stop.length > 0 || unverified.length > 0;
  return { findings, outcome: refused ? 'refused' : paid.lines.length > 0 ? 'paid' : 'nothing' };
}

function unverifiedFindings(known: Known, paid: Paid): FindingFound[] {
  return [...new Set(used(known, paid))]
    .filter((rule) => rule.provision.certainty === 'U' && !known.accepted.has(rule.id))
    .map((rule) => finding('unverified-provision', 'error', { id: rule.id, at: rule.provision.at }, rule.cites));
}

function withoutRoute(known: Known, route: string | undefined): FindingFound[] {
  if (!known.subject) {
    const params = { impact: known.case.leaving.impact, law: known.law.scheme, version: known.law.date };
    return [finding('not-a-subject', 'error', params)];
  }
  const severity = route === undefined ? 'error' : 'info';
  const found: FindingFound[] = [];
  for (const { requirements, entitled } of known.routes) {
    if (entitled) continue;
    for (const { rule, met } of requirements) {
      if (!met) found.push({ code: rule.provision.code, severity, words: rule.provision.message, cites: rule.cites });
    }
  }
  return found;
}

function remarks(all: Known): FindingFound[] {
  const { law, facts, salary } = all;
  const { date, decided } = all.case.leaving;
  const found: FindingFound[] = [];
  for (const rule of law.rules('notice')) {
    if (!holds(rule, facts)) continue;
    const { code, severity, message } = rule.provision;
    found.push({ code, severity, words: message, cites: rule.cites });
  }
  for (const name of salary.notCounted) {
    const titles = keyTitle(`salary.${name}`);
    const params = { version: law.date };
    found.push({
      code: 'component-not-counted',
      severity: 'warning',
      words: {
        vi: fill(FINDINGS['component-not-counted'].vi, { ...params, title: titles.vi }),
        en: fill(FINDINGS['component-not-counted'].en, { ...params, title: titles.en }),
      },
      cites: [],
    });
  }
  if (all.measures.monthsPast?.atLeast)
    found.push(finding('past-before-tables', 'info', { months: all.measures.monthsPast.value }));
  if (all.otherLacks === 'decision') found.push(finding('decision-date-not-given', 'warning', {}));
  if (decided !== undefined && decided > date)
    found.push(finding('decision-after-leaving', 'warning', { decided, date }));
  return found;
}

/** Every rule that had a part in the result. */
function used(known: Known, { lines, empties }: Paid): Rule<Provision>[] {
  const { measures, salary, subject, routes } = known;
  const rules: (Rule<Provision> | undefined)[] = [
    known.group,
    subject,
    measures.retirement?.rule,
    measures.monthsEarly?.rule,
    measures.monthsPast?.rule,
    measures.yearsEarly?.rule,
    measures.serviceYears?.rule,
    measures.serviceYears?.of,
    measures.workYears?.rule,
    measures.termMonths?.rule,
    measures.pension?.rule,
    measures.window?.rule,
    measures.window?.termRule,
    ...salary.lines.flatMap((line) => [line.rule, line.base, line.percentBase]),
    ...(salary.lines.some((line) => line.base) ? known.law.rules('base-salary-month') : []),
    salary.rounding,
    ...salary.scale,
    ...lines.map((line) => line.rounding),
    ...[...lines.map((line) => line.row), ...empties.map((line) => line.rule)].flatMap((rule) =>
      classRules(known, rule),
    ),
    lines.some((line) => line.terms.some((term) => term.per === 'severanceMonths'))
      ? measures.severanceMonths?.rule
      : undefined,
    ...routes.flatMap((found) => found.requirements.map((one) => one.rule)),
    ...lines.map((line) => line.row),
    ...empties.map((line) => line.rule),
  ];
  return rules.filter((rule) => rule !== undefined);
}

/** The rules that put the case into the classes that a rule tests. */
function classRules({ law, facts }: Known, rule: Rule<Provision>): Rule<Provision>[] {
  return Object.keys(rule.provision.when?.class ?? {}).flatMap((name) => {
    const rules = law.classes.get(name) ?? [];
    return rules.filter((one) => one.provision.value === facts.classes[name] && holds(one, facts));
  });
}
