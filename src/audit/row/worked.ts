import type { Lang } from '../../base/text.ts';
import { work, type CalculateOptions } from '../../calculate.ts';
import { parseCase } from '../../case/parse.ts';
import type { Derivation, TouchedQuestion } from '../../derivation/derivation.ts';
import type { Form } from '../forms/form.ts';
import { paidOf, type Paid } from './paid.ts';
import type { Person } from './person.ts';
import type { Variant } from './variants.ts';

/** A variant of a row worked out by the engine. */
export interface WorkedVariant {
  readonly variant: Variant;
  readonly derivation: Derivation;
  readonly questions: readonly TouchedQuestion[];
  readonly paid: Paid;
}

/** A variant that the engine turns away. */
export interface Turned {
  readonly message: string;
}

/** The case of a person as the engine takes it. */
export function caseOf(form: Form, person: Person): Record<string, unknown> {
  const { birth, leaving, merger, sex, group, rank, schedule, limit, serviceMonths, pensionEligible, salary } = person;
  return {
    person: { sex, birth, group, ...(rank === undefined ? {} : { rank }) },
    leaving: {
      route: form.route,
      date: leaving,
      impact: form.impact,
      ...(merger === undefined ? {} : { reorganisation: merger }),
    },
    ...(schedule === undefined && limit === undefined
      ? {}
      : { age: { ...(schedule === undefined ? {} : { schedule }), ...(limit === undefined ? {} : { limit }) } }),
    insurance: {
      years: Math.floor(serviceMonths / 12),
      months: serviceMonths % 12,
      ...(pensionEligible === true ? { pensionEligible } : {}),
    },
    salary: { monthly: salary },
  };
}

/** Works a person out; what the engine says where it cannot. */
export function workPerson(
  form: Form,
  person: Person,
  options: CalculateOptions,
): Omit<WorkedVariant, 'variant'> | Turned {
  const lang: Lang = options.lang ?? 'vi';
  const parsed = parseCase(caseOf(form, person), { lang });
  if (!parsed.ok) return { message: parsed.issues.map((one) => one.message).join(' ') };
  const worked = work(parsed.value, { ...options, scheme: form.scheme });
  if (!worked.ok) return { message: worked.issues.map((one) => one.message).join(' ') };
  if ('refused' in worked.value) return { message: worked.value.refused.findings.map((one) => one.message).join(' ') };
  const { derivation, interpretations } = worked.value;
  if (derivation.outcome === 'refused') {
    const errors = derivation.findings.filter(({ severity }) => severity === 'error');
    return { message: errors.map(({ words }) => words[lang]).join(' ') };
  }
  return { derivation, questions: interpretations, paid: paidOf(derivation) };
}
