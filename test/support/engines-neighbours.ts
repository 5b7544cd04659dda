import { calculate, type Law } from '../../src/index.ts';
import { choose, type Candidate } from '../proof/oracle/auto.ts';
import { oracle } from '../proof/oracle/nd178.ts';
import { neighbour, type NeighbourResult, SCHEMES } from '../proof/oracle/neighbours.ts';
import type { OracleCase, OracleResult } from '../proof/oracle/types.ts';
import { exampleFile } from './example.ts';
import { accepted } from './engines.ts';

/** A case, the scheme it is computed under, and the readings it is asked with. */
export interface NeighbourProbe {
  readonly scheme: string;
  readonly case: OracleCase;
  readonly interpretations?: Record<string, string>;
}

type Lines = readonly {
  readonly id: string;
  readonly months: string;
  readonly amount: string;
  readonly from?: string;
  readonly until?: string;
}[];

/** What both engines say; of the measures those that the oracle tells are compared. */
interface Said {
  readonly outcome: string;
  readonly route?: string;
  readonly measures?: Readonly<Record<string, unknown>>;
  readonly lines?: Lines;
  readonly total?: string;
  readonly due?: string;
}

function engine({ scheme, case: one, interpretations = {} }: NeighbourProbe, law?: Law): Said {
  const found = calculate(accepted(one), { scheme, interpretations, ...(law ? { law } : {}) });
  if (!found.ok) {
    const defect = found.issues.find((issue) => issue.code === 'rule-defect');
    return { outcome: defect ? defect.message : 'invalid' };
  }
  const { outcome, route, measures, benefits, total } = found.value;
  if (outcome === 'refused') return { outcome };
  const { due } = (found.value as { raise?: { due: string } }).raise ?? {};
  return {
    outcome,
    measures: { ...measures },
    lines: benefits,
    total,
    ...(outcome === 'paid' && route !== null ? { route } : {}),
    ...(due === undefined ? {} : { due }),
  };
}

type Second = OracleResult | NeighbourResult;

function second({ scheme, case: one, interpretations = {} }: NeighbourProbe): Said {
  const result: Second =
    scheme === 'nd178' ? oracle(one, { interpretations }) : neighbour(scheme, one, { interpretations });
  const { outcome, route, measures, benefits, total, due } = result;
  if (outcome === 'invalid' || outcome === 'refused') return { outcome };
  return {
    outcome,
    measures: { ...measures },
    lines: benefits ?? [],
    total: total ?? '0',
    ...(outcome === 'paid' && route !== undefined ? { route } : {}),
    ...(due === undefined ? {} : { due }),
  };
}

function text(said: Said, names: readonly string[]): string {
  const { outcome, route = '-', measures, lines = [], total = '-', due = '-' } = said;
  const measured = names.map((name) => `${name} ${String(measures?.[name])}`);
  const paid = lines.map(
    ({ id, months, amount, from = '', until = '' }) => `${id} ${months} = ${amount} ${from}–${until}`,
  );
  return [outcome, route, ...measured, ...paid, `total ${total}`, `due ${due}`].join('; ');
}

/** A leaving outside the scheme is refused by one engine and faulty for the other when it has a fault as well. */
function outside({ scheme, case: one }: NeighbourProbe): boolean {
  const { from = '2025-01-01', to = '9999-12-31' } = SCHEMES.get(scheme) ?? {};
  return one.leaving.date < from || one.leaving.date > to;
}

/** Where the engines differ on a case: both texts and a ready example file; undefined when they agree. */
export function neighbourDisagreement(probe: NeighbourProbe, law?: Law): string | undefined {
  const us = engine(probe, law);
  const them = second(probe);
  const unpaid = (said: Said): boolean => said.outcome === 'invalid' || said.outcome === 'refused';
  if (outside(probe) && unpaid(us) && unpaid(them)) return undefined;
  const names = Object.keys(them.measures ?? {});
  const [a, b] = [text(us, names), text(them, names)];
  if (a === b) return undefined;
  const file = exampleFile({ law: probe.scheme, ...probe.case }, probe.interpretations ?? {}, undefined);
  return `${file}# engine: ${a}\n# oracle: ${b}\n`;
}

/** Where the engine tells another total for a reading, or leaves out one that pays otherwise; undefined if nowhere. */
export function readingDisagreement({ scheme, case: one, interpretations = {} }: NeighbourProbe): string | undefined {
  const found = calculate({ law: scheme, ...accepted(one) }, { interpretations });
  if (!found.ok) return undefined;
  const told = new Map(found.value.interpretations.map(({ id, alternatives }) => [id, alternatives]));
  for (const [id, options] of Object.entries(SCHEMES.get(scheme)?.readings ?? {})) {
    for (const option of options) {
      const asked = { ...interpretations, [id]: option };
      const { outcome, total = '0' } = neighbour(scheme, one, { interpretations: asked });
      const listed = told.get(id)?.find((each) => each.option === option)?.total ?? found.value.total;
      if (outcome === 'invalid' || listed === total) continue;
      const file = exampleFile({ law: scheme, ...one }, interpretations, undefined);
      return `${file}# engine: ${id}=${option} would pay ${listed}\n# oracle: ${total}\n`;
    }
  }
  return undefined;
}

interface Considered {
  readonly scheme: string;
  readonly status: string;
  readonly total: string | null;
}

/** Where the engines choose another scheme, or give it another total; undefined when they agree. */
export function choiceDisagreement(one: OracleCase, law?: Law): string | undefined {
  const found = calculate(accepted(one), { scheme: 'auto', ...(law ? { law } : {}) });
  const { scheme, candidates } = choose(one);
  const best = candidates.length > 0 ? candidates.find((each) => each.scheme === scheme) : byName(scheme, one);
  const value = found.ok ? found.value : undefined;
  const us = value?.outcome === 'paid' ? `${value.law.scheme} ${value.total}` : 'nothing paid';
  const them = best?.outcome === 'paid' ? `${best.scheme} ${best.total}` : 'nothing paid';
  const considered = (value as { candidates?: readonly Considered[] } | undefined)?.candidates ?? [];
  const wrong = candidates.filter((each) => stepsBackOtherwise(each, considered));
  if (us === them && (value?.outcome !== 'paid' || wrong.length === 0)) return undefined;
  const file = exampleFile({ law: 'auto', ...one }, {}, undefined);
  return `${file}# engine: ${us} ${JSON.stringify(considered)}\n# oracle: ${them} ${JSON.stringify(candidates)}\n`;
}

/** The result of a scheme that was not chosen among others. */
function byName(scheme: string | undefined, one: OracleCase): { scheme: string; outcome: string; total: string } {
  if (scheme === undefined) return { scheme: '-', outcome: 'nothing', total: '0' };
  const { outcome, total = '0' } = neighbour(scheme, one);
  return { scheme, outcome, total };
}

/** Whether the engine lets a scheme step back, or not, unlike the oracle. */
function stepsBackOtherwise(one: Candidate, considered: readonly Considered[]): boolean {
  const other = considered.find(({ scheme }) => scheme === one.scheme);
  return other === undefined || (other.status === 'yields') !== one.yields;
}
