import { parseDay } from '../../base/calendar.ts';
import { routeEntitlement } from '../../engine/benefit/route.ts';
import type { Facts } from '../../law/facts.ts';
import type { Provision } from '../../law/provision.ts';
import { holds, read } from '../../law/select.ts';
import { axesFor } from '../space/axes.ts';
import type { Axis, AxisName, Cell, Part } from '../space/axis.ts';
import { cellsOf, factsOf, NO_READINGS, readingChoices, readingsOf } from '../space/cells.ts';
import { axesOf, conditionsOf, withDependencies, type Stated } from '../space/conditions.ts';
import { exampleOf, type Example } from '../space/example.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import { boundsNotReached, termsNotReached } from './bounds.ts';
import type { Defects, Place } from './defect.ts';
import { Table, type Spot } from './table.ts';

/** Proves the benefit tables of every route of a version, and the classes they use. */
export function checkRoutes(law: LawVersion, defects: Defects): void {
  const classes = new Map([...law.classes].map(([name, rules]) => [name, new Table(law, rules)]));
  for (const { route } of law.routes) {
    const proof = new RouteProof(law, route, classes, defects);
    proof.run();
  }
  for (const table of classes.values()) reportReach(law, table, defects);
}

/** Everything of a route over the whole space of cases that are entitled to it. */
class RouteProof {
  readonly #tables: Map<string, Table>;
  readonly #conditions: Stated[];
  readonly #subjects: readonly Rule[];
  readonly #exclusions: readonly Rule[];
  /** The classes that the rows of the route lean on. */
  readonly #classes: readonly Table[];

  constructor(
    private readonly law: LawVersion,
    private readonly route: string,
    classes: ReadonlyMap<string, Table>,
    private readonly defects: Defects,
  ) {
    this.#tables = new Map(
      law.benefits(route).map((name) => [name, new Table(law, [...law.rows(name), ...law.empties(name)])]),
    );
    this.#subjects = law.rules('subject');
    this.#exclusions = law.rules('exclusion');
    const rows = [...this.#tables.values()].flatMap((table) => table.rules);
    this.#conditions = withDependencies(law, provisionsOf([...this.#subjects, ...law.requirements(route), ...rows]));
    const used = new Set(
      withDependencies(law, provisionsOf(rows)).flatMap(({ condition }) => Object.keys(condition.class ?? {})),
    );
    this.#classes = [...used].flatMap((name) => classes.get(name) ?? []);
  }

