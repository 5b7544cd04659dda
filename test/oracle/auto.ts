import { oracle } from './nd178.ts';
import { neighbour } from './neighbours.ts';
import { CIVIL } from './scheme.ts';
import type { OracleCase } from './types.ts';

/** The choice between the schemes: Điều 3 khoản 7 of Decree 178, the highest only. */

/** The schemes that are chosen between; of equal totals the earlier pays. */
export const RANKED = ['nd178', 'nd154', 'nd177', 'nd29', 'nq07'] as const;
export type Ranked = (typeof RANKED)[number];

export interface Candidate {
  scheme: Ranked;
  outcome: string;
  total: string;
  yields: boolean;
}

export interface Choice {
  scheme: string | undefined;
  candidates: readonly Candidate[];
}

function under(scheme: Ranked, c: OracleCase): { outcome: string; reason?: string; total?: string } {
  return scheme === 'nd178' ? oracle(c) : neighbour(scheme, c);
}

/** Reasons that say that a scheme is not for this person at all. */
const OUTSIDE = new Set([
  'not-covered-date',
  'before-2025',
  'impact',
  'not-past-age-subject',
  'hazardous-work-under-15-years',
  're-election-before-decree-67',
  'indirect-before-decree-67',
]);

/** The result of a scheme that covers the day and the person; while a key is lacking it has none yet. */
function candidate(scheme: Ranked, c: OracleCase): Omit<Candidate, 'yields'> | undefined {
  const { outcome, reason, total = '0' } = under(scheme, c);
  if (OUTSIDE.has(reason ?? '')) return undefined;
  const lacking = reason === CLOCK ? clockApplies(c) : reason?.startsWith('missing: ') === true;
  if (outcome === 'invalid' && !lacking) return undefined;
  return { scheme, outcome, total };
}

const CLOCK = 'reorganisation-missing';

/** Whether Decree 178 would cover the person if only its clock were given. */
function clockApplies(c: OracleCase): boolean {
  const { outcome, reason } = oracle({ ...c, leaving: { ...c.leaving, reorganisation: c.leaving.date } });
  return outcome !== 'invalid' && !OUTSIDE.has(reason ?? '');
}

/** Decree 29 stepped back for Decree 178; Decree 178, whose policy has ended, for Decree 154. */
function yieldsTo(scheme: Ranked, { leaving, person }: OracleCase): Ranked | undefined {
  const { date, decided, impact = 'direct' } = leaving;
  if (scheme === 'nd29') {
    const from = impact === 'direct' ? '2025-01-01' : '2025-03-15';
    return impact !== 're-election' && date >= from ? 'nd178' : undefined;
  }
  if (scheme !== 'nd178' || !CIVIL.has(person.group)) return undefined;
  const roadmap = decided !== undefined && decided < '2025-08-01';
  return date > '2025-12-31' || (date > '2025-09-01' && !roadmap) ? 'nd154' : undefined;
}

/** Schemes that are only taken by name, and the routes that are theirs alone. */
const BY_ROUTE: Readonly<Record<string, string>> = {
  resignation: 'nd170',
  'retained-leadership': 'nd178-11',
  'secondment-commune': 'nd178-12',
  'secondment-province': 'nd178-12',
};

/**
 * Which scheme pays: of those that fit and do not step back, the one that gives most. None as long as one of them
 * lacks what it needs to be computed.
 */
export function choose(c: OracleCase): Choice {
  const named = BY_ROUTE[c.leaving.route];
  if (named !== undefined) return { scheme: named, candidates: [] };
  const found = RANKED.map((scheme) => candidate(scheme, c)).filter((one) => one !== undefined);
  const candidates = found.map((one) => {
    const other = yieldsTo(one.scheme, c);
    return { ...one, yields: other !== undefined && found.some(({ scheme }) => scheme === other) };
  });
  const left = candidates.filter(({ yields }) => !yields);
  if (left.some(({ outcome }) => outcome === 'invalid')) return { scheme: undefined, candidates };
  const best = left.reduce((so, { total }) => (BigInt(total) > so ? BigInt(total) : so), 0n);
  return { scheme: left.find(({ total }) => BigInt(total) === best)?.scheme, candidates };
}
