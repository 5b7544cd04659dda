import { dayOf, dayOfMonth, monthOfDay, monthText, parseDay, type Day } from '../../base/calendar.ts';
import { parseCase } from '../../case/parse.ts';
import { statedFacts } from '../../engine/facts.ts';
import { classify, measure } from '../../engine/measures.ts';
import { withSchedule } from '../../engine/subject.ts';
import { retirementMonth } from '../../engine/measure/retirement.ts';
import type { Facts } from '../../law/facts.ts';
import type { LawVersion } from '../../law/version.ts';
import type { FactName } from '../../law/vocabulary.ts';
import { AXES, caseWords, type AxisName, type Cell, type Part } from './axis.ts';
import { chosenRule, factsOf, NO_WINDOW, readingsOf } from './cells.ts';
import { compose, realDay, type Aged, type Corner } from './compose.ts';

/** A concrete case in the shape of the contract that lies in a cell, and how to compute it. */
export interface Example {
  readonly case: Readonly<Record<string, unknown>>;
  /** The version to pin, where the leaving date of the case lies outside it. */
  readonly asOf?: string;
  readonly interpretations?: Readonly<Record<string, string>>;
}

const YEARS_TRIED = 3;
const LONGEST_LIFE = 75;
const SHORTEST_LIFE = 40;

/** An age limit for a case that states one; any would do. */
const ANY_LIMIT = 60;

/**
 * The smallest concrete case of a cell, verified by working out its facts with the engine: undefined when none is
 * found (the cell is no case that can be written down).
 */
export function exampleOf(
  law: LawVersion,
  cell: Cell,
  chosen: ReadonlyMap<string, string>,
  route: string,
  corner: Corner = {},
): Example | undefined {
  const full = withReadings(law, chosen);
  for (const sex of wordsOf(cell.sex, caseWords('sex'))) {
    for (const schedule of schedules(law, cell)) {
      for (const leaving of leavingDays(law, cell)) {
        const found = attempt(law, { ...cell, sex: word(sex), schedule: word(schedule) }, full, route, leaving, corner);
        if (!found) continue;
        const inside = leaving >= (parseDay(law.date) as Day);
        return {
          case: found,
          ...(inside ? {} : { asOf: law.date }),
          ...(chosen.size > 0 ? { interpretations: Object.fromEntries(chosen) } : {}),
        };
      }
    }
  }
  return undefined;
}

function withReadings(law: LawVersion, chosen: ReadonlyMap<string, string>): Map<string, string> {
  const all = new Map(
    law.rules('interpretation').map(({ provision }) => [provision.interpretation, provision.default]),
  );
  for (const [id, option] of chosen) all.set(id, option);
  return all;
}

function word(value: string): Part {
  return { value, words: [value] };
}

function wordsOf(part: Part | undefined, all: readonly string[]): readonly string[] {
  return part?.words ?? all;
}

function schedules(law: LawVersion, cell: Cell): string[] {
  const group = law.rules('group').find((rule) => rule.provision.group === (cell.group?.value ?? rule.provision.group));
  const open = group?.provision.schedules ?? [];
  const asked = wordsOf(cell.schedule, open.length > 0 ? open : caseWords('schedule'));
  const usual = asked.filter((one) => open.includes(one));
  return [...usual, ...asked.filter((one) => !usual.includes(one) && one === 'limit')];
}

/** Leaving dates to try: the first days of the months of the version, then earlier and later ones. */
function leavingDays(law: LawVersion, cell: Cell): Day[] {
  const start = parseDay(law.date) as Day;
  const day = cell.leavingDay?.value;
  const wanted = typeof day === 'number' ? day : 1;
  const first = dayOfMonth(start) <= wanted ? monthOfDay(start) : monthOfDay(start) + 1;
  const { least, most } = cell.leavingDate ?? {};
  const months: number[] = [];
  for (let offset = 0; offset < 12 * YEARS_TRIED; offset++) months.push(first + offset);
  months.push(first - 1, first - 12);
  const days = months.map((month) => dayOf(Math.floor(month / 12), (month % 12) + 1, wanted));
  if (least !== undefined && most !== undefined) {
    const from = realDay(least);
    return [from, ...days].filter(
      (one) => one >= least && one <= most && (day === undefined || dayOfMonth(one) === wanted),
    );
  }
  return days;
}

function attempt(
  law: LawVersion,
  cell: Cell,
  chosen: ReadonlyMap<string, string>,
  route: string,
  leaving: Day,
  corner: Corner,
): Record<string, unknown> | undefined {
  const given = bornFor(law, cell, chosen, leaving, corner);
  if (given) {
    const raw = compose(law, cell, chosen, route, leaving, given, corner);
    return liesIn(law, cell, chosen, raw) ? raw : undefined;
  }
  const early = cell.monthsEarly;
  const least = corner.monthsEarly ?? early?.least ?? 1;
  const most = corner.monthsEarly ?? Math.min(early?.most ?? least, least + 11);
  for (let months = least; months <= most; months++) {
    const age = ageOf(law, cell, chosen, leaving, months);
    if (!age) continue;
    const raw = compose(law, cell, chosen, route, leaving, age, corner);
    if (liesIn(law, cell, chosen, raw)) return raw;
  }
  return undefined;
}

