import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { FileRefused } from '../refused.ts';
import type { WorkbookReader } from '../workbook.ts';
import { readMerges } from './merges.ts';
import { readRelations, readStyles, readTexts } from './parts.ts';
import { sheetRows, type SheetContext } from './sheet.ts';
import { partBytes, zipParts, type ZipPart, type ZipParts } from './unzip.ts';
import { attribute, scanPart } from './xml.ts';

/** What a workbook may hold that is never used, only passed over. */
export const ALLOWANCES = ['macros', 'external-links'] as const;

/** Something that a workbook may hold and that is never used. */
export type Allowance = (typeof ALLOWANCES)[number];

/** How to open a workbook. */
export interface OpenOptions {
  readonly limits?: Limits;
  readonly allow?: readonly Allowance[];
}

/** Bytes that are not taken apart go by faster in large pieces. */
const LOOKED_THROUGH_AT_ONCE = 1024 * 1024;

/** Opens an .xlsx workbook held in memory. Throws {@link FileRefused} for what is no workbook, is damaged or hostile. */
export async function openXlsx(file: Buffer, options: OpenOptions = {}): Promise<WorkbookReader> {
  const limits = options.limits ?? DEFAULT_LIMITS;
  const parts = workbookParts(file, options);
  const book = await bookPart(file, parts);
  const { sheets, from1904 } = await readBook(file, parts, book);
  const relations = await readRelations(file, parts, book);
  const target = (kind: string): string | undefined => [...relations.values()].find((one) => one.kind === kind)?.target;
  const context: SheetContext = {
    texts: await readTexts(file, parts, target('sharedStrings'), limits),
    styles: await readStyles(file, parts, target('styles')),
    from1904,
    limits,
  };
  const found = new Map<string, ZipPart>();
  for (const { name, id } of sheets) {
    const relation = relations.get(id);
    const part = relation?.kind === 'worksheet' ? parts.get(relation.target) : undefined;
    if (part) found.set(name, part);
  }
  if (found.size === 0) throw new FileRefused('not-a-workbook', { why: 'sheets' });
  const partOf = (sheet: string): ZipPart => {
    const part = found.get(sheet);
    if (!part) throw new RangeError('no such sheet');
    return part;
  };
  let fraction = 0;
  return {
    sheets: [...found.keys()],
    fraction: () => fraction,
    merges: (sheet) => {
      const part = partOf(sheet);
      return readMerges(part.name, partBytes(file, part, LOOKED_THROUGH_AT_ONCE), limits.merges);
    },
    rows: (sheet) => {
      const part = partOf(sheet);
      return sheetRows(
        part.name,
        counted(partBytes(file, part), (seen) => (fraction = seen / part.unpacked)),
        context,
      );
    },
  };
}

/** The parts of a workbook held in memory. Throws {@link FileRefused} for what is no workbook, or hostile by its directory. */
export function workbookParts(file: Buffer, options: OpenOptions = {}): ZipParts {
  const limits = options.limits ?? DEFAULT_LIMITS;
  if (file.length > limits.fileBytes) throw new FileRefused('file-too-large', { limit: limits.fileBytes });
  if (file.length >= 8 && file.readUInt32BE(0) === 0xd0cf11e0) throw new FileRefused('encrypted-workbook');
  if (file.length < 22 || file.readUInt16BE(0) !== 0x504b) throw new FileRefused('not-a-workbook', { why: 'zip' });
  const parts = zipParts(file, limits);
  checkContent(parts, options.allow ?? []);
  return parts;
}

/** The name of the part that lists the sheets. */
export async function bookPart(file: Buffer, parts: ZipParts): Promise<string> {
  const root = await readRelations(file, parts, '');
  return [...root.values()].find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
}

async function* counted(
  bytes: AsyncIterable<Buffer>,
  tell: (seen: number) => void,
): AsyncGenerator<Buffer, void, undefined> {
  let seen = 0;
  for await (const chunk of bytes) {
    tell((seen += chunk.length));
    yield chunk;
  }
}

function checkContent(parts: ZipParts, allow: readonly Allowance[]): void {
  for (const name of parts.keys()) {
    if (/vbaProject\.bin$|\/macrosheets\//i.test(name) && !allow.includes('macros'))
      throw new FileRefused('has-macros');
    if (/\/externalLinks\//i.test(name) && !allow.includes('external-links'))
      throw new FileRefused('has-external-links');
  }
}

interface Book {
  readonly sheets: readonly { readonly name: string; readonly id: string }[];
  readonly from1904: boolean;
}

async function readBook(file: Buffer, parts: ZipParts, name: string): Promise<Book> {
  const part = parts.get(name);
  if (!part) throw new FileRefused('not-a-workbook', { why: name });
  const sheets: { name: string; id: string }[] = [];
  let from1904 = false;
  await scanPart(part.name, partBytes(file, part), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (tag !== 'sheet') return;
      // `id` with a prefix is the relation; without one it would be the number of the sheet.
      const id = attribute(attributes, 'r:id') ?? /[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '';
      sheets.push({ name: (attribute(attributes, 'name') ?? '').normalize('NFC'), id });
    },
  });
  return { sheets, from1904 };
}
