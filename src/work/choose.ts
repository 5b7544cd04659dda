import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import { decimalText, ZERO } from '../base/decimal.ts';
import type { Case } from '../case/case.ts';
import { kept } from '../base/kept.ts';
import type { Candidate, Derivation, FindingFound, Worked } from '../derivation/derivation.ts';
import { statedFacts } from '../derivation/facts.ts';
import { finding, plainFinding, toldBy } from '../derivation/findings.ts';
import { withSchedule } from '../derivation/subject.ts';
import type { Scheme } from '../law/act.ts';
import type { Law } from '../law/law.ts';
import type { YieldProvision } from '../law/provision.ts';
import { holds } from '../law/select.ts';
import type { LawVersion, Rule } from '../law/version.ts';
import type { FindingCode } from '../messages/findings.ts';
import { candidateOf as toldCandidate, type Result } from '../result/result.ts';
import { begin, finish, versionFor, workIn, type Begun, type Task } from './one-scheme.ts';
import { schemesFor } from './schemes.ts';

interface Out {
  readonly status: Candidate['status'];
  readonly reason: FindingFound;
}

/** A scheme as it stands to all cases of one date, group, impact and route. */
interface Standing {
  readonly scheme: Scheme;
  /** Undefined where the scheme does not cover the date. */
  readonly version: LawVersion | undefined;
  /** Why it does not apply, told as a candidate; undefined where it may. */
  readonly out: Candidate | undefined;
  /** By which rules it may give way to another scheme that may apply. */
  readonly yields: readonly Rule<YieldProvision>[];
}

/** A scheme that may apply, under examination: it does not for a reason, lacks something, or is worked out. */
interface Examined {
  readonly standing: Standing;
  readonly out?: Out;
  readonly issues?: readonly Issue[];
  readonly begun?: Begun;
}

