import type { Words } from '../base/text.ts';

/** A word of an enumeration: how the contract writes it, its name in a cell, and other ways people write it. */
export interface Word {
  readonly word: string;
  readonly title: Words;
  /** What a sentence calls it, where the name in a cell is shorter. */
  readonly said?: Words;
  readonly others: readonly string[];
}

/** The words of the enumerations that do not depend on the law, by the key of the case. */
export const CASE_WORDS: Readonly<Record<string, readonly Word[]>> = {
  'person.sex': [
    { word: 'male', title: { vi: 'nam', en: 'male' }, others: ['M', 'ông', 'nam giới', 'trai'] },
    { word: 'female', title: { vi: 'nữ', en: 'female' }, others: ['F', 'bà', 'nữ giới', 'gái'] },
  ],
  'leaving.impact': [
    {
      word: 'direct',
      title: { vi: 'trực tiếp', en: 'direct' },
      said: { vi: 'chịu tác động trực tiếp', en: 'directly affected' },
      others: ['tác động trực tiếp', 'bị tác động trực tiếp'],
    },
    {
      word: 'indirect',
      title: { vi: 'gián tiếp', en: 'indirect' },
      said: { vi: 'không chịu tác động trực tiếp', en: 'not directly affected' },
      others: ['tác động gián tiếp', 'chịu tác động gián tiếp', 'không trực tiếp'],
    },
    {
      word: 're-election',
      title: { vi: 'không tái cử', en: 'not re-elected' },
      said: { vi: 'không đủ tuổi tái cử, tái bổ nhiệm', en: 'too old for re-election' },
      others: ['không đủ tuổi tái cử', 'không đủ điều kiện tái cử', 'không đủ điều kiện về tuổi tái cử'],
    },
  ],
  'leaving.blocked': [
    { word: 'none', title: { vi: 'không', en: 'none' }, others: ['không có', 'no', '0'] },
    {
      word: 'pregnancy-or-small-child',
      title: { vi: 'mang thai hoặc nuôi con nhỏ', en: 'pregnancy or small child' },
      said: { vi: 'mang thai, thai sản, nuôi con nhỏ', en: 'pregnancy, maternity or a small child' },
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
      said: { vi: 'đang xem xét kỷ luật, truy cứu, thanh tra', en: 'discipline, prosecution or inspection' },
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
      said: { vi: 'điều kiện lao động bình thường', en: 'normal' },
      others: ['Phụ lục I', 'PL I', 'điều kiện bình thường'],
    },
    { word: 'reduced', title: { vi: 'thấp hơn', en: 'reduced' }, others: ['Phụ lục II', 'PL II', 'tuổi thấp hơn'] },
    {
      word: 'limit',
      title: { vi: 'hạn tuổi', en: 'age limit' },
      said: { vi: 'hạn tuổi phục vụ', en: 'service age limit' },
      others: ['hạn tuổi cao nhất'],
    },
  ],
};

/** The words of truth values. */
export const FLAG_WORDS: readonly Word[] = [
  { word: 'true', title: { vi: 'có', en: 'yes' }, others: ['x', 'đúng', 'true', '1', 'y', 'đủ'] },
  { word: 'false', title: { vi: 'không', en: 'no' }, others: ['sai', 'false', '0', 'n', 'chưa', 'không đủ'] },
];

/** The route of a case that names none. */
export const AUTO_ROUTE: Word = {
  word: 'auto',
  title: { vi: 'tự xác định', en: 'automatic' },
  others: ['tự động', 'chưa rõ'],
};
