import { correspondingDay, dayText, parseDay } from '../base/calendar.ts';
import type { Law } from '../law/law.ts';
import { schemesFor } from './schemes.ts';
import type { Variant } from './compare.ts';

/** Most variants of one comparison. */
export const MOST_VARIANTS = 240;

/** Every version of a scheme as a variant. */
export function versionVariants(law: Law, scheme: string): Variant[] {
  return law.versions(scheme).map(({ date }) => ({ scheme, asOf: date }));
}

/** Every scheme that a case by this route may come under, as a variant; each by the leaving date. */
export function schemeVariants(law: Law, route: string): Variant[] {
  return schemesFor(law, route).map(({ scheme }) => ({ scheme }));
}

/** Every route of a scheme as a variant. */
export function routeVariants(law: Law, scheme: string): Variant[] {
  return (law.schemes.get(scheme)?.routes ?? []).map(({ route }) => ({ route }));
}

/** Every option of a question as a variant. */
export function readingVariants(law: Law, scheme: string, question: string): Variant[] {
  return (law.questions(scheme).get(question) ?? []).map((option) => ({ interpretations: { [question]: option } }));
}

/**
 * Leaving dates from one day to another in steps of months, each the corresponding day counted from the first;
 * undefined when a date does not exist, the order is wrong, or there would be more than {@link MOST_VARIANTS}.
 */
export function dateVariants(from: string, to: string, stepMonths: number): Variant[] | undefined {
  const first = parseDay(from);
  const last = parseDay(to);
  if (first === undefined || last === undefined || last < first || stepMonths < 1) return undefined;
  const variants: Variant[] = [];
  for (let step = 0; ; step += stepMonths) {
    const day = correspondingDay(first, step);
    if (day > last) return variants;
    if (variants.length === MOST_VARIANTS) return undefined;
    variants.push({ date: dayText(day) });
  }
}
