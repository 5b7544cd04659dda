import { describe, expect, test } from 'vitest';
import { contentHash, type Sha256 } from '../../src/base/hash.ts';
import {
  MIGRATIONS,
  migrated,
  readRecord,
  replay,
  sha256Hex,
  type Migration,
  type RawRecord,
} from '../../src/records.ts';
import { altered, recordFor, reread } from '../support/records.ts';

/**
 * A version that never was, to prove the mechanism: `nd178/result@0` kept the amounts as a map under `pays`, without
 * rows, and its receipt hashed the whole output under one name.
 */
const FROM_0: Migration = {
  from: 'nd178/result@0',
  to: 'nd178/result@1',
  up: ({ pays, receipt, ...rest }) => {
    const { sum, ...kept } = receipt as { sum: string };
    return { ...rest, benefits: pays, receipt: { ...kept, output: sum } };
  },
  faults: (record, sha) => (sumOf(record, sha) === (record['receipt'] as { sum: string }).sum ? [] : ['output']),
};

/** Before that, `nd178/result@alpha` called the total `sum`. */
const FROM_ALPHA: Migration = {
  from: 'nd178/result@alpha',
  to: 'nd178/result@0',
  up: ({ sum, ...rest }) => ({ ...rest, total: sum }),
  faults: () => [],
};

function sumOf(record: RawRecord, sha: Sha256): string {
  return contentHash({ ...record, receipt: undefined }, sha);
}

function old(): RawRecord {
  const { benefits, receipt, ...rest } = reread(recordFor());
  const { engine, input, law } = receipt;
  const record = { ...rest, schema: 'nd178/result@0', pays: benefits };
  return { ...record, receipt: { engine, input, law, sum: sumOf(record, sha256Hex) } };
}

const migrations = [FROM_ALPHA, FROM_0];

describe('migrations', () => {
  test('an older record is replayed, its receipt checked in its own shape', () => {
    const read = readRecord(old(), { migrations });
    expect(read.ok && read.value).toMatchObject({ from: 'nd178/result@0', faults: [], record: { total: '744778125' } });
    expect(replay(old(), 1, { migrations })).toMatchObject({ status: 'same', causes: [], differences: [] });
  });

  test('an altered older record is found out', () => {
    const forged = altered(old(), 'total', '744778126');
    expect(replay(forged, 1, { migrations })).toMatchObject({
      status: 'different',
      causes: ['output-altered'],
      difference: '1',
    });
  });

  test('migrations are applied one after the other', () => {
    const { total, ...rest } = old();
    const found = migrated({ ...rest, sum: total, schema: 'nd178/result@alpha' }, sha256Hex, migrations);
    expect(found).toMatchObject({
      from: 'nd178/result@alpha',
      record: { schema: 'nd178/result@1', total: '744778125' },
    });
  });

  test('a version that no migration reads is named, not guessed', () => {
    expect(migrated({ schema: 'nd178/result@7' }, sha256Hex, migrations)).toBeUndefined();
    expect(MIGRATIONS).toEqual([]);
  });
});
