import { calculate, type Law } from '../../../src/index.ts';
import { choose } from '../oracle/auto.ts';
import { neighbour, SCHEMES } from '../oracle/neighbours.ts';
import { READINGS } from '../oracle/readings.ts';
import type { OracleCase } from '../oracle/types.ts';
import { accepted, disagreement, engineSays, oracleSays, type Probe } from '../../support/engines.ts';
import { exampleFile } from '../../support/example.ts';
import { neighbourDisagreement } from '../../support/engines-neighbours.ts';

/**
 * Where the engines differ on a case, whatever it is asked of: the main scheme with its pinned versions, any scheme, or
 * the choice between them (`auto`). Undefined when they agree.
 */
export function probeDisagreement(probe: Probe, law?: Law): string | undefined {
  const { scheme, interpretations = {}, asOf } = probe.asked;
  if (scheme === 'auto') return choiceDisagreement(probe, law);
  if (scheme === undefined || asOf !== undefined) {
    if (!law) return disagreement(probe);
    return engineSays(probe, law) === oracleSays(probe) ? undefined : 'differs';
  }
  return neighbourDisagreement({ scheme, case: probe.case, interpretations: known(scheme, interpretations) }, law);
}

/** The readings that the second engine knows: a question that decides nothing in a scheme has none there. */
function known(scheme: string, interpretations: Record<string, string>): Record<string, string> {
  const readings = scheme === 'nd178' ? READINGS : (SCHEMES.get(scheme)?.readings ?? {});
  return Object.fromEntries(Object.entries(interpretations).filter(([id]) => id in readings));
}

/** Which scheme is chosen and what it pays, and which give way, by either engine. */
function choiceDisagreement({ case: one }: Probe, law?: Law): string | undefined {
  const found = calculate(accepted(one), { scheme: 'auto', ...(law ? { law } : {}) });
  const { scheme, candidates } = choose(one);
  const best = candidates.find((each) => each.scheme === scheme) ?? byRoute(scheme, one, candidates.length);
  const them = best?.outcome === 'paid' ? `${best.scheme} ${best.total}` : 'nothing paid';
  const value = found.ok && found.value.outcome === 'paid' ? found.value : undefined;
  const us = value ? `${value.law.scheme} ${value.total}` : 'nothing paid';
  const yielding = (value?.candidates ?? []).filter(({ status }) => status === 'yields').map((each) => each.scheme);
  const otherwise = candidates.filter((each) => each.yields !== yielding.includes(each.scheme));
  if (us === them && (!value || otherwise.length === 0)) return undefined;
  return `${exampleFile({ law: 'auto', ...one }, {}, undefined)}# engine: ${us}, gives way: ${yielding.join()}
# oracle: ${them}, gives way otherwise: ${otherwise.map((each) => each.scheme).join()}
`;
}

/** The result of the scheme that alone knows the route of a case. */
function byRoute(
  scheme: string | undefined,
  one: OracleCase,
  others: number,
): { scheme: string; outcome: string; total: string } | undefined {
  if (scheme === undefined || others > 0) return undefined;
  const { outcome, total = '0' } = neighbour(scheme, one);
  return { scheme, outcome, total };
}
