import { bad, good, RuleDefect, type Checked, type Issue } from '../base/checked.ts';
import type { Lang } from '../base/text.ts';
import type { Case } from '../case/case.ts';
import type { Candidate, Choices, Derivation, Worked } from '../derivation/derivation.ts';
import { derive, type DeriveOptions } from '../derivation/derive.ts';
import { finding } from '../derivation/findings.ts';
import { raise } from '../derivation/raise.ts';
import { chosenReadings, touched } from '../derivation/readings.ts';
import { topUp } from '../derivation/top-up.ts';
import type { Law } from '../law/law.ts';
import type { LawVersion } from '../law/version.ts';
import { issue } from '../messages/issue.ts';
import { pensionInformation } from '../pension/pension.ts';
import { findingOf, type Result } from '../result/result.ts';

/** A case to work out, under which law and with which choices. */
export interface Task {
  readonly law: Law;
  readonly one: Case;
  readonly choices: Choices | undefined;
  readonly lang: Lang;
}

const NONE: ReadonlySet<string> = new Set();

/** Works a case out under one scheme, or gives the refusal when no version of it covers the case. */
export function workIn(task: Task, scheme: string): Checked<Worked | { refused: Result }> {
  const version = versionFor(task, scheme);
  if (!version.ok) return version;
  if ('date' in version.value) return good({ refused: notCovered(task, scheme, version.value.date) });
  return workUnder(task, version.value.version);
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
  const own = law.at(scheme, one.leaving.date, lang);
  const pinned = asOf === undefined || !own.ok ? own : law.at(scheme, asOf, lang);
  if (pinned.ok) return good({ version: pinned.value });
  if (!pinned.issues.some((each) => each.code === 'not-covered-date')) return pinned;
  return good({ date: own.ok && asOf !== undefined ? asOf : one.leaving.date });
}

function workUnder(task: Task, version: LawVersion): Checked<Worked> {
  const begun = begin(task, version);
  return begun.ok ? finish(task, begun.value) : begun;
}

/** A case derived under one version, before what only its settlement needs: a top-up, the open questions, a pension. */
export interface Begun {
  readonly settings: DeriveOptions;
  readonly derivation: Derivation;
  /** What is still due after an earlier settlement, where there was one. */
  readonly settled: Exclude<ReturnType<typeof raise>, Issue[]>;
}

/** Derives a case under a version; a defect of the rule files is an issue. */
export function begin(task: Task, version: LawVersion): Checked<Begun> {
  return guarded(task.lang, () => {
    const settings = settingsFor(task, version);
    const derivation = derive(version, task.one, settings);
    if (Array.isArray(derivation)) return bad(derivation);
    const settled = raise(derivation, task.lang);
    return Array.isArray(settled) ? bad(settled) : good({ settings, derivation, settled });
  });
}

/** Adds to a derivation what its settlement needs, and how the other schemes stand where they were looked at. */
export function finish(
  { law, one, choices, lang }: Task,
  begun: Begun,
  candidates?: readonly Candidate[],
): Checked<Worked> {
  return guarded(lang, () => {
    const { settings, derivation, settled } = begun;
    const { asOf, interpretations: wanted = NO_READINGS } = choices ?? {};
    const raisedTo = asOf === undefined ? topUp(law, derivation, one, wanted, settings) : undefined;
    const more = [raisedTo?.finding, settled?.finding].filter((found) => found !== undefined);
    return good({
      choices,
      derivation: more.length > 0 ? { ...derivation, findings: [...derivation.findings, ...more] } : derivation,
      interpretations: touched(derivation, one, settings),
      topUp: raisedTo,
      raise: settled?.raise,
      pension: choices?.pension ? pensionInformation(law, derivation, choices) : undefined,
      candidates,
    });
  });
}

const NO_READINGS: Readonly<Record<string, string>> = {};

/** Turns a defect of the rule files into an issue. */
function guarded<T>(lang: Lang, work: () => Checked<T>): Checked<T> {
  try {
    return work();
  } catch (error) {
    if (error instanceof RuleDefect) return bad([issue(lang, 'rule-defect', 'rules', { what: error.message })]);
    throw error;
  }
}

/** How a case is to be derived under a version. */
export function settingsFor({ law, choices, lang }: Task, version: LawVersion): DeriveOptions {
  if (choices) return newSettings(law, choices, lang, version);
  let known = usual[lang].get(version);
  if (known?.law !== law) {
    known = { law, settings: newSettings(law, choices, lang, version) };
    usual[lang].set(version, known);
  }
  return known.settings;
}

type Usual = WeakMap<LawVersion, { readonly law: Law; readonly settings: DeriveOptions }>;

/** The settings of cases without choices, which are the same for all under a version. */
const usual: Readonly<Record<Lang, Usual>> = { vi: new WeakMap(), en: new WeakMap() };

function newSettings(law: Law, choices: Choices | undefined, lang: Lang, version: LawVersion): DeriveOptions {
  const { interpretations = {}, acceptUnverified } = choices ?? {};
  return {
    lang,
    chosen: chosenReadings(version, interpretations),
    accepted: acceptUnverified ? new Set(acceptUnverified) : NONE,
    later: (group) => laterVersion(law, version, group),
    elsewhere: (group) => schemeOf(law, group),
  };
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
