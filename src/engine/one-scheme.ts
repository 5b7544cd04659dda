import { bad, good, RuleDefect, type Checked, type Issue } from '../base/checked.ts';
import { copyWith } from '../base/writable.ts';
import type { Lang } from '../base/text.ts';
import type { Case } from '../case/case.ts';
import type { Calculation, Candidate, Choices, Derivation, Figures, FindingFound } from './derivation.ts';
import { derive, type DeriveOptions } from './derive.ts';
import { finding, findingsOf } from './findings.ts';
import { chosenReadings, touched } from './readings.ts';
import { settlementTopUp, transitionTopUp } from './top-up.ts';
import { admits } from '../law/facts.ts';
import type { Law } from '../law/law.ts';
import type { LawVersion } from '../law/version.ts';
import { issue } from '../messages/issue.ts';
import { pensionInformation } from './pension.ts';
import { findingOf, type Result } from './result.ts';
import { AUTO } from './schemes.ts';
import { schemeName, schemeWords, vocabularyOf } from './vocabulary.ts';

/** A case to calculate, under which law and with which choices. */
export interface Task {
  readonly law: Law;
  readonly one: Case;
  readonly choices: Choices | undefined;
  readonly lang: Lang;
}

const NONE: ReadonlySet<string> = new Set();

/** Calculates a case under one scheme, or gives the refusal when no version of it covers the case. */
export function calculateIn(task: Task, scheme: string): Checked<Calculation | { refused: Result }> {
  const version = versionFor(task, scheme);
  if (!version.ok) return version;
  if ('date' in version.value) return good({ refused: notCovered(task, scheme, version.value.date) });
  const draft = draftUnder(task, version.value.version);
  return draft.ok ? complete(task, draft.value) : draft;
}

/**
 * The version of a scheme to apply: it must cover the pinned day, and the scheme must cover the leaving date itself.
 * Gives the day that is not covered, where there is one.
 */
export function versionFor(
  { law, one, choices, lang }: Task,
  scheme: string,
): Checked<{ readonly version: LawVersion } | { readonly date: string }> {
  const { asOf } = choices ?? {};
  const own = law.at(scheme, versionDay(law, one, scheme), lang);
  const pinned = asOf === undefined || !own.ok ? own : law.at(scheme, asOf, lang);
  if (pinned.ok) return good({ version: pinned.value });
  if (!pinned.issues.some((each) => each.code === 'not-covered-date')) return pinned;
  return good({ date: own.ok && asOf !== undefined ? asOf : one.leaving.date });
}

/**
 * The day that decides the version of a scheme: the leaving date, or, where the scheme says so, the day of the decision,
 * but no earlier than the scheme begins. A leaving date that the scheme does not cover is never passed over.
 */
export function versionDay(law: Law, { leaving: { date, decided } }: Case, scheme: string): string {
  const found = law.schemes.get(scheme);
  if (found?.dated !== 'decision' || decided === undefined) return date;
  const { from, until } = found.covers;
  if (date < from || (until !== undefined && date > until)) return date;
  return decided < from ? from : decided;
}

/** A case calculated under one version, before what only the version that is chosen needs. */
export interface Draft {
  readonly settings: DeriveOptions;
  /** The readings of open questions. */
  readonly chosen: ReadonlyMap<string, string>;
  readonly figures: Figures;
  /** What is still due after an earlier settlement, where there was one. */
  readonly settled: Exclude<ReturnType<typeof settlementTopUp>, Issue[]>;
}

/** Calculates a case under a version as far as schemes are compared; a defect of the rule files is an issue. */
export function draftUnder(task: Task, version: LawVersion): Checked<Draft> {
  return guarded(task.lang, () => {
    const settings = settingsFor(task, version);
    const chosen = chosenReadings(version, task.choices?.interpretations ?? NO_READINGS);
    const figures = derive(version, task.one, settings, chosen);
    if (Array.isArray(figures)) return bad(figures);
    const settled = settlementTopUp(task.law, figures, task.lang);
    return Array.isArray(settled) ? bad(settled) : good({ settings, chosen, figures, settled });
  });
}

/** Adds to a draft the findings, a top-up, the open questions, a pension, and what became of the other schemes. */
export function complete(
  { law, one, choices, lang }: Task,
  { settings, chosen, figures, settled }: Draft,
  candidates?: readonly Candidate[],
  further: readonly FindingFound[] = [],
): Checked<Calculation> {
  return guarded(lang, () => {
    const { asOf, interpretations: wanted = NO_READINGS } = choices ?? {};
    const topUp = asOf === undefined ? transitionTopUp(law, figures, one, wanted, settings) : undefined;
    const findings = findingsOf(figures, settings.pension);
    for (const found of [topUp?.finding, settled?.finding, ...further]) if (found) findings.push(found);
    const derivation: Derivation = copyWith(figures, { findings });
    return good({
      choices,
      derivation,
      interpretations: touched(figures, one, settings, chosen),
      topUp,
      raise: settled?.topUp,
      pension: choices?.pension ? pensionInformation(law, derivation, choices) : undefined,
      candidates,
    });
  });
}

const NO_READINGS: Readonly<Record<string, string>> = {};

/** Turns a defect of the rule files into an issue. */
function guarded<T>(lang: Lang, calculation: () => Checked<T>): Checked<T> {
  try {
    return calculation();
  } catch (error) {
    if (error instanceof RuleDefect) return bad([issue(lang, 'rule-defect', 'rules', { what: error.message })]);
    throw error;
  }
}

/** How a case is to be derived under a version. */
function settingsFor({ law, choices, lang }: Task, version: LawVersion): DeriveOptions {
  const { acceptUnverified, pension = false } = choices ?? {};
  return {
    lang,
    accepted: acceptUnverified ? new Set(acceptUnverified) : NONE,
    pension,
    later: (group) => laterVersion(law, version, group),
    elsewhere: (group) => schemeOf(law, group),
    words: (key) => (key === 'law' ? schemeWords(law) : (vocabularyOf(law, AUTO).get(key) ?? [])),
  };
}

function laterVersion(law: Law, version: LawVersion, group: string): string | undefined {
  return law
    .versions(version.scheme)
    .map((span) => span.date)
    .find((date) => {
      if (date <= version.date) return false;
      const found = law.at(version.scheme, date);
      if (!found.ok || !found.value.group(group)) return false;
      const tests = found.value.rules('subject').map(({ provision }) => provision.when.group);
      return tests.some((test) => test !== undefined && admits(test, group));
    });
}

/** The first scheme some version of which covers a group. */
function schemeOf(law: Law, group: string): string | undefined {
  return [...law.schemes.keys()].find((scheme) =>
    law.versions(scheme).some(({ date }) => {
      const found = law.at(scheme, date);
      return found.ok && found.value.coversGroup(group);
    }),
  );
}

/** The refusal of a case whose date a scheme does not cover. */
export function notCovered({ law, one, choices, lang }: Task, scheme: string, date: string): Result {
  const { from, until } = law.schemes.get(scheme)?.covers ?? { from: '' };
  return {
    schema: 'nd178/result@1',
    ...(one.id === undefined ? {} : { id: one.id }),
    outcome: 'refused',
    law: { scheme, version: null, hash: null, acts: [], ...(law.reach ? { reach: law.reach.date } : {}) },
    ...(choices ? { options: choices } : {}),
    route: null,
    benefits: [],
    total: '0',
    findings: [
      findingOf(finding('not-covered-date', 'error', { scheme: schemeName(law, scheme), date, from, until }), lang),
    ],
    interpretations: [],
    salary: [],
    case: one,
  };
}
