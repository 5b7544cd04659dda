import { annexesOf } from '../law/annexes.ts';
import { builtinLaw } from '../law/builtin.ts';
import type { Form, FormColumn, Writing } from '../law/form.ts';
import type { Law } from '../law/law.ts';

/** An annex form with how forms are written. */
export interface AnnexForm extends Form {
  readonly writing: Writing;
}

/** The annex forms that the rule files state, by their numbers; none where no file says how they are written. */
export function formsOf(law: Law = builtinLaw()): ReadonlyMap<string, AnnexForm> {
  const { forms, writing } = annexesOf(law);
  return new Map(writing ? [...forms].map(([id, form]) => [id, { ...form, writing }]) : []);
}

/** All columns that a sheet of a form may have: those of the form, then those that units add. */
export function columnsOf({ columns, writing }: AnnexForm): readonly FormColumn[] {
  const own = new Set(columns.map(({ key }) => key));
  return [...columns, ...writing.columns.filter(({ key }) => !own.has(key))];
}

/** The columns that units add to a form: those that it does not have itself. */
export function extrasOf(form: AnnexForm): readonly FormColumn[] {
  return columnsOf(form).slice(form.columns.length);
}
