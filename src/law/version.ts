import type { Words } from '../base/text.ts';
import { contentHash, sha256Hex, type Sha256 } from '../base/hash.ts';
import { derivedOnce, type Derived } from '../base/memo.ts';
import type { Scheme } from './act.ts';
import { admits } from './facts.ts';
import type { Consolidated } from './consolidate.ts';
import type { BenefitProvision, Provision, ProvisionKind, ProvisionOf } from './provision.ts';
import { YEAR_QUANTITIES, type YearQuantity } from './vocabulary.ts';
import { compileRule, compileTerm, type CompiledTerm, type Rule } from './rule.ts';

export type { Cite, CompiledTerm, Rule } from './rule.ts';

/** The law of a scheme in one version: what is in force from `date` until the next version begins. */
export interface LawVersion {
  readonly scheme: string;
  /** The name of the scheme (tên chế độ). */
  readonly title: Words;
  readonly date: string;
  /** SHA-256 of the canonical JSON of all that is in force; where it was read is no law and stays out. */
  readonly hash: string;
  /** The day to which the law was looked at: later acts are not considered; undefined where it is not told. */
  readonly reach: string | undefined;
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
  /** The rule of a group; of those of it who are paid like others (cơ yếu hưởng lương như quân nhân), where it has one. */
  group(name: string, paidLike?: string): Rule<ProvisionOf<'group'>> | undefined;
  /** Whether some subject row names the group, or all groups. */
  coversGroup(name: string): boolean;
  /** How odd months are rounded in a quantity of years. */
  readonly oddMonths: Readonly<Record<YearQuantity, readonly Rule<ProvisionOf<'odd-months'>>[]>>;
  /** Where money is rounded. */
  readonly roundings: Readonly<Record<'component' | 'line', readonly Rule<ProvisionOf<'rounding'>>[]>>;
  /** The rules of a salary component: one, or one for each reading of an open question under which it counts. */
  components(name: string): readonly Rule<ProvisionOf<'component'>>[];
  /** What is in force and nobody has seen (certainty U). */
  readonly unverified: readonly Provision[];
  /** The open question of that name. */
  interpretation(id: string): Rule<ProvisionOf<'interpretation'>> | undefined;
  /** What the engine makes of the version once for all cases, under the function that makes it. */
  readonly derived: Derived<LawVersion>;
}

type RulesOf = LawVersion['rules'];

const NONE: readonly never[] = [];

/** Makes a version from what is in force. */
export function lawVersion(
  scheme: Scheme,
  order: readonly string[],
  date: string,
  provisions: ReadonlyMap<string, Consolidated>,
  { sha = sha256Hex, reach }: { readonly sha?: Sha256; readonly reach?: string | undefined } = {},
): LawVersion {
  const byKind = groupBy([...provisions.values()].map(compileRule), (rule) => rule.provision.kind);
  const rules: RulesOf = <K extends ProvisionKind>(kind: K) =>
    (byKind.get(kind) ?? NONE) as unknown as readonly Rule<ProvisionOf<K>>[];
  let hash: string | undefined;
  const version: LawVersion = {
    scheme: scheme.scheme,
    title: scheme.title,
    date,
    get hash() {
      return (hash ??= contentHash(
        {
          scheme: scheme.scheme,
          routes: scheme.routes,
          date,
          provisions: [...provisions.values()].map(withoutSources),
        },
        sha,
      ));
    },
    reach,
    acts: Object.freeze(actsOf(order, provisions)),
    provisions,
    routes: scheme.routes,
    rules,
    unverified: [...provisions.values()].flatMap(({ provision }) => (provision.certainty === 'U' ? [provision] : [])),
    ...benefitTables(rules),
    ...componentTable(rules),
    ...nameTables(rules),
    ...roundingTables(rules),
    derived: derivedOnce(() => version),
  };
  return version;
}

/** A provision without the names of its sources, so that a new source changes no hash. */
function withoutSources(one: Consolidated): Consolidated {
  const { sources, ...provision } = one.provision;
  return sources === undefined ? one : { ...one, provision };
}

/** The benefit tables: rows, terms and empty places by benefit; benefits and requirements by route; classes. */
function benefitTables(
  rules: RulesOf,
): Pick<LawVersion, 'rows' | 'terms' | 'benefits' | 'empties' | 'requirements' | 'classes'> {
  const rows = groupBy(rules('benefit'), (row) => row.provision.benefit);
  const terms = new Map(
    rules('benefit').map((row) => [row.id, row.provision.terms.map((term, index) => compileTerm(term, row.id, index))]),
  );
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

/** The salary components by name. */
function componentTable(rules: RulesOf): Pick<LawVersion, 'components'> {
  const byName = groupBy(rules('component'), (rule) => rule.provision.component);
  return { components: (name) => byName.get(name) ?? NONE };
}

/** What is found by its name: groups, open questions. */
function nameTables(rules: RulesOf): Pick<LawVersion, 'group' | 'coversGroup' | 'interpretation'> {
  const groups = new Map(rules('group').map((rule) => [rule.provision.group, rule]));
  const paid = new Map(
    rules('group').flatMap((rule) => {
      const { of } = rule.provision;
      return of ? [[`${of.group} ${of.paidLike}`, rule] as const] : [];
    }),
  );
  const subjects = rules('subject').map((rule) => rule.provision.when.group);
  const listed = new Set(subjects.flatMap((test) => (test === undefined || 'except' in test ? [] : test)));
  const others = subjects.filter((test) => test === undefined || 'except' in test);
  const questions = new Map(rules('interpretation').map((rule) => [rule.provision.interpretation, rule]));
  return {
    group: (name, paidLike) =>
      (paidLike === undefined ? undefined : paid.get(`${name} ${paidLike}`)) ?? groups.get(name),
    coversGroup: (name) => listed.has(name) || others.some((test) => admits(test, name)),
    interpretation: (id) => questions.get(id),
  };
}

/** How years and money are rounded. */
function roundingTables(rules: RulesOf): Pick<LawVersion, 'oddMonths' | 'roundings'> {
  const years = groupBy(rules('odd-months'), (rule) => rule.provision.quantity);
  const money = groupBy(rules('rounding'), (rule) => rule.provision.of);
  return {
    oddMonths: Object.fromEntries(
      YEAR_QUANTITIES.map((name) => [name, years.get(name) ?? []]),
    ) as unknown as LawVersion['oddMonths'],
    roundings: { component: money.get('component') ?? [], line: money.get('line') ?? [] },
  };
}

/** The rules of one version, each under its key or keys. */
function groupBy<R extends Rule, K extends string>(
  rules: readonly R[],
  keysOf: (rule: R) => K | readonly K[],
): Map<K, R[]> {
  const groups = new Map<K, R[]>();
  for (const rule of rules) {
    for (const key of [keysOf(rule)].flat() as K[]) {
      const group = groups.get(key);
      if (group) group.push(rule);
      else groups.set(key, [rule]);
    }
  }
  return groups;
}

function actsOf(order: readonly string[], provisions: ReadonlyMap<string, Consolidated>): string[] {
  const seen = new Set<string>();
  for (const { act, changes } of provisions.values()) {
    seen.add(act);
    for (const change of changes) seen.add(change.act);
  }
  return order.filter((act) => seen.has(act));
}
