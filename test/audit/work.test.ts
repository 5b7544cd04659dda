import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit, auditSchema, ranked, type AuditReport, type BookInput, type Finding } from '../../src/audit.ts';
import { contenders, Repetition, RISK_WEIGHTS } from '../../src/audit/work/risk.ts';
import { inspectionBooks } from './make-inspection.ts';
import { COLONEL, declaredI1, primaryOf, sheetOf } from './model.ts';

const books = inspectionBooks();

function drawn(report: AuditReport): string[] {
  return report.work?.sample?.drawn.map(({ file, sheet, row }) => `${file} ${sheet} ${row}`) ?? [];
}

describe('a sample', () => {
  const of = (size: number, seed: string, some: readonly BookInput[] = books): AuditReport =>
    audit(some, { sample: { size, seed } });

  it('is drawn again by its seed, in whichever order the files come, and is another by another seed', () => {
    const some = books.slice(0, 12);
    const first = drawn(of(9, 'a', some));
    expect(first).toHaveLength(9);
    expect(drawn(of(9, 'a', some))).toEqual(first);
    expect(drawn(of(9, 'a', [...some].reverse())).sort()).toEqual([...first].sort());
    expect(drawn(of(9, 'b', some))).not.toEqual(first);
  });

  it('is stratified: somebody of every stratum while the size allows, and everybody at the most', () => {
    const report = of(50, 'a');
    const strata = report.work?.sample?.strata ?? [];
    expect(strata.length).toBeGreaterThan(30);
    expect(strata.every((one) => one.drawn >= 1 && one.drawn <= one.people)).toBe(true);
    expect(strata.reduce((sum, one) => sum + one.drawn, 0)).toBe(50);
    expect(auditSchema.safeParse(report).error?.issues ?? []).toEqual([]);
    // Of 68 rows one repeats a person.
    expect([report.work?.sample?.people, drawn(of(500, 'a')).length]).toEqual([67, 67]);
    expect(drawn(of(1, 'a', books.slice(0, 3)))).toHaveLength(1);
  });
});

describe('the ranking', () => {
  const finding = (change: Partial<Finding>): Finding => ({
    ...{ file: 'a.xlsx', sheet: 'I.1', form: 'I.1', row: 1, name: 'A', unit: '', impact: 'direct', explanation: '' },
    ...{ list: 'over', cause: 'other', certainty: 'wrong', declared: '1000', due: '0', difference: '1000' },
    ...change,
  });

  it('weighs the amount, how certain it is, and how often the cause stands in the unit', () => {
    const found = ranked(
      [
        finding({ name: 'reading', unit: 'x', certainty: 'reading', difference: '1900' }),
        finding({ name: 'once', unit: 'y', difference: '1000' }),
        finding({ name: 'thrice', unit: 'z', difference: '900', row: 1 }),
        finding({ name: 'thrice', unit: 'z', difference: '-800', list: 'under', row: 2 }),
        finding({ name: 'thrice', unit: 'z', difference: '10', row: 3 }),
        finding({ name: 'open', unit: 'w', list: 'open', certainty: 'open', declared: '50', difference: '0' }),
        finding({ name: 'moves nothing', unit: 'v', difference: '0', list: 'other' }),
      ],
      10,
    );
    expect(found.map(({ name, score, repeated }) => `${name} ${score} ${repeated}`)).toEqual([
      'thrice 1080 3',
      'once 1000 1',
      'thrice 960 3',
      'reading 950 1',
      'thrice 12 3',
      'open 5 1',
    ]);
  });

  it('repeats no cause more than twice over, and takes other weights', () => {
    const many = Array.from({ length: 30 }, (_, row) => finding({ row }));
    expect(ranked(many, 1)[0]?.score).toBe('2000');
    const weights = { certainty: { wrong: '0', 'double-certain': '1', 'double-likely': '1', reading: '1', open: '1' }, repeated: '0', mostRepeated: '0' }; // prettier-ignore
    expect(ranked(many, 1, weights)).toEqual([]);
  });

  it('is the same when what cannot be among the heaviest is let go on the way', () => {
    const one = fc.record({
      file: fc.constantFrom('a.xlsx', 'b.xlsx'),
      unit: fc.constantFrom('x', 'y'),
      cause: fc.constantFrom('time', 'salary'),
      certainty: fc.constantFrom('wrong' as const, 'reading' as const, 'open' as const),
      difference: fc.constantFrom('0', '100', '101', '110', '150', '200', '-205', '300', '1000'),
    });
    const property = fc.property(fc.array(fc.array(one, { maxLength: 12 }), { maxLength: 8 }), (files) => {
      const repetition = new Repetition();
      const all: Finding[] = [];
      let held: Finding[] = [];
      for (const found of files.map((some) => some.map((each) => finding({ ...each, row: all.length })))) {
        for (const each of found) repetition.add(each);
        all.push(...found);
        held = contenders([...held, ...found], 4, RISK_WEIGHTS, repetition);
      }
      expect(ranked(held, 4, RISK_WEIGHTS, repetition)).toEqual(ranked(all, 4));
    });
    fc.assert(property, { numRuns: 200 });
    // Of many that weigh the same no more are held than are ranked.
    const many = Array.from({ length: 50 }, (_, row) => finding({ row }));
    const repetition = new Repetition();
    for (const each of many) repetition.add(each);
    expect(contenders(many, 4, RISK_WEIGHTS, repetition)).toEqual(many.slice(0, 4));
  });
});

describe('the statistics', () => {
  it('add up to the summary, by unit and by scheme; doubles are a cause of their own', () => {
    const { summary, work } = audit(books);
    for (const rows of [work?.statistics.units ?? [], work?.statistics.regimes ?? []]) {
      const sum = (of: (one: (typeof rows)[number]) => number): number => rows.reduce((all, one) => all + of(one), 0);
      expect([sum((one) => one.people), sum((one) => one.wrong), sum((one) => Number(one.over.amount))]).toEqual([
        summary.rows,
        summary.wrong,
        Number(summary.overpaid.amount),
      ]);
    }
    expect(work?.statistics.causes.map(({ key, people }) => [key, people])).toEqual([
      ['other', 8],
      ['time', 3],
      ['double', 1],
    ]);
  });

  it('class an error by its first cause: salary, time, and who is indirectly affected', () => {
    const right = { ...primaryOf(COLONEL), ...declaredI1(COLONEL) } as Record<number, string>;
    const more = (column: number, by: number): Record<number, string> => ({
      ...right,
      [column]: String(Number(right[column]) + by),
    });
    const sheet = sheetOf('I.1', [{ ...more(10, 1), 1: 'Trần Văn An' }], 'PL I.1 gián tiếp');
    const { work } = audit([{ file: 'a.xlsx', sheets: [sheet] }]);
    expect(work?.statistics.causes.map(({ key }) => key)).toEqual(['time']);
    const wrongTotal = sheetOf('I.1', [{ ...more(23, 5), 1: 'Trần Văn An' }], 'PL I.1 gián tiếp');
    const risk = audit([{ file: 'a.xlsx', sheets: [wrongTotal] }]).work?.risks[0];
    expect(risk).toMatchObject({ cause: 'other', impact: 'indirect', amount: '5', certainty: 'wrong' });
  });
});
