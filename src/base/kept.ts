/** Finds what was made for an owner under a key, or makes and keeps it. */
export type Kept<O extends object, V> = (owner: O, key: string, make: () => V) => V;

/** Values that are made once for each owner and key; when an owner has more than `most`, its own are let go. */
export function kept<O extends object, V>(most: number): Kept<O, V> {
  const owners = new WeakMap<O, Map<string, V>>();
  return (owner, key, make) => {
    let known = owners.get(owner);
    if (!known) owners.set(owner, (known = new Map<string, V>()));
    let found = known.get(key);
    if (found === undefined) {
      found = make();
      if (known.size >= most) known.clear();
      known.set(key, found);
    }
    return found;
  };
}

/** What was made under a first owner. */
interface Under<O extends object, V> {
  made: number;
  readonly of: WeakMap<O, Map<string, V>>;
}

/**
 * Values that are made once for each pair of owners and key, the first `most` of a first owner. `make` is told whether
 * its value will be kept.
 */
export function keptOfPairs<A extends object, B extends object, V>(
  most: number,
): (first: A, second: B, key: string, make: (isKept: boolean) => V) => V {
  const firsts = new WeakMap<A, Under<B, V>>();
  return (first, second, key, make) => {
    let under = firsts.get(first);
    if (!under) firsts.set(first, (under = { made: 0, of: new WeakMap() }));
    let known = under.of.get(second);
    const found = known?.get(key);
    if (found !== undefined) return found;
    if (under.made >= most) return make(false);
    const made = make(true);
    under.made++;
    if (!known) under.of.set(second, (known = new Map()));
    known.set(key, made);
    return made;
  };
}

/** Texts longer than that hardly repeat. */
const LONGEST = 64;

/** A reading of text that remembers what the first texts gave, up to `most`: what people write in a column repeats. */
export function remembering<T extends object | string>(read: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most || text.length > LONGEST) return read(text);
    const own = detached(text);
    const fresh = read(own);
    known.set(own, fresh);
    return fresh;
  };
}

/** The same text apart from the larger one that it was cut from, which would be held in memory with it. */
function detached(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
