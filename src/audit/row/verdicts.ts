import type { Lang, Words } from '../../base/text.ts';
import type { Params } from '../../messages/issue.ts';
import type { CalculateOptions } from '../../engine/calculate.ts';
import type { Law } from '../../law/law.ts';
import type { AnnexForm } from '../forms.ts';
import type { CellCode } from '../messages.ts';
import type { SalaryFound } from '../salary/link.ts';
import type { CellVerdict } from '../report.ts';
import { amountOf, declaredOf, type DeclaredCell, type Match } from './cells.ts';
import { shownDeclared, shownDifference, shownValue } from './explain.ts';
import type { Value } from './values.ts';
import type { VariantSet, WorkedVariant } from './variants.ts';

/** What is said of a cell, and why. */
export interface Verdict {
  readonly verdict: CellVerdict;
  readonly code: CellCode;
  readonly params: Params;
  /** Of a follow-on: the cells that explain it. */
  readonly follows?: readonly string[];
  /** The open legal question that the difference hangs on, and the option under which the cell is right. */
  readonly question?: { readonly id: string; readonly option: string };
  /** Left out of the report: nothing is declared and nothing due, or another cell says it. */
  readonly silent?: boolean;
}

/** The verdict on each cell of a row, in the order of the form. */
export type Verdicts = ReadonlyMap<DeclaredCell, Verdict>;

/** Whether a cell is wrong, by itself or because of another. */
export function isWrong(said: Pick<Verdict, 'verdict'> | undefined): boolean {
  return said?.verdict === 'wrong' || said?.verdict === 'follow-on';
}

/** The verdict on a cell that is wrong because others are: those that are named have no other cause themselves. */
export function followOn(own: Verdict, causes: readonly DeclaredCell[], verdicts: Verdicts): Verdict {
  const follows = [...new Set(causes.flatMap((cause) => verdicts.get(cause)?.follows ?? [cause.cell]))];
  return { ...own, verdict: 'follow-on', code: 'follows', follows };
}

/** A verdict on a cell with the numbers of its message: declared, computed, the difference, why, because of which cells. */
export function withNumbers(one: DeclaredCell, said: Verdict, value: Value, why: string, lang: Lang): Verdict {
  const declared = declaredOf(one);
  const difference = shownDifference(declared, value, lang);
  const params = {
    ...said.params,
    declared: shownDeclared(declared, one.text, lang),
    computed: shownValue(value, lang),
    ...(difference === undefined ? {} : { difference }),
    why,
    cause: (said.follows ?? []).join(', '),
  };
  return { ...said, params };
}

/** The verdict on a cell that is not checked. */
export function unchecked(code: CellCode, params: Params, silent = false): Verdict {
  return { verdict: 'unchecked', code, params, silent };
}

/** What a row is judged with. */
export interface Judging {
  readonly worked: readonly WorkedVariant[];
  readonly set: VariantSet;
  readonly lang: Lang;
  /** Why variants were turned away. */
  readonly turned: readonly string[];
  /** {@link openFacts} of the row: cells that are right in the same cases hang on the same, which is found once. */
  readonly facts: (rights: string) => string;
}

/** A row while its wrong cells are explained. */
export interface Judged {
  readonly law: Law;
  readonly options: CalculateOptions;
  readonly lang: Lang;
  readonly form: AnnexForm;
  /** The case that speaks for the row, and its place among those that the row allows. */
  readonly worked: WorkedVariant;
  readonly at: number;
  /** What form I.5 gives for the person. */
  readonly link: SalaryFound | undefined;
}

/** Judges a cell alone: right under every case that the row allows, wrong under every, or unchecked. `at`: the case that speaks for the row. */
export function firstVerdict(
  one: DeclaredCell,
  matches: readonly Match[],
  at: number | undefined,
  { set, lang, turned, worked, facts }: Judging,
): Verdict {
  const { column, reading } = one;
  if (reading.kind === 'fault') return unchecked(reading.code, { declared: one.text });
  const blank = reading.kind === 'blank';
  const lacking = lackingOf(one, set, lang);
  if (lacking !== undefined) return unchecked('needs-data', { what: lacking }, blank);
  const value = at === undefined ? undefined : one.values[at];
  if (at === undefined) return unchecked('not-computable', { why: [...new Set(turned)].join(' ') }, blank);
  if (one.values.every((each) => each === undefined)) return unchecked('not-computable', { why: '' }, blank);
  if (set.serviceIsPrimary && column.key === 'service') return RIGHT_AS_GIVEN;
  const computed = shownValue(value as Value, lang);
  if (blank && column.holds !== 'money') {
    return isUsed(one, worked[at]) ? unchecked('blank', { computed }) : RIGHT_AS_GIVEN;
  }
  const right = matches.filter((match) => match !== 'wrong').length;
  if (right === matches.length) return rightVerdict(one, matches, computed);
  if (right > 0) return unchecked('undecided', { facts: facts(rightsOf(matches)) });
  const times = value && otherUnit(one, value);
  if (times !== undefined) return unchecked('other-money-unit', { ...shownIn(one, value as Value, lang), times });
  return { verdict: 'wrong', code: column.holds === 'money' ? 'wrong-amount' : 'wrong-measure', params: {} };
}

/** Units of money that are mixed up: đồng, a thousand, a million. */
const UNITS = [1000, 1_000_000];

/** A declared amount is in another unit when it is so many times off, but for this part of it. */
const NEAR = '0.2';

/** How many times a declared amount is off what is due, where that is a unit of money: no error of the law is so large. */
function otherUnit(one: DeclaredCell, value: Value): number | undefined {
  const declared = declaredOf(one);
  if (declared?.kind !== 'money' || value.kind !== 'money' || value.amount.isZero() || declared.amount.isZero())
    return undefined;
  const { amount } = declared;
  return UNITS.find((times) =>
    [amount.times(times), amount.div(times)].some((as) => as.minus(value.amount).abs().lte(value.amount.times(NEAR))),
  );
}

