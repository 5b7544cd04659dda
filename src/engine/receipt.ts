import { contentHash, sha256Hex, type Sha256 } from '../base/hash.ts';
import { copyWith } from '../base/writable.ts';
import type { Finding, Result, ResultCandidate } from './result.ts';
import { ENGINE_VERSION } from './engine-version.ts';

/** What vouches for a record: hashes of input, law and output (SHA-256 over canonical JSON, RFC 8785). */
export interface Receipt {
  /** The version of the engine that made the record. */
  readonly engine: string;
  /** The hash of the case; of `{case, options}` where the record has options. */
  readonly input: string;
  /** The hash of the version of the law; null where no version covered the case. */
  readonly law: string | null;
  /**
   * The hash of all that is computed and of the engine; the texts of findings and of the schemes looked at are left out,
   * so that no language changes it. Receipts of the first formula cover neither the engine nor the schemes looked at.
   */
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
  /** The name of the request that it answers; no hash of the receipt covers it. */
  readonly request?: string | number;
};

/** Adds the receipt. No text for people is under it, so that the language of the messages does not change it. */
export function recordOf(result: Result, sha: Sha256 = sha256Hex): ResultRecord {
  return copyWith(result, { receipt: receiptOf(result, sha) });
}

/** The receipt of a result that a version of the engine computed. */
export function receiptOf(result: Result, sha: Sha256 = sha256Hex, engine: string = ENGINE_VERSION): Receipt {
  return {
    engine,
    input: inputHash(result, sha),
    law: result.law.hash,
    output: outputHash(result, sha, engine),
  };
}

/** The hash of the input of a result: the case, with the options where there are any. */
export function inputHash({ case: input, options }: Result, sha: Sha256 = sha256Hex): string {
  return contentHash(options === undefined ? input : { case: input, options }, sha);
}

/** The hash of the output of a result: all that is computed but texts, and the engine that computed it. */
export function outputHash(result: Result, sha: Sha256 = sha256Hex, engine: string = ENGINE_VERSION): string {
  const candidates = result.candidates?.map(wordless);
  return contentHash(copyWith(firstOutput(result), { candidates, engine }), sha);
}

/** Parts of a record that its output hash does not cover: the input, and what stands beside the result. */
const BESIDE = {
  case: undefined,
  options: undefined,
  receipt: undefined,
  extra: undefined,
  request: undefined,
  candidates: undefined,
};

/** What the output hash of the first formula covers. Canonical JSON leaves out what is undefined. */
function firstOutput(result: Result): object {
  return copyWith(result, { ...BESIDE, findings: result.findings.map(withoutText) });
}

/** Whether an output hash vouches for a result, by the formula of today or by the first one. */
function vouches({ output, engine }: Receipt, result: Result, sha: Sha256): boolean {
  return output === outputHash(result, sha, engine) || output === contentHash(firstOutput(result), sha);
}

/** A scheme that was looked at, without its text. */
function wordless({ scheme, version, status, total, code, cite }: ResultCandidate): Omit<ResultCandidate, 'message'> {
  return copyWith({ scheme, version, status, code, cite }, total === undefined ? {} : { total });
}

function withoutText({ code, severity, cite }: Finding): Omit<Finding, 'message'> {
  return { code, severity, cite };
}

/** Which parts of a record its receipt no longer vouches for. */
export type ReceiptFault = 'input' | 'output' | 'law';

/** Compares a receipt with the result it came with; empty when it vouches for every part. */
export function receiptFaults(result: Result, receipt: Receipt, sha: Sha256 = sha256Hex): ReceiptFault[] {
  const faults: ReceiptFault[] = [];
  if (inputHash(result, sha) !== receipt.input) faults.push('input');
  if (!vouches(receipt, result, sha)) faults.push('output');
  if (result.law.hash !== receipt.law) faults.push('law');
  return faults;
}
