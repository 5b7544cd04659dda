import { useMemo, useState } from 'preact/hooks';
import type { Lang } from '../../src/base/text.ts';
import type { Law } from '../../src/law/law.ts';
import { keysRead, salaryFormOf, SALARY_FORMS, type SalaryForm } from './fields.ts';
import { formReader, type FormRead, type Texts } from './read.ts';

/** The readings chosen of open questions, by question. */
export type Readings = Readonly<Record<string, string>>;

/** The case of the form and what can be done with it. */
export interface CaseState {
  readonly texts: Texts;
  readonly salary: SalaryForm;
  readonly readings: Readings;
  readonly read: FormRead;
  /** The keys that the scheme of the case reads. */
  readonly keys: ReadonlySet<string>;
  readonly set: (key: string, value: string) => void;
  readonly setSalary: (form: SalaryForm) => void;
  readonly setReading: (question: string, option: string | undefined) => void;
  /** Puts another case in place of this one. */
  readonly replace: (texts: Texts) => void;
}

/** A new case: the route is found unless the user knows it. */
const NEW: Texts = { 'leaving.route': 'auto' };

/** Keeps the case of the form; what is typed in one way of giving the salary waits while another is chosen. */
export function useCase(law: Law, lang: Lang): CaseState {
  const [texts, setTexts] = useState<Texts>(NEW);
  const [waiting, setWaiting] = useState<Texts>({});
  const [salary, setForm] = useState<SalaryForm>('coefficient');
  const [readings, setReadings] = useState<Readings>({});
  const reader = useMemo(() => formReader(law, lang), [law, lang]);
  const read = useMemo(() => reader(texts, { interpretations: readings }), [reader, texts, readings]);
  const { worked } = read;
  const scheme = worked && !('refused' in worked) ? worked.derivation.law.scheme : undefined;
  const keys = useMemo(() => keysRead(law, scheme), [law, scheme]);
  const setSalary = (form: SalaryForm): void => {
    const own = new Set(SALARY_FORMS[form]);
    const given = { ...waiting, ...texts };
    const stays = (key: string): boolean => !key.startsWith('salary.') || key === 'salary.average' || own.has(key);
    const stay = Object.entries(given).filter(([key]) => stays(key) || isAllowance(key, form));
    setWaiting(given);
    setTexts(Object.fromEntries(stay));
    setForm(form);
  };
  return {
    ...{ texts, salary, readings, read, keys, setSalary },
    set: (key, value) => setTexts((before) => ({ ...before, [key]: value })),
    setReading: (question, option) =>
      setReadings((before) => {
        const others = Object.entries(before).filter(([name]) => name !== question);
        return Object.fromEntries(option === undefined ? others : [...others, [question, option]]);
      }),
    replace: (next) => {
      setTexts({ ...NEW, ...next });
      setWaiting({});
      setReadings({});
      setForm(salaryFormOf(next) ?? 'coefficient');
    },
  };
}

const WHOLE: ReadonlySet<string> = new Set(Object.values(SALARY_FORMS).flat());

function isAllowance(key: string, form: SalaryForm): boolean {
  return (form === 'scale' || form === 'coefficient') && key.startsWith('salary.') && !WHOLE.has(key);
}
