import * as z from 'zod';
import type { Words } from '../base/text.ts';
import { SCHEMA_FAULTS } from '../messages/rule-faults.ts';
import type { Certainty, Condition } from './provision.ts';
import { certainty, condition, name, sourceNames, text, words } from './schema.ts';

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
      readonly part?: 'fixed' | 'counted' | undefined;
      /** The cases for which the column is filled: the window, the point of Điều 7 khoản 2 ...; default: all. */
      readonly when?: Condition | undefined;
    }
  /** A component of the monthly salary. */
  | { readonly component: string }
  /** The sum of all that the form pays. */
  | { readonly total: true }
  /** The sum of other columns of the form, as declared where they are given. */
  | { readonly sum: readonly number[] };

/** One column of a form. */
export interface FormColumn {
  /** The form's own number of the column; 0 for one that no form has. */
  readonly number: number;
  /**
   * A name, unique in the form. The primary data of a person are read from name, birth, rank, enlisted, merger, leaving,
   * salary, service, sex, group.
   */
  readonly key: string;
  /** The heading. */
  readonly title: Words;
  readonly holds: Holds;
  /**
   * By which words the column is known: alternatives, each a list of phrases that all stand in the heading (with the
   * headings above it), without diacritics, numbers without leading zeros. `=` before a phrase: it is the whole heading;
   * `^`: the heading begins with it; `!`: it does not stand in the column's own heading.
   */
  readonly words: readonly (readonly string[])[];
  /** One decision gives the value to several people: cells merged over their rows say it of each of them. */
  readonly ofSeveral?: true | undefined;
  /** Absent for primary data and remarks. */
  readonly gives?: Gives | undefined;
  /** The component of the salary whose coefficient or percentage the column states. */
  readonly states?: string | undefined;
  /** Money that enters the salary as it is declared. */
  readonly added?: true | undefined;
  readonly needs?: readonly Need[] | undefined;
  /** The column with which units merge this one into a single amount. */
  readonly mergesWith?: number | undefined;
}

/** Where a form stands, and where and how well that was read. */
export interface Statement {
  readonly act: string;
  readonly at: string;
  readonly certainty: Certainty;
  readonly sources?: readonly string[] | undefined;
}

/** An annex form in which units declare (biểu mẫu phụ lục). */
export interface Form extends Statement {
  /** Its number: `I.1`. */
  readonly form: string;
  readonly title: Words;
  /** Whether it declares benefits, or the monthly salary of the people in the other forms of a workbook. */
  readonly of: 'benefits' | 'salary';
  /** The scheme and route that the form pays by. */
  readonly scheme: string;
  readonly route: string;
  /** Mức độ chịu tác động that the form is for. */
  readonly impact: string;
  readonly columns: readonly FormColumn[];
}

/** How the annex forms are written: what units add to them, and ranks and groups in words and signs. */
export interface Writing extends Statement {
  readonly writing: 'annex-forms';
  /** Columns that no form has, but a sheet or a map of own columns may. */
  readonly columns: readonly FormColumn[];
  /** Headings of the rank column by which a civil unit is known, unless other words stand in them. */
  readonly civil: { readonly words: readonly string[]; readonly unless: readonly string[] };
  readonly ranks: {
    /** Groups of soldiers and the marks by which they are known; a rank without a mark is of the first. */
    readonly forces: readonly {
      readonly group: string;
      readonly marks: readonly string[];
      /** The regular spellings of the mark behind a rank; none where a regular rank has no mark. */
      readonly short?: readonly string[] | undefined;
      /** That somebody is of this group. */
      readonly fact: Words;
    }[];
    /** The ranks of a digit before one stroke (`4/`), before two (`4//`). */
    readonly strokes: readonly (readonly string[])[];
    /** The rank of a pay code, by the number before its point. */
    readonly payCodes: Readonly<Record<string, string>>;
    /** Words beside a rank that say a step of pay and nothing of the rank (nâng lương lần 1). */
    readonly steps: readonly string[];
  };
  /** Words that name groups instead of a rank; the first entry that is found counts. */
  readonly groups: readonly {
    readonly words: readonly string[];
    /** Only where the cell begins with it. */
    readonly first?: true | undefined;
    readonly groups: readonly string[];
  }[];
  /** What may stand before the name of a group in a heading that gives the group of the people below it. */
  readonly sections: readonly string[];
  /** Says that a cell holds what stands above it, of the person before. */
  readonly ditto: readonly string[];
  /** In which unit amounts are written: what says that a unit follows, and the đồng of each unit; the first found counts. */
  readonly money: {
    readonly mark: readonly string[];
    readonly units: readonly { readonly words: readonly string[]; readonly dong: number }[];
  };
}

