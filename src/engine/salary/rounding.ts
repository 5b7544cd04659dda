import { Decimal, type Dong } from '../../base/decimal.ts';
import type { RoundingProvision } from '../../law/provision.ts';

const MODES = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
} as const;

/** Rounds money where and as a rule declares it; the one place where money is rounded. */
export function rounded(rule: RoundingProvision, amount: Dong): Dong {
  if (rule.mode === 'none') return amount;
  if (rule.step === undefined || rule.step === '1')
    return amount.isInteger() ? amount : amount.toDecimalPlaces(0, MODES[rule.mode]);
  return amount.toNearest(rule.step, MODES[rule.mode]);
}
