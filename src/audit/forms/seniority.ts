/**
 * Professional seniority of soldiers (phụ cấp thâm niên nghề), as column 16 of annex I.5 counts it: 1 % for each full
 * year from the enlistment to the month before leaving, nothing under 5 years. These are numbers of the law that stand
 * in no rule file yet; they are kept in this one file so that they can move there.
 */
export const PROFESSIONAL_SENIORITY: {
  readonly percentPerYear: number;
  readonly fromYears: number;
  readonly act: string;
  readonly at: string;
  readonly certainty: 'B';
} = { percentPerYear: 1, fromYears: 5, act: 'tt-19-2025-bqp', at: 'Phụ lục I.5, cột 16', certainty: 'B' };
