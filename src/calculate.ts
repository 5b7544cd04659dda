import { bad, good, RuleDefect, type Checked, type Issue } from './base/checked.ts';
import type { Lang } from './base/text.ts';
import type { Case } from './case/case.ts';
import { keyTitle } from './case/keys.ts';
import { readRaw } from './case/parse.ts';
import { derive, type DeriveOptions } from './derivation/derive.ts';
import { finding } from './derivation/findings.ts';
import { chosenReadings, readingIssues, touched } from './derivation/readings.ts';
import { unknownWord, type Report } from './derivation/subject.ts';
import { topUp } from './derivation/top-up.ts';
import { builtinLaw } from './law/builtin.ts';
import type { Law } from './law/law.ts';
import type { LawVersion } from './law/version.ts';
import { issue } from './messages/issue.ts';
import type { Choices, Worked } from './derivation/derivation.ts';
import { findingOf, resultOf, type Result } from './result/result.ts';

/** How to calculate. Nothing here depends on a clock, a file system or the environment. */
export interface CalculateOptions {
  /** The law; default: the built-in rule files. */
  readonly law?: Law;
  /** The scheme; default `nd178`. */
  readonly scheme?: string;
  /** Pins the version of the law in force on that day (YYYY-MM-DD); default: the leaving date. */
  readonly asOf?: string;
  /** Chosen readings of open legal questions, by name; the others stay at their defaults. */
  readonly interpretations?: Readonly<Record<string, string>>;
  /** Names of unverified provisions (certainty U) that the caller accepts. */
  readonly acceptUnverified?: readonly string[];
  /** Language of messages; default Vietnamese. It never changes an amount. */
  readonly lang?: Lang;
}

const NONE: ReadonlySet<string> = new Set();

/** The scheme used when none is named. */
export const DEFAULT_SCHEME = 'nd178';

/**
 * What the law gives for one case (số tiền được hưởng).
 *
 * Pure and synchronous. The case may be a parsed {@link Case} or any value, which is then parsed first.
 * Expected failures are values: `{ok: false, issues}` with every fault of the input at once.
 * Amounts are exact; they are rounded only where a rule file declares it.
 */
export function calculate(input: unknown, options: CalculateOptions = {}): Checked<Result> {
  const lang = options.lang ?? 'vi';
  const worked = work(input, options);
  if (!worked.ok) return worked;
  if ('refused' in worked.value) return good(worked.value.refused);
  return good(resultOf(worked.value, lang));
}

/** Works a case out with every rule that had a part, for explanations; or the refusal when no version covers it. */
export function work(input: unknown, options: CalculateOptions = {}): Checked<Worked | { refused: Result }> {
  const lang = options.lang ?? 'vi';
  const law = options.law ?? builtinLaw();
  const scheme = options.scheme ?? DEFAULT_SCHEME;
  const wanted = options.interpretations ?? {};
  const choices = choicesOf(options);
  const parsed = readRaw(input, lang);
  const unknown = law.schemes.has(scheme) ? readingIssues(law, scheme, wanted, lang) : [];
  if (!parsed.ok) return bad([...parsed.issues, ...wordIssues(law, scheme, input, lang), ...unknown]);
  if (unknown.length > 0) return bad(unknown);
  const one = parsed.value;
  const version = versionFor(law, scheme, one, choices, lang);
  if (!version.ok) return version;
  if ('refused' in version.value) return good({ refused: version.value.refused });
  return workUnder(law, version.value, one, choices, lang);
}

/** Of a case with other faults: a group or a route that no version of the scheme knows, so that all is told at once. */
function wordIssues(law: Law, scheme: string, input: unknown, lang: Lang): Issue[] {
  const issues: Issue[] = [];
  const versions = law.versions(scheme).flatMap(({ date }) => {
    const found = law.at(scheme, date);
    return found.ok ? [found.value] : [];
  });
  const report: Report = (code, path, params) => {
    const title = keyTitle(path)[lang];
    issues.push(issue(lang, code, path, { title, ...params }));
  };
  const group = wordAt(input, 'person', 'group');
  const groups = new Set(versions.flatMap((one) => one.rules('group').map(({ provision }) => provision.group)));
  if (group !== undefined && !groups.has(group)) unknownWord('person.group', group, [...groups], report);
  const route = wordAt(input, 'leaving', 'route');
  const routes = ['auto', ...(law.schemes.get(scheme)?.routes ?? []).map((one) => one.route)];
  if (route !== undefined && !routes.includes(route)) unknownWord('leaving.route', route, routes, report);
  return issues;
}

