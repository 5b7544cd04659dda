import { nearest, unaccented, type Lang } from '../base/text.ts';
import { AUTO_ROUTE, CASE_WORDS, type Word } from '../case/words.ts';
import type { Law } from '../law/law.ts';
import { schemesNamed } from '../work/schemes.ts';
import type { CellRead } from './numbers.ts';

/** The words of each enumeration by the key of the case; groups and routes stand in the law itself. */
export type Vocabulary = ReadonlyMap<string, readonly Word[]>;

/** How people shorten the names of routes; their full names stand in the law. */
const ROUTE_WORDS: Readonly<Record<string, readonly string[]>> = {
  'early-retirement': ['hưu trước tuổi', 'nghỉ hưu', 'nghỉ hưu sớm', 'về hưu trước tuổi'],
  severance: ['thôi việc', 'nghỉ thôi việc ngay'],
};

/** Gathers the vocabulary of a scheme over all its versions; of every scheme where the scheme is to be found. */
export function vocabularyOf(law: Law, scheme: string): Vocabulary {
  const groups = new Map<string, Word>();
  const named = new Map<string, Word>();
  for (const name of schemesNamed(law, scheme)) {
    for (const { date } of law.versions(name)) {
      const version = law.at(name, date);
      if (!version.ok) continue;
      for (const { provision } of version.value.rules('group')) {
        groups.set(provision.group, { word: provision.group, title: provision.title, others: [] });
      }
    }
    for (const { route, title } of law.schemes.get(name)?.routes ?? []) {
      const there = named.get(route);
      const titles = there ? [...there.others, title.vi, title.en] : (ROUTE_WORDS[route] ?? []);
      named.set(route, { word: route, title: there?.title ?? title, others: titles });
    }
  }
  return new Map([
    ...Object.entries(CASE_WORDS),
    ['person.group', [...groups.values()]],
    ['leaving.route', [...named.values(), AUTO_ROUTE]],
  ]);
}

/** How one column of words is read: by the folded form of every name of every word. */
export interface WordIndex {
  readonly words: readonly Word[];
  readonly forms: ReadonlyMap<string, readonly Word[]>;
}

/** Makes an index over words. */
export function indexWords(words: readonly Word[]): WordIndex {
  const forms = new Map<string, Word[]>();
  for (const word of words) {
    for (const form of new Set(spellings(word).map(wordForm))) {
      forms.set(form, [...(forms.get(form) ?? []), word]);
    }
  }
  return { words, forms };
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
export function readWord(index: WordIndex, written: string, lang: Lang): CellRead<string> {
  const text = written.normalize('NFC').trim();
  const found = index.forms.get(wordForm(text)) ?? [];
  const [only] = found;
  if (only && found.length === 1) return { value: only.word };
  const titles = (words: readonly Word[]): string => words.map((word) => word.title[lang]).join(', ');
  if (only) return { fault: 'ambiguous-word', params: { value: text, known: titles(found) } };
  const near = nearest(
    text,
    index.words.map((word) => word.title[lang]),
  );
  return { fault: 'unknown-word', params: { value: text, near, known: titles(index.words) } };
}

/** The name of a word for people; the word itself when it has none. */
export function wordTitle(words: readonly Word[] | undefined, word: string, lang: Lang): string {
  return words?.find((one) => one.word === word)?.title[lang] ?? word;
}
