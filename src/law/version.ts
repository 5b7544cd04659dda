import { contentHash, sha256Hex, type Sha256 } from '../base/hash.ts';
import { scaled } from '../base/decimal.ts';
import type { Scheme } from './act.ts';
import type { Change, Consolidated } from './consolidate.ts';
import { testsOf, type Test } from './facts.ts';
import type { BenefitProvision, Provision, ProvisionKind, ProvisionOf, Term } from './provision.ts';
import { QUANTITY_PLACES, RATE_PLACES, type QuantityName } from './vocabulary.ts';

/** A legal basis: the act, the address in it, and the act that last amended it there. */
export interface Cite {
  readonly act: string;
  readonly at: string;
  readonly amendedBy: string | null;
  /** The address in the amending act. */
  readonly amendedAt?: string;
  /** Present where it is not A. */
  readonly certainty?: string;
}

/** A provision ready to be applied: its tests compiled, its readings apart, its legal basis ready. */
export interface Rule<P extends Provision = Provision> {
  readonly id: string;
  readonly provision: P;
  readonly source: Consolidated;
  readonly tests: readonly Test[];
  readonly readings: readonly (readonly [id: string, option: string])[];
  readonly cites: readonly Cite[];
  readonly additions: readonly Addition[];
}

/** An item added to a list of a condition, and the legal basis for cases that have it. */
export interface Addition {
  readonly fact: string;
  readonly item: unknown;
  readonly cite: Cite;
}

/** A term of a benefit with its numbers as whole numbers. */
export interface CompiledTerm {
  readonly rate: number;
  readonly per: QuantityName | undefined;
  readonly above: number;
  readonly upTo: number;
}

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
  readonly oddMonths: Readonly<
    Record<ProvisionOf<'odd-months'>['quantity'], readonly Rule<ProvisionOf<'odd-months'>>[]>
  >;
  /** Where money is rounded. */
  readonly roundings: Readonly<Record<'component' | 'line', readonly Rule<ProvisionOf<'rounding'>>[]>>;
  /** The rule of a salary component. */
  component(name: string): Rule<ProvisionOf<'component'>> | undefined;
  /** Whether anything in force is unverified (certainty U). */
  readonly hasUnverified: boolean;
  /** The open question of that name. */
  interpretation(id: string): Rule<ProvisionOf<'interpretation'>> | undefined;
}

