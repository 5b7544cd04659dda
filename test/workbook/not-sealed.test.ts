import { describe, expect, it } from 'vitest';
import { notSealed } from '../../src/workbook/batch/report.ts';

describe('a workbook of more people than a seal holds', () => {
  it('is told not to be sealed, and how to keep records', () => {
    const [note, ...more] = notSealed('xlsx', 250_001);
    expect([note?.code, more]).toEqual(['not-sealed', []]);
    expect(note?.vi).toContain('250001 người');
    expect(note?.en).toContain('chained NDJSON records');
  });

  it.each([
    ['xlsx', 250_000],
    ['csv', 250_001],
    ['ndjson', 1_000_000],
  ] as const)('%s of %i: nothing to tell', (to, rows) => {
    expect(notSealed(to, rows)).toEqual([]);
  });
});
