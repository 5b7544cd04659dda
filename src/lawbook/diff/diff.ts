import type { Law } from '../../law/law.ts';
import type { LawVersion } from '../../law/version.ts';
import { meaningOf, type RouteDifference } from './meaning.ts';
import { provisionsOf, type ProvisionDifference } from './provisions.ts';

/** A version, by scheme and date. */
export interface VersionName {
  readonly scheme: string;
  readonly date: string;
}

/** What differs between two versions: the provisions, and what follows from them for whom. */
export interface Diff {
  readonly before: VersionName;
  readonly after: VersionName;
  readonly provisions: readonly ProvisionDifference[];
  /** The kinds of rules by which cases are measured, and by which the salary is built, that changed. */
  readonly measures: readonly string[];
  readonly salary: readonly ProvisionDifference[];
  /** By how many months of the base each benefit differs, for which cases. */
  readonly meaning: readonly RouteDifference[];
}

const MEASURES = [
  'months-early',
  'months-past',
  'odd-months',
  'service-time',
  'work-time',
  'term-months',
  'waiting-months',
  'severance-months',
  'pension-time',
  'retirement-age',
  'age-limit',
  'clock',
  'term-end',
];
const SALARY = [
  'component',
  'component-rate',
  'pay-scale',
  'over-frame',
  'percent-base',
  'base-salary',
  'base-salary-month',
  'rounding',
];

/** Compares two versions, of one scheme or of two. */
export function diffOf(
  law: Law,
  before: LawVersion,
  after: LawVersion,
  interpretations: Readonly<Record<string, string>> = {},
): Diff {
  const provisions = provisionsOf(law, before, after);
  return {
    before: { scheme: before.scheme, date: before.date },
    after: { scheme: after.scheme, date: after.date },
    provisions,
    measures: MEASURES.filter((kind) => provisions.some((one) => one.kind === kind)),
    salary: provisions.filter((one) => SALARY.includes(one.kind)),
    meaning: meaningOf([before, after], interpretations),
  };
}
