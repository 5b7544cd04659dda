import type { Lang } from '../base/text.ts';
import { columnName } from '../table/cell.ts';
import type { Sink } from './bytes.ts';
import type { SheetPlan } from './plan.ts';
import { notesXml, notesDrawing } from './notes.ts';
import { escapeXml } from './cell-text.ts';
import { sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';
import { ZipFile } from './zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Namespace of the relations between the parts of a workbook. */
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** Namespace of spreadsheets. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** How the content types of spreadsheet parts begin. */
export const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Writes a workbook, sheet after sheet, as the rows come. Memory does not grow with the rows, and the same sheets give
 * the same bytes. `lang`: the language whose numbers it shows.
 */
export async function saveXlsx(sink: Sink, sheets: readonly SheetPlan[], lang: Lang = 'vi'): Promise<void> {
  const zip = new ZipFile(sink);
  await zip.add('[Content_Types].xml', [contentTypes(sheets)]);
  await zip.add('_rels/.rels', [relations([['officeDocument', 'xl/workbook.xml']])]);
  await zip.add('xl/workbook.xml', [workbookXml(sheets)]);
  const targets: [string, string][] = sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`]);
  await zip.add('xl/_rels/workbook.xml.rels', [relations([...targets, ['styles', 'styles.xml']])]);
  await zip.add('xl/styles.xml', [stylesXml(lang)]);
  for (const [at, plan] of sheets.entries()) {
    await zip.add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(plan, at === 0, { lang }));
    const notes = plan.notes ?? [];
    if (notes.length === 0) continue;
    const links: [string, string][] = [
      ['vmlDrawing', `../drawings/vmlDrawing${at + 1}.vml`],
      ['comments', `../comments${at + 1}.xml`],
    ];
    await zip.add(`xl/worksheets/_rels/sheet${at + 1}.xml.rels`, [relations(links)]);
    await zip.add(`xl/comments${at + 1}.xml`, [notesXml(notes)]);
    await zip.add(`xl/drawings/vmlDrawing${at + 1}.vml`, [notesDrawing(notes)]);
  }
  await zip.finish();
}

/** The relations of a part, numbered rId1, rId2 and so on. */
export function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const items = targets.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(sheets: readonly SheetPlan[]): string {
  const parts = sheets.flatMap((plan, at) => [
    `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
    ...((plan.notes ?? []).length === 0
      ? []
      : [`<Override PartName="/xl/comments${at + 1}.xml" ContentType="${TYPE}.comments+xml"/>`]),
  ]);
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
    `${parts.join('')}</Types>`
  );
}

function workbookXml(sheets: readonly SheetPlan[]): string {
  const tabs = sheets.map(
    (plan, at) => `<sheet name="${escapeXml(plan.name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const titles = sheets.flatMap((plan, at) => {
    const places = printTitles(plan);
    if (places.length === 0) return [];
    const quoted = `'${escapeXml(plan.name.replace(/'/g, "''"))}'`;
    const ranges = places.map((place) => `${quoted}!${place}`).join(',');
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${ranges}</definedName>`];
  });
  const names = titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`;
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${tabs.join('')}</sheets>${names}</workbook>`;
}

/** The columns and the rows of a sheet that are printed on each of its pages. */
function printTitles({ frozenRows, frozenColumns = 0, printedRows }: SheetPlan): string[] {
  const [first, last] = printedRows ?? [1, frozenRows];
  const columns = frozenColumns > 0 ? [`$A:$${columnName(frozenColumns - 1)}`] : [];
  return [...columns, ...(last > 0 ? [`$${first}:$${last}`] : [])];
}

/** The range of a whole column of a sheet from a row on: "C2:C5000". */
export function columnRange(column: number, fromRow: number, toRow: number): string {
  return `${columnName(column)}${fromRow}:${columnName(column)}${toRow}`;
}
