import { builtinRules } from '../../rules/builtin.generated.ts';
import type { Sha256 } from '../base/hash.ts';
import type { Act, Scheme } from './act.ts';
import { buildLaw, type Law } from './law.ts';

let law: Law | undefined;

/**
 * The law that comes with this version of nd178. Its rule files are proved by the test suite, not on each start.
 * The first caller may give a native SHA-256 of the same result.
 */
export function builtinLaw(sha?: Sha256): Law {
  law ??= buildLaw(builtinActs(), builtinSchemes(), sha);
  return law;
}

/** The acts of the built-in law. */
export function builtinActs(): Act[] {
  return builtinRules.map((file) => file.data).filter((data): data is Act => (data as Act).act !== undefined);
}

/** The schemes of the built-in law. */
export function builtinSchemes(): Scheme[] {
  return builtinRules.map((file) => file.data).filter((data): data is Scheme => (data as Scheme).scheme !== undefined);
}
