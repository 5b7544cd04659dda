import { appended, childOf, parseXml, placeFor, prefixed, spliced, type Splice, type XmlNode } from './xml.ts';
import { BORDERS, FILLS, FONTS } from '../styles.ts';

/** The lists of a style sheet that styles are added to. */
export type ListName = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs';

const NAMES: readonly ListName[] = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs'];
const ORDER: readonly string[] = [...NAMES.slice(0, 4), 'cellStyleXfs', 'cellXfs'];

/** A style that is nothing but the first of each list. */
export const PLAIN = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';

/** What a list must hold where the workbook has none. */
const FIRST: Readonly<Record<ListName, readonly string[]>> = {
  numFmts: [],
  fonts: FONTS.slice(0, 1),
  fills: FILLS.slice(0, 2),
  borders: BORDERS.slice(0, 1),
  cellXfs: [PLAIN],
};

interface StyleList {
  /** How many items the workbook has, and how many there were before anything was added. */
  readonly old: number;
  readonly first: number;
  readonly items: string[];
}

/** The lists of a style sheet, to which items are only ever added: the numbers of those there stay what they are. */
export class StyleLists {
  readonly #xml: string;
  readonly #root: XmlNode;
  readonly #lists: ReadonlyMap<ListName, StyleList>;

  constructor(part: string, xml: string) {
    this.#xml = xml;
    this.#root = parseXml(part, xml);
    this.#lists = new Map(
      NAMES.map((name) => {
        const items = this.children(name).map((child) => xml.slice(child.start, child.end));
        const old = items.length;
        if (old === 0) items.push(...FIRST[name].map((item) => this.own(item)));
        return [name, { old, first: items.length, items }];
      }),
    );
  }

  /** Whether anything was added. */
  get changed(): boolean {
    return [...this.#lists.values()].some(({ first, items }) => items.length > first);
  }

  /** The items of a list that the workbook has. */
  children(name: ListName): readonly XmlNode[] {
    return childOf(this.#root, name)?.children ?? [];
  }

  /** The XML of an item; undefined when there is none of that number. */
  item(name: ListName, number: number): string | undefined {
    return this.#lists.get(name)?.items[number];
  }

  /** Adds an item; gives its number. */
  add(name: ListName, item: string): number {
    return (this.#lists.get(name)?.items.push(item) ?? 1) - 1;
  }

  /** XML of our own with the prefix of this style sheet. */
  own(xml: string): string {
    return prefixed(xml, this.#root.prefix);
  }

  /** The style sheet with what was added. */
  xml(): string {
    const splices: Splice[] = [];
    for (const [name, { old, items }] of this.#lists) {
      const added = items.slice(old).join('');
      if (added === '') continue;
      const node = childOf(this.#root, name);
      if (node) splices.push(...appended(node, added, { count: String(items.length) }));
      else {
        const at = placeFor(this.#root, ORDER, name);
        const full = this.#root.prefix + name;
        splices.push({ at, to: at, text: `<${full} count="${items.length}">${added}</${full}>` });
      }
    }
    return spliced(this.#xml, splices);
  }
}
