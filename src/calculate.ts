import { parseDay } from './base/calendar.ts';
import { bad, good, type Checked, type Issue } from './base/checked.ts';
import type { Lang, Words } from './base/text.ts';
import { givenAt } from './case/flat.ts';
import { keyTitle } from './case/keys.ts';
import { readRaw } from './case/parse.ts';
import type { Choices, Worked } from './derivation/derivation.ts';
import { readingIssues } from './derivation/readings.ts';
import { unknownWord } from './derivation/subject.ts';
import { builtinLaw } from './law/builtin.ts';
import type { Law } from './law/law.ts';
import { issue } from './messages/issue.ts';
import type { Report } from './messages/report.ts';
import { resultOf, type Result } from './result/result.ts';
import { chooseScheme } from './work/choose.ts';
import { AUTO, schemeIssues, schemesNamed } from './work/schemes.ts';
import { workIn } from './work/one-scheme.ts';

/** How to calculate. Nothing here depends on a clock, a file system or the environment. */
export interface CalculateOptions {
  /** The law; default: the built-in rule files. */
  readonly law?: Law;
  /** The scheme, or `auto` to find it; default: the one that the case names in `law`, else `auto`. */
  readonly scheme?: string;
  /** Pins the version of the law in force on that day (YYYY-MM-DD); default: the leaving date. */
  readonly asOf?: string;
  /** Chosen readings of open legal questions, by name; the others stay at their defaults. */
  readonly interpretations?: Readonly<Record<string, string>>;
  /** Names of unverified provisions (certainty U) that the caller accepts. */
  readonly acceptUnverified?: readonly string[];
  /** Adds the pension on leaving, for information, apart from what is settled. */
  readonly pension?: boolean;
  /** Language of messages; default Vietnamese. It never changes an amount. */
  readonly lang?: Lang;
}

/** The scheme used when none is named: the one that governs the case is found. */
export const DEFAULT_SCHEME: string = AUTO;

/** The scheme that commands about the law itself look at when none is named. */
export const MAIN_SCHEME = 'nd178';

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
  const wrong = optionIssues(options);
  if (wrong.length > 0) return bad([...wrong]);
  const lang = options.lang ?? 'vi';
  const law = options.law ?? builtinLaw();
  const parsed = readRaw(input, lang);
  const named = namedLaw(options, parsed.ok ? parsed.value.law : wordAt(input, 'law'));
  const { scheme } = named;
  const unknown = [...unknownReadings(law, scheme, options, lang), ...dayIssues(named, options, lang)];
  if (!parsed.ok) return bad([...parsed.issues, ...wordIssues(law, scheme, input, lang), ...unknown]);
  if (scheme === AUTO || unknown.length > 0) unknown.push(...wordIssues(law, scheme, input, lang));
  if (unknown.length > 0) return bad(unknown);
  const task = { law, one: parsed.value, choices: choicesOf(options, named.asOf), lang };
  return scheme === AUTO ? chooseScheme(task) : workIn(task, scheme);
}

const NO_ISSUES: readonly Issue[] = [];

/** What each option has to be, in Vietnamese and English. */
const EXPECTED: readonly (readonly [name: 'lang' | 'law' | 'scheme' | 'asOf', vi: string, en: string])[] = [
  ['lang', '"vi" hoặc "en"', '"vi" or "en"'],
  [
    'law',
    'bộ luật đã nạp (value của loadLaw); tên chế độ đặt ở scheme',
    'a law that was loaded (the value of loadLaw); the name of a scheme goes into scheme',
  ],
  ['scheme', 'tên một chế độ, hoặc "auto"', 'the name of a scheme, or "auto"'],
  ['asOf', 'một ngày viết theo dạng YYYY-MM-DD', 'a day written YYYY-MM-DD'],
];

const LANGS: ReadonlySet<unknown> = new Set<Lang>(['vi', 'en']);

