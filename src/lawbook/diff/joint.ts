import { totalLimits } from '../../engine/benefit/total-limit.ts';
import { routeEntitlement } from '../../engine/benefit/route.ts';
import { chosenReadings } from '../../engine/readings.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { correspondingDay, parseDay } from '../../base/calendar.ts';
import type { Facts } from '../../law/facts.ts';
import type { BenefitProvision, ClockProvision, Provision, ProvisionKind } from '../../law/provision.ts';
import { holds, read } from '../../law/select.ts';
import { axesFor, type Cut } from '../space/axes.ts';
import type { Axis, Cell, Part } from '../space/axis.ts';
import { chosenRule, factsOf, NO_READINGS, NO_WINDOW, readingsOf } from '../space/cells.ts';
import { axesOf, conditionsOf, withDependencies, type Stated } from '../space/conditions.ts';
import { startsOfClock } from '../../engine/measure/window.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import { formCuts, formOf, limitForm, type Form } from './forms.ts';

/** What a version does in a cell for one route: whether it entitles, and what it pays of one benefit. */
export interface Side {
  readonly law: LawVersion;
  readonly chosen: ReadonlyMap<string, string>;
  readonly entitled: boolean;
  readonly form: Form | undefined;
  /** The limits over the sum of the benefits that hold there, as text; empty where none does or they are not asked. */
  readonly limits: string;
  readonly cell: Cell;
  readonly facts: Facts;
}

/** A cell of the joint refinement of two versions, with what each of them does there. */
export interface JointCell {
  /** The number of the part on each axis of the space, and last the number of the pair of windows. */
  readonly parts: readonly number[];
  readonly before: Side;
  readonly after: Side;
}

/** What a space is asked about besides the entitlement: one benefit, or the limits over the sum of all. */
export type Asked = { readonly benefit: string } | 'limits' | undefined;

/** The joint space of two versions for what is asked about one route. */
export class JointSpace {
  readonly axes: readonly Axis[];
  /** The pairs of windows met, in order of appearance. */
  readonly windows: (readonly [before: string, after: string])[] = [];
  readonly #sides: readonly (readonly [LawVersion, ReadonlyMap<string, string>])[];
  readonly #window: boolean;
  readonly #byTime: boolean;
  readonly #subjectAxes: number;

