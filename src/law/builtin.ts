import { builtinRules } from '../../rules/builtin.generated.ts';
import type { Sha256 } from '../base/hash.ts';
import type { Act, Scheme } from './act.ts';
import type { Form, Writing } from './form.ts';
import type { AuditAnnex } from './audit-annex.ts';
import type { Funding } from './funding.ts';
import { buildLaw, type Annexes, type Law } from './law.ts';
import type { Ledger } from './ledger.ts';

let law: Law | undefined;

/**
 * The law that comes with this version of nd178. Its rule files are proved by the test suite, not on each start.
 * The first caller may give a native SHA-256 of the same result.
 */
export function builtinLaw(sha?: Sha256): Law {
  law ??= buildLaw(builtinActs(), builtinSchemes(), sha, builtinLedger(), builtinAnnexes());
  return law;
}

/** The acts of the built-in law. */
export function builtinActs(): Act[] {
  return builtinRules
    .map((file) => file.data)
    .filter((data): data is Act => (data as Partial<Act>).issued !== undefined);
}

/** The schemes of the built-in law. */
export function builtinSchemes(): Scheme[] {
  return builtinRules
    .map((file) => file.data)
    .filter((data): data is Scheme => (data as Partial<Scheme>).covers !== undefined);
}

/** The annex forms of the built-in law. */
export function builtinAnnexes(): Annexes {
  const files = builtinRules.map((file) => file.data as Form | Writing | Funding | AuditAnnex);
  return {
    forms: files.filter((data): data is Form => 'form' in data),
    writing: files.find((data): data is Writing => 'writing' in data),
    funding: files.find((data): data is Funding => 'papers' in data && data.papers === 'funding'),
    auditAnnex: files.find((data): data is AuditAnnex => 'papers' in data && data.papers === 'audit-annex'),
  };
}

/** The source ledger of the built-in law: the rule file of that name. */
export function builtinLedger(): Ledger {
  const { reach, sources } = builtinRules.find(({ file }) => file === LEDGER)?.data as Ledger;
  // YAML reads a year alone as a number.
  const dated = sources.map((one) => (one.date === undefined ? one : { ...one, date: String(one.date) }));
  return { ...(reach ? { reach } : {}), sources: dated };
}

const LEDGER = 'sources.yaml';