function wordAt(input: unknown, part: string, key: string): string | undefined {
  const inner: unknown = (input as Record<string, unknown> | null | undefined)?.[part];
  const word: unknown = (inner as Record<string, unknown> | null | undefined)?.[key];
  return typeof word === 'string' ? word.trim() : undefined;
}

/** What was chosen beyond the defaults; undefined when nothing was. */
function choicesOf({ asOf, interpretations = {}, acceptUnverified = [] }: CalculateOptions): Choices | undefined {
  const chosen = Object.keys(interpretations).length > 0;
  if (asOf === undefined && !chosen && acceptUnverified.length === 0) return undefined;
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(chosen ? { interpretations: { ...interpretations } } : {}),
    ...(acceptUnverified.length > 0 ? { acceptUnverified: [...new Set(acceptUnverified)].sort() } : {}),
  };
}

/** The version to apply: it must cover the pinned day, and the scheme must cover the leaving date itself. */
function versionFor(
  law: Law,
  scheme: string,
  one: Case,
  choices: Choices | undefined,
  lang: Lang,
): Checked<LawVersion | { refused: Result }> {
  const { asOf } = choices ?? {};
  const own = law.at(scheme, one.leaving.date, lang);
  const pinned = asOf === undefined || !own.ok ? own : law.at(scheme, asOf, lang);
  if (pinned.ok) return pinned;
  if (!pinned.issues.some((each) => each.code === 'not-covered-date')) return pinned;
  const date = own.ok && asOf !== undefined ? asOf : one.leaving.date;
  return good({ refused: notCovered(law, scheme, date, one, choices, lang) });
}

function workUnder(
  law: Law,
  version: LawVersion,
  one: Case,
  choices: Choices | undefined,
  lang: Lang,
): Checked<Worked> {
  const { asOf, interpretations: wanted = {}, acceptUnverified } = choices ?? {};
  const settings: DeriveOptions = {
    lang,
    chosen: chosenReadings(version, wanted),
    accepted: acceptUnverified ? new Set(acceptUnverified) : NONE,
    later: (group) => laterVersion(law, version, group),
  };
  try {
    const derivation = derive(version, one, settings);
    if (Array.isArray(derivation)) return bad(derivation);
    const raised = asOf === undefined ? topUp(law, derivation, one, wanted, settings) : undefined;
    const told = raised ? { ...derivation, findings: [...derivation.findings, raised.finding] } : derivation;
    const interpretations = touched(derivation, one, settings);
    return good({ ...(choices ? { choices } : {}), derivation: told, interpretations, topUp: raised });
  } catch (error) {
    if (error instanceof RuleDefect) return bad([issue(lang, 'rule-defect', 'rules', { what: error.message })]);
    throw error;
  }
}

function laterVersion(law: Law, version: LawVersion, group: string): string | undefined {
  return law
    .versions(version.scheme)
    .map((span) => span.date)
    .find((date) => {
      if (date <= version.date) return false;
      const found = law.at(version.scheme, date);
      return found.ok && found.value.rules('subject').some(({ provision }) => provision.when.group?.includes(group));
    });
}

function notCovered(
  law: Law,
  scheme: string,
  date: string,
  one: Case,
  choices: Choices | undefined,
  lang: Lang,
): Result {
  const { from, until } = law.schemes.get(scheme)?.covers ?? { from: '' };
  return {
    schema: 'nd178/result@1',
    ...(one.id === undefined ? {} : { id: one.id }),
    outcome: 'refused',
    law: { scheme, version: null, hash: null, acts: [] },
    ...(choices ? { options: choices } : {}),
    route: null,
    benefits: [],
    total: '0',
    findings: [findingOf(finding('not-covered-date', 'error', { scheme, date, from, until }), lang)],
    interpretations: [],
    salary: [],
    case: one,
  };
}
