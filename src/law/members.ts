import { targetOf, type Act, type Amendment, type Borrowed, type Scheme } from './act.ts';
import type { Consolidated } from './consolidate.ts';
import { admits } from './facts.ts';
import type { Certainty, Provision } from './provision.ts';

type Acts = ReadonlyMap<string, Act>;

/**
 * The acts of a scheme as the scheme sees them: those it names, every act that amends one of them, and of the acts it
 * borrows from the provisions it takes over, with all that amends these.
 */
export function membersOf(acts: Acts, scheme: Scheme | undefined): Act[] {
  if (!scheme) return [];
  const own = ownActs(acts, scheme);
  const borrows = (scheme.borrows ?? []).filter((one) => !own.has(one.act));
  const all = new Map(own);
  for (const { act } of borrows) {
    const found = acts.get(act);
    if (found) all.set(act, found);
    for (const other of acts.values()) if (aims(other).includes(act)) all.set(other.act, other);
  }
  const seen = new View(acts, scheme, new Set(own.keys()), borrows);
  return [...all.values()].map((act) => seen.act(act));
}

/**
 * What is in force, with the provisions that the scheme takes over for some groups only narrowed to these; those that
 * are for none of them fall away.
 */
export function forGroups(
  acts: Acts,
  scheme: Scheme,
  provisions: ReadonlyMap<string, Consolidated>,
): ReadonlyMap<string, Consolidated> {
  const borrows = (scheme.borrows ?? []).filter((one) => one.group);
  if (borrows.length === 0) return provisions;
  const own = new Set(ownActs(acts, scheme).keys());
  const narrowed = new Map<string, Consolidated>();
  for (const [id, found] of provisions) {
    const { act, provision } = found;
    const by = own.has(act) || FOR_ALL.has(provision.kind) ? undefined : borrowedBy(borrows, act, provision)?.group;
    const group = by && by.filter((one) => admits(provision.when?.group, one));
    if (!group) narrowed.set(id, found);
    else if (group.length > 0) {
      const when = { ...provision.when, group };
      narrowed.set(id, { ...found, provision: { ...provision, when } as Provision });
    }
  }
  return narrowed;
}

/** Kinds of provisions that name something rather than decide a case. */
const FOR_ALL: ReadonlySet<Provision['kind']> = new Set<Provision['kind']>([
  'benefit-title',
  'component',
  'group',
  'interpretation',
]);

/** The borrowing by which a provision of an act is taken over. */
function borrowedBy(borrows: readonly Borrowed[], act: string, { id, at, kind }: Provision): Borrowed | undefined {
  return borrows.find(
    (one) =>
      one.act === act &&
      (one.kinds?.includes(kind) ?? true) &&
      !one.except?.includes(id) &&
      (one.at?.some((address) => at === address || at.startsWith(address + ' ')) ?? true),
  );
}

/** The acts that a scheme names, and every act that amends one of them. */
function ownActs(acts: Acts, scheme: Scheme): Map<string, Act> {
  const members = new Map<string, Act>();
  const join = (id: string): void => {
    const act = acts.get(id);
    if (!act || members.has(id)) return;
    members.set(id, act);
    for (const other of acts.values()) if (aims(other).includes(id)) join(other.act);
  };
  for (const id of scheme.acts) join(id);
  return members;
}

/** Which provisions of each act a scheme takes. */
class View {
  readonly #dropped = new Map<string, Set<string>>();

  constructor(
    private readonly acts: Acts,
    private readonly scheme: Scheme,
    private readonly own: ReadonlySet<string>,
    private readonly borrows: readonly Borrowed[],
  ) {
    for (const act of acts.values()) {
      for (const provision of act.provisions ?? []) this.#note(act.act, provision);
      for (const one of act.amendments ?? []) if ('insert' in one) this.#note(one.insert, one.provision);
    }
  }

  /** The act with what the scheme takes of it; the act itself where it takes everything. */
  act(act: Act): Act {
    const provisions = (act.provisions ?? []).filter((one) => this.#keeps(act.act, one));
    const amendments = (act.amendments ?? []).filter((one) => this.#concerns(one));
    const whole = provisions.length === (act.provisions ?? []).length;
    const { ahead } = this.scheme;
    if (!ahead && whole && this.own.has(act.act) && amendments.length === (act.amendments ?? []).length) return act;
    return {
      ...act,
      ...(act.provisions ? { provisions: provisions.map((one) => this.#taken(act.act, one)) } : {}),
      ...(act.amendments ? { amendments: amendments.map((one) => this.#takenOver(one)) } : {}),
    };
  }

  #note(act: string, provision: Provision): void {
    if (this.#keeps(act, provision)) return;
    const dropped = this.#dropped.get(act);
    if (dropped) dropped.add(provision.id);
    else this.#dropped.set(act, new Set([provision.id]));
  }

  #keeps(act: string, provision: Provision): boolean {
    if (provision.schemes && !provision.schemes.includes(this.scheme.scheme)) return false;
    return this.own.has(act) || this.#borrowed(act, provision) !== undefined;
  }

  #borrowed(act: string, provision: Provision): Borrowed | undefined {
    return borrowedBy(this.borrows, act, provision);
  }

  /** Amendments of what the scheme does not take concern others; those of nothing at all are faults to be told. */
  #concerns(amendment: Amendment): boolean {
    if ('insert' in amendment) {
      return !this.acts.has(amendment.insert) || this.#keeps(amendment.insert, amendment.provision);
    }
    const { act, provision } = targetOf(amendment);
    if (this.#dropped.get(act)?.has(provision)) return false;
    return this.own.has(act) || this.borrows.some((one) => one.act === act) || !this.acts.has(act);
  }

  #taken(act: string, given: Provision): Provision {
    const { ahead, covers } = this.scheme;
    const provision = ahead?.includes(given.kind) ? { ...given, from: covers.from } : given;
    const as = this.#borrowed(act, provision)?.certainty;
    if (as === undefined || as <= provision.certainty) return provision;
    return { ...provision, certainty: as satisfies Certainty };
  }

  #takenOver(amendment: Amendment): Amendment {
    if (!('insert' in amendment)) return amendment;
    const provision = this.#taken(amendment.insert, amendment.provision);
    return provision === amendment.provision ? amendment : { ...amendment, provision };
  }
}

function aims(act: Act): string[] {
  return (act.amendments ?? []).map((each) => ('insert' in each ? each.insert : targetOf(each).act));
}
