import type { Lang } from '../base/text.ts';
import { isYears, type QuantityName } from '../law/vocabulary.ts';
import { QUANTITY } from '../engine/measure/quantities.ts';
import { MEASURE_NAMES, type Result, type ResultMeasures } from '../engine/result.ts';
import { amountInWords } from '../explanation/amount-in-words.ts';
import { formatCount, formatMoney, formatMonth, formatNumber } from '../explanation/format.ts';
import { MEASURE_TITLES, wordLabel } from '../explanation/labels.ts';
import { builtinLaw } from '../law/builtin.ts';
import { windowTitle } from '../law/clock-words.ts';
import type { Law } from '../law/law.ts';
import type { LawVersion } from '../law/version.ts';
import { demandOptions, LANG, LAW, type OptionsOf } from '../messages/options.ts';
import { labelOf } from './labels.ts';

/** A value under its name: the machine word, its title, the value as a result holds it, and as a reader expects it. */
export interface LabelledValue {
  readonly word: string;
  readonly title: string;
  readonly value: string;
  readonly text: string;
}

/** A benefit line under its name (khoản được hưởng). */
export interface LabelledBenefit extends LabelledValue {
  /** How many months of the base, for a reader. */
  readonly months: string;
}

/** A result with the names of all it holds, in one language: what a screen or a pay slip shows. */
export interface LabelledResult {
  readonly outcome: LabelledValue;
  readonly scheme: LabelledValue;
  /** Absent where no route pays. */
  readonly route?: LabelledValue;
  readonly measures: readonly LabelledValue[];
  readonly salary: readonly LabelledValue[];
  readonly benefits: readonly LabelledBenefit[];
  readonly total: LabelledValue;
  /** Bằng chữ; absent where nothing is paid. */
  readonly totalInWords?: string;
}

/** How to name what a result holds. */
export interface LabelOptions {
  readonly lang?: Lang | undefined;
  /** The law of the result; default: the built-in rule files. */
  readonly law?: Law | undefined;
}

const OPTIONS: OptionsOf<LabelOptions> = { lang: LANG, law: LAW };

/**
 * Names what a result holds by the version of the law that it was computed under (nhãn của kết quả). Throws a `TypeError`
 * for an option that there is none of.
 */
export function labelled(result: Result, options: LabelOptions = {}): LabelledResult {
  demandOptions(options, OPTIONS);
  const { lang = 'vi', law = builtinLaw() } = options;
  const { scheme, version } = result.law;
  const found = version === null ? undefined : law.at(scheme, version);
  const names = found?.ok ? found.value : undefined;
  const value = (word: string, title: string): LabelledValue => ({ word, title, value: word, text: title });
  const { outcome, route, total } = result;
  const words = outcome === 'paid' ? amountInWords(total, lang) : undefined;
  return {
    outcome: value(outcome, wordLabel('outcome', outcome, lang)),
    scheme: value(scheme, law.schemes.get(scheme)?.title[lang] ?? scheme),
    ...(route === null ? {} : { route: value(route, labelOf('route', route, law)[lang]) }),
    measures: measuresOf(result.measures, names, lang),
    salary: result.salary.map(({ component, amount }) => ({
      word: component,
      title: componentTitle(names, component, lang),
      value: amount,
      text: formatMoney(amount, lang),
    })),
    benefits: result.benefits.map(({ id, amount, months }) => ({
      word: id,
      title:
        names?.rules('benefit-title').find(({ provision }) => provision.benefit === id)?.provision.title[lang] ?? id,
      value: amount,
      text: formatMoney(amount, lang),
      months: formatNumber(months, lang),
    })),
    total: { word: 'total', title: lang === 'vi' ? 'Tổng' : 'Total', value: total, text: formatMoney(total, lang) },
    ...(words === undefined ? {} : { totalInWords: words }),
  };
}

function componentTitle(law: LawVersion | undefined, component: string, lang: Lang): string {
  const rule = law?.components(component)[0];
  return rule?.provision.title?.[lang] ?? component;
}

function measuresOf(measures: ResultMeasures | undefined, law: LawVersion | undefined, lang: Lang): LabelledValue[] {
  return MEASURE_NAMES.flatMap((word) => {
    const value = measures?.[word];
    if (value === undefined) return [];
    const title = MEASURE_TITLES[word][lang];
    return [{ word, title, value: String(value), text: measureText(word, value, law, lang) }];
  });
}

function measureText(
  name: keyof ResultMeasures,
  value: string | number | boolean,
  law: LawVersion | undefined,
  lang: Lang,
): string {
  switch (name) {
    case 'monthlySalary':
      return formatMoney(String(value), lang);
    case 'normalRetirement':
    case 'pensionStart':
      return formatMonth(String(value), lang);
    case 'pensionEligible':
      return wordLabel('flag', String(value), lang);
    case 'window': {
      const clocks = (law?.rules('clock') ?? []).map(({ provision }) => provision);
      return windowTitle(clocks, String(value))?.[lang] ?? wordLabel('window', String(value), lang);
    }
    default:
      return formatCount(String(value), unitOf(name), lang);
  }
}

function unitOf(name: QuantityName): 'month' | 'year' {
  return isYears(name) ? 'year' : QUANTITY[name].unit;
}
