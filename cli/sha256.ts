import { createHash } from 'node:crypto';
import type { Sha256 } from '../src/base/hash.ts';

/** SHA-256 of the runtime: the same result as the portable one of the core, sooner. */
export const nativeSha256: Sha256 = (text) => createHash('sha256').update(text).digest('hex');
