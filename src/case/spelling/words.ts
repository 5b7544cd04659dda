import { once } from '../../base/memo.ts';
import { composed, folded, nearest, unaccented, type Lang } from '../../base/text.ts';
import type { Word } from '../words.ts';
import type { Spelled } from './numbers.ts';

/** The words of each enumeration by the key of the case; groups and routes stand in the law itself. */
export interface Vocabulary {
  has(key: string): boolean;
  get(key: string): readonly Word[] | undefined;
  /** Whether a text is a word as the contract writes it, where that is known without gathering all words. */
  isCode?(key: string, text: string): boolean;
  /** A text without the acts that it names ("theo Nghị định 178"), and those, where the words of a key may stand beside them. */
  withoutActs?(key: string, text: string): { readonly rest: string; readonly acts: readonly string[] } | undefined;
  /** The scheme that a text names by its act ("NĐ 178/2024"), where the law is known. */
  scheme?(text: string): string | undefined;
}

/** What stands between a route and the acts that were named beside it, in what {@link Vocabulary.withoutActs} leads to. */
const BY_ACTS = '@';

/** A route with the acts that were named beside it, as one text. */
export function routeByActs(route: string, acts: readonly string[]): string {
  return `${route}${BY_ACTS}${acts.join(',')}`;
}

/** The parts of a {@link routeByActs}; of a plain route, that alone. */
export function routeParts(text: string): { readonly route: string; readonly acts: readonly string[] } {
  const [route = '', acts] = text.split(BY_ACTS);
  return { route, acts: acts === undefined ? [] : acts.split(',') };
}

/** How one column of words is read: by the folded form of every name of every word. */
export interface WordIndex {
  readonly words: readonly Word[];
  /** The words as the contract writes them. */
  readonly codes: ReadonlySet<string>;
  /** Whether messages name the contract's words beside the titles. */
  readonly shown: boolean;
  readonly forms: () => ReadonlyMap<string, readonly Word[]>;
}

/** Makes an index over words. `codes`: whether messages name the contract's words beside the titles. */
export function indexWords(words: readonly Word[], codes = false): WordIndex {
  return { words, codes: new Set(words.map(({ word }) => word)), shown: codes, forms: once(() => formsOf(words)) };
}

function formsOf(words: readonly Word[]): ReadonlyMap<string, readonly Word[]> {
  const forms = new Map<string, Word[]>();
  for (const word of words) {
    for (const form of new Set(spellings(word).map(wordForm))) {
      forms.set(form, [...(forms.get(form) ?? []), word]);
    }
  }
  return forms;
}

function spellings({ word, title, said = title, others }: Word): string[] {
  return [word, title.vi, title.en, said.vi, said.en, ...others];
}

function wordForm(text: string): string {
  return unaccented(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The contract's word for what people write, with or without diacritics and in any case. */
export function readWord(index: WordIndex, written: string, lang: Lang): Spelled<string> {
  if (index.codes.has(written)) return { value: written };
  const text = composed(written).trim();
  const found = index.forms().get(wordForm(text)) ?? [];
  const [only] = found;
  if (only && found.length === 1) return { value: only.word };
  const titles = (words: readonly Word[]): string => words.map((word) => titled(index, word, lang)).join(', ');
  if (only) return { fault: 'ambiguous-word', params: { value: text, known: titles(found) } };
  return {
    fault: 'unknown-word',
    params: { value: text, near: nearestWord(index.words, text, lang), known: titles(index.words) },
  };
}

/**
 * What may have been meant by a text that is no word: the nearest of all the names of the words, in both languages. The
 * contract's word is suggested as such, any other name by the title.
 */
export function nearestWord(words: readonly Word[], text: string, lang: Lang): string | undefined {
  const names = new Map(words.flatMap((word) => spellings(word).map((name) => [name, word] as const)));
  for (const { word, title } of words) for (const name of [word, title[lang]]) names.delete(name);
  // A name that is told as it stands goes before another one that is as near.
  const own = words.flatMap((word) => [[word.title[lang], word] as const, [word.word, word] as const]);
  const all = new Map([...own, ...names]);
  const near = nearest(text, all.keys());
  const found = near === undefined ? undefined : all.get(near);
  if (found === undefined) return near;
  const title = found.title[lang];
  return near === found.word || folded(title) === found.word ? found.word : title;
}

function titled({ shown }: WordIndex, word: Word, lang: Lang): string {
  return shown ? titleAndCode(word, lang) : word.title[lang];
}

/** The title of a word with the contract's word behind it, where that is another one. */
export function titleAndCode({ word, title }: Word, lang: Lang): string {
  return word === title[lang] ? word : `${title[lang]} (${word})`;
}

/** The name of a word for people; the word itself when it has none. */
export function wordTitle(words: readonly Word[] | undefined, word: string, lang: Lang): string {
  return words?.find((one) => one.word === word)?.title[lang] ?? word;
}
