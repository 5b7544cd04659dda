import type { Facts } from './facts.ts';
import { type Rational, ratio, ZERO } from './rational.ts';

/** A benefit line before it is turned into money: how many months of salary it pays. */
export type Line = readonly [id: string, months: Rational];

/**
 * Why Điều 7, 7a or 7b does not apply; undefined if the person is entitled. Appendix I (and the age limits of the
 * forces) reach 120 months, Appendix II and the subjects of 7a and 7b 60.
 */
export function earlyRetirementObstacle(facts: Facts): string | undefined {
  if (!facts.pensionEligible) return 'not-pensionable';
  const reach = facts.impact === 'direct' && facts.schedule !== 'reduced' ? 120 : 60;
  if (facts.monthsEarly > reach) return 'too-early';
  const shortOfHardWork = facts.hazardousMonths !== undefined && facts.hazardousMonths < 180;
  return facts.schedule === 'reduced' && shortOfHardWork ? 'hazardous-work-under-15-years' : undefined;
}

/** The lines of early retirement. */
export function earlyRetirementLines(facts: Facts): Line[] {
  const lines: Line[] = [['early-months', oneOffMonths(facts)]];
  if (facts.monthsEarly < 24) return lines; // khoản 2 điểm d, đ
  const perYear = facts.monthsEarly <= 60 ? 5 : 4; // điểm a, c: 5; điểm b: 4
  lines.push(['early-years', ratio(perYear * facts.earlyHalves, 2)]);
  lines.push(['service', serviceMonths(facts)]);
  return lines;
}

/** Điều 7 khoản 1, 7a, 7b: 1.0 a month up to 60 months, 0.9 for 60 months beyond; half of it from month 13. */
function oneOffMonths(facts: Facts): Rational {
  const full = facts.monthsEarly <= 60 ? ratio(facts.monthsEarly) : ratio(9, 10).times(ratio(60));
  const halved = facts.window === 'from-month-13' && !paysInFullUnder24(facts);
  return halved ? full.times(ratio(1, 2)) : full;
}

/**
 * TT 01 Điều 4 khoản 3: under 24 months, civil staff directly affected are paid as in the first 12 months always.
 * Cipher staff, however paid, fall under it from 2025-04-04 (Điều 6a, added by TT 002).
 */
function paysInFullUnder24(facts: Facts): boolean {
  const { monthsEarly, impact, group, version, leavingDate } = facts;
  if (monthsEarly >= 24 || impact !== 'direct') return false;
  const cipher = group.regime === 'cipher' && version >= '2025-03-15' && leavingDate >= '2025-04-04';
  if (group.regime !== 'civil' && !cipher) return false;
  return facts.readings['under-24-window'] === 'tt-01';
}

/** `first` months of salary for the first `years` years, half a month for each year (half year: a quarter) beyond. */
function block(first: number, years: number, halves: number): Rational {
  return ratio(first).plus(ratio(halves - 2 * years, 4));
}

/** The service allowance of khoản 2 điểm a, b, c: original, as amended by Decree 67, and by CV 1814 II.6. */
function serviceMonths(facts: Facts): Rational {
  const { serviceHalves: halves, version, readings } = facts;
  const twenty = halves >= 40;
  if (version < '2025-03-15') return twenty ? block(5, 20, halves) : ratio(5);
  if (halves < 30) return { 'four-flat': ratio(4), 'five-flat': ratio(5), nothing: ZERO }[readings['service-under-15']];
  if (version < '2025-07-01') {
    if (twenty) return block(5, 20, halves);
    return readings['service-under-20-before-july-2025'] === 'flat-five' ? ratio(5) : block(4, 15, halves);
  }
  return twenty && readings['service-from-july-2025'] === 'under-20-only' ? block(5, 20, halves) : block(4, 15, halves);
}
