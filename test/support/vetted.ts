import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { calculate, type CalculateOptions, type Cite, type Law, type Result } from '../../src/index.ts';

/** What a vetted case expects; what is left out is not compared. */
export interface Expected {
  readonly outcome?: string;
  /** The scheme that was applied. */
  readonly scheme?: string;
  readonly route?: string;
  /** The date the applied version begins. */
  readonly law?: string | null;
  readonly measures?: Record<string, unknown>;
  readonly benefits?: readonly {
    id: string;
    months?: string;
    amount?: string;
    from?: string;
    until?: string;
    cite?: string[];
  }[];
  readonly total?: string;
  readonly topUp?: Record<string, string>;
  readonly raise?: Record<string, string>;
  /** `null`: none is told. */
  readonly pension?: Record<string, unknown> | null;
  readonly salary?: Record<string, string>;
  /** The exact set of codes. */
  readonly findings?: readonly string[];
  /** The exact set of codes of severity `warning`. */
  readonly warnings?: readonly string[];
  /** The exact set of open questions touched. */
  readonly interpretations?: readonly string[];
}

/** A document that others have printed, and the place in it; the kinds are those of the source ledger. */
export interface OutsideSource {
  readonly kind: 'official-text' | 'official-example' | 'ministry-answer' | 'press' | 'practice';
  readonly title: string;
  readonly at?: string;
  readonly date?: string;
  readonly url?: string;
}

/** A case with what the law gives for it, and where that is said: in the digest, or outside (`external.yaml`). */
export interface Vetted {
  readonly id: string;
  readonly source: string | OutsideSource;
  readonly note?: string;
  /** What of the case the source outside does not say, and we have put in. */
  readonly ours?: readonly string[];
  readonly case: unknown;
  readonly options?: CalculateOptions;
  readonly expect: Expected;
}

const folder = new URL('../proof/cases/', import.meta.url);

/** The files of vetted cases, in order. */
export const CASE_FILES: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort();

/** The first files were written for Decree 178 alone; the others name the scheme or leave the choice. */
function schemeOf(file: string): { readonly scheme?: string } {
  return file.startsWith('neighbours-') || file === 'external.yaml' ? {} : { scheme: 'nd178' };
}

/** What a file of cases holds: a list of cases, or cases among other things. */
export function readCases(file: string): unknown {
  return parse(readFileSync(new URL(file, folder), 'utf8'), { merge: true, maxAliasCount: -1 });
}

/** The vetted cases of a file, with the scheme that the file is about. */
export function casesIn(file: string): Vetted[] {
  const read = readCases(file) as Vetted[] | { readonly cases: Vetted[] };
  const cases = Array.isArray(read) ? read : read.cases;
  return cases.map((one) => ({ ...one, options: { ...schemeOf(file), ...one.options } }));
}

/** Every vetted case of `test/proof/cases`. */
export function vettedCases(): Vetted[] {
  return CASE_FILES.flatMap(casesIn);
}

/** A source in one line. */
export function sourceText({ source }: Pick<Vetted, 'source'>): string {
  if (typeof source === 'string') return source;
  return source.at === undefined ? source.title : `${source.title}, ${source.at}`;
}

/** A cite as the cases write it: act, address, and the amending act behind an arrow. */
function cite({ act, at, amendedBy }: Cite): string {
  return `${act} ${at}${amendedBy === null ? '' : ` ← ${amendedBy}`}`;
}

function includes(actual: object | undefined, expected: Readonly<Record<string, unknown>> | undefined): boolean {
  const known: Readonly<Record<string, unknown>> = { ...actual };
  return Object.entries(expected ?? {}).every(([key, value]) => JSON.stringify(known[key]) === JSON.stringify(value));
}

function sameWords(actual: readonly string[], expected: readonly string[] | undefined): boolean {
  return expected === undefined || [...actual].sort().join() === [...expected].sort().join();
}

function sameLines(result: Result, expected: Expected['benefits']): boolean {
  if (!expected) return true;
  if (result.benefits.length !== expected.length) return false;
  return expected.every(({ cite: cites, ...line }, index) => {
    const actual = result.benefits[index];
    const cited = cites === undefined || actual?.cite.map(cite).join() === cites.join();
    return cited && includes(actual, line);
  });
}

/** Whether the outcome, the law and the route are those expected. */
function sameWay({ outcome, law, route }: Result, expected: Expected): boolean {
  return (
    outcome === (expected.outcome ?? 'paid') &&
    (expected.scheme === undefined || law.scheme === expected.scheme) &&
    (expected.route === undefined || route === expected.route) &&
    (expected.law === undefined || law.version === expected.law)
  );
}

/** Whether a result is what a vetted case expects. */
export function asExpected(result: Result, expected: Expected): boolean {
  const salary = Object.fromEntries(result.salary.map(({ component, amount }) => [component, amount]));
  return (
    sameWay(result, expected) &&
    (expected.total === undefined || result.total === expected.total) &&
    includes(result.measures, expected.measures) &&
    includes(result.topUp, expected.topUp) &&
    includes(result.raise, expected.raise) &&
    (expected.pension !== null || result.pension === undefined) &&
    includes(result.pension, expected.pension ?? undefined) &&
    includes(salary, expected.salary) &&
    sameLines(result, expected.benefits) &&
    sameWords(
      result.findings.map(({ code }) => code),
      expected.findings,
    ) &&
    sameWords(
      result.findings.filter(({ severity }) => severity === 'warning').map(({ code }) => code),
      expected.warnings,
    ) &&
    sameWords(
      result.interpretations.map(({ id }) => id),
      expected.interpretations,
    )
  );
}

/** Whether a law gives what a vetted case expects. */
export function holdsUnder(law: Law, { case: one, options, expect }: Vetted): boolean {
  const found = calculate(one, { ...options, law });
  return found.ok && asExpected(found.value, expect);
}
