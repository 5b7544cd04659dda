import { dayText } from '../base/calendar.ts';
import { scaled, unscaled } from '../base/decimal.ts';
import type { Words } from '../base/text.ts';
import { keyTitle } from '../case/keys.ts';
import { admits, bound } from '../law/facts.ts';
import type { Condition, Interval, WordTest } from '../law/provision.ts';
import { FACTS, QUANTITY_PLACES, type FactName } from '../law/vocabulary.ts';
import { basisOf, nameOf, type Context } from './context.ts';
import { formatCount, formatDate, formatNumber } from './format.ts';
import { FACT_LABELS } from './labels.ts';

/** A condition of a provision, one test, in words. */
export interface Phrase {
  readonly fact: string;
  /** "số tháng nghỉ sớm từ đủ 24 tháng đến 60 tháng". */
  readonly text: string;
}

/** Writes every test of a condition in the words of the law. */
export function phrases(context: Context, condition: Condition): Phrase[] {
  const found: Phrase[] = [];
  for (const [fact, test] of Object.entries(condition)) {
    if (fact === 'class') found.push(...classPhrases(context, test as Record<string, readonly string[]>));
    else if (fact === 'reading') found.push(...readingPhrases(context, test as Record<string, string>));
    else if (fact === 'given') found.push(...givenPhrases(context, test as Record<string, boolean>));
    else if (Object.hasOwn(FACTS, fact)) found.push({ fact, text: factPhrase(context, fact as FactName, test) });
  }
  return found;
}

/** One test of a fact in words: "nhóm đối tượng: công chức", "số tháng nghỉ sớm đến 120 tháng". */
export function factPhrase(context: Context, fact: FactName, test: unknown): string {
  const label = FACT_LABELS[fact];
  if (FACTS[fact].kind === 'word') return `${label[context.lang]}: ${wordList(context, fact, test as WordTest)}`;
  if (FACTS[fact].kind === 'flag') return (test === true ? label : (label.not ?? label))[context.lang];
  return `${label[context.lang]} ${intervalText(context, fact, test as Interval<number | string>)}`;
}

/** The words a test admits, by name; the case's own alone when it is among them. */
export function wordList(context: Context, fact: FactName, test: WordTest): string {
  const own = context.derivation.facts.values[fact];
  if ('except' in test) {
    const others = test.except.map((word) => nameOf(context, fact, word)).join(', ');
    const except = context.say(`trừ ${others}`, `all except ${others}`);
    if (typeof own === 'string' && admits(test, own)) return `${nameOf(context, fact, own)} (${except})`;
    return context.say(`tất cả, ${except}`, except);
  }
  const words = test;
  const shown = typeof own === 'string' && words.includes(own) ? [own] : words;
  return shown.map((word) => nameOf(context, fact, word)).join(context.say(' hoặc ', ' or '));
}

/** An interval in the words of the law: từ đủ (at least), trên (above), đến (up to), dưới (under). */
export function intervalText(context: Context, fact: FactName, interval: Interval<number | string>): string {
  const value = (bound: number | string): string => boundText(context, fact, bound);
  const { atLeast, above, upTo, under } = interval;
  const low = (words: Words, text: number | string | undefined): string[] =>
    text === undefined ? [] : [`${words[context.lang]} ${value(text)}`];
  const day = FACTS[fact].kind === 'day';
  const single = upTo === undefined && under === undefined;
  return [
    ...low(day ? { vi: 'từ ngày', en: 'from' } : { vi: 'từ đủ', en: single ? 'at least' : 'from' }, atLeast),
    ...low(day ? { vi: 'sau ngày', en: 'after' } : { vi: 'trên', en: 'over' }, above),
    ...low(day ? { vi: 'đến hết ngày', en: 'to' } : { vi: 'đến', en: atLeast === undefined ? 'up to' : 'to' }, upTo),
    ...low(day ? { vi: 'trước ngày', en: 'before' } : { vi: 'dưới', en: 'under' }, under),
  ].join(' ');
}

function boundText(context: Context, fact: FactName, value: number | string): string {
  const { unit } = FACT_LABELS[fact];
  if (FACTS[fact].kind === 'day') return formatDate(String(value), context.lang);
  if (unit === 'month' || unit === 'year') return formatCount(value, unit, context.lang);
  return formatNumber(value, context.lang);
}

/** The value of a numeric fact, from the whole number the engine keeps, as text with its unit. */
export function factText(context: Context, fact: FactName, value: number): string {
  if (FACTS[fact].kind === 'day') return formatDate(dayText(value), context.lang);
  const plain = FACTS[fact].kind === 'years' ? unscaled(value, QUANTITY_PLACES) : String(value);
  return boundText(context, fact, plain);
}

/** A bound of a rule file as the whole number the engine compares. */
export function boundValue(fact: FactName, value: number | string): number {
  return FACTS[fact].kind === 'years' ? (scaled(String(value), QUANTITY_PLACES) ?? 0) : bound(fact, value);
}

function classPhrases(context: Context, classes: Record<string, readonly string[]>): Phrase[] {
  const { law, facts } = context.derivation;
  return Object.entries(classes).map(([name, members]) => {
    const own = facts.classes[name];
    const shown = own !== undefined && members.includes(own) ? [own] : members;
    const rules = law
      .rules('class')
      .filter(({ provision }) => provision.class === name && shown.includes(provision.value));
    const held = rules.filter((rule) => rule.tests.every((test) => test.holds(facts)));
    const titles = (held.length > 0 ? held : rules).map(({ provision, cites }) => {
      const at = basisOf(context.law, cites.slice(0, 1), context.lang)[0]?.at ?? provision.at;
      const title = provision.title?.[context.lang];
      return title === undefined ? at : title.includes(at) ? title : `${title}, ${at}`;
    });
    return { fact: `class.${name}`, text: [...new Set(titles)].join(context.say(' hoặc ', ' or ')) };
  });
}

function readingPhrases(context: Context, readings: Record<string, string>): Phrase[] {
  const { law } = context.derivation;
  return Object.entries(readings).map(([name, option]) => {
    const title = law.interpretation(name)?.provision.options.find((one) => one.option === option)?.title[context.lang];
    const text = `${context.say('cách hiểu', 'reading')} ${name}=${option}${title === undefined ? '' : ` (${title})`}`;
    return { fact: `reading.${name}`, text };
  });
}

function givenPhrases(context: Context, keys: Record<string, boolean>): Phrase[] {
  return Object.entries(keys).map(([key, wanted]) => {
    const title = keyTitle(key)[context.lang];
    const text = wanted
      ? context.say(`hồ sơ có ghi ${title}`, `the case gives ${title}`)
      : context.say(`hồ sơ không ghi ${title}`, `the case does not give ${title}`);
    return { fact: `given.${key}`, text };
  });
}
