import { LONGEST_HEADING } from '../base/lengths.ts';
import { folded, unaccented, type Words } from '../base/text.ts';
import type { CaseKey } from '../case/keys.ts';

/** What the numbers or dates of a column are read in. */
type Measure = 'dong' | 'coefficient' | 'percent' | 'years' | 'months' | 'number' | 'date' | 'words';

/** What a hint may say about the numbers or dates below it. */
type Sign =
  'scale' | 'money' | 'foreign' | 'other-period' | 'percent' | 'coefficient' | 'years' | 'months' | 'days' | 'calendar';

const READ_IN: Readonly<Record<Measure, Words>> = {
  dong: { vi: 'theo đồng', en: 'in đồng' },
  coefficient: { vi: 'là hệ số', en: 'as a coefficient' },
  percent: { vi: 'theo phần trăm (25% hoặc 0,25)', en: 'in per cent (25% or 0.25)' },
  years: { vi: 'theo số năm', en: 'in years' },
  months: { vi: 'theo số tháng', en: 'in months' },
  number: { vi: 'là số nguyên', en: 'as a whole number' },
  date: { vi: 'theo ngày/tháng/năm dương lịch', en: 'as day/month/year of the solar calendar' },
  words: { vi: 'là chữ', en: 'as text' },
};

const CONTRADICTS: Readonly<Record<Measure, readonly Sign[]>> = {
  dong: ['scale', 'foreign', 'percent', 'coefficient', 'other-period'],
  coefficient: ['scale', 'foreign', 'money', 'percent', 'years', 'months', 'days'],
  percent: ['scale', 'foreign', 'money', 'coefficient', 'years', 'months', 'days'],
  years: ['scale', 'foreign', 'money', 'percent', 'coefficient', 'months', 'days'],
  months: ['scale', 'foreign', 'money', 'percent', 'coefficient', 'years', 'days'],
  number: ['scale', 'foreign', 'money', 'percent', 'coefficient'],
  date: ['calendar'],
  words: [],
};

function measureOf({ key, type }: CaseKey): Measure {
  switch (type) {
    case 'dong':
    case 'percent':
      return type;
    case 'age':
      return 'years';
    case 'decimal':
      return 'coefficient';
    case 'day':
    case 'birth':
      return 'date';
    case 'count':
      return key.endsWith('.years') ? 'years' : /months$/i.test(key) ? 'months' : 'number';
    default:
      return 'words';
  }
}

/** What the cells under a key are read in, for messages. */
export function readIn(key: CaseKey): Words {
  return READ_IN[measureOf(key)];
}

const BRACKETS = /\(([^()]*)\)|\[([^[\]]*)\]/g;

/** A heading without what stands in brackets or after a star: "Ngày sinh (dd/mm/yyyy) *". */
export function withoutHint(heading: string): string {
  return heading.slice(0, LONGEST_HEADING).replace(/\([^()]*\)|\[[^[\]]*\]|\*/g, ' ');
}

/** What stands in brackets in a heading. */
export function hintsOf(heading: string): string[] {
  return [...heading.slice(0, LONGEST_HEADING).matchAll(BRACKETS)].map(([, round, square]) =>
    (round ?? square ?? '').trim(),
  );
}

/** The hint that names another unit, order or calendar than the one the column is read in. */
export function contradicting(key: CaseKey, hints: readonly string[]): string | undefined {
  const against = CONTRADICTS[measureOf(key)];
  return hints.find(
    (hint) =>
      !(key.key.endsWith('.years') && saysYearsAndMonths(hint)) &&
      signsOf(hint, key).some((sign) => against.includes(sign)),
  );
}

/** Whether a hint says that a time below it is written as years and months: "năm-tháng", "số năm, tháng". */
export function saysYearsAndMonths(hint: string): boolean {
  const words = unaccented(hint)
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return /^(?:(?:ghi|so|theo|tinh) )*(?:nam|years?|yy)(?: (?:va|and))?(?: so)? (?:thang|months?|mm)(?: le)?$/.test(
    words,
  );
}

/** Whether a hint says that amounts below it are counted in thousands, millions or more. */
export function isScaled(hint: string): boolean {
  return scaled(unaccented(hint), folded(hint));
}

/** Whether a sub-heading says nothing but the unit or the form of what a key holds: "đồng", "%", "ngày, tháng, năm". */
export function isUnit(text: string, { type }: CaseKey): boolean {
  if (type === 'birth' || type === 'day') {
    return /^(?:ngày|tháng|năm|sinh|d{1,2}|m{1,2}|y{4}|[\s,/.-])+$/.test(folded(text));
  }
  const plain = bare(unaccented(text));
  return /^(%|phan tram|he so|hs|(so )?(nam|thang|ngay)( le)?|((nghin|ngan|trieu|ty) )?(dong|d|vnd))$/.test(plain);
}

