import { composed } from '../../base/text.ts';
import { FileRefused } from '../../messages/refused.ts';
import type { Sink, Source } from '../bytes.ts';
import type { SheetPlan } from '../plan.ts';
import { EditBook, sheetReference, STRICT_OFFICE } from './book.ts';
import { EditLinks, relationsOf } from './links.ts';
import { cellOf, editSheet, type SheetEdits } from './marks.ts';
import { EditStyles } from './styles.ts';
import type { MarkTexts } from './text.ts';
import { EditParts } from './parts.ts';
import { notesDrawing, notesXml } from '../notes.ts';
import { bookPart, sheetParts, workbookParts, type OpenOptions } from '../open.ts';
import { readRelations } from '../parts.ts';
import { MAIN, OFFICE, relations, TYPE } from '../save.ts';
import { sheetXml } from '../sheet-xml.ts';

/** What is put into a copy of a workbook. */
export interface WorkbookEdits {
  /**
   * Cells of the workbook's own sheets. One that is wrong, or wrong because another is, shows the declared value struck
   * through above the computed one in bold; one that was not checked keeps its value and gets a light fill.
   */
  readonly marks: readonly (MarkTexts & { readonly sheet: string; readonly cell: string })[];
  /** What is to be said about a row, in a new column right of everything; several on one row stand below one another. */
  readonly remarks: readonly { readonly sheet: string; readonly row: number; readonly text: string }[];
  /** The heading of the remarks, in the row above the first of them. */
  readonly remarkHeading: string;
  /** The row for that heading, where another than the one above the first remark. */
  readonly headingRows?: readonly { readonly sheet: string; readonly row: number }[];
  /** Sheets behind the workbook's own. One whose name is taken gets another: "Name (2)". */
  readonly sheets: readonly SheetPlan[];
  /**
   * Cells that lead to a cell of another sheet; one whose mark shows two amounts, or that leads elsewhere
   * already, gets no link. Where one of the appended sheets and one of the workbook's own are
   * wished the same name, `sheet` means the appended one and `toSheet` the workbook's own.
   */
  readonly links: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly toSheet: string;
    readonly toCell: string;
  }[];
}

interface OwnSheet {
  readonly part: string;
  readonly at: number;
}

interface NewSheet {
  readonly plan: SheetPlan;
  readonly name: string;
}

/** A workbook after its edits. */
export interface MarkedWorkbook {
  save(sink: Sink): Promise<void>;
}

/**
 * Makes a copy of a workbook with edits; everything else stays as it is. The same input gives the same bytes. Throws
 * {@link FileRefused} for what the reader refuses too, and a RangeError for a sheet or cell that is not there.
 */
export async function markWorkbook(
  source: Source,
  edits: WorkbookEdits,
  options: OpenOptions = {},
): Promise<MarkedWorkbook> {
  const editor = await WorkbookEditor.open(source, options);
  await editor.edit(edits);
  return editor;
}

/** A workbook while it is edited. */
class WorkbookEditor {
  readonly #parts: EditParts;
  readonly #links: EditLinks;
  readonly #book: EditBook;
  readonly #styles: EditStyles;
  readonly #stylesPart: { readonly name: string; readonly isNew: boolean };
  readonly #chain: string | undefined;
  readonly #own: ReadonlyMap<string, OwnSheet>;

  private constructor(
    parts: EditParts,
    book: EditBook,
    own: ReadonlyMap<string, OwnSheet>,
    styles: { readonly name: string; readonly text: string | undefined },
    chain: string | undefined,
  ) {
    this.#parts = parts;
    this.#links = new EditLinks(parts);
    this.#book = book;
    this.#own = own;
    this.#stylesPart = { name: styles.name, isNew: styles.text === undefined };
    this.#styles = new EditStyles(styles.name, styles.text ?? `<styleSheet xmlns="${MAIN}"></styleSheet>`);
    this.#chain = chain;
  }

  static async open(source: Source, options: OpenOptions): Promise<WorkbookEditor> {
    const zip = await workbookParts(source, options);
    const parts = new EditParts(zip);
    const name = await bookPart(zip);
    if (!zip.has(name)) throw new FileRefused('not-a-workbook', { why: name });
    const book = new EditBook(name, await parts.needed(name));
    const related = await readRelations(zip, name);
    const target = (kind: string): string | undefined => [...related.values()].find((one) => one.kind === kind)?.target;
    const own = new Map(
      sheetParts(name, book.sheets(), related, zip).map(({ sheet, part }): [string, OwnSheet] => [
        sheet.name,
        { part: part.name, at: sheet.at },
      ]),
    );
    const stylesName =
      target('styles') ?? parts.unused((number) => `${folderOf(name)}styles${number === 1 ? '' : number}.xml`);
    const styles = { name: stylesName, text: await parts.text(stylesName) };
    return new WorkbookEditor(parts, book, own, styles, target('calcChain'));
  }

  /** Writes the workbook as it is now. */
  save(sink: Sink): Promise<void> {
    return this.#parts.save(sink);
  }

