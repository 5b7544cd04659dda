import { correspondingDay, dayBefore, dayText, parseDay, type Day } from '../../base/calendar.ts';
import { admits } from '../../law/facts.ts';
import { startsOfClock } from '../../engine/measure/window.ts';
import type { ClockStart } from '../../law/provision.ts';
import type { LawVersion } from '../../law/version.ts';
import type { BaseName, QuantityName } from '../../law/vocabulary.ts';
import type { AxisName, Cell, Part } from './axis.ts';
import { chosenRule, factsOf } from './cells.ts';

/** Numbers of a case that may be chosen freely within its cell. */
export interface Corner {
  readonly monthsEarly?: number;
  readonly countable?: number;
  readonly publicSector?: number;
  readonly insurance?: number;
  readonly monthsPast?: number;
  readonly age?: number;
  readonly work?: number;
  readonly training?: number;
  readonly term?: number;
}

/** A round monthly salary: the months of each line can be read off its amount. */
const SALARY = '10000000';

/** A person of the cell's choice: when born, and by which schedule of retirement age. */
export interface Aged {
  readonly birth: string;
  readonly age: Readonly<Record<string, string>>;
}

/** Writes a case of a cell in the shape of the contract, as short as it can be. */
export function compose(
  law: LawVersion,
  cell: Cell,
  chosen: ReadonlyMap<string, string>,
  route: string,
  leaving: Day,
  { birth, age }: Aged,
  corner: Corner,
): Record<string, unknown> {
  const text = (name: AxisName): string | undefined => {
    const value = cell[name]?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const clock = chosenRule(law.rules('clock'), factsOf(law, cell, chosen), chosen)?.provision;
  return {
    person: {
      sex: text('sex') ?? 'male',
      birth,
      group: text('group') ?? someGroup(law),
      ...stated(cell, 'pensioner'),
      ...dayIn('pensionSince', cell.pensionSince),
    },
    leaving: {
      route,
      date: dayText(leaving),
      ...clockDates(cell, clock, leaving),
      impact: text('impact') ?? 'direct',
      ...stated(cell, 'blocked', 'voluntary', 'ground', 'programme'),
      ...dayIn('filed', cell.filed ?? cell.started),
    },
    age,
    insurance: insuranceOf(law, cell, chosen, corner),
    ...partsOf(law, cell, leaving, corner),
    salary: {
      ...SALARIES[String(cell.salaryForm?.value)],
      ...(cell.salaryForm?.value === undefined ? usualSalary(law, text('group')) : {}),
      ...(usesBase(law, 'averageSalary') ? { average: SALARY } : {}),
      ...(usesBase(law, 'positionDifference') ? { coefficient: '4', positionAllowance: '1' } : {}),
    },
  };
}

/** The first group that the first subject provision admits. */
export function someGroup(law: LawVersion): string | undefined {
  const [subject] = law.rules('subject');
  const test = subject?.provision.when.group;
  if (test === undefined) return undefined;
  const listed = 'except' in test ? law.rules('group').map((rule) => rule.provision.group) : test;
  return listed.find((group) => admits(test, group));
}

const SALARIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  contract: { contract: SALARY },
  components: { coefficient: '4' },
  monthly: { monthly: SALARY },
  allowance: { allowance: SALARY },
};

/** The form of salary that a group is paid in. */
function usualSalary(law: LawVersion, group: string | undefined): Readonly<Record<string, string>> | undefined {
  if (usesBase(law, 'positionDifference')) return undefined;
  const table = law.rules('group').find(({ provision }) => provision.group === group)?.provision.payTable;
  return table === 'allowance' && usesBase(law, 'monthlyAllowance') ? SALARIES['allowance'] : SALARIES['monthly'];
}

function usesBase(law: LawVersion, base: BaseName): boolean {
  return law.rules('benefit').some(({ provision }) => provision.base === base);
}

function usesQuantity(law: LawVersion, name: QuantityName): boolean {
  return law.rules('benefit').some(({ provision }) => provision.terms.some(({ per }) => per === name));
}

