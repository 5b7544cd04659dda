import type { BenefitLine, EmptyLine, TermValue } from '../engine/benefit/lines.ts';
import { phrases } from './conditions.ts';
import { basisOf, nameOf, type Context } from './context.ts';
import { formatCount, formatMoney, formatMonth, formatNumber } from './format.ts';
import type { TotalLimit } from '../engine/benefit/total-limit.ts';
import type { Limit } from '../law/provision.ts';
import type { BaseName } from '../law/vocabulary.ts';
import type { Stretch } from '../engine/salary/stretches.ts';
import { QUANTITY } from '../engine/measure/quantities.ts';
import { BASE_LABELS, BASE_UNITS, FACT_LABELS } from './labels.ts';
import { roundingText, salaryInWords } from './salary-steps.ts';
import { section, step, type Section, type Step } from './steps.ts';

/** Each line that is paid with its computation, and the places where the law declares that nothing is due. */
export function benefitsSection(context: Context): Section {
  const { lines, limits, empties } = context.derivation;
  return section(context, 'benefits', [
    ...lines.map((line) => lineStep(context, line)),
    ...limits.map((limit) => limitStep(context, limit)),
    ...empties.map((line) => emptyStep(context, line)),
  ]);
}

/** The computation of a line: "(5 + 0,5 × 2) tháng × 15.356.250 đ". */
export function lineFormula(context: Pick<Context, 'lang'>, line: BenefitLine): string {
  const { lang } = context;
  const dong = line.row.provision.base === 'dong';
  const plain = dong ? dongText(line, lang) : `${monthsText(context, line)} × ${formatMoney(line.base, lang)}`;
  return line.reduced ? `${plain} − ${formatMoney(line.reduced.by, lang)}` : plain;
}

/** What a row in đồng pays: "5.000.000 đ + 300.000 đ × 22,5". */
function dongText({ terms }: BenefitLine, lang: Context['lang']): string {
  const parts = terms.map(({ rate, per, quantity }) =>
    per === undefined ? formatMoney(rate, lang) : `${formatMoney(rate, lang)} × ${formatNumber(quantity, lang)}`,
  );
  return parts.join(' + ');
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
  const { exact, reduced } = line;
  const isRounded = !exact.eq(reduced ? line.amount.plus(reduced.by) : line.amount);
  const amount = formatMoney(line.amount, lang);
  const shown = isRounded && !reduced ? `${formatMoney(exact, lang)} → ${amount}` : amount;
  const held = phrases(context, line.row.provision.when).map((phrase) => phrase.text);
  const { cap, base } = line.row.provision;
  return {
    label: lineName(context, line),
    text: `${lineFormula(context, line)} = ${shown}`,
    notes: [
      `${say('Điều kiện', 'Condition')}: ${held.join('; ')}`,
      ...(line.stretch
        ? stretchNotes(context, line.stretch)
        : line.terms.flatMap((term) => termNote(context, term, base))),
      ...(base === 'monthlySalary' || base === 'dong' ? [] : [say('tính trên ', 'on the ') + BASE_LABELS[base][lang]]),
      ...(cap === undefined
        ? []
        : [say(`tối đa ${formatCount(cap, 'month', lang)}`, `at most ${formatCount(cap, 'month', lang)}`)]),
      ...boundNotes(context, line),
      ...(isRounded && line.rounding ? [roundingText(context, line.rounding.provision)] : []),
    ],
    basis: basisOf(law, [...line.cites, ...(line.stretch?.base?.cites ?? [])], lang),
  };
}

/** The name of what a line pays, with the months it pays for: "Tiền lương (từ 01/2026 đến 06/2026)". */
export function lineName(context: Context, { benefit, stretch }: BenefitLine): string {
  const name = nameOf(context, 'benefit', benefit);
  if (!stretch) return name;
  const [from, until] = [stretch.from, stretch.until].map((month) => formatMonth(month, context.lang));
  return `${name} (${context.say(`từ ${from} đến ${until}`, `${from} to ${until}`)})`;
}

