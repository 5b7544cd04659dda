import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, unchanging } from '../src/base/canonical-json.ts';
import { sha256Hex } from '../src/base/hash.ts';
import { calculate, recordOf } from '../src/index.ts';
import { soundCase } from './oracle/arbitrary.ts';

describe('canonical JSON (RFC 8785)', () => {
  test('is what the reference package writes, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 3000 },
    );
  });

  test('is what the reference package writes, for results', () => {
    fc.assert(
      fc.property(soundCase, (one) => {
        const found = calculate(one);
        if (!found.ok) return;
        const record = recordOf(found.value);
        expect(canonicalJson(record)).toBe(canonicalize(record));
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

  test('an unchanging value is written the same the second time', () => {
    const value = unchanging([{ b: 1, a: [true, null] }]);
    expect([canonicalJson(value), canonicalJson({ value })]).toEqual([
      '[{"a":[true,null],"b":1}]',
      '{"value":[{"a":[true,null],"b":1}]}',
    ]);
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1n], [undefined], [Symbol('a')]])('%s has no form', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

test('SHA-256: the vectors of FIPS 180-4', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
