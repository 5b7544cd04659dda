import type { Lang } from '../base/text.ts';
import type { Law } from '../law/law.ts';
import { cellName } from '../table/cell.ts';
import type { WorkbookEdits } from '../workbook/mark/workbook.ts';
import type { SheetCell, SheetPlan } from '../workbook/plan.ts';
import type { MarkColumn, MarkTable } from './mark-table.ts';
import { auditMarks } from './marks.ts';
import { Reconciler } from './reconcile/reconciler.ts';
import type { TotalCheck } from './reconcile/report.ts';
import type { AuditFile } from './report.ts';
import { AuditTally } from './summary.ts';

/** Rows above the first line of an added table: its title and its headings. */
const HEAD_ROWS = 2;

/**
 * What the audited copy of a workbook has beside what was sent: marks, remarks, and tables on sheets of their own. `totals`:
 * what its summary annexes declare, compared with the people of all files; default: with those of this file alone.
 */
export function auditEdits(
  file: AuditFile,
  law: Law,
  lang: Lang,
  totals: readonly TotalCheck[] = totalsAlone(file, law, lang),
): WorkbookEdits {
  const tally = new AuditTally(law);
  tally.add(file);
  const own = totals.filter((one) => one.file === file.file);
  const { marks, remarks, remarkHeading, headingRows, tables } = auditMarks(file, tally.summary(), lang, own);
  return { marks, remarks, remarkHeading, headingRows, sheets: tables.map(tableSheet), links: tables.flatMap(linksOf) };
}

function totalsAlone(file: AuditFile, law: Law, lang: Lang): readonly TotalCheck[] {
  const reconciler = new Reconciler({ law, lang });
  reconciler.add(file);
  return reconciler.result()?.totals ?? [];
}

/** A table as a sheet to be written. */
export function tableSheet({ name, title, columns, rows }: MarkTable): SheetPlan {
  return {
    name,
    widths: columns.map(({ width }) => width),
    frozenRows: HEAD_ROWS,
    filterRow: HEAD_ROWS,
    rows: [
      [{ text: title, style: 'title' }],
      columns.map((column): SheetCell => ({ text: column.title, style: 'heading' })),
      ...rows.map((row) => row.map((text, at) => cellOf(text, columns[at]))),
    ],
  };
}

function cellOf(text: string, column: MarkColumn | undefined): SheetCell {
  const style = column?.style ?? 'text';
  const isNumber = (style === 'dong' || style === 'count') && /^-?\d{1,15}(\.\d+)?$/.test(text);
  return isNumber ? { number: text, style } : { text, style: style === 'dong' || style === 'count' ? 'text' : style };
}

function linksOf({ name, links = [] }: MarkTable): WorkbookEdits['links'] {
  return links.flatMap((to, at) =>
    to === undefined
      ? []
      : [{ sheet: name, cell: cellName(at + HEAD_ROWS + 1, 0), toSheet: to.sheet, toCell: to.cell }],
  );
}
