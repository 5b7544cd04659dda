import { contentHash, sha256Hex, type Sha256 } from '../base/hash.ts';
import { unchanging } from '../base/canonical-json.ts';
import { copyWith } from '../base/writable.ts';
import type { Finding, Result } from '../result/result.ts';
import { ENGINE_VERSION } from './engine.ts';

/** What vouches for a record: hashes of input, law and output (SHA-256 over canonical JSON, RFC 8785). */
export interface Receipt {
  /** The version of the engine that made the record. */
  readonly engine: string;
  /** The hash of the case; of `{case, options}` where the record has options. */
  readonly input: string;
  /** The hash of the version of the law; null where no version covered the case. */
  readonly law: string | null;
  /** The hash of all that is computed; the texts of findings are left out, so that no language changes it. */
  readonly output: string;
  /** In a chained file: the place of the record, counted from 1. */
  readonly number?: number;
  /** In a chained file: the hash of the whole record before this one; null for the first. */
  readonly previous?: string | null;
}

/** A result that can be replayed. */
export type ResultRecord = Result & {
  readonly receipt: Receipt;
  /** Columns of the input table that are no keys of the case; no hash of the receipt covers them. */
  readonly extra?: Readonly<Record<string, string>>;
};

/**
 * Adds the receipt. The output hash covers everything but the texts of findings, so that the language of the
 * messages does not change it.
 */
export function recordOf(result: Result, sha: Sha256 = sha256Hex): ResultRecord {
  return copyWith(result, { receipt: receiptOf(result, sha) });
}

/** The receipt of a result. */
export function receiptOf(result: Result, sha: Sha256 = sha256Hex): Receipt {
  const { input, output } = parts(result);
  return {
    engine: ENGINE_VERSION,
    input: contentHash(input, sha),
    law: result.law.hash,
    output: contentHash(output, sha),
  };
}

/** The hash of the input of a result: the case, with the options where there are any. */
export function inputHash(result: Result, sha: Sha256 = sha256Hex): string {
  return contentHash(parts(result).input, sha);
}

/** The hash of the output of a result: all that is computed but the texts of findings. */
export function outputHash(result: Result, sha: Sha256 = sha256Hex): string {
  return contentHash(parts(result).output, sha);
}

/** Parts of a record that its output hash does not cover: the input, and what stands beside the result. */
const BESIDE = {
  case: undefined,
  options: undefined,
  receipt: undefined,
  extra: undefined,
  candidates: undefined,
};

function parts(result: Result): { readonly input: unknown; readonly output: unknown } {
  const { case: input, options } = result;
  const findings = result.findings.map(withoutText);
  // Canonical JSON leaves out what is undefined.
  return {
    input: options === undefined ? input : { case: input, options },
    output: copyWith(result, { ...BESIDE, findings }),
  };
}

const bare = new WeakMap<Finding, Pick<Finding, 'code' | 'severity' | 'cite'>>();

/** A finding without its text; made once for those that results share. */
function withoutText(finding: Finding): Pick<Finding, 'code' | 'severity' | 'cite'> {
  const known = bare.get(finding);
  if (known) return known;
  const { code, severity, cite } = finding;
  const short = { code, severity, cite };
  if (Object.isFrozen(finding)) bare.set(finding, unchanging(short));
  return short;
}

/** Which parts of a record its receipt no longer vouches for. */
export type ReceiptFault = 'input' | 'output' | 'law';

/** Compares a receipt with the result it came with; empty when it vouches for every part. */
export function receiptFaults(result: Result, receipt: Receipt, sha: Sha256 = sha256Hex): ReceiptFault[] {
  const faults: ReceiptFault[] = [];
  if (inputHash(result, sha) !== receipt.input) faults.push('input');
  if (outputHash(result, sha) !== receipt.output) faults.push('output');
  if (result.law.hash !== receipt.law) faults.push('law');
  return faults;
}
