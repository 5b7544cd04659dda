import { monthsOf } from '../../case/parse.ts';
import type { PensionTimeProvision } from '../../law/provision.ts';
import { demand } from '../../law/select.ts';
import type { Rule } from '../../law/version.ts';
import type { Measuring } from './quantity.ts';

/** Đủ thời gian đóng BHXH để hưởng lương hưu; the rule is absent when the case states it. */
export interface PensionTime {
  readonly eligible: boolean;
  readonly months: number;
  readonly rule: Rule<PensionTimeProvision> | undefined;
}

/** Whether the insured time is enough for a pension; undefined where neither the case nor the scheme says. */
export function pensionTime({ law, one, facts, readings }: Measuring): PensionTime | undefined {
  const months = monthsOf(one.insurance);
  const stated = one.insurance.pensionEligible;
  if (stated !== undefined) return { eligible: stated, months, rule: undefined };
  if (law.rules('pension-time').length === 0) return undefined;
  const rule = demand(law.rules('pension-time'), facts, readings, 'the insurance time of a pension');
  return { eligible: months >= rule.provision.months, months, rule };
}
