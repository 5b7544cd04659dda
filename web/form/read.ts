import type { Issue } from '../../src/base/checked.ts';
import type { Lang } from '../../src/base/text.ts';
import type { FlatCase } from '../../src/case/flat.ts';
import { CASE_KEYS } from '../../src/case/keys.ts';
import { inMedium } from '../../src/case/medium.ts';
import { calculation, type CalculateOptions } from '../../src/engine/calculate.ts';
import type { Calculation } from '../../src/engine/derivation.ts';
import type { Result } from '../../src/engine/result.ts';
import { AUTO } from '../../src/engine/schemes.ts';
import { vocabularyOf } from '../../src/engine/vocabulary.ts';
import type { Law } from '../../src/law/law.ts';
import { rowReader } from '../../src/table/rows.ts';
import { inPage } from '../ways.ts';
import type { Header } from '../../src/table/table-header.ts';

/** What stands in the fields, by the key of the case; a blank field has none. */
export type Texts = Readonly<Record<string, string>>;

/** A form read: the case so far, what is wrong with it, and what came of it where nothing is. */
export interface FormRead {
  readonly raw: FlatCase;
  /** Each at the key of its field, or at a group of keys; worded for a form. */
  readonly issues: readonly Issue[];
  readonly worked?: Calculation | { readonly refused: Result };
}

/**
 * Makes the reader of a form. Its fields are the cells of one row, one column for each key of the case, so that they are
 * read as a list is and every spelling of a list counts.
 */
export function formReader(law: Law, lang: Lang): (texts: Texts, choices?: CalculateOptions) => FormRead {
  const header: Header = {
    row: 1,
    dataFrom: 2,
    keys: CASE_KEYS.map((key, index) => ({ index, heading: key.title[lang], key })),
    extras: [],
    width: CASE_KEYS.length,
    gaps: [],
  };
  const reader = rowReader(header, vocabularyOf(law, AUTO), lang);
  return (texts, choices = {}) => {
    const { raw, issues } = reader.read({ row: 2, cells: CASE_KEYS.map(({ key }) => texts[key] ?? null) });
    const found = calculation(raw, { ...choices, law, lang });
    const unread = new Set(issues.map(({ path }) => path));
    const further = found.ok ? [] : found.issues.filter(({ path }) => !unread.has(path));
    const all = [...issues, ...further].map(({ code, path, message }) => ({
      ...{ code, path },
      message: inPage(inMedium(message, 'answers', { lang }), lang),
    }));
    return { raw, issues: all, ...(found.ok && all.length === 0 ? { worked: found.value } : {}) };
  };
}
