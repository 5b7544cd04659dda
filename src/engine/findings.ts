import { decimalText } from '../base/decimal.ts';
import type { TotalLimit } from './benefit/total-limit.ts';
import type { Lang, Words } from '../base/text.ts';
import { keyTitle } from '../case/keys.ts';
import { caseWord } from '../case/words.ts';
import { birthMonth } from '../case/parse.ts';
import { yearsAndMonths } from '../case/values.ts';
import type {
  ComponentProvision,
  ExclusionProvision,
  NoticeProvision,
  RequirementProvision,
  YieldProvision,
} from '../law/provision.ts';
import { holding } from '../law/select.ts';
import type { LawVersion, Rule } from '../law/version.ts';
import { fill, type Params } from '../messages/issue.ts';
import { FINDINGS, type EngineFindingCode } from '../messages/findings.ts';
import { doubtful, implausible } from './plausible.ts';
import { acceptedFinding, doubtFinding } from './plausible-words.ts';
import type { Figures, FindingFound } from './derivation.ts';
import { notRead } from './not-read.ts';
import { womansName } from './names.ts';

/** A finding of the engine. */
export function finding(
  code: EngineFindingCode,
  severity: FindingFound['severity'],
  params: FindingParams,
  cites: FindingFound['cites'] = NO_CITES,
): FindingFound {
  return { code, severity, words: new Filled(FINDINGS[code], params), cites };
}

/** The values of a finding; a name is told in the language that is asked for. */
type FindingParams = Readonly<Record<string, string | number | Words | undefined>>;

function paramsIn(lang: Lang, values: FindingParams): Params {
  const made: Record<string, string | number | undefined> = {};
  for (const [name, value] of Object.entries(values)) made[name] = typeof value === 'object' ? value[lang] : value;
  return made;
}

/** A text with values, put together in the language that is asked for. */
class Filled implements Words {
  readonly #text: Words;
  readonly #params: FindingParams;
  #vi: string | undefined;
  #en: string | undefined;

  constructor(text: Words, params: FindingParams) {
    this.#text = text;
    this.#params = params;
  }

