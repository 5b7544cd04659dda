import type { Sha256 } from '../base/hash.ts';
import type { ReceiptFault } from './receipt.ts';

/** A record as it was read: any JSON object with a `schema`. */
export type RawRecord = Readonly<Record<string, unknown>>;

/** A step from one schema version of a record to the next. */
export interface Migration {
  /** The schema it reads (`nd178/result@1`). */
  readonly from: string;
  /** The schema it writes: the next version. */
  readonly to: string;
  /** Rewrites a record. Only names and shapes may change; an amount never does. */
  readonly up: (record: RawRecord) => RawRecord;
  /** Checks the receipt as that version wrote it: hashes are of the old shape, so they are checked before it changes. */
  readonly faults: (record: RawRecord, sha: Sha256) => readonly ReceiptFault[];
}

/** The schema version that this engine writes and reads without a migration. */
export const CURRENT_SCHEMA = 'nd178/result@1';

/**
 * The migrations of older records, oldest first. Version 1 is the first one, so there are none yet; the tests prove
 * the mechanism with a version of their own.
 */
export const MIGRATIONS: readonly Migration[] = [];

/** A record brought to the current schema version. */
export interface Migrated {
  readonly record: RawRecord;
  /** The schema it was written in. */
  readonly from: string;
  /** What its own version's receipt no longer vouches for; undefined when no migration was needed. */
  readonly faults: readonly ReceiptFault[] | undefined;
}

/** Brings a record to the current schema version, step by step; undefined when its version is not known. */
export function migrated(
  raw: RawRecord,
  sha: Sha256,
  migrations: readonly Migration[] = MIGRATIONS,
): Migrated | undefined {
  const from = typeof raw['schema'] === 'string' ? raw['schema'] : '';
  let record = raw;
  let faults: readonly ReceiptFault[] | undefined;
  for (let schema = from; schema !== CURRENT_SCHEMA;) {
    const step = migrations.find((one) => one.from === schema);
    if (!step) return undefined;
    faults ??= step.faults(record, sha);
    record = { ...step.up(record), schema: step.to };
    schema = step.to;
  }
  return { record, from, faults };
}
