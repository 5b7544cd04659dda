import type { BenefitLine, EmptyLine, TermValue } from '../benefits/lines.ts';
import { phrases } from './conditions.ts';
import { basisOf, nameOf, type Context } from './context.ts';
import { formatCount, formatMoney, formatNumber } from './format.ts';
import type { BaseName } from '../law/vocabulary.ts';
import { BASE_LABELS, BASE_UNITS, FACT_LABELS, QUANTITY_UNITS } from './labels.ts';
import { roundingText } from './salary-steps.ts';
import { section, step, type Section, type Step } from './steps.ts';

/** Each line that is paid with its computation, and the places where the law declares that nothing is due. */
export function benefitsSection(context: Context): Section {
  const { lines, empties } = context.derivation;
  return section(context, 'benefits', [
    ...lines.map((line) => lineStep(context, line)),
    ...empties.map((line) => emptyStep(context, line)),
  ]);
}

/** The computation of a line: "(5 + 0,5 × 2) tháng × 15.356.250 đ". */
export function lineFormula(context: Pick<Context, 'lang'>, line: BenefitLine): string {
  const { lang } = context;
  const months = monthsText(context, line);
  return `${months} × ${formatMoney(line.base, lang)}`;
}

function monthsText({ lang }: Pick<Context, 'lang'>, { terms, months, row }: BenefitLine): string {
  if (row.provision.cap !== undefined) return formatCount(months, 'month', lang);
  const parts = terms.map((term) => termText(term, lang));
  const plain = parts.length === 1 && !(parts[0] ?? '').includes('×');
  return plain ? formatCount(months, 'month', lang) : `(${parts.join(' + ')}) ${lang === 'vi' ? 'tháng' : 'months'}`;
}

function termText({ rate, per, quantity }: TermValue, lang: Context['lang']): string {
  if (per === undefined) return formatNumber(rate, lang);
  return rate === '1' ? formatNumber(quantity, lang) : `${formatNumber(rate, lang)} × ${formatNumber(quantity, lang)}`;
}

function lineStep(context: Context, line: BenefitLine): Step {
  const { lang, law, say } = context;
  const exact = line.base.times(line.months);
  const isRounded = !exact.eq(line.amount);
  const amount = formatMoney(line.amount, lang);
  const shown = isRounded ? `${formatMoney(exact, lang)} → ${amount}` : amount;
  const held = phrases(context, line.row.provision.when).map((phrase) => phrase.text);
  const { cap, base } = line.row.provision;
  return {
    label: nameOf(context, 'benefit', line.benefit),
    text: `${lineFormula(context, line)} = ${shown}`,
    notes: [
      `${say('Điều kiện', 'Condition')}: ${held.join('; ')}`,
      ...line.terms.flatMap((term) => termNote(context, term, base)),
      ...(base === 'monthlySalary' ? [] : [say('tính trên ', 'on the ') + BASE_LABELS[base][lang]]),
      ...(cap === undefined
        ? []
        : [say(`tối đa ${formatCount(cap, 'month', lang)}`, `at most ${formatCount(cap, 'month', lang)}`)]),
      ...(isRounded && line.rounding ? [roundingText(context, line.rounding.provision)] : []),
    ],
    basis: basisOf(law, line.cites, lang),
  };
}

/** What a term pays for: "0,5 tháng lương cho mỗi năm: số năm công tác 22 năm, phần trên 20 năm là 2 năm". */
function termNote(context: Context, term: TermValue, base: BaseName): string[] {
  const { lang, say } = context;
  const { per, rate, quantity, whole, above, upTo } = term;
  if (per === undefined) return [];
  const unit = QUANTITY_UNITS[per];
  const count = (value: string): string => formatCount(value, unit, lang);
  const worth = BASE_UNITS[base][lang];
  const each = say(
    `${formatNumber(rate, lang)} ${worth} cho mỗi ${unit === 'year' ? 'năm' : 'tháng'}`,
    `${formatNumber(rate, lang)} ${worth} for each ${unit}`,
  );
  const bounds = [
    ...(above === undefined ? [] : [say(`trên ${count(above)}`, `above ${count(above)}`)]),
    ...(upTo === undefined ? [] : [say(`đến ${count(upTo)}`, `up to ${count(upTo)}`)]),
  ];
  const part =
    bounds.length === 0
      ? ''
      : say(`, phần ${bounds.join(' ')}: ${count(quantity)}`, `, the part ${bounds.join(' ')}: ${count(quantity)}`);
  return [`${each}; ${FACT_LABELS[per][lang]} ${count(whole)}${part}`];
}

function emptyStep(context: Context, { benefit, rule }: EmptyLine): Step {
  const { lang, say } = context;
  const held = phrases(context, rule.provision.when).map((phrase) => phrase.text);
  return step(
    context,
    nameOf(context, 'benefit', benefit),
    `${say('không có', 'nothing')}. ${rule.provision.message[lang]}`,
    [rule],
    [`${say('Điều kiện', 'Condition')}: ${held.join('; ')}`],
  );
}
