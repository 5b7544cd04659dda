import type { ComponentRateProvision } from '../../law/provision.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import { RATED, type RatedComponent } from '../../law/vocabulary.ts';
import type { Defects } from './defect.ts';
import { place } from './routes.ts';
import { coveredGroups } from './salary.ts';

/** Proves that every percentage that the law sets for a component is one that an audit reads. */
export function checkRates(law: LawVersion, defects: Defects): void {
  const version = law.date;
  const seen = new Map<string, string>();
  for (const rule of law.rules('component-rate')) {
    const { component, payTable } = rule.provision;
    for (const leaf of unread(rule)) {
      const read = Object.keys(RATED).join(', ');
      defects.add('rate-not-read', place(rule), { id: rule.id, leaf, component, read }, { version });
    }
    if (!payTable.some((table) => paidBy(law, component).has(table))) {
      defects.add('unreachable', place(rule), { id: rule.id }, { version });
    }
    for (const table of payTable) {
      const what = `component-rate ${component} (${table})`;
      const other = seen.get(what);
      if (other !== undefined) {
        defects.add('twice-declared', place(rule), { id: rule.id, other, what }, { version, other });
      } else seen.set(what, rule.id);
    }
  }
}

/** The leaves of a rate that nothing reads. */
function unread({ provision }: Rule<ComponentRateProvision>): string[] {
  const { component, percent, yearly, fromYears } = provision;
  if (!isRated(component)) return ['component'];
  const stated = Object.entries({ percent, yearly, fromYears }).filter(([, value]) => value !== undefined);
  const useless = new Set<string>([
    ...(yearly === undefined ? ['fromYears'] : ['percent']),
    ...stated.map(([leaf]) => leaf).filter((leaf) => !(RATED[component] as readonly string[]).includes(leaf)),
  ]);
  return stated.map(([leaf]) => leaf).filter((leaf) => useless.has(leaf));
}

function isRated(component: string): component is RatedComponent {
  return Object.hasOwn(RATED, component);
}

/** The pay tables of the groups that an audit works a component out for: seniority for those with an age limit only. */
function paidBy(law: LawVersion, component: string): ReadonlySet<string> {
  const groups = coveredGroups(law).filter(
    ({ provision }) => component !== 'profession' || provision.schedules[0] === 'limit',
  );
  return new Set(groups.map(({ provision }) => provision.payTable));
}
