import { schemeName } from './vocabulary.ts';
import type { Issue } from '../base/checked.ts';
import { Decimal, decimalText, ZERO, type Dong } from '../base/decimal.ts';
import type { Lang } from '../base/text.ts';
import type { Case } from '../case/case.ts';
import { keyTitle } from '../case/keys.ts';
import type { Law } from '../law/law.ts';
import { holding } from '../law/select.ts';
import { issue } from '../messages/issue.ts';
import { chosenReadings } from './readings.ts';
import type { Figures, FindingFound, SettlementTopUp, TopUp } from './derivation.ts';
import { derive, type DeriveOptions } from './derive.ts';
import { finding } from './findings.ts';

/**
 * The top-up that a transition grants to a leaver before its version (Nghị định 67/2025/NĐ-CP, điều khoản chuyển
 * tiếp): only who was settled for less is topped up. Undefined when none concerns the leaving date.
 */
export function transitionTopUp(
  law: Law,
  figures: Figures,
  one: Case,
  wanted: Readonly<Record<string, string>>,
  options: DeriveOptions,
): TopUp | undefined {
  if (figures.outcome !== 'paid') return undefined;
  const transition = law.transitions(figures.law.scheme).find(({ rule: { provision }, to }) => {
    const { from, until } = provision.leavers;
    return to.date > figures.law.date && from <= one.leaving.date && one.leaving.date <= until;
  });
  if (!transition) return undefined;
  const { rule, to: version } = transition;
  const later = derive(version, one, options, chosenReadings(version, wanted));
  if (Array.isArray(later)) return undefined;
  const { date, hash } = version;
  const amount = excess(later.total, figures.total);
  const total = decimalText(later.total);
  const params = { amount, total, version: date, since: rule.provision.leavers.until };
  const found = finding(amount === '0' ? 'no-top-up' : 'top-up', 'info', params, rule.cites);
  return { version: date, hash, total, amount, cite: rule.cites, finding: found };
}

/** Đồng by which an amount is above what was paid; never negative. */
function excess(amount: Dong, paid: Dong): string {
  return decimalText(Decimal.max(ZERO, amount.minus(paid)));
}

/**
 * What is still due to who was settled before under another scheme for less (cấp bù), where a rule says so; a warning
 * where the case says so and no rule does. Issues when the amount already paid is not given.
 */
export function settlementTopUp(
  whole: Law,
  { law, case: one, facts, outcome, total }: Figures,
  lang: Lang,
): { readonly topUp?: SettlementTopUp; readonly finding: FindingFound } | Issue[] | undefined {
  const { settled } = one;
  if (!settled || outcome !== 'paid') return undefined;
  const [rule] = holding(law.rules('raise'), facts);
  const { scheme, amount: paid } = settled;
  const name = schemeName(whole, scheme);
  if (!rule) return { finding: finding('already-settled', 'warning', { scheme: name }) };
  if (paid === undefined) {
    const title = keyTitle('settled.amount')[lang];
    return [issue(lang, 'missing', 'settled.amount', { key: 'settled.amount', title })];
  }
  const due = excess(total, new Decimal(paid));
  const found = finding('raised', 'info', { scheme: name, paid, due }, rule.cites);
  return { topUp: { scheme, paid, due, cite: rule.cites }, finding: found };
}
