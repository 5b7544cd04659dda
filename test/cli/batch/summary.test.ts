import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { batchSummarySchema, type BatchSummary } from '../../../src/table/run-summary.ts';
import { command, testFolder } from '../../support/table.ts';

const file = testFolder();

const fixture = (name: string): string => new URL(`../../faults/list/${name}`, import.meta.url).pathname;

async function summaryOf(...args: readonly string[]): Promise<{ code: number; summary: BatchSummary }> {
  const to = file('summary.json');
  const { code } = await command('batch', ...args, '--summary', to, '--quiet');
  const summary = JSON.parse(readFileSync(to, 'utf8')) as BatchSummary;
  expect(batchSummarySchema.safeParse(summary).error).toBeUndefined();
  return { code, summary };
}

describe('--summary', () => {
  it('counts people and money as the results do, and says what was not read', async () => {
    const to = file('results.ndjson');
    const { code, summary } = await summaryOf(fixture('hidden-rows.xlsx'), '-o', to);
    const records = readFileSync(to, 'utf8').trimEnd().split('\n');
    const paid = records.map((line) => JSON.parse(line) as { outcome?: string; total?: string });
    const sum = paid.reduce((all, { total = '0' }) => all + BigInt(total), 0n);
    expect([code, summary.rows, summary.refused]).toEqual([4, 60, 1]);
    expect(summary.paid).toBe(paid.filter(({ outcome }) => outcome === 'paid').length);
    expect([summary.total, summary.units.reduce((all, { total }) => all + BigInt(total), 0n)]).toEqual([
      String(sum),
      sum,
    ]);
    expect(summary.notes.find(({ code: one }) => one === 'hidden-rows')?.message).toContain('3–39');
    expect(summary.codes.map(({ kind, title, first }) => [kind, title, first.cell])).toContainEqual([
      ...['fault', 'Ngày nghỉ sau tuổi nghỉ hưu', 'I35'],
    ]);
    expect(JSON.stringify(summary)).not.toContain('Phan Bá Tuấn');
  });

  it('names sheets where several are read, and who stands in both', async () => {
    const { summary } = await summaryOf(fixture('two-sheets.xlsx'), '--all-sheets', '-o', file('all.csv'));
    expect(summary.codes[0]?.first.sheet).toBe('Sở Nội vụ');
    const codes = summary.notes.map(({ code }) => code);
    expect(codes).toEqual(['sheet-read', 'columns-not-used', 'rows-passed-over', 'same-person']);
  });

  it('is written beside standard output, and where nobody stands in the list', async () => {
    const path = file('nobody.csv');
    writeFileSync(
      path,
      'Họ và tên,Ngày sinh,Giới tính,Nhóm đối tượng,Hình thức nghỉ,Ngày nghỉ,Mức độ chịu tác động,Số năm đóng BHXH\n',
    );
    const { summary } = await summaryOf(path, '-o', '-', '--to', 'ndjson');
    expect([summary.rows, summary.total, summary.notes.map(({ code }) => code)]).toEqual([
      0,
      '0',
      ['encoding', 'nobody'],
    ]);
  });

  it('has the head of the chain', async () => {
    const { summary } = await summaryOf(fixture('hidden-rows.xlsx'), '-o', file('chain.ndjson'), '--chain');
    expect(summary.chain).toEqual({ count: 60, head: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
  });

  it('is a file of its own', async () => {
    const to = file('same.csv');
    for (const taken of [to, fixture('hidden-rows.xlsx')]) {
      const { code, err } = await command('batch', fixture('hidden-rows.xlsx'), '-o', to, '--summary', taken);
      expect([code, err], taken).toEqual([2, expect.stringContaining('--summary')]);
    }
    expect(existsSync(to)).toBe(false);
  });
});
