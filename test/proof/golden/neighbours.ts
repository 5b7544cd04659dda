import { calculate, recordOf, type Result, type ResultRecord } from '../../../src/index.ts';
import { probeDisagreement } from '../boundaries/agree.ts';
import { insuredPeople } from '../boundaries/pension.ts';
import type { Probe } from '../../support/engines.ts';
import { duration, personWith } from '../../support/person.ts';
import { SCHEME_IDS } from '../../support/population-neighbours.ts';
import { choiceProbes, schemeProbes } from '../../support/sample.ts';
import type { GoldenCase } from './corpus.ts';

/** Generated cases of the schemes beside Decree 178, of the choice between the schemes, and of the pension. */

/** How many cases of each scheme are looked at; only those that show something new are kept. */
const LOOKED_AT = 5000;
const SEED = 154_2025;

const THRESHOLDS: ReadonlySet<number> = new Set([1, 15, 16, 23, 24, 32, 33, 34, 59, 60, 61, 120, 121]);

/** What a record of a named scheme shows. */
function shown(result: ResultRecord): string[] {
  const { law, measures = undefined, raise } = result;
  const { scheme } = law;
  const version = `${scheme} ${law.version ?? ''}`;
  const counts = (['monthsEarly', 'monthsPast', 'termMonths'] as const).flatMap((name) => {
    const value = measures?.[name];
    return value !== undefined && THRESHOLDS.has(value) ? [`${scheme} ${result.route ?? ''} ${name} ${value}`] : [];
  });
  return [
    ...result.benefits.map((line) => `${version} row ${line.row}`),
    ...result.findings.map((found) => `${scheme} finding ${found.code}`),
    ...result.interpretations.map((question) => `${version} ${question.id}=${question.chosen}`),
    ...result.salary.map((line) => `${scheme} salary ${line.component}`),
    ...(raise ? [`${version} raise from ${raise.scheme} ${raise.due === '0' ? 'nothing' : 'something'} due`] : []),
    `${version} ${result.outcome} ${result.route ?? ''}`,
    `${scheme} group ${result.case.person.group}`,
    ...(measures?.pensionEligible === undefined ? [] : [`${version} pension ${String(measures.pensionEligible)}`]),
    ...counts,
  ];
}

/** What a record of Decree 178 shows besides: each scale with its over-frame seniority, each raise. */
function scaledOrRaised({ law, raise, salary, case: one }: ResultRecord): string[] {
  const over = salary.some(({ component }) => component === 'overFrame');
  const { scale } = one.salary;
  return [
    ...(raise ? [`${law.version ?? ''} raise ${raise.due === '0' ? 'nothing' : 'something'} due`] : []),
    ...(scale === undefined ? [] : [`scale ${scale} ${String(over)}`]),
  ];
}

/** What a record of a scheme that was found shows: what became of each candidate, and why. */
function choiceShown(result: Result): string[] {
  const { law, candidates = [] } = result;
  return candidates.flatMap(({ scheme, status, code }) => [
    `${scheme} ${status} ${code}`,
    `${law.scheme} ${law.version ?? ''} chosen before ${scheme} ${status}`,
  ]);
}

/** The cases that show what none before them did, each agreed on by both engines. */
function kept(prefix: string, probes: readonly Probe[], shows: (record: ResultRecord) => string[]): GoldenCase[] {
  const seen = new Set<string>();
  const found: GoldenCase[] = [];
  for (const { case: one, asked } of probes) {
    const result = calculate(one, asked);
    if (!result.ok) continue;
    const fresh = shows(recordOf(result.value)).filter((key) => !seen.has(key));
    if (fresh.length === 0) continue;
    const differ = probeDisagreement({ case: one, asked });
    if (differ !== undefined) throw new Error(`the engines disagree:\n${differ}`);
    for (const key of fresh) seen.add(key);
    const id = `${prefix}-${String(found.length + 1).padStart(3, '0')}`;
    found.push({ source: 'generated; both engines agree', case: { ...one, id }, options: asked });
  }
  return found;
}

/** One record for each text that a pension is told in, apart from its numbers: with and without a surplus. */
function pensions(): GoldenCase[] {
  const seen = new Set<string>();
  return insuredPeople().flatMap(({ scheme, wanted, months }): GoldenCase[] => {
    const person = personWith({ ...wanted, insurance: months });
    if (!person) return [];
    const salary = { monthly: '10000000', average: '8000000' };
    const one = { ...person, insurance: duration(months), salary };
    const found = calculate(one, { scheme, pension: true });
    if (!found.ok || !found.value.pension) return [];
    const { version, rate, oneOff } = found.value.pension;
    const key = [scheme, version, wanted.sex, rate === '75%', rate === '45%', oneOff !== undefined].join();
    if (seen.has(key)) return [];
    seen.add(key);
    const id = `P-${String(seen.size).padStart(3, '0')}`;
    return [{ source: 'generated; agrees with the digest', case: { ...one, id }, options: { scheme, pension: true } }];
  });
}

/** Cases of Decree 178 with what its neighbours brought: pay scales, and cadres settled before under Decree 177. */
function extended(count: number): Probe[] {
  return schemeProbes('nd178', count, SEED).flatMap((probe): Probe[] => {
    const { case: one, asked } = probe;
    if (one.leaving.impact !== 're-election') return one.salary.scale === undefined ? [] : [probe];
    return ['1', '900000000'].map((amount) => ({ case: { ...one, settled: { scheme: 'nd177', amount } }, asked }));
  });
}

/** The cases of the corpus that Decree 178 does not govern, or that name no scheme; of a share of those looked at. */
export function neighbours(share: number): GoldenCase[] {
  const count = Math.round(LOOKED_AT * share);
  return [
    ...SCHEME_IDS.flatMap((scheme) => kept(`G-${scheme}`, schemeProbes(scheme, count, SEED), shown)),
    ...kept('G-nd178', extended(count), scaledOrRaised),
    ...kept('G-auto', choiceProbes(count, SEED), choiceShown),
    ...pensions(),
  ];
}
