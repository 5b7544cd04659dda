import { formatDate, formatMoney, formatMonth, formatNumber } from '../../explanation/format.ts';
import { roundingText } from '../../explanation/salary-steps.ts';
import type { Context } from '../../explanation/context.ts';
import { clockSide } from '../../law/clock-words.ts';
import { startsOfClock } from '../../engine/measure/window.ts';
import type { ClockStart, Interval, LimitAge, Provision, RankLimit } from '../../law/provision.ts';
import type { LawReader } from './reader.ts';
import { benefitContent } from './sentence-benefits.ts';
import { ageText, agesText, earlyText, plainContent } from './plain-sentence.ts';
import { otherContent, payTables } from './sentence-neighbours.ts';
import { paperOrder } from './plain-words.ts';
import { plausibleContent } from './sentence-plausible.ts';

/** Kinds whose own sentence tells the condition. */
const OWN_CONDITION: ReadonlySet<Provision['kind']> = new Set<Provision['kind']>([
  'benefit',
  'empty',
  'total-limit',
  'class',
  'subject',
  'exclusion',
  'notice',
  'requirement',
  'yield',
  'raise',
]);

/** What a provision says, as one sentence of the language. */
export function sentence(reader: LawReader, provision: Provision): string {
  const said = withCondition(reader, provision);
  return reader.plain ? capitalised(paperOrder(said, reader.lang)) : said;
}

/** A sentence with its capital letter. */
function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function withCondition(reader: LawReader, provision: Provision): string {
  const said = content(reader, provision);
  if (OWN_CONDITION.has(provision.kind)) return said;
  const when = reader.condition(provision.when);
  if (when === '') return said;
  return reader.plain ? reader.where(said, when) : `${said} (${reader.say('khi', 'where')} ${when})`;
}

function content(reader: LawReader, provision: Provision): string {
  return (
    (reader.plain ? plainContent(reader, provision) : undefined) ??
    statedContent(reader, provision) ??
    benefitContent(reader, provision) ??
    measuredContent(reader, provision) ??
    salaryContent(reader, provision) ??
    otherContent(reader, provision) ??
    provision.id
  );
}

function statedContent(reader: LawReader, provision: Provision): string | undefined {
  const { lang } = reader;
  const when = reader.condition(provision.when);
  switch (provision.kind) {
    case 'group':
      return reader.say(
        `Nhóm đối tượng: ${provision.title.vi}${provision.elsewhere === undefined ? '' : ` (theo chế độ ${elsewhere(reader, provision.elsewhere)})`}`,
        `Subject group: ${provision.title.en}${provision.elsewhere === undefined ? '' : ` (see scheme ${elsewhere(reader, provision.elsewhere)})`}`,
      );
    case 'subject':
      return `${reader.say('Đối tượng', 'Subjects')}: ${when}`;
    case 'exclusion':
    case 'notice':
      return reader.where(reader.message(provision.message), when);
    case 'requirement': {
      const { notEntitled, ...condition } = provision.require;
      const needs = [
        reader.condition(condition),
        ...(notEntitled === undefined
          ? []
          : [`${reader.say('không đủ điều kiện', 'not entitled to')}: ${reader.name('route', notEntitled)}`]),
      ].filter((text) => text !== '');
      const said = `${reader.name('route', provision.route)}: ${reader.say('điều kiện', 'needs')} ${needs.join('; ')}`;
      return when === '' ? said : reader.where(said, when);
    }
    case 'class':
      return `${provision.title?.[lang] ?? `${provision.class} ${provision.value}`}: ${when}`;
    case 'benefit-title':
      return `${provision.title[lang]} (${reader.name('route', provision.route)})`;
    case 'interpretation': {
      const options = provision.options.map((one) => `${one.option}: ${one.title[lang]} — ${one.source[lang]}`);
      return `${provision.question[lang]} ${options.join('; ')}. ${reader.say('Mặc định', 'Default')}: ${provision.default}`;
    }
    case 'plausible':
      return plausibleContent(reader, provision);
    case 'top-up': {
      const { from, until } = provision.leavers;
      return `${reader.message(provision.message)} (${formatDate(from, lang)} – ${formatDate(until, lang)})`;
    }
    default:
      return undefined;
  }
}