/** The base salary of a stretch of months, and the salary that it makes. */
function stretchNotes(context: Context, { base, salary }: Stretch): string[] {
  const { lang, say } = context;
  const amount = base && formatMoney(base.provision.amount, lang);
  return [
    ...(amount === undefined ? [] : [say(`mức lương cơ sở ${amount}`, `statutory base salary ${amount}`)]),
    `${say('tiền lương mỗi tháng', 'salary of each month')}: ${salaryInWords(context, salary)}`,
  ];
}

/** The limit of the row where it applied, and what a limit over the sum took off. */
function boundNotes({ lang, law, say }: Context, { bounded, reduced }: BenefitLine): string[] {
  const notes: string[] = [];
  if (bounded) {
    const { stated } = bounded;
    const text = `${limitText(stated, lang)}${'dong' in stated ? '' : ` = ${formatMoney(bounded.limit, lang)}`}`;
    notes.push(
      bounded.by === 'most' ? say(`nhiều nhất ${text}`, `at most ${text}`) : say(`ít nhất ${text}`, `at least ${text}`),
    );
  }
  if (reduced) {
    const where = basisOf(
      law,
      reduced.rules.flatMap((rule) => rule.cites),
      lang,
    )
      .map((one) => one.text)
      .join('; ');
    const by = formatMoney(reduced.by, lang);
    notes.push(
      say(`giảm ${by} theo mức tối đa của tổng các khoản (${where})`, `${by} off by the limit over the sum (${where})`),
    );
  }
  return notes;
}

/** A limit over the sum of the lines, and what it did. */
function limitStep(context: Context, { rule, stated, limit, sum, cut }: TotalLimit): Step {
  const { lang, say } = context;
  const money = (amount: TotalLimit['limit']): string => formatMoney(amount, lang);
  const what = 'dong' in stated ? money(limit) : `${limitText(stated, lang)} = ${money(limit)}`;
  const text = cut.isZero()
    ? say(
        `${what}; các khoản cộng lại ${money(sum)}, không giảm`,
        `${what}; the lines come to ${money(sum)}: nothing comes off`,
      )
    : say(
        `${what}; các khoản cộng lại ${money(sum)}, giảm ${money(cut)}, trừ vào khoản cuối trước`,
        `${what}; the lines come to ${money(sum)}: ${money(cut)} come off, from the last line first`,
      );
  const counted = rule.provision.benefits?.map((name) => nameOf(context, 'benefit', name)) ?? [];
  const held = rule.provision.when ? phrases(context, rule.provision.when).map((phrase) => phrase.text) : [];
  const notes = [
    ...(counted.length === 0 ? [] : [`${say('Tính các khoản', 'Counts')}: ${counted.join(', ')}`]),
    ...(held.length === 0 ? [] : [`${say('Điều kiện', 'Condition')}: ${held.join('; ')}`]),
  ];
  return step(context, say('Mức tối đa của tổng các khoản', 'Limit over the sum'), text, [rule], notes);
}

/** A limit of money in words: "60 tháng × tiền lương tháng hiện hưởng", "500.000.000 đ". */
export function limitText(limit: Limit, lang: Context['lang']): string {
  if ('dong' in limit) return formatMoney(limit.dong, lang);
  return `${formatCount(limit.months, 'month', lang)} × ${BASE_LABELS[limit.base][lang]}`;
}

/** What a term pays for: "0,5 tháng lương cho mỗi năm: số năm công tác 22 năm, phần trên 20 năm là 2 năm". */
function termNote(context: Context, term: TermValue, base: BaseName): string[] {
  const { lang, say } = context;
  const { per, rate, quantity, whole, above, upTo } = term;
  if (per === undefined) return [];
  const unit = QUANTITY[per].unit;
  const count = (value: string): string => formatCount(value, unit, lang);
  const unitName = BASE_UNITS[base][lang];
  const each = say(
    `${formatNumber(rate, lang)} ${unitName} cho mỗi ${unit === 'year' ? 'năm' : 'tháng'}`,
    `${formatNumber(rate, lang)} ${unitName} for each ${unit}`,
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