  constructor(
    readonly laws: readonly [before: LawVersion, after: LawVersion],
    readonly route: string,
    readonly asked: Asked,
    interpretations: Readonly<Record<string, string>> = {},
    more: readonly Cut[] = [],
  ) {
    this.#sides = laws.map((law) => [law, chosenReadings(law, interpretations)] as const);
    this.#byTime = !same(laws, 'pension-time');
    const conditions = laws.flatMap((law) => this.#conditions(law));
    const refining = laws.flatMap((law) => law.rules('exclusion').flatMap((rule) => conditionsOf(rule.provision)));
    const excluding = different(laws, 'exclusion').flatMap((provision) => conditionsOf(provision));
    const rows = typeof asked === 'object' ? laws.flatMap((law) => law.rows(asked.benefit)) : [];
    const cuts: Cut[] = [...formCuts(laws, rows), ...more];
    if (this.#byTime) {
      for (const law of laws)
        for (const rule of law.rules('pension-time')) cuts.push({ axis: 'insurance', at: rule.provision.months });
    }
    const all = [...conditions, ...excluding];
    const axes = axesFor(laws, all, refining, cuts);
    const used = this.#byTime ? axes.filter((axis) => axis.name !== 'pension') : axes;
    const subject = axesOf(laws.flatMap((law) => law.rules('subject').flatMap((rule) => conditionsOf(rule.provision))));
    this.axes = [...used.filter((axis) => subject.has(axis.name)), ...used.filter((axis) => !subject.has(axis.name))];
    this.#subjectAxes = used.filter((axis) => subject.has(axis.name)).length;
    this.#window = axesOf(all).has('window');
  }

  #conditions(law: LawVersion): Stated[] {
    const rules: Rule<Provision>[] = [...law.rules('subject'), ...law.requirements(this.route)];
    const { asked } = this;
    if (typeof asked === 'object') rules.push(...law.rows(asked.benefit), ...law.empties(asked.benefit));
    if (asked === 'limits')
      rules.push(...law.rules('total-limit').filter((rule) => rule.provision.route === this.route));
    if (this.#byTime) rules.push(...law.rules('pension-time'));
    return withDependencies(
      law,
      rules.map((rule) => rule.provision),
    );
  }

  /** Every cell, with what both versions do in it. */
  *cells(): Generator<JointCell> {
    yield* this.#walk({}, [], 0);
  }

  *#walk(cell: Cell, parts: readonly number[], index: number): Generator<JointCell> {
    const axis = this.axes[index];
    if (axis) {
      for (const [at, part] of axis.parts.entries()) {
        const next = { ...cell, [axis.name]: part };
        if (index + 1 === this.#subjectAxes && !this.#someSubject(next)) continue;
        yield* this.#walk(next, [...parts, at], index + 1);
      }
      return;
    }
    if (!this.#feasible(cell)) return;
    for (const [before, after] of this.#windows(cell)) {
      const pair = this.#pair(before, after);
      const sides = [before, after].map((window, side) =>
        this.#side(side, window === undefined ? cell : { ...cell, window: word(window) }),
      );
      const [one, two] = sides;
      if (one && two) yield { parts: [...parts, pair], before: one, after: two };
    }
  }

  /** No more countable time than insurance time. */
  #feasible(cell: Cell): boolean {
    const most = cell.insurance?.most ?? Infinity;
    return (['countable', 'publicSector', 'hazardous'] as const).every((name) => (cell[name]?.least ?? 0) <= most);
  }

  #side(side: number, cell: Cell): Side {
    const [law, chosen] = this.#sides[side] as readonly [LawVersion, ReadonlyMap<string, string>];
    const placed = this.#byTime ? { ...cell, pension: pensionOf(law, cell, chosen) } : cell;
    const facts = factsOf(law, placed, chosen);
    const subject = chosenRule(law.rules('subject'), facts, chosen);
    const excluded = law.rules('exclusion').some((rule) => holds(rule, facts) && read(rule, readingsOf(chosen)));
    const entitled = subject !== undefined && !excluded && routeEntitlement(law, this.route, facts).entitled;
    const found: Side = { law, chosen, entitled, form: undefined, limits: '', cell: placed, facts };
    const { asked } = this;
    if (!entitled || asked === undefined) return found;
    facts.values.route = this.route;
    if (asked === 'limits') return { ...found, limits: limitsOf(law, this.route, facts, chosen) };
    const row = chosenRule<Rule<BenefitProvision>>(law.rows(asked.benefit), facts, chosen);
    return row ? { ...found, form: formOf(law, row, placed, facts, chosen) } : found;
  }

  /** Whether either version knows the cell as a subject. */
  #someSubject(cell: Cell): boolean {
    return this.laws.some((law) => {
      const facts = factsOf(law, cell, NO_READINGS);
      return law.rules('subject').some((rule) => holds(rule, facts));
    });
  }

  #pair(before: string | undefined, after: string | undefined): number {
    if (before === undefined || after === undefined) return 0;
    const at = this.windows.findIndex(([one, two]) => one === before && two === after);
    return at >= 0 ? at : this.windows.push([before, after]) - 1;
  }

  /** The windows a case of the cell can be in, before and after. */
  #windows(cell: Cell): (readonly [string | undefined, string | undefined])[] {
    if (!this.#window) return [[undefined, undefined]];
    const clocks = this.#sides.map(([law, chosen]) => {
      const facts = factsOf(law, cell, NO_READINGS);
      return chosenRule(law.rules('clock'), facts, chosen)?.provision;
    });
    return pairs(clocks[0], clocks[1]);
  }
}

