import { startsOf, type Cut } from '../space/axes.ts';
import { AXIS_OF, type AxisName } from '../space/axis.ts';
import type { LawVersion } from '../../law/version.ts';
import { isYears, QUANTITY_PLACES } from '../../law/vocabulary.ts';
import { Cover } from './boxes.ts';
import { difference, key, spanOf, type FormDifference } from './forms.ts';
import { JointSpace, same, sizesOf, type JointCell } from './joint.ts';
import { whereOf, type Where } from './where.ts';

/** A difference in what one benefit pays. */
export interface PaidDifference {
  readonly where: Where;
  /** Months of the base, as a formula; `null`: not entitled. */
  readonly before: string | null;
  readonly after: string | null;
  /** After less before, in months of the base. */
  readonly difference: string;
}

/** Cases that became entitled to a route, or ceased to be. */
export interface EntitlementDifference {
  readonly where: Where;
  readonly change: 'newly-entitled' | 'no-longer-entitled';
}

/** What changed for one route. */
export interface RouteDifference {
  readonly route: string;
  readonly entitlement: readonly EntitlementDifference[];
  readonly benefits: readonly { readonly benefit: string; readonly boxes: readonly PaidDifference[] }[];
  /** Where the limits over the sum of the benefits differ: before and after, `none` where there is none. */
  readonly limits?: readonly Omit<PaidDifference, 'difference'>[];
}

/** For which cases, and by how many months of the base, two versions pay differently. Exact: no sampling. */
export function meaningOf(
  laws: readonly [before: LawVersion, after: LawVersion],
  interpretations: Readonly<Record<string, string>> = {},
): RouteDifference[] {
  const routes = new Set(laws.flatMap((law) => law.routes.map((one) => one.route)));
  return [...routes]
    .map((route) => {
      const benefits = new Set(laws.flatMap((law) => law.benefits(route)));
      const limits = same(laws, 'total-limit') ? [] : limitsOver(laws, route, interpretations);
      return {
        ...(limits.length > 0 ? { limits } : {}),
        route,
        entitlement: entitlement(laws, route, interpretations),
        benefits: [...benefits]
          .map((benefit) => ({ benefit, boxes: paid(laws, route, benefit, interpretations) }))
          .filter(({ boxes }) => boxes.length > 0),
      };
    })
    .filter((one) => one.entitlement.length > 0 || one.benefits.length > 0 || one.limits !== undefined);
}

function entitlement(
  laws: readonly [LawVersion, LawVersion],
  route: string,
  readings: Readonly<Record<string, string>>,
): EntitlementDifference[] {
  const space = new JointSpace(laws, route, undefined, readings);
  const cells = [...space.cells()]
    .filter((cell) => cell.before.entitled || cell.after.entitled)
    .map(({ parts, before, after }) => ({ parts, label: `${before.entitled} ${after.entitled}` }));
  const cover = new Cover(cells, sizesOf(space));
  return [
    ...cover
      .boxes('false true', cells)
      .map((box) => ({ where: whereOf(space, box, cells, 'after'), change: 'newly-entitled' as const })),
    ...cover
      .boxes('true false', cells)
      .map((box) => ({ where: whereOf(space, box, cells, 'before'), change: 'no-longer-entitled' as const })),
  ];
}

function limitsOver(
  laws: readonly [LawVersion, LawVersion],
  route: string,
  readings: Readonly<Record<string, string>>,
): NonNullable<RouteDifference['limits']> {
  const space = new JointSpace(laws, route, 'limits', readings);
  const cells = [...space.cells()]
    .filter(({ before, after }) => before.entitled || after.entitled)
    .map((cell) => {
      const [one, two] = [cell.before, cell.after];
      const alike = one.entitled && two.entitled && one.limits === two.limits;
      const label = alike ? 'same' : [one.entitled, one.limits, two.entitled, two.limits].join('|');
      return { ...cell, label };
    });
  const cover = new Cover(cells, sizesOf(space));
  const firsts = new Map(cells.toReversed().map((cell) => [cell.label, cell]));
  return [...firsts.values()].reverse().flatMap(({ label, before, after }) => {
    if (label === 'same' || before.limits === after.limits) return [];
    const side = before.entitled ? (after.entitled ? 'both' : 'before') : 'after';
    const text = ({ entitled, limits }: JointCell['before']): string | null => (entitled ? limits || 'none' : null);
    return cover
      .boxes(label, cells)
      .map((box) => ({ where: whereOf(space, box, cells, side), before: text(before), after: text(after) }));
  });
}

