import { contentHash, sha256Hex, type Sha256 } from '../base/hash.ts';
import type { Result } from '../result/result.ts';
import { ENGINE_VERSION } from './engine.ts';

/** What vouches for a record: hashes of input, law and output (SHA-256 over canonical JSON, RFC 8785). */
export interface Receipt {
  readonly engine: string;
  readonly input: string;
  readonly law: string | null;
  readonly output: string;
}

/** A result that can be replayed. */
export type ResultRecord = Result & { readonly receipt: Receipt };

/**
 * Adds the receipt. The output hash covers everything but the texts of findings, so that the language of the
 * messages does not change it.
 */
export function recordOf(result: Result, sha: Sha256 = sha256Hex): ResultRecord {
  return { ...result, receipt: receiptOf(result, sha) };
}

/** The receipt of a result. */
export function receiptOf(result: Result, sha: Sha256 = sha256Hex): Receipt {
  const { case: input, law, ...output } = result;
  const findings = output.findings.map(({ code, severity, cite }) => ({ code, severity, cite }));
  return {
    engine: ENGINE_VERSION,
    input: contentHash(input, sha),
    law: law.hash,
    output: contentHash({ ...output, law, findings }, sha),
  };
}
