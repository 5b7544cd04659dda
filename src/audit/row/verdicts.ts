import type { Lang, Words } from '../../base/text.ts';
import { shownValue } from './explain.ts';
import { amountOf, type Judged, type Match } from './judged.ts';
import type { Value } from './values.ts';
import type { VariantSet } from './variants.ts';
import type { WorkedVariant } from './worked.ts';

/** What a column is judged with. */
export interface Judging {
  readonly worked: readonly WorkedVariant[];
  readonly set: VariantSet;
  readonly lang: Lang;
  /** Why variants were turned away. */
  readonly turned: readonly string[];
}

/** Gives a column its verdict: right under every case that the row allows, wrong under every, or unchecked. */
export function judgeColumn(one: Judged, matches: readonly Match[], at: number | undefined, judging: Judging): void {
  const { set, lang, turned, worked } = judging;
  const { column, reading } = one;
  const isPrimary = set.serviceIsPrimary && column.key === 'service';
  if (reading.kind === 'fault') return unchecked(one, reading.code, { declared: one.text });
  const lacking = lackingOf(one, set, lang);
  if (lacking !== undefined || at === undefined) {
    one.silent = reading.kind === 'blank';
    if (lacking !== undefined) return unchecked(one, 'needs-data', { what: lacking });
    return unchecked(one, 'not-computable', { why: [...new Set(turned)].join(' ') });
  }
  if (one.values.every((value) => value === undefined)) {
    one.silent = reading.kind === 'blank';
    return unchecked(one, 'not-computable', { why: '' });
  }
  if (isPrimary) {
    one.silent = true;
    return;
  }
  const value = one.values[at] as Value;
  const right = matches.filter((match) => match !== 'wrong').length;
  if (reading.kind === 'blank' && column.holds !== 'money') {
    one.silent = !isUsed(one, worked[at]);
    if (one.silent) return;
    return unchecked(one, 'blank', { computed: shownValue(value, lang) });
  }
  if (right === matches.length) return judgedRight(one, matches, value, lang);
  if (right > 0) return unchecked(one, 'undecided', { facts: openFacts(worked, lang) });
  one.verdict = 'wrong';
  one.code = column.holds === 'money' ? 'wrong-amount' : 'wrong-measure';
}

/** Whether an amount that is due was computed with the measure of a column. */
function isUsed({ column: { gives } }: Judged, worked: WorkedVariant | undefined): boolean {
  const terms = worked?.paid.lines.flatMap((line) => line.terms) ?? [];
  return gives !== undefined && 'measure' in gives && terms.some(({ per }) => per === gives.measure);
}

function judgedRight(one: Judged, matches: readonly Match[], value: Value, lang: Lang): void {
  if (matches.includes('ambiguous')) {
    return unchecked(one, 'ambiguous-duration', { declared: one.text, computed: shownValue(value, lang) });
  }
  one.code = matches[0] === 'capped' ? 'capped-right' : one.mergedWith !== undefined ? 'merged-right' : 'right';
  one.params = { declared: one.text, computed: shownValue(value, lang), other: one.mergedWith };
  const amount = amountOf(one);
  one.silent = one.column.holds === 'money' && amount?.isZero() === true;
}

function unchecked(one: Judged, code: Judged['code'], params: Judged['params']): void {
  one.verdict = 'unchecked';
  one.code = code;
  one.params = params;
}

/** What a column stands on that is missing or unreadable. */
function lackingOf({ column }: Judged, { lacking }: VariantSet, lang: Lang): string | undefined {
  const words: Words[] = [];
  const leaving = lacking.get('leaving');
  if (leaving) words.push(leaving);
  for (const need of column.needs ?? []) {
    const found = lacking.get(need);
    if (found) words.push(found);
  }
  return words.length === 0 ? undefined : words.map((one) => one[lang]).join(', ');
}

/** What the row leaves open, of that on which the value of a column depends. */
function openFacts(worked: readonly WorkedVariant[], lang: Lang): string {
  const open = new Map<string, Set<string>>();
  worked.forEach(({ variant: { chosen } }) => {
    for (const { what, label } of chosen) {
      if (label[lang] === '') continue;
      const known = open.get(what[lang]) ?? new Set<string>();
      open.set(what[lang], known.add(label[lang]));
    }
  });
  const facts = [...open].filter(([, labels]) => labels.size > 1);
  return facts.map(([what, labels]) => `${what}: ${[...labels].join(' / ')}`).join('; ');
}

/** Of amounts that cannot be decided the declared ones speak for the blank ones beside them. */
export function hushBlanks(judged: readonly Judged[]): void {
  const undecided = judged.filter(({ code }) => code === 'undecided');
  if (undecided.every(({ reading }) => reading.kind === 'blank')) return;
  for (const one of undecided) if (one.reading.kind === 'blank') one.silent = true;
}
