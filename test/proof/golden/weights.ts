import { readFileSync, writeFileSync } from 'node:fs';
import { builtinLaw, type ResultRecord } from '../../../src/index.ts';
import { calculation } from '../../../src/engine/calculate.ts';
import type { Calculation } from '../../../src/engine/derivation.ts';
import { statementKey } from '../../../src/lawbook/show/sources.ts';
import type { Rule } from '../../../src/law/version.ts';
import { replayOptions } from '../../../src/records/recompute.ts';

const FILE = new URL('../../../rules/weights.json', import.meta.url);

type Counted = Record<string, Record<string, number>>;

/** For each scheme, how many records use each provision, and each amendment that made it what it is. */
export function weightsOf(records: readonly ResultRecord[]): Counted {
  const counts = new Map<string, Map<string, number>>();
  for (const record of records) {
    const found = calculation(record.case, { ...replayOptions(record), scheme: record.law.scheme, law: builtinLaw() });
    if (!found.ok || 'refused' in found.value) continue;
    const { scheme } = found.value.derivation.law;
    const of = counts.get(scheme) ?? new Map<string, number>();
    counts.set(scheme, of);
    for (const key of usedBy(found.value)) of.set(key, (of.get(key) ?? 0) + 1);
  }
  const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted(counts).map(([scheme, of]) => [scheme, Object.fromEntries(sorted(of))]));
}

/** The statements of the law that had a part in a result. */
function usedBy({ derivation, interpretations }: Calculation): Set<string> {
  const { law, facts, findings, ...parts } = derivation;
  // A rule that only keeps the case from being paid has no part in what is paid.
  const rules = new Set<Rule>(rulesIn({ ...parts, unverified: [] }));
  for (const [name, value] of Object.entries(facts.classes)) {
    const claims = (law.classes.get(name) ?? []).filter(({ provision }) => provision.value === value);
    for (const rule of claims) if (rule.tests.every((one) => one.holds(facts))) rules.add(rule);
  }
  for (const { id } of interpretations) {
    const rule = law.interpretation(id);
    if (rule) rules.add(rule);
  }
  for (const kind of ['exclusion', 'notice'] as const) {
    for (const rule of law.rules(kind)) if (findings.some(({ cites }) => cites === rule.cites)) rules.add(rule);
  }
  for (const { benefit } of derivation.lines) {
    for (const rule of law.rules('benefit-title')) if (rule.provision.benefit === benefit) rules.add(rule);
  }
  for (const rule of law.rules('base-salary-month'))
    if (derivation.salary.lines.some(({ base }) => base)) rules.add(rule);
  return new Set([...rules].flatMap(keysOf));
}

/** The rules that stand anywhere in a value. */
function rulesIn(value: unknown, seen = new Set<object>()): Rule[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  if ('provision' in value && 'source' in value && 'cites' in value) return [value as Rule];
  return Object.values(value).flatMap((inner) => rulesIn(inner, seen));
}

function keysOf({ id, source: { act, changes } }: Rule): string[] {
  const inserted = changes.find(({ leaf }) => leaf === '');
  const amended = changes.filter(({ leaf }) => leaf !== '');
  return [
    statementKey(inserted?.act ?? act, id),
    ...amended.map((change) => statementKey(change.act, id, change.leaf, change.at)),
  ];
}

/** The weights as they stand in the repository. */
export function keptWeights(): unknown {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

/** Writes the weights of these records. */
export function writeWeights(records: readonly ResultRecord[]): void {
  writeFileSync(FILE, JSON.stringify(weightsOf(records), null, 2) + '\n');
}
