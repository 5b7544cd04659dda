/**
 * nd178/explain: how a result came about, one case under several versions, routes or dates, and the retirement age; each as
 * data and as a text. Pure, as the core is.
 */
export { explainCase as explain, explanationPaper, type ExplanationPaperOptions } from './explanation/of-case.ts';
export type { Explanation } from './explanation/explanation.ts';
export type { Section, SectionName, Step } from './explanation/steps.ts';
export type { Basis } from './explanation/context.ts';
export {
  compare,
  type Change,
  type CompareOptions,
  type Comparison,
  type ComparisonRow,
  type Planned,
  type SalaryUntilPension,
  type Variant,
} from './engine/compare.ts';
export {
  dateVariants,
  MOST_VARIANTS,
  readingVariants,
  routeVariants,
  schemeVariants,
  versionVariants,
} from './engine/variants.ts';
export { comparisonDocument as comparisonPaper } from './explanation/comparison-document.ts';
export { retirementAge, type RetirementOptions, type RetirementPerson } from './explanation/retirement-age.ts';
export {
  retirementDocument as retirementPaper,
  type RetirementRow,
  type RetirementTable,
} from './explanation/retirement.ts';
export { documentText, TEXT_FORMATS, type TextFormat } from './explanation/layout/document-text.ts';
export type { Block, Document } from './explanation/document.ts';
