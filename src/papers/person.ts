import type { Calculation } from '../engine/derivation.ts';
import { calculation, type CalculateOptions } from '../engine/calculate.ts';
import type { Result } from '../engine/result.ts';
import { refusalSheet } from '../explanation/refusal.ts';
import type { Refusal } from '../table/outcome.ts';
import { rowRefusal } from './row-refusal.ts';
import type { Lang } from '../base/text.ts';
import type { Document } from '../explanation/document.ts';
import type { Law } from '../law/law.ts';
import type { Office } from './office.ts';

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

/** Whose papers are made from what became of a row of a list. */
export function personOfRow(row: Result | Refusal, { core, law }: PaperOptions): Person {
  const { lang } = core;
  if ('issues' in row) return { who: row.id ?? String(row.row), page: rowRefusal(row, lang) };
  const worked = calculation(row.case, core);
  const who = row.case.person.name ?? row.id ?? '';
  return !worked.ok || 'refused' in worked.value
    ? { who, page: refusalSheet(row, { lang, law }) }
    : { who, worked: worked.value };
}
