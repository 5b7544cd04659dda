import { decimalText, ZERO, type Dong } from '../base/decimal.ts';
import type { Lang, Words } from '../base/text.ts';
import type { CaseKey } from '../case/keys.ts';
import type { Law } from '../law/law.ts';
import type { Cite } from '../law/version.ts';
import type { Result } from '../result/result.ts';
import { OTHER_BENEFITS, type Layout } from './layout.ts';
import type { RowOutcome } from './outcome.ts';
import type { RowIssue } from './rows.ts';
import { FLAG_WORDS, type Word } from '../case/words.ts';
import { wordTitle, type Vocabulary } from './words.ts';

/** A cell of the flat output: canonical text (dates YYYY-MM-DD, decimals with a dot, per cents with %), or nothing. */
export type FlatCell = string | null;

/** How to flatten: for programs with the contract's words, or for people with theirs. */
export interface FlatOptions {
  readonly layout: Layout;
  readonly law: Law;
  readonly vocabulary: Vocabulary;
  readonly lang: Lang;
  readonly words: 'codes' | 'titles';
}

const OUTCOMES: Readonly<Record<string, Words>> = {
  paid: { vi: 'được hưởng', en: 'paid' },
  nothing: { vi: 'không được hưởng', en: 'nothing' },
  refused: { vi: 'từ chối', en: 'refused' },
};

const WINDOWS: Readonly<Record<string, Words>> = {
  'first-12-months': { vi: 'trong 12 tháng đầu', en: 'first 12 months' },
  'from-month-13': { vi: 'từ tháng thứ 13', en: 'from month 13' },
  none: { vi: 'không tính', en: 'no clock' },
};

/** Makes the function that writes an outcome as one flat row, a cell for each column of the layout. */
export function flattener(options: FlatOptions): (outcome: RowOutcome) => FlatCell[] {
  const { layout } = options;
  const readers = layout.keys.map((key) => caseReader(key, options));
  const basis = citeWriter(options.law, options.lang);
  const benefits = benefitWriter(layout);
  // Of the result columns a refused row fills its number, the outcome and the reason; the law stands behind the reason.
  const between = layout.columns.filter((column) => column.source === 'result').length - 5;
  return ({ row, result, refusal, extras, written }) => {
    if (!result) {
      const given = layout.keys.map((_, at) => written?.[at] ?? null);
      const empty = new Array<FlatCell>(between).fill(null);
      const reasons = refusalText(refusal?.issues ?? []);
      return [
        String(row),
        ...given,
        word(OUTCOMES, 'refused', options),
        ...empty,
        reasons,
        null,
        null,
        ...padded(extras, layout),
      ];
    }
    return [
      String(row),
      ...readers.map((read) => read(result)),
      word(OUTCOMES, result.outcome, options),
      result.route === null ? null : option(options.vocabulary.get('leaving.route'), result.route, options),
      ...measures(result, options),
      ...benefits(result),
      result.total,
      basis(result),
      findings(result, options),
      questions(result),
      null,
      result.law.version === null ? null : `${result.law.scheme}@${result.law.version}`,
      result.law.hash,
      ...padded(extras, layout),
    ];
  };
}

function padded(extras: readonly string[], layout: Layout): FlatCell[] {
  return layout.extras.map((_, at) => extras[at] ?? null);
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

function measures({ measures: found }: Result, options: FlatOptions): FlatCell[] {
  if (!found) return [null, null, null, null, null, null, null, null];
  const month = (text = ''): string | null =>
    text === '' ? null : options.words === 'codes' ? text : `${text.slice(5)}/${text.slice(0, 4)}`;
  return [
    found.monthlySalary,
    month(found.normalRetirement),
    month(found.pensionStart),
    text(found.monthsEarly),
    text(found.yearsEarly),
    text(found.serviceYears),
    text(found.severanceMonths),
    word(WINDOWS, found.window, options),
  ];
}

function text(value: string | number | undefined): FlatCell {
  return value === undefined ? null : String(value);
}

/** Writes months and amount of each kind of benefit; the sum of lines without a column goes to the last one. */
function benefitWriter({ benefits: columns }: Layout): (result: Result) => FlatCell[] {
  const places = new Map(columns.map(({ id }, at) => [id, at * 2]));
  const others = places.get(OTHER_BENEFITS);
  const empty = new Array<FlatCell>(columns.length * 2).fill(null);
  return (result) => {
    const cells = empty.slice();
    let rest: Dong | undefined;
    for (const { id, months, amount } of result.benefits) {
      const at = places.get(id);
      if (at === undefined) rest = (rest ?? ZERO).plus(amount);
      else if (at !== others && cells[at] === null) [cells[at], cells[at + 1]] = [months, amount];
    }
    if (others !== undefined && rest) cells[others + 1] = decimalText(rest);
    return cells;
  };
}

function findings(result: Result, { words }: FlatOptions): FlatCell {
  if (result.findings.length === 0) return null;
  return result.findings.map(({ code, message }) => (words === 'codes' ? `${code}: ${message}` : message)).join('\n');
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

function citeWriter(law: Law, lang: Lang): (result: Result) => FlatCell {
  const actTitle = (act: string): string => law.acts.get(act)?.title[lang] ?? act;
  const amended = lang === 'vi' ? 'sửa đổi bởi' : 'amended by';
  // The legal bases belong to the rules, so that few objects stand for the cites of all results.
  const known = new WeakMap<Cite, string>();
  const write = (cite: Cite): string => {
    const before = known.get(cite);
    if (before !== undefined) return before;
    const by = cite.amendedBy === null ? '' : ` (${amended} ${actTitle(cite.amendedBy)})`;
    const text = `${cite.at} ${actTitle(cite.act)}${by}`;
    known.set(cite, text);
    return text;
  };
  return ({ benefits: lines }) => {
    if (lines.length === 0) return null;
    const texts = new Set<string>();
    for (const { cite } of lines) for (const one of cite) texts.add(write(one));
    return [...texts].join('; ');
  };
}
