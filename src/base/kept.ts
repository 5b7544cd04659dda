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
