import type { Facts } from '../../law/facts.ts';
import { holds, read } from '../../law/select.ts';
import { readingChoices, readingsOf } from '../space/cells.ts';
import type { AxisName, Cell } from '../space/axis.ts';
import type { LawVersion, Rule } from '../../law/version.ts';

/** A place of the space: the cell, and the readings chosen there. */
export interface Spot {
  readonly cell: Cell;
  readonly chosen: ReadonlyMap<string, string>;
}

/** Two rules that claim one spot. */
export interface Overlap extends Spot {
  readonly one: Rule;
  readonly two: Rule;
}

/** From where to where a rule was reached on an axis of whole numbers. */
export interface Extent {
  least: number;
  most: number;
}

/**
 * A table of rules of which exactly one must hold wherever it is asked. It is shown every spot of a space and keeps
 * the first gap, the first overlap of each pair, and how far each rule was reached.
 */
export class Table {
  gap: Spot | undefined;
  readonly overlaps: Map<string, Overlap> = new Map();
  readonly reached: Map<Rule, Map<AxisName, Extent>> = new Map();

  constructor(
    private readonly law: LawVersion,
    readonly rules: readonly Rule[],
  ) {}

  /** Shows one spot; gives the spot of a gap there. */
  visit(cell: Cell, facts: Facts, chosen: ReadonlyMap<string, string>): Spot | undefined {
    const holding = this.rules.filter((rule) => holds(rule, facts));
    if (holding.length === 1 && holding[0]?.readings.length === 0) {
      this.#reach(holding[0], cell);
      return undefined;
    }
    let gap: Spot | undefined;
    const questions = new Set(
      holding.flatMap((rule) => rule.readings.map(([id]) => id)).filter((id) => !chosen.has(id)),
    );
    for (const more of readingChoices(this.law, questions)) {
      const all = new Map([...chosen, ...more]);
      const readings = readingsOf(all);
      const claiming = holding.filter((rule) => read(rule, readings));
      for (const rule of claiming) this.#reach(rule, cell);
      const [one, two] = claiming;
      if (!one) gap ??= { cell, chosen: all };
      else if (two) this.#overlap({ one, two, cell, chosen: all });
    }
    if (gap) this.gap ??= gap;
    return gap;
  }

  #overlap(found: Overlap): void {
    const key = `${found.one.id}|${found.two.id}`;
    if (!this.overlaps.has(key)) this.overlaps.set(key, found);
  }

  #reach(rule: Rule, cell: Cell): void {
    let extents = this.reached.get(rule);
    if (!extents) this.reached.set(rule, (extents = new Map()));
    for (const name in cell) {
      const part = cell[name as AxisName];
      if (part?.least === undefined || part.most === undefined) continue;
      const extent = extents.get(name as AxisName);
      if (!extent) extents.set(name as AxisName, { least: part.least, most: part.most });
      else {
        if (part.least < extent.least) extent.least = part.least;
        if (part.most > extent.most) extent.most = part.most;
      }
    }
  }
}
