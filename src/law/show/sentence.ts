import { formatDate, formatMoney, formatMonth, formatNumber } from '../../explanation/format.ts';
import { BASE_LABELS, FACT_LABELS } from '../../explanation/labels.ts';
import { roundingText } from '../../explanation/salary-steps.ts';
import type { Context } from '../../explanation/context.ts';
import type { BenefitProvision, Interval, Provision, Term } from '../provision.ts';
import type { LawReader } from './reader.ts';
import { otherContent } from './sentence-neighbours.ts';

/** Kinds whose own sentence tells the condition. */
const OWN_CONDITION: ReadonlySet<Provision['kind']> = new Set<Provision['kind']>([
  'benefit',
  'empty',
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
  const said = content(reader, provision);
  if (OWN_CONDITION.has(provision.kind)) return said;
  const when = reader.condition(provision.when);
  return when === '' ? said : `${said} (${reader.say('khi', 'where')} ${when})`;
}

function content(reader: LawReader, provision: Provision): string {
  return (
    statedContent(reader, provision) ??
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
        `Nhóm đối tượng: ${provision.title.vi}${provision.elsewhere === undefined ? '' : ` (theo chế độ ${provision.elsewhere})`}`,
        `Subject group: ${provision.title.en}${provision.elsewhere === undefined ? '' : ` (see scheme ${provision.elsewhere})`}`,
      );
    case 'subject':
      return `${reader.say('Đối tượng', 'Subjects')}: ${when}`;
    case 'exclusion':
    case 'notice':
      return `${provision.message[lang]} [${when}]`;
    case 'requirement': {
      const { notEntitled, ...condition } = provision.require;
      const needs = [
        reader.condition(condition),
        ...(notEntitled === undefined
          ? []
          : [`${reader.say('không đủ điều kiện', 'not entitled to')}: ${reader.name('route', notEntitled)}`]),
      ].filter((text) => text !== '');
      const whom = when === '' ? '' : ` [${when}]`;
      return `${reader.name('route', provision.route)}: ${reader.say('điều kiện', 'needs')} ${needs.join('; ')}${whom}`;
    }
    case 'class':
      return `${provision.title?.[lang] ?? `${provision.class} ${provision.value}`}: ${when}`;
    case 'benefit-title':
      return `${provision.title[lang]} (${reader.name('route', provision.route)})`;
    case 'benefit':
      return `${reader.name('benefit', provision.benefit)}: ${monthsText(reader, provision)} × ${BASE_LABELS[provision.base][lang]}${mostText(reader, provision)} [${when}]`;
    case 'empty': {
      const names = reader.names('benefit', provision.benefits);
      return `${names}: ${provision.message[lang]} [${when}]`;
    }
    case 'interpretation': {
      const options = provision.options.map((one) => `${one.option}: ${one.title[lang]} — ${one.source[lang]}`);
      return `${provision.question[lang]} ${options.join('; ')}. ${reader.say('Mặc định', 'Default')}: ${provision.default}`;
    }
    case 'top-up': {
      const { from, until } = provision.leavers;
      return `${provision.message[lang]} (${formatDate(from, lang)} – ${formatDate(until, lang)})`;
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
      const ages = provision.ages.map((row) => `${row.year}: ${row.male} / ${row.female}`).join('; ');
      const less =
        provision.lessMonths === undefined
          ? ''
          : reader.say(` trừ ${provision.lessMonths} tháng`, ` less ${provision.lessMonths} months`);
      return `${title} (${reader.say('nam / nữ, năm-tháng', 'men / women, years-months')}${less}): ${ages}`;
    }
    case 'age-limit':
      return `${title}: ${provision.limits.map((one) => `${one.ranks.join(', ')}: ${one.years}`).join('; ')}`;
    case 'months-early':
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
      const start =
        provision.starts === 'leaving.reorganisation'
          ? reader.say('ngày văn bản sắp xếp có hiệu lực', 'the day the reorganisation took effect')
          : formatDate(provision.starts, lang);
      const event =
        provision.event === 'leaving.date'
          ? reader.say('ngày nghỉ', 'the leaving date')
          : reader.say('ngày quyết định', 'the decision');
      return reader.say(
        `${title}: ${event} trong ${provision.months} tháng từ ${start}: ${reader.name('window', provision.inside)}; sau đó: ${reader.name('window', provision.outside)}`,
        `${title}: ${event} within ${provision.months} months from ${start}: ${reader.name('window', provision.inside)}; later: ${reader.name('window', provision.outside)}`,
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
        `${reader.names('component', provision.components)}: tính trên ${reader.names('component', provision.of)} (bảng lương ${provision.payTable.join(', ')})`,
        `${reader.names('component', provision.components)}: stand on ${reader.names('component', provision.of)} (pay table ${provision.payTable.join(', ')})`,
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

/** The months that a row pays: "5 + 0,5 × (số năm công tác − 20)", with its cap. */
export function monthsText(reader: LawReader, { terms, cap }: Pick<BenefitProvision, 'terms' | 'cap'>): string {
  const parts = terms.map((term) => termText(reader, term)).join(' + ');
  const sum = terms.length > 1 ? `(${parts})` : parts;
  return cap === undefined ? sum : `${sum}, ${reader.say('nhiều nhất', 'at most')} ${formatNumber(cap, reader.lang)}`;
}

function mostText(reader: LawReader, { most }: BenefitProvision): string {
  if (!most) return '';
  const months = formatNumber(most.months, reader.lang);
  return `, ${reader.say('nhiều nhất', 'at most')} ${months} × ${BASE_LABELS[most.base][reader.lang]}`;
}

function termText(reader: LawReader, { rate, per, above, upTo }: Term): string {
  const number = formatNumber(rate, reader.lang);
  if (per === undefined) return number;
  const label = FACT_LABELS[per][reader.lang];
  const part = above === undefined ? label : `(${label} − ${formatNumber(String(above), reader.lang)})`;
  const limit =
    upTo === undefined ? '' : ` (${reader.say('nhiều nhất', 'at most')} ${formatNumber(String(upTo), reader.lang)})`;
  return `${number} × ${part}${limit}`;
}

function interval(reader: LawReader, { atLeast, above, upTo, under }: Interval<number>): string {
  return [
    ...(atLeast === undefined ? [] : [`${reader.say('từ', 'from')} ${atLeast}`]),
    ...(above === undefined ? [] : [`${reader.say('trên', 'over')} ${above}`]),
    ...(upTo === undefined ? [] : [`${reader.say('đến', 'to')} ${upTo}`]),
    ...(under === undefined ? [] : [`${reader.say('dưới', 'under')} ${under}`]),
  ].join(' ');
}
