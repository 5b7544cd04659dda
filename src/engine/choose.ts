import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import { decimalText } from '../base/decimal.ts';
import type { Lang } from '../base/text.ts';
import type { Case } from '../case/case.ts';
import type { Calculation, Candidate, FindingFound } from './derivation.ts';
import { statedFacts } from './facts.ts';
import { finding, findingOfRule, errorOf, plainFinding } from './findings.ts';
import { withSchedule } from './subject.ts';
import type { Scheme } from '../law/act.ts';
import { admits, testsOf, type Test } from '../law/facts.ts';
import type { Law } from '../law/law.ts';
import type { YieldProvision } from '../law/provision.ts';
import { holds } from '../law/select.ts';
import type { LawVersion, Rule } from '../law/version.ts';
import { FINDINGS, type EngineFindingCode } from '../messages/findings.ts';
import { fill } from '../messages/issue.ts';
import { resultCandidate, type Result } from './result.ts';
import { calculateIn, complete, draftUnder, versionFor, type Draft, type Task } from './one-scheme.ts';
import { AUTO, schemesFor } from './schemes.ts';

/** What became of a scheme, and why. */
type Verdict = Pick<Candidate, 'status' | 'reason' | 'total'>;

/** A scheme that was looked at: it does not apply for a reason, lacks something, or is calculated. */
interface Considered {
  readonly scheme: Scheme;
  /** Undefined where the scheme does not cover the date. */
  readonly version: LawVersion | undefined;
  /** Why it does not apply. */
  readonly ruledOut?: Verdict | undefined;
  readonly issues?: readonly Issue[];
  readonly draft?: Draft;
  /** The scheme it gives way to. */
  readonly heir?: string;
}

/** Issues that tell that a scheme is not for the case, rather than that the case lacks something. */
const NOT_FOR_THE_CASE: Readonly<Record<string, EngineFindingCode>> = {
  'leaving-after-age': 'scheme-not-early',
  // Who was born before the tables reached the age before they begin.
  'birth-not-covered': 'scheme-not-early',
  'salary-form-not-in-scheme': 'scheme-not-for-subject',
  'group-not-in-route': 'scheme-not-for-subject',
};

/**
 * Finds the scheme that governs a case that names none (chế độ áp dụng): of those whose dates, subjects and conditions
 * fit, the one that pays most, since a person entitled under several acts gets only the highest policy (Nghị định
 * 178/2024/NĐ-CP Điều 3 khoản 7). Tells of every other why it does not apply or gives less. A scheme that might apply
 * but for something the case does not say is never passed over in silence: its issues are returned.
 */
export function chooseScheme(task: Task): Checked<Calculation | { refused: Result }> {
  const considered = consider(task);
  const [first] = considered;
  if (!first) return calculateIn(task, task.law.schemes.keys().next().value ?? '');
  for (const { issues } of considered) if (issues) return bad([...issues]);
  const best = bestOf(considered);
  const alone = considered.filter(pays).length <= 1;
  const candidates = considered.map((one) => candidateOf(one, verdictOn(one, best, alone)));
  if (best?.draft) return complete(task, best.draft, candidates, forgoneFindings(considered));
  const { scheme } = considered.find(({ version }) => version) ?? first;
  const chosen = calculateIn(task, heirOf(considered) ?? scheme.scheme);
  if (!chosen.ok) return chosen;
  if (!('refused' in chosen.value)) return good({ ...chosen.value, candidates });
  const { refused } = chosen.value;
  return good({ refused: { ...refused, candidates: candidates.map((one) => resultCandidate(one, task.lang)) } });
}

/** The schemes to look at, each calculated unless something rules it out. */
function consider(task: Task): readonly Considered[] {
  const schemes = schemesFor(task.law, task.one.leaving.route).filter((scheme) => takesPart(task, scheme));
  const found = schemes.map((scheme): Considered => {
    const version = versionOf(task, scheme);
    return { scheme, version, ruledOut: outsideOf(task, scheme, version) };
  });
  const fits = new Set(found.filter(({ ruledOut }) => !ruledOut).map(({ scheme }) => scheme.scheme));
  return found.map((one) => (one.ruledOut || !one.version ? one : examine(task, one.scheme, one.version, fits)));
}

/** Whether a scheme takes part in the choice: it does for everybody, for the cases it names, or where its route is named. */
function takesPart({ law, one }: Task, { scheme, autoWhen }: Scheme): boolean {
  if (autoWhen === undefined || one.leaving.route !== AUTO) return true;
  const tests = law.derived(choiceTests).get(scheme) ?? [];
  const found = law.at(scheme, one.leaving.date);
  const group = found.ok ? found.value.group(one.person.group, one.person.paidLike) : undefined;
  if (!group) return false;
  const facts = statedFacts(one, group);
  return tests.every((test) => test.holds(facts));
}

/** By scheme: the tests of the cases for which it takes part in the choice. */
function choiceTests({ schemes }: Law): ReadonlyMap<string, readonly Test[]> {
  return new Map([...schemes.values()].map(({ scheme, autoWhen = {} }) => [scheme, testsOf(autoWhen)]));
}

/** The version to apply; undefined where the scheme does not cover the case. */
function versionOf(task: Task, { scheme, covers }: Scheme): LawVersion | undefined {
  const { date } = task.one.leaving;
  if (date < covers.from || (covers.until !== undefined && date > covers.until)) return undefined;
  const found = versionFor(task, scheme);
  return found.ok && 'version' in found.value ? found.value.version : undefined;
}

