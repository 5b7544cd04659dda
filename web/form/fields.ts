import type { Issue } from '../../src/base/checked.ts';
import type { Lang, Words } from '../../src/base/text.ts';
import { CASE_KEYS, type CaseKey } from '../../src/case/keys.ts';
import type { Word } from '../../src/case/words.ts';
import { FLAG_WORDS } from '../../src/case/words.ts';
import { AUTO } from '../../src/engine/schemes.ts';
import { vocabularyOf } from '../../src/engine/vocabulary.ts';
import { mainScheme } from '../../src/law/act.ts';
import type { Law } from '../../src/law/law.ts';
import { keysOf } from '../../src/table/scheme-keys.ts';
import { templateColumns } from '../../src/table/template.ts';
import type { Texts } from './read.ts';

/** A part of the form. */
export interface Part {
  readonly name: 'person' | 'leaving' | 'time' | 'salary';
  readonly title: Words;
  /** How the keys of the part begin. */
  readonly begins: readonly string[];
  /** The fields that are there from the start. */
  readonly first: readonly string[];
}

/** The parts of the form in their order: few fields first. */
export const PARTS: readonly Part[] = [
  {
    name: 'person',
    title: { vi: 'Người nghỉ', en: 'The person' },
    begins: ['id', 'law', 'acceptImplausible', 'person'],
    first: ['person.name', 'person.sex', 'person.birth', 'person.group'],
  },
  {
    name: 'leaving',
    title: { vi: 'Việc nghỉ', en: 'The leaving' },
    begins: ['leaving', 'age'],
    first: ['leaving.route', 'leaving.date', 'leaving.reorganisation'],
  },
  {
    name: 'time',
    title: { vi: 'Thời gian đóng bảo hiểm, công tác', en: 'Insured and other time' },
    begins: ['insurance', 'work', 'training', 'settled', 'post'],
    first: ['insurance.years', 'insurance.months'],
  },
  { name: 'salary', title: { vi: 'Tiền lương', en: 'Salary' }, begins: ['salary'], first: [] },
];

/** The name of a way to give the salary. */
export type SalaryForm = 'scale' | 'coefficient' | 'contract' | 'monthly' | 'allowance';

/** How a salary may be given, each by the keys that it needs; the others belong to none of them. */
export const SALARY_FORMS: Readonly<Record<SalaryForm, readonly string[]>> = {
  scale: ['salary.scale', 'salary.step', 'salary.stepMonths'],
  coefficient: ['salary.coefficient'],
  contract: ['salary.contract'],
  monthly: ['salary.monthly'],
  allowance: ['salary.allowance'],
};

/** Whether a salary given so has allowances beside it. */
export function hasAllowances(form: SalaryForm): boolean {
  return form === 'scale' || form === 'coefficient';
}

const FIRST_ALLOWANCES = ['salary.positionAllowance', 'salary.publicService', 'salary.overFrame'];

const OF_FORMS: ReadonlySet<string> = new Set(Object.values(SALARY_FORMS).flat());

/** A field whose key an issue names asks for these as well: either of them will do. */
const ALSO: Readonly<Record<string, readonly string[]>> = { 'age.limit': ['person.rank'] };

/** A fault of this code is accepted in another field. */
const ACCEPTED_BY: Readonly<Record<string, readonly string[]>> = { implausible: ['acceptImplausible'] };

/** What the form shows depends on. */
export interface Shown {
  readonly texts: Texts;
  readonly issues: readonly Issue[];
  readonly salary: SalaryForm;
  /** The keys that the act of the case reads. */
  readonly read: ReadonlySet<string>;
  /** The parts whose further fields are open. */
  readonly open: ReadonlySet<string>;
}

/** The keys that a scheme of the law reads; the main one until the scheme of the case is found. */
export function keysRead(law: Law, scheme: string = mainScheme(law.schemes.values())): ReadonlySet<string> {
  return new Set(keysOf(law, scheme).map(({ key }) => key));
}

/** The fields of a part that are shown, and whether there are further ones. */
export function fieldsOf(part: Part, shown: Shown): { readonly fields: readonly CaseKey[]; readonly more: boolean } {
  const asked = new Set(
    shown.issues.flatMap(({ code, path }) => [path, ...(ALSO[path] ?? []), ...(ACCEPTED_BY[code] ?? [])]),
  );
  const first = new Set<string>(part.name === 'salary' ? firstOfSalary(shown.salary) : part.first);
  const own = CASE_KEYS.filter(({ key }) => part.begins.includes(key.split('.')[0] ?? '')).filter(
    ({ key }) => !isOfOtherForm(key, shown.salary),
  );
  const stands = ({ key }: CaseKey): boolean =>
    first.has(key) || (shown.texts[key] ?? '') !== '' || asked.has(key) || shown.open.has(`${part.name}:${key}`);
  const further = own.filter((key) => !stands(key) && shown.read.has(key.key));
  const open = shown.open.has(part.name);
  return { fields: own.filter((key) => stands(key) || (open && further.includes(key))), more: further.length > 0 };
}

function firstOfSalary(form: SalaryForm): readonly string[] {
  return [...SALARY_FORMS[form], ...(hasAllowances(form) ? FIRST_ALLOWANCES : [])];
}

/** A key of another way to give the salary, or an allowance where the salary has none beside it. */
function isOfOtherForm(key: string, form: SalaryForm): boolean {
  if (OF_FORMS.has(key)) return !SALARY_FORMS[form].includes(key);
  return key.startsWith('salary.') && key !== 'salary.average' && !hasAllowances(form);
}

/** The way in which texts give the salary: the first that has a value. */
export function salaryFormOf(texts: Texts): SalaryForm | undefined {
  const names = Object.keys(SALARY_FORMS) as SalaryForm[];
  return names.find((name) => SALARY_FORMS[name].some((key) => (texts[key] ?? '') !== ''));
}

/** What a field says of itself. */
export interface FieldText {
  readonly note: string;
  /** The words to choose from; absent for a field of text. */
  readonly words?: readonly Word[];
}

/** What each field says, as the template of a list says it of its columns. */
export function fieldTexts(law: Law, lang: Lang): ReadonlyMap<string, FieldText> {
  const vocabulary = vocabularyOf(law, AUTO);
  return new Map(
    templateColumns(vocabulary, lang).flatMap(({ key, note }) => {
      if (!key) return [];
      const words = key.type === 'flag' ? FLAG_WORDS : vocabulary.get(key.key);
      return [[key.key, { note, ...(words ? { words } : {}) }] as const];
    }),
  );
}
