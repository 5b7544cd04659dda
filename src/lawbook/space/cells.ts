import { axisRules, QUANTITY, QUANTITY_NAMES } from '../../engine/measure/quantities.ts';
import { noFacts, type Facts, type FactValue } from '../../law/facts.ts';
import type { GroupProvision } from '../../law/provision.ts';
import { holds, read, type Readings } from '../../law/select.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import type { FactName, GivenKey, QuantityName } from '../../law/vocabulary.ts';
import { AXIS_OF, AXIS_OF_KEY, type Axis, type AxisName, type Cell, type Part } from './axis.ts';

/** The window of a case to which no clock applies. */
export const NO_WINDOW = 'none';

/** Chosen readings, as the rules ask for them. */
export function readingsOf(chosen: ReadonlyMap<string, string>): Readings {
  return { chosen };
}

/**
 * The facts of a cell's representative under a version: what the cell states, and what the engine's own rules make
 * of it. Facts of axes that the cell does not have stay unknown, so that no test on them holds.
 */
export function factsOf(law: LawVersion, cell: Cell, chosen: ReadonlyMap<string, string>): Facts {
  const group = law.derived(groupsByName).get(cell.group?.value as string);
  const value = (name: AxisName): FactValue | undefined => cell[name]?.value;
  const facts = noFacts((key) => {
    const found = value(AXIS_OF_KEY[key as GivenKey]);
    return key === 'salary.contract' ? found === 'contract' : found !== undefined;
  });
  facts.values.group = group?.group;
  facts.values.regime = group?.regime;
  facts.values.payTable = group?.payTable;
  for (const [fact, axis] of STATED) facts.values[fact] = value(axis);
  measure(law, cell, facts, chosen);
  for (const [name, rules] of law.classes) facts.classes[name] = chosenRule(rules, facts, chosen)?.provision.value;
  return facts;
}

/** The quantities that follow from the months of their axis by a rule. */
const FOLLOWING: readonly QuantityName[] = QUANTITY_NAMES.filter((name) => QUANTITY[name].onAxis);

/** The facts that an axis gives as they are; the others are worked out from them. */
const STATED: readonly (readonly [FactName, AxisName])[] = (Object.keys(AXIS_OF) as FactName[]).flatMap((fact) => {
  const axis = AXIS_OF[fact];
  const derived = ['group', 'regime', 'payTable'].includes(fact) || FOLLOWING.some((name) => name === fact);
  return axis === undefined || derived ? [] : [[fact, axis] as const];
});

function groupsByName(law: LawVersion): ReadonlyMap<string, GroupProvision> {
  return new Map(law.rules('group').map(({ provision }) => [provision.group, provision]));
}

function measure(law: LawVersion, cell: Cell, facts: Facts, chosen: ReadonlyMap<string, string>): void {
  for (const name of FOLLOWING) {
    const months = cell[QUANTITY[name].axis]?.value;
    if (typeof months === 'number') facts.values[name] = followed(law, name, facts, chosen)?.(months);
  }
}

/** How a quantity follows from the months of its axis in such a case; undefined where no rule says it. */
export function followed(
  law: LawVersion,
  name: QuantityName,
  facts: Facts,
  chosen: ReadonlyMap<string, string>,
): ((months: number) => number) | undefined {
  const { onAxis } = QUANTITY[name];
  if (!onAxis) return (months) => months;
  const rule = chosenRule(axisRules(law, name), facts, chosen);
  return rule && ((months) => onAxis.value(rule.provision, months));
}

/** The first rule that holds and is read so; unlike `demand` it leaves gaps and overlaps to the checks. */
export function chosenRule<R extends Rule>(
  rules: readonly R[],
  facts: Facts,
  chosen: ReadonlyMap<string, string>,
): R | undefined {
  const readings = readingsOf(chosen);
  return rules.find((rule) => holds(rule, facts) && read(rule, readings));
}

/** The windows that the clocks can give where these facts hold, whatever the reading; no clock: `none`. */
export function windows(law: LawVersion, facts: Facts): Part[] {
  const names = new Set<string>();
  for (const clock of law.rules('clock')) {
    if (!holds(clock, facts)) continue;
    names.add(clock.provision.inside);
    names.add(clock.provision.outside);
  }
  if (names.size === 0) names.add(NO_WINDOW);
  return [...names].map((value) => ({ value, words: [value] }));
}

/** The cells of these axes, with the window as the clocks give it where it is asked for. */
export function* cellsOf(
  law: LawVersion,
  axes: readonly Axis[],
  options: { readonly window: boolean; readonly admits?: (cell: Cell, last: AxisName) => boolean },
  cell: Cell = {},
  index = 0,
): Generator<Cell> {
  const axis = axes[index];
  if (!axis) {
    if (!options.window) yield cell;
    else for (const window of windows(law, factsOf(law, cell, NO_READINGS))) yield { ...cell, window };
    return;
  }
  for (const part of axis.parts) {
    const next = { ...cell, [axis.name]: part };
    if (options.admits && !options.admits(next, axis.name)) continue;
    yield* cellsOf(law, axes, options, next, index + 1);
  }
}

/** No reading chosen. */
export const NO_READINGS: ReadonlyMap<string, string> = new Map();

/** Every choice of readings of these questions; options that the version does not declare are not tried. */
export function readingChoices(law: LawVersion, questions: Iterable<string>): ReadonlyMap<string, string>[] {
  let choices: Map<string, string>[] = [new Map()];
  for (const id of questions) {
    const options = law.interpretation(id)?.provision.options ?? [];
    if (options.length === 0) continue;
    choices = choices.flatMap((chosen) => options.map(({ option }) => new Map(chosen).set(id, option)));
  }
  return choices;
}
