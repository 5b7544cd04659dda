import { earlyRetirementObstacle, type Line } from './early.ts';
import type { Facts } from './facts.ts';
import { ratio } from './rational.ts';

/**
 * Why Điều 9 and 10 do not apply; undefined if the person is entitled: directly affected, 24 months or more to the
 * age, and not entitled to early retirement.
 */
export function severanceObstacle(facts: Facts): string | undefined {
  if (facts.impact !== 'direct') return 'not-directly-affected';
  if (facts.monthsEarly < 24) return 'under-24-months';
  return earlyRetirementObstacle(facts) === undefined ? 'entitled-to-early-retirement' : undefined;
}

/** 0.8 a severance month (0.4 from month 13), 1.5 a service year, and under Điều 9 three months of job search. */
export function severanceLines(facts: Facts): Line[] {
  const tenths = facts.window === 'from-month-13' ? 4 : 8;
  return [
    ['severance-months', ratio(tenths * facts.severanceMonths, 10)],
    ['severance-service', ratio(3 * facts.serviceHalves, 4)],
    ['job-search', ratio(facts.group.severance === 9 ? 3 : 0)],
  ];
}