/** Issues that tell that a scheme is not for the case, rather than that the case lacks something. */
const NOT_FOR_THE_CASE: Readonly<Record<string, FindingCode>> = {
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
export function chooseScheme(task: Task): Checked<Worked | { refused: Result }> {
  const found = standingsOf(task);
  const first = found[0];
  if (!first) return workIn(task, task.law.schemes.keys().next().value ?? '');
  const examined: Examined[] = [];
  for (const standing of found) if (!standing.out) examined.push(examine(task, standing));
  for (const { issues } of examined) if (issues) return bad([...issues]);
  const best = bestOf(examined);
  const candidates = candidatesOf(found, examined, best);
  if (best?.begun) return finish(task, best.begun, candidates);
  const chosen = workIn(task, (found.find(({ version }) => version) ?? first).scheme.scheme);
  if (!chosen.ok) return chosen;
  if (!('refused' in chosen.value)) return good({ ...chosen.value, candidates });
  const { refused } = chosen.value;
  return good({ refused: { ...refused, candidates: candidates.map((one) => toldCandidate(one, task.lang)) } });
}

const MOST_STANDINGS = 4000;
const standings = kept<Law, readonly Standing[]>(MOST_STANDINGS);

/** The schemes to look at and how each stands to the case; kept, since many people leave on one day. */
function standingsOf(task: Task): readonly Standing[] {
  if (task.choices?.asOf !== undefined) return findStandings(task);
  const { route, date, impact } = task.one.leaving;
  const key = `${date} ${impact} ${route.length} ${route} ${task.one.person.group}`;
  return standings(task.law, key, () => findStandings(task));
}

function findStandings(task: Task): readonly Standing[] {
  const found = schemesFor(task.law, task.one.leaving.route).map((scheme) => {
    const version = versionOf(task, scheme);
    const out = outOf(task, scheme, version);
    return { scheme, version, out: out && Object.freeze(outCandidate(scheme, version, out)) };
  });
  const fits = new Set(found.filter(({ out }) => !out).map(({ scheme }) => scheme.scheme));
  return found.map(({ scheme, version, out }) => {
    const yields = out ? undefined : version?.rules('yield').filter(({ provision }) => fits.has(provision.to));
    return { scheme, version, out, yields: yields ?? [] };
  });
}

function outCandidate({ scheme, title }: Scheme, version: LawVersion | undefined, { status, reason }: Out): Candidate {
  return { scheme, title, version: version?.date ?? null, status, reason };
}

/** The version to apply; undefined where the scheme does not cover the case. */
function versionOf(task: Task, { scheme, covers }: Scheme): LawVersion | undefined {
  const { date } = task.one.leaving;
  if (date < covers.from || (covers.until !== undefined && date > covers.until)) return undefined;
  const found = versionFor(task, scheme);
  return found.ok && 'version' in found.value ? found.value.version : undefined;
}

function outOf(task: Task, { covers }: Scheme, version: LawVersion | undefined): Out | undefined {
  if (!version) {
    const { from, until } = covers;
    const params = { date: task.one.leaving.date, from, until };
    return { status: 'not-in-force', reason: finding('scheme-not-in-force', 'info', params) };
  }
  return coversSubject(version, task) ? undefined : NOT_A_SUBJECT;
}

const NOT_A_SUBJECT: Out = { status: 'not-a-subject', reason: plainFinding('scheme-not-for-subject') };

/** Whether some subject provision of the version admits the group and the impact that the case states. */
function coversSubject(version: LawVersion, { one }: Task): boolean {
  const { group } = one.person;
  if (!version.group(group)) return false;
  for (const { provision } of version.rules('subject')) {
    const { when } = provision;
    if ((when.group?.includes(group) ?? true) && (when.impact?.includes(one.leaving.impact) ?? true)) return true;
  }
  return false;
}

/** Works a case out under a scheme that may apply, unless that gives way to another one. */
function examine(task: Task, standing: Standing): Examined {
  const { version, yields } = standing;
  if (!version) return { standing };
  const rule = yieldOf(task.one, version, yields);
  if (rule) return { standing, out: { status: 'yields', reason: toldBy(rule, 'info') } };
  const begun = begin(task, version);
  if (begun.ok) return { standing, begun: begun.value };
  const code = begun.issues.map((each) => NOT_FOR_THE_CASE[each.code]).find((found) => found !== undefined);
  if (code === undefined) return { standing, issues: begun.issues };
  return { standing, out: { status: 'not-a-subject', reason: plainFinding(code) } };
}

/** The rule by which a scheme gives way in a case. */
function yieldOf(one: Case, version: LawVersion, rules: Standing['yields']): Rule<YieldProvision> | undefined {
  const group = version.group(one.person.group);
  if (!group || rules.length === 0) return undefined;
  const facts = statedFacts(
    withSchedule(one, group, () => undefined),
    group,
  );
  return rules.find((rule) => holds(rule, facts));
}

/** The highest that is paid; where none pays, the first that was worked out. */
function bestOf(examined: readonly Examined[]): Examined | undefined {
  let best: Examined | undefined;
  for (const one of examined) {
    if (one.begun?.derivation.outcome !== 'paid') continue;
    if (!best?.begun || one.begun.derivation.total.gt(best.begun.derivation.total)) best = one;
  }
  return best ?? examined.find((one) => one.begun);
}

/** All schemes that were looked at, in their order. */
function candidatesOf(
  found: readonly Standing[],
  examined: readonly Examined[],
  best: Examined | undefined,
): Candidate[] {
  const paid = examined.filter(({ begun }) => begun?.derivation.outcome === 'paid').length;
  let next = 0;
  return found.map(({ out }) => out ?? candidateOf(examined[next++] as Examined, best, paid <= 1));
}

/** What became of a scheme that may apply. `alone`: no more than one of them pays. */
function candidateOf(one: Examined, best: Examined | undefined, alone: boolean): Candidate {
  const { scheme, version } = one.standing;
  const derivation = one.begun?.derivation;
  const total = decimalText(derivation?.total ?? ZERO);
  const found = one.out ?? (one !== best ? notBest(derivation, total) : alone ? ONLY : HIGHEST);
  const { status, reason } = found;
  if (found === one.out || found === NOT_A_SUBJECT) return outCandidate(scheme, version, found);
  return { scheme: scheme.scheme, title: scheme.title, version: version?.date ?? null, status, total, reason };
}

const ONLY: Out = { status: 'chosen', reason: plainFinding('scheme-chosen-only') };
const HIGHEST: Out = { status: 'chosen', reason: plainFinding('scheme-chosen-highest') };

function notBest(derivation: Derivation | undefined, total: string): Out {
  if (derivation?.outcome === 'paid')
    return { status: 'less', reason: finding('scheme-gives-less', 'info', { total }) };
  if (derivation && !derivation.subject) return NOT_A_SUBJECT;
  const why = derivation?.findings.find(({ severity }) => severity === 'error');
  const status = derivation?.outcome === 'refused' ? 'refused' : 'nothing';
  return { status, reason: why ?? plainFinding('scheme-gives-nothing') };
}
