import type { Words } from '../../base/text.ts';

/** The annex forms that units declare in (biểu mẫu phụ lục). */
export type FormId = 'I.1' | 'I.2' | 'I.3' | 'I.5';

/** What the cells of a column hold. */
export type Holds =
  'text' | 'birth' | 'date' | 'rank' | 'money' | 'months' | 'years' | 'coefficient' | 'percent' | 'sex' | 'group';

/** What a computed column stands on: without it the column cannot be checked. */
export type Need = 'age' | 'service' | 'salary' | 'window';

/** Where the value of a computed column comes from. */
export type Gives =
  /** A measure of the case. */
  | { readonly measure: 'monthsEarly' | 'yearsEarly' | 'serviceYears' | 'severanceMonths' | 'salary' }
  /** A benefit line, or the part of it that is fixed (the first block) or counted by years (the rest). */
  | {
      readonly benefit: string;
      readonly part?: 'fixed' | 'counted';
      /** The window in which the column is filled. */
      readonly window?: string;
      /** The points of Điều 7 khoản 2 (class `early-band`) for which the column is filled. */
      readonly band?: readonly string[];
    }
  /** A component of the monthly salary. */
  | { readonly component: string }
  /** The sum of all that the form pays. */
  | { readonly total: true }
  /** The sum of other columns of the form, as declared where they are given. */
  | { readonly sum: readonly number[] };

/** One column of a form. */
export interface FormColumn {
  /** The form's own number of the column. */
  readonly number: number;
  /** A stable English name, unique in the form. */
  readonly key: string;
  /** The heading. */
  readonly title: Words;
  readonly holds: Holds;
  /**
   * By which words the column is known where the number row is missing: alternatives, each a list of phrases that all
   * stand in the heading (with the headings above it), without diacritics, numbers without leading zeros.
   */
  readonly words: readonly (readonly string[])[];
  /** Absent for primary data and remarks. */
  readonly gives?: Gives;
  readonly needs?: readonly Need[];
  /** The column with which units merge this one into a single amount. */
  readonly mergesWith?: number;
  /** Of a row whose cells are merged across columns of one benefit: all of these, whose amount stands in this one. */
  readonly joined?: readonly FormColumn[];
}

/** One annex form. */
export interface Form {
  readonly id: FormId;
  readonly title: Words;
  /** The scheme and route that the form pays by. */
  readonly scheme: string;
  readonly route: string;
  /** Mức độ chịu tác động that the form is for. */
  readonly impact: 'direct' | 're-election';
  /** The scheme whose ranks and age limits hold for soldiers in this form; default: the scheme itself. */
  readonly soldiersBy?: string;
  readonly columns: readonly FormColumn[];
}

/** A column of a form by its name. */
export function columnOf(form: Form, key: string): FormColumn | undefined {
  return form.columns.find((column) => column.key === key);
}

/** Columns that no form has but that a map of own columns may name. */
export const EXTRA_COLUMNS: readonly FormColumn[] = [
  {
    number: 0,
    key: 'sex',
    title: { vi: 'Giới tính', en: 'Sex' },
    holds: 'sex',
    words: [['gioi tinh'], ['nam/nu']],
  },
  {
    number: 0,
    key: 'group',
    title: { vi: 'Nhóm đối tượng', en: 'Subject group' },
    holds: 'group',
    words: [['doi tuong']],
  },
];
