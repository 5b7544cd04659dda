import { composed } from '../../base/text.ts';
import { areaOf } from '../area.ts';
import { appended, childOf, parseXml, placeFor, spliced, withAttributes, type Splice, type XmlNode } from './xml.ts';
import { cellName } from '../../table/cell.ts';
import { OFFICE } from '../save.ts';
import { escapeXml } from '../cell-text.ts';
import { relationId } from '../xml.ts';
import { damaged } from '../../messages/damage.ts';

/** The children of a workbook in the order that the format asks for, as far as something is put among them. */
const BOOK_ORDER = [
  ...['fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups'],
  ...['externalReferences', 'definedNames'],
];
const LONGEST_NAME = 31;
/** The calculation engine of Office since 2019. */
const CALCULATION = 191_029;

/** A print area that a person made is shorter. */
const LONGEST_PRINTED = 4000;

/** Each area of a print area: the sheet with its "!", and the range of cells. */
const PRINTED = /((?:'(?:[^']|'')*'|[^\s',!]+)!?)(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)?/g;
/** Namespace of relations in the strict form. */
export const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** A name that no sheet has yet, made of the one wished for: programs allow 31 characters and none of `[]:*?/\`. */
export function sheetName(wished: string, taken: readonly string[]): string {
  const key = (name: string): string => composed(name).toLowerCase();
  const names = new Set(taken.map(key));
  const bare = composed(wished)
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .trim();
  const named = withoutQuotes(bare).trim();
  const base = named === '' || key(named) === 'history' ? 'Sheet' : named;
  for (let number = 1; ; number++) {
    const tail = number === 1 ? '' : ` (${number})`;
    const name = shortened(base, LONGEST_NAME - tail.length) + tail;
    if (!names.has(key(name))) return name;
  }
}

/** A text without single quotes at its ends: no name of a sheet begins or ends with one. */
function withoutQuotes(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && text.charAt(from) === "'") from++;
  while (to > from && text.charAt(to - 1) === "'") to--;
  return text.slice(from, to);
}

/** The beginning of a text, cut between characters and not inside one. */
function shortened(text: string, length: number): string {
  let short = '';
  for (const [character] of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    if (short.length + character.length > length) break;
    short += character;
  }
  return short.trimEnd();
}

/** A reference to a cell of a sheet: `'Sheet'!A1`. */
export function sheetReference(sheet: string, cell: string): string {
  return `'${sheet.replace(/'/g, "''")}'!${cell}`;
}

/** The list of the sheets of a workbook while it is edited. */
export class EditBook {
  readonly part: string;
  /** Whether the names of the format are those of its strict form. */
  readonly strict: boolean;
  readonly #xml: string;
  readonly #root: XmlNode;
  readonly #list: XmlNode;
  readonly #splices: Splice[] = [];
  readonly #names: string[];
  #sheets = '';
  #defined = '';
  #lastId: number;

  constructor(part: string, xml: string) {
    this.part = part;
    this.#xml = xml;
    this.#root = parseXml(part, xml);
    const list = childOf(this.#root, 'sheets');
    if (!list) throw damaged(part);
    this.#list = list;
    this.strict = Object.values(this.#root.attributes).some((value) => value.startsWith('http://purl.oclc.org/ooxml/'));
    this.#names = list.children.map(({ attributes }) => attributes['name'] ?? '');
    this.#lastId = Math.max(0, ...list.children.map(({ attributes }) => Number(attributes['sheetId'] ?? 0)));
  }

  /** The sheets: name, the relation that leads to the part, and the number in the order of the tabs. */
  sheets(): { name: string; id: string; at: number }[] {
    return this.#list.children.map(({ attributes }, at) => ({
      name: composed(attributes['name'] ?? ''),
      id: relationId(attributes),
      at,
    }));
  }

  /** Takes a name for a new sheet. */
  name(wished: string): string {
    const name = sheetName(wished, this.#names);
    this.#names.push(name);
    return name;
  }

  /** Adds a sheet under a name that was taken, with rows at the top that are printed on each page. */
  add(name: string, relation: string, titleRows: number): void {
    const { prefix, attributes } = this.#root;
    const office = this.strict ? STRICT_OFFICE : OFFICE;
    const known = Object.keys(attributes).find((key) => key.startsWith('xmlns:') && attributes[key] === office);
    const id = known === undefined ? ` xmlns:r="${office}" r:id="${relation}"` : ` ${known.slice(6)}:id="${relation}"`;
    const own = withAttributes({}, { name, sheetId: String(++this.#lastId) });
    this.#sheets += `<${prefix}sheet${own}${id}/>`;
    if (titleRows === 0) return;
    const place = this.#names.indexOf(name);
    const rows = escapeXml(sheetReference(name, `$1:$${titleRows}`));
    const tag = `${prefix}definedName`;
    this.#defined += `<${tag} name="_xlnm.Print_Titles" localSheetId="${place}">${rows}</${tag}>`;
  }

  /** Widens what is printed of a sheet up to a column, where the rows that are printed hold a certain one. */
  widenPrint(at: number, row: number, column: number): void {
    for (const node of childOf(this.#root, 'definedNames')?.children ?? []) {
      const { attributes } = node;
      if (attributes['name'] !== '_xlnm.Print_Area' || attributes['localSheetId'] !== String(at)) continue;
      const old = node.text;
      if (old.length > LONGEST_PRINTED) continue;
      const text = old.replace(PRINTED, (all, sheet: string, reference?: string) => {
        const area = sheet.endsWith('!') ? areaOf(reference ?? '') : undefined;
        if (!area || row < area.top || row > area.bottom || column <= area.right) return all;
        const [first, last] = [cellName(area.top, area.left), cellName(area.bottom, column)];
        return `${sheet}${[first, last].map((cell) => cell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')).join(':')}`;
      });
      if (text !== old) this.#splices.push({ at: node.openEnd, to: node.closeStart, text: escapeXml(text) });
    }
  }

  /**
   * Says that the values in the workbook are those of a program of today. Without it Office computes everything anew
   * when it opens a file of an older one, and totals over cells that now hold two amounts as text would change. A
   * workbook that asks to be computed when it is opened, or says nothing of how it is computed, is left as it is.
   */
  keepValues(): void {
    const node = childOf(this.#root, 'calcPr');
    if (!node || /^(1|true)$/.test(node.attributes['fullCalcOnLoad'] ?? '')) return;
    if (Number(node.attributes['calcId'] ?? 0) >= CALCULATION) return;
    const close = node.openEnd === node.end ? '/' : '';
    const attributes = withAttributes(node.attributes, { calcId: String(CALCULATION) });
    this.#splices.push({ at: node.start, to: node.openEnd, text: `<${node.prefix}calcPr${attributes}${close}>` });
  }

  /** Whether anything was added or widened. */
  get changed(): boolean {
    return this.#splices.length > 0 || this.#sheets !== '';
  }

  /** The list as it is now. */
  xml(): string {
    const splices = [...this.#splices];
    if (this.#sheets !== '') splices.push(...appended(this.#list, this.#sheets));
    const defined = childOf(this.#root, 'definedNames');
    if (this.#defined !== '' && defined) splices.push(...appended(defined, this.#defined));
    else if (this.#defined !== '') {
      const place = placeFor(this.#root, BOOK_ORDER, 'definedNames');
      const name = `${this.#root.prefix}definedNames`;
      splices.push({ at: place, to: place, text: `<${name}>${this.#defined}</${name}>` });
    }
    return spliced(this.#xml, splices);
  }
}
