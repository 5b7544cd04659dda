import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/base/json.ts';

/** The faults of a text, each as its code, path, text and place. */
function faultsOf(text: string, line?: number): string[] {
  const read = readJson(text, line);
  return read.ok ? [] : read.faults.map((one) => `${one.code} ${one.path} ${one.text} ${one.place}`);
}

describe('a JSON text is read as it is written, or its faults are told', () => {
  it.each([
    ['in the first object', '{"a":1,"a":1}', 'duplicate-key a a 1:8'],
    ['in an object inside', '{"a":{"b":1,"c":2,"b":3}}', 'duplicate-key a.b b 1:19'],
    ['in an object of a list', '[1,{"a":1,"a":2}]', 'duplicate-key 1.a a 1:11'],
    ['behind an object', '{"a":{"a":1},"a":2}', 'duplicate-key a a 1:14'],
    ['behind a list', '{"a":["a","a"],"a":2}', 'duplicate-key a a 1:16'],
    ['written with an escape', '{"a":1,"\\u0061":2}', 'duplicate-key a a 1:8'],
    ['of a quote', '{"\\"":1,"\\u0022":2}', 'duplicate-key " " 1:9'],
    ['of a backslash', '{"\\\\":1,"\\u005c":2}', 'duplicate-key \\ \\ 1:9'],
    ['of nothing', '{"":1,"":2}', 'duplicate-key   1:7'],
    ['below a line end', '{\n "a":1,\n "a":2}', 'duplicate-key a a 3:2'],
  ])('a key twice %s', (_, text, fault) => expect(faultsOf(text)).toEqual([fault]));

  it.each([
    '12345678901234567890',
    '9007199254740993',
    '0.1234567890123456789',
    '-0.30000000000000001',
    '4.6500000000000000000000000001',
    '1e400',
    '-1E+400',
    '1e-400',
    '1234567890123456.7',
    '123456789012345678e-3',
  ])('a number that is stored as another: %s', (number) => {
    expect(faultsOf(`{"a":[0,${number}]}`)).toEqual([`inexact-number a.1 ${number} 1:9`]);
  });

  it.each([
    '0',
    '-0',
    '4.65',
    '4.650000000000000000',
    '9007199254740992',
    '12345678901234567000',
    '1e2',
    '0.1e-3',
    '0e999',
    '100000000000000000000',
    '0.000000000000000000001',
  ])('a number that is stored as it is: %s', (number) =>
    expect(readJson(number)).toEqual({ ok: true, value: Number(number) }),
  );

  it('a key that a program could take for its own', () => {
    expect(faultsOf('{"a":{"\\u005f_proto__":1},"constructor":{}}')).toEqual([
      'forbidden-key a.__proto__ __proto__ 1:7',
      'forbidden-key constructor constructor 1:27',
    ]);
  });

  it('what is no JSON has no faults, and the first twenty are told', () => {
    expect(readJson('{')).toEqual({ ok: false, faults: [] });
    expect(faultsOf(`[${Array(30).fill('1e999').join(',')}]`, 7)).toHaveLength(20);
    expect(faultsOf('[1e999]', 7)).toEqual(['inexact-number 0 1e999 7:2']);
  });

  it('marks inside of texts are none', () => {
    const text = JSON.stringify({
      'a":{"': '{"a":1,"a":2}',
      b: ['\\', '\\\\"', ',"b":1e999'],
      c: '12345678901234567890',
    });
    expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
  });

  it('any value that was written is read, and one key more than there was is told', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.dictionary(fc.string(), fc.nat(), { minKeys: 1 }), (json, more) => {
        const [key = ''] = Object.keys(more);
        const text = `[${json},{${JSON.stringify(more).slice(1, -1)},${JSON.stringify(key)}:0}]`;
        const read = readJson(text);
        expect(read.ok).toBe(false);
        // A name that no object may bear ("__proto__") is a fault of its own, beside or in place of the other.
        if (read.ok || read.faults.some(({ code }) => code === 'forbidden-key')) return;
        expect(readJson(json)).toEqual({ ok: true, value: JSON.parse(json) as unknown });
        expect(read.faults).toMatchObject([{ code: 'duplicate-key', text: key }]);
      }),
      { numRuns: 300 },
    );
  });
});