/** The birth that an age, or months past the retirement age, ask for; undefined where the cell asks for neither. */
function bornFor(
  law: LawVersion,
  cell: Cell,
  chosen: ReadonlyMap<string, string>,
  leaving: Day,
  corner: Corner,
): Aged | undefined {
  const age = corner.age ?? cell.age?.value;
  const schedule = String(cell.schedule?.value);
  if (typeof age === 'number' && cell.monthsEarly === undefined) {
    return {
      birth: monthText(monthOfDay(leaving) - age),
      age: schedule === 'limit' ? { schedule, limit: '60' } : { schedule },
    };
  }
  const past = corner.monthsPast ?? cell.monthsPast?.value;
  return typeof past === 'number' && past > 0 ? ageOf(law, cell, chosen, leaving, -past) : undefined;
}

/** A birth that makes the person so many months early on that day. */
function ageOf(
  law: LawVersion,
  cell: Cell,
  chosen: ReadonlyMap<string, string>,
  leaving: Day,
  months: number,
): Aged | undefined {
  const facts = factsOf(law, cell, chosen);
  facts.values.leavingDay = dayOfMonth(leaving);
  const rule = chosenRule(law.rules('months-early'), facts, chosen)?.provision;
  if (!rule) return undefined;
  const target =
    monthOfDay(leaving) + months + (rule.leavingMonth === 'dropped' ? 1 : 0) - rule.pensionStartsAfterMonths;
  const schedule = String(cell.schedule?.value);
  if (schedule === 'limit') {
    return { birth: monthText(target - ANY_LIMIT * 12), age: { schedule, limit: String(ANY_LIMIT) } };
  }
  const sex = cell.sex?.value === 'female' ? 'female' : 'male';
  for (let birth = target - SHORTEST_LIFE * 12; birth > target - LONGEST_LIFE * 12; birth--) {
    const found = retirementMonth(law, schedule, sex, birth);
    if (found && 'ageMonth' in found && found.ageMonth === target)
      return { birth: monthText(birth), age: { schedule } };
  }
  return undefined;
}

/** Whether the engine sees the case where the cell is. */
function liesIn(
  law: LawVersion,
  cell: Cell,
  chosen: ReadonlyMap<string, string>,
  raw: Record<string, unknown>,
): boolean {
  const parsed = parseCase(raw);
  if (!parsed.ok) return false;
  const group = law.rules('group').find((rule) => rule.provision.group === parsed.value.person.group);
  if (!group) return false;
  let fine = true;
  const report = (): void => void (fine = false);
  const one = withSchedule(parsed.value, group, report);
  const facts = statedFacts(one, group);
  try {
    if (!measure(law, one, facts, readingsOf(chosen), report) || !fine) return false;
    classify(law, facts, readingsOf(chosen));
  } catch {
    // A defect of the very rules under examination; the facts known so far must do.
  }
  return AXES.every((name) => seen(name, cell[name], facts, parsed.value.insurance));
}

type Insured = {
  readonly countable: { years: number; months: number };
  readonly publicSector: { years: number; months: number };
};

/** The fact that shows what a case states on an axis, where it has another name than the axis. */
const FACT_OF: { readonly [N in AxisName]?: FactName } = {
  pension: 'pensionEligible',
  insurance: 'insuranceMonths',
  hazardous: 'hazardousMonths',
  decided: 'decidedDate',
  filed: 'filedDate',
  settling: 'settlingDate',
  started: 'startedDate',
  otherPosts: 'otherPostsMonths',
  unemployment: 'unemploymentMonths',
  reorganisation: 'monthsAfterReorganisation',
  age: 'ageMonths',
  work: 'workMonths',
  training: 'trainingMonths',
};

function seen(name: AxisName, part: Part | undefined, { values }: Facts, insurance: Insured): boolean {
  if (!part) return true;
  const months = (one: { years: number; months: number }): number => one.years * 12 + one.months;
  const within = (value: unknown): boolean =>
    part.least === undefined
      ? value === undefined
      : typeof value === 'number' && value >= part.least && value <= (part.most ?? part.least);
  if (name === 'countable') return within(values.serviceMonths ?? months(insurance.countable));
  if (name === 'publicSector') return within(months(insurance.publicSector));
  if (name === 'term') return part.value === undefined || values.termMonths !== undefined;
  if (name === 'window') return part.value === (values.window ?? NO_WINDOW);
  const value = values[FACT_OF[name] ?? (name as FactName)];
  if (part.words) return part.words.includes(String(value));
  return part.least === undefined ? value === part.value : within(value);
}
