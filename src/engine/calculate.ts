import { parseDay } from '../base/calendar.ts';
import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import { memo, once } from '../base/memo.ts';
import type { Lang, Words } from '../base/text.ts';
import type { Case } from '../case/case.ts';
import { givenAt } from '../case/flat.ts';
import type { CaseInput, Unread } from '../case/input.ts';
import { keyTitle } from '../case/keys.ts';
import { readRaw } from '../case/parse.ts';
import { readDayText } from '../case/spelling/dates.ts';
import type { Spelling } from '../case/spelling/spelling.ts';
import { nearestWord, routeParts, titleAndCode } from '../case/spelling/words.ts';
import type { Calculation, Choices } from './derivation.ts';
import { actsOfRoute, otherActIssues } from './route-acts.ts';
import { readingIssues } from './readings.ts';
import { groupsNamed } from './subject.ts';
import { lackingBeyond, lacksOnly, type Working } from './lacking.ts';
import { mainScheme } from '../law/act.ts';
import { builtinLaw } from '../law/builtin.ts';
import type { Law } from '../law/law.ts';
import { issue, type CaseIssue } from '../messages/issue.ts';
import { resultOf, type Result } from './result.ts';
import { chooseScheme } from './choose.ts';
import { optionIssues } from '../messages/options.ts';
import { CALCULATE_OPTIONS, type CalculateOptions } from './options.ts';
import { AUTO, schemeIssues, schemesNamed } from './schemes.ts';
import { calculateIn } from './one-scheme.ts';
import { spellingOf } from './vocabulary.ts';

export type { CalculateOptions } from './options.ts';

/** The scheme used when none is named: the one that governs the case is found. */
export const DEFAULT_SCHEME: string = AUTO;

/**
 * What the law gives for one case (số tiền được hưởng).
 *
 * Pure and synchronous. The case may be a parsed {@link Case} or any value, which is then parsed first.
 * Expected failures are values: `{ok: false, issues}` with every fault of the input at once.
 * Amounts are exact; they are rounded only where a rule file declares it.
 */
export function calculate(input: CaseInput | Unread, options: CalculateOptions = {}): Checked<Result, CaseIssue> {
  const wrong = optionIssues(options, CALCULATE_OPTIONS);
  return wrong.length > 0 ? bad([...wrong]) : resultFor(input, options);
}

/** {@link calculate} under options that the caller has looked at. */
export function resultFor(input: unknown, options: CalculateOptions): Checked<Result> {
  const found = calculation(input, options);
  if (!found.ok) return found;
  return good('refused' in found.value ? found.value.refused : resultOf(found.value, options.lang ?? 'vi'));
}

/**
 * {@link resultFor} with every rule that had a part, for explanations; or the refusal when no version covers the case.
 */
export function calculation(
  input: unknown,
  options: CalculateOptions = {},
): Checked<Calculation | { refused: Result }> {
  const lang = options.lang ?? 'vi';
  const law = options.law ?? builtinLaw();
  const parsed = readRaw(input, lang, spellingOf(law, AUTO));
  const named = namedLaw(options, parsed.ok ? parsed.value.law : wordAt(input, 'law'));
  const { scheme } = named;
  const acts = actsOfRoute(input, spellingOf(law, AUTO), lang);
  const ofOthers = scheme === AUTO ? NO_ISSUES : otherActIssues(law, acts, scheme, lang);
  const unknown = [...unknownReadings(law, scheme, options, lang), ...dayIssues(named, options, lang), ...ofOthers];
  const work = (one: Case): Checked<Calculation | { refused: Result }> => {
    const task = { law, one, choices: choicesOf(options, named.asOf), lang };
    return scheme === AUTO ? underActs(chooseScheme(task)) : calculateIn(task, scheme);
  };
  const underActs = (found: ReturnType<typeof chooseScheme>): ReturnType<typeof chooseScheme> => {
    const others = found.ok ? otherActIssues(law, acts, schemeOf(found.value), lang) : NO_ISSUES;
    return others.length > 0 ? bad([...others]) : found;
  };
  const withLacking = (faults: readonly Issue[]): Checked<never> => {
    if (unknown.length > 0) return bad([...faults, ...unknown]);
    return bad([...faults, ...lackingBeyond(input, faults, workingOf(law, scheme, lang, work))]);
  };
  if (!parsed.ok) {
    const words = wordIssues(law, scheme, input, lang);
    const noScheme = words.some(({ code }) => code === 'unknown-scheme');
    return noScheme ? bad([...parsed.issues, ...words, ...unknown]) : withLacking([...parsed.issues, ...words]);
  }
  if (scheme === AUTO || unknown.length > 0) unknown.push(...wordIssues(law, scheme, input, lang));
  if (unknown.length > 0) return bad(unknown);
  const worked = work(parsed.value);
  return worked.ok || !lacksOnly(worked.issues) ? worked : withLacking(worked.issues);
}

