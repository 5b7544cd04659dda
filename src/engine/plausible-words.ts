import type { Decimal } from '../base/decimal.ts';
import { decimalText, groupedDigits } from '../base/decimal.ts';
import type { Lang, Words } from '../base/text.ts';
import { caseKey, keyTitle } from '../case/keys.ts';
import { FINDINGS } from '../messages/findings.ts';
import { fill, type Params } from '../messages/issue.ts';
import type { FindingFound } from './derivation.ts';
import type { Beyond } from './plausible.ts';

/** What messages say of a value beyond the bounds: which bound, and what was probably meant (lối ra). */
export function beyondParams(found: Beyond, lang: Lang): Params {
  return {
    ...boundParams(found, lang),
    ...meant(found, lang),
    at: found.rule.provision.at,
    accept: caseKey('acceptImplausible')?.title[lang],
  };
}

/** That a value beyond the bounds was accepted (số liệu bất thường được chấp nhận). */
export function acceptedFinding(found: Beyond): FindingFound {
  const text = (lang: Lang): string => fill(FINDINGS['implausible-accepted'][lang], boundParams(found, lang));
  const words = { vi: text('vi'), en: text('en') };
  return { code: 'implausible-accepted', severity: 'warning', words, cites: found.rule.cites };
}

const BEYOND: Words = {
  vi: 'số liệu bất thường {value}[, mức cao nhất {most}][, mức thấp nhất {least}][, mức của luật {only}] ({what}).',
  en: 'an implausible value {value}[; the most is {most}][; the least is {least}][; the law knows {only} only] ({what}).',
};

/** What a value is beyond, where nothing is computed from it. */
export function beyondText(found: Beyond, lang: Lang): string {
  return fill(BEYOND[lang], boundParams(found, lang));
}

/** What is to be said of a value that may well be right but has to be looked at. */
export function doubtFinding({ rule: { provision, cites } }: Beyond): FindingFound | undefined {
  return provision.doubt && { code: provision.doubt.code, severity: 'warning', words: provision.doubt.message, cites };
}

function boundParams(found: Beyond, lang: Lang): Params {
  const { value, least, most, only } = found;
  const { title, of } = found.rule.provision;
  return {
    title: keyTitle(of)[lang],
    value: shown(found, value, lang),
    what: title[lang],
    least: least && value.lt(least) ? shown(found, least, lang) : undefined,
    most: most && value.gt(most) ? shown(found, most, lang) : undefined,
    only: only && shown(found, only, lang),
  };
}

const THOUSAND = 1000;
const MILLION = 1_000_000;
/** A decimal mark is lost by one place, two or three. */
const LOST_MARKS = [10, 100, 1000];

/** What was probably meant: another unit, or a decimal mark that was lost. */
function meant(found: Beyond, lang: Lang): Params {
  const { value, most, only } = found;
  const type = caseKey(found.rule.provision.of)?.type;
  const within = (other: Decimal): string | undefined => (fits(found, other) ? shown(found, other, lang) : undefined);
  if (type === 'dong') {
    const thousand = within(value.times(THOUSAND));
    return { thousand, million: thousand === undefined ? within(value.times(MILLION)) : undefined };
  }
  if (type === 'count' || type === 'day' || only) return {};
  if (!most || value.lte(most)) return {};
  // Nobody means a coefficient or a per cent of thousands.
  if (value.gte(most.times(THOUSAND))) return { money: caseKey('salary.monthly')?.title[lang] };
  const near = LOST_MARKS.map((by) => value.div(by)).find((other) => fits(found, other));
  return { near: near && within(near) };
}

function fits({ least, most }: Beyond, value: Decimal): boolean {
  return (least === undefined || value.gte(least)) && (most === undefined || value.lte(most));
}

/** A value in the unit of its key, as a reader of the language writes it. */
function shown({ rule }: Beyond, value: Decimal, lang: Lang): string {
  const type = caseKey(rule.provision.of)?.type;
  if (type === 'count' || type === 'day') return timeText(value.toNumber(), lang);
  if (type === 'percent') return `${number(value, lang)}%`;
  return type === 'dong' ? `${number(value, lang)} ${lang === 'vi' ? 'đồng' : 'VND'}` : number(value, lang);
}

const MARKS: Readonly<Record<Lang, { readonly groups: string; readonly decimal: string }>> = {
  vi: { groups: '.', decimal: ',' },
  en: { groups: ',', decimal: '.' },
};

function number(value: Decimal, lang: Lang): string {
  const [whole = '', fraction] = decimalText(value).split('.');
  const { groups, decimal } = MARKS[lang];
  return groupedDigits(whole, groups) + (fraction === undefined ? '' : decimal + fraction);
}

const MONTHS = 12;

function timeText(months: number, lang: Lang): string {
  const [years, odd] = [Math.floor(months / MONTHS), months % MONTHS];
  const count = (of: number, vi: string, en: string): string =>
    lang === 'vi' ? `${of} ${vi}` : `${of} ${en}${of === 1 ? '' : 's'}`;
  const parts = [
    odd === 0 || years > 0 ? count(years, 'năm', 'year') : '',
    odd > 0 ? count(odd, 'tháng', 'month') : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
