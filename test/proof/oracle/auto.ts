import { groupName } from './law.ts';
import { oracle } from './nd178.ts';
import { neighbour, SCHEMES } from './neighbours.ts';
import { CIVIL } from './scheme.ts';
import type { OracleCase } from './types.ts';

/** The choice between the schemes: Điều 3 khoản 7 of Decree 178, the highest only. */

/** The schemes that are chosen between; of equal totals the earlier pays. */
export const RANKED = ['nd178', 'nd154', 'nd29', 'nd177', 'nq07', 'nd338', 'nd170'] as const;
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
  'not-by-own-wish',
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

/** The army and the police, and cipher staff paid like them; the police are sent on to be refused by name. */
const FORCES = new Set([
  'army-officer',
  'professional-soldier',
  'defence-worker',
  'defence-employee',
  'police-officer',
  'police-worker',
  'cipher-army',
  'cipher-police',
]);

function ofThePolice(person: OracleCase['person']): boolean {
  return ['police-officer', 'police-worker', 'cipher-police'].includes(groupName(person));
}

/** Resolution 07 has its time for contract professionals; outside of it they are subjects of Decree 154. */
function professionalYieldsTo(scheme: Ranked, date: string, impact: string): Ranked | undefined {
  const inTime = date >= '2025-09-17' && date <= '2025-11-01';
  if (scheme === 'nd154') return inTime ? 'nq07' : undefined;
  return scheme === 'nq07' && !inTime && impact !== 're-election' && date <= '2030-12-31' ? 'nd154' : undefined;
}

/** Why Decree 178 is not for who leaves on another ground; the acts that are. */
function otherGround({ leaving }: OracleCase): readonly Ranked[] {
  const { ground = 'reorganisation', reorganisation } = leaving;
  if (['job-position', 'standard', 'quality', 'health'].includes(ground)) return ['nd154', 'nd29'];
  if (reorganisation !== undefined || ground === 'reorganisation') return [];
  return ground === 'wish' ? ['nd154', 'nd29', 'nd170'] : ['nd154', 'nd29'];
}

/** All that a scheme would step back for, were it there. */
function allYieldsTo(scheme: Ranked, c: OracleCase): readonly Ranked[] {
  const first = yieldsTo(scheme, c);
  const more = scheme === 'nd178' ? otherGround(c) : scheme === 'nd154' && ownWish(c) ? (['nd170'] as const) : [];
  return first === undefined ? more : [first, ...more];
}

/** Decree 29 stepped back for Decree 178; Decree 178, whose policy has ended, for Decree 154. */
function yieldsTo(scheme: Ranked, { leaving, person }: OracleCase): Ranked | undefined {
  const { date, decided, impact = 'direct' } = leaving;
  if (scheme === 'nd29') {
    const from = impact === 'direct' ? '2025-01-01' : '2025-03-15';
    const reorganised = leaving.ground === undefined || leaving.ground === 'reorganisation';
    return impact !== 're-election' && date >= from && reorganised ? 'nd178' : undefined;
  }
  const { group } = person;
  if (group === 'contract-professional') return professionalYieldsTo(scheme, date, impact);
  const roadmap = date <= '2025-12-31' && decided !== undefined && decided < '2025-08-01';
  if (scheme === 'nd338') return roadmap && !ofThePolice(person) ? 'nd178' : undefined;
  if (scheme !== 'nd178' || date <= '2025-09-01' || roadmap) return undefined;
  return CIVIL.has(group) ? 'nd154' : FORCES.has(groupName(person)) ? 'nd338' : undefined;
}

/** Schemes that are only taken by name, and the routes that are theirs alone. */
const BY_ROUTE: Readonly<Record<string, string>> = {
  resignation: 'nd170',
  waiting: 'nd177-4',
  'retained-leadership': 'nd178-11',
  'secondment-commune': 'nd178-12',
  'secondment-province': 'nd178-12',
};

/** The acts on leaving the army take in whoever left too late for Decree 178, even if they can't compute the case. */
function armyActsCover({ leaving }: OracleCase): boolean {
  return leaving.date >= '2025-09-02' && leaving.impact !== 're-election';
}

/** Decree 170 is looked at for who leaves by their own wish, no reorganisation about. */
function ownWish({ leaving }: OracleCase): boolean {
  return leaving.ground === 'wish' && leaving.reorganisation === undefined;
}

/** Whether the scheme has the route that is asked for: who asks for one of a single scheme looks at no other. */
function goesAsAsked(scheme: Ranked | undefined, { leaving: { route } }: OracleCase): boolean {
  if (scheme === undefined) return false;
  return route === 'auto' || SCHEMES.get(scheme)?.routes.some(({ name }) => name === route) === true;
}

/**
 * Which scheme pays: of those that fit and do not step back, the one that gives most. None as long as one of them
 * lacks what it needs to be computed.
 */
export function choose(c: OracleCase): Choice {
  const named = BY_ROUTE[c.leaving.route];
  if (named !== undefined) return { scheme: named, candidates: [] };
  const ranked = RANKED.filter((scheme) => scheme !== 'nd170' || ownWish(c));
  const found = ranked.map((scheme) => candidate(scheme, c)).filter((one) => one !== undefined);
  const candidates = found.map((one) => {
    const professional = c.person.group === 'contract-professional' && goesAsAsked(yieldsTo(one.scheme, c), c);
    const stands = (other: Ranked): boolean =>
      other === 'nd338' ? armyActsCover(c) : found.some(({ scheme }) => scheme === other);
    return { ...one, yields: professional || allYieldsTo(one.scheme, c).some(stands) };
  });
  const left = candidates.filter(({ yields }) => !yields);
  if (left.some(({ outcome }) => outcome === 'invalid')) return { scheme: undefined, candidates };
  const best = left.reduce((so, { total }) => (BigInt(total) > so ? BigInt(total) : so), 0n);
  return { scheme: left.find(({ total }) => BigInt(total) === best)?.scheme, candidates };
}
