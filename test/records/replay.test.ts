import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtinLaw, calculate, loadLaw, recordOf, type Law, type Result } from '../../src/index.ts';
import { replay, ReplayTally, receiptOf, type Cause, type Replayed, type ResultRecord } from '../../src/records.ts';
import { anyAsOf, anyCase, anyInterpretations } from '../proof/oracle/arbitrary.ts';
import { altered, CASE_C, recordFor, reread } from '../support/records.ts';

const record = reread(recordFor());

/** The record with a value changed and its receipt made anew, as a forger would. */
function forged(path: string, to: unknown): Record<string, unknown> {
  const copy = altered(record, path, to) as unknown as ResultRecord;
  return { ...copy, receipt: receiptOf(copy) };
}

describe('replay of a record', () => {
  test('that nothing was done to: same, with no cause', () => {
    expect(replay(record, 3)).toEqual({
      row: 3,
      id: 'C',
      law: 'nd178@2025-03-15',
      status: 'same',
      causes: [],
      differences: [],
      difference: '0',
    });
  });

  test('of every case, reading and pinned day: what was recorded comes out again', () => {
    fc.assert(
      fc.property(anyCase, anyInterpretations, anyAsOf, (one, interpretations, asOf) => {
        const result = calculate(one, { scheme: 'nd178', interpretations, ...(asOf === undefined ? {} : { asOf }) });
        if (!result.ok) return;
        expect(replay(reread(recordOf(result.value)), 1)).toMatchObject({
          status: 'same',
          differences: [],
          causes: [],
        });
      }),
      { numRuns: 1500, seed: 6 },
    );
  });

  const changes: readonly [path: string, to: unknown, causes: Cause[], kinds: string[]][] = [
    ['total', '744778126', ['output-altered'], ['total']],
    ['benefits.2.amount', '92137501', ['output-altered'], ['line']],
    ['benefits.2.months', '6.5', ['output-altered'], ['line']],
    ['benefits.2.cite.0.at', 'Điều 99', ['output-altered'], ['provision']],
    ['benefits.2.row', 'another-row', ['output-altered'], ['line']],
    ['measures.monthsEarly', 31, ['output-altered'], ['measure']],
    ['measures.monthlySalary', '15356251', ['output-altered'], ['measure']],
    ['salary.0.amount', '1', ['output-altered'], ['salary']],
    ['outcome', 'nothing', ['output-altered'], ['outcome']],
    ['route', 'severance', ['output-altered'], ['outcome']],
    ['findings', [{ code: 'x', severity: 'info', message: '', cite: [] }], ['output-altered'], ['finding']],
    [
      'topUp',
      { version: '2025-07-01', total: '1', amount: '1', cite: [] },
      ['output-altered'],
      ['top-up', 'top-up', 'top-up'],
    ],
    ['case.person.name', 'Nguyễn Văn A', ['input-altered'], []],
    [
      'case.salary.coefficient',
      '4.98',
      ['input-altered'],
      ['measure', 'salary', 'salary', 'line', 'line', 'line', 'total'],
    ],
    ['receipt', undefined, ['receipt-broken'], []],
    ['receipt.law', `sha256:${'1'.repeat(64)}`, ['receipt-broken'], []],
    ['law.hash', `sha256:${'1'.repeat(64)}`, ['output-altered', 'receipt-broken'], []],
  ];

  test.each(changes)('%s altered to %j: %j, differing in %j', (path, to, causes, kinds) => {
    const found = replay(altered(record, path, to), 1);
    expect(found.status).toBe('different');
    expect(found.causes).toEqual(causes);
    expect(found.differences.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('a result altered with its receipt made anew is found out all the same, and priced', () => {
    const found = replay(forged('total', '844778125'), 1);
    expect(found).toMatchObject({ causes: ['output-altered'], difference: '100000000' });
    const line = replay(forged('benefits.2.amount', '102137500'), 1);
    expect(line.differences).toMatchObject([
      {
        kind: 'line',
        what: 'service',
        difference: '10000000',
        cite: [{ act: 'nd-178-2024', at: 'Điều 7 khoản 2' }, {}],
      },
    ]);
  });

  test('another engine that gave another result is named as the cause', () => {
    const other = forged('total', '744778126') as unknown as ResultRecord;
    const found = replay({ ...other, receipt: receiptOf(other, undefined, '0.0.9') }, 1);
    expect(found.causes).toEqual(['engine-changed']);
    const same = replay({ ...record, receipt: receiptOf(record as unknown as ResultRecord, undefined, '0.0.9') }, 1);
    expect(same.status).toBe('same');
    // The receipt covers the engine it names.
    const renamed = replay({ ...record, receipt: { ...record.receipt, engine: '0.0.9' } }, 1);
    expect(renamed.causes).toEqual(['receipt-broken']);
  });

  test('a version that is not installed is named, never recomputed under another', () => {
    for (const [path, to] of [
      ['law.version', '2025-05-05'],
      ['law.scheme', 'nd999'],
    ] as const) {
      const found = replay(forged(path, to), 1);
      expect(found).toMatchObject({ status: 'not-recomputed', causes: ['law-not-installed'], differences: [] });
      expect(found.difference).toBeUndefined();
    }
  });

  test('what is no record is told with its place', () => {
    expect(replay({ id: 'X' }, 7)).toMatchObject({
      row: 7,
      id: 'X',
      status: 'unreadable',
      issues: [{ code: 'not-a-record' }],
    });
  });
});

describe('readings, pins and accepted provisions are replayed', () => {
  const later = { leaving: { route: 'early-retirement', date: '2025-08-01', reorganisation: '2025-03-01' } };

  test('a chosen reading', () => {
    const question = 'service-from-july-2025';
    const standard = recordFor(later).interpretations.find(({ id }) => id === question)?.chosen;
    const other =
      builtinLaw()
        .questions('nd178')
        .get(question)
        ?.find((option) => option !== standard) ?? '';
    const chosen = recordFor(later, { interpretations: { [question]: other } });
    expect(chosen.options).toEqual({ interpretations: { [question]: other } });
    expect(chosen.total).not.toBe(recordFor(later).total);
    expect(replay(reread(chosen), 1).status).toBe('same');
    // A record without its options still has the readings it touched.
    expect(replay(altered(chosen, 'options', undefined), 1)).toMatchObject({
      causes: ['input-altered'],
      difference: '0',
    });
    expect(replay(altered(chosen, 'interpretations.0.chosen', standard), 1).differences).toMatchObject([
      { kind: 'interpretation', what: question },
    ]);
  });

  test('a pinned day', () => {
    const pinned = recordFor({}, { asOf: '2025-07-01' });
    expect(pinned.law.version).toBe('2025-07-01');
    expect(replay(reread(pinned), 1).status).toBe('same');
    expect(replay(altered(pinned, 'options', undefined), 1)).toMatchObject({
      causes: ['input-altered'],
      difference: '0',
    });
  });

  test('a case that no version covers', () => {
    const early = recordFor({ leaving: { ...later.leaving, date: '2024-12-01', reorganisation: '2024-11-01' } });
    expect(early).toMatchObject({ outcome: 'refused', law: { version: null } });
    expect(replay(reread(early), 1)).toMatchObject({ status: 'same', law: 'nd178' });
  });
});

describe('altered law', () => {
  const file = 'rules/acts/nd-178-2024.yaml';
  const text = readFileSync(file, 'utf8');

  function edited(from: string, to: string): Law {
    expect(text.split(from)).toHaveLength(2);
    const loaded = loadLaw([{ file, text: text.replace(from, to) }], { lang: 'en' });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    return loaded.value.law;
  }

  test('a rate that was changed is the cause, and the line and provision it moves are named', () => {
    const row = '  - id: early-months.first.to-60\n';
    const rule = text.slice(text.indexOf(row), text.indexOf('  - id: ', text.indexOf(row) + 9));
    const law = edited(rule, rule.replace('{rate: "1"', '{rate: "1.1"'));
    const found = replay(record, 1, { law });
    expect(found).toMatchObject({ status: 'different', causes: ['law-altered'], difference: '-46068750' });
    expect(found.differences.map(({ kind, what }) => `${kind} ${what}`)).toEqual(['line early-months', 'total total']);
    expect(found.differences[0]).toMatchObject({
      row: 'early-months.first.to-60',
      difference: '-46068750',
      cite: [{ act: 'nd-178-2024', at: 'Điều 7 khoản 1 điểm a' }],
    });
  });

  test('a record of values that are refused today is computed as it was then', () => {
    // 0.1.0 computed a coefficient of 465 without being told to, and warned of nothing.
    const told = recordFor({ salary: { ...CASE_C.salary, coefficient: '465' }, acceptImplausible: true });
    const plain = altered(
      altered(told, 'receipt', undefined),
      'case.acceptImplausible',
      undefined,
    ) as unknown as Result;
    const findings = told.findings.filter(({ code }) => code !== 'implausible-accepted');
    const older = reread(recordOf({ ...plain, findings }));
    expect(replay(older, 1)).toMatchObject({ status: 'same', causes: [], differences: [], difference: '0' });
    const more = altered(older, 'total', '1');
    expect(replay(more, 1)).toMatchObject({ status: 'different', causes: ['output-altered'] });
  });

  test('a title that was changed moves nothing, and the record says so', () => {
    const law = edited('vi: "Số tháng để tính trợ cấp thôi việc"', 'vi: "Số tháng tính trợ cấp thôi việc"');
    expect(replay(record, 1, { law })).toMatchObject({ causes: ['law-altered'], differences: [], difference: '0' });
  });

  test('a later decree leaves the records of earlier versions as they are', () => {
    const decree = 'examples/amending-decree/nd-999-2027.yaml';
    const loaded = loadLaw([{ file: decree, text: readFileSync(decree, 'utf8') }]);
    if (!loaded.ok) throw new Error();
    expect(replay(record, 1, { law: loaded.value.law }).status).toBe('same');
  });
});

describe('the sums of a replay', () => {
  test('count records, causes, amounts over and under, and provisions', () => {
    const tally = new ReplayTally();
    const all: Replayed[] = [
      replay(record, 1),
      replay(forged('total', '844778125'), 2),
      replay(forged('benefits.2.amount', '92137400'), 3),
      replay(altered(forged('total', '744778000'), 'case.id', 'C'), 4),
      replay({}, 5),
      replay(forged('law.version', '2025-05-05'), 6),
    ];
    for (const one of all) tally.add(one);
    tally.skip();
    expect(tally.summary()).toMatchObject({
      records: 5,
      same: 1,
      different: 3,
      notRecomputed: 1,
      unreadable: 1,
      refusals: 1,
      sameResult: 0,
      sameMoney: 0,
      causes: { 'output-altered': 3, 'law-not-installed': 1 },
      over: { records: 1, amount: '100000000' },
      under: { records: 1, amount: '125' },
      provisions: [{ benefit: 'service', records: 1, amount: '-100' }],
      laws: { 'nd178@2025-03-15': 4, 'nd178@2025-05-05': 1 },
    });
  });
});
