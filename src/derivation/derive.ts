import { parseDay, monthOfDay, type Day } from '../base/calendar.ts';
import type { Issue } from '../base/checked.ts';
import { ZERO } from '../base/decimal.ts';
import { RuleDefect } from '../base/checked.ts';
import type { Lang } from '../base/text.ts';
import { benefitLine, benefitRow, type BenefitLine, type EmptyLine } from '../benefits/lines.ts';
import { keysOfRow, keysOfTable } from '../benefits/needs.ts';
import { routeEntitlement, type RouteFound } from '../benefits/route.ts';
import { worthOf, type Worth } from '../benefits/worth.ts';
import type { Case, Salary } from '../case/case.ts';
import { keyTitle } from '../case/keys.ts';
import type { Facts } from '../law/facts.ts';
import { narrowingOf } from '../law/narrowing.ts';
import { select, type Readings } from '../law/select.ts';
import type { LawVersion } from '../law/version.ts';
import { issue } from '../messages/issue.ts';
import type { Report } from '../messages/report.ts';
import { scaledSalary, type ScaledSalary } from '../salary/pay-scale.ts';
import { monthlySalary, salaryForm } from '../salary/salary.ts';
import type { Derivation } from './derivation.ts';
import { gatherFindings, refusals, type Known } from './findings.ts';
import { statedFacts } from './facts.ts';
import { classify, measure } from './measure.ts';
import { groupOf, routesAdmitting, unknownWord, withSchedule } from './subject.ts';

/** What a derivation needs besides the case and the law. */
export interface DeriveOptions {
  readonly lang: Lang;
  readonly chosen: ReadonlyMap<string, string>;
  /** Names of provisions of certainty U that the user accepts. */
  readonly accepted: ReadonlySet<string>;
  /** The date from which a later version knows a group. */
  readonly later: (group: string) => string | undefined;
  /** The scheme that knows a group which this one does not. */
  readonly elsewhere: (group: string) => string | undefined;
}

/** Works out a case under one version of the law, or tells every issue the law finds with it. */
export function derive(law: LawVersion, given: Case, options: DeriveOptions): Derivation | Issue[] {
  const issues: Issue[] = [];
  const report: Report = (code, path, params) => {
    issues.push(issue(options.lang, code, path, { title: keyTitle(path)[options.lang], ...params }));
  };
  const readings: Readings = { chosen: options.chosen };
  const routes = routesToTry(law, given, report);
  const group = groupOf(law, given, options.later, options.elsewhere, report);
  if (!group) return issues;
  const one = withSchedule(given, group, report);
  const facts = statedFacts(one, group);
  facts.narrowing = narrowingOf(law, facts);
  const measured = measure(law, one, facts, readings, report);
  const scaled = salaryForScheme(law, one.salary, report);
  if (issues.length > 0 || !measured || !scaled) return issues;
  const leaving = monthOfDay(parseDay(one.leaving.date) as Day);
  const salary = monthlySalary(law, facts, readings, scaled, leaving);
  classify(law, facts, readings);
  const admits = routesAdmitting(law, one.person.group);
  if (one.leaving.route !== 'auto' && !admits.has(one.leaving.route)) {
    const known = law.routes.map((each) => each.route).filter((each) => admits.has(each));
    const params = { route: one.leaving.route, group: one.person.group };
    report('group-not-in-route', 'leaving.route', {
      ...params,
      known: known.length > 0 ? known.join(', ') : undefined,
    });
    return issues;
  }
  const { measures, clock } = measured;
  const known: Known = {
    law,
    case: one,
    facts,
    group,
    subject: select(law.rules('subject'), facts, readings),
    measures,
    salary,
    routes: tryRoutes(law, routes, facts),
    leaving,
    otherLacks: clock.otherLacks,
    accepted: options.accepted,
  };
  const settled = settle(known, readings, worthOf(law, one, scaled.salary, salary.amount, leaving), report);
  return settled && issues.length === 0 ? settled : issues;
}

/** The salary with its grade and step resolved; reports a form of salary that the scheme does not know. */
function salaryForScheme(law: LawVersion, salary: Salary, report: Report): ScaledSalary | undefined {
  const form = salaryForm(salary);
  if (form !== 'components' && law.rules('component').length > 0 && !law.component(form)) {
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

/** Pays the open route, unless something forbids it, and gathers the findings; undefined when the case lacks something. */
function settle(known: Known, readings: Readings, worth: Worth, report: Report): Derivation | undefined {
  const { law, facts, subject, routes } = known;
  const entitled = routes.find((found) => found.entitled)?.route;
  const stop = refusals(known);
  const route = stop.length === 0 && subject ? entitled : undefined;
  const paid = route === undefined ? NOTHING : pay(law, route, facts, readings, worth, report);
  if (!paid) return undefined;
  const { findings, outcome } = gatherFindings(known, stop, route, paid);
  const lines = outcome === 'refused' ? [] : paid.lines;
  let total = ZERO;
  for (const line of lines) total = total.plus(line.amount);
  return {
    law,
    case: known.case,
    facts,
    group: known.group,
    subject,
    measures: known.measures,
    salary: known.salary,
    routes,
    route,
    lines,
    empties: paid.empties,
    findings,
    outcome,
    total,
    consulted: readings.consulted ?? NONE,
  };
}

interface Paid {
  readonly lines: BenefitLine[];
  readonly empties: EmptyLine[];
}

const NONE: ReadonlySet<string> = new Set();
const NOTHING: Paid = { lines: [], empties: [] };

/** The routes a case may take: the one it names, or those of the scheme that admit its group, in the order of the law. */
function routesToTry(
  law: LawVersion,
  { leaving: { route }, person: { group } }: Case,
  report: Report,
): readonly string[] {
  const { known, open } = routeNames(law);
  if (route !== 'auto') {
    if (!known.includes(route)) unknownWord('leaving.route', route, [...known, 'auto'], report);
    return [route];
  }
  const admits = routesAdmitting(law, group);
  const admitting = open.filter((one) => admits.has(one));
  if (open.length === 0 && known.length > 1)
    report('route-must-be-named', 'leaving.route', { law: law.scheme, known: known.join(', ') });
  return admitting.length > 0 ? admitting : open.length > 0 ? open : known;
}

interface RouteNames {
  readonly known: readonly string[];
  /** Those that need not be named. */
  readonly open: readonly string[];
}

const names = new WeakMap<LawVersion, RouteNames>();

function routeNames(law: LawVersion): RouteNames {
  let found = names.get(law);
  if (!found) {
    const known = law.routes.map((one) => one.route);
    const open = law.routes.filter((one) => !one.byName).map((one) => one.route);
    names.set(law, (found = { known, open }));
  }
  return found;
}

/** The lines of a route; undefined, with issues reported, when a row needs what the case does not give. */
function pay(
  law: LawVersion,
  route: string,
  facts: Facts,
  readings: Readings,
  worth: Worth,
  report: Report,
): Paid | undefined {
  facts.values.route = route;
  const lines: BenefitLine[] = [];
  const empties: EmptyLine[] = [];
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
    const keys = keysOfRow(row as BenefitLine['row'], facts, worth);
    for (const key of keys) missing.add(key);
    if (keys.length > 0) continue;
    const line = benefitLine(law, row as BenefitLine['row'], facts, readings, worth);
    if (!line.amount.isZero()) lines.push(line);
  }
  for (const key of missing) report('needed-by-benefit', key, { key, law: law.scheme, route });
  return missing.size > 0 ? undefined : { lines, empties };
}
