import type { InterpretationProvision, MonthsEarlyProvision, RetirementAgeProvision } from '../../law/provision.ts';
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
export function questionText(
  reader: LawReader,
  { question, options, default: usual }: InterpretationProvision,
): string {
  const { lang } = reader;
  const answers = options.map(({ option, title, source }, index) => {
    const first = option === usual ? reader.say(' (mặc định)', ' (the default)') : '';
    return `(${index + 1}) ${title[lang]}${first} – ${source[lang]}`;
  });
  return `${reader.say('Vấn đề chưa thống nhất', 'Open question')}: ${question[lang]} ${answers.join('; ')}`;
}
