import { parseDay, monthOfDay, type Day } from '../base/calendar.ts';
import type { Issue } from '../base/checked.ts';
import { ZERO, type Dong } from '../base/decimal.ts';
import { RuleDefect } from '../base/checked.ts';
import type { Lang } from '../base/text.ts';
import { benefitLine, benefitRow, type BenefitLine, type EmptyLine } from '../benefits/lines.ts';
import { routeEntitlement, type RouteFound } from '../benefits/route.ts';
import type { Case } from '../case/case.ts';
import { keyTitle } from '../case/keys.ts';
import type { Facts } from '../law/facts.ts';
import type { BaseName } from '../law/vocabulary.ts';
import { select, type Readings } from '../law/select.ts';
import type { LawVersion } from '../law/version.ts';
import { issue } from '../messages/issue.ts';
import { baseAmount, baseSalary, monthlySalary } from '../salary/salary.ts';
import type { Derivation } from './derivation.ts';
import { gatherFindings, refusals, type Known } from './findings.ts';
import { classify, measure, statedFacts } from './measure.ts';
import { groupOf, routeAdmits, unknownWord, withSchedule, type Report } from './subject.ts';

/** What a derivation needs besides the case and the law. */
export interface DeriveOptions {
  readonly lang: Lang;
  readonly chosen: ReadonlyMap<string, string>;
  /** Names of provisions of certainty U that the user accepts. */
  readonly accepted: ReadonlySet<string>;
  /** The date from which a later version knows a group. */
  readonly later: (group: string) => string | undefined;
}

/** Works out a case under one version of the law, or tells every issue the law finds with it. */
export function derive(law: LawVersion, given: Case, options: DeriveOptions): Derivation | Issue[] {
  const issues: Issue[] = [];
  const report: Report = (code, path, params) => {
    issues.push(issue(options.lang, code, path, { title: keyTitle(path)[options.lang], ...params }));
  };
  const readings: Readings = { chosen: options.chosen, consulted: new Set() };
  const routes = routesToTry(law, given.leaving.route, report);
  const group = groupOf(law, given, options.later, report);
  if (!group) return issues;
  const one = withSchedule(given, group, report);
  const facts = statedFacts(one, group);
  const measured = measure(law, one, facts, readings, report);
  if (issues.length > 0 || !measured) return issues;
  const leaving = monthOfDay(parseDay(one.leaving.date) as Day);
  const salary = monthlySalary(law, facts, readings, one.salary, leaving);
  classify(law, facts, readings);
  if (one.leaving.route !== 'auto' && !routeAdmits(law, one.leaving.route, one.person.group)) {
    report('group-not-in-route', 'leaving.route', { route: one.leaving.route, group: one.person.group });
    return issues;
  }
  const subject = select(law.rules('subject'), facts, readings);
  const tried = tryRoutes(law, routes, facts);
  const { measures, clock } = measured;
  const { accepted } = options;
  const known: Known = {
    law,
    case: one,
    facts,
    group,
    subject,
    measures,
    salary,
    routes: tried,
    otherLacks: clock.otherLacks,
    accepted,
  };
  return settle(known, readings, leaving);
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

/** Pays the open route, unless something forbids it, and gathers the findings. */
function settle(known: Known, readings: Readings, leaving: number): Derivation {
  const { law, case: one, facts, group, subject, measures, salary, routes } = known;
  const entitled = routes.find((found) => found.entitled)?.route;
  const stop = refusals(known);
  const route = stop.length === 0 && subject ? entitled : undefined;
  const paid = route === undefined ? NOTHING : pay(law, route, facts, readings, bases(law, salary.amount, leaving));
  const { findings, outcome } = gatherFindings(known, stop, route, paid);
  const lines = outcome === 'refused' ? [] : paid.lines;
  let total = ZERO;
  for (const line of lines) total = total.plus(line.amount);
  return {
    law,
    case: one,
    facts,
    group,
    subject,
    measures,
    salary,
    routes,
    route,
    lines,
    empties: paid.empties,
    findings,
    outcome,
    total,
    consulted: readings.consulted,
  };
}

const NOTHING: { readonly lines: BenefitLine[]; readonly empties: EmptyLine[] } = { lines: [], empties: [] };

function routesToTry(law: LawVersion, route: string, report: Report): string[] {
  const known = law.routes.map((one) => one.route);
  if (route === 'auto') return known;
  if (!known.includes(route)) unknownWord('leaving.route', route, [...known, 'auto'], report);
  return [route];
}

function bases(law: LawVersion, salary: Dong, leaving: number): Record<BaseName, Dong> {
  const base = baseSalary(law, leaving);
  return { monthlySalary: salary, statutoryBase: base ? baseAmount(base) : ZERO };
}

function pay(
  law: LawVersion,
  route: string,
  facts: Facts,
  readings: Readings,
  worth: Record<BaseName, Dong>,
): { lines: BenefitLine[]; empties: EmptyLine[] } {
  facts.values.route = route;
  const lines: BenefitLine[] = [];
  const empties: EmptyLine[] = [];
  for (const benefit of law.benefits(route)) {
    const row = benefitRow(law, benefit, facts, readings);
    if (!row) throw new RuleDefect(`no row of ${benefit} holds, and no empty place is declared`);
    if (row.provision.kind === 'empty') {
      empties.push({ benefit, rule: row as EmptyLine['rule'] });
      continue;
    }
    const line = benefitLine(law, row as BenefitLine['row'], facts, readings, worth);
    if (!line.months.isZero()) lines.push(line);
  }
  return { lines, empties };
}
