import type { Lang, Words } from '../base/text.ts';
import { CASE_KEYS, type CaseKey, type KeyType } from '../case/keys.ts';
import { UNIT_HEADINGS } from './columns.ts';
import { FLAG_WORDS } from '../case/words.ts';
import type { Vocabulary } from '../case/spelling/words.ts';

/** A column of the table to fill in. */
export interface TemplateColumn {
  /** The key of the case; absent for the unit, which only the summary uses. */
  readonly key?: CaseKey;
  readonly heading: string;
  readonly required: boolean;
  /** How to fill it in. */
  readonly note: string;
  /** The words to choose from, where there are such. */
  readonly list?: readonly string[];
  /** Two invented people: canonical values, dates as YYYY-MM-DD, per cents with their sign. */
  readonly examples: readonly [string, string];
}

const HOW: Readonly<Record<KeyType, Words>> = {
  text: { vi: 'Văn bản tự do.', en: 'Any text.' },
  word: { vi: 'Chọn trong danh sách.', en: 'Choose from the list.' },
  flag: { vi: 'Chọn có hoặc không; để trống nếu không rõ.', en: 'Choose yes or no; leave blank when not known.' },
  day: { vi: 'Ngày đầy đủ, ví dụ 01/05/2025.', en: 'A full date, for example 01/05/2025.' },
  birth: {
    vi: 'Ngày/tháng/năm; không rõ ngày thì tháng/năm, không rõ tháng thì năm.',
    en: 'Day/month/year; month/year when the day is not known; the year when the month is not.',
  },
  age: {
    vi: 'Số năm, hoặc năm và tháng, ví dụ 58 hoặc 61y3m.',
    en: 'Years, or years and months, for example 58 or 61y3m.',
  },
  count: { vi: 'Số nguyên.', en: 'A whole number.' },
  decimal: { vi: 'Hệ số, ví dụ 4,65.', en: 'A coefficient, for example 4.65.' },
  percent: { vi: 'Phần trăm, ghi cả dấu %, ví dụ 25%.', en: 'A per cent with its sign, for example 25%.' },
  dong: { vi: 'Số tiền đồng, ví dụ 12.000.000.', en: 'An amount in đồng, for example 12,000,000.' },
};

/** Salaries are those of a month; other amounts are not. */
const MONTHLY: Words = {
  vi: 'Số tiền đồng một tháng, ví dụ 12.000.000.',
  en: 'Đồng a month, for example 12,000,000.',
};

/** The columns of the table to fill in: the keys of the case that the scheme reads, and the unit after the name. */
export function templateColumns(
  vocabulary: Vocabulary,
  lang: Lang,
  keys: readonly CaseKey[] = CASE_KEYS,
): readonly TemplateColumn[] {
  const columns = keys.map((key) => keyColumn(key, vocabulary, lang));
  const unit: TemplateColumn = {
    heading: lang === 'vi' ? (UNIT_HEADINGS[0] ?? '') : 'Unit',
    required: false,
    note:
      lang === 'vi'
        ? 'Đơn vị công tác; dùng để tổng hợp kinh phí theo đơn vị.'
        : 'The unit of the person; the summary is made by it.',
    examples: ['Sở X', 'Trường Y'],
  };
  const named = columns.findIndex(({ key }) => key?.key === 'person.name') + 1;
  return [...columns.slice(0, named), unit, ...columns.slice(named)];
}

function keyColumn(key: CaseKey, vocabulary: Vocabulary, lang: Lang): TemplateColumn {
  const words = key.type === 'flag' ? FLAG_WORDS : vocabulary.get(key.key);
  const say = (code: string): string => words?.find(({ word }) => word === code)?.title[lang] ?? code;
  const [first, second] = key.examples ?? ['', ''];
  const required = key.required === true;
  const must = required ? (lang === 'vi' ? 'Bắt buộc. ' : 'Required. ') : '';
  const more = key.note?.[lang];
  const how = key.type === 'dong' && key.key.startsWith('salary.') ? MONTHLY : HOW[key.type];
  return {
    key,
    heading: key.title[lang],
    required,
    note: `${must}${how[lang]}${more === undefined ? '' : ` ${more}`}`,
    ...(words ? { list: words.map(({ title }) => title[lang]) } : {}),
    examples: [say(first), say(second)],
  };
}