/** The limits over the sum that hold, each as the lowest of what it states. */
function limitsOf(law: LawVersion, route: string, facts: Facts, chosen: ReadonlyMap<string, string>): string {
  return totalLimits(law, route, facts, readingsOf(chosen))
    .map(({ provision: { most, benefits } }) => {
      const amounts = most.map(limitForm).join(', ');
      const lowest = most.length > 1 ? `min(${amounts})` : amounts;
      return benefits ? `${benefits.join(' + ')} ≤ ${lowest}` : lowest;
    })
    .sort()
    .join('; ');
}

function word(value: string): Part {
  return { value, words: [value] };
}

function pensionOf(law: LawVersion, cell: Cell, chosen: ReadonlyMap<string, string>): Part {
  const rule = chosenRule(law.rules('pension-time'), factsOf(law, cell, chosen), chosen);
  return { value: (cell.insurance?.least ?? 0) >= (rule?.provision.months ?? Infinity) };
}

function pairs(before: ClockProvision | undefined, after: ClockProvision | undefined): (readonly [string, string])[] {
  if (!before && !after) return [[NO_WINDOW, NO_WINDOW]];
  if (!before || !after) {
    const clock = (before ?? after) as ClockProvision;
    return [clock.inside, clock.outside].map((window): readonly [string, string] =>
      before ? [window, NO_WINDOW] : [NO_WINDOW, window],
    );
  }
  const inside = [before.inside, after.inside] as const;
  const outside = [before.outside, after.outside] as const;
  const order = compareEnds(before, after);
  const mixed: (readonly [string, string])[] = [];
  if (order !== 'later') mixed.push([before.outside, after.inside]);
  if (order !== 'earlier') mixed.push([before.inside, after.outside]);
  return order === 'same' ? [inside, outside] : [inside, ...mixed, outside];
}

/** Whether the term before ends earlier than the term after, later, at the same time, or nobody knows. */
function compareEnds(before: ClockProvision, after: ClockProvision): 'same' | 'earlier' | 'later' | 'unknown' {
  if (before.event !== after.event) return 'unknown';
  const ends = [before, after].map((clock) => {
    const days = startsOfClock(clock.starts).map((one) => parseDay(one));
    const given = days.filter((day) => day !== undefined);
    return given.length < days.length ? undefined : correspondingDay(Math.max(...given), clock.months);
  });
  const alike = [...startsOfClock(before.starts)].sort().join() === [...startsOfClock(after.starts)].sort().join();
  if (!alike && ends.includes(undefined)) return 'unknown';
  const [one, two] = alike ? [before.months, after.months] : (ends as number[]);
  if (one === undefined || two === undefined) return 'unknown';
  return one === two ? 'same' : one < two ? 'earlier' : 'later';
}

/** Whether two versions have the same provisions of a kind. */
export function same(laws: readonly LawVersion[], kind: ProvisionKind): boolean {
  const [one, two] = laws.map((law) => canonicalJson(law.rules(kind).map((rule) => rule.provision)));
  return one === two;
}

/** The provisions of a kind that one version has and the other has not so. */
function different(laws: readonly LawVersion[], kind: ProvisionKind): Provision[] {
  const texts = laws.map((law) => new Set(law.rules(kind).map((rule) => canonicalJson(rule.provision))));
  return laws.flatMap((law, side) =>
    law
      .rules(kind)
      .map((rule) => rule.provision as Provision)
      .filter((one) => !texts[1 - side]?.has(canonicalJson(one))),
  );
}

/** How many parts each axis of a space has, and last how many pairs of windows were met. */
export function sizesOf(space: JointSpace): number[] {
  return [...space.axes.map((axis) => axis.parts.length), Math.max(1, space.windows.length)];
}
