import { dayText, parseDay, type Day } from '../base/calendar.ts';
import type { Checked, Issue } from '../base/checked.ts';
import type { Lang } from '../base/text.ts';
import type { Case } from '../case/case.ts';
import { FlatCase, givenAt, type FlatValue } from '../case/flat.ts';
import { CASE_KEYS, caseKey } from '../case/keys.ts';
import { readRaw } from '../case/parse.ts';
import type { Spelling } from '../case/spelling/spelling.ts';

/** What the law finds lacking, one thing after the other: each stands behind the one before in the calculation. */
export const LACKS: ReadonlySet<string> = new Set([
  'reorganisation-missing',
  'decision-missing',
  'age-limit-missing',
  'needed-by-benefit',
  'needed-by-measure',
]);

const IMPLAUSIBLE = 'implausible';

/** The key under which implausible values are taken as they are. */
const ACCEPT = 'acceptImplausible';

/** How a case is read and worked out. */
export interface Working {
  readonly lang: Lang;
  readonly spelling: Spelling;
  readonly work: (one: Case) => Checked<unknown>;
  /** Days on which a case without a leaving date may be tried. */
  readonly days: () => readonly string[];
  /** Groups under which a case without a group may be tried. */
  readonly groups: () => readonly string[];
}

/** Whether all that stands in the way of a case is something that the law finds lacking, or implausible. */
export function lacksOnly(issues: readonly Issue[]): boolean {
  return issues.length > 0 && issues.every(({ code }) => LACKS.has(code) || code === IMPLAUSIBLE);
}

/**
 * What the law will find lacking in a case beyond its faults, so that all is told at once. The case is tried with
 * stand-ins for what is faulty or absent; only what it lacks under every one of them is told.
 */
export function lackingBeyond(input: unknown, faults: readonly Issue[], working: Working): readonly Issue[] {
  if (faults.some(({ path }) => path === '')) return [];
  const given = soundValues(input, faults);
  const [first, ...others] = trials(given, faults, working);
  let common = first && lacksOf(first, given, working);
  // Most cases lack nothing more; only then a single trial tells.
  for (const trial of common?.length === 0 ? [] : others) {
    const found = lacksOf(trial, given, working);
    common = found && common ? common.filter((one) => found.some((each) => isSame(one, each))) : (common ?? found);
    if (common?.length === 0) break;
  }
  return (common ?? []).filter(({ path }) => !faults.some((fault) => isAbout(fault, path)));
}

/** Whether a fault is one of a key, or of the group it is in. */
function isAbout({ path }: Issue, key: string): boolean {
  return path === key || key.startsWith(`${path}.`);
}

function isSame(one: Issue, other: Issue): boolean {
  return one.code === other.code && one.path === other.path;
}

type Values = ReadonlyMap<string, FlatValue>;

/** The values of a case that nothing is wrong with. */
function soundValues(input: unknown, faults: readonly Issue[]): Values {
  const values = new Map<string, FlatValue>();
  for (const { key } of CASE_KEYS) {
    const value = givenAt(input, key);
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue;
    if (!faults.some((fault) => isAbout(fault, key)))
      values.set(key, typeof value === 'number' ? String(value) : value);
  }
  return values;
}

/** Ages at which people leave early: before the retirement age of either sex, and before the limits of the forces. */
const AGES = [54, 45];
const LONG = '20';
const SALARY = '10000000';

/** A case with stand-ins for what every case has to say, in each way in which they may matter. */
function trials(given: Values, faults: readonly Issue[], { days, groups }: Working): Values[] {
  let all: Values[] = [given];
  const vary = (key: string, values: (one: Values) => readonly string[]): void => {
    if (given.has(key)) return;
    all = all.flatMap((one) => values(one).map((value) => new Map([...one, [key, value]])));
  };
  // What was meant by a word that is none may be any of them.
  for (const { key, words } of CASE_KEYS)
    if (words && faults.some(({ path, code }) => path === key && code !== 'missing')) vary(key, () => words);
  vary('person.sex', () => ['male', 'female']);
  vary('person.group', groups);
  vary('leaving.route', () => ['auto']);
  vary('leaving.date', days);
  vary('person.birth', (one) => {
    const year = Number(/\d{4}/.exec(String(one.get('leaving.date')))?.[0]);
    return Number.isNaN(year) ? [] : AGES.map((age) => String(year - age));
  });
  vary('insurance.years', () => [LONG]);
  const paid = [...given.keys()].filter((key) => key.startsWith('salary.') && key !== 'salary.average');
  if (paid.length === 0) vary('salary.monthly', () => [SALARY]);
  else if (!paid.some((key) => WHOLE.has(key))) vary('salary.coefficient', () => ['3']);
  return all;
}

/** Keys that say the salary by themselves, or with what they ask for. */
const WHOLE: ReadonlySet<string> = new Set([
  'salary.contract',
  'salary.monthly',
  'salary.allowance',
  'salary.scale',
  'salary.step',
]);

/** Most things that one case may lack; a guard, since each is given a stand-in before the next is found. */
const MOST_LACKS = 8;

/**
 * What a case lacks by the law, one after the other, and what of the given values is implausible; undefined where
 * something else stands in the way.
 */
function lacksOf(trial: Values, given: Values, { lang, spelling, work }: Working): Issue[] | undefined {
  const values = new Map(trial);
  const found: Issue[] = [];
  for (let round = 0; round <= MOST_LACKS; round++) {
    const read = readRaw(nested(values), lang, spelling);
    if (!read.ok) return found.length > 0 ? found : undefined;
    const worked = work(read.value);
    if (worked.ok) return found;
    const implausible = worked.issues.filter(({ code, path }) => code === IMPLAUSIBLE && given.has(path));
    if (implausible.length > 0 && !values.has(ACCEPT)) {
      found.push(...implausible);
      values.set(ACCEPT, true);
      continue;
    }
    const next = worked.issues.filter((one) => LACKS.has(one.code) && !values.has(one.path));
    if (next.length === 0) return found.length > 0 ? found : undefined;
    for (const one of next) {
      found.push(one);
      const value = standIn(one.path, read.value);
      if (value === undefined) return found;
      values.set(one.path, value);
    }
  }
  return found;
}

/** A value that stands in for one that the law asks for. */
function standIn(path: string, { leaving: { date } }: Case): string | undefined {
  switch (caseKey(path)?.type) {
    case 'day':
      return dayText(parseDay(date) as Day);
    case 'age':
      return '60';
    case 'count':
    case 'decimal':
      return '1';
    case 'dong':
      return SALARY;
    default:
      return undefined;
  }
}

function nested(values: Values): Record<string, unknown> {
  const flat = new FlatCase();
  for (const [at, { key }] of CASE_KEYS.entries()) flat.values[at] = values.get(key);
  return flat.nested();
}
