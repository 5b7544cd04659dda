import { good, type Checked, type Issue } from '../base/checked.ts';
import type { Lang } from '../base/text.ts';
import type { Case } from '../case/case.ts';
import { calculation, type CalculateOptions } from '../engine/calculate.ts';
import type { Calculation } from '../engine/derivation.ts';
import type { Law } from '../law/law.ts';
import type { LawVersion } from '../law/version.ts';
import { recordedCase } from './recorded-case.ts';
import { AUTO } from '../engine/schemes.ts';
import { resultOf, type Result } from '../engine/result.ts';

/** What became of computing a record again. */
export type Recomputed =
  | {
      readonly kind: 'result';
      readonly result: Result;
      /** The computation with its rules, for papers; undefined where no version of the law covers the case. */
      readonly worked: Calculation | undefined;
      /** The installed version that was applied; undefined where none covers the case. */
      readonly version: LawVersion | undefined;
      /** Whether the version had to be pinned because the installed law would now choose another one. */
      readonly pinned: boolean;
      /** The scheme that is found now, where it is not the one recorded. */
      readonly chosen?: string;
    }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[]; readonly version: LawVersion | undefined }
  | { readonly kind: 'not-installed' };

/**
 * Computes a record again with the law version it names, its readings, its pinned day and the provisions it accepted.
 * A version that is not installed is told as such: no other takes its place.
 */
export function recompute(record: Result, law: Law, lang: Lang = 'vi'): Recomputed {
  const { scheme, version: date } = record.law;
  if (!law.schemes.has(scheme)) return { kind: 'not-installed' };
  const named = date === null ? undefined : installed(law, scheme, date);
  if (date !== null && !named) return { kind: 'not-installed' };
  const wanted = replayOptions(record);
  const natural = law.at(scheme, wanted.asOf ?? record.case.leaving.date);
  const pinned = date !== null && (!natural.ok || natural.value.date !== date);
  const options = { ...wanted, law, lang, ...(pinned ? { asOf: date } : {}) };
  const one = recordedCase(record.case, law, lang);
  // The scheme was found then, so it is found again, as long as the same one is.
  const compute = (given: Case): { found: Checked<Worked>; chosen: Worked | undefined } => {
    const chosen = record.candidates && !pinned ? chosenNow(given, options) : undefined;
    const again = chosen && schemeOf(chosen) === scheme;
    return { found: again ? good(chosen) : calculation(given, { ...options, scheme }), chosen };
  };
  const first = compute(one);
  // Earlier versions computed what is implausible without being told to.
  const isOlder = !first.found.ok && first.found.issues.every(({ code }) => code === 'implausible');
  const { found, chosen } = isOlder ? compute({ ...one, acceptImplausible: true }) : first;
  if (!found.ok) return { kind: 'issues', issues: found.issues, version: named };
  const other = chosen && schemeOf(chosen) !== scheme ? { chosen: schemeOf(chosen) } : {};
  const both =
    'refused' in found.value
      ? { result: found.value.refused, worked: undefined }
      : { result: resultOf(found.value, lang), worked: found.value };
  const then = isOlder ? { ...both, result: asThen(both.result, record) } : both;
  return { kind: 'result', ...then, version: named, pinned, ...other };
}

/** A result without what only the acceptance of implausible values brings, which was not asked for then. */
function asThen(result: Result, record: Result): Result {
  const findings = result.findings.filter(({ code }) => code !== 'implausible-accepted');
  return { ...result, findings, case: record.case };
}

/** What comes out when the scheme is found anew. */
function chosenNow(one: Case, options: CalculateOptions): Worked | undefined {
  const found = calculation(one, { ...options, scheme: AUTO });
  return found.ok ? found.value : undefined;
}

type Worked = Calculation | { readonly refused: Result };

function schemeOf(worked: Worked): string {
  return 'refused' in worked ? worked.refused.law.scheme : worked.derivation.law.scheme;
}

/**
 * The options under which a record was computed. The readings of the questions it touched are among them even where
 * they were the default then, since a default may change with the law.
 */
export function replayOptions({ options, interpretations }: Result): Omit<CalculateOptions, 'law' | 'scheme' | 'lang'> {
  const touched = Object.fromEntries(interpretations.map(({ id, chosen }) => [id, chosen]));
  return { ...options, interpretations: { ...touched, ...options?.interpretations } };
}

/** The installed version of a scheme that begins on that day. */
export function installed(law: Law, scheme: string, date: string): LawVersion | undefined {
  if (!law.versions(scheme).some((span) => span.date === date)) return undefined;
  const found = law.at(scheme, date);
  return found.ok && found.value.date === date ? found.value : undefined;
}
