import { isObject } from '../base/json.ts';

/** A case with values laid over it, key by key; the given value stays as it is. */
export function withKeys(raw: unknown, values: ReadonlyMap<string, unknown>): unknown {
  if (values.size === 0) return raw;
  if (raw !== undefined && !isObject(raw)) return raw;
  const made: Record<string, unknown> = { ...raw };
  for (const [key, value] of values) set(made, key.split('.'), value);
  return made;
}

function set(into: Record<string, unknown>, [head = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[head] = value;
    return;
  }
  const current = into[head];
  const inner: Record<string, unknown> = isObject(current) ? { ...current } : {};
  set(inner, rest, value);
  into[head] = inner;
}
