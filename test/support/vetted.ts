import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { calculate, type CalculateOptions, type Cite, type Law, type Result } from '../../src/index.ts';

/** What a vetted case expects; what is left out is not compared. */
export interface Expected {
  readonly outcome?: string;
  readonly route?: string;
  /** The date the applied version begins. */
  readonly law?: string | null;
  readonly measures?: Record<string, unknown>;
  readonly benefits?: readonly { id: string; months?: string; amount?: string; cite?: string[] }[];
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

/** A case with what the law gives for it, and where that is said. */
export interface Vetted {
  readonly id: string;
  readonly source: string;
  readonly case: unknown;
  readonly options?: CalculateOptions;
  readonly expect: Expected;
}

const folder = new URL('../cases/', import.meta.url);

/** The first files were written for Decree 178 alone; those of its neighbours name the scheme or leave the choice. */
export function schemeOf(file: string): { readonly scheme?: string } {
  return file.startsWith('neighbours-') ? {} : { scheme: 'nd178' };
}

/** Every vetted case of `test/cases`. */
export function vettedCases(): Vetted[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const cases = parse(readFileSync(new URL(name, folder), 'utf8'), { merge: true }) as Vetted[];
      return cases.map((one) => ({ ...one, options: { ...schemeOf(name), ...one.options } }));
    });
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

/** Whether a result is what a vetted case expects. */
export function asExpected(result: Result, expected: Expected): boolean {
  const salary = Object.fromEntries(result.salary.map(({ component, amount }) => [component, amount]));
  return (
    result.outcome === (expected.outcome ?? 'paid') &&
    (expected.route === undefined || result.route === expected.route) &&
    (expected.law === undefined || result.law.version === expected.law) &&
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
