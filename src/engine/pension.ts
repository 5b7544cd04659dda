import { Decimal, decimalText, unscaled, type Dong } from '../base/decimal.ts';
import type { Choices, Derivation, PensionInformation } from './derivation.ts';
import type { PensionRateProvision, PensionSurplusProvision } from '../law/provision.ts';
import { holds } from '../law/select.ts';
import type { Law } from '../law/law.ts';
import type { Cite, LawVersion, Rule } from '../law/version.ts';
import { QUANTITY_PLACES } from '../law/vocabulary.ts';
import { yearsOf } from './measure/odd-months.ts';
import { rounded } from './salary/rounding.ts';

const HUNDRED = 10 ** QUANTITY_PLACES;

/**
 * The pension of who is entitled to one on leaving, for information only (lương hưu, để tham khảo): rate with and
 * without the cut that the decrees waive, amount from a given average salary, one-off for surplus years. Undefined
 * when the person is not entitled, or no rule of the insurance law covers the case.
 */
export function pensionInformation(
  law: Law,
  { case: one, facts, measures }: Derivation,
  choices: Choices,
): PensionInformation | undefined {
  const scheme = [...law.schemes.values()].find(({ informs }) => informs === 'pension')?.scheme;
  const found = scheme === undefined ? undefined : law.at(scheme, one.leaving.date);
  if (!measures.pension?.eligible || !found?.ok) return undefined;
  const version = found.value;
  const rate = version.rules('pension-rate').find((rule) => holds(rule, facts));
  if (!rate) return undefined;
  const years = insuredYears(version, measures.pension.months);
  const full = rateOf(rate, years);
  const cut = version.rules('pension-cut').find((one) => holds(one, facts));
  const cutCounts = cut && (cut.provision.certainty !== 'U' || choices.acceptUnverified?.includes(cut.id));
  const early = measures.yearsEarly?.value ?? 0;
  const surplus = version.rules('pension-surplus').find((one) => holds(one, facts));
  const { average } = one.salary;
  return {
    version: version.date,
    years: unscaled(years, QUANTITY_PLACES),
    rate: percent(full),
    ...(cut && cutCounts ? { cutRate: percent(Decimal.max(0, full.minus(perYear(cut.provision.yearly, early)))) } : {}),
    ...(average === undefined
      ? {}
      : { monthly: decimalText(inDong(version, new Decimal(average).times(full).div(100))) }),
    ...oneOffOf(version, surplus, years, average),
    cite: [...rate.cites, ...citesOf(surplus), ...(cutCounts ? citesOf(cut) : [])],
  };
}

function citesOf(found: Rule | undefined): readonly Cite[] {
  return found?.cites ?? [];
}

/** Insurance months as years in hundredths, odd months by the rule of the insurance law where it has one. */
function insuredYears(version: LawVersion, months: number): number {
  const [odd] = version.oddMonths.serviceYears;
  return odd ? yearsOf(odd.provision, months) : Math.floor(months / 12) * HUNDRED;
}

function rateOf({ provision }: Rule<PensionRateProvision>, years: number): Decimal {
  const more = perYear(provision.yearly, Math.max(0, years - provision.years * HUNDRED));
  return Decimal.min(provision.most, new Decimal(provision.percent).plus(more));
}

function perYear(yearly: string, hundredths: number): Decimal {
  return new Decimal(yearly).times(hundredths).div(HUNDRED);
}

function percent(value: Decimal): string {
  return decimalText(value) + '%';
}

/** An amount rounded as the insurance law's rules declare. */
function inDong(version: LawVersion, amount: Dong): Dong {
  const [rounding] = version.roundings.line;
  return rounding ? rounded(rounding.provision, amount) : amount;
}

function oneOffOf(
  version: LawVersion,
  surplus: Rule<PensionSurplusProvision> | undefined,
  years: number,
  average: string | undefined,
): Pick<PensionInformation, 'oneOff'> {
  const above = surplus ? years - surplus.provision.aboveYears * HUNDRED : 0;
  if (!surplus || above <= 0) return {};
  const months = perYear(surplus.provision.rate, above);
  const amount = average === undefined ? undefined : decimalText(inDong(version, new Decimal(average).times(months)));
  return {
    oneOff: {
      years: unscaled(above, QUANTITY_PLACES),
      months: decimalText(months),
      ...(amount === undefined ? {} : { amount }),
    },
  };
}