  run(): void {
    const { law } = this;
    const refining = provisionsOf(this.#exclusions).flatMap(conditionsOf);
    const axes = this.#ordered(axesFor([law], this.#conditions, refining)).map((axis) => ownDaysFirst(law, axis));
    const choices = readingChoices(law, this.#questions());
    const window = axesOf(this.#conditions).has('window');
    for (const cell of cellsOf(law, axes, { window, admits: this.#admits(axes) })) {
      for (const chosen of choices) {
        const facts = factsOf(law, cell, chosen);
        if (this.#entitled(facts, chosen)) this.#visit(cell, facts, chosen);
      }
    }
    for (const [benefit, table] of this.#tables) {
      for (const overlap of table.overlaps.values()) {
        const params = { id: overlap.one.id, other: overlap.two.id, what: benefit };
        this.defects.add('benefit-overlap', place(overlap.two), params, {
          version: law.date,
          other: overlap.one.id,
          example: () => this.#example(overlap),
        });
      }
      reportReach(law, table, this.defects);
    }
  }

  /** The questions that decide something before the benefit rows are asked. */
  #questions(): Set<string> {
    const before = this.#conditions.filter(({ provision: { kind } }) => !['benefit', 'empty', 'clock'].includes(kind));
    return new Set(before.flatMap(({ condition }) => Object.keys(condition.reading ?? {})));
  }

  /** Subjects first, then what the requirements test, so that whole branches fall away early. */
  #ordered(axes: readonly Axis[]): Axis[] {
    const subject = axesOf(provisionsOf(this.#subjects).flatMap(conditionsOf));
    const required = axesOf(withDependencies(this.law, provisionsOf(this.law.requirements(this.route))));
    const rank = (axis: Axis): number => (subject.has(axis.name) ? 0 : required.has(axis.name) ? 1 : 2);
    return [...axes].sort((a, b) => rank(a) - rank(b));
  }

  #admits(axes: readonly Axis[]): (cell: Cell, last: AxisName) => boolean {
    const subject = axesOf(provisionsOf(this.#subjects).flatMap(conditionsOf));
    const required = axesOf(withDependencies(this.law, provisionsOf(this.law.requirements(this.route))));
    const names = axes.map((axis) => axis.name);
    const lastSubject = names[subject.size - 1];
    const lastRequired = required.has('window')
      ? undefined
      : names.filter((name) => subject.has(name) || required.has(name)).at(-1);
    return (cell, last) => {
      if (last !== lastSubject && last !== lastRequired) return true;
      const facts = factsOf(this.law, cell, NO_READINGS);
      if (!this.#subjects.some((rule) => holds(rule, facts)) || this.#excluded(facts, NO_READINGS)) return false;
      return last !== lastRequired || routeEntitlement(this.law, this.route, facts).entitled;
    };
  }

  /** Whether an exclusion keeps the case out; one by reading only where that reading is chosen. */
  #excluded(facts: Facts, chosen: ReadonlyMap<string, string>): boolean {
    return this.#exclusions.some((rule) => holds(rule, facts) && read(rule, readingsOf(chosen)));
  }

  #entitled(facts: Facts, chosen: ReadonlyMap<string, string>): boolean {
    if (this.#excluded(facts, chosen) || !this.#subjects.some((rule) => holds(rule, facts))) return false;
    return routeEntitlement(this.law, this.route, facts).entitled;
  }

  #visit(cell: Cell, facts: Facts, chosen: ReadonlyMap<string, string>): void {
    facts.values.route = this.route;
    for (const table of this.#classes) table.visit(cell, facts, chosen);
    for (const [benefit, table] of this.#tables) {
      const gap = table.visit(cell, facts, chosen);
      if (gap) this.#gap(benefit, table, gap, facts);
    }
  }

  /** A gap is put down to the class that leaves the case out, where there is one. */
  #gap(benefit: string, table: Table, gap: Spot, facts: Facts): void {
    const used = new Set(table.rules.flatMap((rule) => Object.keys(rule.provision.when?.class ?? {})));
    const missing = [...used].find((name) => facts.classes[name] === undefined);
    const rules = missing === undefined ? undefined : this.law.classes.get(missing);
    const more = { version: this.law.date, example: () => this.#example(gap) };
    if (missing !== undefined && rules?.[0]) {
      this.defects.add('class-gap', place(rules[0]), { what: missing, benefit }, more);
      return;
    }
    const title = this.law.rules('benefit-title').find((rule) => rule.provision.benefit === benefit);
    if (title) this.defects.add('benefit-gap', place(title), { what: benefit }, more);
  }

  #example(spot: Spot): Example | undefined {
    return exampleOf(this.law, spot.cell, spot.chosen, this.route);
  }
}

function provisionsOf(rules: readonly Rule[]): Provision[] {
  return rules.map((rule) => rule.provision);
}

/** Where a rule stands. */
export function place(rule: Rule): Place {
  return { act: rule.source.act, at: rule.provision.at, provision: rule.id };
}

/** Reports rules that nothing reaches, and bounds that nobody gets to. */
export function reportReach(law: LawVersion, table: Table, defects: Defects): void {
  for (const rule of table.rules) {
    const extents = table.reached.get(rule);
    if (!extents) {
      defects.add('unreachable', place(rule), { id: rule.id }, { version: law.date });
      continue;
    }
    for (const { fact, bound } of boundsNotReached(law, rule.provision, extents)) {
      defects.add('bound-not-reached', place(rule), { id: rule.id, fact, bound }, { version: law.date });
    }
    for (const params of termsNotReached(law, rule.provision, extents)) {
      defects.add('term-not-reached', place(rule), { id: rule.id, ...params }, { version: law.date });
    }
  }
}

/** An axis of leaving dates with the days of the version first, so that what is told is shown on a case of its own. */
function ownDaysFirst(law: LawVersion, axis: Axis): Axis {
  if (axis.name !== 'leavingDate') return axis;
  const start = parseDay(law.date) ?? 0;
  const own = ({ most = start }: Part): boolean => most >= start;
  return { ...axis, parts: [...axis.parts.filter(own), ...axis.parts.filter((part) => !own(part))] };
}
