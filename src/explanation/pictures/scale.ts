import { dayOfMonth, daysInMonth, monthOfDay, type Day, type Month } from '../../base/calendar.ts';
import { Decimal } from '../../base/decimal.ts';

/** A place in time as months and parts of a month since year 0, for coordinates. */
export function timeOf(day: Day): number {
  const month = monthOfDay(day);
  return month + (dayOfMonth(day) - 1) / daysInMonth(month);
}

/** Turns a range of numbers into a range of coordinates; a range of nothing stands in the middle. */
export function scaleOf(from: number, to: number, start: number, end: number): (value: number) => number {
  if (from === to) return () => (start + end) / 2;
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/** The levels of an axis of amounts from nothing to at least `most`: round steps, four to six of them, in đồng. */
export function levelsUpTo(most: Decimal): Decimal[] {
  if (most.lte(0)) return [new Decimal(0), new Decimal(MILLION)];
  const power = new Decimal(`1e${most.toFixed(0).length - 1}`);
  const steps = ['0.2', '0.25', '0.5', '1', '2', '2.5'].map((part) => power.times(part));
  const step = steps.find((one) => most.div(one).ceil().lte(MOST_LEVELS)) ?? power.times(2);
  const count = most.div(step).ceil().toNumber();
  return Array.from({ length: count + 1 }, (_, index) => step.times(index));
}

/** Đồng in a million. */
export const MILLION = 1_000_000;
const MOST_LEVELS = 5;

/** Steps of an axis of time, in months. */
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240];

/** The months that an axis of time names: the first of each step within a range, at most so many. */
export function monthTicks(from: number, to: number, most: number): Month[] {
  const months = (step: number): Month[] => {
    const found: Month[] = [];
    for (let month = Math.ceil(from / step) * step; month <= to; month += step) found.push(month);
    return found;
  };
  const step = MONTH_STEPS.find((one) => months(one).length <= most) ?? 240;
  return months(step);
}
