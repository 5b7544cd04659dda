import { dueAfter } from './due.ts';
import { inputError } from './input.ts';
import { ND154 } from './nd154.ts';
import { ND170 } from './nd170.ts';
import { ND177 } from './nd177.ts';
import { ND177_4 } from './nd177-4.ts';
import { ND178_11, ND178_12 } from './nd178-staying.ts';
import { ND29 } from './nd29.ts';
import { ND338 } from './nd338.ts';
import { groupOf } from './law.ts';
import { establish, measuresOf } from './neighbour-facts.ts';
import { NQ07 } from './nq07.ts';
import { ratio, type Rational } from './rational.ts';
import type { NeighbourFacts, PayLine, Scheme, SchemeRoute } from './scheme.ts';
import type { OracleBenefit, OracleCase, OracleOptions } from './types.ts';

/** The schemes beside Decree 178, each from its Articles alone. */
export const SCHEMES: ReadonlyMap<string, Scheme> = new Map(
  [ND154, ND29, ND177, ND177_4, NQ07, ND170, ND338, ND178_11, ND178_12].map((scheme) => [scheme.id, scheme]),
);

export interface NeighbourResult {
  outcome: 'paid' | 'nothing' | 'refused' | 'invalid';
  route?: string;
  reason?: string;
  measures?: Record<string, string | number>;
  benefits?: OracleBenefit[];
  total?: string;
  due?: string;
}

/** One case under one neighbouring scheme; obstacles come in the order of the oracle of Decree 178. */
export function neighbour(id: string, told: OracleCase, options: OracleOptions = {}): NeighbourResult {
  const scheme = SCHEMES.get(id);
  if (!scheme) throw new RangeError(`unknown scheme ${id}`);
  const c = scheme.labourAge === true ? byLabourAge(told) : told;
  const error = inputError(c, { groups: scheme.groups, routes: scheme.routes.map(({ name }) => name), clock: false });
  const fault = error ?? unknownTo(scheme, c) ?? misfit(scheme, c);
  if (fault !== undefined) return { outcome: 'invalid', reason: fault };
  if (!covers(scheme, c.leaving.date)) return { outcome: 'refused', reason: 'not-covered-date' };
  const facts = establish(scheme, c, options.interpretations ?? {});
  if (typeof facts === 'string') return { outcome: 'invalid', reason: facts };
  const turnedAway = scheme.refuses?.(c);
  if (turnedAway !== undefined) return { outcome: 'refused', reason: turnedAway };
  if (scheme.blocks === true && isBlocked(c)) return refusal(scheme, facts);
  return settle(scheme, facts);
}

/** Appendix I unless the case says otherwise, whatever the group. */
function byLabourAge(c: OracleCase): OracleCase {
  return { ...c, age: { ...c.age, schedule: c.age?.schedule ?? 'normal' } };
}

/** Whom of a group, which salary and which age the scheme does not know. */
function unknownTo(scheme: Scheme, { person, age, salary }: OracleCase): string | undefined {
  if (scheme.covers?.(person) === false) return 'group-not-covered';
  if (scheme.byContract === false && salary.contract !== undefined) return 'salary-form-not-in-scheme';
  const limited = age?.limit !== undefined && age.schedule !== 'limit';
  return scheme.labourAge === true && limited ? 'age-limit-unused' : undefined;
}

/** What the scheme has no place for: a group not yet covered or off the asked route, a limit, an allowance. */
function misfit(scheme: Scheme, c: OracleCase): string | undefined {
  const { person, leaving, age, salary } = c;
  const own = scheme.misfit?.(c);
  if (own !== undefined) return own;
  const from = scheme.groups.get(person.group) ?? '';
  if (covers(scheme, leaving.date) && leaving.date < from) return 'group-not-covered';
  const corps = groupOf(person)?.limitByDefault === true && scheme.labourAge !== true;
  if (age?.schedule === 'limit' && age.limit === undefined && !corps) return 'schedule-not-for-group';
  const asked = scheme.routes.find(({ name }) => name === leaving.route);
  if (asked?.groups?.has(person.group) === false) return 'group-not-in-route';
  const named = leaving.route !== 'auto' || scheme.routes.some(({ byName }) => byName !== true);
  if (!named) return 'route-must-be-named';
  return salary.allowance !== undefined && scheme.byAllowance !== true ? 'salary-form-not-in-scheme' : undefined;
}

