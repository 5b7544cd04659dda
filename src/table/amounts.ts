import type { Lang } from '../base/text.ts';
import { caseKey } from '../case/keys.ts';
import { tableMessage } from './messages.ts';
import type { RowIssue, RowRead } from './rows.ts';

/** Nobody means a coefficient of thousands. */
const LEAST_AMOUNT = 1000;

/**
 * The faults of a row, where amounts stand in columns of per cents and of coefficients (ghi số tiền vào cột hệ số, phần
 * trăm): one slip, told once at its per cent, with the cells of the coefficients that hold amounts as well.
 */
export function amountsTogether(issues: readonly RowIssue[], { raw }: RowRead, lang: Lang): readonly RowIssue[] {
  const first = issues.find(({ code, path }) => code === 'not-a-percent' && path.startsWith('salary.'));
  if (!first) return issues;
  const others = issues.filter(
    ({ code, path, cell }) =>
      code === 'implausible' &&
      cell !== undefined &&
      caseKey(path)?.type === 'decimal' &&
      Number(raw.get(path)) >= LEAST_AMOUNT,
  );
  if (others.length === 0) return issues;
  const cells = others.map(({ cell, column = '' }) => `${cell} "${column}"`).join(', ');
  const message = `${first.message} ${tableMessage(lang, 'also-amounts', { cells })}`;
  return issues.flatMap((one) => (one === first ? [{ ...one, message }] : others.includes(one) ? [] : [one]));
}
