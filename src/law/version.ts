import { unchanging } from '../base/canonical-json.ts';
import { contentHash, sha256Hex, type Sha256 } from '../base/hash.ts';
import type { Scheme } from './act.ts';
import type { Consolidated } from './consolidate.ts';
import type { BenefitProvision, ProvisionKind, ProvisionOf } from './provision.ts';
import type { YearQuantity } from './vocabulary.ts';
import { numbering } from './narrowing.ts';
import { compileRule, compileTerm, type CompiledTerm, type Rule } from './rule.ts';

export type { Cite, CompiledTerm, Rule } from './rule.ts';

/** The law of a scheme in one version: what is in force from `date` until the next version begins. */
export interface LawVersion {
  readonly scheme: string;
  readonly date: string;
  /** SHA-256 of the canonical JSON of all that is in force. */
  readonly hash: string;
  /** The acts that state or changed something in force, in the order of the scheme. */
  readonly acts: readonly string[];
  readonly provisions: ReadonlyMap<string, Consolidated>;
  readonly routes: Scheme['routes'];
  /** The rules of one kind. */
  rules<K extends ProvisionKind>(kind: K): readonly Rule<ProvisionOf<K>>[];
  /** The benefit rows of one benefit. */
  rows(benefit: string): readonly Rule<ProvisionOf<'benefit'>>[];
  /** The compiled terms of a benefit row. */
  terms(row: Rule<BenefitProvision>): readonly CompiledTerm[];
  /** The benefits of a route, in the order of a result. */
  benefits(route: string): readonly string[];
  /** The declared empty places of a benefit. */
  empties(benefit: string): readonly Rule<ProvisionOf<'empty'>>[];
  /** The requirements of a route. */
  requirements(route: string): readonly Rule<ProvisionOf<'requirement'>>[];
  /** The rules of each class. */
  readonly classes: ReadonlyMap<string, readonly Rule<ProvisionOf<'class'>>[]>;
  /** The rule of a group. */
  group(name: string): Rule<ProvisionOf<'group'>> | undefined;
  /** Whether some subject row names the group, or all groups. */
  coversGroup(name: string): boolean;
  /** How odd months are rounded in a quantity of years. */
  readonly oddMonths: Readonly<Record<YearQuantity, readonly Rule<ProvisionOf<'odd-months'>>[]>>;
  /** Where money is rounded. */
  readonly roundings: Readonly<Record<'component' | 'line', readonly Rule<ProvisionOf<'rounding'>>[]>>;
  /** The rule of a salary component. */
  component(name: string): Rule<ProvisionOf<'component'>> | undefined;
  /** Whether anything in force is unverified (certainty U). */
  readonly hasUnverified: boolean;
  /** The open question of that name. */
  interpretation(id: string): Rule<ProvisionOf<'interpretation'>> | undefined;
}

type RulesOf = LawVersion['rules'];

/** One list for all that there is none of, so that lists can be told apart by identity. */
const NONE: readonly never[] = [];

/** Makes a version from what is in force. */
export function lawVersion(
  scheme: Scheme,
  order: readonly string[],
  date: string,
  provisions: ReadonlyMap<string, Consolidated>,
  sha: Sha256 = sha256Hex,
): LawVersion {
  const groupBy = grouping();
  const byKind = groupBy([...provisions.values()].map(compileRule), (rule) => rule.provision.kind);
  const rules: RulesOf = <K extends ProvisionKind>(kind: K) =>
    (byKind.get(kind) ?? NONE) as unknown as readonly Rule<ProvisionOf<K>>[];
  let hash: string | undefined;
  return {
    scheme: scheme.scheme,
    date,
    get hash() {
      return (hash ??= contentHash(
        { scheme: scheme.scheme, routes: scheme.routes, date, provisions: [...provisions.values()] },
        sha,
      ));
    },
    acts: unchanging(actsOf(order, provisions)),
    provisions,
    routes: scheme.routes,
    rules,
    hasUnverified: [...provisions.values()].some(({ provision }) => provision.certainty === 'U'),
    ...benefitTables(rules, groupBy),
    ...nameTables(rules),
    ...roundingTables(rules, groupBy),
  };
}

