import { monthOf, monthText, shiftDays } from '../oracle/calendar.ts';

/** A changed value and what was done to it. */
export interface Changed {
  readonly what: string;
  readonly value: unknown;
}

/** Words that stand for one of two or three ways, each with another of them. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  'first-12-months': 'from-month-13',
  'from-month-13': 'first-12-months',
  counts: 'dropped',
  dropped: 'counts',
  counted: 'not-counted',
  'not-counted': 'counted',
  'leaving.date': 'leaving.decided',
  'leaving.decided': 'leaving.date',
  'half-up': 'down',
  warning: 'info',
  info: 'warning',
  coefficient: 'dong',
  percent: 'dong',
};

function steps(by: number, make: (step: number) => unknown): Changed[] {
  return [-by, by].map((step) => ({ what: step > 0 ? `+${step}` : String(step), value: make(step) }));
}

/** A decimal text moved by a number of hundredths. */
function decimal(text: string, hundredths: number): string {
  const moved = Math.round(Number(text) * 100) + hundredths;
  return String(moved / 100);
}

/** How far a number at a place is moved: quantities in years go in halves, sums in đồng, rates in tenths. */
function unitAt(path: readonly string[]): number {
  const last = path.at(-1) ?? '';
  if (last === 'rate' || last === 'years') return 0.1;
  if (path.includes('serviceYears') || path.includes('yearsEarly')) return 0.5;
  return 1;
}

/** Every change of one value: numbers and dates up and down, flags and paired words to the other. */
export function changesOf(value: unknown, path: readonly string[]): Changed[] {
  if (typeof value === 'boolean') return [{ what: `is ${String(!value)}`, value: !value }];
  if (typeof value === 'number') {
    const unit = unitAt(path);
    if (unit === 0.5) return steps(unit, (step) => String(value + step));
    return steps(1, (step) => value + step);
  }
  if (typeof value !== 'string') return [];
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return steps(1, (step) => shiftDays(value, step));
  if (/^\d{4}-\d{2}$/.test(value)) return steps(1, (step) => monthText(monthOf(value) + step));
  if (/^\d{2}-\d{2}$/.test(value)) return steps(1, (step) => age(value, step));
  if (/^\d+(\.\d+)?$/.test(value)) return steps(unitAt(path), (step) => decimal(value, step * 100));
  const other = OTHER_WORDS[value];
  return other === undefined ? [] : [{ what: `is ${other}`, value: other }];
}

/** An age `YY-MM` moved by months. */
function age(text: string, step: number): string {
  const [years = 0, months = 0] = text.split('-').map(Number);
  const moved = years * 12 + months + step;
  return `${String(Math.floor(moved / 12)).padStart(2, '0')}-${String(moved % 12).padStart(2, '0')}`;
}
