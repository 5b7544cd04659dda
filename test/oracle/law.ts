import { monthOf } from './calendar.ts';
import type { Version } from './types.ts';

/** The days on which the law of Decree 178 changed, newest first. */
const VERSIONS: readonly Version[] = ['2026-07-01', '2025-07-01', '2025-03-15', '2025-01-01'];

/** The version in force on a day; undefined before 2025-01-01. */
export function versionAt(date: string): Version | undefined {
  return VERSIONS.find((from) => from <= date);
}

/** Lương cơ sở, VND a month, newest first: from when and how much. Decree 29 reaches back to June 2023. */
const BASE_SALARIES: readonly (readonly [string, number])[] = [
  ['2026-07-01', 2_530_000], // Decree 161/2026
  ['2024-07-01', 2_340_000], // Decree 73/2024
  ['2023-07-01', 1_800_000], // Decree 24/2023
  ['2019-07-01', 1_490_000],
];

/**
 * The statutory base salary of the month before the leaving month (Điều 5 khoản 6), VND.
 * `asOf`: only amounts in force by that day are known.
 */
export function baseSalaryFor(leavingDate: string, asOf?: string): number {
  return baseSalaryIn(monthOf(leavingDate) - 1, asOf);
}

/** The statutory base salary of a month (year x 12 + month - 1), VND. */
export function baseSalaryIn(month: number, asOf?: string): number {
  const row = BASE_SALARIES.find(([from]) => monthOf(from) <= month && (asOf === undefined || from <= asOf));
  if (!row) throw new RangeError(`no base salary for month ${String(month)}`);
  return row[1];
}

/** Whose guidance applies: Home Affairs (TT 01, TT 002), Defence (TT 19), or the police, who follow the decree's text. */
export type Regime = 'civil' | 'army' | 'police';

export interface Group {
  regime: Regime;
  /** The Article that pays severance: 9 (with job search) or 10. */
  severance: 9 | 10;
  /** The officer corps, who leave at the age limit of their rank unless the case says otherwise. */
  limitByDefault: boolean;
  /** Covered from this version on. */
  from: Version;
}

function group(regime: Regime, severance: 9 | 10, limitByDefault = false, from: Version = '2025-01-01'): Group {
  return { regime, severance, limitByDefault, from };
}

/** Điều 2: who is covered. Part-time commune and village staff are not (Decree 154). */
export const GROUPS: ReadonlyMap<string, Group> = new Map([
  ['cadre', group('civil', 9)],
  ['civil-servant', group('civil', 9)],
  ['public-employee', group('civil', 10)],
  ['contract-worker', group('civil', 10)],
  ['commune-cadre', group('civil', 9)],
  ['commune-civil-servant', group('civil', 9)],
  ['association-staff', group('civil', 9, false, '2025-03-15')], // khoản 3, added by Decree 67
  ['army-officer', group('army', 9, true)],
  ['professional-soldier', group('army', 9, true)],
  ['defence-worker', group('army', 10)],
  ['defence-employee', group('army', 10)],
  ['police-officer', group('police', 9, true)],
  ['police-worker', group('police', 10)],
  ['cipher', group('civil', 9)],
]);
