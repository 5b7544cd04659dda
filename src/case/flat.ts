import { CASE_KEYS } from './keys.ts';

/** A value of a case as a cell was read: canonical text, or a truth value. */
export type FlatValue = string | boolean;

const SLOTS: ReadonlyMap<string, number> = new Map(CASE_KEYS.map(({ key }, at) => [key, at]));
const BLANK: readonly undefined[] = CASE_KEYS.map(() => undefined);

const REQUIRED: readonly number[] = CASE_KEYS.flatMap(({ required }, at) => (required ? [at] : []));
const FIRST_OF_SALARY = CASE_KEYS.findIndex(({ key }) => key.startsWith('salary.'));
const LAST_OF_SALARY = CASE_KEYS.findLastIndex(({ key }) => key.startsWith('salary.'));

/** Keys that say nothing without another one: the months of a part without its years, say. */
const NEEDS: readonly (readonly [slot: number, needed: number])[] = CASE_KEYS.flatMap(({ key }, at) => {
  const group = key.slice(0, key.lastIndexOf('.') + 1);
  const needed = CASE_KEYS.findIndex((one) => one.leads && one.key.slice(0, one.key.lastIndexOf('.') + 1) === group);
  return needed < 0 || needed === at ? [] : [[at, needed] as const];
});

/** Where a key of the contract stands in a {@link FlatCase}. Throws a RangeError where there is no such key. */
export function slotOf(key: string): number {
  const slot = SLOTS.get(key);
  if (slot === undefined) throw new RangeError(`no key ${key}`);
  return slot;
}

/**
 * A case as a table holds it, key beside key: quicker to make and to read than the groups of the contract, and nothing
 * in it but values of its keys.
 */
export class FlatCase {
  /** The values of all keys, in the order of `CASE_KEYS`; what is not given is undefined. */
  readonly values: (FlatValue | undefined)[] = [...BLANK];

  get(key: string): FlatValue | undefined {
    const slot = SLOTS.get(key);
    return slot === undefined ? undefined : this.values[slot];
  }

  /** Whether every key is there that the structure of a case asks for. */
  isWhole(): boolean {
    const { values } = this;
    for (const slot of REQUIRED) if (values[slot] === undefined) return false;
    for (const [slot, needed] of NEEDS) if (values[slot] !== undefined && values[needed] === undefined) return false;
    for (let slot = FIRST_OF_SALARY; slot <= LAST_OF_SALARY; slot++) if (values[slot] !== undefined) return true;
    return false;
  }

  /** The same case in the groups of the contract. */
  nested(): Record<string, unknown> {
    const nested: Record<string, unknown> = {};
    for (const [at, { key }] of CASE_KEYS.entries()) {
      const value = this.values[at];
      if (value === undefined) continue;
      const path = key.split('.');
      const name = path.pop() as string;
      let group = nested;
      for (const part of path) group = (group[part] ??= {}) as Record<string, unknown>;
      group[name] = value;
    }
    return nested;
  }
}

/** The value at a dotted key of a case as it was given, in whatever form; undefined where there is none. */
export function givenAt(input: unknown, key: string): unknown {
  if (input instanceof FlatCase) return input.get(key);
  let value = input;
  for (const name of PATHS.get(key) ?? key.split('.')) value = own(value, name);
  return value;
}

const PATHS: ReadonlyMap<string, readonly string[]> = new Map(CASE_KEYS.map(({ key }) => [key, key.split('.')]));

/** What a value holds itself under a name; undefined where it is no object. */
function own(object: unknown, name: string): unknown {
  if (object === null || typeof object !== 'object' || !Object.hasOwn(object, name)) return undefined;
  return (object as Record<string, unknown>)[name];
}
