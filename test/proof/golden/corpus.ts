import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { builtinLaw, calculate, recordOf, type CalculateOptions, type ResultRecord } from '../../../src/index.ts';
import { cellName, cellOf } from '../oracle/cells.ts';
import { oracle } from '../oracle/nd178.ts';
import type { OracleCase } from '../oracle/types.ts';
import { disagreement } from '../../support/engines.ts';
import { CASE_FILES, casesIn, sourceText } from '../../support/vetted.ts';
import { anyProbes, soundProbes } from '../../support/sample.ts';
import { neighbours } from './neighbours.ts';

/** A case of the corpus and where its truth comes from. */
export interface GoldenCase {
  readonly source: string;
  readonly case: unknown;
  readonly options: CalculateOptions;
}

const EXAMPLES = new URL('../../../examples/', import.meta.url);

/** How many generated cases are looked at; only those that show something new are kept. */
const LOOKED_AT = 12_000;
const SEED = 178_2024;

/**
 * The cases of the corpus: vetted by hand, examples, and boundary cases on which both engines agree. A share of the
 * generated cases looked at yields the first of those that all of them yield.
 */
export function goldenCases(share = 1): GoldenCase[] {
  return [...vetted(), ...examples(), ...generated(share), ...neighbours(share)];
}

function vetted(): GoldenCase[] {
  return CASE_FILES.flatMap((name) =>
    casesIn(name).map((one) => ({
      source: `test/proof/cases/${name}: ${sourceText(one)}`,
      case: { ...(one.case as object), id: one.id },
      options: one.options ?? {},
    })),
  );
}

function examples(): GoldenCase[] {
  return files(EXAMPLES).map((name) => ({
    source: `examples/${name}`,
    case: { ...(parse(readFileSync(new URL(name, EXAMPLES), 'utf8')) as object), id: `example-${name.slice(0, -5)}` },
    options: {},
  }));
}

function files(folder: URL): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

/** Generated cases, each kept for something that none before it showed: a row, a box, a threshold, a reading. */
function generated(share: number): GoldenCase[] {
  const seen = new Set<string>();
  const kept: GoldenCase[] = [];
  const faulty = share < 1 ? [] : anyProbes(LOOKED_AT / 4, SEED);
  for (const { case: one, asked } of [...soundProbes(Math.round(LOOKED_AT * share), SEED), ...faulty]) {
    const found = calculate(one, asked);
    if (!found.ok) continue;
    const fresh = shownBy(one, recordOf(found.value)).filter((key) => !seen.has(key));
    if (fresh.length === 0) continue;
    const differ = disagreement({ case: one, asked });
    if (differ !== undefined) throw new Error(`the engines disagree:\n${differ}`);
    for (const key of fresh) seen.add(key);
    const id = `G-${String(kept.length + 1).padStart(3, '0')}`;
    kept.push({ source: 'generated; both engines agree', case: { ...one, id }, options: asked });
  }
  return kept;
}

const THRESHOLDS: ReadonlySet<number> = new Set([1, 22, 23, 24, 25, 59, 60, 61, 119, 120, 121]);

function shownBy(one: OracleCase, record: ResultRecord): string[] {
  const { version } = record.law;
  const { measures } = record;
  const cell = cellOf(one, oracle(one));
  return [
    ...record.benefits.map((line) => `${version} row ${line.row}`),
    ...record.findings.map((found) => `${version} finding ${found.code}`),
    ...record.interpretations.map((question) => `${version} ${question.id}=${question.chosen}`),
    ...record.salary.map((line) => `${version} salary ${line.component}`),
    `${version} ${record.outcome} ${record.route ?? ''}`,
    `${version} group ${one.person.group}`,
    ...(cell && record.options?.asOf === undefined ? [cellName(cell)] : []),
    ...(measures?.monthsEarly !== undefined && THRESHOLDS.has(measures.monthsEarly)
      ? [`${version} ${measures.window} early ${measures.monthsEarly}`]
      : []),
  ];
}

/** The record of a case, with its source beside it, where no hash covers it. */
export function goldenRecord({ source, case: one, options }: GoldenCase): ResultRecord {
  const found = calculate(one, { lang: 'en', ...options });
  if (!found.ok) throw new Error(`${source}: ${JSON.stringify(found.issues)}`);
  return { ...recordOf(found.value), extra: { source } };
}

/** The file of a record: one for each version of each scheme. */
export function goldenFile({ law: { scheme, version } }: ResultRecord): string {
  return `${scheme}-${version ?? 'not-covered'}.ndjson`;
}

/** The content hash of every version of every built-in scheme. */
export function versionHashes(): Record<string, string> {
  const law = builtinLaw();
  return Object.fromEntries(
    [...law.schemes.keys()].flatMap((scheme) =>
      law.versions(scheme).map(({ date }) => {
        const found = law.at(scheme, date);
        return [`${scheme}@${date}`, found.ok ? found.value.hash : ''] as const;
      }),
    ),
  );
}
