import type { Words } from '../base/text.ts';
import { RuleDefect, type Checked } from '../base/checked.ts';
import { memo, once } from '../base/memo.ts';
import { Spelling } from '../case/spelling/spelling.ts';
import type { Vocabulary } from '../case/spelling/words.ts';
import { AUTO_ROUTE, CASE_WORDS, GROUP_WORDS, ROUTE_WORDS, type Word } from '../case/words.ts';
import { actsNamedIn, schemeByAct } from '../law/acts-named.ts';
import { provisionsOf } from '../law/act.ts';
import type { Law } from '../law/law.ts';
import type { LawVersion } from '../law/version.ts';
import { AUTO, schemesNamed } from './schemes.ts';

/** The vocabulary of a scheme over all its versions; of every scheme where the scheme is to be found. */
export function vocabularyOf(law: Law, scheme: string): Vocabulary {
  return law.derived(vocabularies)(scheme);
}

/** How the values of a case are written, with the groups and routes of a scheme, or of every one. */
export function spellingOf(law: Law, scheme: string): Spelling {
  return law.derived(spellings)(scheme);
}

function spellings(law: Law): (scheme: string) => Spelling {
  return memo((scheme) => new Spelling(vocabularyOf(law, scheme), true));
}

function vocabularies(law: Law): (scheme: string) => Vocabulary {
  return memo((scheme) => gathered(law, scheme));
}

const OWN_WORDS = new Map(Object.entries(CASE_WORDS));

/** The keys whose words stand in the law. */
const [GROUP, ROUTE] = ['person.group', 'leaving.route'];

/**
 * The words of the case and those of the law. The titles of groups are gathered when a text is no word of the contract:
 * every version has to be made for them.
 */
function gathered(law: Law, scheme: string): Vocabulary {
  const schemes = schemesNamed(law, scheme);
  const groups = once(() => groupWords(law, schemes));
  const routes = once(() => routeWords(law, schemes));
  const codes = once(() => groupCodes(law));
  return {
    has: (key) => key === GROUP || key === ROUTE || OWN_WORDS.has(key),
    withoutActs: (key, text) => (key === ROUTE ? law.derived(actsNamedIn)(text) : undefined),
    scheme: (text) => (law.schemes.has(text) || text.includes('@') ? undefined : schemeByAct(law, text)),
    get: (key) => (key === GROUP ? groups() : key === ROUTE ? routes() : OWN_WORDS.get(key)),
    ...(scheme === AUTO ? { isCode: (key, text) => key === GROUP && codes().has(text) } : {}),
  };
}

function groupWords(law: Law, schemes: readonly string[]): readonly Word[] {
  const groups = new Map<string, Word>();
  for (const name of schemes) {
    for (const { date } of law.versions(name)) {
      const version = soundVersion(law, name, date);
      if (!version?.ok) continue;
      for (const { provision } of version.value.rules('group')) {
        const { group, title } = provision;
        groups.set(group, { word: group, title, others: GROUP_WORDS[group] ?? [] });
      }
    }
  }
  return [...groups.values()];
}

/** The groups that the acts of the law name, whatever became of them since. */
function groupCodes(law: Law): ReadonlySet<string> {
  const provisions = [...law.acts.values()].flatMap(provisionsOf);
  return new Set(provisions.flatMap((one) => (one.kind === 'group' ? [one.group] : [])));
}

function routeWords(law: Law, schemes: readonly string[]): readonly Word[] {
  const named = new Map<string, Word>();
  for (const name of schemes) {
    for (const { route, title } of law.schemes.get(name)?.routes ?? []) {
      const earlier = named.get(route);
      const titles = earlier ? [...earlier.others, title.vi, title.en] : (ROUTE_WORDS[route] ?? []);
      named.set(route, { word: route, title: earlier?.title ?? title, others: titles });
    }
  }
  return [...named.values(), AUTO_ROUTE];
}

/** A version that can be made; one with a defect in its rules names nothing, and is told where it is to be applied. */
function soundVersion(law: Law, scheme: string, date: string): Checked<LawVersion> | undefined {
  try {
    return law.at(scheme, date);
  } catch (error) {
    if (error instanceof RuleDefect) return undefined;
    throw error;
  }
}

/** The schemes as words, by their titles. */
export function schemeWords(law: Law): readonly Word[] {
  return [...law.schemes.values()].map(({ scheme, title }) => ({ word: scheme, title, others: [] }));
}

/** The name of a scheme; its id where the law does not know it. */
export function schemeName(law: Law, scheme: string): Words {
  return law.schemes.get(scheme)?.title ?? { vi: scheme, en: scheme };
}
