import { describe, expect, it } from 'vitest';
import { command } from '../support/table.ts';
import type { AuditReport } from '../../src/audit.ts';
import { FIXTURES, makeFixtures, SPELLINGS } from './make-fixtures.ts';

// ND178_FIXTURES=write makes the workbooks again (LibreOffice has to be installed).
if (process.env['ND178_FIXTURES'] === 'write') makeFixtures();

async function audited(...args: string[]): Promise<{ code: number; report: AuditReport; err: string }> {
  const { code, out, err } = await command('audit', ...args, '--format', 'json', '--quiet');
  return { code, err, report: JSON.parse(out) as AuditReport };
}

describe('a workbook with every irregularity', () => {
  it('is read, and every repair told', async () => {
    const { report } = await audited(`${FIXTURES}/irregular.xlsx`);
    const sheet = report.files[0]?.sheets[0];
    expect(sheet).toMatchObject({ sheet: 'PL I.1', form: 'I.1' });
    expect(sheet?.rows).toHaveLength(SPELLINGS.length);
    sheet?.rows.forEach((row, at) => {
      expect(row.verdict, JSON.stringify(row, null, 1)).toBe(SPELLINGS[at]?.open ? 'unchecked' : 'right');
      expect(Object.fromEntries(row.repairs.map(({ cell, read }) => [cell.replace(/\d+$/, ''), read]))).toEqual(
        Object.fromEntries(
          Object.entries(SPELLINGS[at]?.repairs ?? {}).map(([number, read]) => [
            String.fromCharCode(65 + Number(number)),
            read,
          ]),
        ),
      );
    });
    expect(sheet?.rows[0]?.unit).toBe('I SƯ ĐOÀN A / 1 Trung đoàn B');
    expect(sheet?.rows[6]?.unit).toBe('I SƯ ĐOÀN A / 2 Trung đoàn C');
    expect(report.files[0]?.skipped).toEqual(['Bìa']);
  });

  it('judges the severance sheet; a formula without a stored value is refused with its cell', async () => {
    const { code, report } = await audited(`${FIXTURES}/irregular.xlsx`);
    const rows = report.files[0]?.sheets[1]?.rows ?? [];
    expect(rows.map(({ verdict }) => verdict)).toEqual(['right', 'right', 'wrong']);
    const wrong = rows[2]?.cells.filter(({ verdict }) => verdict !== 'right');
    expect(wrong?.map(({ cell, verdict, code: why }) => [cell, verdict, why])).toEqual([
      ['N7', 'wrong', 'wrong-amount'],
      ['S7', 'follow-on', 'follows'],
      ['U7', 'unchecked', 'formula-without-value'],
    ]);
    expect(code).toBe(5);
  });
});

describe('a workbook that LibreOffice wrote', () => {
  it('is read by its headings, with the salary of form I.5', async () => {
    const { report } = await audited(`${FIXTURES}/words.xlsx`);
    const [one, five] = report.files[0]?.sheets ?? [];
    expect(
      five?.rows.map(({ verdict }) => verdict),
      JSON.stringify(five?.rows),
    ).toEqual(['right', 'right']);
    expect(one?.notes.map(({ code }) => code)).toEqual(['no-number-row']);
    expect(one?.rows[0]?.verdict, JSON.stringify(one?.rows[0])).toBe('right');
    const salary = one?.rows[1]?.cells.find(({ column }) => column === 9);
    expect(salary).toMatchObject({ verdict: 'wrong', code: 'differs-from-salary-sheet', computed: '32572800' });
  });
});
