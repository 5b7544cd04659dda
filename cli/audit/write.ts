import { auditMarks, AuditTally, type AuditFile, type MarkColumn, type MarkTable } from '../../src/audit.ts';
import type { SheetCell, SheetPlan } from '../../src/workbook/plan.ts';
import { cellName } from '../../src/table/cell.ts';
import type { WorkbookEdits } from '../../src/workbook/mark/workbook.ts';
import { markBook } from '../files/book-file.ts';
import type { Lang } from '../../src/base/text.ts';
import type { Law } from '../../src/law/law.ts';
import type { Allowance } from '../../src/workbook/open.ts';

/** Rows above the first line of an added table: its title and its headings. */
const HEAD_ROWS = 2;

/** Writes the audited copy of a workbook. The source is never touched. */
export async function writeAudited(
  source: string,
  target: string,
  file: AuditFile,
  { lang, law, allow }: { readonly lang: Lang; readonly law: Law; readonly allow: readonly Allowance[] },
): Promise<void> {
  const tally = new AuditTally(law);
  tally.add(file);
  const { marks, remarks, remarkHeading, headingRows, tables } = auditMarks(file, tally.summary(), lang);
  const edits: WorkbookEdits = {
    marks,
    remarks,
    remarkHeading,
    headingRows,
    sheets: tables.map(planOf),
    links: tables.flatMap(linksOf),
  };
  await markBook(source, target, edits, { allow });
}

function planOf({ name, title, columns, rows }: MarkTable): SheetPlan {
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
