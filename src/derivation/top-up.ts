import { decimalText, ZERO } from '../base/decimal.ts';
import type { Case } from '../case/case.ts';
import type { Law } from '../law/law.ts';
import { chosenReadings } from './readings.ts';
import type { Derivation, TopUp } from './derivation.ts';
import { derive, type DeriveOptions } from './derive.ts';
import { finding } from './findings.ts';

/**
 * The top-up that a transition grants to a leaver before its version (Nghị định 67/2025/NĐ-CP, điều khoản chuyển
 * tiếp): only who was settled for less is raised. Undefined when none concerns the leaving date or the case was worked out under a pinned version.
 */
export function topUp(
  law: Law,
  derivation: Derivation,
  one: Case,
  wanted: Readonly<Record<string, string>>,
  options: DeriveOptions,
): TopUp | undefined {
  if (derivation.outcome !== 'paid') return undefined;
  const found = law.transitions(derivation.law.scheme).find(({ rule: { provision }, to }) => {
    const { from, until } = provision.leavers;
    return to.date > derivation.law.date && from <= one.leaving.date && one.leaving.date <= until;
  });
  if (!found) return undefined;
  const { rule, to: version } = found;
  const later = derive(version, one, { ...options, chosen: chosenReadings(version, wanted) });
  if (Array.isArray(later)) return undefined;
  const more = later.total.minus(derivation.total);
  const amount = decimalText(more.isNegative() ? ZERO : more);
  const total = decimalText(later.total);
  const code = more.gt(0) ? 'top-up' : 'no-top-up';
  const told = finding(
    code,
    'info',
    { amount, total, version: version.date, since: rule.provision.leavers.until },
    rule.cites,
  );
  return { version: version.date, hash: version.hash, total, amount, cite: rule.cites, finding: told };
}
