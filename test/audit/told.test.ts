import { expect, it } from 'vitest';
import { auditDocument, type AuditTold } from '../../src/audit/document.ts';
import { AuditTally } from '../../src/audit/summary.ts';
import { markdownOf } from '../../src/explanation/layout/markdown.ts';

it.each([
  [100, undefined],
  [101, '... và 1 điều khác nữa; -o tệp.xlsx và --format json liệt kê tất cả.'],
])('of %i findings beside the rows none is passed over in silence', (count, rest) => {
  const found = Array.from({ length: count }, (_, at) => ({ place: 'a.xlsx › I.1', message: `dòng cộng ${at + 1}.` }));
  const told: AuditTold = { summary: new AuditTally().summary(), rows: [], more: 0, notes: [], sheets: [], found };
  const text = markdownOf(auditDocument(told, 'vi'));
  expect(text).toContain('dòng cộng 100.');
  expect(text.includes('dòng cộng 101.')).toBe(false);
  if (rest === undefined) expect(text).not.toContain('điều khác nữa');
  else expect(text).toContain(rest);
});
