import type { Words } from '../../base/text.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import { isYears, type QuantityName, type YearQuantity } from '../../law/vocabulary.ts';
import { monthsEarly, type MonthsEarly } from './months-early.ts';
import { monthsPast, type MonthsPast } from './months-past.ts';
import type { Quantity } from './quantity.ts';
import { serviceYears, type ServiceYears } from './service-years.ts';
import { severanceMonths, type SeveranceMonths } from './severance-months.ts';
import { termMonths, type TermMonths } from './term-months.ts';
import { trainingMonths, type TrainingMonths } from './training-months.ts';
import { waitingMonths, type WaitingMonths } from './waiting-months.ts';
import { workMonths, type WorkMonths } from './work-months.ts';
import { workYears, type WorkYears } from './work-years.ts';
import { yearsEarly, type YearsEarly } from './years-early.ts';

/** What is measured of each quantity. */
export interface Measured {
  readonly monthsEarly: MonthsEarly;
  readonly monthsPast: MonthsPast;
  readonly yearsEarly: YearsEarly;
  readonly serviceYears: ServiceYears;
  readonly workMonths: WorkMonths;
  readonly workYears: WorkYears;
  readonly severanceMonths: SeveranceMonths;
  readonly termMonths: TermMonths;
  readonly waitingMonths: WaitingMonths;
  readonly trainingMonths: TrainingMonths;
}

/** Every quantity of the vocabulary, in the order in which they are measured and shown. */
export const QUANTITY: { readonly [N in QuantityName]: Quantity<N, Measured[N]> } = {
  monthsEarly: monthsEarly,
  monthsPast: monthsPast,
  yearsEarly: yearsEarly,
  serviceYears: serviceYears,
  workMonths: workMonths,
  workYears: workYears,
  severanceMonths: severanceMonths,
  termMonths: termMonths,
  waitingMonths: waitingMonths,
  trainingMonths: trainingMonths,
};

/** The names of the quantities, in the order in which they are measured and shown. */
export const QUANTITY_NAMES: readonly QuantityName[] = Object.keys(QUANTITY) as QuantityName[];

/** Quantities that follow from what the case states alone: a result repeats its case, not these. */
export const STATED: readonly ['workMonths', 'trainingMonths'] = ['workMonths', 'trainingMonths'];

/** The name of a quantity that follows from the case alone. */
export type StatedQuantity = (typeof STATED)[number];

/** Whether a quantity follows from the case alone. */
export function isStated(name: QuantityName): name is StatedQuantity {
  return STATED.some((one) => one === name);
}

/** The name of a quantity that a result carries. */
export type ResultQuantity = Exclude<QuantityName, StatedQuantity>;

/** The names of the quantities that a result carries, in their order. */
export const RESULT_QUANTITIES: readonly ResultQuantity[] = QUANTITY_NAMES.filter(
  (name): name is ResultQuantity => !isStated(name),
);

/** The quantities of a result: whole months, or years as a decimal with odd months rounded (đã làm tròn tháng lẻ). */
export type ResultQuantities = {
  readonly [N in ResultQuantity]?: N extends YearQuantity ? string : number;
};

/** What a sentence calls a quantity: the heading of its step in lower case, where it has no other name. */
export function quantityLabel(name: QuantityName): Words & { readonly unit: 'month' | 'year' } {
  const { title, step = title, said, unit } = QUANTITY[name];
  return { vi: said?.vi ?? lowered(step.vi), en: said?.en ?? lowered(step.en), unit };
}

function lowered(title: string): string {
  return title.slice(0, 1).toLowerCase() + title.slice(1);
}

/** The heading of the column of a quantity. */
export function quantityColumn(name: QuantityName): Words {
  const { column, title } = QUANTITY[name];
  return column ?? title;
}

/** The rules of a version by which a quantity follows from the months of its axis; none where it is those months. */
export function axisRules(law: LawVersion, name: QuantityName): readonly Rule[] {
  const { onAxis } = QUANTITY[name];
  if (!onAxis) return [];
  return isYears(name) ? law.oddMonths[name] : law.rules(onAxis.kind);
}
