import { RuleDefect } from '../base/checked.ts';
import { scaled, unscaled } from '../base/decimal.ts';
import type { Change } from './change.ts';
import type { Consolidated } from './consolidate.ts';
import { testsOf, type Test } from './facts.ts';
import type { Provision, Term } from './provision.ts';
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
  /** Frozen, since the results of all cases hold them. */
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
  /** The rate in plain notation. */
  readonly rateText: string;
  readonly per: QuantityName | undefined;
  readonly above: number;
  readonly upTo: number;
}

/** A provision made ready to be applied. */
export function compileRule(source: Consolidated): Rule {
  const { provision } = source;
  const when = provision.when ?? {};
  return {
    id: provision.id,
    provision,
    source,
    tests: testsOf(when),
    readings: Object.entries(when.reading ?? {}),
    cites: Object.freeze(citesOf(source).map(frozen)),
    additions: additionsOf(source),
  };
}

/**
 * The provision, who last amended it, and the guidance that sets how it is read. A change that only added an item
 * to a list (a group, say) concerns that item alone: it stands in {@link additionsOf}.
 */
function citesOf({ provision, act, changes }: Consolidated): Cite[] {
  const general = changes.filter((change) => factAddedTo(change) === undefined);
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

function frozen(cite: Cite): Cite {
  return Object.freeze(cite);
}

function guidance({ act, at, certainty }: Change): Cite {
  return { act, at, amendedBy: null, ...(certainty === 'A' ? {} : { certainty }) };
}

/** The fact of the condition to whose list of words a change only added one. */
function factAddedTo({ added, leaf }: Change): string | undefined {
  const [when, fact, ...inner] = leaf.split('.');
  return added !== undefined && when === 'when' && inner.length === 0 ? fact : undefined;
}

/** Items that later acts added to a list of the condition, each with the legal basis it brings. */
function additionsOf({ provision, act, changes }: Consolidated): Addition[] {
  return changes.flatMap((change) => {
    const fact = factAddedTo(change);
    if (fact === undefined) return [];
    const amended = { act, at: provision.at, amendedBy: change.act, amendedAt: change.at };
    return [{ fact, item: change.added, cite: frozen(change.kind === 'guidance' ? guidance(change) : amended) }];
  });
}

/** The numbers of a term of a row as whole numbers. */
export function compileTerm(term: Term, row: string, index: number): CompiledTerm {
  const number = (leaf: 'rate' | 'above' | 'upTo', otherwise: number, places = QUANTITY_PLACES): number => {
    const value = term[leaf];
    const found = value === undefined ? otherwise : scaled(String(value), places);
    if (found === undefined || found < 0)
      throw new RuleDefect(`${row}: terms.${index}.${leaf} is out of range: ${value}`);
    return found;
  };
  const rate = number('rate', 0, RATE_PLACES);
  return {
    rate,
    rateText: unscaled(rate, RATE_PLACES),
    per: term.per,
    above: number('above', 0),
    upTo: number('upTo', Number.MAX_SAFE_INTEGER),
  };
}
