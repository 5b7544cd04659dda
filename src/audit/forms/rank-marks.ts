/** Signs for ranks: digits before one stroke (cấp úy) or two strokes (cấp tá). */
export const STROKE_RANKS: Readonly<Record<1 | 2, readonly string[]>> = {
  1: ['thiếu úy', 'trung úy', 'thượng úy', 'đại úy'],
  2: ['thiếu tá', 'trung tá', 'thượng tá', 'đại tá'],
};

/** Pay codes of officers: the number before the point. */
export const PAY_CODES: Readonly<Record<string, string>> = {
  '21': 'thiếu tá',
  '22': 'trung tá',
  '23': 'thượng tá',
  '24': 'đại tá',
};

/** Words that name a group instead of a rank, without diacritics. The first that is found counts. */
export const GROUP_WORDS: readonly (readonly [pattern: RegExp, groups: readonly string[]])[] = [
  [/\bcn ?[,&]? ?vcqp\b|\bcn va vcqp\b/, ['defence-worker', 'defence-employee']],
  [/\bcnqp\b|\bcong nhan quoc phong\b/, ['defence-worker']],
  [/\bvcqp\b|\bvien chuc quoc phong\b/, ['defence-employee']],
  [/\bco yeu\b/, ['cipher']],
  [/\b(hdld|ldhd|lao dong hop dong|hop dong lao dong)\b/, ['contract-worker']],
  [/\bcong chuc cap xa\b/, ['commune-civil-servant']],
  [/\bcan bo cap xa\b/, ['commune-cadre']],
  [/^cong chuc\b/, ['civil-servant']],
  [/^vien chuc\b/, ['public-employee']],
  [/^can bo\b/, ['cadre']],
];
