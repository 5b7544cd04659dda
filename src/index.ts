/**
 * nd178: what a person is paid who leaves early under Decree 178/2024/NĐ-CP and its amendments.
 * This entry is the pure core: no file system, clock, environment or console; it runs in a browser as it is.
 */
export { calculate, DEFAULT_SCHEME, type CalculateOptions } from './engine/calculate.ts';
export { AUTO, schemesFor } from './engine/schemes.ts';
export { parseCase, type ParseOptions } from './engine/parse-case.ts';
export type { Case, Duration, Salary, SalaryComponents } from './case/case.ts';
export { CASE_KEYS, type CaseKey, type KeyType } from './case/keys.ts';
export { builtinLaw } from './law/builtin.ts';
export { loadLaw, type LoadedLaw, type LoadOptions } from './law/load.ts';
export type { RulePlace, RuleSource } from './law/source.ts';
export type { Law, VersionSpan } from './law/law.ts';
export type { Cite, LawVersion } from './law/version.ts';
export type {
  Finding,
  Result,
  ResultBenefit,
  ResultCandidate,
  ResultInterpretation,
  ResultMeasures,
  ResultSalaryLine,
  ResultOptions,
} from './engine/result.ts';
export { recordOf, type Receipt, type ResultRecord } from './engine/receipt.ts';
export { ENGINE_VERSION } from './engine/engine-version.ts';
export { bad, good, type Checked, type Issue } from './base/checked.ts';
export type { Lang, Words } from './base/text.ts';
