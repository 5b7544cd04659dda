import type { Calculation } from '../../src/engine/derivation.ts';
import type { CalculateOptions } from '../../src/engine/calculate.ts';
import type { Lang } from '../../src/base/text.ts';
import type { Document } from '../../src/explanation/document.ts';
import type { Law } from '../../src/law/law.ts';
import type { Office } from '../../src/papers/office.ts';

/** A person whose papers are made: worked out, or the page that says why not. `who` names the files. */
export type Person =
  { readonly who: string; readonly worked: Calculation } | { readonly who: string; readonly page: Document };

/** What papers are made with. */
export interface PaperOptions {
  readonly core: CalculateOptions & { readonly lang: Lang };
  readonly law: Law;
  readonly office: Office;
}

/** Those who were worked out, in their order. */
export function workedOut(people: readonly Person[]): Calculation[] {
  return people.flatMap((one) => ('worked' in one ? [one.worked] : []));
}

/** How many got a page instead of a sheet, or a sheet that says that the law refuses them. */
export function refusedOf(people: readonly Person[]): number {
  return people.filter((one) => 'page' in one || one.worked.derivation.outcome === 'refused').length;
}
