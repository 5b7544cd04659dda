import type { Month } from '../base/calendar.ts';
import { decimalText } from '../base/decimal.ts';
import type { Lang, Words } from '../base/text.ts';
import { keyTitle } from '../case/keys.ts';
import type {
  ExclusionProvision,
  NoticeProvision,
  Provision,
  RequirementProvision,
  YieldProvision,
} from '../law/provision.ts';
import { holding, holds } from '../law/select.ts';
import type { LawVersion, Rule } from '../law/version.ts';
import { fill, type Params } from '../messages/issue.ts';
import { FINDINGS, type FindingCode } from '../messages/findings.ts';
import { implausible } from '../salary/plausible.ts';
import type { Derivation, FindingFound, Outcome } from './derivation.ts';

/** What a derivation knows before it pays. */
export type Known = Pick<
  Derivation,
  'law' | 'case' | 'facts' | 'group' | 'subject' | 'measures' | 'salary' | 'routes'
> & {
  /** The month of leaving. */
  readonly leaving: Month;
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
  return { code, severity, words: new Filled(FINDINGS[code], params), cites };
}

/** A text with values, put together in the language that is asked for. */
class Filled implements Words {
  readonly #text: Words;
  readonly #params: Params;
  #vi: string | undefined;
  #en: string | undefined;

  constructor(text: Words, params: Params) {
    this.#text = text;
    this.#params = params;
  }

  get vi(): string {
    return (this.#vi ??= fill(this.#text.vi, this.#params));
  }

  get en(): string {
    return (this.#en ??= fill(this.#text.en, this.#params));
  }
}

const NO_CITES: FindingFound['cites'] = [];
const remembered = new Map<FindingCode, FindingFound>();

/** Marks a finding that many cases share by freezing it. */
function sharedFinding(found: FindingFound): FindingFound {
  return Object.freeze(found);
}

/** A finding for information that is the same for every case. */
export function plainFinding(code: FindingCode): FindingFound {
  let found = remembered.get(code);
  if (!found) remembered.set(code, (found = sharedFinding(finding(code, 'info', {}))));
  return found;
}

type Telling = ExclusionProvision | RequirementProvision | NoticeProvision | YieldProvision;

const told = new WeakMap<Rule<Telling>, FindingFound>();

/** What a rule tells; the same for every case. */
export function toldBy(rule: Rule<Telling>, severity: FindingFound['severity']): FindingFound {
  const there = told.get(rule);
  if (there?.severity === severity) return there;
  const { code, message } = rule.provision;
  const found = sharedFinding({ code, severity, words: message, cites: rule.cites });
  told.set(rule, found);
  return found;
}

const uncounted = new WeakMap<LawVersion, Map<string, FindingFound>>();

/** That a component of the salary does not count; the same for every case under a version. */
function notCounted(law: LawVersion, name: string): FindingFound {
  let known = uncounted.get(law);
  if (!known) uncounted.set(law, (known = new Map()));
  let found = known.get(name);
  if (!found) {
    const code = 'component-not-counted';
    const title = keyTitle(`salary.${name}`);
    const text = (lang: Lang): string => fill(FINDINGS[code][lang], { version: law.date, title: title[lang] });
    found = sharedFinding({ code, severity: 'warning', words: { vi: text('vi'), en: text('en') }, cites: NO_CITES });
    known.set(name, found);
  }
  return found;
}

/** What forbids computing the case at all: who is not considered. */
export function refusals({ law, facts }: Known): FindingFound[] {
  const found: FindingFound[] = [];
  for (const rule of holding(law.rules('exclusion'), facts)) found.push(toldBy(rule, 'error'));
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
      if (!met) found.push(toldBy(rule, severity));
    }
  }
  return found;
}

function remarks(all: Known): FindingFound[] {
  const { law, facts, salary } = all;
  const { date, decided } = all.case.leaving;
  const found: FindingFound[] = [];
  for (const rule of holding(law.rules('notice'), facts)) found.push(toldBy(rule, rule.provision.severity));
  for (const name of salary.notCounted) found.push(notCounted(law, name));
  if (all.measures.monthsPast?.atLeast)
    found.push(finding('past-before-tables', 'info', { months: all.measures.monthsPast.value }));
  if (all.otherLacks === 'decision') found.push(finding('decision-date-not-given', 'warning', {}));
  if (decided !== undefined && decided > date)
    found.push(finding('decision-after-leaving', 'warning', { decided, date }));
  const unlikely = implausible(law, all.leaving, salary.amount);
  if (unlikely) {
    const params = { amount: decimalText(salary.amount), base: unlikely.base };
    found.push(finding(unlikely.code, 'warning', params, unlikely.rule.cites));
  }
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