/** Makes a version from what is in force. */
export function lawVersion(
  scheme: Scheme,
  order: readonly string[],
  date: string,
  provisions: ReadonlyMap<string, Consolidated>,
  sha: Sha256 = sha256Hex,
): LawVersion {
  const byKind = new Map<ProvisionKind, Rule[]>();
  for (const source of provisions.values()) {
    const rule = compile(source);
    const list = byKind.get(source.provision.kind);
    if (list) list.push(rule);
    else byKind.set(source.provision.kind, [rule]);
  }
  const rules = <K extends ProvisionKind>(kind: K): readonly Rule<ProvisionOf<K>>[] =>
    (byKind.get(kind) ?? []) as unknown as readonly Rule<ProvisionOf<K>>[];
  const rows = groupBy(rules('benefit'), (row) => row.provision.benefit);
  const terms = new Map(rules('benefit').map((row) => [row.id, row.provision.terms.map(compileTerm)]));
  const titles = groupBy(
    [...rules('benefit-title')].sort((a, b) => a.provision.order - b.provision.order),
    (title) => title.provision.route,
  );
  const benefits = new Map([...titles].map(([route, list]) => [route, list.map((title) => title.provision.benefit)]));
  const empties = new Map<string, Rule<ProvisionOf<'empty'>>[]>();
  for (const rule of rules('empty')) {
    for (const benefit of rule.provision.benefits) empties.set(benefit, [...(empties.get(benefit) ?? []), rule]);
  }
  const requirements = groupBy(rules('requirement'), (rule) => rule.provision.route);
  const groups = new Map(rules('group').map((rule) => [rule.provision.group, rule]));
  const subjects = new Set(rules('subject').flatMap((rule) => rule.provision.when.group ?? []));
  const anyGroup = rules('subject').some((rule) => rule.provision.when.group === undefined);
  const components = new Map(rules('component').map((rule) => [rule.provision.component, rule]));
  const questions = new Map(rules('interpretation').map((rule) => [rule.provision.interpretation, rule]));
  let hash: string | undefined;
  return {
    scheme: scheme.scheme,
    date,
    get hash() {
      const inForce = { scheme: scheme.scheme, routes: scheme.routes, date, provisions: [...provisions.values()] };
      return (hash ??= contentHash(inForce, sha));
    },
    acts: actsOf(order, provisions),
    provisions,
    routes: scheme.routes,
    rules,
    rows: (benefit) => rows.get(benefit) ?? [],
    terms: (row) => terms.get(row.id) ?? [],
    benefits: (route) => benefits.get(route) ?? [],
    empties: (benefit) => empties.get(benefit) ?? [],
    requirements: (route) => requirements.get(route) ?? [],
    classes: groupBy(rules('class'), (rule) => rule.provision.class),
    group: (name) => groups.get(name),
    coversGroup: (name) => anyGroup || subjects.has(name),
    oddMonths: {
      serviceYears: rules('odd-months').filter((rule) => rule.provision.quantity === 'serviceYears'),
      yearsEarly: rules('odd-months').filter((rule) => rule.provision.quantity === 'yearsEarly'),
    },
    roundings: {
      component: rules('rounding').filter((rule) => rule.provision.of === 'component'),
      line: rules('rounding').filter((rule) => rule.provision.of === 'line'),
    },
    component: (name) => components.get(name),
    hasUnverified: [...provisions.values()].some(({ provision }) => provision.certainty === 'U'),
    interpretation: (id) => questions.get(id),
  };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
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

function compile(source: Consolidated): Rule {
  const { provision } = source;
  const when = provision.when ?? {};
  return {
    id: provision.id,
    provision,
    source,
    tests: testsOf(when),
    readings: Object.entries(when.reading ?? {}),
    cites: citesOf(source),
    additions: additionsOf(source),
  };
}

/**
 * The provision, who last amended it, and the guidance that sets how it is read. A change that only added an item
 * to a list (a group, say) concerns that item alone: it stands in {@link additionsOf}.
 */
function citesOf({ provision, act, changes }: Consolidated): Cite[] {
  const general = changes.filter((change) => change.added === undefined);
  const amended = general.filter((change) => change.kind === 'amending').at(-1);
  const base: Cite = {
    act,
    at: provision.at,
    amendedBy: amended?.act ?? null,
    ...(amended ? { amendedAt: amended.at } : {}),
    ...(provision.certainty === 'A' ? {} : { certainty: provision.certainty }),
  };
  return [base, ...general.filter((change) => change.kind === 'guidance').map(guidance)];
}

function guidance({ act, at, certainty }: Change): Cite {
  return { act, at, amendedBy: null, ...(certainty === 'A' ? {} : { certainty }) };
}

/** Items that later acts added to a list of the condition, each with the legal basis it brings. */
function additionsOf({ provision, act, changes }: Consolidated): Addition[] {
  return changes.flatMap((change) => {
    const [when, fact] = change.leaf.split('.');
    if (change.added === undefined || when !== 'when' || fact === undefined) return [];
    const amended = { act, at: provision.at, amendedBy: change.act, amendedAt: change.at };
    return [{ fact, item: change.added, cite: change.kind === 'guidance' ? guidance(change) : amended }];
  });
}

function compileTerm(term: Term): CompiledTerm {
  const rate = scaled(term.rate, RATE_PLACES);
  const above = scaled(String(term.above ?? 0), QUANTITY_PLACES);
  const upTo = term.upTo === undefined ? Number.MAX_SAFE_INTEGER : scaled(String(term.upTo), QUANTITY_PLACES);
  if (rate === undefined || above === undefined || upTo === undefined) throw new RangeError('a term out of range');
  return { rate, per: term.per, above, upTo };
}
