import { decimalText, ZERO, type Dong } from '../base/decimal.ts';
import type { Words } from '../base/text.ts';
import type { CaseKey } from '../case/keys.ts';
import { officialBasis } from '../law/citation.ts';
import type { Cite } from '../law/version.ts';
import { linesByBenefit } from '../engine/result-lines.ts';
import type { Result } from '../engine/result.ts';
import { measureWriter, type MeasureOptions } from './flat-measures.ts';
import { OTHER_BENEFITS, type Layout } from './layout.ts';
import type { RowOutcome } from './outcome.ts';
import { questionWords } from './questions.ts';
import type { RowIssue } from './rows.ts';
import { FLAG_WORDS, type Word } from '../case/words.ts';
import { wordTitle, type Vocabulary } from '../case/spelling/words.ts';

/** A cell of the flat output: canonical text (dates YYYY-MM-DD, decimals with a dot, per cents with %), or nothing. */
export type FlatCell = string | null;

/** How to flatten: for programs with the contract's words, or for people with theirs. */
export interface FlatOptions extends MeasureOptions {
  readonly vocabulary: Vocabulary;
}

const OUTCOMES: Readonly<Record<string, Words>> = {
  paid: { vi: 'được hưởng', en: 'paid' },
  nothing: { vi: 'không được hưởng', en: 'nothing' },
  refused: { vi: 'từ chối', en: 'refused' },
};

/** How the outcome of a row that was refused may be written. */
export const REFUSED_WORDS: readonly string[] = ['refused', ...Object.values(OUTCOMES['refused'] ?? {})];

/** Makes the function that writes an outcome as one flat row, a cell for each column of the layout. */
export function flattener(options: FlatOptions): (outcome: RowOutcome) => FlatCell[] {
  const { layout, vocabulary, law, lang, words } = options;
  const readers = layout.keys.map((key) => caseReader(key, options));
  const routes = vocabulary.get('leaving.route');
  const basis = citeWriter(options);
  const measures = measureWriter(options);
  const benefits = benefitWriter(layout);
  const width = layout.columns.length;
  const empty = Array.from({ length: width }, (): FlatCell => null);
  // Of the result columns a refused row fills its number, the outcome and the reason; the law stands behind the reason.
  const reasonAt = width - layout.extras.length - 3;
  return ({ row, result, refusal, extras, written }) => {
    const cells = empty.slice();
    cells[0] = String(row);
    let at = 1;
    if (result) for (const read of readers) cells[at++] = read(result);
    else for (let key = 0; key < readers.length; key++) cells[at++] = written?.[key] ?? null;
    cells[at++] = word(OUTCOMES, result?.outcome ?? 'refused', options);
    if (result) {
      if (result.route !== null) cells[at] = option(routes, result.route, options);
      at = benefits(result, cells, measures(result, cells, at + 1));
      cells[at++] = result.total;
      cells[at++] = basis(result);
      cells[at++] = findings(result, true, options);
      cells[at++] = findings(result, false, options);
      cells[at] = words === 'codes' ? questions(result) : questionWords(result, law, lang);
      if (result.law.version !== null) cells[reasonAt + 1] = `${result.law.scheme}@${result.law.version}`;
      cells[reasonAt + 2] = result.law.hash;
    } else cells[reasonAt] = refusalText(refusal?.issues ?? []);
    for (let extra = 0; extra < layout.extras.length; extra++) cells[reasonAt + 3 + extra] = extras[extra] ?? null;
    return cells;
  };
}

function word(names: Readonly<Record<string, Words>>, code: string, { words, lang }: FlatOptions): string {
  return words === 'codes' ? code : (names[code]?.[lang] ?? code);
}

function option(names: readonly Word[] | undefined, code: string, { words, lang }: FlatOptions): string {
  return words === 'codes' ? code : wordTitle(names, code, lang);
}

function caseReader(key: CaseKey, options: FlatOptions): (result: Result) => FlatCell {
  const path = key.key.split('.');
  const names = key.type === 'flag' ? FLAG_WORDS : options.vocabulary.get(key.key);
  return ({ case: one }) => {
    let at: unknown = one;
    for (const name of path) at = (at as Record<string, unknown> | undefined)?.[name];
    if (at === undefined) return null;
    const text = String(at);
    return names ? option(names, text, options) : text;
  };
}

/**
 * Writes months and amount of each kind of benefit from a place on; the sum of lines without a column goes to the last
 * one. Gives the place behind them.
 */
function benefitWriter({ benefits: columns }: Layout): (result: Result, cells: FlatCell[], from: number) => number {
  const places = new Map(columns.map(({ id }, at) => [id, at * 2]));
  const others = places.get(OTHER_BENEFITS);
  return (result, cells, from) => {
    let rest: Dong | undefined;
    for (const { id, months, amount } of linesByBenefit(result)) {
      const at = places.get(id);
      if (at === undefined) rest = (rest ?? ZERO).plus(amount);
      else if (at !== others && cells[from + at] === null) [cells[from + at], cells[from + at + 1]] = [months, amount];
    }
    if (others !== undefined && rest) cells[from + others + 1] = decimalText(rest);
    return from + columns.length * 2;
  };
}

/** The findings that have to be looked at before anybody signs (warnings), or the others. */
function findings({ findings: all }: Result, warnings: boolean, { words }: FlatOptions): FlatCell {
  if (all.length === 0) return null;
  const found = all.filter(({ severity }) => (severity === 'warning') === warnings);
  if (found.length === 0) return null;
  return found.map(({ code, message }) => (words === 'codes' ? `${code}: ${message}` : message)).join('\n');
}

function questions(result: Result): FlatCell {
  if (result.interpretations.length === 0) return null;
  const alternatives = (list: readonly { option: string; total: string }[]): string =>
    list.map(({ option, total }) => `${option}: ${total}`).join(', ');
  return result.interpretations
    .map(({ id, chosen, alternatives: others }) => `${id} = ${chosen} (${alternatives(others)})`)
    .join('\n');
}

/** The issues of a refusal as one text: cell, then message. */
export function refusalText(issues: readonly RowIssue[]): string {
  return issues.map(({ cell, path, message }) => `${cell ?? path}: ${message}`).join('\n');
}

/** Legal bases: for programs act and address, for people in the order of official papers. */
function citeWriter({ law, lang, words }: FlatOptions): (result: Result) => FlatCell {
  const actTitle = (act: string): string => law.acts.get(act)?.title[lang] ?? act;
  const amended = lang === 'vi' ? 'sửa đổi bởi' : 'amended by';
  const coded = (cite: Cite): string => {
    const by = cite.amendedBy === null ? '' : ` (${amended} ${actTitle(cite.amendedBy)})`;
    return `${cite.at} ${actTitle(cite.act)}${by}`;
  };
  const official = new Map<string, string>();
  const worded = (cite: Cite): string => {
    const key = [cite.act, cite.at, cite.amendedBy, cite.amendedAt].join('|');
    const made = official.get(key) ?? officialBasis(law, cite, lang);
    official.set(key, made);
    return made;
  };
  const write = words === 'codes' ? coded : worded;
  return ({ benefits: lines }) =>
    lines.length === 0 ? null : [...new Set(lines.flatMap(({ cite }) => cite.map(write)))].join('; ');
}