const count = z.int().min(0).max(99);
const phrases = z.array(text).min(1);
/** Small letters without diacritics; a comma may be an ampersand, or missing. */
const plainPhrases = z.array(z.string().regex(/^[a-z]+(,? [a-z]+)*$/)).min(1);

const gives: z.ZodType<Gives> = z.lazy(() =>
  z.union([
    z.strictObject({ measure: z.enum(['monthsEarly', 'yearsEarly', 'serviceYears', 'severanceMonths', 'salary']) }),
    z.strictObject({ benefit: name, part: z.enum(['fixed', 'counted']).optional(), when: condition.optional() }),
    z.strictObject({ component: text }),
    z.strictObject({ total: z.literal(true) }),
    z.strictObject({ sum: z.array(count).min(1) }),
  ]),
);

const HOLDS = [
  'text',
  'birth',
  'date',
  'rank',
  'money',
  'months',
  'years',
  'coefficient',
  'percent',
  'sex',
  'group',
] as const satisfies readonly Holds[];

const column: z.ZodType<FormColumn> = z.lazy(() =>
  z.strictObject({
    number: count,
    key: z.string().regex(/^[a-z][A-Za-z]*$/),
    title: words,
    holds: z.enum(HOLDS),
    words: z.array(phrases).min(1),
    ofSeveral: z.literal(true).optional(),
    gives: gives.optional(),
    states: text.optional(),
    added: z.literal(true).optional(),
    needs: z.array(z.enum(['age', 'service', 'salary', 'window'])).optional(),
    mergesWith: count.optional(),
  }),
);

/** Whether each column stands once, and the columns that others name are there. */
function isWhole(columns: readonly FormColumn[]): boolean {
  const [numbers, keys] = [new Set(columns.map((one) => one.number)), new Set(columns.map((one) => one.key))];
  const named = columns.flatMap(({ gives: from, mergesWith }) => [
    ...(from && 'sum' in from ? from.sum : []),
    ...(mergesWith === undefined ? [] : [mergesWith]),
  ]);
  return numbers.size === columns.length && keys.size === columns.length && named.every((one) => numbers.has(one));
}

export const statement: { readonly [K in keyof Statement]-?: z.ZodType<Statement[K]> } = {
  act: name,
  at: text,
  certainty,
  sources: sourceNames.optional(),
};

/** An annex form as a rule file writes it. */
export const formSchema: z.ZodType<Form> = z.lazy(() =>
  z.strictObject({
    form: z.string().regex(/^[\p{L}\p{N}]+([.-][\p{L}\p{N}]+)*$/u),
    title: words,
    ...statement,
    of: z.enum(['benefits', 'salary']),
    scheme: name,
    route: name,
    impact: name,
    columns: z.array(column).min(1).refine(isWhole, SCHEMA_FAULTS.column.en),
  }),
);

/** How annex forms are written, as a rule file states it. */
export const writingSchema: z.ZodType<Writing> = z.lazy(() =>
  z.strictObject({
    writing: z.literal('annex-forms'),
    ...statement,
    columns: z.array(column),
    civil: z.strictObject({ words: plainPhrases, unless: plainPhrases }),
    ranks: z.strictObject({
      forces: z
        .array(z.strictObject({ group: name, marks: plainPhrases, short: phrases.optional(), fact: words }))
        .min(1),
      strokes: z.array(phrases),
      payCodes: z.record(z.string(), text),
      steps: plainPhrases,
    }),
    groups: z.array(
      z.strictObject({ words: plainPhrases, first: z.literal(true).optional(), groups: z.array(name).min(1) }),
    ),
    sections: plainPhrases,
    ditto: phrases,
    money: z.strictObject({
      mark: phrases,
      units: z.array(z.strictObject({ words: phrases, dong: z.int().min(1) })).min(1),
    }),
  }),
);
