import { correspondingDay, shiftDays } from '../oracle/calendar.ts';
import type { OracleCase } from '../oracle/types.ts';
import type { Wanted } from '../../support/person.ts';

/** Changes a finished case. */
export type Put = (wanted: Wanted, one: OracleCase) => OracleCase;

/** How a fact is given the value wanted, in an otherwise finished case. */
export type Axis = (value: number) => { readonly wanted?: Partial<Wanted>; readonly put?: Put };

/** How each fact that is counted, or in years, gets its value. */
export const COUNTS: Readonly<Record<string, Axis>> = {
  monthsEarly: (value) => ({ wanted: { monthsEarly: value } }),
  yearsEarly: (value) => ({ wanted: { monthsEarly: value * 12 } }),
  serviceYears: (value) => ({ wanted: { insurance: 360, countable: value * 12 } }),
  severanceMonths: (value) => ({ wanted: { publicSector: value } }),
  insuranceMonths: (value) => ({ wanted: { insurance: value } }),
  hazardousMonths: (value) => ({ wanted: { hazardous: value } }),
  leavingDay: (value) => ({
    put: (_, one) => leavingOn(one, `${one.leaving.date.slice(0, 8)}${String(value).padStart(2, '0')}`),
  }),
  monthsAfterReorganisation: (value) => ({
    put: ({ date }, one) => ({
      ...one,
      leaving: { ...one.leaving, reorganisation: value < 0 ? shiftDays(date, 1) : correspondingDay(date, -value) },
    }),
  }),
};

/** How each fact that is a day gets its value. */
export const DAYS: Readonly<Record<string, (day: string) => Put>> = {
  leavingDate: (day) => (_, one) => leavingOn(one, day),
  decidedDate: (day) => (_, one) => ({ ...one, leaving: { ...one.leaving, decided: day } }),
};

/** The case with another leaving day. */
export function leavingOn(one: OracleCase, date: string): OracleCase {
  return { ...one, leaving: { ...one.leaving, date } };
}

/** The step of a fact: half a year for years, else one. */
export function unit(fact: string): number {
  return fact === 'yearsEarly' || fact === 'serviceYears' ? 0.5 : 1;
}
