import type { Issue } from '../base/checked.ts';
import { recordedCase } from './recorded-case.ts';
import { resultFor, type CalculateOptions } from '../engine/calculate.ts';
import { CALCULATE_OPTIONS } from '../engine/options.ts';
import { optionIssues, type OptionsOf } from '../messages/options.ts';
import { builtinLaw } from '../law/builtin.ts';
import type { Law } from '../law/law.ts';
import type { Cite } from '../law/version.ts';
import type { ResultRecord } from '../engine/receipt.ts';
import { lineOf } from '../engine/result-lines.ts';
import type { Result, ResultBenefit } from '../engine/result.ts';
import { minus } from './difference.ts';
import { replayOptions } from './recompute.ts';

/** Another law, version or reading, whose effect on recorded people is asked for. */
export interface WhatIf extends Pick<CalculateOptions, 'law' | 'scheme' | 'asOf' | 'lang' | 'acceptUnverified'> {
  /** Readings over those of the record. */
  readonly interpretations?: Readonly<Record<string, string>> | undefined;
}

const { law, scheme, asOf, lang, acceptUnverified, interpretations } = CALCULATE_OPTIONS;
const WHAT_IF: OptionsOf<WhatIf> = { law, scheme, asOf, lang, acceptUnverified, interpretations };

/** A benefit line that would be another one. */
export interface EffectLine {
  readonly benefit: string;
  /** Đồng: what it would be less what it is. */
  readonly difference: string;
  /** What moves it: another row of the law, other months under the same row, or another base. */
  readonly because: 'row' | 'months' | 'base';
  readonly rowBefore: string | null;
  readonly rowAfter: string | null;
  readonly citeBefore: readonly Cite[];
  readonly citeAfter: readonly Cite[];
}

/** What another law would do to one recorded person. */
export interface Effect {
  readonly row: number;
  readonly id?: string;
  readonly unit: string;
  readonly outcomeBefore: Result['outcome'];
  /** Null where nothing can be computed. */
  readonly outcomeAfter: Result['outcome'] | null;
  /** Đồng, as recorded. */
  readonly before: string;
  /** Đồng; null where nothing can be computed. */
  readonly after: string | null;
  /** Đồng: after less before; more than 0: the person gains. */
  readonly difference: string | null;
  readonly lines: readonly EffectLine[];
  readonly issues?: readonly Issue[];
}

/** What another law would give to a recorded person, against what is recorded. */
export function effectOn(record: Omit<ResultRecord, 'receipt'>, row: number, unit: string, whatIf: WhatIf): Effect {
  const common = {
    row,
    ...(record.id === undefined ? {} : { id: record.id }),
    unit,
    outcomeBefore: record.outcome,
    before: record.total,
  };
  const nothing = { ...common, outcomeAfter: null, after: null, difference: null, lines: [] };
  const wrong = optionIssues(whatIf, WHAT_IF);
  if (wrong.length > 0) return { ...nothing, issues: wrong };
  const recorded = replayOptions(record);
  const law = whatIf.law ?? builtinLaw();
  const scheme = whatIf.scheme ?? record.law.scheme;
  const day = whatIf.asOf ?? (scheme === record.law.scheme ? recorded.asOf : undefined);
  const asked = law.schemes.has(scheme) ? law.questions(scheme) : new Map<string, readonly string[]>();
  const chosen = Object.entries(recorded.interpretations ?? {}).filter(([id, option]) =>
    asked.get(id)?.includes(option),
  );
  const found = resultFor(recordedCase(record.case, law, whatIf.lang ?? 'vi'), {
    law,
    scheme,
    interpretations: { ...Object.fromEntries(chosen), ...askedOf(whatIf.interpretations ?? {}, asked, law) },
    acceptUnverified: [...(recorded.acceptUnverified ?? []), ...(whatIf.acceptUnverified ?? [])],
    ...(whatIf.lang === undefined ? {} : { lang: whatIf.lang }),
    ...(day === undefined ? {} : { asOf: day }),
  });
  if (!found.ok) return { ...nothing, issues: found.issues };
  const { outcome, total } = found.value;
  // Who was refused, or would be, has no amount: it is no loss and no gain.
  if (outcome === 'refused') return { ...nothing, issues: refusals(found.value) };
  if (record.outcome === 'refused') return { ...nothing, issues: refusals(record) };
  const difference = minus(total, record.total);
  const lines = effectLines(record, found.value);
  return { ...common, outcomeAfter: outcome, after: total, difference, lines };
}

/** The readings that are asked of a scheme; one that no scheme knows stays, so that it is told. */
function askedOf(
  readings: Readonly<Record<string, string>>,
  asked: ReadonlyMap<string, readonly string[]>,
  law: Law,
): Record<string, string> {
  const names = new Set([...law.schemes.keys()].flatMap((scheme) => [...law.questions(scheme).keys()]));
  return Object.fromEntries(Object.entries(readings).filter(([id]) => asked.has(id) || !names.has(id)));
}

/** Why a result is refused, as issues. */
function refusals({ findings }: Pick<Result, 'findings'>): Issue[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.map(({ code, message }) => ({ code, path: '', message }));
}

function effectLines(before: Result, after: Result): EffectLine[] {
  const ids = new Set([...before.benefits, ...after.benefits].map((line) => line.id));
  return [...ids].flatMap((id) => {
    const [a, b] = [before, after].map((result) => lineOf(result, id));
    const difference = minus(b?.amount ?? '0', a?.amount ?? '0');
    if (difference === '0') return [];
    return [
      {
        benefit: id,
        difference,
        because: because(a, b),
        rowBefore: a?.row ?? null,
        rowAfter: b?.row ?? null,
        citeBefore: a?.cite ?? [],
        citeAfter: b?.cite ?? [],
      },
    ];
  });
}

function because(a: ResultBenefit | undefined, b: ResultBenefit | undefined): EffectLine['because'] {
  if (a?.row !== b?.row) return 'row';
  return a?.months === b?.months ? 'base' : 'months';
}
