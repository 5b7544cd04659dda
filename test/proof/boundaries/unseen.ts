const BEFORE_SCHEME = 'this base salary stands, or has long been replaced, at every leaving that the scheme covers';
const ONE_BASE = 'one base salary is in force in this version, whichever month counts';
const NO_FIRST_DAY = 'the version holds no first day of a month';
const ENDED = 'the policy has ended the day after, which makes the scheme give way as well';
const TOO_LATE = 'part-time staff of communes who leave from 2026-05-31 on are refused';
const TOO_EARLY = 'part-time staff of communes are covered from 2025-07-01 on';
const STATED = 'under 15 years of insurance only a pension that the case states opens the route';
const NOTHING_BELOW = 'no odd months, and one or two of them, give nothing alike';
const LONG_PAST = 'the day lies before this version, when the term of who leaves in it was still running';
const WHOLE_DONG = 'whole months of a whole base, or a difference of coefficients, are always whole đồng';

/** The same explanation of several places of one version. */
function each(version: string, why: string, ...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`${version} ${name}`, why]));
}

const JULY_2024 = 'base-salary.2024-07 since';
const MONTH = 'base-salary-month monthsBefore';
const WOMEN = 'early-band.two-to-five.commune-women-stated when.monthsEarly.atLeast';
const COMMUNE = ['commune', 'moved'].flatMap((whose) => [
  `allowance-months.${whose}.from-5-years when.workMonths.atLeast`,
  `allowance-months.${whose}.from-5-years terms.0.upTo`,
  `allowance-months.${whose}.under-5-years when.workMonths.under`,
]);
const MID_MONTH = [
  'months-early.first-day when.leavingDay.upTo',
  'months-early.first-day pensionStartsAfterMonths',
  'months-early.mid-month.month when.leavingDay.above',
  'months-early.mid-month.whole-months when.leavingDay.above',
  'notice.mid-month-leaving when.leavingDay.above',
];
const CIPHER = [
  'cipher when.leavingDate.atLeast',
  'cipher-decree when.leavingDate.atLeast',
  'cipher-before when.leavingDate.under',
].map((one) => `early-months.after.under-24.${one}`);
const ROADMAP = ['nd154', 'nd338.army', 'nd338.police'].flatMap((scheme) =>
  ['decided-too-late', 'decision-not-given'].map((one) => `yield.${scheme}.${one} when.leavingDate.upTo`),
);
/** The base salaries of a scheme that begins when that of July 2024 stands. */
function baseSalaries(...versions: string[]): Record<string, string> {
  return Object.assign({}, ...versions.map((one) => each(one, BEFORE_SCHEME, JULY_2024))) as Record<string, string>;
}

/** Điều 11 and 12 of Decree 178 have rules of their own for the base salary and for rounding. */
function staying(article: string): Record<string, string> {
  const line = `rounding.line.${article} step`;
  return {
    ...baseSalaries('2025-01-01', '2025-03-15', '2026-07-01'),
    ...each('2025-01-01', ONE_BASE, `base-salary-month.${article} monthsBefore`),
    ...each('2025-03-15', ONE_BASE, `base-salary-month.${article} monthsBefore`),
    ...each('2025-01-01', WHOLE_DONG, line),
    ...each('2025-03-15', WHOLE_DONG, line),
    ...each('2026-07-01', WHOLE_DONG, line),
  };
}

/** Thresholds at which nothing observable changes, by scheme, and why. */
export const UNSEEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nd178: {
    ...baseSalaries('2025-01-01', '2025-03-15', '2025-07-01', '2026-07-01'),
    ...each('2025-01-01', ONE_BASE, MONTH),
    ...each('2025-03-15', ONE_BASE, MONTH),
    ...each('2025-07-01', ONE_BASE, MONTH),
    ...each('2025-01-01', ENDED, ...ROADMAP),
    ...each('2025-03-15', ENDED, ...ROADMAP),
    ...each('2025-07-01', ENDED, ...ROADMAP),
    ...each('2026-07-01', ENDED, ...ROADMAP),
    ...each('2025-07-01', LONG_PAST, ...CIPHER),
    ...each('2026-07-01', LONG_PAST, ...CIPHER),
  },
  nd154: {
    ...baseSalaries('2025-06-16', '2025-07-01', '2026-07-01', '2026-08-05', '2028-07-01'),
    ...each('2025-06-16', ONE_BASE, MONTH),
    ...each('2025-07-01', ONE_BASE, MONTH),
    ...each('2025-06-16', NO_FIRST_DAY, ...MID_MONTH),
    ...each('2025-06-16', TOO_EARLY, ...COMMUNE),
    ...each('2026-07-01', TOO_LATE, ...COMMUNE),
    ...each('2026-08-05', TOO_LATE, ...COMMUNE),
    ...each('2028-07-01', TOO_LATE, ...COMMUNE),
  },
  nd29: {
    ...each('2023-07-20', BEFORE_SCHEME, 'base-salary.2019-07 since'),
    ...each('2024-07-01', BEFORE_SCHEME, 'base-salary.2019-07 since'),
    ...each('2023-07-20', STATED, WOMEN),
    ...each('2024-07-01', STATED, WOMEN),
  },
  nd177: {
    ...baseSalaries('2025-01-01', '2025-03-15', '2025-07-01', '2026-07-01'),
    ...each('2025-01-01', ONE_BASE, MONTH),
    ...each('2025-03-15', ONE_BASE, MONTH),
    ...each('2025-07-01', ONE_BASE, MONTH),
  },
  nq07: { ...baseSalaries('2025-09-17', '2026-07-01'), ...each('2025-09-17', ONE_BASE, MONTH) },
  nd170: {
    ...baseSalaries('2025-07-01', '2026-07-01', '2026-08-01'),
    ...each('2025-07-01', ONE_BASE, MONTH),
    ...each('2025-07-01', NOTHING_BELOW, 'odd-months.service bands.0.above'),
    ...each('2026-07-01', NOTHING_BELOW, 'odd-months.service bands.0.above'),
    ...each('2026-08-01', NOTHING_BELOW, 'odd-months.service bands.0.above'),
  },
  nd338: {
    ...baseSalaries('2025-09-02', '2026-09-01'),
    ...each(
      '2025-09-02',
      NOTHING_BELOW,
      ...['early', 'service'].flatMap((what) =>
        ['officer', 'soldier'].map((whose) => `odd-months.${what}.${whose} bands.0.above`),
      ),
    ),
  },
  'nd177-4': {
    ...baseSalaries('2025-01-01', '2025-07-01'),
    ...each('2025-01-01', WHOLE_DONG, 'rounding.line.waiting step'),
    ...each('2025-07-01', WHOLE_DONG, 'rounding.line.waiting step'),
  },
  'nd178-11': {
    ...staying('11'),
    ...baseSalaries('2026-08-05', '2028-07-01'),
    ...each('2026-08-05', WHOLE_DONG, 'rounding.line.11 step'),
    ...each('2028-07-01', WHOLE_DONG, 'rounding.line.11 step'),
  },
  'nd178-12': staying('12'),
};
