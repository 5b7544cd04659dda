import type { Lang } from '../base/text.ts';
import { nearestWord, titleAndCode } from '../case/spelling/words.ts';
import type { Word } from '../case/words.ts';
import type { LawVersion } from '../law/version.ts';
import type { Params } from '../messages/issue.ts';
import type { ReportParams } from '../messages/report.ts';

/** How messages name the words of the law: by the title, with the word of the contract behind it. */
export interface Titles {
  /** The title and the word of a word under a key; the word alone where it has no title. */
  one(key: string, word: string): string;
  /** The nearest of these words, where one is near enough to be meant. */
  near(key: string, words: readonly string[], written: string): string | undefined;
}

interface TitleOptions {
  readonly lang: Lang;
  readonly words: (key: string) => readonly Word[];
}

/** The titles by a version of the law; words that it does not know are looked for in all schemes. */
export function titlesOf(law: LawVersion, { lang, words }: TitleOptions): Titles {
  const find = (key: string, word: string): Word | undefined => {
    const own = titleIn(law, key, word);
    return own ? { word, title: own, others: [] } : words(key).find((one) => one.word === word);
  };
  return {
    one: (key, word) => {
      const found = find(key, word);
      return found ? titleAndCode(found, lang) : word;
    },
    near: (key, known, written) => {
      const all = words(key).filter(({ word }) => known.includes(word));
      return nearestWord(all, written, lang);
    },
  };
}

function titleIn(law: LawVersion, key: string, word: string): Word['title'] | undefined {
  if (key === 'leaving.route') return law.routes.find(({ route }) => route === word)?.title;
  if (key !== 'person.group') return undefined;
  return law.rules('group').find(({ provision }) => provision.group === word)?.provision.title;
}

/** The values of messages that are words of a key wherever they are told. */
const WORDS: Readonly<Record<string, string>> = {
  group: 'person.group',
  route: 'leaving.route',
  schedule: 'age.schedule',
  law: 'law',
  scheme: 'law',
  elsewhere: 'law',
};

/** The values of a message at a path as people read them; of an unknown word with the one that may be meant. */
export function issueParams(path: string, params: ReportParams | undefined, titles: Titles): Params {
  const made: Record<string, string | number | undefined> = {};
  for (const [name, value] of Object.entries(params ?? {})) {
    const key = WORDS[name];
    if (typeof value === 'object') made[name] = value.map((word) => titles.one(path, word)).join(', ');
    else made[name] = key !== undefined && typeof value === 'string' ? titles.one(key, value) : value;
  }
  const { known, value } = params ?? {};
  if (typeof known === 'object' && typeof value === 'string') made['near'] = titles.near(path, known, value);
  return made;
}
