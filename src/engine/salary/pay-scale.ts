import { decimalText, Decimal } from '../../base/decimal.ts';
import type { Salary } from '../../case/case.ts';
import type { Report } from '../../messages/report.ts';
import { nearest } from '../../base/text.ts';
import type { OverFrameProvision, PayScaleProvision } from '../../law/provision.ts';
import type { LawVersion, Rule } from '../../law/version.ts';

const YEAR = 12;

/** A salary whose grade and step have become a coefficient, and the rules by which they did. */
export interface ScaledSalary {
  readonly salary: Salary;
  readonly rules: readonly Rule<PayScaleProvision | OverFrameProvision>[];
}

const NO_RULES: ScaledSalary['rules'] = [];

/**
 * Turns a grade and step (ngạch, bậc) into the coefficient of the pay scale, and the months on its last step into
 * over-frame seniority (thâm niên vượt khung). Undefined, with issues reported, when the scale has no such step.
 */
export function scaledSalary(law: LawVersion, given: Salary, report: Report): ScaledSalary | undefined {
  if (given.scale === undefined || given.step === undefined) return { salary: given, rules: NO_RULES };
  const { scale, step, stepMonths, ...rest } = given;
  const scales = law.rules('pay-scale');
  const rule = scales.find(({ provision }) => provision.scale === scale.toUpperCase());
  if (!rule) {
    const names = scales.map(({ provision }) => provision.scale);
    report('unknown-word', 'salary.scale', { value: scale, near: nearest(scale, names), known: names.join(', ') });
    return undefined;
  }
  const { steps } = rule.provision;
  if (step < 1 || step > steps) {
    report('no-such-step', 'salary.step', { scale: rule.provision.scale, step, steps: stepsOf(rule.provision) });
    return undefined;
  }
  const coefficient = coefficientOf(rule.provision, step);
  const ordered = { coefficient, positionAllowance: rest.positionAllowance ?? '0' };
  if (stepMonths === undefined) return { salary: { ...ordered, ...rest }, rules: [rule] };
  if (step !== steps) {
    report('not-the-last-step', 'salary.stepMonths', { scale: rule.provision.scale, step, last: steps });
    return undefined;
  }
  const over = law.rules('over-frame').find(({ provision }) => provision.scale.includes(rule.provision.scale));
  if (!over) return { salary: { ...ordered, ...rest }, rules: [rule] };
  const overFrame = overFrameOf(over.provision, stepMonths);
  return { salary: { ...ordered, overFrame, ...rest }, rules: [rule, over] };
}

/** The coefficient of a step (hệ số lương). */
export function coefficientOf({ first, increment }: PayScaleProvision, step: number): string {
  return decimalText(new Decimal(first).plus(new Decimal(increment).times(step - 1)));
}

/** The steps of a scale with their coefficients: "1: 2.34, 2: 2.67 ...". */
function stepsOf(provision: PayScaleProvision): string {
  return Array.from(
    { length: provision.steps },
    (_, index) => `${index + 1}: ${coefficientOf(provision, index + 1)}`,
  ).join('; ');
}

/** Over-frame seniority for so many months on the last step, as a percentage. */
export function overFrameOf({ afterMonths, percent, yearly }: OverFrameProvision, months: number): string {
  if (months < afterMonths) return '0%';
  const years = Math.floor((months - afterMonths) / YEAR);
  return decimalText(new Decimal(percent).plus(new Decimal(yearly).times(years))) + '%';
}
