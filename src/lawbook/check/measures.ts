import { routeEntitlement } from '../../engine/benefit/route.ts';
import { QUANTITY, QUANTITY_NAMES } from '../../engine/measure/quantities.ts';
import { scaled } from '../../base/decimal.ts';
import { admits, testsOf, type Facts } from '../../law/facts.ts';
import type { OddMonthsProvision, Provision, ProvisionKind } from '../../law/provision.ts';
import { holds } from '../../law/select.ts';
import { axesFor } from '../space/axes.ts';
import type { Cell } from '../space/axis.ts';
import { cellsOf, factsOf, NO_READINGS } from '../space/cells.ts';
import { axesOf, conditionsOf, withDependencies } from '../space/conditions.ts';
import { someGroup } from '../space/compose.ts';
import { exampleOf, type Example } from '../space/example.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import { QUANTITY_PLACES, YEAR_QUANTITIES } from '../../law/vocabulary.ts';
import type { Defects } from './defect.ts';
import { place, reportReach } from './routes.ts';
import { basesOf } from './structure.ts';
import { Table, type Spot } from './table.ts';

/** A table of which the engine asks exactly one rule for every case, where the version has it or something needs it. */
interface Demanded {
  readonly name: string;
  readonly of: (provision: Provision) => boolean;
  /** The facts, quantities and bases that cannot be without it; `always`: no scheme can. */
  readonly neededBy: readonly string[] | 'always';
}

/** Kinds in whose place the engine has a default: nothing needs them. */
const DISPENSABLE: ReadonlySet<string> = new Set(['service-time', 'work-time']);

/** Tables that may leave cases out. */
const DEFAULTED: ReadonlySet<string> = new Set(['months-past', ...DISPENSABLE]);

/** The kinds of rules that count quantities; those for odd months are demanded quantity by quantity. */
const COUNTING: readonly ProvisionKind[] = [
  ...new Set<ProvisionKind>([
    ...QUANTITY_NAMES.flatMap((name) => QUANTITY[name].countedBy),
    'service-time',
    'work-time',
  ]),
].filter((kind) => kind !== 'odd-months');

const DEMANDED: readonly Demanded[] = [
  ...COUNTING.map((kind) => ({
    name: kind,
    of: (one: Provision) => one.kind === kind,
    neededBy: DISPENSABLE.has(kind) ? [] : QUANTITY_NAMES.filter((name) => QUANTITY[name].countedBy.includes(kind)),
  })),
  ...YEAR_QUANTITIES.map((quantity) => ({
    name: `odd-months ${quantity}`,
    of: (one: Provision) => one.kind === 'odd-months' && one.quantity === quantity,
    neededBy: [quantity],
  })),
  { name: 'pension-time', of: (one) => one.kind === 'pension-time', neededBy: ['pensionEligible'] },
  {
    name: 'rounding component',
    of: (one) => one.kind === 'rounding' && one.of === 'component',
    neededBy: ['monthlySalary', 'positionDifference', 'salaryOfEachMonth'],
  },
  { name: 'rounding line', of: (one) => one.kind === 'rounding' && one.of === 'line', neededBy: 'always' },
];

/** Proves the rules by which cases are measured: exactly one for every case, and none that nothing reaches. */
export function checkMeasures(law: LawVersion, defects: Defects): void {
  const all = KINDS.flatMap((kind) => law.rules(kind) as readonly Rule[]);
  const used = usedNames(law);
  for (const { name, of, neededBy } of DEMANDED) {
    const rules = all.filter((rule) => of(rule.provision));
    const needed = neededBy === 'always' || neededBy.some((one) => used.has(one));
    if (rules.length === 0 && !needed) continue;
    const table = walk(law, rules, (facts) => covered(law, facts));
    report(law, name, table, defects, needed || !DEFAULTED.has(name));
  }
  report(law, 'subject', walk(law, law.rules('subject')), defects, false);
  clocks(law, defects);
  for (const [name, rules] of law.classes) {
    for (const { one, two, ...spot } of walk(law, rules).overlaps.values()) {
      const params = { id: one.id, other: two.id, what: name };
      const example = (): Example | undefined => caseOf(law, spot);
      defects.add('class-overlap', place(two), params, { version: law.date, other: one.id, example });
    }
  }
  for (const kind of ['exclusion', 'notice', 'yield', 'raise', 'basis', 'total-limit'] as const) {
    const rules = law.rules(kind);
    for (const rule of rules) reportReach(law, walk(law, [rule]), defects);
  }
  for (const rule of law.rules('odd-months')) bands(rule, defects, law.date);
  for (const rule of law.rules('requirement')) requirement(law, rule, defects);
}

/** Proves the rules of a scheme that only informs: none claims what another does, none is reached by nobody. */
export function checkInformation(law: LawVersion, defects: Defects): void {
  for (const kind of ['pension-rate', 'pension-cut', 'pension-surplus'] as const) {
    report(law, kind, walk(law, law.rules(kind)), defects, false);
  }
  for (const rule of law.rules('odd-months')) bands(rule, defects, law.date);
}

const KINDS: readonly ProvisionKind[] = [...COUNTING, 'odd-months', 'pension-time', 'rounding'];