  get vi(): string {
    return (this.#vi ??= fill(this.#text.vi, paramsIn('vi', this.#params)));
  }

  get en(): string {
    return (this.#en ??= fill(this.#text.en, paramsIn('en', this.#params)));
  }
}

const NO_CITES: FindingFound['cites'] = Object.freeze([]);

/** A finding for information that is the same for every case. */
export function plainFinding(code: EngineFindingCode): FindingFound {
  return finding(code, 'info', {});
}

type Telling = ExclusionProvision | RequirementProvision | NoticeProvision | YieldProvision;

/** The finding that a rule states. */
export function findingOfRule(rule: Rule<Telling>, severity: FindingFound['severity']): FindingFound {
  const { code, message } = rule.provision;
  return { code, severity, words: message, cites: rule.cites };
}

/** That a component of the salary does not count. */
function notCounted(law: LawVersion, name: string): FindingFound {
  return finding('component-not-counted', 'warning', { version: law.date, title: keyTitle(`salary.${name}`) });
}

/** That a component of the salary counts under another reading of an open question only. */
function readOut({ provision: { component, title }, cites }: Rule<ComponentProvision>): FindingFound {
  return finding('component-read-out', 'info', { title, key: `salary.${component}` }, cites);
}

/** All that is to be said of a case. `pension`: whether it was asked for, for information. */
export function findingsOf(figures: Figures, pension: boolean): FindingFound[] {
  return [
    ...groundsOf(figures),
    ...figures.limits.flatMap(cutFinding),
    ...remarks(figures),
    ...notRead(figures, pension),
  ];
}

/** The first error among the findings of a derivation, where there is one; remarks are looked at only without it. */
export function errorOf(figures: Figures, pension: boolean): FindingFound | undefined {
  const isError = ({ severity }: FindingFound): boolean => severity === 'error';
  return groundsOf(figures).find(isError) ?? findingsOf(figures, pension).find(isError);
}

/** Why a derivation pays nothing, or nothing yet: what excludes the case, what nobody has verified, what a route lacks. */
function groundsOf(figures: Figures): FindingFound[] {
  const findings = figures.excluded.map((rule) => findingOfRule(rule, 'error'));
  findings.push(...figures.unverified.map(unverifiedFinding));
  if (figures.excluded.length === 0) findings.push(...withoutRoute(figures));
  return findings;
}

/** That a limit over the sum took something off. */
function cutFinding({ rule, limit, sum, cut }: TotalLimit): FindingFound[] {
  if (cut.isZero()) return [];
  const params = { sum: decimalText(sum), limit: decimalText(limit), cut: decimalText(cut) };
  return [finding('total-limited', 'info', params, rule.cites)];
}

function unverifiedFinding({ id, provision: { at }, cites }: Rule): FindingFound {
  return finding('unverified-provision', 'error', { id, at }, cites);
}

function withoutRoute({ law, case: one, subject, route, routes }: Figures): FindingFound[] {
  if (!subject) {
    const { impact, ground } = one.leaving;
    return [
      finding('not-a-subject', 'error', {
        impact: caseWord('leaving.impact', impact),
        ground: ground === undefined ? undefined : caseWord('leaving.ground', ground),
        law: law.title,
        version: law.date,
      }),
    ];
  }
  const severity = route === undefined ? 'error' : 'info';
  const findings: FindingFound[] = [];
  for (const { requirements, entitled } of routes) {
    if (entitled) continue;
    for (const { rule, met } of requirements) {
      if (met) continue;
      const unmet = findingOfRule(rule, severity);
      // Two routes may need the same: it is said once.
      if (!findings.some(({ code, words }) => code === unmet.code && words.vi === unmet.words.vi)) findings.push(unmet);
    }
  }
  return findings;
}

function remarks(figures: Figures): FindingFound[] {
  const { law, facts, salary, measures } = figures;
  const { date, decided } = figures.case.leaving;
  const found: FindingFound[] = [];
  for (const rule of holding(law.rules('notice'), facts)) found.push(findingOfRule(rule, rule.provision.severity));
  for (const name of salary.notCounted) found.push(notCounted(law, name));
  for (const rule of salary.readOut) found.push(readOut(rule));
  if (measures.monthsPast?.atLeast)
    found.push(finding('past-before-tables', 'info', { months: measures.monthsPast.value }));
  found.push(...limitFindings(figures));
  if (figures.otherLacks === 'decision')
    found.push(finding('decision-date-not-given', 'warning', { months: measures.window?.rule.provision.months }));
  if (decided !== undefined && decided > date)
    found.push(finding('decision-after-leaving', 'warning', { decided, date }));
  found.push(...doubts(figures));
  return found;
}

/** What has to be looked at before anybody signs: values that were accepted though implausible, and softer doubts. */
function doubts({ law, case: one, facts }: Figures): FindingFound[] {
  const found = one.acceptImplausible ? implausible(law, one, facts).map(acceptedFinding) : [];
  for (const each of doubtful(law, one, facts)) {
    const doubt = doubtFinding(each);
    if (doubt) found.push(doubt);
  }
  const { name, sex } = one.person;
  const middle = name === undefined || sex !== 'male' ? undefined : womansName(name);
  if (middle !== undefined) found.push(finding('name-not-of-sex', 'warning', { name, middle }));
  return found;
}

/** That the age limit which the case states is not the one of its rank (kéo dài hạn tuổi phục vụ). */
function limitFindings({ case: one, measures: { retirement } }: Figures): FindingFound[] {
  const { ofRank } = retirement ?? {};
  if (!ofRank || one.age.limit === undefined) return [];
  const rule = ofRank.rule;
  const years = rule?.provision.kind === 'age-limit' ? rule.provision.extensionYears : undefined;
  const params = {
    limit: one.age.limit,
    rank: one.person.rank,
    own: yearsAndMonths(ofRank.ageMonth - birthMonth(one.person.birth)),
    years,
  };
  return [finding('limit-not-of-rank', 'warning', params, rule?.cites)];
}
