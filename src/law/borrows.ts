import { nearest } from '../base/text.ts';
import type { Act, Scheme } from './act.ts';
import type { Law } from './law.ts';
import type { Provision } from './provision.ts';

/** Borrowing that takes nothing: from an act of which there is no file, or by an address or kind that is not in it. */
export interface BorrowFault {
  readonly fault: 'borrows-unknown-act' | 'borrows-nothing';
  /** The number of the loan in its scheme, from 0. */
  readonly index: number;
  readonly act: string;
  /** The address or the kind; absent where the act is unknown. */
  readonly what?: string;
  /** What was perhaps meant. */
  readonly near?: string | undefined;
}

/** What a scheme borrows without effect; every address and every kind has to select something of its act. */
export function borrowFaults(law: Law, scheme: Scheme): BorrowFault[] {
  const all = [...law.acts.values()];
  return (scheme.borrows ?? []).flatMap((one, index): BorrowFault[] => {
    const { act, at = [], kinds = [] } = one;
    const from = law.acts.get(act);
    if (!from) return [{ fault: 'borrows-unknown-act', index, act, near: nearest(act, law.acts.keys()) }];
    const stated = statedIn(from, all);
    const addresses = new Set(stated.map((provision) => provision.at));
    const lost = at
      .filter((address) => !stated.some((provision) => inside(provision.at, address)))
      .map((what): BorrowFault => ({ fault: 'borrows-nothing', index, act, what, near: nearest(what, addresses) }));
    const inPlace = stated.filter(
      (provision) => at.length === 0 || at.some((address) => inside(provision.at, address)),
    );
    const kindsInPlace = new Set<string>(inPlace.map((provision) => provision.kind));
    const without = kinds
      .filter((kind) => !kindsInPlace.has(kind))
      .map((what): BorrowFault => ({ fault: 'borrows-nothing', index, act, what, near: nearest(what, kindsInPlace) }));
    return lost.length > 0 ? lost : without;
  });
}

/** The provisions that stand in an act: its own, and those that acts insert into it. */
function statedIn(act: Act, all: readonly Act[]): Provision[] {
  const inserted = all.flatMap((one) =>
    (one.amendments ?? []).flatMap((each) => ('insert' in each && each.insert === act.act ? [each.provision] : [])),
  );
  return [...(act.provisions ?? []), ...inserted];
}

/** Whether an address is another or lies under it, as borrowing takes it. */
function inside(at: string, address: string): boolean {
  return at === address || at.startsWith(address + ' ');
}
