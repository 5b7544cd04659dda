import { bad, type Issue } from '../base/checked.ts';
import { builtinLaw } from '../law/builtin.ts';
import type { Law } from '../law/law.ts';
import { ENGINE_VERSION } from '../engine/engine-version.ts';
import { outputHash } from '../engine/receipt.ts';
import type { Sha256 } from '../base/hash.ts';
import { LAW, optionIssues, TEXT, type OptionsOf } from '../messages/options.ts';
import { READ_OPTIONS, recordRead, type ReadOptions, type ReadRecord } from './record.ts';
import { differencesOf } from './compare.ts';
import { minus, type Difference } from './difference.ts';
import { recompute, type Recomputed } from './recompute.ts';

/**
 * Why a record is not what is computed now. `input-altered`: the case is not the one that was computed.
 * `output-altered`: the result is not the one that was computed for it. `law-altered`: the version of that date is
 * installed with another content. `engine-changed`: another version of the engine made it, and gave something else.
 * `law-not-installed`: nothing can be said. `receipt-broken`: there is no receipt, or it contradicts itself.
 */
export type Cause =
  'input-altered' | 'output-altered' | 'law-altered' | 'engine-changed' | 'law-not-installed' | 'receipt-broken';

/** How to replay. */
export interface ReplayOptions extends ReadOptions {
  /** The installed law; default: the built-in rule files. */
  readonly law?: Law | undefined;
  /** The version of the engine that replays; default: this one. */
  readonly engine?: string | undefined;
}

const OPTIONS: OptionsOf<ReplayOptions> = { ...READ_OPTIONS, law: LAW, engine: TEXT };

/** What replaying one record showed. */
export interface Replayed {
  /** The row of the file, counted from 1. */
  readonly row: number;
  readonly id?: string;
  /** The version of the law it names: `nd178@2025-03-15`, or the scheme alone where no version covered the case. */
  readonly law?: string;
  /** `same`: every amount, measure, provision and reading comes out as recorded, and the receipt fits. */
  readonly status: 'same' | 'different' | 'not-recomputed' | 'unreadable';
  readonly causes: readonly Cause[];
  readonly differences: readonly Difference[];
  /** Đồng: recorded total less computed total; absent where nothing could be computed. */
  readonly difference?: string;
  /** Why it could not be read, or not be computed. */
  readonly issues?: readonly Issue[];
}

/** Replays one record: reads it, computes it again under the law it names, and says what differs and why. */
export function replay(value: unknown, row: number, options: ReplayOptions = {}): Replayed {
  const wrong = optionIssues(options, OPTIONS);
  const read = wrong.length > 0 ? bad<ReadRecord>([...wrong]) : recordRead(value, options);
  return read.ok ? replayRead(read.value, row, options) : unreadable(row, read.issues, idOf(value));
}

/** A row that is no record. */
export function unreadable(row: number, issues: readonly Issue[], id?: string): Replayed {
  const named = id === undefined ? {} : { id };
  return { row, ...named, status: 'unreadable', causes: [], differences: [], issues };
}

/** {@link replay} for a record that has been read. */
export function replayRead(read: ReadRecord, row: number, options: ReplayOptions = {}): Replayed {
  const { record } = read;
  const law = options.law ?? builtinLaw();
  const found = recompute(record, law, options.lang);
  const { scheme, version } = record.law;
  const common = {
    row,
    ...(record.id === undefined ? {} : { id: record.id }),
    law: version === null ? scheme : `${scheme}@${version}`,
  };
  const engine = options.engine ?? ENGINE_VERSION;
  const broken = brokenBy(read, engine, options.sha256);
  if (found.kind === 'not-installed') {
    return { ...common, status: 'not-recomputed', causes: [...broken, 'law-not-installed'], differences: [] };
  }
  const differences = found.kind === 'issues' ? [noResult(record.outcome)] : compared(read, found);
  const causes = causesOf(read, broken, found, { differences, engine });
  return {
    ...common,
    status: causes.length === 0 && differences.length === 0 ? 'same' : 'different',
    causes,
    differences,
    ...(found.kind === 'result' ? { difference: minus(record.total, found.result.total) } : { issues: found.issues }),
  };
}

function compared({ record }: ReadRecord, found: Extract<Recomputed, { kind: 'result' }>): Difference[] {
  // A top-up looks at the versions after the one of the leaving date; a pinned version has none.
  const differences = differencesOf(record, found.result, !found.pinned);
  const { scheme } = record.law;
  if (found.chosen === undefined) return differences;
  return [{ kind: 'scheme', what: scheme, recorded: scheme, computed: found.chosen }, ...differences];
}

function noResult(outcome: string): Difference {
  return { kind: 'outcome', what: 'outcome', recorded: outcome, computed: null };
}

function brokenBy({ record, receipt, faults }: ReadRecord, engine: string, sha?: Sha256): Cause[] {
  const causes: Cause[] = [];
  if (faults.includes('input')) causes.push('input-altered');
  // Where the hash is that of this engine, it is the receipt that names another one.
  const renamed = faults.includes('output') && receipt?.output === outputHash(record, sha, engine);
  if (faults.includes('output') && !renamed) causes.push('output-altered');
  if (!receipt || renamed || faults.includes('law')) causes.push('receipt-broken');
  return causes;
}

function causesOf(
  { record, receipt }: ReadRecord,
  broken: readonly Cause[],
  { version }: Exclude<Recomputed, { kind: 'not-installed' }>,
  { differences, engine }: { readonly differences: readonly Difference[]; readonly engine: string },
): Cause[] {
  const causes = [...broken];
  // A receipt that names the installed content shows that the hash in the result was changed, not the law.
  const installed = version === undefined || version.hash === record.law.hash || version.hash === receipt?.law;
  // A version in a result that was altered may be another one than the law was taken from.
  if (!installed && !causes.includes('output-altered')) causes.push('law-altered');
  if (differences.length === 0 || causes.length > 0) return causes;
  // Case, law and engine are the recorded ones, so the result was changed and its receipt made anew.
  return [receipt?.engine === engine ? 'output-altered' : 'engine-changed'];
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'id')) return undefined;
  const { id } = value as { id: unknown };
  return typeof id === 'string' ? id : undefined;
}
