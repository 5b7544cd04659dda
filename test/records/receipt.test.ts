import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../src/base/hash.ts';
import { calculate, ENGINE_VERSION } from '../../src/index.ts';
import { readRecord, receiptFaults, recordOf } from '../../src/records.ts';
import { recordSchema } from '../../src/engine/result-schema.ts';
import { anyAsOf, anyCase, anyInterpretations } from '../proof/oracle/arbitrary.ts';
import { altered, recordFor, reread } from '../support/records.ts';

const native = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('receipt', () => {
  test('the engine version is that of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(ENGINE_VERSION).toBe(version);
  });

  test('input is the hash of the case alone; with options of both', () => {
    const plain = recordFor();
    expect(plain.receipt.input).toBe(contentHash(plain.case));
    expect(plain.options).toBeUndefined();
    const pinned = recordFor({}, { asOf: '2025-07-01', interpretations: {}, acceptUnverified: [] });
    expect(pinned.options).toEqual({ asOf: '2025-07-01' });
    expect(pinned.receipt.input).toBe(contentHash({ case: pinned.case, options: { asOf: '2025-07-01' } }));
    expect(pinned.receipt.law).toBe(pinned.law.hash);
  });

  test('language and order of keys change no hash; a native SHA-256 gives the same', () => {
    const { receipt } = recordFor({}, { lang: 'vi' });
    expect(recordFor({}, { lang: 'en' }).receipt).toEqual(receipt);
    const reversed = Object.fromEntries(Object.entries(recordFor()).reverse()) as ReturnType<typeof recordFor>;
    expect(receiptFaults(reversed, receipt, native)).toEqual([]);
  });

  test('every record keeps to the published schema and vouches for itself after it was written and read', () => {
    fc.assert(
      fc.property(anyCase, anyInterpretations, anyAsOf, (one, interpretations, asOf) => {
        const result = calculate(one, { scheme: 'nd178', interpretations, ...(asOf === undefined ? {} : { asOf }) });
        if (!result.ok) return;
        const record = reread(recordOf(result.value, native));
        expect(recordSchema.safeParse(record).error).toBeUndefined();
        const read = readRecord(record, { sha256: native });
        expect(read.ok && read.value.faults).toEqual([]);
      }),
      { numRuns: 1000, seed: 178 },
    );
  });

  test.each([
    ['case.insurance.years', 23, ['input']],
    ['case.person.name', 'X', ['input']],
    ['options', { asOf: '2025-05-02' }, ['input']],
    ['total', '744778126', ['output']],
    ['benefits.0.amount', '1', ['output']],
    ['benefits.0.cite.0.at', 'Điều 8', ['output']],
    ['measures.monthsEarly', 31, ['output']],
    ['outcome', 'nothing', ['output']],
    ['law.version', '2025-07-01', ['output']],
    ['law.hash', `sha256:${'0'.repeat(64)}`, ['output', 'law']],
    ['receipt.law', `sha256:${'0'.repeat(64)}`, ['law']],
    ['receipt.input', `sha256:${'0'.repeat(64)}`, ['input']],
    ['extra', { 'Đơn vị': 'A' }, []],
  ])('%s changed: the receipt no longer vouches for %j', (path, to, faults) => {
    const read = readRecord(altered(recordFor(), path, to));
    expect(read.ok && read.value.faults).toEqual(faults);
  });
});

describe('reading a record', () => {
  test.each([
    [undefined, 'not-a-record'],
    [null, 'not-a-record'],
    ['text', 'not-a-record'],
    [[], 'not-a-record'],
    [{}, 'not-a-record'],
    [{ schema: 'nd178/refusal@1' }, 'unknown-record-version'],
    [{ schema: 'nd178/result@99' }, 'unknown-record-version'],
    [{ schema: 'nd178/result@1' }, 'record-structure'],
  ])('%j is refused: %s', (value, code) => {
    const read = readRecord(value, { lang: 'en' });
    expect(!read.ok && read.issues[0]?.code).toBe(code);
    const told = readRecord(value, { lang: 'vi' });
    expect(!told.ok && told.issues[0]?.message).not.toBe(!read.ok && read.issues[0]?.message);
  });

  test('a malformed amount or an unknown key names its place', () => {
    const bad = readRecord(altered(recordFor(), 'benefits.1.amount', '1e9'), { lang: 'en' });
    expect(!bad.ok && bad.issues).toMatchObject([{ code: 'record-structure', path: 'benefits.1.amount' }]);
    const more = readRecord(altered(recordFor(), 'bonus', '1'), { lang: 'en' });
    expect(!more.ok && more.issues[0]?.message).toContain('bonus');
  });

  test.each([undefined, null, {}, { engine: '0.1.0' }, 'x'])(
    'a receipt %j is taken off, the record is read',
    (receipt) => {
      const read = readRecord(altered(recordFor(), 'receipt', receipt));
      expect(read.ok && read.value.receipt).toBeUndefined();
      expect(read.ok && read.value.record.total).toBe('744778125');
    },
  );
});
