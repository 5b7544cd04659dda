/**
 * Canonical JSON (RFC 8785) of the values that results are made of: text, whole numbers, truth values, null, lists and
 * plain objects. Keys stand in the order of their UTF-16 code units; `undefined` members are left out.
 * A test holds it to the `canonicalize` package; it is ours because a receipt takes longer than the calculation
 * otherwise.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'object' && value !== null) return ofObject(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  throw new TypeError('a value without a JSON form');
}

/** Text that JSON writes as it is. */
const PLAIN = /^[\u0020\u0021\u0023-\u005b\u005d-\u007e]*$/;

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

const kept = new WeakMap<object, string>();
const keptWanted = new WeakSet<object>();

/**
 * Vouches that a value never changes, so that its canonical text is made once: the legal bases of the rules, which
 * every result repeats.
 */
export function unchanging<T extends object>(value: T): T {
  keptWanted.add(value);
  return value;
}

function ofObject(value: object): string {
  const there = kept.get(value);
  if (there !== undefined) return there;
  const text = Array.isArray(value) ? ofList(value) : ofMembers(value as Record<string, unknown>);
  if (keptWanted.has(value)) kept.set(value, text);
  return text;
}

function ofList(items: readonly unknown[]): string {
  let text = '[';
  for (let index = 0; index < items.length; index += 1) {
    if (index > 0) text += ',';
    text += items[index] === undefined ? 'null' : canonicalJson(items[index]);
  }
  return text + ']';
}

function ofMembers(members: Record<string, unknown>): string {
  let text = '';
  for (const key of inOrder(Object.keys(members))) {
    const member = members[key];
    if (member === undefined) continue;
    text += (text === '' ? '' : ',') + quoted(key) + ':' + canonicalJson(member);
  }
  return `{${text}}`;
}

/** Sorts keys in place, unless they already stand in order. */
function inOrder(keys: string[]): string[] {
  for (let index = 1; index < keys.length; index += 1) {
    if ((keys[index - 1] ?? '') > (keys[index] ?? '')) return keys.sort();
  }
  return keys;
}
