import type { Lang, Words } from '../base/text.ts';
import { CASE_KEYS, type CaseKey, type KeyType } from '../case/keys.ts';
import { UNIT_HEADINGS } from './columns.ts';
import { FLAG_WORDS } from '../case/words.ts';
import type { Vocabulary } from './words.ts';

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
  count: { vi: 'Số nguyên.', en: 'A whole number.' },
  decimal: { vi: 'Hệ số, ví dụ 4,65.', en: 'A coefficient, for example 4.65.' },
  percent: { vi: 'Phần trăm, ghi cả dấu %, ví dụ 25%.', en: 'A per cent with its sign, for example 25%.' },
  dong: { vi: 'Số tiền đồng một tháng, ví dụ 12.000.000.', en: 'Đồng a month, for example 12,000,000.' },
};

const MORE: Readonly<Record<string, Words>> = {
  'leaving.route': {
    vi: '"Tự xác định": chương trình xét lần lượt các chính sách.',
    en: '"automatic": the first route whose conditions hold.',
  },
  'leaving.date': {
    vi: 'Ngày đầu tiên nghỉ hưu hoặc nghỉ thôi việc.',
    en: 'The first day of retirement or severance.',
  },
  'leaving.reorganisation': {
    vi: 'Ngày văn bản sắp xếp tổ chức có hiệu lực; từ đó tính 12 tháng.',
    en: 'The twelve months are counted from it.',
  },
  'leaving.impact': { vi: 'Để trống là trực tiếp.', en: 'Blank means direct.' },
  'leaving.blocked': { vi: 'Để trống là không.', en: 'Blank means none.' },
  'age.schedule': {
    vi: 'Để trống: theo nhóm đối tượng.',
    en: 'Blank: as usual for the group.',
  },
  'age.limit': {
    vi: 'Số năm; chỉ cho lực lượng vũ trang nghỉ theo hạn tuổi, nếu không ghi cấp bậc hàm.',
    en: 'Years; only for the armed forces, when no rank is given.',
  },
  'insurance.publicSector.years': {
    vi: 'Để trống: bằng tổng thời gian đóng BHXH.',
    en: 'Blank: all the insurance time.',
  },
  'insurance.countable.years': {
    vi: 'Thời gian chưa hưởng trợ cấp; để trống: bằng tổng thời gian đóng BHXH.',
    en: 'Time not yet paid out; blank: all the insurance time.',
  },
  law: {
    vi: 'Ví dụ nd154 hoặc nd178@2025-03-15; để trống: chương trình tự tìm chế độ áp dụng.',
    en: 'For example nd154 or nd178@2025-03-15; blank: the scheme that applies is found.',
  },
  'salary.scale': {
    vi: 'Thay cho hệ số lương: A1, A2.1, B ... cùng với bậc.',
    en: 'In place of the coefficient: A1, A2.1, B ... with the step.',
  },
  'salary.stepMonths': {
    vi: 'Chỉ ghi ở bậc cuối, để tính thâm niên vượt khung.',
    en: 'On the last step only, for over-frame seniority.',
  },
  'settled.scheme': {
    vi: 'Nếu đã hưởng chế độ trước đó: nd29, nd177 ...',
    en: 'Where the person was settled before: nd29, nd177 ...',
  },
  'insurance.pensionEligible': {
    vi: 'Để trống: chương trình tự xét theo thời gian đóng BHXH.',
    en: 'Blank: judged by the insurance time.',
  },
  'salary.coefficient': {
    vi: 'Ghi hệ số và các phụ cấp, hoặc chỉ lương hợp đồng, hoặc chỉ lương tháng hiện hưởng.',
    en: 'Give the coefficient with allowances, or only the contract salary, or only the monthly salary.',
  },
};

const EXAMPLES: Readonly<Record<string, readonly [string, string]>> = {
  id: ['VD1', 'VD2'],
  'person.name': ['Nguyễn Văn A', 'Trần Thị B'],
  'person.sex': ['male', 'female'],
  'person.birth': ['1966-01-15', '1972-03'],
  'person.group': ['civil-servant', 'public-employee'],
  'leaving.route': ['early-retirement', 'auto'],
  'leaving.date': ['2025-05-01', '2025-06-01'],
  'leaving.reorganisation': ['2025-03-01', '2025-03-01'],
  'leaving.decided': ['2025-04-20', '2025-05-15'],
  'leaving.impact': ['direct', ''],
  'leaving.voluntary': ['true', ''],
  'insurance.years': ['22', '28'],
  'insurance.months': ['0', '4'],
  'salary.coefficient': ['4.65', '4.98'],
  'salary.positionAllowance': ['0.6', ''],
  'salary.overFrame': ['', '5%'],
  'salary.publicService': ['25%', ''],
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
  const [first, second] = EXAMPLES[key.key] ?? ['', ''];
  const required = key.required === true;
  const must = required ? (lang === 'vi' ? 'Bắt buộc. ' : 'Required. ') : '';
  const more = MORE[key.key]?.[lang];
  return {
    key,
    heading: key.title[lang],
    required,
    note: `${must}${HOW[key.type][lang]}${more === undefined ? '' : ` ${more}`}`,
    ...(words ? { list: words.map(({ title }) => title[lang]) } : {}),
    examples: [say(first), say(second)],
  };
}
