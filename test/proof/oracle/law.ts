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

/**
 * Whose guidance applies: Home Affairs (TT 01), Defence (TT 19), the police, who follow the decree's text, or cipher
 * staff, who do so until TT 002 adds them to TT 01 (Điều 6a, 2025-04-04).
 */
export type Regime = 'civil' | 'army' | 'police' | 'cipher';

export interface Group {
  regime: Regime;
  /** Whose pay table: professional seniority of the forces stands on another base than that of the State's table. */
  pay: 'state' | 'forces';
  /** The Article that pays severance: 9 (with job search) or 10. */
  severance: 9 | 10;
  /** Who leaves at an age limit of the forces unless the case says otherwise. */
  limitByDefault: boolean;
  /** Covered from this version on. */
  from: Version;
}

function civil(severance: 9 | 10, from: Version = '2025-01-01'): Group {
  return { regime: 'civil', pay: 'state', severance, limitByDefault: false, from };
}

function forces(regime: Regime, severance: 9 | 10): Group {
  return { regime, pay: 'forces', severance, limitByDefault: true, from: '2025-01-01' };
}

/** Điều 2: who is covered. Part-time commune and village staff are not (Decree 154). */
export const GROUPS: ReadonlyMap<string, Group> = new Map([
  ['cadre', civil(9)],
  ['civil-servant', civil(9)],
  ['public-employee', civil(10)],
  ['contract-worker', civil(10)],
  ['commune-cadre', civil(9)],
  ['commune-civil-servant', civil(9)],
  ['association-staff', civil(9, '2025-03-15')], // khoản 3, added by Decree 67
  ['army-officer', forces('army', 9)],
  ['professional-soldier', forces('army', 9)],
  ['defence-worker', forces('army', 10)],
  ['defence-employee', forces('army', 10)],
  ['police-officer', forces('police', 9)],
  ['police-worker', forces('police', 10)],
  ['cipher', { ...civil(9), regime: 'cipher' }],
  // Paid like soldiers or the police: their pay and their age limits (TT 19 Điều 5 khoản 5 điểm b).
  ['cipher-army', forces('cipher', 9)],
  ['cipher-police', forces('cipher', 9)],
]);

/** The name of the group of a person: cipher staff by how they are paid. */
export function groupName({ group, paidLike }: { group: string; paidLike?: string }): string {
  const likeForces = paidLike === 'army' || paidLike === 'police';
  return group === 'cipher' && likeForces ? `cipher-${paidLike}` : group;
}

/** The group of a person; undefined if Điều 2 has none. */
export function groupOf(person: { group: string; paidLike?: string }): Group | undefined {
  return GROUPS.get(groupName(person));
}
