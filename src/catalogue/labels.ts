import type { ActId, BenefitId, Group, Question, Route, SchemeId, WindowName } from '../../rules/names.generated.ts';
import type { OneOf, Words } from '../base/text.ts';
import { memo } from '../base/memo.ts';
import type { Block, Ground, Impact, PaidLike, Programme, Schedule, Sex } from '../case/enumerations.ts';
import { CASE_KEYS } from '../case/keys.ts';
import { CASE_WORDS } from '../case/words.ts';
import { FINDING_CODES, ISSUE_CODES, OUTCOMES, SEVERITIES, type FindingCode } from '../engine/codes.ts';
import type { Outcome } from '../engine/derivation.ts';
import { MEASURE_NAMES, type ResultMeasures } from '../engine/result.ts';
import { AUTO } from '../engine/schemes.ts';
import { schemeWords, vocabularyOf } from '../engine/vocabulary.ts';
import { MEASURE_TITLES, wordLabel } from '../explanation/labels.ts';
import { builtinLaw } from '../law/builtin.ts';
import { windowTitle } from '../law/clock-words.ts';
import type { Law } from '../law/law.ts';
import type { LawVersion } from '../law/version.ts';
import type { IssueCode } from '../messages/issues.ts';
import { codeTitle } from '../table/code-title.ts';

/** A word that a program stores, and its names for people. */
export interface Label<W extends string = string> {
  readonly word: W;
  readonly title: Words;
}

/** The words of each enumeration. */
export interface LabelledWords {
  readonly sex: Sex;
  readonly group: Group;
  readonly paidLike: PaidLike;
  readonly route: Route | 'auto';
  readonly impact: Impact;
  readonly blocked: Block;
  readonly ground: Ground;
  readonly programme: Programme;
  readonly schedule: Schedule;
  readonly scheme: SchemeId;
  readonly act: ActId;
  readonly benefit: BenefitId;
  /** Components of the salary: the keys below `salary` that the law names. */
  readonly component: string;
  readonly measure: keyof ResultMeasures;
  readonly window: WindowName;
  readonly question: Question;
  readonly outcome: Outcome;
  readonly severity: (typeof SEVERITIES)[number];
  readonly issue: IssueCode;
  readonly finding: FindingCode;
  /** The dotted keys of a case. */
  readonly key: string;
}

/** The name of an enumeration. */
export type Enumeration = keyof LabelledWords;

type Labels = readonly Label[];

const both = (title: (lang: 'vi' | 'en') => string): Words => ({ vi: title('vi'), en: title('en') });

const ofCase =
  (key: string): (() => Labels) =>
  () =>
    CASE_WORDS[key] ?? [];

const inWords =
  (fact: string, words: readonly string[]): (() => Labels) =>
  () =>
    words.map((word) => ({ word, title: both((lang) => wordLabel(fact, word, lang)) }));

const coded =
  (codes: readonly string[]): ((law: Law) => Labels) =>
  (law) =>
    codes.map((word) => ({ word, title: codeTitle(law, word) ?? { vi: word, en: word } }));

/** What every version of every scheme says under a name; the first title counts. */
function overVersions(law: Law, titlesOf: (version: LawVersion) => Iterable<readonly [string, Words]>): Labels {
  const found = new Map<string, Words>();
  for (const scheme of law.schemes.keys()) {
    for (const { date } of law.versions(scheme)) {
      const version = law.at(scheme, date);
      if (!version.ok) continue;
      for (const [word, title] of titlesOf(version.value)) if (!found.has(word)) found.set(word, title);
    }
  }
  return [...found].map(([word, title]) => ({ word, title }));
}

function windows(law: Law): Labels {
  const clocks = [...law.schemes.keys()].flatMap((scheme) =>
    law.versions(scheme).flatMap(({ date }) => {
      const version = law.at(scheme, date);
      return version.ok ? version.value.rules('clock').map(({ provision }) => provision) : [];
    }),
  );
  const words = [...new Set(clocks.flatMap(({ inside, outside }) => [inside, outside]))];
  return [
    ...words.flatMap((word) => {
      const title = windowTitle(clocks, word);
      return title ? [{ word, title }] : [];
    }),
    { word: 'none', title: both((lang) => wordLabel('window', 'none', lang)) },
  ];
}

const LABELS: { readonly [E in Enumeration]: (law: Law) => Labels } = {
  sex: ofCase('person.sex'),
  group: (law) => vocabularyOf(law, AUTO).get('person.group') ?? [],
  paidLike: ofCase('person.paidLike'),
  route: (law) => vocabularyOf(law, AUTO).get('leaving.route') ?? [],
  impact: ofCase('leaving.impact'),
  blocked: ofCase('leaving.blocked'),
  ground: ofCase('leaving.ground'),
  programme: ofCase('leaving.programme'),
  schedule: ofCase('age.schedule'),
  scheme: schemeWords,
  act: (law) => [...law.acts.values()].map(({ act, title }) => ({ word: act, title })),
  benefit: (law) =>
    overVersions(law, (version) =>
      version.rules('benefit-title').map(({ provision }) => [provision.benefit, provision.title] as const),
    ),
  component: (law) =>
    overVersions(law, (version) =>
      version.rules('component').map(({ provision }) => [provision.component, provision.title] as const),
    ),
  measure: () => MEASURE_NAMES.map((word) => ({ word, title: MEASURE_TITLES[word] })),
  window: windows,
  question: (law) =>
    overVersions(law, (version) =>
      version.rules('interpretation').map(({ provision }) => [provision.interpretation, provision.question] as const),
    ),
  outcome: inWords('outcome', OUTCOMES),
  severity: inWords('severity', SEVERITIES),
  issue: coded(ISSUE_CODES),
  finding: coded(FINDING_CODES),
  key: () => CASE_KEYS.map(({ key, title }) => ({ word: key, title })),
};

/** The names of the enumerations. */
export const ENUMERATIONS: readonly Enumeration[] = Object.freeze(Object.keys(LABELS) as Enumeration[]);

/**
 * Every word of an enumeration with its Vietnamese and English title (danh mục), for lists of a form and for columns of a
 * report. With own law its groups, routes, schemes and benefits are among them.
 */
export function labelsOf<E extends Enumeration>(
  enumeration: E,
  law: Law = builtinLaw(),
): readonly Label<OneOf<LabelledWords[E]>>[] {
  const words = law.derived(labelsByEnumeration)(enumeration);
  return words as readonly Label<OneOf<LabelledWords[E]>>[];
}

/** The title of a word; the word itself where there is none. */
export function labelOf(enumeration: Enumeration, word: string, law: Law = builtinLaw()): Words {
  const found = labelsOf(enumeration, law).find((one) => one.word === word);
  return found?.title ?? { vi: word, en: word };
}

function labelsByEnumeration(law: Law): (enumeration: string) => readonly Label[] {
  return memo((enumeration) =>
    Object.freeze(LABELS[enumeration as Enumeration](law).map(({ word, title }) => Object.freeze({ word, title }))),
  );
}