/** Whether the scheme applies to who leaves on a day. */
export function covers({ from, to }: Scheme, date: string): boolean {
  return from <= date && (to === undefined || date <= to);
}

/** Blocked; whether the scheme is for the person at all matters to the choice between schemes. */
function refusal(scheme: Scheme, facts: NeighbourFacts): NeighbourResult {
  return { outcome: 'refused', reason: scheme.subject?.(facts) ?? 'blocked' };
}

/** Điều 4 of Decree 178, which the others follow. */
function isBlocked({ leaving }: OracleCase): boolean {
  if (leaving.blocked === 'discipline-or-inspection') return true;
  return leaving.blocked === 'pregnancy-or-small-child' && leaving.voluntary !== true;
}

/** Pays the asked route, or the first that is not taken by name only. */
function settle(scheme: Scheme, facts: NeighbourFacts): NeighbourResult {
  const measures = measuresOf(scheme, facts);
  const outside = scheme.subject?.(facts);
  if (outside !== undefined) return { outcome: 'nothing', reason: outside, measures };
  const asked = facts.c.leaving.route;
  const open = ({ name, byName, groups }: SchemeRoute): boolean =>
    asked === 'auto' ? byName !== true && groups?.has(facts.group) !== false : name === asked;
  const routes = scheme.routes.filter(open);
  const route = routes.find(({ obstacle }) => obstacle(facts) === undefined);
  if (!route) {
    const unseen = scheme.unseen?.(facts);
    if (unseen !== undefined) return { outcome: 'refused', reason: unseen };
    const reason = routes.map(({ name, obstacle }) => `${name}: ${obstacle(facts) ?? ''}`).join(', ');
    return { outcome: 'nothing', reason, measures };
  }
  return payUnder(scheme, route, facts, measures);
}

function payUnder(
  scheme: Scheme,
  route: SchemeRoute,
  facts: NeighbourFacts,
  measures: Record<string, string | number>,
): NeighbourResult {
  if (route.unseen?.(facts) === true) return { outcome: 'refused', reason: 'amounts-not-seen' };
  const lines = route.lines(facts);
  if ('missing' in lines) return { outcome: 'invalid', reason: `missing: ${lines.missing}` };
  if ('unseen' in lines) return { outcome: 'refused', reason: lines.unseen };
  const benefits: OracleBenefit[] = [];
  for (const line of lines) {
    const amount = amountOf(line, facts);
    if (!amount) return { outcome: 'invalid', reason: `missing: ${line.base}` };
    if (amount.isZero) continue;
    const { from, until } = line;
    const span = from === undefined || until === undefined ? {} : { from, until };
    benefits.push({ id: line.id, months: line.months.toDecimal(), amount: amount.toDecimal(), ...span });
  }
  const unseen = scheme.unseen?.(facts);
  if (unseen !== undefined) return { outcome: 'refused', reason: unseen };
  if (benefits.length === 0) return { outcome: 'nothing', route: route.name, reason: 'no-line', measures };
  const total = benefits.reduce((so, { amount }) => so + BigInt(amount), 0n);
  const due = dueAfter(scheme.setsOff, facts.c, total);
  if (due === 'missing') return { outcome: 'invalid', reason: 'missing: settled.amount' };
  return { outcome: 'paid', route: route.name, measures, benefits, total: String(total), ...due };
}

/** Rounded half up to the đồng; no more than the other base allows. */
function amountOf({ months, base, most, worth }: PayLine, { bases }: NeighbourFacts): Rational | undefined {
  const full = (worth ?? bases[base])?.times(months);
  if (!full || !most) return full?.roundHalfUp();
  const limit = bases[most.base]?.times(ratio(most.months));
  if (!limit) return undefined;
  return (full.compare(limit) > 0 ? limit : full).roundHalfUp();
}
