import { readFileSync } from 'node:fs';
import * as sheetjs from '@e965/xlsx';
import { DEFAULT_LIMITS } from '../../../src/workbook/limits.ts';
import { markBook } from '../../../cli/files/book-file.ts';
import { sourceOf } from '../../../src/workbook/bytes.ts';
import type { WorkbookEdits } from '../../../src/workbook/mark/workbook.ts';
import type { OpenOptions } from '../../../src/workbook/open.ts';
import { partBytes, zipParts } from '../../../src/workbook/unzip.ts';
import { scanPart } from '../../../src/workbook/xml.ts';
import { zip } from '../../support/table.ts';

/** A workbook that another program made. */
export function fixture(name: string): Buffer {
  return readFileSync(new URL(name, import.meta.url));
}

/** The texts of all parts of a workbook, each checked against its sum and for being well-formed. */
export async function partsOf(file: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const part of (await zipParts(sourceOf(file), DEFAULT_LIMITS)).values()) {
    if (/\.(xml|rels|vml)$/.test(part.name)) await scanPart(part.name, partBytes(part), { open: () => undefined });
    const pieces: Uint8Array[] = [];
    for await (const piece of partBytes(part)) pieces.push(piece);
    parts.set(part.name, Buffer.concat(pieces).toString('utf8'));
  }
  return parts;
}

const NONE: WorkbookEdits = { marks: [], remarks: [], remarkHeading: 'Ý kiến', sheets: [], links: [] };

/** A workbook after edits: its bytes, the texts of its parts, and what another library reads in it. */
export async function edited(
  file: (name: string, content?: string | Uint8Array) => string,
  source: Uint8Array,
  edits: Partial<WorkbookEdits>,
  options?: OpenOptions,
): Promise<{ data: Buffer; parts: Map<string, string>; book: sheetjs.WorkBook }> {
  const target = file('edited.xlsx');
  await markBook(file('source.xlsx', source), target, { ...NONE, ...edits }, options);
  const data = readFileSync(target);
  return { data, parts: await partsOf(data), book: read(data) };
}

/** A workbook as another library reads it. */
export function read(data: Uint8Array): sheetjs.WorkBook {
  return sheetjs.read(data, { cellStyles: true, cellNF: true, cellFormula: true, cellHTML: true, sheetStubs: true });
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** What a hand-made workbook has besides its one sheet. */
export interface HandMade {
  readonly sheet: string;
  readonly styles?: string;
  readonly workbook?: string;
  /** More parts: name, kind of the relation from the workbook, content type, text. */
  readonly more?: readonly (readonly [name: string, kind: string, type: string, text: string])[];
  readonly folder?: string;
  readonly absolute?: boolean;
}

/** A workbook put together by hand, in whatever shape. */
export function handMade({ sheet, styles, workbook, more = [], folder = 'xl/', absolute }: HandMade): Buffer {
  const all = [
    ['worksheets/sheet1.xml', 'worksheet', `${TYPE}.worksheet+xml`, sheet] as const,
    ...(styles === undefined ? [] : [['styles.xml', 'styles', `${TYPE}.styles+xml`, styles] as const]),
    ...more,
  ];
  const relations = all.map(
    ([name, kind], at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${absolute ? `/${folder}` : ''}${name}"/>`,
  );
  const types = all.map(([name, , type]) => `<Override PartName="/${folder}${name}" ContentType="${type}"/>`);
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const space = 'xmlns="http://schemas.openxmlformats.org/package/2006';
  const book = `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="7" r:id="rId1"/></sheets></workbook>`;
  return zip([
    {
      name: '[Content_Types].xml',
      text: `${head}<Types ${space}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${folder}workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${types.join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${head}<Relationships ${space}/relationships"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="${folder}workbook.xml"/></Relationships>`,
    },
    { name: `${folder}workbook.xml`, text: workbook ?? head + book },
    {
      name: `${folder}_rels/workbook.xml.rels`,
      text: `${head}<Relationships ${space}/relationships">${relations.join('')}</Relationships>`,
    },
    ...all.map(([name, , , text]) => ({ name: folder + name, text })),
  ]);
}
