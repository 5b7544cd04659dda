import { writtenLaw } from '../../rules/law.generated.ts';
import type { Sha256 } from '../base/hash.ts';
import { once } from '../base/memo.ts';
import type { Act, Scheme } from './act.ts';
import { buildLaw, type Law } from './law.ts';
import type { Reach } from './ledger.ts';

let law: Law | undefined;

/**
 * The law that comes with this version of nd178. Its rule files are proved by the test suite, not on each start.
 * The first caller may give a native SHA-256 of the same result.
 */
export function builtinLaw(sha?: Sha256): Law {
  law ??= buildLaw(builtinActs(), builtinSchemes(), sha, { reach: written().reach, sources: 'builtin' }, 'builtin');
  return law;
}

const written = once(
  () => writtenLaw() as { readonly acts: readonly Act[]; readonly schemes: readonly Scheme[]; readonly reach: Reach },
);

/** The acts of the built-in law. */
export function builtinActs(): readonly Act[] {
  return written().acts;
}

/** The schemes of the built-in law. */
export function builtinSchemes(): readonly Scheme[] {
  return written().schemes;
}
