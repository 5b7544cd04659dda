import type {
  InterpretationProvision,
  MonthsEarlyProvision,
  Provision,
  RequirementProvision,
  RetirementAgeProvision,
} from '../../law/provision.ts';
import { formatDuration } from '../../explanation/format.ts';
import type { LawReader } from './reader.ts';

/** An age of the rule files (`60-03`) in words: "60 tuổi 3 tháng". */
export function ageText(reader: LawReader, age: string): string {
  const [years = '', months = '0'] = age.split('-');
  const rest = Number(months);
  const whole = reader.say(`${Number(years)} tuổi`, `${Number(years)} years`);
  return rest === 0 ? whole : `${whole} ${rest} ${reader.say('tháng', rest === 1 ? 'month' : 'months')}`;
}

/** A table of retirement ages: "2025: nam 61 tuổi 3 tháng, nữ 56 tuổi 8 tháng". */
export function agesText(reader: LawReader, { ages, lessMonths }: RetirementAgeProvision): string {
  const rows = ages.map(
    ({ year, male, female }) =>
      `${year}: ${reader.say('nam', 'men')} ${ageText(reader, male)}, ${reader.say('nữ', 'women')} ${ageText(reader, female)}`,
  );
  const less =
    lessMonths === undefined
      ? ''
      : reader.say(
          `thấp hơn ${formatDuration(lessMonths, 'vi')} so với các tuổi sau. `,
          `${formatDuration(lessMonths, 'en')} below the following ages. `,
        );
  return less + rows.join('; ');
}

/** How the months early are counted. */
export function earlyText(
  reader: LawReader,
  { leavingMonth, pensionStartsAfterMonths: after }: MonthsEarlyProvision,
): string {
  const counts = leavingMonth === 'counts';
  return reader.say(
    `đếm từ tháng nghỉ (${counts ? 'tính cả' : 'không tính'} tháng nghỉ) đến trước tháng hưởng lương hưu, là tháng thứ ${after} sau tháng đủ tuổi nghỉ hưu`,
    `counted from the month of leaving (${counts ? 'it counts' : 'it does not count'}) to the month before that of the pension, which is month ${after} after the month in which the age is reached`,
  );
}

/** An open question with its answers, the default last. */
function questionText(reader: LawReader, { question, options, default: usual }: InterpretationProvision): string {
  const { lang } = reader;
  const answers = options.map(({ option, title, source }, index) => {
    const first = option === usual ? reader.say(' (mặc định)', ' (the default)') : '';
    return `(${index + 1}) ${title[lang]}${first} – ${source[lang]}`;
  });
  return `${reader.say('Vấn đề chưa thống nhất', 'Open question')}: ${question[lang]} ${answers.join('; ')}`;
}

/** What a provision says where a reader of the law is told it in other words; undefined for other kinds. */
export function plainContent(reader: LawReader, provision: Provision): string | undefined {
  const { lang } = reader;
  const when = reader.condition(provision.when);
  switch (provision.kind) {
    case 'exclusion':
      // The message itself says what the person is not considered for.
      return reader.where(reader.message(provision.message), reader.condition(provision.when, ['blocked']));
    case 'notice':
      return reader.where(reader.say('Lưu ý khi lập hồ sơ: ', 'Mind: ') + reader.message(provision.message), when);
    case 'requirement':
      return requirementText(reader, provision, when);
    case 'class': {
      const { vi, en } = provision.title ?? { vi: '', en: '' };
      return vi === '' ? undefined : `${reader.say(`Trường hợp “${vi}”`, `The case “${en}”`)}: ${when}`;
    }
    case 'benefit-title': {
      const route = reader.name('route', provision.route);
      const of = reader.say(`Khoản hưởng của chính sách “${route}”`, `Benefits of “${route}”`);
      return `${of}: ${provision.title[lang]}`;
    }
    case 'interpretation':
      return questionText(reader, provision);
    default:
      return undefined;
  }
}

function requirementText(reader: LawReader, { require, route }: RequirementProvision, when: string): string {
  const { notEntitled, ...condition } = require;
  const other = notEntitled === undefined ? '' : reader.name('route', notEntitled);
  const needs = [
    reader.condition(condition),
    other === '' ? '' : reader.say(`không đủ điều kiện hưởng chính sách “${other}”`, `not entitled to “${other}”`),
  ].filter((text) => text !== '');
  const name = reader.name('route', route);
  const said = `${reader.say(`Điều kiện của chính sách “${name}”`, `“${name}” needs`)}: ${needs.join('; ')}`;
  return when === '' ? said : `${said}. ${reader.say('Áp dụng với', 'For')}: ${when}`;
}
