import { describe, expect, it } from 'vitest';
import { nd178, unhashed } from './fake-host.ts';

const CASE = `person: {sex: male, birth: 1966-01-15, group: civil-servant}
leaving: {route: early-retirement, date: 2025-05-01, reorganisation: 2025-03-01}
insurance: {years: 22, months: 0}
salary: {coefficient: 4.65, positionAllowance: 0.6, publicService: 25%}
`;
const run = (...args: string[]) =>
  nd178(args, { files: { 'c.yaml': CASE, 'law.yaml': `${CASE}law: nd178@15/03/2025\n` } });

describe('a day on the command line is read as one in a case', () => {
  it.each([
    [
      ['calc', 'c.yaml', '--as-of', '15/03/2025'],
      ['calc', 'c.yaml', '--as-of', '2025-03-15'],
    ],
    [
      ['calc', 'c.yaml', '--law', 'nd178@15/3/2025'],
      ['calc', 'c.yaml', '--law', 'nd178@2025-03-15'],
    ],
    [
      ['calc', 'law.yaml'],
      ['calc', 'c.yaml', '--law', 'nd178@2025-03-15'],
    ],
    [
      ['rules', 'show', 'nd178@15/03/2025'],
      ['rules', 'show', 'nd178@2025-03-15'],
    ],
    [
      ['rules', 'diff', 'nd154@1/7/2026', 'nd154@5/8/2026'],
      ['rules', 'diff', 'nd154@2026-07-01', 'nd154@2026-08-05'],
    ],
    [
      ['compare', 'c.yaml', '--laws', 'nd178@15/03/2025'],
      ['compare', 'c.yaml', '--laws', 'nd178@2025-03-15'],
    ],
    [
      ['compare', 'c.yaml', '--dates', '01/03/2025..01/05/2025'],
      ['compare', 'c.yaml', '--dates', '2025-03-01..2025-05-01'],
    ],
    [
      ['retirement-age', '15/1/1966', 'Nam', '--as-of', '15/03/2025'],
      ['retirement-age', '1966-01-15', 'male', '--as-of', '2025-03-15'],
    ],
  ])('%j', async (written, plain) => {
    const [one, other] = [await run(...written), await run(...plain)];
    expect([one.code, one.err]).toEqual([0, '']);
    // A record says how its version was chosen, so that the hashes of its receipt differ.
    expect(unhashed(one.out)).toBe(unhashed(other.out));
  });

  it.each([
    [['calc', 'c.yaml', '--as-of', '31/02/2025'], '--as-of: "31/02/2025" không phải một ngày có thật.'],
    [['calc', 'c.yaml', '--as-of', '05/13/2025'], 'Có phải 13/05/2025 (ngày trước, tháng sau)?'],
    [['calc', 'c.yaml', '--as-of', 'mai'], '--as-of: Không đọc được ngày từ "mai". Viết ngày/tháng/năm (dd/MM/yyyy).'],
    [['calc', 'c.yaml', '--law', 'nd178@5/2025'], '--law nd178@5/2025: "5/2025" chưa đủ ngày, tháng, năm.'],
    [['rules', 'show', 'nd178@1/1/25'], 'nd178@1/1/25: "1/1/25" có thể là năm 1925 hoặc 2025.'],
    [['compare', 'c.yaml', '--dates', '01/03/2025'], 'viết ngày đầu..ngày cuối, ví dụ 01/03/2025..01/06/2026'],
    [['compare', 'c.yaml', '--dates', '01/03/2025..30/02/2026'], '"30/02/2026" không phải một ngày có thật.'],
    [['compare', 'c.yaml', '--dates', '01/06/2025..01/03/2025'], 'ngày cuối trước ngày đầu'],
    [['compare', 'c.yaml', '--dates', '01/03/2025..01/06/2025', '--step', '0'], '--step "0": viết số tháng'],
    [['compare', 'c.yaml', '--dates', '01/03/1925..01/06/2025'], 'nhiều hơn 240 ngày'],
  ])('%j is told', async (args, told) => {
    const ran = await run(...args);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(told);
  });
});
