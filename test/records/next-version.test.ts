import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  receiptOf,
  ReplayTally,
  ChainChecker,
  heldBytes,
  recordRows,
  replay,
  sha256Hex,
  type ResultRecord,
} from '../../src/records.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { verdictOf } from '../../src/records/verdict.ts';
import { recordFor, reread } from '../support/records.ts';
import { command, testFolder } from '../support/table.ts';
import { recordedResults } from '../support/tampering.ts';

const file = testFolder();

/** A version to come. */
const NEXT = '99.0.0';

/** What the next version says of records of today. */
function nextSays(records: readonly ResultRecord[]): { verdict: string; causes: string[] } {
  const tally = new ReplayTally();
  const replayed = records.map((record, at) => replay(record, at + 1, { engine: NEXT }));
  for (const one of replayed) tally.add(one);
  const verdict = verdictOf({ summary: tally.summary(), chain: new ChainChecker().report() }, 'en');
  return { verdict, causes: [...new Set(replayed.flatMap(({ causes }) => causes))] };
}

/** A record as this version would have made it, had it given something else. */
function asToday(record: ResultRecord, change: Partial<ResultRecord>): ResultRecord {
  const { receipt, ...result } = { ...record, ...change };
  return reread({ ...result, receipt: receiptOf(result, undefined, receipt.engine) });
}

describe('records of today under the next version', () => {
  test('come out as recorded, in every scheme', () => {
    const records = recordedResults(40);
    expect(nextSays(records)).toEqual({ verdict: 'All 40 records come out exactly as recorded.', causes: [] });
  });

  test('with a new note or another basis: the same money, and no word of tampering', () => {
    const record = recordFor();
    const [line] = record.benefits;
    if (!line) throw new Error('no line');
    const before = asToday(record, {
      findings: [],
      benefits: [
        { ...line, cite: line.cite.slice(0, 1).map((one) => ({ ...one, at: 'Điều 1' })) },
        ...record.benefits.slice(1),
      ],
    });
    const { verdict, causes } = nextSays([before]);
    expect(causes).toEqual(['engine-changed']);
    expect(verdict).toContain('1 of them with the same money and another basis or other findings');
    expect(verdict).not.toContain('altered');
  });

  test('with another amount: the engine, which is told, and no word of tampering', () => {
    const record = recordFor();
    const { verdict, causes } = nextSays([asToday(record, { total: '1' })]);
    expect(causes).toEqual(['engine-changed']);
    expect(verdict).toContain('another version of the engine gave another result');
    expect(verdict).not.toContain('altered');
  });

  test('that were altered are still told as altered', () => {
    expect(nextSays([{ ...recordFor(), total: '1' }]).causes).toEqual(['output-altered']);
  });

  test('a sealed workbook holds', async () => {
    const people = file(
      'people.csv',
      'person.sex,person.birth,person.group,leaving.route,leaving.date,leaving.reorganisation,insurance.years,salary.coefficient\n' +
        'male,1966-01-15,civil-servant,early-retirement,2025-05-01,2025-03-01,22,4.65\n',
    );
    const book = file('book.xlsx');
    await command('batch', people, '-o', book, '--quiet');
    const lang = 'en';
    const rows = recordRows(heldBytes(readFileSync(book)), {
      law: builtinLaw(),
      lang,
      sha256: sha256Hex,
      engine: NEXT,
    });
    const told: unknown[] = [];
    for await (const row of rows)
      told.push('seal' in row ? row.seal.broken : 'replayed' in row ? row.replayed.status : 0);
    expect(told).toEqual(['same', 0]);
  });
});
