import { builtinActs, builtinSchemes } from '../../src/law/builtin.ts';
import type { Act } from '../../src/law/act.ts';
import { buildLaw, type Law } from '../../src/law/law.ts';
import type { Provision } from '../../src/law/provision.ts';

/** A copy of the built-in rules with one fault put in. */
export interface Mutant {
  /** `delete`, `duplicate`, `shift`. */
  readonly fault: string;
  /** What was changed, for people: provision and place. */
  readonly name: string;
  /** The act whose rule file has the fault. */
  readonly act: string;
  readonly law: () => Law;
}

const DELETED = ['benefit', 'empty', 'class', 'clock'];
const SHIFTED = ['benefit', 'empty', 'class', 'requirement'];
const BOUNDS = ['atLeast', 'above', 'upTo', 'under'];

type Edit = (provision: Provision) => Provision[];

/** The built-in acts with `edit` applied to one provision of one rule file; other acts may use the same name. */
function mutated(file: string, id: string, edit: Edit): Act[] {
  return builtinActs().map((act) => (act.act === file ? edited(act, id, edit) : act));
}

function edited(act: Act, id: string, edit: Edit): Act {
  return {
    ...act,
    provisions: (act.provisions ?? []).flatMap((one) => (one.id === id ? edit(one) : [one])),
    amendments: (act.amendments ?? []).flatMap((one) => {
      if (!('insert' in one) || one.provision.id !== id) return [one];
      return edit(one.provision).map((provision) => ({ ...one, provision }));
    }),
  };
}

function provisions(): { provision: Provision; act: string }[] {
  return builtinActs().flatMap(({ act, provisions: own = [], amendments = [] }) =>
    [...own, ...amendments.flatMap((one) => ('insert' in one ? [one.provision] : []))].map((provision) => ({
      provision,
      act,
    })),
  );
}

/** Every place in a value where a threshold stands: the path of keys to it. */
function thresholds(value: unknown, path: readonly string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    if (BOUNDS.includes(key) && (typeof inner === 'number' || /^[\d.]+$/.test(String(inner)))) return [here];
    return thresholds(inner, here);
  });
}

function write(value: unknown, path: readonly string[], change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  const copy = { ...(value as Record<string, unknown>) };
  copy[key] = write(copy[key], rest, change);
  return copy;
}

/** Every single fault of the kinds the checker must see. */
export function mutants(): Mutant[] {
  return provisions().flatMap(({ provision, act }) => {
    const { id, kind } = provision;
    const found: Mutant[] = [];
    const add = (fault: string, name: string, edit: Edit): void => {
      found.push({ fault, name, act, law: () => buildLaw(mutated(act, id, edit), builtinSchemes()) });
    };
    if (DELETED.includes(kind)) add('delete', id, () => []);
    if (kind === 'benefit') add('duplicate', id, (one) => [one, { ...one, id: `${one.id}.again` }]);
    if (SHIFTED.includes(kind)) {
      const parts = { when: provision.when, require: 'require' in provision ? provision.require : undefined };
      for (const path of thresholds(parts)) {
        for (const step of [-1, 1]) {
          const name = `${id} ${path.join('.')} ${step > 0 ? '+1' : '-1'}`;
          add('shift', name, (one) => [write(one, path, (old) => Number(old) + step) as Provision]);
        }
      }
    }
    return found;
  });
}