/** The scheme by which a case was worked out, or refused. */
function schemeOf(found: Calculation | { refused: Result }): string {
  return 'refused' in found ? found.refused.law.scheme : found.derivation.law.scheme;
}

/** How a case that is not complete is tried under a scheme. */
function workingOf(law: Law, scheme: string, lang: Lang, work: Working['work']): Working {
  const name = scheme === AUTO ? mainScheme(law.schemes.values()) : scheme;
  return {
    lang,
    spelling: spellingOf(law, AUTO),
    work,
    days: () => law.versions(name).map(({ date }) => date),
    groups: () => [...law.derived(wordsByScheme)(scheme).groups()],
  };
}

const NO_ISSUES: readonly Issue[] = [];

function unknownReadings(
  law: Law,
  scheme: string,
  { interpretations }: CalculateOptions,
  lang: Lang,
): readonly Issue[] {
  if (interpretations === undefined || (scheme !== AUTO && !law.schemes.has(scheme))) return NO_ISSUES;
  return readingIssues(law, schemesNamed(law, scheme), interpretations, lang);
}

interface Named {
  readonly scheme: string;
  readonly asOf: string | undefined;
}

/** The scheme and the day to apply: the caller's choice, else what the case names (`nd178@2025-03-15`), else `auto`. */
function namedLaw({ scheme, asOf }: CalculateOptions, law: string | undefined): Named {
  if (scheme !== undefined && scheme !== AUTO) return { scheme, asOf };
  if (law === undefined) return { scheme: AUTO, asOf };
  const at = law.indexOf('@');
  if (at < 0) return { scheme: law, asOf };
  const day = readDayText(law.slice(at + 1));
  return { scheme: law.slice(0, at).trim(), asOf: asOf ?? ('value' in day ? day.value : law.slice(at + 1)) };
}

const PINNED: Words = { vi: 'Ngày chọn phiên bản luật (asOf)', en: 'Day of the version of the law (asOf)' };

/** A day to apply that is none: it must never be taken for a late one. */
function dayIssues({ asOf }: Named, options: CalculateOptions, lang: Lang): readonly Issue[] {
  if (asOf === undefined || parseDay(asOf) !== undefined) return NO_ISSUES;
  if (options.asOf !== undefined)
    return [issue(lang, 'impossible-date', 'asOf', { title: PINNED[lang], value: asOf, form: 'YYYY-MM-DD' })];
  const read = readDayText(asOf);
  const params = 'fault' in read && read.fault === 'impossible-date' ? read.params : { unread: asOf };
  const form = 'dd/MM/yyyy, YYYY-MM-DD';
  return [issue(lang, 'impossible-date', 'law', { title: keyTitle('law')[lang], form, ...params })];
}

/**
 * A scheme, a group or a route that there is none of: an issue beside the other faults of a case, and before a scheme is
 * looked for.
 */