function paid(
  laws: readonly [LawVersion, LawVersion],
  route: string,
  benefit: string,
  readings: Readonly<Record<string, string>>,
): PaidDifference[] {
  const { space, cells } = jointCells(laws, route, benefit, readings);
  const live = cells
    .filter(({ cell }) => cell.before.entitled || cell.after.entitled)
    .map((one) => ({ ...one, parts: one.cell.parts, label: labelOf(one.cell, one.difference) }));
  const cover = new Cover(live, sizesOf(space));
  const firsts = new Map<string, (typeof live)[number]>();
  for (const one of live) if (one.difference.different && !firsts.has(one.label)) firsts.set(one.label, one);
  return [...firsts].flatMap(
    ([
      label,
      {
        cell: { before, after },
        difference: { text },
      },
    ]) =>
      cover.boxes(label, live).map((box) => ({
        where: whereOf(space, box, live, before.entitled ? (after.entitled ? 'both' : 'before') : 'after'),
        before: before.entitled ? (before.form?.text ?? '0') : null,
        after: after.entitled ? (after.form?.text ?? '0') : null,
        difference: text,
      })),
  );
}

/** Cells that are to be told alike; all cells without a difference are alike. */
function labelOf({ before, after }: JointCell, { different }: FormDifference): string {
  if (!different) return 'same';
  return [before.entitled, key(before.form), after.entitled, key(after.form)].join('|');
}

/** Every cell of the joint refinement for a benefit, with the difference there; cut once more where forms cross. */
export function jointCells(
  laws: readonly [LawVersion, LawVersion],
  route: string,
  benefit: string,
  readings: Readonly<Record<string, string>> = {},
): { space: JointSpace; cells: { cell: JointCell; difference: FormDifference }[] } {
  let cuts: Cut[] = [];
  for (;;) {
    const space = new JointSpace(laws, route, { benefit }, readings, cuts);
    const recounted = !same(laws, 'odd-months');
    const cells = [...space.cells()].map((cell) => ({ cell, difference: differenceIn(cell, recounted) }));
    const more = cells.flatMap(({ difference: { zero } }) => (zero ? crossing(laws, zero) : []));
    const fresh = more.filter((cut) => !cuts.some((there) => there.axis === cut.axis && there.at === cut.at));
    if (fresh.length === 0) return { space, cells };
    cuts = [...cuts, ...fresh];
  }
}

function crossing(laws: readonly LawVersion[], { quantity, at }: NonNullable<FormDifference['zero']>): Cut[] {
  const axis = AXIS_OF[quantity] as AxisName;
  const years = isYears(quantity);
  const first = years ? Math.ceil(at) : Math.ceil(at / 10 ** QUANTITY_PLACES);
  const after = years ? Math.floor(at) + 1 : Math.floor(at / 10 ** QUANTITY_PLACES) + 1;
  return [first, after].flatMap((value) => startsOf(laws, quantity, value)).map((start) => ({ axis, at: start }));
}

function differenceIn({ before, after }: JointCell, recounted: boolean): FormDifference {
  const found = difference(before.form, after.form, (name) =>
    spanOf(before.law, name, before.cell, before.facts, before.chosen),
  );
  if (found.different || !recounted) return found;
  // The same formula over years that are counted anew is another formula.
  const counts = [...(after.form?.rates.keys() ?? [])].some(isYears);
  return counts ? { different: true, text: 'odd-months' } : found;
}
