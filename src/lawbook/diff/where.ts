import { unscaled } from '../../base/decimal.ts';
import { AXES, type AxisName, type Part } from '../space/axis.ts';
import { QUANTITY_PLACES } from '../../law/vocabulary.ts';
import type { Box, Labelled } from './boxes.ts';
import { spanOf } from './forms.ts';
import type { JointSpace } from './joint.ts';

/** A run of values, both ends included; no end: as far as it goes. Years are decimal strings. */
export interface Run {
  readonly from?: number | string;
  readonly to?: number | string;
}

/** Which cases a difference is about: for each fact that matters, its words or its runs of values. */
export type Where = Readonly<Record<string, readonly (string | Run)[]>>;

/** A box in facts; an axis on which the box takes all that can be is left out. */
export function whereOf(
  space: JointSpace,
  box: Box,
  live: readonly Labelled[],
  side: 'before' | 'after' | 'both',
): Where {
  const where: Record<string, readonly (string | Run)[]> = {};
  const order = [...space.axes.map((axis) => axis.name), 'window' as const];
  for (const name of AXES) {
    const axis = order.indexOf(name);
    const taken = box[axis];
    if (!taken) continue;
    const possible = new Set<number>();
    for (const { parts } of live) {
      if (box.every((set, other) => other === axis || set.has(parts[other] ?? 0))) possible.add(parts[axis] ?? 0);
    }
    if ([...possible].every((at) => taken.has(at))) continue;
    const places = [...taken].filter((at) => possible.has(at)).sort((a, b) => a - b);
    const [fact, values] =
      name === 'window' ? [name, windowWords(space, places, side)] : described(space, name, places);
    where[fact] = values;
  }
  return where;
}

function windowWords(space: JointSpace, taken: readonly number[], side: 'before' | 'after' | 'both'): string[] {
  const words = taken.map((at) => {
    const [before, after] = space.windows[at] ?? ['', ''];
    return side === 'before' || before === after ? before : side === 'after' ? after : `${before} → ${after}`;
  });
  return [...new Set(words)];
}

function described(
  space: JointSpace,
  name: AxisName,
  taken: readonly number[],
): [fact: string, values: readonly (string | Run)[]] {
  const axis = space.axes.find((one) => one.name === name);
  const parts = taken.flatMap((at) => axis?.parts[at] ?? []);
  const words = parts.flatMap(
    (part) =>
      part.words ?? (part.least === undefined ? [part.value === undefined ? 'not-given' : String(part.value)] : []),
  );
  if (parts.every((part) => part.least === undefined)) return [name === 'pension' ? 'pensionEligible' : name, words];
  const [fact, values] = runs(space, name, parts);
  return [fact, [...words, ...values]];
}

const FACT_NAMES: { readonly [N in AxisName]?: string } = {
  publicSector: 'severanceMonths',
  insurance: 'insuranceMonths',
  hazardous: 'hazardousMonths',
  decided: 'decidedDate',
  reorganisation: 'monthsAfterReorganisation',
};

function runs(space: JointSpace, name: AxisName, parts: readonly Part[]): [string, Run[]] {
  const joined: { least: number; most: number }[] = [];
  for (const { least, most } of parts) {
    if (least === undefined || most === undefined) continue;
    const last = joined.at(-1);
    if (last && last.most + 1 === least) last.most = most;
    else joined.push({ least, most });
  }
  const [law] = space.laws;
  const years = name === 'countable';
  const text = (months: number): number | string => {
    if (!years) return months;
    const cell = { countable: { value: months, least: months, most: months } };
    const facts = { values: {}, classes: {}, given: {} } as Parameters<typeof spanOf>[3];
    return unscaled(spanOf(law, 'serviceYears', cell, facts, new Map()).least, QUANTITY_PLACES);
  };
  const fact = years ? 'serviceYears' : (FACT_NAMES[name] ?? name);
  return [
    fact,
    joined.map(({ least, most }) => ({
      ...(least > 0 ? { from: text(least) } : {}),
      ...(most < Infinity ? { to: text(most) } : {}),
    })),
  ];
}
