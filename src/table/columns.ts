import { LONGEST_HEADING, LONGEST_TYPED } from '../base/lengths.ts';
import { once } from '../base/memo.ts';
import { composed, nearest, unaccented } from '../base/text.ts';
import { CASE_KEYS, caseKey, type CaseKey } from '../case/keys.ts';
import { withoutHint } from './hints.ts';

/** Headings that number rows; they name the case only when nothing better does. */
const counters = once((): ReadonlySet<string> => new Set(['Số TT', 'STT', 'TT'].map(headingForm)));

/** Headings of the column that tells the unit of a person (đơn vị). */
export const UNIT_HEADINGS: readonly string[] = [
  'Đơn vị',
  'Cơ quan',
  'Cơ quan, đơn vị',
  'Tên đơn vị',
  'Đơn vị công tác',
  'unit',
];

/** The comparison form of a heading, as far as headings are read: no diacritics, no case, no punctuation. */
export function headingForm(heading: string): string {
  return unaccented(heading.slice(0, LONGEST_HEADING))
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}

/** What a heading says, and how surely: 0 the key itself, 1 its title, 2 an alias, 3 an abbreviation or a row counter. */
export interface HeadingMatch {
  readonly key: CaseKey;
  readonly rank: 0 | 1 | 2 | 3;
}

const byKey = new Map<string, CaseKey>(CASE_KEYS.map((key) => [key.key.toLowerCase(), key]));
const byForm = once((): ReadonlyMap<string, HeadingMatch> => {
  const found = new Map<string, HeadingMatch>();
  const note = (heading: string, key: CaseKey, rank: 1 | 2 | 3): void => {
    for (const form of [headingForm(heading), headingForm(withoutHint(heading))]) {
      if (form !== '' && !found.has(form)) found.set(form, { key, rank });
    }
  };
  for (const key of CASE_KEYS) {
    note(key.title.vi, key, 1);
    note(key.title.en, key, 1);
    for (const alias of key.aliases ?? []) note(alias, key, counters().has(headingForm(alias)) ? 3 : 2);
  }
  // A name of one key is never the abbreviation of another.
  for (const key of CASE_KEYS) for (const short of key.shorts ?? []) note(short, key, 3);
  return found;
});

/** The key that a heading names, by the contract's key or by a name for people. */
export function matchHeading(heading: string): HeadingMatch | undefined {
  if (heading.length > LONGEST_HEADING) return undefined;
  const text = composed(heading).trim();
  const key = byKey.get(text.toLowerCase());
  if (key) return { key, rank: 0 };
  return byForm().get(headingForm(text)) ?? byForm().get(headingForm(withoutHint(text))) ?? withoutFillers(text);
}

/** What headings add to the name of what stands below and that says nothing more; spelled as headings are compared. */
const FILLERS =
  /(?:^| )(?:(?:hien|dang|hien dang) (?:huong|giu|xep)|hien (?:tai|nay|hh)|hh|theo (?:ngach bac|ngach|bang luong|quy dinh)|ngach bac|(?:tinh )?(?:den|tai) (?:thoi diem nghi(?: huu| viec)?|khi nghi))(?= |$)/g;
/** Words before a per cent: "% công vụ", "Tỷ lệ phụ cấp công vụ". */
const RATE = /^(?:muc huong |ty le |ti le )?(?:% |phan tram )|^(?:ty le|ti le) /;

/** A known name among words that say nothing more ("Hệ số lương đang hưởng", "% công vụ"). */
function withoutFillers(text: string): HeadingMatch | undefined {
  const form = headingForm(withoutHint(text));
  const found = byForm().get(form.replace(FILLERS, '').trim());
  if (found) return { key: found.key, rank: 3 };
  const rate = RATE.test(form) ? byForm().get(form.replace(RATE, '').replace(FILLERS, '').trim()) : undefined;
  return rate?.key.type === 'percent' ? { key: rate.key, rank: 3 } : undefined;
}

/** Names of the whole insurance time, as group headings over its years and months give it. */
const insuranceGroups = once(
  (): ReadonlySet<string> =>
    new Set(
      [
        'BHXH',
        'Bảo hiểm xã hội',
        'Thời gian BHXH',
        'Thời gian đóng BHXH',
        'Thời gian đóng BHXH bắt buộc',
        'Thời gian đóng bảo hiểm xã hội',
        'Thời gian tham gia BHXH',
        'Thời gian công tác có đóng BHXH',
        'Đóng BHXH',
      ].map(headingForm),
    ),
);

/** What a sub-heading of years or months says under a group heading: "Thời gian đóng BHXH", "Số tháng". */
export function matchPart(group: string, part: string): HeadingMatch | undefined {
  const unit = /^(?:so )?(nam|thang|years?|months?)(?: le)?$/.exec(headingForm(part))?.[1];
  if (unit === undefined) return undefined;
  const years = insuranceGroups().has(headingForm(withoutHint(group)))
    ? 'insurance.years'
    : matchHeading(group)?.key.key;
  if (years?.endsWith('.years') !== true) return undefined;
  const key = caseKey(/^[ny]/.test(unit) ? years : years.replace(/years$/, 'months'));
  return key && { key, rank: 2 };
}

/** Whether a sub-heading is a bare "Hệ số", of which the heading above it says of what. */
export function isBareCoefficient(sub: string): boolean {
  return headingForm(withoutHint(sub)) === headingForm('Hệ số');
}

/** What a bare "Hệ số" is of: what the heading above names where that is one; the salary under a heading of the salary. */
export function matchCoefficient(group: string, sub: string): HeadingMatch | undefined {
  if (!isBareCoefficient(sub)) return undefined;
  const above = matchHeading(group);
  if (above?.key.type === 'decimal') return { key: above.key, rank: 2 };
  const words = headingForm(group).split(' ');
  const key = words.includes('luong') && !words.includes('hop') ? caseKey('salary.coefficient') : undefined;
  return key && { key, rank: 3 };
}

/** Whether a heading only numbers the rows. */
export function isCounter(heading: string): boolean {
  return counters().has(headingForm(heading));
}

const DOTTED = /^[\p{L}_]+(\.[\p{L}_]+)+$/u;
const PARTS: ReadonlySet<string> = new Set(CASE_KEYS.flatMap(({ key }) => key.split('.').slice(0, -1).slice(0, 1)));

/** Whether a heading has the form of a key of the contract, though it may be none: `salary.positionAlowance`. */
export function looksLikeKey(heading: string): boolean {
  if (heading.length > LONGEST_TYPED) return false;
  const text = composed(heading).trim();
  const [part = ''] = text.split('.');
  return DOTTED.test(text) && (PARTS.has(part.toLowerCase()) || nearest(text, byKey.keys()) !== undefined);
}
