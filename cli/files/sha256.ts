import * as crypto from 'node:crypto';
import type { Sha256 } from '../../src/base/hash.ts';

/** Hashes in one step; Node.js has it from 20.12 and 21.7 on. */
const inOneStep = (crypto as { hash?: (algorithm: string, data: string, encoding: 'hex') => string }).hash;

/** SHA-256 of the runtime: the same result as the portable one of the core, sooner. */
export const nativeSha256: Sha256 =
  inOneStep === undefined
    ? (text) => crypto.createHash('sha256').update(text).digest('hex')
    : (text) => inOneStep('sha256', text, 'hex');
