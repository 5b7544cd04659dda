import { consolidate } from './consolidate.ts';
import type { Law } from './law.ts';
import type { Provision } from './provision.ts';
import type { InnerFault, RuleIssue } from './rule-issue.ts';
import { provisionFaults } from './schema-faults.ts';

/**
 * What is wrong with the consolidation of a scheme at any of its versions: amendments that cannot be made, and
 * provisions that are no longer valid once amended. A law with such faults must not be calculated with.
 */
export function consolidationFaults(law: Law, scheme: string): RuleIssue[] {
  const checked = new Map<string, readonly InnerFault[]>();
  const check = (provision: Provision): readonly InnerFault[] => {
    const text = JSON.stringify(provision);
    let faults = checked.get(text);
    if (!faults) checked.set(text, (faults = provisionFaults(provision)));
    return faults;
  };
  const acts = law.actsOf(scheme);
  return distinct(law.versions(scheme).flatMap(({ date }) => consolidate(acts, date, check).issues));
}

function distinct(issues: readonly RuleIssue[]): RuleIssue[] {
  return [...new Map(issues.map((one) => [one.code + one.message.en, one])).values()];
}
