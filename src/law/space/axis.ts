import { caseKey } from '../../case/keys.ts';
import type { FactName } from '../vocabulary.ts';

/**
 * The independent coordinates of a case, as far as conditions can see it. Facts that follow from others (regime,
 * years early, service years ...) are no axes of their own: the engine's rules compute them.
 */
export const AXES = [
  'group',
  'impact',
  'schedule',
  'sex',
  'blocked',
  'voluntary',
  'salaryForm',
  'pensioner',
  'pension',
  'hazardous',
  'monthsEarly',
  'monthsPast',
  'age',
  'window',
  'countable',
  'publicSector',
  'work',
  'training',
  'term',
  'insurance',
  'leavingDay',
  'leavingDate',
  'decided',
  'reorganisation',
  'settledUnder',
  'settledDate',
] as const;

/** The name of an axis. */
export type AxisName = (typeof AXES)[number];

/** The axis that decides a fact; `route` is fixed by the question asked. */
export const AXIS_OF: { readonly [N in FactName]: AxisName | undefined } = {
  route: undefined,
  group: 'group',
  regime: 'group',
  payTable: 'group',
  impact: 'impact',
  schedule: 'schedule',
  window: 'window',
  sex: 'sex',
  blocked: 'blocked',
  salaryForm: 'salaryForm',
  voluntary: 'voluntary',
  settledUnder: 'settledUnder',
  pensioner: 'pensioner',
  pensionEligible: 'pension',
  monthsEarly: 'monthsEarly',
  monthsPast: 'monthsPast',
  ageMonths: 'age',
  serviceMonths: 'countable',
  workMonths: 'work',
  workYears: 'work',
  trainingMonths: 'training',
  termMonths: 'term',
  yearsEarly: 'monthsEarly',
  severanceMonths: 'publicSector',
  insuranceMonths: 'insurance',
  hazardousMonths: 'hazardous',
  leavingDay: 'leavingDay',
  monthsAfterReorganisation: 'reorganisation',
  serviceYears: 'countable',
  leavingDate: 'leavingDate',
  decidedDate: 'decided',
  settledDate: 'settledDate',
};

/** The axis on which the presence of an optional key of the case shows. */
export const AXIS_OF_KEY: Readonly<Record<string, AxisName>> = {
  'leaving.reorganisation': 'reorganisation',
  'leaving.decided': 'decided',
  'insurance.hazardous': 'hazardous',
  'salary.contract': 'salaryForm',
  'settled.scheme': 'settledUnder',
  'settled.date': 'settledDate',
};

/** A part of an axis that no condition under consideration divides. */
export interface Part {
  /** What stands for the part: a word, a flag, the least whole number; undefined when the case does not give it. */
  readonly value: string | number | boolean | undefined;
  /** The words that no condition tells apart from it. */
  readonly words?: readonly string[];
  /** The whole numbers of the part, both included; `most` may be infinite. */
  readonly least?: number;
  readonly most?: number;
}

/** An axis cut into its parts, in order. */
export interface Axis {
  readonly name: AxisName;
  readonly parts: readonly Part[];
}

/** A cell: one part of each axis that matters. */
export type Cell = { readonly [N in AxisName]?: Part };

/** The least and the most whole number that can stand on an axis. */
export const DOMAIN: { readonly [N in AxisName]?: readonly [least: number, most: number] } = {
  monthsEarly: [0, Infinity],
  monthsPast: [0, Infinity],
  age: [0, Infinity],
  work: [0, Infinity],
  training: [0, Infinity],
  term: [0, Infinity],
  settledDate: [19000101, 99991231],
  countable: [0, Infinity],
  publicSector: [0, Infinity],
  insurance: [0, Infinity],
  hazardous: [0, Infinity],
  leavingDay: [1, 31],
  leavingDate: [19000101, 99991231],
  decided: [19000101, 99991231],
  reorganisation: [-1, Infinity],
};

/** Axes whose value a case may leave out. */
export const OPTIONAL: ReadonlySet<AxisName> = new Set<AxisName>([
  'hazardous',
  'decided',
  'reorganisation',
  'settledUnder',
  'settledDate',
]);

/** The words of an axis that do not depend on the law. */
export function caseWords(name: AxisName): readonly string[] {
  if (name === 'salaryForm') return ['components', 'contract', 'monthly', 'allowance'];
  const key = { impact: 'leaving.impact', schedule: 'age.schedule', sex: 'person.sex', blocked: 'leaving.blocked' }[
    name as 'impact'
  ] as string | undefined;
  return key === undefined ? [] : (caseKey(key)?.words ?? []);
}
