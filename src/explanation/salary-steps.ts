import { Decimal, ZERO } from '../base/decimal.ts';
import { keyTitle } from '../case/keys.ts';
import type { RoundingProvision } from '../law/provision.ts';
import { coefficientOf, overFrameOf } from '../engine/salary/pay-scale.ts';
import type { MonthlySalary, SalaryLine } from '../engine/salary/salary.ts';
import type { Context } from './context.ts';
import { formatMoney, formatMonth, formatNumber, formatPercent } from './format.ts';
import { BASE_LABELS } from './labels.ts';
import { capital, section, step, type Section, type Step } from './steps.ts';

/** The monthly salary: each component with its computation, and the sum. */
export function salarySection(context: Context): Section {
  const { derivation, lang, say } = context;
  const { lines, amount, notCounted } = derivation.salary;
  if (derivation.law.rules('component').length === 0) return section(context, 'salary', []);
  const base = lines.find((line) => line.base)?.base;
  const steps: Step[] = base
    ? [
        step(
          context,
          say('Mức lương cơ sở', 'Statutory base salary'),
          say(
            `${formatMoney(base.provision.amount, lang)} (áp dụng từ ${formatMonth(base.provision.since, lang)})`,
            `${formatMoney(base.provision.amount, lang)} (from ${formatMonth(base.provision.since, lang)})`,
          ),
          [...derivation.law.rules('base-salary-month'), base],
        ),
      ]
    : [];
  steps.push(...scaleSteps(context));
  for (const line of lines) steps.push(lineStep(context, line));
  for (const name of notCounted) {
    steps.push(
      step(
        context,
        keyTitle(`salary.${name}`)[lang],
        say('không thuộc tiền lương để tính ở phiên bản luật này', 'not part of the salary in this version of the law'),
      ),
    );
  }
  const sum = lines.length > 1 ? `${lines.map((line) => formatNumber(line.amount, lang)).join(' + ')} = ` : '';
  steps.push(step(context, salaryTitle(context), sum + formatMoney(amount, lang)));
  return section(context, 'salary', steps);
}

/** What the monthly amount is called: the salary, or the allowance of who has none. */
export function salaryTitle({ derivation, lang }: Context): string {
  const allowance = derivation.facts.values.salaryForm === 'allowance';
  return capital(BASE_LABELS[allowance ? 'monthlyAllowance' : 'monthlySalary'][lang]);
}

/** How a grade and step became a coefficient, and the months on the last step a percentage. */
function scaleSteps(context: Context): Step[] {
  const { derivation, lang, say } = context;
  const { step: at = 1, stepMonths = 0 } = derivation.case.salary;
  return derivation.salary.scale.map((rule) => {
    const { provision } = rule;
    if (provision.kind === 'pay-scale') {
      const grade = say(`${provision.title.vi}, bậc ${at}`, `${provision.title.en}, step ${at}`);
      const [first, increment] = [provision.first, provision.increment].map((one) => formatNumber(one, lang));
      const result = formatNumber(coefficientOf(provision, at), lang);
      const label = say('Hệ số lương theo ngạch, bậc', 'Coefficient of the grade and step');
      return step(context, label, `${grade}: ${first} + ${at - 1} × ${increment} = ${result}`, [rule]);
    }
    const label = say(
      'Thâm niên vượt khung theo thời gian giữ bậc cuối',
      'Over-frame seniority by time on the last step',
    );
    const months = say(`${stepMonths} tháng`, `${stepMonths} months`);
    return step(context, label, `${months}: ${formatPercent(overFrameOf(provision, stepMonths), lang)}`, [rule]);
  });
}

