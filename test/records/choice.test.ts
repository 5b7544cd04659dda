import { describe, expect, test } from 'vitest';
import { builtinActs, builtinSchemes } from '../../src/law/builtin.ts';
import { calculate, recordOf, type CalculateOptions, type Result, type ResultRecord } from '../../src/index.ts';
import { buildLaw, type Law } from '../../src/law/law.ts';
import { replay } from '../../src/records/replay.ts';

/** Pensionable, 43 months early, in the days when Decree 178 and Decree 154 both stand: 178 gives more. */
const CASE = {
  person: { sex: 'male', birth: '1967-02', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-08-01', reorganisation: '2025-03-01', decided: '2025-07-15' },
  insurance: { years: 26, months: 4 },
  salary: { monthly: '10000000', average: '9000000' },
};

const CADRE = {
  ...CASE,
  person: { ...CASE.person, group: 'cadre' },
  leaving: { ...CASE.leaving, impact: 're-election' },
  settled: { scheme: 'nd177', amount: '100000000' },
};

function recorded(one: unknown, options: CalculateOptions = {}): ResultRecord {
  const result = calculate(one, options);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return recordOf(result.value);
}

/** A record changed by somebody who made its receipt anew. */
function forged(record: ResultRecord, change: Partial<Result>): ResultRecord {
  const result: Partial<ResultRecord> = { ...record, ...change };
  delete (result as { receipt?: unknown }).receipt;
  return recordOf(result as Result);
}

/** The law with Decree 154 paying a hundred months for a year early. */
function generous(): Law {
  const text = JSON.stringify(builtinActs().filter(({ act }) => act === 'nd-154-2025')).replaceAll(
    '{"rate":"5","per":"yearsEarly"}',
    '{"rate":"100","per":"yearsEarly"}',
  );
  const acts = [...builtinActs().filter(({ act }) => act !== 'nd-154-2025'), ...(JSON.parse(text) as [])];
  return buildLaw(acts, builtinSchemes());
}

describe('a record whose scheme was found', () => {
  const record = recorded(CASE);

  test('is found and computed again', () => {
    expect(record.candidates?.map(({ scheme, status }) => `${scheme} ${status}`)).toEqual([
      'nd178 chosen',
      'nd154 less',
      'nd29 not-in-force',
      'nd177 not-a-subject',
      'nq07 not-in-force',
      'nd338 not-in-force',
    ]);
    expect(replay(record, 1)).toMatchObject({ status: 'same', differences: [] });
  });

  test('tells what is said of another scheme and is not so', () => {
    const candidates = record.candidates?.map((one) => (one.scheme === 'nd154' ? { ...one, total: '1' } : one)) ?? [];
    expect(replay(forged(record, { candidates }), 1)).toMatchObject({
      status: 'different',
      differences: [{ kind: 'scheme', what: 'nd154', recorded: 'less 1' }],
    });
  });

  test('tells that another scheme is found now', () => {
    const found = replay(record, 1, { law: generous() });
    expect(found.status).toBe('different');
    expect(found.differences[0]).toMatchObject({ kind: 'scheme', recorded: 'nd178', computed: 'nd154' });
  });
});

describe('what stands beside the amount', () => {
  test('a pension is computed again', () => {
    const record = recorded(CASE, { pension: true });
    expect(record.pension?.rate).toBe('58%');
    expect(replay(record, 1).status).toBe('same');
    const pension = { ...record.pension, rate: '75%' } as NonNullable<Result['pension']>;
    expect(replay(forged(record, { pension }), 1).differences).toMatchObject([
      { kind: 'pension', what: 'rate', recorded: '75%', computed: '58%' },
    ]);
  });

  test('so is what an earlier settlement leaves due', () => {
    const record = recorded(CADRE);
    expect(record.raise?.paid).toBe('100000000');
    expect(replay(record, 1).status).toBe('same');
    const raise = { ...record.raise, due: '1' } as NonNullable<Result['raise']>;
    expect(replay(forged(record, { raise }), 1).differences).toMatchObject([
      { kind: 'top-up', what: 'due', recorded: '1', computed: record.raise?.due },
    ]);
  });
});
