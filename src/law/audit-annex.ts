import * as z from 'zod';
import type { Words } from '../base/text.ts';
import type { Certainty } from './provision.ts';
import { certainty, sourceNames, words } from './schema.ts';

/** The lists in which an inspection ends: declared right, too much, too little; wrong without a change; not decided. */
export const ANNEX_LISTS = ['right', 'over', 'under', 'other', 'open'] as const;

/** A list in which an inspection ends. */
export type AnnexList = (typeof ANNEX_LISTS)[number];

/** The columns that an annex of an inspection may have; `causes` is one for each cause. */
export const ANNEX_COLUMNS = [
  'number',
  'name',
  'unit',
  'place',
  'regime',
  'impact',
  'declared',
  'due',
  'causes',
  'explanation',
] as const;

/** A column of an annex of an inspection. */
export type AnnexColumn = (typeof ANNEX_COLUMNS)[number];

/** How the annexes of an inspection are laid out (phụ lục kết quả kiểm tra): labels, which change no amount. */
export interface AuditAnnex {
  readonly papers: 'audit-annex';
  readonly certainty: Certainty;
  readonly sources: readonly string[];
  readonly lists: readonly { readonly list: AnnexList; readonly title: Words }[];
  /** To which scheme a form belongs. */
  readonly regimes: readonly { readonly regime: string; readonly title: Words; readonly forms: readonly string[] }[];
  /** Mức độ tác động: the first whose words stand in the heading above a person; the last where none do. */
  readonly impacts: readonly { readonly impact: string; readonly title: Words; readonly words: readonly string[] }[];
  /** Kinds of errors, by the codes of cells and the measures that are wrong; the last takes the rest. */
  readonly causes: readonly {
    readonly cause: string;
    readonly title: Words;
    readonly codes: readonly string[];
    readonly measures: readonly string[];
  }[];
  readonly columns: readonly { readonly column: AnnexColumn; readonly title: Words }[];
}

const name = z.string().min(1);

/** The rule file of the annexes of an inspection. */
export const auditAnnexSchema: z.ZodType<AuditAnnex> = z.lazy(() =>
  z.strictObject({
    papers: z.literal('audit-annex'),
    certainty,
    sources: sourceNames,
    lists: z.array(z.strictObject({ list: z.enum(ANNEX_LISTS), title: words })).min(1),
    regimes: z.array(z.strictObject({ regime: name, title: words, forms: z.array(name) })).min(1),
    impacts: z.array(z.strictObject({ impact: name, title: words, words: z.array(name) })).min(1),
    causes: z
      .array(z.strictObject({ cause: name, title: words, codes: z.array(name), measures: z.array(name) }))
      .min(1),
    columns: z.array(z.strictObject({ column: z.enum(ANNEX_COLUMNS), title: words })).min(1),
  }),
);
