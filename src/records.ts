/**
 * nd178/records: results that can be replayed: receipts, chained files, recomputing, and what another version of the
 * law would give to recorded people. Pure: no file system; a host may inject its own SHA-256.
 */
export { canonicalJson } from './base/canonical-json.ts';
export { contentHash, sha256Hex, type Sha256 } from './base/hash.ts';
export { Chain, ChainChecker, MOST_BREAKS, type ChainBreak, type ChainReport } from './records/chain.ts';
export { ENGINE_VERSION } from './engine/engine-version.ts';
export {
  CURRENT_SCHEMA,
  migrated,
  MIGRATIONS,
  type Migrated,
  type Migration,
  type RawRecord,
} from './engine/migrate.ts';
export {
  inputHash,
  outputHash,
  receiptFaults,
  receiptOf,
  recordOf,
  type Receipt,
  type ReceiptFault,
  type ResultRecord,
} from './engine/receipt.ts';
export type { AlteredSumRow, BookRow, RefusedBookRow, SealedBook } from './records/book.ts';
export type { AlteredSums } from './records/book-sums.ts';
export { recordRows, type RecordRow, type RowsOptions } from './records/rows.ts';
export { heldBytes, type InputBytes } from './table/bytes.ts';
export { withHead, MOST_SEAL_BREAKS, type SealBreak, type SealReport } from './records/book-seal.ts';
export { readRecord, type ReadOptions, type ReadRecord } from './records/record.ts';
export { differencesOf } from './records/compare.ts';
export { type Difference, type DifferenceKind } from './records/difference.ts';
export { effectOn, type Effect, type EffectLine, type WhatIf } from './records/effect.ts';
export {
  EffectTally,
  MOST_NAMED,
  type EffectSum,
  type EffectSummary,
  type PeopleSum,
  type ProvisionEffect,
} from './records/effect-tally.ts';
export { recompute, type Recomputed } from './records/recompute.ts';
export { replay, type Cause, type Replayed, type ReplayOptions } from './records/replay.ts';
export { ReplayTally, type ProvisionSum, type ReplaySummary, type Sum } from './records/tally.ts';
export { unitBy, type UnitOf } from './records/unit.ts';
