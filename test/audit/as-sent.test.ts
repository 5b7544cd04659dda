import { describe, expect, it } from 'vitest';
import { audit, AuditTally, type AuditReport, type BookInput } from '../../src/audit.ts';
import { COLONEL, declaredI1, primaryOf, sheetOf, type Someone } from './model.ts';

/* Ways in which units send form I.1, beside those of the files in test/faults/audit. */

const PEOPLE: readonly Someone[] = ['Trần Văn An', 'Lê Văn Bình', 'Phạm Văn Cung'].map((name, at) => ({
  ...COLONEL,
  name,
  birth: `0${at + 3}/1971`,
}));
const rows = PEOPLE.map((one) => ({ ...primaryOf(one), ...declaredI1(one) }) as Record<number, string>);
/** A hundred million too much for the second. */
const WRONG = { ...rows[1], 23: String(Number(rows[1]?.[23]) + 100_000_000) };
const [an = {}, , cung = {}] = rows;

const sent = (people: readonly Record<number, string>[], above?: string): BookInput => {
  const sheet = sheetOf('I.1', people, 'PL I.1');
  const unit = above === undefined ? [] : [{ row: 2, cells: [above] }];
  return { file: 'a.xlsx', sheets: [{ ...sheet, rows: [...sheet.rows.slice(0, 1), ...unit, ...sheet.rows.slice(1)] }] };
};
const verdicts = ({ files }: AuditReport): string[] =>
  files[0]?.sheets[0]?.rows.map(({ verdict, difference }) => `${verdict} ${difference ?? '?'}`) ?? [];

describe('amounts in whole thousands', () => {
  const thousands = (cells: Record<number, string>): Record<number, string> =>
    Object.fromEntries(
      Object.entries(cells).map(([at, text]) => [
        at,
        /^\d{6,}$/.test(text) ? String(Math.round(Number(text) / 1000)) : text,
      ]),
    );
  const unit = 'Đơn vị tính: 1.000 đồng';

  it('are right where the salary was rounded too: 48 months of it are 48 roundings off', () => {
    expect(verdicts(audit([sent([an, cung].map(thousands), unit)]))).toEqual(['right 0', 'right 0']);
  });

  it('are wrong beyond those roundings', () => {
    const [found = ''] = verdicts(audit([sent([thousands(WRONG)], unit)]));
    expect(found).toMatch(/^wrong (?:99|100)\d{6}$/);
    // 30 roundings of the salary explain no month of it.
    const more = { ...thousands(an), 13: String(Number(thousands(an)[13]) + 32_535) };
    expect(verdicts(audit([sent([more], unit)]))[0]).toMatch(/^wrong/);
  });

  it('are compared to the last đồng where the salary has its parts of a thousand', () => {
    const exact = Object.fromEntries(
      Object.entries(an).map(([at, text]) => [at, /^\d{6,}$/.test(text) ? String(Number(text) / 1000) : text]),
    );
    expect(verdicts(audit([sent([exact], unit)]))).toEqual(['right 0']);
    const near = { ...exact, 13: String(Number(exact[13]) + 9) };
    expect(verdicts(audit([sent([near], unit)]))[0]).toMatch(/^wrong/);
  });
});

describe('cells that say "as above"', () => {
  it.each(['"', 'nt', '-nt-', 'Như trên', '〃'])(
    '%s: what stands there of the person before, told as a repair',
    (mark) => {
      const next = { ...cung, 3: mark, 7: mark, 8: mark };
      const report = audit([sent([an, next])]);
      expect(verdicts(report)).toEqual(['right 0', 'right 0']);
      expect(report.files[0]?.sheets[0]?.rows[1]?.repairs.map(({ text, read }) => [text, read])).toEqual([
        [mark, 'Đại tá'],
        [mark, '01/03/2025'],
        [mark, '01/06/2025'],
      ]);
    },
  );

  it('of nobody before are nothing', () => {
    expect(verdicts(audit([sent([{ ...an, 8: 'nt' }])]))).toEqual(['unchecked ?']);
  });
});

describe('dates with words before them', () => {
  it('are read: "từ 01/06/2025", "từ ngày 01/03/2025"', () => {
    const said = { ...an, 7: 'từ ngày 01/03/2025', 8: 'từ 01/06/2025' };
    expect(verdicts(audit([sent([said])]))).toEqual(['right 0']);
  });
});

describe('a sheet of whose people none could be judged', () => {
  it('is told: the audit ends as one that found something', () => {
    const found = (people: readonly Record<number, string>[]): boolean => {
      const tally = new AuditTally();
      for (const file of audit([sent(people)]).files) tally.add(file);
      return tally.found;
    };
    expect(found([{ ...an, 9: '30' }])).toBe(true);
    expect(found([an])).toBe(false);
    expect(found([an, { ...cung, 9: '30' }])).toBe(false);
  });
});
