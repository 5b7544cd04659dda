import { parseCase } from '../../case/parse.ts';
import { calculation, type CalculateOptions } from '../../engine/calculate.ts';
import type { Derivation, TouchedQuestion } from '../../engine/derivation.ts';
import type { Form } from '../../law/form.ts';

/** A case that a row allows, in the groups of the contract. */
export interface RowCase {
  readonly person: {
    readonly sex: 'male' | 'female';
    readonly birth: string;
    readonly group: string;
    readonly rank?: string;
  };
  readonly leaving: { readonly date: string; readonly reorganisation?: string };
  readonly age?: { readonly schedule?: string; readonly limit?: string };
  /** `pensionEligible`: given where the service is not known, so that the rest can be computed. */
  readonly insurance: { readonly years: number; readonly months: number; readonly pensionEligible?: true };
  readonly salary: { readonly monthly: string };
}

/** What the engine makes of a case: its derivation, and the open questions that it touches. */
export interface Worked {
  readonly derivation: Derivation;
  readonly questions: readonly TouchedQuestion[];
}

/**
 * Works a case of a form out; what the engine says where it cannot. What is declared is judged however implausible it
 * is, with a warning.
 */
export function workCase(form: Form, one: RowCase, options: CalculateOptions): Worked | string {
  const { lang = 'vi' } = options;
  const said = (messages: readonly { readonly message: string }[]): string =>
    messages.map(({ message }) => message).join(' ');
  const leaving = { route: form.route, impact: form.impact, ...one.leaving };
  const parsed = parseCase({ ...one, leaving, acceptImplausible: true }, { lang });
  if (!parsed.ok) return said(parsed.issues);
  const worked = calculation(parsed.value, { ...options, scheme: form.scheme });
  if (!worked.ok) return said(worked.issues);
  if ('refused' in worked.value) return said(worked.value.refused.findings);
  const { derivation, interpretations } = worked.value;
  if (derivation.outcome !== 'refused') return { derivation, questions: interpretations };
  return said(
    derivation.findings.flatMap(({ severity, words }) => (severity === 'error' ? [{ message: words[lang] }] : [])),
  );
}
