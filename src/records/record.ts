import type { z } from 'zod';
import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import { sha256Hex, type Sha256 } from '../base/hash.ts';
import { isObject } from '../base/json.ts';
import type { Lang } from '../base/text.ts';
import { recordSchema, refusalSchema } from '../engine/result-schema.ts';
import { FUNCTION, LANG, LIST, optionIssues, type OptionsOf } from '../messages/options.ts';
import { recordIssue } from './messages.ts';
import { migrated, type Migration, type RawRecord } from '../engine/migrate.ts';
import { receiptFaults, type Receipt, type ReceiptFault, type ResultRecord } from '../engine/receipt.ts';

/** How to read a record. */
export interface ReadOptions {
  /** SHA-256 of the host, faster than the one in plain JavaScript. */
  readonly sha256?: Sha256 | undefined;
  /** Migrations of older schema versions; default: those of this engine. */
  readonly migrations?: readonly Migration[] | undefined;
  /** Language of messages; default Vietnamese. */
  readonly lang?: Lang | undefined;
}

/** What each option of reading has to be. */
export const READ_OPTIONS: OptionsOf<ReadOptions> = { sha256: FUNCTION, migrations: LIST, lang: LANG };

/** A record that has been read: its structure is sound, whatever its receipt says. */
export interface ReadRecord {
  /** The record in the current schema version. */
  readonly record: Omit<ResultRecord, 'receipt'>;
  /** Absent when the record has none, or one that is malformed. */
  readonly receipt?: Receipt;
  /** What the receipt no longer vouches for. */
  readonly faults: readonly ReceiptFault[];
  /** The schema version it was written in. */
  readonly from: string;
  /** The object as it was read; the chain is computed over it. */
  readonly raw: RawRecord;
}

/**
 * Reads one record: brings an older schema version up to date, checks its structure and its receipt.
 * A receipt that does not fit is told in `faults`, since the record can still be recomputed; anything that is no
 * record is an issue.
 */
export function readRecord(value: unknown, options: ReadOptions = {}): Checked<ReadRecord> {
  const wrong = optionIssues(options, READ_OPTIONS);
  return wrong.length > 0 ? bad([...wrong]) : recordRead(value, options);
}

/** {@link readRecord} under options that the caller has looked at. */
export function recordRead(value: unknown, options: ReadOptions): Checked<ReadRecord> {
  const { sha256 = sha256Hex, lang = 'vi' } = options;
  if (!isObject(value)) {
    return bad([recordIssue(lang, 'not-a-record', '')]);
  }
  const raw = value as RawRecord;
  const schema = String(raw['schema'] ?? '');
  if (schema === '') return bad([recordIssue(lang, 'not-a-record', 'schema')]);
  const current = migrated(raw, sha256, options.migrations);
  if (!current) return bad([recordIssue(lang, 'unknown-record-version', 'schema', { schema })]);
  const checked = structure(current.record, lang);
  if (!checked.ok) return checked;
  const { receipt, ...record } = checked.value;
  if (!receipt) return good({ record, faults: current.faults ?? [], from: current.from, raw });
  const faults = current.faults ?? receiptFaults(record, receipt, sha256);
  return good({ record, receipt, faults, from: current.from, raw });
}

type Structured = Omit<ResultRecord, 'receipt'> & { readonly receipt?: Receipt };

/** Checks the structure. A faulty receipt is taken off, so that the rest can be read. */
function structure(record: RawRecord, lang: Lang): Checked<Structured> {
  const { receipt, ...rest } = record;
  const parsed = recordSchema.safeParse(receipt === undefined ? { ...rest, receipt: NO_RECEIPT } : record);
  if (parsed.success) return good((receipt === undefined ? rest : record) as unknown as Structured);
  const faults = parsed.error.issues.filter((fault) => fault.path[0] !== 'receipt');
  if (faults.length === 0) return good(rest as unknown as Structured);
  return bad(faults.map((fault) => structureIssue(fault, lang)));
}

/** What is wrong with the refusal of a row; a record that only calls itself one must not be passed over. */
export function refusalIssues(value: unknown, lang: Lang): readonly Issue[] {
  const parsed = refusalSchema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map((fault) => structureIssue(fault, lang));
}

function structureIssue(fault: z.core.$ZodIssue, lang: Lang): Issue {
  const keys = fault.code === 'unrecognized_keys' ? `: ${fault.keys.join(', ')}` : '';
  return recordIssue(lang, 'record-structure', fault.path.join('.'), { what: fault.code + keys });
}

const NO_HASH = `sha256:${'0'.repeat(64)}`;
const NO_RECEIPT = { engine: '', input: NO_HASH, law: null, output: NO_HASH };
