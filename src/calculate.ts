/**
 * nd178/calculate: the calculation without the loader of rule files, which brings a reader of YAML; all else is as in `nd178`.
 * It starts faster, and a bundler that does not drop what is unused has less to take.
 */
export { calculate, DEFAULT_SCHEME, type CalculateOptions } from './engine/calculate.ts';
export { AUTO, schemesFor } from './engine/schemes.ts';
export { parseCase, type ParseOptions } from './engine/parse-case.ts';
export { readJsonText } from './case/read-json.ts';
export type { Case, Duration, RouteChoice, Salary, SalaryComponents } from './case/case.ts';
export type {
  AgeInput,
  AgeSettingInput,
  BirthInput,
  CaseInput,
  CountInput,
  DayInput,
  DecimalInput,
  DongInput,
  DurationInput,
  FlagInput,
  InsuranceInput,
  LabelInput,
  LeavingInput,
  PercentInput,
  PersonInput,
  SalaryInput,
  TextInput,
  Unread,
  WordInput,
} from './case/input.ts';
export {
  BLOCKS,
  GROUNDS,
  IMPACTS,
  PAID_LIKE,
  PROGRAMMES,
  SCHEDULES,
  SEXES,
  type Block,
  type Ground,
  type Impact,
  type PaidLike,
  type Programme,
  type Schedule,
  type Sex,
} from './case/enumerations.ts';
export {
  ACTS,
  BENEFITS,
  GROUPS,
  QUESTIONS,
  ROUTES,
  SCHEMES,
  WINDOWS,
  type ActId,
  type BenefitId,
  type Group,
  type LawFindingCode,
  type Question,
  type Route,
  type SchemeId,
  type WindowName,
} from '../rules/names.generated.ts';
export { FINDING_CODES, ISSUE_CODES, OUTCOMES, SEVERITIES, type FindingCode } from './engine/codes.ts';
export type { IssueCode } from './messages/issues.ts';
export type { EngineFindingCode } from './messages/findings.ts';
export type { CaseIssue } from './messages/issue.ts';
export type { Outcome } from './engine/derivation.ts';
export { CASE_KEYS, type CaseKey, type KeyType } from './case/keys.ts';
export { builtinLaw } from './law/builtin.ts';
export type { Act, Scheme } from './law/act.ts';
export type { Law, VersionSpan } from './law/law.ts';
export type { Cite, LawVersion, Rule } from './law/version.ts';
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
export type { Lang, OneOf, Words } from './base/text.ts';