/** How a component came about: "4,65 × 2.340.000 đ", "25% × (10.881.000 đ + 1.404.000 đ)"; empty for a stated amount. */
export function componentFormula(
  context: Pick<Context, 'lang'>,
  line: SalaryLine,
  lines: readonly SalaryLine[],
): string {
  const { lang } = context;
  if (line.base) return `${formatNumber(line.given, lang)} × ${formatMoney(line.base.provision.amount, lang)}`;
  if (!line.percentBase) return '';
  const parts = baseLines(lines, line).map((one) => formatMoney(one.amount, lang));
  const sum = parts.length > 1 ? `(${parts.join(' + ')})` : (parts[0] ?? formatMoney('0', lang));
  return `${formatPercent(line.given, lang)} × ${sum}`;
}

/** Of the components of a salary those that a percentage stands on. */
function baseLines(lines: readonly SalaryLine[], line: SalaryLine): SalaryLine[] {
  const names = line.percentBase?.provision.of ?? [];
  return lines.filter((one) => names.includes(one.component));
}

function lineStep(context: Context, line: SalaryLine): Step {
  const { lang, say, derivation } = context;
  const { rounding, lines } = derivation.salary;
  const formula = componentFormula(context, line, lines);
  const exact = exactAmount(lines, line);
  const isRounded = !exact.eq(line.amount);
  const shown = isRounded
    ? `${formatMoney(exact, lang)} → ${formatMoney(line.amount, lang)}`
    : formatMoney(line.amount, lang);
  const notes = [
    ...(line.percentBase
      ? [
          say('tính trên ', 'on ') +
            baseLines(lines, line)
              .map((one) => one.rule.provision.title[lang])
              .join(' + '),
        ]
      : []),
    ...[...line.rule.readings, ...(line.percentBase?.readings ?? [])].map(([id, option]) =>
      readingNote(context, id, option),
    ),
    ...(isRounded && rounding ? [roundingText(context, rounding.provision)] : []),
  ];
  const text = formula === '' ? shown : `${formula} = ${shown}`;
  return step(
    context,
    line.rule.provision.title[lang],
    text,
    [line.rule, line.percentBase, ...(isRounded ? [rounding] : [])],
    notes,
  );
}

/** That an open question decided whether a component counts, or on what a percentage stands. */
function readingNote({ derivation, lang, say }: Context, id: string, option: string): string {
  const { options = [] } = derivation.law.interpretation(id)?.provision ?? {};
  const title = options.find((one) => one.option === option)?.title[lang] ?? option;
  return say(`cách hiểu ${id}=${option}: ${title}`, `reading ${id}=${option}: ${title}`);
}

function exactAmount(lines: readonly SalaryLine[], line: SalaryLine): Decimal {
  if (line.base) return new Decimal(line.given).times(line.base.provision.amount);
  if (!line.percentBase) return line.amount;
  const base = baseLines(lines, line).reduce((sum, one) => sum.plus(one.amount), ZERO);
  return base.times(line.given.replace('%', '')).times('0.01');
}

const MODES = {
  'half-up': { vi: 'làm tròn nửa lên', en: 'rounded half up' },
  'half-even': { vi: 'làm tròn nửa về số chẵn', en: 'rounded half to even' },
  up: { vi: 'làm tròn lên', en: 'rounded up' },
  down: { vi: 'làm tròn xuống', en: 'rounded down' },
  none: { vi: 'không làm tròn', en: 'not rounded' },
} as const;

/** The salary of a stretch of months in one line: "4,65 × 2.530.000 đ + 0,6 × 2.530.000 đ = 13.282.500 đ". */
export function salaryInWords(context: Pick<Context, 'lang'>, { lines, amount }: MonthlySalary): string {
  const parts = lines.map((line) => componentFormula(context, line, lines)).filter((part) => part !== '');
  const sum = formatMoney(amount, context.lang);
  return parts.length === 0 ? sum : `${parts.join(' + ')} = ${sum}`;
}

/** A rounding rule in words: "làm tròn nửa lên đến 1 đ". */
export function roundingText({ lang, say }: Context, { mode, step: unit }: RoundingProvision): string {
  const words = MODES[mode][lang];
  return unit === undefined || mode === 'none' ? words : `${words} ${say('đến', 'to')} ${formatMoney(unit, lang)}`;
}
