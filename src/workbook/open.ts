import { composed } from '../base/text.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { damaged } from '../messages/damage.ts';
import { FileRefused } from '../messages/refused.ts';
import type { Source } from './bytes.ts';
import type { WorkbookReader } from './plan.ts';
import { readHiddenColumns } from './hidden.ts';
import { readMerges } from './merges.ts';
import { readRelations, readStyles, readTexts, type Relations } from './parts.ts';
import { sheetRows } from './sheet.ts';
import type { SheetContext } from './stored-cell.ts';
import { isOldWord, KIND_BYTES, otherKindOf, otherZipOf } from './other-kind.ts';
import { partBytes, partNamed, zipParts, type ZipPart, type ZipParts } from './unzip.ts';
import { relationId, scanPart } from './xml.ts';

/** What a workbook may hold that is never used, only passed over. */
export const ALLOWANCES = ['macros', 'external-links'] as const;

/** Something that a workbook may hold and that is never used. */
export type Allowance = (typeof ALLOWANCES)[number];

/** How to open a workbook. */
export interface OpenOptions {
  readonly limits?: Limits;
  readonly allow?: readonly Allowance[];
}

/** Opens an .xlsx workbook. Throws {@link FileRefused} for what is no workbook, is damaged or hostile. */
export async function openXlsx(source: Source, options: OpenOptions = {}): Promise<WorkbookReader> {
  const limits = options.limits ?? DEFAULT_LIMITS;
  const parts = await workbookParts(source, options);
  const book = await bookPart(parts);
  const { sheets, from1904 } = await readBook(parts, book);
  const relations = await readRelations(parts, book);
  const found = new Map(
    sheetParts(book, sheets, relations, parts).map(({ sheet: { name }, part }): [string, ZipPart] => [name, part]),
  );
  const target = (kind: string): ZipPart | undefined => onlyPart(parts, book, relations, kind);
  const context: SheetContext = {
    texts: await readTexts(target('sharedStrings'), limits),
    styles: await readStyles(target('styles')),
    from1904,
    limits,
  };
  const partOf = (sheet: string): ZipPart => {
    const part = found.get(sheet);
    if (!part) throw new RangeError('no such sheet');
    return part;
  };
  let fraction = 0;
  return {
    sheets: [...found.keys()],
    hiddenSheets: sheets.flatMap(({ name, hidden }) => (hidden ? [name] : [])),
    fraction: () => fraction,
    merges: (sheet) => {
      const part = partOf(sheet);
      return readMerges(part.name, partBytes(part), limits.merges);
    },
    hiddenColumns: (sheet) => {
      const part = partOf(sheet);
      return readHiddenColumns(part.name, partBytes(part));
    },
    rows: (sheet) => {
      const part = partOf(sheet);
      return sheetRows(
        part.name,
        counted(partBytes(part), (seen) => (fraction = seen / part.unpacked)),
        context,
      );
    },
  };
}

/** How zip files begin, and the container of old workbooks and of those with a password. */
const ZIP = [0x50, 0x4b];
const OLD_FORMAT = [0xd0, 0xcf, 0x11, 0xe0];

/** The parts of a workbook. Throws {@link FileRefused} for what is no workbook, or hostile by its directory. */
export async function workbookParts(source: Source, options: OpenOptions = {}): Promise<ZipParts> {
  const limits = options.limits ?? DEFAULT_LIMITS;
  if (source.size > limits.fileBytes) throw new FileRefused('file-too-large', { limit: limits.fileBytes });
  const begin = await source.read(0, KIND_BYTES);
  if (OLD_FORMAT.every((byte, at) => begin[at] === byte))
    throw new FileRefused(isOldWord(await source.read(0, source.size)) ? 'word-file' : 'encrypted-workbook');
  if (!ZIP.every((byte, at) => begin[at] === byte)) {
    const kind = otherKindOf(begin);
    throw kind ? new FileRefused(kind) : new FileRefused('not-a-workbook', { why: 'zip' });
  }
  const parts = await zipParts(source, limits);
  const kind = otherZipOf(parts.keys());
  if (kind) throw new FileRefused(kind);
  checkContent(parts, options.allow ?? []);
  return parts;
}

/** The name of the part that lists the sheets. */
export async function bookPart(parts: ZipParts): Promise<string> {
  const books = [...(await readRelations(parts, '')).values()].filter(({ kind }) => kind === 'officeDocument');
  if (books.length > 1) throw damaged('_rels/.rels', 'two-of-kind', { value: 'officeDocument' });
  const target = books[0]?.target ?? 'xl/workbook.xml';
  return partNamed(parts, target)?.name ?? target;
}

/** The part that the relations of a workbook name for something of which there is one; undefined where they name none. */
function onlyPart(parts: ZipParts, book: string, relations: Relations, kind: string): ZipPart | undefined {
  const [only, other] = [...relations.values()].filter((one) => one.kind === kind);
  if (!only) return undefined;
  const part = partNamed(parts, only.target);
  if (other) throw damaged(book, 'two-of-kind', { value: kind });
  if (!part) throw damaged(only.target, 'missing', { by: book });
  return part;
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  tell: (seen: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
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
  readonly sheets: readonly { readonly name: string; readonly id: string; readonly hidden: boolean }[];
  readonly from1904: boolean;
}

/**
 * The parts of the sheets that hold cells. Two sheets of one name (in any case), or of one part, and a sheet without its
 * part are a damage: people would be lost, or counted twice. Throws {@link FileRefused} where there is no sheet at all.
 */
export function sheetParts<T extends { readonly name: string; readonly id: string }>(
  book: string,
  sheets: readonly T[],
  relations: Relations,
  parts: ZipParts,
): { readonly sheet: T; readonly part: ZipPart }[] {
  const names = new Set<string>();
  const taken = new Set<ZipPart>();
  const found = sheets.flatMap((sheet) => {
    const relation = relations.get(sheet.id);
    if (!relation) throw damaged(book, 'sheet-without-part', { value: sheet.name });
    const name = sheet.name.toLowerCase();
    const part = relation.kind === 'worksheet' ? partNamed(parts, relation.target) : undefined;
    if (names.has(name) || (part && taken.has(part))) throw damaged(book, 'two-sheets', { value: sheet.name });
    names.add(name);
    if (relation.kind !== 'worksheet') return [];
    if (!part) throw damaged(relation.target, 'missing', { by: book });
    taken.add(part);
    return [{ sheet, part }];
  });
  if (found.length === 0) throw new FileRefused('not-a-workbook', { why: 'sheets' });
  return found;
}

async function readBook(parts: ZipParts, name: string): Promise<Book> {
  const part = partNamed(parts, name);
  if (!part) throw new FileRefused('not-a-workbook', { why: name });
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  await scanPart(part.name, partBytes(part), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (tag !== 'sheet') return;
      const hidden = /^(hidden|veryHidden)$/.test(attributes['state'] ?? '');
      sheets.push({ name: composed(attributes['name'] ?? ''), id: relationId(attributes), hidden });
    },
  });
  return { sheets, from1904 };
}