function wordIssues(law: Law, scheme: string, input: unknown, lang: Lang): readonly Issue[] {
  const unknown = schemeIssues(law, scheme, lang);
  if (unknown.length > 0) return unknown;
  const { knowsGroup, groups, routes } = law.derived(wordsByScheme)(scheme);
  const spelling = spellingOf(law, AUTO);
  const group = namedAt(input, 'person.group', spelling, lang);
  const route = namedAt(input, 'leaving.route', spelling, lang);
  const knows = (name: string): boolean => knowsGroup(name, wordAt(input, 'leaving.date') ?? '');
  if ((group === undefined || knows(group)) && (route === undefined || routes.has(route))) return NO_ISSUES;
  const issues: Issue[] = [];
  const unknownAt = (path: string, value: string, words: ReadonlySet<string>): void => {
    const all = (spelling.vocabulary.get(path) ?? []).filter(({ word }) => words.has(word));
    const near = nearestWord(all, value, lang);
    const titles = all.map((word) => titleAndCode(word, lang)).join(', ');
    issues.push(issue(lang, 'unknown-word', path, { title: keyTitle(path)[lang], value, near, known: titles }));
  };
  if (group !== undefined && !knows(group)) unknownAt('person.group', group, groups());
  if (route !== undefined && !routes.has(route)) unknownAt('leaving.route', route, routes);
  return issues;
}

interface NamedWords {
  /** Whether some version names the group; versions are made until one does, those of the day first: the case needs them. */
  readonly knowsGroup: (group: string, day: string) => boolean;
  readonly groups: () => ReadonlySet<string>;
  readonly routes: ReadonlySet<string>;
}

/** By scheme, or `auto`: the groups and routes that some version of it, or of any scheme, knows. */
function wordsByScheme(law: Law): (scheme: string) => NamedWords {
  return memo((scheme) => wordsOf(law, scheme));
}

function wordsOf(law: Law, scheme: string): NamedWords {
  const names = schemesNamed(law, scheme);
  const versions = once(() =>
    names.flatMap((name) => law.versions(name).map(({ date }) => once(() => namedIn(law, name, date)))),
  );
  const known = new Set<string>();
  const routes = names.flatMap((name) => law.schemes.get(name)?.routes.map(({ route }) => route) ?? []);
  return {
    knowsGroup: (group, day) => {
      if (known.has(group)) return true;
      const found =
        names.some((name) => namedIn(law, name, day).includes(group)) ||
        versions().some((groupsOf) => groupsOf().includes(group));
      if (found) known.add(group);
      return found;
    },
    groups: once(
      () =>
        new Set(
          versions()
            .flatMap((groupsOf) => groupsOf())
            .sort(),
        ),
    ),
    routes: new Set([AUTO, ...routes]),
  };
}

function namedIn(law: Law, scheme: string, date: string): readonly string[] {
  const found = law.at(scheme, date);
  return found.ok ? groupsNamed(found.value) : [];
}

/** The group or route that a case names, as the contract writes it; one that is none as the case does. */
function namedAt(input: unknown, key: string, spelling: Spelling, lang: Lang): string | undefined {
  const word = wordAt(input, key);
  if (word === undefined) return undefined;
  const read = spelling.read(key, word, lang);
  if ('value' in read) return routeParts(String(read.value)).route;
  // What may be several words is told with the case.
  return read.fault === 'ambiguous-word' ? undefined : word;
}

function wordAt(input: unknown, key: string): string | undefined {
  const word = givenAt(input, key);
  return typeof word === 'string' ? word.trim() : undefined;
}

const NOTHING: Readonly<Record<string, string>> = {};

/** What was chosen beyond the defaults; undefined when nothing was. */
function choicesOf(
  { interpretations = NOTHING, acceptUnverified = [], pension }: CalculateOptions,
  asOf: string | undefined,
): Choices | undefined {
  const chosen = interpretations !== NOTHING && Object.keys(interpretations).length > 0;
  if (asOf === undefined && !chosen && acceptUnverified.length === 0 && !pension) return undefined;
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(chosen ? { interpretations: { ...interpretations } } : {}),
    ...(acceptUnverified.length > 0 ? { acceptUnverified: [...new Set(acceptUnverified)].sort() } : {}),
    ...(pension ? { pension } : {}),
  };
}