/** The benefit tables: rows, terms and empty places by benefit; benefits and requirements by route; classes. */
function benefitTables(
  rules: RulesOf,
  groupBy: GroupBy,
): Pick<LawVersion, 'rows' | 'terms' | 'benefits' | 'empties' | 'requirements' | 'classes'> {
  const rows = groupBy(rules('benefit'), (row) => row.provision.benefit);
  const terms = new Map(rules('benefit').map((row) => [row.id, row.provision.terms.map(compileTerm)]));
  const ordered = [...rules('benefit-title')].sort((a, b) => a.provision.order - b.provision.order);
  const titles = groupBy(ordered, (title) => title.provision.route);
  const benefits = new Map([...titles].map(([route, list]) => [route, list.map((title) => title.provision.benefit)]));
  const empties = groupBy(rules('empty'), (rule) => rule.provision.benefits);
  const requirements = groupBy(rules('requirement'), (rule) => rule.provision.route);
  return {
    rows: (benefit) => rows.get(benefit) ?? NONE,
    terms: (row) => terms.get(row.id) ?? NONE,
    benefits: (route) => benefits.get(route) ?? NONE,
    empties: (benefit) => empties.get(benefit) ?? NONE,
    requirements: (route) => requirements.get(route) ?? NONE,
    classes: groupBy(rules('class'), (rule) => rule.provision.class),
  };
}

/** What is found by its name: groups, components, open questions. */
function nameTables(rules: RulesOf): Pick<LawVersion, 'group' | 'coversGroup' | 'component' | 'interpretation'> {
  const groups = new Map(rules('group').map((rule) => [rule.provision.group, rule]));
  const subjects = new Set(rules('subject').flatMap((rule) => rule.provision.when.group ?? []));
  const anyGroup = rules('subject').some((rule) => rule.provision.when.group === undefined);
  const components = new Map(rules('component').map((rule) => [rule.provision.component, rule]));
  const questions = new Map(rules('interpretation').map((rule) => [rule.provision.interpretation, rule]));
  return {
    group: (name) => groups.get(name),
    coversGroup: (name) => anyGroup || subjects.has(name),
    component: (name) => components.get(name),
    interpretation: (id) => questions.get(id),
  };
}

/** How years and money are rounded. */
function roundingTables(rules: RulesOf, groupBy: GroupBy): Pick<LawVersion, 'oddMonths' | 'roundings'> {
  const years = groupBy(rules('odd-months'), (rule) => rule.provision.quantity);
  const money = groupBy(rules('rounding'), (rule) => rule.provision.of);
  return {
    oddMonths: {
      serviceYears: years.get('serviceYears') ?? [],
      yearsEarly: years.get('yearsEarly') ?? [],
      workYears: years.get('workYears') ?? [],
    },
    roundings: { component: money.get('component') ?? [], line: money.get('line') ?? [] },
  };
}

type GroupBy = ReturnType<typeof grouping>;

/** Groups the rules of one version, each under its key or keys, into lists that have numbers. */
function grouping() {
  const numbered = numbering();
  return <R extends Rule, K extends string>(
    rules: readonly R[],
    keysOf: (rule: R) => K | readonly K[],
  ): Map<K, R[]> => {
    const groups = new Map<K, R[]>();
    for (const rule of rules) {
      for (const key of [keysOf(rule)].flat() as K[]) {
        const group = groups.get(key);
        if (group) group.push(rule);
        else groups.set(key, numbered([rule]));
      }
    }
    return groups;
  };
}

function actsOf(order: readonly string[], provisions: ReadonlyMap<string, Consolidated>): string[] {
  const seen = new Set<string>();
  for (const { act, changes } of provisions.values()) {
    seen.add(act);
    for (const change of changes) seen.add(change.act);
  }
  return order.filter((act) => seen.has(act));
}