/** The facts that some condition tests, and the quantities and bases that some row multiplies. */
function usedNames(law: LawVersion): Set<string> {
  const used = new Set<string>();
  for (const { provision } of law.provisions.values()) {
    for (const { condition } of conditionsOf(provision)) for (const fact of Object.keys(condition)) used.add(fact);
  }
  for (const { provision } of law.rules('benefit')) {
    for (const base of [provision.base, ...basesOf([provision.least, provision.most])]) used.add(base);
    for (const { per } of provision.terms) if (per !== undefined) used.add(per);
  }
  for (const { provision } of law.rules('total-limit')) for (const base of basesOf(provision.most)) used.add(base);
  return used;
}

/** Whether the engine would get as far as measuring: some subject provision knows the group. */
function covered(law: LawVersion, facts: Facts): boolean {
  const group = facts.values.group;
  if (typeof group !== 'string') return true;
  return law.rules('subject').some(({ provision }) => admits(provision.when.group, group));
}

function walk(law: LawVersion, rules: readonly Rule[], admits: (facts: Facts) => boolean = () => true): Table {
  const table = new Table(law, rules);
  const conditions = withDependencies(
    law,
    rules.map((rule) => rule.provision),
  );
  const window = axesOf(conditions).has('window');
  for (const cell of cellsOf(law, axesFor([law], conditions), { window })) {
    const facts = factsOf(law, cell, NO_READINGS);
    if (admits(facts)) table.visit(cell, facts, NO_READINGS);
  }
  return table;
}

function report(law: LawVersion, name: string, table: Table, defects: Defects, demanded: boolean): void {
  const { gap } = table;
  if (demanded && gap) {
    const [first] = table.rules;
    const where = first ? place(first) : { act: law.acts[0] ?? '', at: '' };
    defects.add('table-gap', where, { what: name }, { version: law.date, example: () => caseOf(law, gap) });
  }
  for (const { one, two, ...spot } of table.overlaps.values()) {
    const params = { id: one.id, other: two.id, what: name };
    const example = (): Example | undefined => caseOf(law, spot);
    defects.add('table-overlap', place(two), params, { version: law.date, other: one.id, example });
  }
  reportReach(law, table, defects);
}

function caseOf(law: LawVersion, spot: Spot): Example | undefined {
  const group = someGroup(law);
  const cell: Cell = { ...(group === undefined ? {} : { group: { value: group, words: [group] } }), ...spot.cell };
  return exampleOf(law, cell, spot.chosen, law.routes[0]?.route ?? 'auto');
}

/** Where one clock applies under some reading, exactly one must under every reading. */
function clocks(law: LawVersion, defects: Defects): void {
  const rules = law.rules('clock');
  const table = walk(law, rules, (facts) => rules.some((rule) => holds(rule, facts)));
  report(law, 'clock', table, defects, true);
  for (const rule of rules) {
    if (rule.provision.inside === rule.provision.outside)
      defects.add('clock-name', place(rule), { id: rule.id }, { version: law.date });
  }
  if (rules.length > 0) report(law, 'term-end', walk(law, law.rules('term-end')), defects, true);
}

function bands(rule: Rule<OddMonthsProvision>, defects: Defects, version: string): void {
  let before = 0;
  for (let odd = 0; odd < 12; odd++) {
    const inside = rule.provision.bands.filter(
      ({ atLeast, above, upTo, under }) =>
        odd >= (atLeast ?? odd) &&
        (above === undefined || odd > above) &&
        odd <= (upTo ?? odd) &&
        (under === undefined || odd < under),
    );
    const params = { id: rule.id, odd };
    if (inside.length === 0 && odd > 0) defects.add('bands-gap', place(rule), params, { version });
    if (inside.length > 1) defects.add('bands-overlap', place(rule), params, { version });
    const years = inside[0]?.years ?? '0';
    const part = scaled(String(years), QUANTITY_PLACES) ?? 0;
    const most = odd === 0 ? 0 : 10 ** QUANTITY_PLACES;
    if (part < before || part > most) defects.add('bands-not-rising', place(rule), { ...params, years }, { version });
    before = Math.max(before, part);
  }
}

/** A requirement must be able to hold and to fail. */
function requirement(law: LawVersion, rule: Rule, defects: Defects): void {
  if (rule.provision.kind !== 'requirement') return;
  const { notEntitled, ...condition } = rule.provision.require;
  const tests = testsOf(condition);
  const conditions = withDependencies(law, [rule.provision]);
  const window = axesOf([...conditions, ...conditionsOf(rule.provision)]).has('window');
  let applies = false;
  let holdsOnce = false;
  let failsOnce = false;
  for (const cell of cellsOf(law, axesFor([law], conditions), { window })) {
    const facts = factsOf(law, cell, NO_READINGS);
    if (!holds(rule, facts)) continue;
    applies = true;
    const other = notEntitled !== undefined && routeEntitlement(law, notEntitled, facts).entitled;
    if (!other && tests.every((test) => test.holds(facts))) holdsOnce = true;
    else failsOnce = true;
    if (holdsOnce && failsOnce) return;
  }
  const params = { id: rule.id };
  const version = law.date;
  if (!applies) defects.add('unreachable', place(rule), params, { version });
  else if (!holdsOnce) defects.add('requirement-never-holds', place(rule), params, { version });
  else if (!failsOnce) defects.add('requirement-never-fails', place(rule), params, { version });
}
