import { FACT_LABELS, LESS_LABELS } from '../../explanation/labels.ts';
import { formatNumber } from '../../explanation/format.ts';
import type { Provision } from '../../law/provision.ts';
import type { LawReader } from './reader.ts';

/** The content of a provision on service, salary rates, other schemes or the pension; undefined for other kinds. */
export function otherContent(reader: LawReader, provision: Provision): string | undefined {
  return timeContent(reader, provision) ?? rateContent(reader, provision) ?? pensionContent(reader, provision);
}

function timeContent(reader: LawReader, provision: Provision): string | undefined {
  const { lang } = reader;
  const title = provision.title?.[lang] ?? provision.kind;
  const when = reader.condition(provision.when);
  switch (provision.kind) {
    case 'months-past':
      return provision.since === 'pension'
        ? `${FACT_LABELS.monthsPast[lang]}: ${reader.say('đếm từ khi hưởng lương hưu, trợ cấp', 'counted since the pension or benefit is drawn')}`
        : `${FACT_LABELS.monthsPast[lang]}: ${reader.say('được tính', 'counted')}`;
    case 'work-time': {
      const names = {
        work: reader.say('thời gian ở chức danh không chuyên trách', 'time in the part-time post'),
        otherPosts: FACT_LABELS.otherPostsMonths[lang],
      };
      return `${FACT_LABELS.workMonths[lang]}: ${provision.of.map((part) => names[part]).join(' + ')}`;
    }
    case 'service-time': {
      const names = {
        countable: reader.say('thời gian chưa hưởng trợ cấp', 'time not yet paid out'),
        publicSector: reader.say('thời gian khu vực công', 'public-sector time'),
      };
      const least = provision.of.length > 1 ? reader.say(' (lấy thời gian ngắn hơn)', ' (the shorter)') : '';
      const off = (provision.less ?? []).map((part) => LESS_LABELS[part][lang]).join(', ');
      const less = off === '' ? '' : reader.say(`, trừ ${off}`, `, less ${off}`);
      return `${FACT_LABELS.serviceMonths[lang]}: ${provision.of.map((part) => names[part]).join(', ')}${least}${less}`;
    }
    case 'term-months':
      return `${title}: ${reader.say('ít nhất', 'at least')} ${provision.atLeastMonths} ${reader.say('tháng', 'months')}`;
    case 'waiting-months': {
      const counts = (how: 'counts' | 'dropped'): string =>
        how === 'counts' ? reader.say('được tính', 'counts') : reader.say('không tính', 'is dropped');
      return reader.say(
        `${title}: tháng nghỉ ${counts(provision.leavingMonth)}, tháng đủ tuổi ${counts(provision.ageMonth)}`,
        `${title}: the leaving month ${counts(provision.leavingMonth)}, the month of the age ${counts(provision.ageMonth)}`,
      );
    }
    case 'basis':
      return reader.where(`${reader.say('Căn cứ thêm', 'Further basis')}: ${title}`, when);
    case 'yield':
      return reader.where(`${yieldTo(reader, provision.to)}: ${reader.message(provision.message)}`, when);
    case 'raise':
      return reader.where(reader.message(provision.message), when);
    default:
      return undefined;
  }
}

function yieldTo(reader: LawReader, scheme: string): string {
  if (!reader.plain) return `${reader.say('Nhường cho', 'Gives way to')} ${scheme}`;
  const title = reader.name('scheme', scheme);
  return reader.say(`Áp dụng chế độ khác, “${title}”`, `Another scheme applies, “${title}”`);
}

function rateContent(reader: LawReader, provision: Provision): string | undefined {
  const { lang } = reader;
  const number = (value: string): string => formatNumber(value, lang);
  switch (provision.kind) {
    case 'pay-scale': {
      const { scale, title, first, increment, steps } = provision;
      return reader.say(
        `${title.vi}${reader.plain ? '' : ` (${scale})`}: bậc 1 hệ số ${number(first)}, mỗi bậc thêm ${number(increment)}, ${steps} bậc`,
        `${title.en}${reader.plain ? '' : ` (${scale})`}: step 1 ${number(first)}, each step adds ${number(increment)}, ${steps} steps`,
      );
    }
    case 'over-frame': {
      const { scale, afterMonths, percent, yearly } = provision;
      return reader.say(
        `${reader.plain ? 'Phụ cấp thâm niên vượt khung, các loại' : 'Thâm niên vượt khung'} (${scale.join(', ')}): sau ${afterMonths} tháng ở bậc cuối ${number(percent)} %, mỗi năm tiếp theo thêm ${number(yearly)} %`,
        `Over-frame seniority (${scale.join(', ')}): ${number(percent)} % after ${afterMonths} months on the last step, ${number(yearly)} % more each further year`,
      );
    }
    case 'component-rate': {
      const { component, payTable, percent, yearly, fromYears = 0 } = provision;
      const name = reader.name('component', component);
      const tables = payTables(reader, payTable);
      if (yearly === undefined) return `${name} (${tables}): ${number(percent ?? '0')} %`;
      return reader.say(
        `${name} (${tables}): mỗi năm ${number(yearly)} %, từ đủ ${fromYears} năm`,
        `${name} (${tables}): ${number(yearly)} % a year, from ${fromYears} years on`,
      );
    }
    default:
      return undefined;
  }
}

function pensionContent(reader: LawReader, provision: Provision): string | undefined {
  const { lang } = reader;
  const number = (value: string): string => formatNumber(value, lang);
  switch (provision.kind) {
    case 'pension-rate': {
      const { years, percent, yearly, most } = provision;
      return reader.say(
        `Lương hưu: ${years} năm đóng ${number(percent)} %, mỗi năm thêm ${number(yearly)} %, nhiều nhất ${number(most)} %`,
        `Pension: ${number(percent)} % at ${years} years, ${number(yearly)} % more each year, at most ${number(most)} %`,
      );
    }
    case 'pension-cut':
      return reader.say(
        `Mỗi năm nghỉ sớm trừ ${number(provision.yearly)} %`,
        `${number(provision.yearly)} % less for each year early`,
      );
    case 'pension-surplus':
      return reader.say(
        `Trợ cấp một lần: mỗi năm đóng trên ${provision.aboveYears} năm ${number(provision.rate)} tháng lương bình quân`,
        `One-off: ${number(provision.rate)} months of average salary for each year above ${provision.aboveYears}`,
      );
    default:
      return undefined;
  }
}

/** Pay tables by name. */
export function payTables(reader: LawReader, tables: readonly string[]): string {
  return reader.plain ? reader.names('payTable', tables) : tables.join(', ');
}
