import { parseDay } from '../../base/calendar.ts';
import { scaled } from '../../base/decimal.ts';
import { startsOfClock } from '../../engine/measure/window.ts';
import { bound, namedWords, range } from '../../law/facts.ts';
import type { BenefitProvision, Condition, Interval, Limit, Provision, Term, WordTest } from '../../law/provision.ts';
import { AXIS_OF, DOMAIN } from '../space/axis.ts';
import { conditionsOf } from '../space/conditions.ts';
import { FACTS, isYears, PRODUCT_PLACES, QUANTITY_PLACES, RATE_PLACES, type FactName } from '../../law/vocabulary.ts';
import { intervalText, isNumeric } from './bounds.ts';
import type { Defects, Place } from './defect.ts';
import type { KnownWords } from './words.ts';

const CERTAINTIES = ['A', 'B', 'C', 'D', 'U'];

/** Nobody serves or lives longer; a bound above it is in the wrong unit (months for years). */
const LONGEST_YEARS = 100;

/** Checks one provision by itself: its head, the words and bounds of its conditions, its numbers. */
export function checkProvision(provision: Provision, act: string, known: KnownWords, defects: Defects): void {
  const { id, at, certainty } = provision;
  const place: Place = { act, at, provision: id };
  if (typeof at !== 'string' || at.trim() === '') defects.add('missing-address', place, { id });
  if (!CERTAINTIES.includes(certainty)) defects.add('missing-certainty', place, { id, value: String(certainty) });
  for (const { condition } of conditionsOf(provision)) checkCondition(id, condition, place, known, defects);
  if (['requirement', 'notice', 'yield', 'raise', 'basis'].includes(provision.kind) && provision.when?.reading) {
    defects.add('reading-ignored', place, { id, what: provision.kind });
  }
  words(provision, place, known, defects);
  if (provision.kind === 'benefit') {
    provision.terms.forEach((term, index) => checkTerm(id, term, `terms.${index}`, place, known, defects));
    if (provision.cap !== undefined) decimal(id, 'cap', provision.cap, PRODUCT_PLACES, place, defects);
    limits(id, provision, place, defects);
  }
  if (provision.kind === 'odd-months') {
    provision.bands.forEach((band, index) =>
      decimal(id, `bands.${index}.years`, band.years, QUANTITY_PLACES, place, defects),
    );
  }
  if (provision.kind === 'clock') {
    for (const value of startsOfClock(provision.starts)) {
      if (value === 'leaving.reorganisation' || parseDay(value) !== undefined) continue;
      defects.add('bad-date', place, { id, leaf: 'starts', value });
    }
  }
  if (provision.kind === 'interpretation' && !provision.options.some((one) => one.option === provision.default)) {
    defects.add('bad-default', place, { id, option: provision.default });
  }
}

function checkCondition(id: string, condition: Condition, place: Place, known: KnownWords, defects: Defects): void {
  for (const [fact, test] of Object.entries(condition)) {
    if (fact === 'class') {
      for (const [name, values] of Object.entries(test as Record<string, readonly string[]>)) {
        if (unknown(id, 'class', name, place, known, defects)) continue;
        for (const value of values) unknown(id, `class ${name}`, value, place, known, defects);
      }
    } else if (fact === 'reading') {
      for (const [name, option] of Object.entries(test as Record<string, string>)) {
        if (!unknown(id, 'reading', name, place, known, defects))
          unknown(id, `reading ${name}`, option, place, known, defects);
      }
    } else if (fact === 'given') {
      for (const key of Object.keys(test as object)) unknown(id, 'given', key, place, known, defects);
    } else if (!Object.hasOwn(FACTS, fact)) {
      defects.add('unknown-fact', place, { id, fact });
    } else if (isNumeric(fact)) {
      interval(id, fact as FactName, test as Interval<number | string>, place, defects);
    } else if (FACTS[fact as FactName].kind === 'word') {
      for (const word of namedWords(test as WordTest)) unknown(id, fact, word, place, known, defects);
    }
  }
}

function unknown(id: string, fact: string, value: string, place: Place, known: KnownWords, defects: Defects): boolean {
  if (known.has(fact, value)) return false;
  defects.add('unknown-word', place, { id, fact, value, near: known.near(fact, value) });
  return true;
}

