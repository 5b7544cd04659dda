import type { Issue } from '../base/checked.ts';
import { decimalOf, decimalText, ZERO } from '../base/decimal.ts';
import type { Lang } from '../base/text.ts';
import { keyTitle } from '../case/keys.ts';
import { holding } from '../law/select.ts';
import { issue } from '../messages/issue.ts';
import type { Derivation, FindingFound, Raise } from './derivation.ts';
import { finding } from './findings.ts';

/**
 * What is still due to who was settled before under another scheme for less (cấp bù), where a rule says so; a warning
 * where the case says so and no rule does. Issues when the amount already paid is not given.
 */
export function raise(
  derivation: Derivation,
  lang: Lang,
): { readonly raise?: Raise; readonly finding: FindingFound } | Issue[] | undefined {
  const { settled } = derivation.case;
  if (!settled || derivation.outcome !== 'paid') return undefined;
  const rule = holding(derivation.law.rules('raise'), derivation.facts)[0];
  const { scheme, amount } = settled;
  if (!rule) return { finding: finding('already-settled', 'warning', { scheme }) };
  if (amount === undefined) {
    const title = keyTitle('settled.amount')[lang];
    return [issue(lang, 'missing', 'settled.amount', { key: 'settled.amount', title })];
  }
  const more = derivation.total.minus(decimalOf(amount));
  const due = decimalText(more.isNegative() ? ZERO : more);
  const found = finding('raised', 'info', { scheme, paid: amount, due }, rule.cites);
  return { raise: { scheme, paid: amount, due, cite: rule.cites }, finding: found };
}
