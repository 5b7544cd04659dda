import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/base/json.ts';
import { contentHash } from '../../src/base/hash.ts';
import { resultSchema } from '../../src/engine/result-schema.ts';
import { readRecord, replay, type ResultRecord } from '../../src/records.ts';
import { fateOf, recordedResults, tamperings } from '../support/tampering.ts';
import { goldenRecords } from '../proof/golden/gate.ts';

describe('a record that was tampered with', () => {
  test('is found in every part, or reads the same', () => {
    const records = recordedResults(42);
    expect(new Set(records.map(({ law }) => law.scheme)).size).toBeGreaterThanOrEqual(10);
    const passed: string[] = [];
    let tried = 0;
    for (const record of records)
      for (const { what, line } of tamperings(record)) {
        tried++;
        if (fateOf(line, record) === 'passed') passed.push(`${record.id ?? ''}${what}`);
      }
    expect(passed).toEqual([]);
    expect(tried).toBeGreaterThan(15_000);
  });

  test('with its receipt made anew is found wherever a replay computes it again', () => {
    const passed: string[] = [];
    for (const record of recordedResults(30)) {
      const acts = { ...record.law, acts: [...record.law.acts, 'nd-1-2030'] };
      const cites = [{ act: 'nd-1-2030', at: 'Điều 1', amendedBy: null }];
      const { topUp, raise, pension, candidates, findings, interpretations } = record;
      const forgeries: Partial<ResultRecord>[] = [
        { law: acts },
        ...(topUp ? [{ topUp: { ...topUp, cite: cites } }] : []),
        ...(raise ? [{ raise: { ...raise, cite: cites } }] : []),
        ...(pension ? [{ pension: { ...pension, cite: cites } }] : []),
        ...(candidates ? [{ candidates: candidates.map((one) => ({ ...one, code: 'x' })) }] : []),
        ...(candidates ? [{ candidates: candidates.map((one) => ({ ...one, cite: cites })) }] : []),
        ...(findings.length > 1 && findings[0]?.code !== findings[1]?.code ? [{ findings: [...findings].reverse() }] : []),
        ...(interpretations.length > 1 ? [{ interpretations: [...interpretations].reverse() }] : []),
      ]; // prettier-ignore
      for (const change of forgeries) {
        const forged = { ...record, ...change };
        const { engine } = record.receipt;
        const result = { ...forged, receipt: undefined };
        const again = { ...result, receipt: { ...record.receipt, output: outputOf(result, engine) } };
        if (replay(again, 1).status === 'same') passed.push(`${record.id ?? ''} ${Object.keys(change).join()}`);
      }
    }
    expect(passed).toEqual([]);
  });

  test('names every member of a result in what is compared', () => {
    const shape = (resultSchema as unknown as { shape: object }).shape;
    expect(Object.keys(shape).sort()).toEqual(
      [
        'benefits',
        'candidates',
        'case',
        'findings',
        'id',
        'interpretations',
        'law',
        'measures',
        'options',
        'outcome',
        'pension',
        'raise',
        'route',
        'salary',
        'schema',
        'topUp',
        'total',
      ].sort(),
    );
  });

  test('a receipt of the first formula still vouches for its record', () => {
    const records = goldenRecords().filter((_, at) => at % 40 === 0);
    expect(records.length).toBeGreaterThan(20);
    for (const { place, record } of records) {
      const read = readRecord(record);
      expect(read.ok && read.value.faults, place).toEqual([]);
      const altered = readRecord({ ...record, total: `${record.total}0` });
      expect(altered.ok && altered.value.faults, place).toEqual(['output']);
    }
  });
});

/** The output hash as the receipt has it, worked out here; canonical JSON leaves out what is undefined. */
function outputOf(result: Omit<ResultRecord, 'receipt'>, engine: string): string {
  const beside = { case: undefined, options: undefined, extra: undefined, receipt: undefined };
  const wordless = (one: object): object => ({ ...one, message: undefined });
  const { findings, candidates } = result;
  return contentHash({
    ...result,
    ...beside,
    engine,
    findings: findings.map(wordless),
    candidates: candidates?.map(wordless),
  });
}

describe('JSON of one meaning', () => {
  test.each(['{"a":1,"a":1}', '{"a":1,"\\u0061":2}', '{"x":[{"y":{"a":1,"a":2}}]}', '{"":1,"":2}'])(
    'is not %s',
    (text) => expect(readJson(text)).toMatchObject({ ok: false, faults: [{ code: 'duplicate-key' }] }),
  ); // prettier-ignore

  test.each(['{"__proto__":1}', '{"a":{"__proto__":{}}}'])('is not %s', (text) =>
    expect(readJson(text)).toMatchObject({ ok: false, faults: [{ code: 'forbidden-key' }] }),
  );

  test.each(['', '{', '{"a":1,}', "{'a':1}", '{"a":1}{"b":1}', 'NaN'])('is none: %j', (text) =>
    expect(readJson(text)).toEqual({ ok: false, faults: [] }),
  );

  test.each(['{"a:b\\":":":","c":[1,":",{"a:b":{}}]}', '[]', 'null', '"\\\\"', '{"a":"\\\\","b":"\\"}:"}', '{"a":{"a":{"a":1}}}'])(
    'is %s',
    (text) => expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) }),
  ); // prettier-ignore
});
