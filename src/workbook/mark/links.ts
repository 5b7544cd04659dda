import { STRICT_OFFICE } from './book.ts';
import { appended, parseXml, spliced, withAttributes, type XmlNode } from './xml.ts';
import type { EditParts } from './parts.ts';
import { OFFICE } from '../save.ts';

const TYPES = '[Content_Types].xml';

/** The relations of a part and the kinds of the parts, while they are edited. */
export class EditLinks {
  readonly #parts: EditParts;

  constructor(parts: EditParts) {
    this.#parts = parts;
  }

  /** Adds a relation to a part; gives its number. */
  async relate(of: string, kind: string, target: string, strict: boolean): Promise<string> {
    const name = relationsOf(of);
    const xml = await this.#parts.needed(name);
    const root = parseXml(name, xml);
    const ids = new Set(root.children.map(({ attributes }) => attributes['Id']));
    let number = root.children.length + 1;
    while (ids.has(`rId${number}`)) number++;
    const office = strict ? STRICT_OFFICE : OFFICE;
    const own = withAttributes({}, { Id: `rId${number}`, Type: `${office}/${kind}`, Target: target });
    this.#parts.put(name, spliced(xml, appended(root, `<${root.prefix}Relationship${own}/>`)));
    return `rId${number}`;
  }

  /** Takes out the relations of a kind, the parts they lead to, and what is said about those. */
  async forget(of: string, kind: string, target: string): Promise<void> {
    const name = relationsOf(of);
    const xml = await this.#parts.needed(name);
    const ofKind = ({ attributes }: XmlNode): boolean => attributes['Type']?.split('/').at(-1) === kind;
    this.#parts.put(name, without(name, xml, ofKind));
    this.#parts.drop(target);
    const types = await this.#parts.needed(TYPES);
    const part = `/${target}`.toLowerCase();
    const ofPart = ({ attributes }: XmlNode): boolean => attributes['PartName']?.toLowerCase() === part;
    this.#parts.put(TYPES, without(TYPES, types, ofPart));
  }

  /** Says of what type a part is. */
  async type(part: string, type: string): Promise<void> {
    await this.#addType('Override', { PartName: `/${part}`, ContentType: type });
  }

  /** Says of what type all parts of an extension are, unless that is said already. */
  async extension(extension: string, type: string): Promise<void> {
    const root = parseXml(TYPES, await this.#parts.needed(TYPES));
    const hasDefault = root.children.some(
      ({ name, attributes }) =>
        name === 'Default' && attributes['Extension']?.toLowerCase() === extension.toLowerCase(),
    );
    if (!hasDefault) await this.#addType('Default', { Extension: extension, ContentType: type });
  }

  async #addType(name: string, attributes: Readonly<Record<string, string>>): Promise<void> {
    const xml = await this.#parts.needed(TYPES);
    const root = parseXml(TYPES, xml);
    const text = `<${root.prefix}${name}${withAttributes({}, attributes)}/>`;
    this.#parts.put(TYPES, spliced(xml, appended(root, text)));
  }
}

/** The part that holds the relations of a part. */
export function relationsOf(part: string): string {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** A text without some of the children of its root. */
function without(part: string, xml: string, gone: (child: XmlNode) => boolean): string {
  const found = parseXml(part, xml).children.filter(gone);
  return spliced(
    xml,
    found.map(({ start, end }) => ({ at: start, to: end, text: '' })),
  );
}
