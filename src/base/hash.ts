import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { canonicalJson } from './canonical-json.ts';

/** A function that gives the SHA-256 of a text in UTF-8 as lower-case hex; a host may inject a native one. */
export type Sha256 = (text: string) => string;

/** SHA-256 in plain JavaScript, so that the core runs anywhere. */
export const sha256Hex: Sha256 = (text) => bytesToHex(sha256(utf8ToBytes(text)));

/** `sha256:` and the SHA-256 of the canonical JSON of a value. */
export function contentHash(value: unknown, sha: Sha256 = sha256Hex): string {
  return 'sha256:' + sha(canonicalJson(value));
}
