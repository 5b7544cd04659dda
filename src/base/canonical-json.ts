import canonicalize from 'canonicalize';

/**
 * Canonical JSON (RFC 8785): keys stand in the order of their UTF-16 code units, `undefined` members are left out.
 * Throws a TypeError for a value that has no JSON form.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw noForm();
  const text = canonicalize(value);
  if (text === undefined) throw noForm();
  return text;
}

function noForm(): TypeError {
  return new TypeError('a value without a JSON form');
}