function shownIn(one: DeclaredCell, value: Value, lang: Lang): Params {
  return { declared: shownDeclared(declaredOf(one), one.text, lang), computed: shownValue(value, lang) };
}

/** Primary data, and what nobody needs: there is nothing to be said of it. */
const RIGHT_AS_GIVEN: Verdict = { verdict: 'right', code: 'right', params: {}, silent: true };

function rightVerdict(one: DeclaredCell, matches: readonly Match[], computed: string): Verdict {
  const declared = one.text;
  if (matches.includes('ambiguous')) return unchecked('ambiguous-duration', { declared, computed });
  const code = matches[0] === 'capped' ? 'capped-right' : one.mergedWith !== undefined ? 'merged-right' : 'right';
  const silent = one.column.holds === 'money' && amountOf(one)?.isZero() === true;
  return { verdict: 'right', code, params: { declared, computed, other: one.mergedWith }, silent };
}

/** Whether an amount that is due was computed with the measure of a column. */
function isUsed({ column: { gives } }: DeclaredCell, worked: WorkedVariant | undefined): boolean {
  const terms = worked?.derivation.lines.flatMap((line) => line.terms) ?? [];
  return gives !== undefined && 'measure' in gives && terms.some(({ per }) => per === gives.measure);
}

/** What a column stands on that is missing or unreadable. */
function lackingOf({ column }: DeclaredCell, { lacking }: VariantSet, lang: Lang): string | undefined {
  const needs = ['leaving', ...(column.needs ?? [])] as const;
  const words = needs.flatMap((need): Words[] => {
    const found = lacking.get(need);
    return found ? [found] : [];
  });
  return words.length === 0 ? undefined : words.map((one) => one[lang]).join(', ');
}

const RIGHT = '1';

/** In which cases a column is right: a sign for each. */
function rightsOf(matches: readonly Match[]): string {
  return matches.map((one) => (one === 'wrong' ? '0' : RIGHT)).join('');
}

/** So many things that a row leaves open are told one by one. */
const MOST_LABELS = 4;

/**
 * What the row leaves open, of that on which the value of a column depends: what changes it while all else stays.
 * `rights`: the cases in which the column is right, as {@link rightsOf} writes them.
 */
export function openFacts(worked: readonly WorkedVariant[], rights: string, lang: Lang): string {
  const cases = worked.map(
    ({ variant }) => new Map(variant.chosen.map(({ what, label }) => [what[lang], label[lang]])),
  );
  const all = [...new Set(cases.flatMap((one) => [...one.keys()]))].filter((what) => what !== '');
  const facts = all.map((what) => ({
    text: `${what}: ${shortened([...new Set(cases.flatMap((one) => one.get(what) ?? []))])}`,
    several: new Set(cases.map((one) => one.get(what) ?? '')).size > 1,
    decides: decides(what, cases, rights),
  }));
  // Where only several facts together decide, all of them are named.
  const deciding = facts.filter((one) => one.decides);
  return (deciding.length > 0 ? deciding : facts.filter(({ several }) => several)).map(({ text }) => text).join('; ');
}

/** Whether one fact decides by itself whether a cell is right: two cases that differ in it alone give both. */
function decides(what: string, cases: readonly ReadonlyMap<string, string>[], rights: string): boolean {
  const seen = new Map<string, boolean>();
  for (const [at, one] of cases.entries()) {
    const rest = JSON.stringify([...one].filter(([key]) => key !== what));
    const isRight = rights[at] === RIGHT;
    if (seen.has(rest) && seen.get(rest) !== isRight) return true;
    seen.set(rest, isRight);
  }
  return false;
}

/** Some labels; of many the first and the last. */
function shortened(labels: readonly string[]): string {
  const [first = '', last = ''] = [labels[0], labels.at(-1)];
  return labels.length > MOST_LABELS ? `${first} … ${last}` : labels.join(' / ');
}

/** Cells that hang on the same open facts say so once: the others name the first of them. */
export function withSharedDoubts(verdicts: Verdicts): Verdicts {
  const first = new Map<string, string>();
  return new Map(
    [...verdicts].map(([cell, said]) => {
      if (said.code !== 'undecided' || said.silent === true) return [cell, said];
      const facts = String(said.params['facts']);
      const before = first.get(facts);
      if (before === undefined) first.set(facts, cell.cell);
      return [cell, before === undefined ? said : { ...said, params: { ...said.params, before } }];
    }),
  );
}

/** Of amounts that cannot be decided the declared ones speak for the blank ones beside them. */
export function withoutBlanks(verdicts: Verdicts): Verdicts {
  const isUndecided = ({ code }: Verdict): boolean => code === 'undecided';
  const isBlank = ({ reading }: DeclaredCell): boolean => reading.kind === 'blank';
  const declared = [...verdicts].some(([cell, verdict]) => isUndecided(verdict) && !isBlank(cell));
  if (!declared) return verdicts;
  return new Map(
    [...verdicts].map(([cell, verdict]) =>
      isUndecided(verdict) && isBlank(cell) ? [cell, { ...verdict, silent: true }] : [cell, verdict],
    ),
  );
}

/** The computed value of a cell, where it is certain. */
export function certainValue(cell: DeclaredCell, verdict: Verdict, at: number | undefined): Value | undefined {
  return at === undefined || UNKNOWN.has(verdict.code) ? undefined : cell.values[at];
}

/** Codes of cells whose computed value is not known for certain. */
const UNKNOWN: ReadonlySet<string> = new Set(['needs-data', 'undecided', 'not-computable']);
