import { parseDay, monthOfDay, type Day } from '../base/calendar.ts';
import type { Issue } from '../base/checked.ts';
import { ZERO } from '../base/decimal.ts';
import { RuleDefect } from '../base/checked.ts';
import type { Lang } from '../base/text.ts';
import { benefitLine, benefitRow, type BenefitLine, type EmptyLine } from './benefit/lines.ts';
import { keysOfLimit, keysOfRow, keysOfTable } from './benefit/needs.ts';
import { runningLines, runs } from './benefit/running.ts';
import { routeEntitlement, type RouteFound } from './benefit/route.ts';
import { limited, totalLimits } from './benefit/total-limit.ts';
import { baseAmounts, type BaseAmounts } from './benefit/base-amounts.ts';
import type { Case, Salary } from '../case/case.ts';
import { keyTitle } from '../case/keys.ts';
import type { Word } from '../case/words.ts';
import type { Facts } from '../law/facts.ts';
import { select, selectAll, type Readings } from '../law/select.ts';
import type { LawVersion } from '../law/version.ts';
import { issue } from '../messages/issue.ts';
import type { Report } from '../messages/report.ts';
import { scaledSalary, type ScaledSalary } from './salary/pay-scale.ts';
import { monthlySalary, salaryForm } from './salary/salary.ts';
import { stretchesOf, type Stretch } from './salary/stretches.ts';
import type { Figures } from './derivation.ts';
import { implausible } from './plausible.ts';
import { beyondParams } from './plausible-words.ts';
import { unverifiedRules } from './used-rules.ts';
import { statedFacts } from './facts.ts';
import { classify, measure } from './measures.ts';
import { issueParams, titlesOf } from './issue-params.ts';
import { groupOf, routesAdmitting, withSchedule } from './subject.ts';

/** How cases are derived under a version, besides the chosen readings. */
export interface DeriveOptions {
  readonly lang: Lang;
  /** Names of provisions of certainty U that the user accepts. */
  readonly accepted: ReadonlySet<string>;
  /** Whether the pension was asked for, for information. */
  readonly pension: boolean;
  /** The date from which a later version knows a group. */
  readonly later: (group: string) => string | undefined;
  /** The scheme that knows a group which this one does not. */
  readonly elsewhere: (group: string) => string | undefined;
  /** The words of a key in all schemes, for messages. */
  readonly words: (key: string) => readonly Word[];
}

/** The figures of a case under one version of the law and these readings, or every issue the law finds with it. */
export function derive(
  law: LawVersion,
  given: Case,
  options: DeriveOptions,
  chosen: ReadonlyMap<string, string>,
): Figures | Issue[] {
  const issues: Issue[] = [];
  const titles = titlesOf(law, options);
  const report: Report = (code, path, params) => {
    issues.push(
      issue(options.lang, code, path, { title: keyTitle(path)[options.lang], ...issueParams(path, params, titles) }),
    );
  };
  const readings: Readings = { chosen };
  const group = groupOf(law, given, options.later, options.elsewhere, report);
  const routes = routesToTry(law, given, group?.provision.group ?? given.person.group, report);
  if (!group) return issues;
  if (issues.length === 0 && offRoute(law, given, group.provision.group, report)) return issues;
  const one = withSchedule(given, group, report);
  const facts = statedFacts(one, group);
  if (!one.acceptImplausible) {
    for (const found of implausible(law, one, facts))
      report('implausible', found.rule.provision.of, beyondParams(found, options.lang));
  }
  const measured = measure(law, one, facts, readings, report);
  const scaled = salaryForScheme(law, one.salary, report);
  if (issues.length > 0 || !measured || !scaled) return issues;
  const leaving = monthOfDay(parseDay(one.leaving.date) as Day);
  const salary = monthlySalary(law, facts, readings, scaled, leaving);
  classify(law, facts, readings);
  const { measures, clock } = measured;
  const unpaid: Unpaid = {
    law,
    case: one,
    facts,
    group,
    excluded: selectAll(law.rules('exclusion'), facts, readings),
    subject: select(law.rules('subject'), facts, readings),
    measures,
    otherLacks: clock.otherLacks,
    salary,
    routes: tryRoutes(law, routes, facts),
  };
  const paying: Paying = {
    amounts: baseAmounts(law, one, scaled.salary, salary.amount, leaving),
    stretches: () => (measures.waitingMonths ? stretchesOf(law, facts, readings, scaled, measures.waitingMonths) : []),
  };
  const figures = paid(unpaid, readings, paying, options.accepted, report);
  return figures && issues.length === 0 ? figures : issues;
}

/** What is found of a case before it is paid. */
type Unpaid = Omit<
  Figures,
  'route' | 'lines' | 'empties' | 'limits' | 'unverified' | 'outcome' | 'total' | 'consulted'
>;

/** What a month is paid with in a case. */
interface Paying {
  readonly amounts: BaseAmounts;
  /** The months of waiting, as the salary of each is the same. */
  readonly stretches: () => readonly Stretch[];
}

/** Whether the case asks for a route that pays nobody of its group; reports it. */
function offRoute(law: LawVersion, { leaving: { route }, person }: Case, group: string, report: Report): boolean {
  const admits = routesAdmitting(law, group);
  if (route === 'auto' || admits.has(route)) return false;
  const others = law.routes.map((each) => each.route).filter((each) => admits.has(each));
  const suggested = others.length > 0 ? others : undefined;
  report('group-not-in-route', 'leaving.route', { route, group: person.group, known: suggested });
  return true;
}

