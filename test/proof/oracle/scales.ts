import type { OracleSalary } from './types.ts';

/** A pay scale of Decree 204/2004 table 2; coefficients in hundredths. */
interface Scale {
  first: number;
  step: number;
  steps: number;
  /** Months on the last step before the over-frame seniority begins. */
  waits: number;
}

const scale = (first: number, step: number, steps: number, waits: number): Scale => ({ first, step, steps, waits });

const SCALES: ReadonlyMap<string, Scale> = new Map([
  ['A3.1', scale(620, 36, 6, 36)],
  ['A3.2', scale(575, 36, 6, 36)],
  ['A2.1', scale(440, 34, 8, 36)],
  ['A2.2', scale(400, 34, 8, 36)],
  ['A1', scale(234, 33, 9, 36)],
  ['A0', scale(210, 31, 10, 36)],
  ['B', scale(186, 20, 12, 24)],
  ['C1', scale(165, 18, 12, 24)],
  ['C2', scale(150, 18, 12, 24)],
  ['C3', scale(135, 18, 12, 24)],
]);

/** The names of the scales with their number of steps. */
export const SCALE_STEPS: readonly (readonly [string, number])[] = [...SCALES].map(([name, { steps }]) => [
  name,
  steps,
]);

/** Scale and step stand together, in place of the coefficient; months on the step in place of the over-frame. */
export function scaleError({
  scale: name,
  step,
  stepMonths,
  coefficient,
  overFrame,
}: OracleSalary): string | undefined {
  if (name === undefined) return step === undefined && stepMonths === undefined ? undefined : 'scale-missing';
  const found = SCALES.get(name);
  if (!found) return 'scale-unknown';
  if (step === undefined || !Number.isInteger(step) || step < 1 || step > found.steps) return 'step';
  if (stepMonths !== undefined && (!Number.isInteger(stepMonths) || stepMonths < 0)) return 'step-months';
  if (stepMonths !== undefined && step < found.steps) return 'not-the-last-step';
  if (coefficient !== undefined) return 'coefficient-and-scale';
  return stepMonths !== undefined && overFrame !== undefined ? 'over-frame-and-step-months' : undefined;
}

/** 5 % once the wait on the last step is over, 1 % more for each full year after it. */
function overFrame({ waits }: Scale, months: number): number {
  return months < waits ? 0 : 5 + Math.floor((months - waits) / 12);
}

/** The salary with the coefficient and the over-frame seniority written out. Expects sound input. */
export function withoutScale({ scale: name, step, stepMonths, ...rest }: OracleSalary): OracleSalary {
  const found = name === undefined ? undefined : SCALES.get(name);
  if (!found || step === undefined) return rest;
  const hundredths = found.first + (step - 1) * found.step;
  const coefficient = `${String(Math.floor(hundredths / 100))}.${String(hundredths % 100).padStart(2, '0')}`;
  if (stepMonths === undefined) return { ...rest, coefficient };
  return { ...rest, coefficient, overFrame: `${String(overFrame(found, stepMonths))}%` };
}