function measuredContent(reader: LawReader, provision: Provision): string | undefined {
  const { lang } = reader;
  const title = provision.title?.[lang] ?? provision.kind;
  switch (provision.kind) {
    case 'pension-time':
    case 'severance-months': {
      const months = provision.kind === 'pension-time' ? provision.months : provision.upToMonths;
      const least =
        provision.kind === 'pension-time' ? reader.say('từ đủ', 'at least') : reader.say('nhiều nhất', 'at most');
      return `${title}: ${least} ${months} ${reader.say('tháng', 'months')}`;
    }
    case 'retirement-age': {
      if (reader.plain) return `${title}: ${agesText(reader, provision)}`;
      const ages = provision.ages.map((row) => `${row.year}: ${row.male} / ${row.female}`).join('; ');
      const less =
        provision.lessMonths === undefined
          ? ''
          : reader.say(` trừ ${provision.lessMonths} tháng`, ` less ${provision.lessMonths} months`);
      return `${title} (${reader.say('nam / nữ, năm-tháng', 'men / women, years-months')}${less}): ${ages}`;
    }
    case 'age-limit':
      return `${title}: ${provision.limits.map((row) => limitSentence(reader, row)).join('; ')}`;
    case 'months-early':
      if (reader.plain) return `${title}: ${earlyText(reader, provision)}`;
      return reader.say(
        `${title}: đến tháng thứ ${provision.pensionStartsAfterMonths} sau tháng đủ tuổi, tháng nghỉ ${provision.leavingMonth === 'counts' ? 'được tính' : 'không tính'}`,
        `${title}: to month ${provision.pensionStartsAfterMonths} after the age is reached; the leaving month ${provision.leavingMonth === 'counts' ? 'counts' : 'is dropped'}`,
      );
    case 'odd-months': {
      const bands = provision.bands.map(
        (band) =>
          `${interval(reader, band)} ${reader.say('tháng lẻ', 'odd months')}: ${formatNumber(band.years, lang)} ${reader.say('năm', 'year')}`,
      );
      return `${title}: ${bands.join('; ')}`;
    }
    case 'clock': {
      const start = startText(reader, provision.starts);
      const event =
        provision.event === 'leaving.date'
          ? reader.say('ngày nghỉ', 'the leaving date')
          : reader.say('ngày quyết định', 'the decision');
      const [inside, outside] = [provision.inside, provision.outside].map(
        (word) => clockSide([provision], word)?.[lang] ?? word,
      );
      if (reader.plain)
        return reader.say(
          `${title}: nếu ${event} trong vòng ${provision.months} tháng kể từ ${dayFrom(provision.starts)}${start} thì là “${inside}”, sau đó là “${outside}”`,
          `${title}: if ${event} is within ${provision.months} months from ${start}, it counts as “${inside}”, later as “${outside}”`,
        );
      return reader.say(
        `${title}: ${event} trong ${provision.months} tháng từ ${start}: ${inside}; sau đó: ${outside}`,
        `${title}: ${event} within ${provision.months} months from ${start}: ${inside}; later: ${outside}`,
      );
    }
    case 'term-end':
      return title;
    default:
      return undefined;
  }
}

