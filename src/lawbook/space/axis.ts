import { caseKey } from '../../case/keys.ts';
import { QUANTITY, QUANTITY_NAMES } from '../../engine/measure/quantities.ts';
import type { AxisName, FactName, GivenKey, QuantityName } from '../../law/vocabulary.ts';

export { AXES, type AxisName } from '../../law/vocabulary.ts';

/** The axis that decides a fact; `route` is fixed by the question asked. */
export const AXIS_OF: { readonly [N in FactName]: AxisName | undefined } = {
  ...axesOfQuantities(),
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
  ageMonths: 'age',
  serviceMonths: 'countable',
  insuranceMonths: 'insurance',
  hazardousMonths: 'hazardous',
  leavingDay: 'leavingDay',
  monthsAfterReorganisation: 'reorganisation',
  leavingDate: 'leavingDate',
  decidedDate: 'decided',
  filedDate: 'filed',
  settlingDate: 'settling',
  startedDate: 'started',
  pensionSince: 'pensionSince',
  otherPostsMonths: 'otherPosts',
  unemploymentMonths: 'unemployment',
  ground: 'ground',
  programme: 'programme',
  settledDate: 'settledDate',
};

function axesOfQuantities(): { readonly [N in QuantityName]: AxisName } {
  const axes = QUANTITY_NAMES.map((name) => [name, QUANTITY[name].axis]);
  return Object.fromEntries(axes) as { readonly [N in QuantityName]: AxisName };
}

/** The axis on which the presence of an optional key of the case shows. */
export const AXIS_OF_KEY: { readonly [K in GivenKey]: AxisName } = {
  'leaving.reorganisation': 'reorganisation',
  'leaving.decided': 'decided',
  'leaving.ground': 'ground',
  'leaving.programme': 'programme',
  'leaving.filed': 'filed',
  'person.pensionSince': 'pensionSince',
  'insurance.otherPosts': 'otherPosts',
  'insurance.unemployment': 'unemployment',
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
  filed: [19000101, 99991231],
  settling: [19000101, 99991231],
  started: [19000101, 99991231],
  pensionSince: [19000101, 99991231],
  otherPosts: [0, Infinity],
  unemployment: [0, Infinity],
  reorganisation: [-1, Infinity],
};

/** Axes whose value a case may leave out. */
export const OPTIONAL: ReadonlySet<AxisName> = new Set<AxisName>([
  'hazardous',
  'decided',
  'filed',
  'pensionSince',
  'otherPosts',
  'unemployment',
  'ground',
  'programme',
  'reorganisation',
  'settledUnder',
  'settledDate',
]);

/** The words of an axis that do not depend on the law. */
export function caseWords(name: AxisName): readonly string[] {
  if (name === 'salaryForm') return ['components', 'contract', 'monthly', 'allowance'];
  const keys: { readonly [N in AxisName]?: string } = {
    impact: 'leaving.impact',
    schedule: 'age.schedule',
    sex: 'person.sex',
    blocked: 'leaving.blocked',
    ground: 'leaving.ground',
    programme: 'leaving.programme',
  };
  const key = keys[name];
  return key === undefined ? [] : (caseKey(key)?.words ?? []);
}
