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
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  throw new TypeError('a value without a JSON form');
}

/** Text that JSON writes as it is: no quotes, escapes, controls or halves of surrogate pairs. */
const PLAIN = /^[^\u0000-\u001f"\\\ud800-\udfff]*$/;

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
  const { sorted, heads } = shapeOf(Object.keys(members));
  let text = '{';
  for (let index = 0; index < sorted.length; index += 1) {
    const member = members[sorted[index] as string];
    if (member === undefined) continue;
    if (text !== '{') text += ',';
    text += heads[index] as string;
    text += canonicalJson(member);
  }
  return text + '}';
}

/** The keys of an object as they stand in it, in order, and as they are written. */
interface Shape {
  readonly keys: readonly string[];
  readonly sorted: readonly string[];
  readonly heads: readonly string[];
}

/** So many shapes of one number of keys are remembered: results have few, and other values may have any. */
const MOST_SHAPES = 12;

const shapes: Shape[][] = [];

function shapeOf(keys: readonly string[]): Shape {
  const like = (shapes[keys.length] ??= []);
  for (const shape of like) if (isSame(shape.keys, keys)) return shape;
  const sorted = [...keys].sort();
  const shape = { keys, sorted, heads: sorted.map((key) => quoted(key) + ':') };
  if (like.length < MOST_SHAPES && keys.length < MOST_KEYS) like.push(shape);
  return shape;
}

/** Objects with more keys are not remembered. */
const MOST_KEYS = 40;

function isSame(one: readonly string[], other: readonly string[]): boolean {
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}
