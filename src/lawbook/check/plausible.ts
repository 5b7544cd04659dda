import { scaled } from '../../base/decimal.ts';
import { admits } from '../../law/facts.ts';
import type { PlausibleProvision } from '../../law/provision.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import { QUANTITY_PLACES } from '../../law/vocabulary.ts';
import type { Defects } from './defect.ts';
import { place } from './routes.ts';

/** The conditions by which bounds of plausible input may differ: whom they are for. */
const WHOM: ReadonlySet<string> = new Set(['group', 'payTable', 'regime']);

/** Proves that no two bounds of plausible input hold for one value, and that each bound leaves some value. */
export function checkPlausible(law: LawVersion, defects: Defects): void {
  const version = law.date;
  const seen = new Map<string, Rule>();
  for (const rule of law.rules('plausible')) {
    const { of, doubt, least, most } = rule.provision;
    if (typeof least === 'string' && typeof most === 'string' && number(least) > number(most)) {
      const bound = `least ${least}, most ${most}`;
      defects.add('empty-interval', place(rule), { id: rule.id, fact: of, bound }, { version });
    }
    if (doubt || Object.keys(rule.provision.when ?? {}).some((fact) => !WHOM.has(fact))) continue;
    for (const group of groupsOf(law, rule)) {
      const what = `${of} (${group})`;
      const other = seen.get(what);
      if (other) {
        const params = { id: rule.id, other: other.id, what: `plausible ${what}` };
        defects.add('twice-declared', place(rule), params, { version, other: other.id });
      } else seen.set(what, rule);
    }
  }
}

function number(text: string): number {
  return scaled(text, QUANTITY_PLACES) ?? 0;
}

/** The groups of a version that a bound is for. */
function groupsOf(law: LawVersion, { provision: { when } }: Rule<PlausibleProvision>): string[] {
  return law.rules('group').flatMap(({ provision: { group, payTable, regime } }) => {
    const concerns = admits(when?.group, group) && admits(when?.payTable, payTable) && admits(when?.regime, regime);
    return concerns ? [group] : [];
  });
}
