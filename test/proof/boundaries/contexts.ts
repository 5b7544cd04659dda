import { namedWords } from '../../../src/law/facts.ts';
import type { Condition, Interval, Provision } from '../../../src/law/provision.ts';
import type { LawVersion } from '../../../src/law/version.ts';
import type { Asked } from '../../support/engines.ts';
import type { Wanted } from '../../support/person.ts';
import { halfYears } from '../oracle/facts.ts';
import { correspondingDay } from '../oracle/calendar.ts';

/** Someone to whom a provision applies, apart from the fact under test; and how the case is asked. */
export interface Context {
  readonly wanted: Wanted;
  readonly asked: Asked;
}

const GROUPS = [
  ['civil-servant', 'male'],
  ['public-employee', 'female'],
  ['commune-cadre', 'female'],
  ['commune-civil-servant', 'male'],
  ['army-officer', 'male'],
  ['defence-worker', 'female'],
  ['police-worker', 'male'],
  ['cipher', 'male'],
  ['association-staff', 'female'],
  ['cadre', 'male'],
] as const;
const IMPACTS = ['direct', 'indirect', 're-election'];
const SCHEDULES = ['normal', 'reduced', 'limit'];
const WINDOWS = ['first-12-months', 'from-month-13'];
const MONTHS_EARLY = [36, 12, 72, 130];
const SERVICE = [360, 204, 150];

/** Leaving days well inside each version, so that no other date of the law is near. */
export function quietDay(version: LawVersion): string {
  return correspondingDay(`${version.date.slice(0, 7)}-01`, 1);
}

/** Everybody worth asking in a version, before the law has looked at them. */
function pool(version: LawVersion): Context[] {
  const date = quietDay(version);
  const found: Context[] = [];
  for (const monthsEarly of MONTHS_EARLY)
    for (const insurance of SERVICE)
      for (const window of WINDOWS)
        for (const schedule of SCHEDULES)
          for (const impact of IMPACTS)
            for (const [group, sex] of GROUPS) {
              const wanted = {
                date,
                group,
                sex,
                impact,
                schedule,
                monthsEarly,
                insurance,
                pensionEligible: insurance > 150,
              };
              found.push(inWindow({ wanted, asked: {} }, window, version));
            }
  return found;
}

function inWindow({ wanted, asked }: Context, window: string, version: LawVersion): Context {
  const over = window === 'from-month-13';
  if (wanted.impact === 'indirect' && over) {
    return { wanted: { ...wanted, date: '2026-05-01' }, asked: { ...asked, asOf: version.date } };
  }
  const reorganisation = correspondingDay(wanted.date, over ? -14 : -2);
  return { wanted: { ...wanted, reorganisation }, asked };
}

/** The window that a context lies in, by the oracle's rule. */
function windowOf({ wanted: { impact = 'direct', date, reorganisation } }: Context): string {
  if (impact === 're-election') return 'none';
  const start = impact === 'indirect' ? '2025-03-15' : (reorganisation ?? date);
  return date <= correspondingDay(start, 12) ? 'first-12-months' : 'from-month-13';
}

function facts(version: LawVersion, context: Context): Record<string, unknown> {
  const { wanted } = context;
  const group = version.rules('group').find((rule) => rule.provision.group === wanted.group)?.provision;
  return {
    ...wanted,
    regime: group?.regime,
    payTable: group?.payTable,
    window: windowOf(context),
    serviceYears: halfYears(wanted.countable ?? wanted.insurance ?? 360) / 2,
    leavingDay: Number(wanted.date.slice(8)),
    salaryForm: 'monthly',
    blocked: wanted.blocked ?? 'none',
    voluntary: wanted.voluntary ?? false,
  };
}

function within(value: number, { atLeast, above, upTo, under }: Interval<number | string>): boolean {
  return (
    (atLeast === undefined || value >= Number(atLeast)) &&
    (above === undefined || value > Number(above)) &&
    (upTo === undefined || value <= Number(upTo)) &&
    (under === undefined || value < Number(under))
  );
}

/** Facts that a context takes on when a condition asks for them, so that they need not be in the pool. */
const PATCHED = [
  'reading',
  'given',
  'blocked',
  'voluntary',
  'salaryForm',
  'leavingDate',
  'leavingDay',
  'decidedDate',
  'hazardousMonths',
];

function holds(version: LawVersion, condition: Condition, context: Context, except: string): boolean {
  const known = facts(version, context);
  return Object.entries(condition).every(([fact, test]) => {
    if (fact === except || PATCHED.includes(fact)) return true;
    if (fact === 'class') return inClasses(version, test as Record<string, readonly string[]>, context, except);
    if (Array.isArray(test)) return (test as unknown[]).includes(known[fact]);
    if (typeof test === 'boolean') return known[fact] === test;
    const value = known[fact];
    return typeof value === 'number' && within(value, test as Interval<number>);
  });
}

function inClasses(
  version: LawVersion,
  classes: Record<string, readonly string[]>,
  context: Context,
  except: string,
): boolean {
  return Object.entries(classes).every(([name, values]) =>
    (version.classes.get(name) ?? []).some(
      ({ provision: { value, when } }) => values.includes(value) && holds(version, when, context, except),
    ),
  );
}

function patched(context: Context, condition: Condition): Context {
  const { reading, given = {}, blocked, voluntary, leavingDay } = condition;
  const change: Record<string, unknown> = {};
  if (blocked) [change['blocked']] = namedWords(blocked);
  if (voluntary !== undefined) change['voluntary'] = voluntary;
  if (given['insurance.hazardous']) change['hazardous'] = 200;
  if (given['salary.contract']) change['salary'] = { contract: '10000000' };
  if (reading?.['window-event'] === 'decision') change['decided'] = context.wanted.date;
  if (leavingDay?.above !== undefined) change['date'] = `${context.wanted.date.slice(0, 8)}15`;
  const wanted = { ...context.wanted, ...change };
  return { wanted, asked: { ...context.asked, ...(reading ? { interpretations: { ...reading } } : {}) } };
}

const pools = new Map<LawVersion, Context[]>();

/** People to whom the provision applies, whatever the fact under test says; spread over groups and circumstances. */
export function contextsFor(version: LawVersion, provision: Provision, fact: string, most = 16): Context[] {
  let all = pools.get(version);
  if (!all) pools.set(version, (all = pool(version)));
  const condition: Condition = provision.when ?? {};
  const required: Condition = provision.kind === 'requirement' ? (provision.require as Condition) : {};
  const route = provision.kind === 'requirement' ? provision.route : undefined;
  const fitting = all.filter((one) => holds(version, condition, one, fact));
  const step = Math.max(1, fitting.length / most);
  const chosen: Context[] = [];
  for (let at = 0; at < fitting.length; at += step) {
    const one = patched(patched(fitting[Math.floor(at)] as Context, condition), required);
    const eligible = route === 'early-retirement' ? { pensionEligible: true } : {};
    chosen.push({ ...one, wanted: { ...one.wanted, ...eligible } });
  }
  return chosen;
}
