import { LAW_FINDINGS, type LawFindingCode } from '../../rules/names.generated.ts';
import { FINDINGS, type EngineFindingCode } from '../messages/findings.ts';
import { ISSUES, type IssueCode } from '../messages/issues.ts';
import type { Outcome } from './derivation.ts';

/** The stable code of a finding in a result: one of the engine, or one that the law tells. */
export type FindingCode = EngineFindingCode | LawFindingCode;

/** Every code of an issue with a case. */
export const ISSUE_CODES: readonly IssueCode[] = /* @__PURE__ */ issueCodes();

/** Every code of a finding in a result. */
export const FINDING_CODES: readonly FindingCode[] = /* @__PURE__ */ findingCodes();

function issueCodes(): readonly IssueCode[] {
  return Object.freeze((Object.keys(ISSUES) as IssueCode[]).sort());
}

function findingCodes(): readonly FindingCode[] {
  const ofEngine = Object.keys(FINDINGS) as EngineFindingCode[];
  return Object.freeze([...new Set([...ofEngine, ...LAW_FINDINGS])].sort());
}

/** What a case may come to: `paid`; `nothing`: the law gives nothing; `refused`: it cannot be computed. */
export const OUTCOMES: readonly ['paid', 'nothing', 'refused'] & readonly Outcome[] = Object.freeze([
  'paid',
  'nothing',
  'refused',
] as const);

/** How much a finding weighs. */
export const SEVERITIES: readonly ['info', 'warning', 'error'] = Object.freeze(['info', 'warning', 'error'] as const);