/** Options that a program without types may get wrong, so that nothing can be worked out or told with them. */
export function optionIssues(options: CalculateOptions): readonly Issue[] {
  const lang = options.lang ?? 'vi';
  const fits = {
    lang: LANGS.has(lang),
    law: (options.law ?? undefined) === undefined || typeof options.law?.versions === 'function',
    scheme: options.scheme === undefined || typeof options.scheme === 'string',
    asOf: options.asOf === undefined || typeof options.asOf === 'string',
  };
  if (fits.lang && fits.law && fits.scheme && fits.asOf) return NO_ISSUES;
  const told: Lang = fits.lang ? lang : 'vi';
  return EXPECTED.filter(([name]) => !fits[name]).map(([name, vi, en]) => {
    const value: unknown = options[name];
    const given = typeof value === 'string' ? `"${value}"` : typeof value;
    return issue(told, 'wrong-option', name, { name, given, expected: told === 'vi' ? vi : en });
  });
}

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
  return at < 0 ? { scheme: law, asOf } : { scheme: law.slice(0, at), asOf: asOf ?? law.slice(at + 1) };
}

const PINNED: Words = { vi: 'Ngày chọn phiên bản luật (asOf)', en: 'Day of the version of the law (asOf)' };

/** A day to apply that is none: it must never be taken for a late one. */
function dayIssues({ asOf }: Named, options: CalculateOptions, lang: Lang): readonly Issue[] {
  if (asOf === undefined || parseDay(asOf) !== undefined) return NO_ISSUES;
  const path = options.asOf === undefined ? 'law' : 'asOf';
  const title = (options.asOf === undefined ? keyTitle('law') : PINNED)[lang];
  return [issue(lang, 'impossible-date', path, { title, value: asOf, form: 'YYYY-MM-DD' })];
}

/**
 * A scheme, a group or a route that there is none of: told with the other faults of a case, and before a scheme is looked
 * for.
 */
function wordIssues(law: Law, scheme: string, input: unknown, lang: Lang): readonly Issue[] {
  const unknown = schemeIssues(law, scheme, lang);
  if (unknown.length > 0) return unknown;
  const { groups, routes } = knownWords(law, scheme);
  const group = wordAt(input, 'person.group');
  const route = wordAt(input, 'leaving.route');
  if ((group === undefined || groups.has(group)) && (route === undefined || routes.has(route))) return NO_ISSUES;
  const issues: Issue[] = [];
  const report: Report = (code, path, params) => {
    const title = keyTitle(path)[lang];
    issues.push(issue(lang, code, path, { title, ...params }));
  };
  if (group !== undefined && !groups.has(group)) unknownWord('person.group', group, [...groups], report);
  if (route !== undefined && !routes.has(route)) unknownWord('leaving.route', route, [...routes], report);
  return issues;
}

interface KnownWords {
  readonly groups: ReadonlySet<string>;
  readonly routes: ReadonlySet<string>;
}

const known = new WeakMap<Law, Map<string, KnownWords>>();

/** The groups and routes that some version of a scheme, or of any scheme, knows. */
function knownWords(law: Law, scheme: string): KnownWords {
  let ofLaw = known.get(law);
  if (!ofLaw) known.set(law, (ofLaw = new Map()));
  let words = ofLaw.get(scheme);
  if (!words) ofLaw.set(scheme, (words = findWords(law, scheme)));
  return words;
}

function findWords(law: Law, scheme: string): KnownWords {
  const names = schemesNamed(law, scheme);
  const versions = names.flatMap((name) =>
    law.versions(name).flatMap(({ date }) => {
      const found = law.at(name, date);
      return found.ok ? [found.value] : [];
    }),
  );
  const routes = names.flatMap((name) => law.schemes.get(name)?.routes.map(({ route }) => route) ?? []);
  return {
    groups: new Set(versions.flatMap((one) => one.rules('group').map(({ provision }) => provision.group)).sort()),
    routes: new Set([AUTO, ...routes]),
  };
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
