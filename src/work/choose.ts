import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import { decimalText, ZERO } from '../base/decimal.ts';
import type { Candidate, FindingFound, Worked } from '../derivation/derivation.ts';
import { statedFacts } from '../derivation/facts.ts';
import { finding } from '../derivation/findings.ts';
import { withSchedule } from '../derivation/subject.ts';
import type { Scheme } from '../law/act.ts';
import type { YieldProvision } from '../law/provision.ts';
import { holds } from '../law/select.ts';
import type { LawVersion, Rule } from '../law/version.ts';
import type { Params } from '../messages/issue.ts';
import type { FindingCode } from '../messages/findings.ts';
import { candidateOf as toldCandidate, type Result } from '../result/result.ts';
import { versionFor, workIn, type Task } from './one-scheme.ts';
import { schemesFor } from './schemes.ts';

interface Out {
  readonly status: Candidate['status'];
  readonly reason: FindingFound;
}

/** A scheme under examination: not applicable for a reason, or worth working out. */
interface Examined {
  readonly scheme: Scheme;
  readonly version: LawVersion | undefined;
  /** Why it does not apply. */
  readonly out?: Out;
  readonly worked?: Worked;
  readonly issues?: Issue[];
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
  const { route } = task.one.leaving;
  const schemes = schemesFor(task.law, route);
  const first = schemes[0];
  if (!first) return workIn(task, task.law.schemes.keys().next().value ?? '');
  const examined = yielding(
    task,
    schemes.map((scheme) => examine(task, scheme)),
  ).map((one) => workedOut(task, one));
  const lacking = examined.find((one) => one.issues);
  if (lacking?.issues) return bad(lacking.issues);
  const best = bestOf(examined);
  if (best?.worked)
    return good({ ...best.worked, candidates: examined.map((one) => candidateOf(one, best, examined)) });
  const plain = workIn(task, (examined.find(({ version }) => version) ?? { scheme: first }).scheme.scheme);
  if (!plain.ok) return plain;
  const candidates = examined.map((one) => candidateOf(one, undefined, examined));
  if (!('refused' in plain.value)) return good({ ...plain.value, candidates });
  const { refused } = plain.value;
  return good({ refused: { ...refused, candidates: candidates.map((one) => toldCandidate(one, task.lang)) } });
}

function examine(task: Task, scheme: Scheme): Examined {
  const { one } = task;
  const found = versionFor(task, scheme.scheme);
  if (!found.ok || 'date' in found.value) {
    const { from, until } = scheme.covers;
    const date = one.leaving.date;
    return { scheme, version: undefined, out: out('not-in-force', 'scheme-not-in-force', { date, from, until }) };
  }
  const { version } = found.value;
  return coversSubject(version, task)
    ? { scheme, version }
    : { scheme, version, out: out('not-a-subject', 'scheme-not-for-subject', {}) };
}

function out(status: Candidate['status'], code: FindingCode, params: Params): Out {
  return { status, reason: finding(code, 'info', params) };
}

/** Whether some subject provision of the version admits the group and the impact that the case states. */
function coversSubject(version: LawVersion, { one }: Task): boolean {
  const { group } = one.person;
  if (!version.group(group)) return false;
  return version
    .rules('subject')
    .some(
      ({ provision: { when } }) =>
        (when.group?.includes(group) ?? true) && (when.impact?.includes(one.leaving.impact) ?? true),
    );
}

/** Schemes that give way to another one that fits. */
function yielding(task: Task, examined: readonly Examined[]): Examined[] {
  const fits = new Set(examined.filter((one) => !one.out).map((one) => one.scheme.scheme));
  return examined.map((one) => {
    const rule = one.out ? undefined : yieldOf(task, one.version, fits);
    if (!rule) return one;
    const { code, message } = rule.provision;
    return { ...one, out: { status: 'yields', reason: { code, severity: 'info', words: message, cites: rule.cites } } };
  });
}

function yieldOf(
  { one }: Task,
  version: LawVersion | undefined,
  fits: ReadonlySet<string>,
): Rule<YieldProvision> | undefined {
  const rules = version?.rules('yield') ?? [];
  const group = version?.group(one.person.group);
  if (rules.length === 0 || !group) return undefined;
  const facts = statedFacts(
    withSchedule(one, group, () => undefined),
    group,
  );
  return rules.find((rule) => fits.has(rule.provision.to) && holds(rule, facts));
}

function workedOut(task: Task, one: Examined): Examined {
  if (one.out) return one;
  const worked = workIn(task, one.scheme.scheme);
  if (!worked.ok) {
    const code = worked.issues.map((each) => NOT_FOR_THE_CASE[each.code]).find((found) => found !== undefined);
    return code ? { ...one, out: out('not-a-subject', code, {}) } : { ...one, issues: worked.issues };
  }
  return 'refused' in worked.value ? one : { ...one, worked: worked.value };
}

/** The highest that is paid; where none pays, the first that was worked out. */
function bestOf(examined: readonly Examined[]): Examined | undefined {
  const worked = examined.filter((one) => one.worked);
  let best = worked.find((one) => one.worked?.derivation.outcome === 'paid');
  for (const one of worked) {
    if (one.worked?.derivation.outcome !== 'paid' || !best?.worked) continue;
    if (one.worked.derivation.total.gt(best.worked.derivation.total)) best = one;
  }
  return best ?? worked[0];
}

function candidateOf(one: Examined, best: Examined | undefined, all: readonly Examined[]): Candidate {
  const { scheme, version, worked } = one;
  const head = { scheme: scheme.scheme, title: scheme.title, version: version?.date ?? null };
  if (one.out) return { ...head, ...one.out };
  const derivation = worked?.derivation;
  const total = decimalText(derivation?.total ?? ZERO);
  if (one === best) {
    const alone = all.filter(({ worked: other }) => other?.derivation.outcome === 'paid').length <= 1;
    const code = alone ? 'scheme-chosen-only' : 'scheme-chosen-highest';
    return { ...head, status: 'chosen', total, reason: finding(code, 'info', {}) };
  }
  if (derivation?.outcome === 'paid')
    return { ...head, status: 'less', total, reason: finding('scheme-gives-less', 'info', { total }) };
  if (derivation && !derivation.subject) return { ...head, ...out('not-a-subject', 'scheme-not-for-subject', {}) };
  const why = derivation?.findings.find(({ severity }) => severity === 'error');
  const status = derivation?.outcome === 'refused' ? 'refused' : 'nothing';
  return { ...head, status, total, reason: why ?? finding('scheme-gives-nothing', 'info', {}) };
}
