import { monthOf, monthText } from '../proof/oracle/calendar.ts';
import { retirementMonth } from '../proof/oracle/retirement.ts';
import type { OracleCase } from '../proof/oracle/types.ts';
import type { Draws } from './population-neighbours-draws.ts';

/** Invented cases of who leaves the army: by the limit of a rank, by one that the case states, seldom by another age. */

const SOLDIER_RANKS = ['đại úy', 'thiếu tá', 'trung tá', 'thượng tá'];
const OFFICER_RANKS = [...SOLDIER_RANKS, 'đại tá', 'thiếu tướng'];
const GROUNDS = ['reorganisation', 'reorganisation', 'reorganisation', 'leadership', 'health'];

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

const GROUPS = ['army-officer', 'professional-soldier', 'defence-worker', 'defence-employee', 'cipher', 'cipher-army'];

/** Of the army, one in twelve as drawn: the police as well. */
function soldierOr(d: Draws, drawn: OracleCase['person']): OracleCase['person'] {
  return d.rank % 12 === 5 ? drawn : { ...drawn, group: pick(GROUPS, d.group) };
}

/** A salary that the acts know; the contract seldom. */
function paid(d: Draws, salary: OracleCase['salary']): OracleCase['salary'] {
  return salary.contract !== undefined && d.rank % 16 !== 3 ? { monthly: salary.contract } : salary;
}

/** The rank or the stated limit by which a person of the group retires; of one in thirty neither is told. */
function limited(d: Draws, { sex, birth, group }: OracleCase['person']): Pick<OracleCase, 'person' | 'age'> {
  const paidLike =
    group === 'cipher'
      ? { paidLike: pick(['army', 'army', 'army', 'army', 'army', 'army', 'police', 'civil'], d.rank) }
      : {};
  const person = { sex, birth, group, ...paidLike };
  const workers = group.startsWith('defence-') || group === 'police-worker';
  if (d.schedule === 'normal' || d.schedule === 'reduced') return { person, age: { schedule: d.schedule } };
  if (d.rank % 4 === 0) return { person, age: { limit: pick(['58', '54', '56y6m', '60'], d.group) } };
  if (workers || d.rank % 30 === 1) return { person };
  const ranks = group === 'professional-soldier' ? SOLDIER_RANKS : OFFICER_RANKS;
  return { person: { ...person, rank: pick(ranks, d.rank) } };
}

/** The birth by which the age comes nearest after a month; the limits lie between 45 and 63 years. */
function birthFor(one: OracleCase, wanted: number): string {
  for (let birth = wanted - 63 * 12; birth <= wanted - 45 * 12; birth += 1) {
    const reached = retirementMonth({ ...one, person: { ...one.person, birth: monthText(birth) } });
    if (typeof reached === 'number' && reached >= wanted) return monthText(birth);
  }
  return monthText(wanted - 58 * 12);
}

/** A case of the army, with what was drawn for the others put to its own rules. */
export function inTheArmy(
  d: Draws,
  drawn: OracleCase['person'],
  leaving: OracleCase['leaving'],
  insured: (age: number) => OracleCase['insurance'],
  salary: OracleCase['salary'],
): OracleCase {
  const { person, age } = limited(d, soldierOr(d, drawn));
  const route = d.route % 5 < 2 ? leaving.route : 'auto';
  const ground = d.ground === undefined || d.rank % 9 === 0 ? d.ground : pick(GROUNDS, d.group);
  const one: OracleCase = {
    person,
    leaving: { ...leaving, route, ...(ground === undefined ? {} : { ground }) },
    ...(age ? { age } : {}),
    insurance: { years: 1, months: 0 },
    salary: { ...paid(d, salary), ...(d.average === undefined ? {} : { average: d.average }) },
  };
  const birth = birthFor(one, monthOf(d.date) + d.early - 1);
  const months = monthOf(d.date) - monthOf(birth);
  return { ...one, person: { ...person, birth }, insurance: insured(months) };
}
