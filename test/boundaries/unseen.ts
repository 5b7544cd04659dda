const BEFORE_SCHEME = 'the base salary of July 2024 stands at every leaving that the scheme covers';
const ONE_BASE = 'one base salary is in force in this version, whichever month counts';

/** Thresholds at which nothing observable changes, and why. */
export const UNSEEN: Readonly<Record<string, string>> = {
  '2025-01-01 base-salary.2024-07 since': BEFORE_SCHEME,
  '2025-03-15 base-salary.2024-07 since': BEFORE_SCHEME,
  '2025-07-01 base-salary.2024-07 since': BEFORE_SCHEME,
  '2026-07-01 base-salary.2024-07 since': BEFORE_SCHEME,
  '2025-01-01 base-salary-month monthsBefore': ONE_BASE,
  '2025-03-15 base-salary-month monthsBefore': ONE_BASE,
  '2025-07-01 base-salary-month monthsBefore': ONE_BASE,
};