/** The parts of a case that only some schemes ask for. */
function partsOf(law: LawVersion, cell: Cell, leaving: Day, corner: Corner): Record<string, unknown> {
  const number = (name: 'work' | 'training' | 'term'): number | undefined => {
    const value = cell[name]?.value;
    return corner[name] ?? (typeof value === 'number' ? value : undefined);
  };
  const whole = number('work') ?? (usesQuantity(law, 'workMonths') ? 12 : undefined);
  // The time of work of a cell is the whole: what stands in other posts is no time of its own.
  const others =
    typeof cell.otherPosts?.value === 'number' && law.rules('work-time').length > 0 ? cell.otherPosts.value : 0;
  const work = whole === undefined ? undefined : Math.max(0, whole - others);
  const training = number('training') ?? (usesQuantity(law, 'trainingMonths') ? 1 : undefined);
  const term = number('term') ?? (usesQuantity(law, 'termMonths') ? 1 : undefined);
  const settled = cell.settledUnder?.value;
  const date = cell.settledDate?.value;
  return {
    ...(work === undefined ? {} : { work: duration(work) }),
    ...(training === undefined ? {} : { training: { months: training, fee: SALARY } }),
    ...(term === undefined ? {} : { post: { termEnds: dayText(correspondingDay(leaving, Math.max(0, term - 1))) } }),
    ...(settled === undefined
      ? {}
      : {
          settled: {
            scheme: settled,
            amount: '1',
            ...(typeof date === 'number' ? { date: dayText(realDay(date)) } : {}),
          },
        }),
  };
}

type Clock =
  | { readonly starts: ClockStart; readonly months: number; readonly event: string; readonly outside: string }
  | undefined;

function clockDates(cell: Cell, clock: Clock, leaving: Day): Record<string, string> {
  const dates: Record<string, string> = {};
  const outside = clock !== undefined && cell.window?.value === clock.outside;
  if (outside && clock.event === 'leaving.decided') dates['decided'] = dayText(leaving);
  if (clock && startsOfClock(clock.starts).includes('leaving.reorganisation')) {
    dates['reorganisation'] = dayText(outside ? dayBefore(correspondingDay(leaving, -clock.months)) : leaving);
  }
  const after = cell.reorganisation?.value;
  if (typeof after === 'number') {
    dates['reorganisation'] = dayText(correspondingDay(leaving, after < 0 ? 1 : -after));
  }
  const decided = cell.decided?.value ?? cell.settling?.value;
  if (typeof decided === 'number') dates['decided'] = dayText(realDay(decided));
  return dates;
}

type InsuredPart = 'countable' | 'publicSector' | 'hazardous' | 'otherPosts' | 'unemployment';

/** The words and flags of a cell under their names in a case. */
function stated(cell: Cell, ...names: readonly AxisName[]): Record<string, unknown> {
  return Object.fromEntries(
    names.flatMap((name) => (cell[name]?.value === undefined ? [] : [[name, cell[name].value]])),
  );
}

/** A day of a cell under its name in a case; nothing where the cell leaves it out. */
function dayIn(name: string, part: Part | undefined): Record<string, string> {
  return typeof part?.value === 'number' ? { [name]: dayText(realDay(part.value)) } : {};
}

function insuranceOf(
  law: LawVersion,
  cell: Cell,
  chosen: ReadonlyMap<string, string>,
  corner: Corner,
): Record<string, unknown> {
  const number = (name: InsuredPart | 'insurance'): number | undefined => {
    const value = cell[name]?.value;
    const wanted = (corner as Record<string, number | undefined>)[name];
    return wanted ?? (typeof value === 'number' ? value : undefined);
  };
  const served = number('countable');
  const parts = {
    countable: served === undefined ? undefined : served + lessOf(law, cell, chosen, number),
    publicSector: number('publicSector'),
    hazardous: number('hazardous'),
    otherPosts: number('otherPosts'),
    unemployment: number('unemployment'),
  };
  const longest = Math.max(0, ...Object.values(parts).filter((part) => part !== undefined));
  const needed = chosenRule(law.rules('pension-time'), factsOf(law, cell, chosen), chosen)?.provision.months ?? 0;
  const eligible = cell.pension?.value;
  const least = number('insurance') ?? (eligible === true ? needed : 0);
  const total = Math.max(least, longest);
  return {
    ...duration(total),
    ...Object.fromEntries(
      Object.entries(parts)
        .filter(([, part]) => part !== undefined)
        .map(([name, part]) => [name, duration(part as number)]),
    ),
    ...(eligible !== undefined && eligible !== total >= needed ? { pensionEligible: eligible } : {}),
  };
}

/** What the rule of service time takes off: the axis of countable time is what counts in the end. */
function lessOf(
  law: LawVersion,
  cell: Cell,
  chosen: ReadonlyMap<string, string>,
  number: (name: InsuredPart) => number | undefined,
): number {
  const rule = chosenRule(law.rules('service-time'), factsOf(law, cell, chosen), chosen);
  return (rule?.provision.less ?? []).reduce((sum, part) => sum + (number(part) ?? 0), 0);
}

function duration(months: number): { years: number; months: number } {
  return { years: Math.floor(months / 12), months: months % 12 };
}

/** The first existing day that is not before a number YYYYMMDD. */
export function realDay(day: number): Day {
  for (let one = day; one < day + 10000; one++) if (parseDay(dayDigits(one)) !== undefined) return one;
  return day;
}

function dayDigits(day: number): string {
  const text = String(day);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