/** Why a scheme is not for the case at all: by its dates or its subjects. */
function outsideOf(task: Task, { covers }: Scheme, version: LawVersion | undefined): Verdict | undefined {
  if (!version) {
    const { from, until } = covers;
    const params = { date: task.one.leaving.date, from, until };
    return { status: 'not-in-force', reason: finding('scheme-not-in-force', 'info', params) };
  }
  return coversSubject(version, task) ? undefined : NOT_A_SUBJECT;
}

const NOT_A_SUBJECT: Verdict = { status: 'not-a-subject', reason: plainFinding('scheme-not-for-subject') };

/** Whether some subject provision of the version admits the group and the impact that the case states. */
function coversSubject(version: LawVersion, { one }: Task): boolean {
  const group = version.group(one.person.group, one.person.paidLike)?.provision.group;
  if (group === undefined) return false;
  for (const { provision } of version.rules('subject')) {
    const { when } = provision;
    if (admits(when.group, group) && admits(when.impact, one.leaving.impact)) return true;
  }
  return false;
}

/**
 * Calculates a case under a scheme that may apply, unless that gives way to another one. `fits`: the schemes that may
 * apply.
 */
function examine(task: Task, scheme: Scheme, version: LawVersion, fits: ReadonlySet<string>): Considered {
  const yields = yieldOf(task.one, version, fits);
  if (yields) return yielding(task, scheme, version, yields);
  const draft = draftUnder(task, version);
  if (draft.ok) return { scheme, version, draft: draft.value };
  const code = draft.issues.map((each) => NOT_FOR_THE_CASE[each.code]).find((found) => found !== undefined);
  if (code === undefined) return { scheme, version, issues: draft.issues };
  return { scheme, version, ruledOut: { status: 'not-a-subject', reason: plainFinding(code) } };
}

/** A scheme that gives way, and what it would pay where its rule wants that said. */
function yielding(task: Task, scheme: Scheme, version: LawVersion, rule: Rule<YieldProvision>): Considered {
  const { to: heir, tellsAmount } = rule.provision;
  const ruledOut: Verdict = { status: 'yields', reason: findingOfRule(rule, 'info') };
  const draft = tellsAmount ? draftUnder(task, version) : undefined;
  if (!draft?.ok || draft.value.figures.outcome !== 'paid') return { scheme, version, ruledOut, heir };
  return { scheme, version, ruledOut: { ...ruledOut, total: decimalText(draft.value.figures.total) }, heir };
}

/** Where nothing is left to choose from: the scheme that others gave way to tells why, never one that gave way. */
function heirOf(considered: readonly Considered[]): string | undefined {
  const yielding = considered.filter(({ heir }) => heir !== undefined);
  return yielding.map(({ heir }) => heir).find((heir) => !yielding.some(({ scheme }) => scheme.scheme === heir));
}

/** What schemes that give way, though that is not certain, would pay: a finding of the one that applies. */
function forgoneFindings(considered: readonly Considered[]): FindingFound[] {
  return considered.flatMap(({ scheme: { title }, ruledOut }) => {
    if (ruledOut?.total === undefined) return [];
    const { total, reason } = ruledOut;
    const text = (lang: Lang): string =>
      `${reason.words[lang]} ${fill(FINDINGS['scheme-would-pay'][lang], { scheme: title[lang], total })}`;
    const words = { vi: text('vi'), en: text('en') };
    return [{ code: 'scheme-would-pay', severity: 'warning', words, cites: reason.cites }];
  });
}

/** The rule by which a scheme gives way in a case to another one that may apply. */
function yieldOf(one: Case, version: LawVersion, fits: ReadonlySet<string>): Rule<YieldProvision> | undefined {
  const rules = version.rules('yield').filter(({ provision }) => fits.has(provision.to));
  const group = version.group(one.person.group, one.person.paidLike);
  if (!group || rules.length === 0) return undefined;
  const facts = statedFacts(
    withSchedule(one, group, () => undefined),
    group,
  );
  return rules.find((rule) => holds(rule, facts));
}

function pays({ draft }: Considered): boolean {
  return draft?.figures.outcome === 'paid';
}

/** The highest that is paid; where none pays, the first that was calculated. */
function bestOf(considered: readonly Considered[]): Considered | undefined {
  let best: Considered | undefined;
  for (const one of considered) {
    if (!one.draft || !pays(one)) continue;
    if (!best?.draft || one.draft.figures.total.gt(best.draft.figures.total)) best = one;
  }
  return best ?? considered.find(({ draft }) => draft);
}

function candidateOf({ scheme, version }: Considered, verdict: Verdict): Candidate {
  return { scheme: scheme.scheme, title: scheme.title, version: version?.date ?? null, ...verdict };
}

/** What became of a scheme. `alone`: no more than one of them pays. */
function verdictOn(one: Considered, best: Considered | undefined, alone: boolean): Verdict {
  const { ruledOut, draft } = one;
  if (ruledOut || !draft) return ruledOut ?? NOT_A_SUBJECT;
  const { figures, settings } = draft;
  const total = decimalText(figures.total);
  if (one === best) {
    return { status: 'chosen', total, reason: plainFinding(alone ? 'scheme-chosen-only' : 'scheme-chosen-highest') };
  }
  if (figures.outcome === 'paid')
    return { status: 'less', total, reason: finding('scheme-gives-less', 'info', { total }) };
  if (!figures.subject) return NOT_A_SUBJECT;
  const reason = errorOf(figures, settings.pension) ?? plainFinding('scheme-gives-nothing');
  return { status: figures.outcome, total, reason };
}
