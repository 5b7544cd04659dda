import { Decimal, ZERO } from '../../base/decimal.ts';
import { unaccented } from '../../base/text.ts';
import type { AuditAnnex } from '../../law/audit-annex.ts';
import type { Form } from '../../law/form.ts';
import type { AuditCell, AuditRow } from '../report.ts';
import { isWholeOfTopUp } from '../summary.ts';
import type { Finding } from './found.ts';

/** Where a row stands. */
export interface RowPlace {
  readonly file: string;
  readonly sheet: string;
  readonly form: Form;
}

/** What an audit says of a row, classed by the rule file of the annexes. */
export function findingOf(row: AuditRow, { file, sheet, form }: RowPlace, annex: AuditAnnex): Finding {
  const { name, unit = '', declaredTotal: declared, sameAs } = row;
  const common = { file, sheet, form: form.form, row: row.row, name, unit, declared };
  const impact = impactOf(`${sheet} ${unit}`, annex);
  if (sameAs?.kind === 'double' && sameAs.certainty !== 'possible') {
    const certainty = sameAs.certainty === 'certain' ? 'double-certain' : 'double-likely';
    const cause = annex.causes.find((one) => one.cause === 'double')?.cause ?? lastCause(annex);
    return { ...common, list: 'over', cause, certainty, due: '0', difference: declared ?? '0', impact, explanation: sameAs.message }; // prettier-ignore
  }
  if (sameAs?.kind === 'top-up' && !isWholeOfTopUp(row))
    return { ...common, list: 'right', due: declared, difference: '0', impact, explanation: sameAs.message };
  const first = row.cells.find(({ verdict }) => verdict === 'wrong');
  const open = row.cells.filter(({ verdict }) => verdict === 'unchecked');
  const pays = form.of !== 'salary';
  const difference = pays ? new Decimal(row.difference ?? 0) : ZERO;
  const cells = row.cells.filter((cell) => cell.verdict === 'wrong' || (row.verdict === 'unchecked' && cell.verdict === 'unchecked')); // prettier-ignore
  const shown = { ...common, due: row.computedTotal, difference: difference.toFixed(), impact, explanation: cells.map(({ cell, message }) => `${cell}: ${message}`).join('\n') }; // prettier-ignore
  if (first) {
    const list = difference.gt(0) ? 'over' : difference.lt(0) ? 'under' : 'other';
    const certainty = first.code === 'other-reading' ? 'reading' : 'wrong';
    return { ...shown, list, cause: causeOf(first, form, annex), certainty };
  }
  if (row.verdict === 'unchecked')
    return { ...shown, list: 'open', certainty: 'open', cause: causeOf(open[0], form, annex) };
  return { ...shown, list: 'right' };
}

/** The kind of error of a cell: by its code, else by the measure of its column. */
function causeOf(cell: AuditCell | undefined, form: Form, { causes }: AuditAnnex): string {
  const gives = form.columns.find(({ number }) => number === cell?.column)?.gives;
  const measure = gives && 'measure' in gives ? gives.measure : undefined;
  const salary = form.of === 'salary' ? 'salary' : undefined;
  const found =
    causes.find(({ codes }) => cell !== undefined && codes.includes(cell.code)) ??
    causes.find(({ measures }) => [measure, salary].some((one) => one !== undefined && measures.includes(one)));
  return found?.cause ?? causes.at(-1)?.cause ?? '';
}

function lastCause({ causes }: AuditAnnex): string {
  return causes.at(-1)?.cause ?? '';
}

function impactOf(heading: string, { impacts }: AuditAnnex): string {
  const text = unaccented(heading);
  const found = impacts.find(({ words }) => words.some((word) => text.includes(word)));
  return (found ?? impacts.at(-1))?.impact ?? '';
}