/** The salary with its grade and step resolved; reports a form of salary that the scheme does not know. */
function salaryForScheme(law: LawVersion, salary: Salary, report: Report): ScaledSalary | undefined {
  const form = salaryForm(salary);
  if (form !== 'components' && law.rules('component').length > 0 && law.components(form).length === 0) {
    report('salary-form-not-in-scheme', `salary.${form}`, { law: law.scheme });
    return undefined;
  }
  return scaledSalary(law, salary, report);
}

/** Tries the routes in the order of the law until one is open. */
function tryRoutes(law: LawVersion, routes: readonly string[], facts: Facts): RouteFound[] {
  const tried: RouteFound[] = [];
  for (const route of routes) {
    const found = routeEntitlement(law, route, facts);
    tried.push(found);
    if (found.entitled) break;
  }
  return tried;
}

/** Pays the open route, unless something forbids it; undefined, with issues reported, when the case lacks something. */
function paid(
  unpaid: Unpaid,
  readings: Readings,
  paying: Paying,
  accepted: ReadonlySet<string>,
  report: Report,
): Figures | undefined {
  const { law, facts, excluded, subject, routes } = unpaid;
  const entitled = routes.find((found) => found.entitled)?.route;
  const route = excluded.length === 0 && subject ? entitled : undefined;
  const pays = route === undefined ? NOTHING : pay(law, route, facts, readings, paying, report);
  if (!pays) return undefined;
  const unverified = unverifiedRules(unpaid, pays, accepted);
  const refused = excluded.length > 0 || unverified.length > 0;
  const lines = refused ? [] : pays.lines;
  let total = ZERO;
  for (const line of lines) total = total.plus(line.amount);
  return {
    law,
    case: unpaid.case,
    facts,
    group: unpaid.group,
    excluded,
    subject,
    measures: unpaid.measures,
    otherLacks: unpaid.otherLacks,
    salary: unpaid.salary,
    routes,
    route,
    lines,
    empties: pays.empties,
    limits: pays.limits,
    unverified,
    outcome: refused ? 'refused' : lines.length > 0 ? 'paid' : 'nothing',
    total,
    consulted: readings.consulted ?? NONE,
  };
}

type Paid = Pick<Figures, 'lines' | 'empties' | 'limits'>;

const NONE: ReadonlySet<string> = new Set();
const NOTHING: Paid = { lines: [], empties: [], limits: [] };

/** The routes a case may take: the one it names, or those of the scheme that admit its group, in the order of the law. */
function routesToTry(law: LawVersion, { leaving: { route } }: Case, group: string, report: Report): readonly string[] {
  const { all, open } = law.derived(routeNames);
  if (route !== 'auto') {
    if (!all.includes(route)) report('unknown-word', 'leaving.route', { value: route, known: [...all, 'auto'] });
    return [route];
  }
  const admits = routesAdmitting(law, group);
  const admitting = open.filter((one) => admits.has(one));
  if (open.length === 0 && all.length > 1)
    report('route-must-be-named', 'leaving.route', { law: law.scheme, known: all });
  return admitting.length > 0 ? admitting : open.length > 0 ? open : all;
}

interface RouteNames {
  readonly all: readonly string[];
  /** Those that need not be named. */
  readonly open: readonly string[];
}

function routeNames({ routes }: LawVersion): RouteNames {
  return {
    all: routes.map(({ route }) => route),
    open: routes.filter(({ byName }) => !byName).map(({ route }) => route),
  };
}

/** The lines of a route; undefined, with issues reported, when a row needs what the case does not give. */
function pay(
  law: LawVersion,
  route: string,
  facts: Facts,
  readings: Readings,
  { amounts, stretches }: Paying,
  report: Report,
): Paid | undefined {
  facts.values.route = route;
  const lines: BenefitLine[] = [];
  const empties: EmptyLine[] = [];
  const linesOf = (row: BenefitLine['row']): BenefitLine[] =>
    runs(row)
      ? runningLines(law, row, facts, readings, stretches())
      : [benefitLine(law, row, facts, readings, amounts)];
  const missing = new Set<string>();
  for (const benefit of law.benefits(route)) {
    const row = benefitRow(law, benefit, facts, readings);
    if (!row) {
      const keys = keysOfTable(law, benefit, facts);
      if (keys.length === 0) throw new RuleDefect(`no row of ${benefit} holds, and no empty place is declared`);
      for (const key of keys) missing.add(key);
      continue;
    }
    if (row.provision.kind === 'empty') {
      empties.push({ benefit, rule: row as EmptyLine['rule'] });
      continue;
    }
    const keys = keysOfRow(row as BenefitLine['row'], facts, amounts);
    for (const key of keys) missing.add(key);
    if (keys.length > 0) continue;
    lines.push(...linesOf(row as BenefitLine['row']).filter((line) => !line.amount.isZero()));
  }
  const limits = totalLimits(law, route, facts, readings);
  for (const { provision } of limits)
    for (const limit of provision.most) for (const key of keysOfLimit(limit, amounts)) missing.add(key);
  for (const key of missing) report('needed-by-benefit', key, { key, law: law.scheme, route });
  if (missing.size > 0) return undefined;
  const within = limited(limits, lines, law, facts, readings, amounts);
  return { lines: within.lines, limits: within.limits, empties };
}
