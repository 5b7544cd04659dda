import { writtenAnnexes } from '../../rules/annexes.generated.ts';
import { once } from '../base/memo.ts';
import type { AuditAnnex } from './audit-annex.ts';
import type { Form, Writing } from './form.ts';
import type { Funding } from './funding.ts';
import type { Annexes, Law } from './law.ts';

/** The annex forms and papers of a law, the forms by their numbers (biểu mẫu phụ lục). */
export interface LawAnnexes extends Omit<Annexes, 'forms'> {
  readonly forms: ReadonlyMap<string, Form>;
}

/** The annex forms and papers of the built-in rule files. */
export const builtinAnnexes: () => Annexes = once(() => {
  const files = writtenAnnexes() as readonly (Form | Writing | Funding | AuditAnnex)[];
  return {
    forms: files.filter((data): data is Form => 'form' in data),
    writing: files.find((data): data is Writing => 'writing' in data),
    funding: files.find((data): data is Funding => 'papers' in data && data.papers === 'funding'),
    auditAnnex: files.find((data): data is AuditAnnex => 'papers' in data && data.papers === 'audit-annex'),
  };
});

/** The annex forms and papers of a law: those of its rule files, or those that come with nd178. */
export function annexesOf(law: Law): LawAnnexes {
  return law.derived(byNumber);
}

function byNumber({ annexes }: Law): LawAnnexes {
  const { forms, ...others } = annexes === 'builtin' ? builtinAnnexes() : annexes;
  return { forms: new Map(forms.map((one) => [one.form, one])), ...others };
}