function interval(id: string, fact: FactName, test: Interval<number | string>, place: Place, defects: Defects): void {
  const kind = FACTS[fact].kind;
  for (const value of Object.values(test)) {
    const expected = kind === 'day' ? 'YYYY-MM-DD' : kind === 'years' ? `0 – ${LONGEST_YEARS}, 0.01` : '0, 1, 2 …';
    if (!boundFits(fact, value)) {
      defects.add('bad-bound', place, { id, value: String(value), fact, expected });
      return;
    }
  }
  const { least, most } = range(fact, test);
  const axis = AXIS_OF[fact];
  const [first, last] = (axis !== undefined && DOMAIN[axis]) || [least, most];
  if (least > most || most < first || least > last)
    defects.add('empty-interval', place, { id, fact, bound: intervalText(test) });
}

function boundFits(fact: FactName, value: number | string): boolean {
  try {
    const number = bound(fact, value);
    if (FACTS[fact].kind === 'years') return number >= 0 && number <= LONGEST_YEARS * 10 ** QUANTITY_PLACES;
    return FACTS[fact].kind === 'day' || typeof value === 'number';
  } catch {
    return false;
  }
}

function checkTerm(id: string, term: Term, leaf: string, place: Place, known: KnownWords, defects: Defects): void {
  decimal(id, `${leaf}.rate`, term.rate, RATE_PLACES, place, defects);
  if (term.per !== undefined) unknown(id, 'per', term.per, place, known, defects);
  const years = term.per !== undefined && isYears(term.per);
  const numbers = (['above', 'upTo'] as const).map((name) => {
    const value = term[name];
    if (value === undefined) return undefined;
    const number = scaled(String(value), QUANTITY_PLACES);
    const fits = number !== undefined && number >= 0 && (!years || number <= LONGEST_YEARS * 10 ** QUANTITY_PLACES);
    if (!fits || term.per === undefined) {
      const expected = term.per === undefined ? 'per?' : years ? `0 – ${LONGEST_YEARS}` : '≥ 0';
      defects.add('bad-bound', place, { id, value: String(value), fact: `${leaf}.${name}`, expected });
    }
    return number;
  });
  const [above, upTo] = numbers;
  if (above !== undefined && upTo !== undefined && above >= upTo) {
    defects.add('empty-interval', place, { id, fact: leaf, bound: `above ${term.above}, upTo ${term.upTo}` });
  }
}

function decimal(id: string, leaf: string, value: unknown, places: number, place: Place, defects: Defects): void {
  const fine = typeof value === 'string' && (scaled(value, places) ?? -1) >= 0;
  if (!fine)
    defects.add('bad-decimal', place, {
      id,
      leaf,
      value: JSON.stringify(value),
      expected: `≥ 0, ≤ ${places} decimals`,
    });
}

/** A least in đồng above the most in đồng pays nobody what it says. */
function limits(id: string, { least, most }: BenefitProvision, place: Place, defects: Defects): void {
  if (!least || !most || !('dong' in least) || !('dong' in most)) return;
  if ((scaled(least.dong, 0) ?? 0) <= (scaled(most.dong, 0) ?? 0)) return;
  const bound = `least ${least.dong}, most ${most.dong}`;
  defects.add('empty-interval', place, { id, fact: 'dong', bound });
}

/** The bases of limits of money. */
export function basesOf(limits: readonly (Limit | undefined)[]): string[] {
  return limits.flatMap((limit) => (limit === undefined || 'dong' in limit ? [] : [limit.base]));
}

/** The words outside conditions. */
function words(provision: Provision, place: Place, known: KnownWords, defects: Defects): void {
  const check = (kind: string, ...values: string[]): void => {
    for (const value of values) unknown(provision.id, kind, value, place, known, defects);
  };
  switch (provision.kind) {
    case 'group':
      return check('schedule', ...provision.schedules);
    case 'requirement':
      check('route', provision.route);
      return check('route', ...(provision.require.notEntitled === undefined ? [] : [provision.require.notEntitled]));
    case 'benefit-title':
      return check('route', provision.route);
    case 'benefit':
      check('benefit', provision.benefit);
      return check('base', provision.base, ...basesOf([provision.least, provision.most]));
    case 'total-limit':
      check('route', provision.route);
      check('benefit', ...(provision.benefits ?? []));
      return check('base', ...basesOf(provision.most));
    case 'yield':
      return check('scheme', provision.to);
    case 'component-rate':
      check('payTable', ...provision.payTable);
      return check('component', provision.component);
    case 'over-frame':
      return check('scale', ...provision.scale);
    case 'empty':
      return check('benefit', ...provision.benefits);
    case 'percent-base':
      check('payTable', ...provision.payTable);
      return check('component', ...provision.components, ...provision.of);
    case 'age-limit':
      return check('group', ...provision.group);
    case 'retirement-age':
      return check('schedule', provision.schedule);
    default:
  }
}
