import type { RankedFinding, RiskWeights } from './risk.ts';
import type { Sample } from './sample.ts';
import type { Statistics } from './statistics.ts';

/** The work on the findings of an audit: what weighs most, who is to be looked at, and the statistics. */
export interface AuditWork {
  readonly weights: RiskWeights;
  readonly risks: readonly RankedFinding[];
  readonly statistics: Statistics;
  readonly sample?: Sample;
}