function salaryContent(reader: LawReader, provision: Provision): string | undefined {
  const { lang } = reader;
  const title = provision.title?.[lang] ?? provision.kind;
  switch (provision.kind) {
    case 'base-salary':
      return `${title}: ${formatMoney(provision.amount, lang)} ${reader.say('từ', 'from')} ${formatMonth(provision.since, lang)}`;
    case 'base-salary-month':
      return title;
    case 'component': {
      const units = { coefficient: reader.say('hệ số', 'coefficient'), percent: '%', dong: reader.say('đồng', 'VND') };
      return `${reader.say('Thành phần tiền lương', 'Salary component')}: ${provision.title[lang]} (${units[provision.unit]})`;
    }
    case 'percent-base':
      return reader.say(
        `${reader.names('component', provision.components)}: tính trên ${reader.names('component', provision.of)} (${reader.plain ? '' : 'bảng lương '}${payTables(reader, provision.payTable)})`,
        `${reader.names('component', provision.components)}: stand on ${reader.names('component', provision.of)} (${reader.plain ? '' : 'pay table '}${payTables(reader, provision.payTable)})`,
      );
    case 'rounding': {
      const of =
        provision.of === 'component'
          ? reader.say('Từng thành phần tiền lương', 'Each salary component')
          : reader.say('Từng khoản trợ cấp', 'Each benefit line');
      const context = { lang, say: (vi: string, en: string) => reader.say(vi, en) } as Context;
      return `${of}: ${roundingText(context, provision)}`;
    }
    default:
      return undefined;
  }
}

function dayFrom(starts: ClockStart): string {
  return typeof starts === 'string' && starts !== 'leaving.reorganisation' ? 'ngày ' : '';
}

function elsewhere(reader: LawReader, scheme: string): string {
  return reader.plain ? `“${reader.name('scheme', scheme)}”` : scheme;
}

/** When a term begins, in words. */
function startText(reader: LawReader, starts: ClockStart): string {
  const texts = startsOfClock(starts).map((one) =>
    one === 'leaving.reorganisation'
      ? reader.say('ngày văn bản sắp xếp có hiệu lực', 'the day the reorganisation took effect')
      : formatDate(one, reader.lang),
  );
  if (typeof starts === 'string') return texts.join();
  return `${reader.say('ngày muộn hơn giữa', 'the later of')} ${texts.join(reader.say(' và ', ' and '))}`;
}

function interval(reader: LawReader, { atLeast, above, upTo, under }: Interval<number>): string {
  return [
    ...(atLeast === undefined ? [] : [`${reader.say('từ', 'from')} ${atLeast}`]),
    ...(above === undefined ? [] : [`${reader.say('trên', 'over')} ${above}`]),
    ...(upTo === undefined ? [] : [`${reader.say('đến', 'to')} ${upTo}`]),
    ...(under === undefined ? [] : [`${reader.say('dưới', 'under')} ${under}`]),
  ].join(' ');
}

/** The limit of some ranks: one age, or one for men and one for women. */
function limitSentence(reader: LawReader, { ranks, male, female }: RankLimit): string {
  const who = ranks === undefined ? '' : `${ranks.join(', ')}: `;
  const [men, women] = [limitAge(reader, male), limitAge(reader, female)];
  return who + (men === women ? men : `${reader.say('nam', 'men')} ${men}, ${reader.say('nữ', 'women')} ${women}`);
}

function limitAge(reader: LawReader, limit: LimitAge): string {
  if (typeof limit === 'string') return reader.plain ? ageText(reader, limit) : limit;
  if ('schedule' in limit) {
    if (reader.plain) {
      const table = reader.name('schedule', limit.schedule);
      const most =
        limit.upTo === undefined ? '' : `, ${reader.say('nhiều nhất', 'at most')} ${ageText(reader, limit.upTo)}`;
      return `${reader.say('theo bảng tuổi nghỉ hưu', 'by the table of retirement ages')}: ${table}${most}`;
    }
    const most = limit.upTo === undefined ? '' : reader.say(`, nhiều nhất ${limit.upTo}`, `, at most ${limit.upTo}`);
    return reader.say('theo bảng tuổi nghỉ hưu', 'by the table of retirement ages') + ` (${limit.schedule}${most})`;
  }
  return limit.map(({ year, age }) => `${year}: ${reader.plain ? ageText(reader, age) : age}`).join(', ');
}
