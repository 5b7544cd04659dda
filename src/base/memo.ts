/** A function that works out what it gives for each key once. Meant for keys of which there are few. */
export function memo<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
  };
}

/** A function that works out what it gives once. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Gives what a function makes of an owner; made when it is first asked for, and the same from then on. */
export type Derived<O> = <T>(make: (owner: O) => T) => T;

/** What is derived from an owner once, each thing under the function that makes it. */
export function derivedOnce<O>(owner: () => O): Derived<O> {
  const made = new Map<unknown, unknown>();
  return <T>(make: (owner: O) => T): T => {
    if (!made.has(make)) made.set(make, make(owner()));
    return made.get(make) as T;
  };
}
