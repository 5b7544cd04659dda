import type { Lang, Words } from '../base/text.ts';
import { nearest, unaccented } from '../base/text.ts';
import type { Law } from '../law/law.ts';
import { schemesNamed } from '../work/schemes.ts';
import type { CellRead } from './numbers.ts';

/** A word of an enumeration: how the contract writes it, its name, and other ways people write it. */
export interface Word {
  readonly word: string;
  readonly title: Words;
  readonly others: readonly string[];
}

/** The words of the enumerations that do not depend on the law. */
const FIXED: Readonly<Record<string, readonly Word[]>> = {
  'person.sex': [
    { word: 'male', title: { vi: 'nam', en: 'male' }, others: ['M', 'ông', 'nam giới', 'trai'] },
    { word: 'female', title: { vi: 'nữ', en: 'female' }, others: ['F', 'bà', 'nữ giới', 'gái'] },
  ],
  'leaving.impact': [
    {
      word: 'direct',
      title: { vi: 'trực tiếp', en: 'direct' },
      others: ['tác động trực tiếp', 'chịu tác động trực tiếp', 'bị tác động trực tiếp'],
    },
    {
      word: 'indirect',
      title: { vi: 'gián tiếp', en: 'indirect' },
      others: ['tác động gián tiếp', 'chịu tác động gián tiếp', 'không trực tiếp', 'không chịu tác động trực tiếp'],
    },
    {
      word: 're-election',
      title: { vi: 'không tái cử', en: 'not re-elected' },
      others: ['không đủ tuổi tái cử', 'không đủ điều kiện tái cử', 'không đủ điều kiện về tuổi tái cử'],
    },
  ],
  'leaving.blocked': [
    { word: 'none', title: { vi: 'không', en: 'none' }, others: ['không có', 'no', '0'] },
    {
      word: 'pregnancy-or-small-child',
      title: { vi: 'mang thai hoặc nuôi con nhỏ', en: 'pregnancy or small child' },
      others: [
        'mang thai',
        'thai sản',
        'nuôi con nhỏ',
        'nuôi con dưới 36 tháng',
        'mang thai, nghỉ thai sản, nuôi con dưới 36 tháng tuổi',
      ],
    },
    {
      word: 'discipline-or-inspection',
      title: { vi: 'đang xem xét kỷ luật hoặc thanh tra', en: 'discipline or inspection' },
      others: [
        'kỷ luật',
        'kỉ luật',
        'thanh tra',
        'đang xem xét kỷ luật',
        'đang bị thanh tra',
        'truy cứu trách nhiệm hình sự',
      ],
    },
  ],
  'age.schedule': [
    {
      word: 'normal',
      title: { vi: 'bình thường', en: 'normal' },
      others: ['Phụ lục I', 'PL I', 'điều kiện lao động bình thường', 'điều kiện bình thường'],
    },
    { word: 'reduced', title: { vi: 'thấp hơn', en: 'reduced' }, others: ['Phụ lục II', 'PL II', 'tuổi thấp hơn'] },
    { word: 'limit', title: { vi: 'hạn tuổi', en: 'age limit' }, others: ['hạn tuổi phục vụ', 'hạn tuổi cao nhất'] },
  ],
};

/** The words of truth values. */
export const FLAG_WORDS: readonly Word[] = [
  { word: 'true', title: { vi: 'có', en: 'yes' }, others: ['x', 'đúng', 'true', '1', 'y', 'đủ'] },
  { word: 'false', title: { vi: 'không', en: 'no' }, others: ['sai', 'false', '0', 'n', 'chưa', 'không đủ'] },
];

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
  const routes: Word[] = [...named.values()];
  routes.push({ word: 'auto', title: { vi: 'tự xác định', en: 'automatic' }, others: ['tự động', 'chưa rõ'] });
  return new Map([...Object.entries(FIXED), ['person.group', [...groups.values()]], ['leaving.route', routes]]);
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
    for (const form of new Set([word.word, word.title.vi, word.title.en, ...word.others].map(wordForm))) {
      forms.set(form, [...(forms.get(form) ?? []), word]);
    }
  }
  return { words, forms };
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
