/**
 * nd178/catalogue: what a form, a screen or a report needs beside the amounts: every word with its Vietnamese and English
 * title, results under their names, versions and what they changed, what a case still needs. Pure, as the core is.
 */
export {
  ENUMERATIONS,
  labelOf,
  labelsOf,
  type Enumeration,
  type Label,
  type LabelledWords,
} from './catalogue/labels.ts';
export {
  labelled,
  type LabelledBenefit,
  type LabelledResult,
  type LabelledValue,
  type LabelOptions,
} from './catalogue/labelled.ts';
export { missingFields, type MissingField } from './catalogue/missing.ts';
export { changedSince, versionsOf, type CatalogueVersion, type NamedAct } from './catalogue/versions.ts';
export type { Basis } from './explanation/context.ts';
export type { By, LeafDifference, ProvisionDifference } from './lawbook/diff/provisions.ts';
