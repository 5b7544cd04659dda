import { calculate, type Law, type Result } from '../../src/index.ts';
import { oracle } from '../proof/oracle/nd178.ts';
import type { OracleCase } from '../proof/oracle/types.ts';
import { exampleFile } from './example.ts';

/** How a case is asked: under which scheme, chosen readings, and the day whose version is pinned. */
export interface Asked {
  readonly scheme?: string;
  readonly interpretations?: Record<string, string>;
  readonly asOf?: string;
}

/** A case and how it is asked. */
export interface Probe {
  readonly case: OracleCase;
  readonly asked: Asked;
}

/** A case whose values may be anything: the second engine knows no bounds of plausible input. */
export function accepted(one: OracleCase): OracleCase {
  return { acceptImplausible: true, ...one };
}

/** The first day the scheme covers; before it one engine refuses what is faulty for the other. */
const FIRST_DAY = '2025-01-01';

const MEASURES = [
  'monthlySalary',
  'normalRetirement',
  'pensionStart',
  'monthsEarly',
  'yearsEarly',
  'serviceYears',
  'severanceMonths',
  'window',
] as const;

type Measures = { readonly [N in (typeof MEASURES)[number]]?: string | number } | undefined;
type Lines = readonly { readonly id: string; readonly months: string; readonly amount: string }[];

function text(outcome: string, version: unknown, measures: Measures, lines: Lines, total: string): string {
  const measured = MEASURES.map((name) => `${name} ${measures?.[name] ?? '-'}`);
  const paid = lines.map(({ id, months, amount }) => `${id} ${months} = ${amount}`);
  return [outcome, version, ...measured, ...paid, total].join('; ');
}

function early({ case: { leaving }, asked }: Probe): boolean {
  return (asked.asOf ?? leaving.date) < FIRST_DAY || leaving.date < FIRST_DAY;
}

/** What the engine says of a case, as far as the oracle can say it too, as one text. */
export function engineSays(probe: Probe, law?: Law): string {
  const found = calculate(accepted(probe.case), { scheme: 'nd178', ...probe.asked, ...(law ? { law } : {}) });
  if (!found.ok) {
    const defect = found.issues.find((issue) => issue.code === 'rule-defect');
    if (defect) return defect.message;
    return early(probe) ? 'no result' : 'invalid';
  }
  const { outcome, law: applied, measures, benefits, total }: Result = found.value;
  if (outcome === 'refused') return early(probe) ? 'no result' : outcome;
  return text(outcome, applied.version, measures, benefits, total);
}

/** What the oracle says of a case, as one text in the form of {@link engineSays}. */
export function oracleSays(probe: Probe): string {
  const { outcome, version, measures, benefits = [], total = '0' } = oracle(probe.case, probe.asked);
  if (early(probe) && (outcome === 'invalid' || outcome === 'refused')) return 'no result';
  if (outcome === 'invalid' || outcome === 'refused') return outcome;
  return text(outcome, version, measures, benefits, total);
}

/** Where the engines differ on a case: both texts and a ready example file; undefined when they agree. */
export function disagreement(probe: Probe): string | undefined {
  const us = engineSays(probe);
  const them = oracleSays(probe);
  if (us === them) return undefined;
  const file = exampleFile(probe.case, probe.asked.interpretations ?? {}, probe.asked.asOf);
  return `${file}# engine: ${us}\n# oracle: ${them}\n`;
}
