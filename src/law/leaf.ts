/** A value as a rule file holds it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What stands at a dotted path; undefined where nothing does. */
export function readLeaf(value: Json, leaf: string): Json | undefined {
  let at: Json | undefined = value;
  for (const key of leaf.split('.')) {
    if (at === null || typeof at !== 'object') return undefined;
    at = Array.isArray(at) ? at[Number(key)] : Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
}

/** A copy with another value at a path; `null` takes the leaf away. */
export function writeLeaf(value: Json | undefined, path: readonly string[], leaf: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return leaf;
  if (Array.isArray(value)) {
    const copy = [...value];
    const index = Number(key);
    if (rest.length === 0 && leaf === null) copy.splice(index, 1);
    else copy[index] = writeLeaf(copy[index], rest, leaf);
    return copy;
  }
  const copy: { [key: string]: Json } = value !== null && typeof value === 'object' ? { ...value } : {};
  if (rest.length === 0 && leaf === null) {
    return Object.fromEntries(Object.entries(copy).filter(([name]) => name !== key));
  }
  copy[key] = writeLeaf(copy[key], rest, leaf);
  return copy;
}

/** Leaves that say what a provision is and when it begins: an act that changes them repeals and inserts. */
const FIXED: ReadonlySet<string> = new Set(['id', 'kind', 'from', 'schemes']);

/** Why nothing can be set at a path of a provision, whatever the value; undefined where something can. */
export function leafFault(
  provision: Json,
  leaf: string,
): { readonly fault: 'fixed-leaf' } | { readonly fault: 'outside-list'; readonly count: number } | undefined {
  const path = leaf.split('.');
  if (FIXED.has(path[0] ?? '') || path.includes('__proto__')) return { fault: 'fixed-leaf' };
  let at: Json | undefined = provision;
  for (const key of path) {
    if (at === null || typeof at !== 'object') return undefined;
    if (!Array.isArray(at)) at = Object.hasOwn(at, key) ? at[key] : undefined;
    else if (!/^\d+$/.test(key) || Number(key) > at.length) return { fault: 'outside-list', count: at.length };
    else at = at[Number(key)];
  }
  return undefined;
}

/** Whether one leaf is the other or stands inside it. */
export function overlaps(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a === b || a.startsWith(b + '.') || b.startsWith(a + '.'));
}