function signsOf(hint: string, key: CaseKey): Sign[] {
  const plain = unaccented(hint);
  const accented = folded(hint);
  const alone = bare(plain);
  const signs: Sign[] = [];
  const add = (sign: Sign, is: boolean): void => void (is && signs.push(sign));
  add('scale', scaled(plain, accented));
  add('money', saysMoney(accented));
  add('foreign', /\$|\busd\b|\beur\b|do la/.test(plain));
  add(
    'other-period',
    key.key.startsWith('salary.') && /(\/\s*|\bmoi\s+|\bmot\s+)(nam|ngay|gio|quy|year|day|hour)\b/.test(plain),
  );
  add('percent', /^(ty le |ti le )?(%|phan tram|per ?cent)/.test(alone));
  add('coefficient', /^(he so|hs|coefficient)$/.test(alone));
  const words = alone.split(/[\s,;/+&-]+/).filter((word) => word !== '' && !FILLERS.has(word));
  const units = words.map((word) => /^(nam|thang|ngay|years?|months?|days?)$/.exec(word)?.[1]);
  if (units.length > 0 && units.every((unit) => unit !== undefined)) {
    add(
      'years',
      units.some((unit) => /^(nam|year)/.test(unit)),
    );
    add(
      'months',
      units.some((unit) => /^(thang|month)/.test(unit)),
    );
    add(
      'days',
      units.some((unit) => /^(ngay|day)/.test(unit)),
    );
  }
  add('calendar', otherCalendar(plain));
  return signs;
}

const FILLERS: ReadonlySet<string> = new Set(['so', 'tong', 'le', 'va', 'and', 'of', 'number']);

/** A hint without the words that only announce a unit. */
function bare(plain: string): string {
  const unit = plain.replace(
    /^[\s:.,-]*(?:don vi tinh|don vi|dvt|dv|unit|tinh bang|tinh theo|theo|bang|in)\b[\s:.,-]*/,
    '',
  );
  let end = unit.length;
  while (end > 0 && ' :.'.includes(unit.charAt(end - 1))) end--;
  return unit.slice(0, end).trim();
}

const SCALES: ReadonlySet<string> = new Set(['1000', '1000000', '1000000000']);
const NUMBER = /\d[\d.,\s]*\d|\d/g;

function scaled(plain: string, accented: string): boolean {
  const numbers = plain.match(NUMBER) ?? [];
  if (numbers.some((number) => SCALES.has(number.replace(/\D/g, '')))) return true;
  if (/10\s*\^\s*[3-9]|10[³⁶⁹]/.test(accented)) return true;
  const words = withoutAmounts(plain);
  if (/\b(nghin|ngan|trieu|thousands?|millions?|billions?)\b/.test(words)) return true;
  return /^(k|tr|ty|ti|trd)\b(?! le)/.test(bare(words)) || /\bt[yi] dong\b/.test(words);
}

/** Amounts inside of a hint ("2,34 triệu đồng") are no units. */
function withoutAmounts(text: string): string {
  return text.replace(
    /\d[\d.,\s]*(?:(?:nghin|nghìn|ngan|ngàn|trieu|triệu|ty|tỷ) ?)?(?:(dong|đồng|vnd|vnđ|d|đ)(?!\p{L}))?/gu,
    (amount, currency?: string) => (currency === undefined ? amount : ' '),
  );
}

/** "đồng" is money, but not in "hợp đồng", "lao động". */
function saysMoney(accented: string): boolean {
  const words = withoutAmounts(accented).replace(/h[ợo]p đ?d?[ồo]ng/g, ' ');
  if (/(?<!\p{L})(đồng|đ|₫|vnđ|vnd|tiền|số tiền)(?!\p{L})/u.test(words)) return true;
  return /^(so tien|tien|dong|vn dong)$/.test(bare(unaccented(words)));
}

/** Month before day, or the lunar calendar (âm lịch). */
function otherCalendar(hint: string): boolean {
  const plain = hint.replace(/(y{4}|nam|year)[\s,/.-]*(m{1,2}|thang|month)[\s,/.-]*(d{1,2}|ngay|day)(?![a-z])/g, ' ');
  return (
    /(^|[^a-z])(m{1,2}|th|thang|month)[\s,/.-]*(d{1,2}|ng|ngay|day)([^a-z]|y|$)/.test(plain) ||
    /(y{2,4}|nam|year)[\s,/.-]*(d{1,2}|ngay|day)[\s,/.-]*(m{1,2}|thang|month)([^a-z]|$)/.test(plain) ||
    /am lich|lunar|kieu my\b|\bus\b/.test(plain)
  );
}
