import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/base/canonical-json.ts';
import { sha256Hex } from '../../src/base/hash.ts';
import { calculate, recordOf } from '../../src/index.ts';
import { soundCase } from '../proof/oracle/arbitrary.ts';

/** Canonical JSON as RFC 8785 puts it, in the plainest way. */
function model(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(model).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const sorted = members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, member]) => `${JSON.stringify(key)}:${model(member)}`).join(',')}}`;
}

describe('canonical JSON (RFC 8785)', () => {
  test('says what JSON says, keys in order, without white space', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(canonicalJson(value)).toBe(model(value));
      }),
      { numRuns: 3000 },
    );
  });

  test('is the same for a record and for the record read again', () => {
    fc.assert(
      fc.property(soundCase, (one) => {
        const found = calculate(one);
        if (!found.ok) return;
        const record = recordOf(found.value);
        expect(canonicalJson(record)).toBe(model(record));
        expect(canonicalJson(JSON.parse(JSON.stringify(record)))).toBe(canonicalJson(record));
      }),
      { numRuns: 500 },
    );
  });

  test('keys in the order of UTF-16 code units, undefined members left out, characters escaped as little as may be', () => {
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '1': 3, '😀': 4, ö: 5, a: undefined, đ: 'Điều\u0007"' })).toBe(
      '{"\\r":2,"1":3,"ö":5,"đ":"Điều\\u0007\\"","€":1,"😀":4}',
    );
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1n], [undefined], [Symbol('a')]])('%s has no form', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

test('SHA-256: the vectors of FIPS 180-4', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
