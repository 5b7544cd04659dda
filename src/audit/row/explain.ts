import { dayText } from '../../base/calendar.ts';
import { decimalText, unscaled, Decimal } from '../../base/decimal.ts';
import type { Lang } from '../../base/text.ts';
import { basisOf } from '../../explanation/context.ts';
import {
  formatDate,
  formatDifference,
  formatDuration,
  formatMoney,
  formatMonth,
  formatNumber,
} from '../../explanation/format.ts';
import type { Law } from '../../law/law.ts';
import type { Cite } from '../../law/version.ts';
import { QUANTITY_PLACES } from '../../law/vocabulary.ts';
import { monthsFormula } from '../../engine/result.ts';
import type { FormColumn } from '../../law/form.ts';
import { sayIn } from '../messages.ts';
import type { BenefitLine } from '../../engine/benefit/lines.ts';
import { partsOf, valueText, type Declared, type Value } from './values.ts';
import type { WorkedVariant } from './variants.ts';

/** What explanations look at. */
export interface Explaining {
  readonly law: Law;
  readonly lang: Lang;
}

/** Why a column has its computed value: the rule with its numbers and its legal basis. */
export function whyOf(column: FormColumn, { derivation }: WorkedVariant, { law, lang }: Explaining): string {
  const { gives } = column;
  const { measures, lines } = derivation;
  const say = sayIn(lang);
  if (!gives || 'sum' in gives || 'component' in gives) return '';
  if ('measure' in gives) return measureWhy(gives.measure, derivation, { law, lang });
  const nothing = derivation.findings.filter(({ severity }) => severity === 'error').map(({ words }) => words[lang]);
  if (derivation.outcome === 'nothing') return nothing.join(' ');
  if ('total' in gives) return '';
  const line = lines.find(({ benefit }) => benefit === gives.benefit);
  const empty = derivation.empties.find(({ benefit }) => benefit === gives.benefit);
  if (!line) return empty ? empty.rule.provision.message[lang] : '';
  const formula = `${say('Cách tính', 'Computed as')}: ${lineWhy(line, gives.part, lang)}.`;
  const window = gives.when?.window === undefined ? '' : windowWhy(measures, { lang });
  return [formula, window, basis(line.cites, { law, lang })].filter((text) => text !== '').join(' ');
}

/** The computation of a line, or of the part of it that a column shows, in numbers, with what a limit over the sum took off. */
function lineWhy(line: BenefitLine, part: 'fixed' | 'counted' | undefined, lang: Lang): string {
  const { row, terms, base, reduced, amount } = line;
  const own = part === undefined ? terms : terms.filter(({ per }) => (part === 'fixed') === (per === undefined));
  const formula = monthsFormula(own);
  const months = lang === 'vi' ? formula.replace(/(\d)\.(\d)/g, '$1,$2') : formula;
  const plain = row.provision.base === 'dong' ? months : `${months} × ${formatMoney(base, lang)}`;
  const less = reduced && part === undefined ? `${plain} − ${formatMoney(reduced.by, lang)}` : plain;
  return `${less} = ${formatMoney(part === undefined ? amount : partsOf(line)[part], lang)}`;
}

/** Where the leaving stands in its term, with the dates. */
export function windowWhy({ window }: WorkedVariant['derivation']['measures'], { lang }: { lang: Lang }): string {
  if (!window) return '';
  const { inside, months } = window.rule.provision;
  const [end, event] = [dayText(window.end), dayText(window.event)];
  const first = window.name === inside;
  return lang === 'vi'
    ? `Nghỉ ngày ${formatDate(event, lang)}, hạn ${months} tháng hết ngày ${formatDate(end, lang)}: ${first ? `trong ${months} tháng đầu` : `từ tháng thứ ${months + 1}`}.`
    : `Leaving on ${event}, the ${months} months end on ${end}: ${first ? `within the first ${months} months` : `from month ${months + 1} on`}.`;
}

function measureWhy(measure: string, derivation: WorkedVariant['derivation'], { law, lang }: Explaining): string {
  const say = sayIn(lang);
  const { measures, case: one } = derivation;
  if (measure === 'monthsEarly' && measures.retirement && measures.monthsEarly) {
    const { pensionStart, ageMonth } = measures.retirement;
    const left = formatMonth(one.leaving.date.slice(0, 7), lang);
    const text = say(
      `Đủ tuổi ${formatMonth(ageMonth, lang)}, hưởng lương hưu đúng tuổi từ ${formatMonth(pensionStart, lang)}; từ ${left}: ${measures.monthsEarly.value} tháng.`,
      `The age is reached in ${formatMonth(ageMonth, lang)}, the normal pension starts in ${formatMonth(pensionStart, lang)}; from ${left}: ${measures.monthsEarly.value} months.`,
    );
    return `${text} ${basis([...(measures.retirement.rule?.cites ?? []), ...measures.monthsEarly.rule.cites], { law, lang })}`;
  }
  const years =
    measure === 'yearsEarly' ? measures.yearsEarly : measure === 'serviceYears' ? measures.serviceYears : undefined;
  if (years) {
    const months = measure === 'yearsEarly' ? (measures.monthsEarly?.value ?? 0) : (measures.serviceYears?.months ?? 0);
    const rounded = formatNumber(unscaled(years.value, QUANTITY_PLACES), lang);
    const text = say(
      `${formatDuration(months, lang)} tính tròn ${rounded} năm.`,
      `${formatDuration(months, lang)} count as ${rounded} years.`,
    );
    return `${text} ${basis(years.rule.cites, { law, lang })}`;
  }
  if (measure === 'severanceMonths' && measures.severanceMonths)
    return basis(measures.severanceMonths.rule.cites, { law, lang });
  return '';
}

function basis(cites: readonly Cite[], { law, lang }: Explaining): string {
  const texts = basisOf(law, cites, lang).map(({ text }) => text);
  return texts.length === 0 ? '' : `${lang === 'vi' ? 'Căn cứ' : 'Basis'}: ${texts.join('; ')}.`;
}

/** A computed value for a reader. */
export function shownValue(value: Value, lang: Lang): string {
  if (value.kind === 'money') return formatMoney(value.amount, lang);
  return formatNumber(valueText(value), lang);
}

/** A declared value for a reader: money grouped, all else as it stands. */
export function shownDeclared(declared: Declared | undefined, text: string, lang: Lang): string {
  return declared?.kind === 'money' ? formatMoney(declared.amount, lang) : `"${text}"`;
}

/** A difference for a reader. */
export function shownDifference(declared: Declared | undefined, value: Value, lang: Lang): string | undefined {
  const text = differenceText(declared, value);
  return text === undefined ? undefined : formatDifference(new Decimal(text), lang);
}

/** Declared less computed as a plain decimal, where both are of one kind. */
export function differenceText(declared: Declared | undefined, value: Value): string | undefined {
  if (value.kind === 'money') {
    const amount = declared === undefined ? new Decimal(0) : declared.kind === 'money' ? declared.amount : undefined;
    return amount === undefined ? undefined : decimalText(amount.minus(value.amount));
  }
  if (declared === undefined || declared.kind === 'money') return undefined;
  if (value.kind === 'months') return declared.kind === 'months' ? String(declared.months - value.count) : undefined;
  return declared.kind === 'years' ? decimalText(declared.years.minus(new Decimal(value.years).div(100))) : undefined;
}