  async edit(edits: WorkbookEdits): Promise<void> {
    const added = edits.sheets.map((plan): NewSheet => ({ plan, name: this.#book.name(plan.name) }));
    const links = this.#located(edits, added);
    let formulasLost = false;
    let replaced = false;
    for (const [name, { part, at }] of this.#own) {
      const ofSheet = <T extends { readonly sheet: string }>(all: readonly T[]): T[] =>
        all.filter(({ sheet }) => composed(sheet) === name);
      const own: SheetEdits = {
        marks: ofSheet(edits.marks),
        remarks: ofSheet(edits.remarks),
        remarkHeading: edits.remarkHeading,
        headingRow: ofSheet(edits.headingRows ?? [])[0]?.row,
        links: links.get(part) ?? [],
      };
      if (own.marks.length + own.remarks.length + own.links.length === 0) continue;
      const edited = editSheet(part, await this.#parts.needed(part), own, this.#styles);
      this.#parts.put(part, edited.xml);
      formulasLost ||= edited.formulasLost;
      replaced ||= edited.replaced;
      if (edited.remarks) this.#book.widenPrint(at, edited.remarks.row, edited.remarks.column);
    }
    for (const [index, sheet] of added.entries()) await this.#append(sheet, links.get(index) ?? []);
    // The order of calculation names cells with formulas; programs make it anew where it is missing.
    if (formulasLost && this.#chain !== undefined) await this.#links.forget(this.#book.part, 'calcChain', this.#chain);
    if (replaced) this.#book.keepValues();
    if (this.#book.changed) this.#parts.put(this.#book.part, this.#book.xml());
    await this.#putStyles();
  }

  /** The links by the part of the sheet they stand on, or by the place of an appended sheet. */
  #located(
    { links, marks, remarks }: WorkbookEdits,
    added: readonly NewSheet[],
  ): Map<string | number, SheetEdits['links'][number][]> {
    for (const { sheet } of [...marks, ...remarks]) this.#ownSheet(sheet);
    const found = new Map<string | number, SheetEdits['links'][number][]>();
    const newAt = (name: string): number => added.findIndex(({ plan }) => same(plan.name, name));
    for (const { sheet, cell, toSheet, toCell } of links) {
      const at = newAt(sheet);
      const key = at >= 0 ? at : this.#ownSheet(sheet).part;
      const aim = this.#own.has(composed(toSheet)) ? composed(toSheet) : added[newAt(toSheet)]?.name;
      if (aim === undefined) throw new RangeError(`no such sheet: ${toSheet}`);
      cellOf(toCell);
      const location = sheetReference(aim, toCell.replace(/\$/g, '').toUpperCase());
      found.set(key, [...(found.get(key) ?? []), { cell, location }]);
    }
    return found;
  }

  #ownSheet(name: string): OwnSheet {
    const own = this.#own.get(composed(name));
    if (!own) throw new RangeError(`no such sheet: ${name}`);
    return own;
  }

  async #append({ plan, name }: NewSheet, links: SheetEdits['links']): Promise<void> {
    const { part: book, strict } = this.#book;
    const folder = folderOf(book);
    const part = this.#parts.unused((number) => `${folder}worksheets/sheet${number}.xml`);
    let xml = '';
    for await (const piece of sheetXml(plan, false, { styles: (style) => this.#styles.look(style) })) xml += piece;
    const none = { marks: [], remarks: [], remarkHeading: '' };
    if (links.length > 0) xml = editSheet(part, xml, { ...none, links }, this.#styles).xml;
    this.#parts.put(part, strict ? inStrictForm(xml) : xml);
    await this.#links.type(part, `${TYPE}.worksheet+xml`);
    const id = await this.#links.relate(book, 'worksheet', part.slice(folder.length), strict);
    this.#book.add(name, id, plan.frozenRows);
    if ((plan.notes ?? []).length > 0) await this.#appendNotes(part, plan.notes ?? []);
  }

  async #appendNotes(sheet: string, notes: NonNullable<SheetPlan['notes']>): Promise<void> {
    const { part: book, strict } = this.#book;
    const folder = folderOf(book);
    const form = strict ? inStrictForm : (xml: string): string => xml;
    const comments = this.#parts.unused((number) => `${folder}comments${number}.xml`);
    this.#parts.put(comments, form(notesXml(notes)));
    const drawing = this.#parts.unused((number) => `${folder}drawings/vmlDrawing${number}.vml`);
    this.#parts.put(drawing, notesDrawing(notes));
    const targets = [
      ['vmlDrawing', `/${drawing}`],
      ['comments', `/${comments}`],
    ] as const;
    this.#parts.put(relationsOf(sheet), form(relations(targets)));
    await this.#links.type(comments, `${TYPE}.comments+xml`);
    await this.#links.extension('vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing');
  }

  async #putStyles(): Promise<void> {
    const { name, isNew } = this.#stylesPart;
    if (!this.#styles.changed) return;
    const xml = this.#styles.xml();
    if (!isNew) return this.#parts.put(name, xml);
    const { part: book, strict } = this.#book;
    this.#parts.put(name, strict ? inStrictForm(xml) : xml);
    await this.#links.type(name, `${TYPE}.styles+xml`);
    await this.#links.relate(book, 'styles', `/${name}`, strict);
  }
}

function same(one: string, other: string): boolean {
  return composed(one) === composed(other);
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** XML of our own with the names of the strict form of the format. */
function inStrictForm(xml: string): string {
  return xml
    .replaceAll(`"${MAIN}"`, '"http://purl.oclc.org/ooxml/spreadsheetml/main"')
    .replaceAll(`"${OFFICE}`, `"${STRICT_OFFICE}`);
}
