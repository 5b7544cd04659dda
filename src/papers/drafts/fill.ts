import { printable } from '../../base/printable.ts';
import { joined } from '../../explanation/layout/joined.ts';
import type { Sink } from '../../workbook/bytes.ts';
import { LISTS } from './keys.ts';
import { groupOf, keyOf, PARAGRAPH, paragraphText, placeholdersIn, replaced, ROW } from './placeholders.ts';
import { saveFilled, type Template } from './template.ts';
import type { Element, Node } from './tree.ts';

/** What stands in the placeholders of one draft; a value that is not known is undefined. */
export interface DraftValues {
  readonly one: Readonly<Record<string, string | undefined>>;
  /** For placeholders that are repeated by the paragraph (`can_cu`). */
  readonly lines: Readonly<Record<string, readonly string[]>>;
  /** For placeholders of a group (`khoan.so_tien`), an item for each time. */
  readonly groups: Readonly<Record<string, readonly Readonly<Record<string, string | undefined>>[]>>;
}

/** What stands where a value is not known, to be filled in by hand. */
export const DOTS = '……………';

/** Fills a template and writes it. Gives the placeholders for which there was no value, each once. */
export async function fillTemplate(template: Template, values: DraftValues, sink: Sink): Promise<string[]> {
  const missing = new Set<string>();
  const filler = new Filler(values, missing);
  const trees = new Map([...template.trees].map(([name, tree]) => [name, filler.fill(tree, {})]));
  await saveFilled(template, trees, sink);
  return [...missing];
}

type Item = Readonly<Record<string, string | undefined>>;

class Filler {
  readonly #values: DraftValues;
  readonly #missing: Set<string>;

  constructor(values: DraftValues, missing: Set<string>) {
    this.#values = values;
    this.#missing = missing;
  }

  /** A tree with its placeholders filled; `item` holds the values of the group that is being repeated. */
  fill(node: Element, item: Item): Element {
    const children = node.children.flatMap((child): Node[] =>
      typeof child === 'string' ? [child] : this.#repeated(child, item),
    );
    const filled = { ...node, children };
    return node.name === PARAGRAPH ? replaced(filled, (key) => this.#value(key, item)) : filled;
  }

  /** A row or paragraph once for each item of what it names, anything else once. */
  #repeated(node: Element, item: Item): Element[] {
    if (node.name !== ROW && node.name !== PARAGRAPH) return [this.fill(node, item)];
    const keys = keysIn(node);
    const group = keys.map(groupOf).find((name) => name !== undefined && !(OPEN + name in item));
    if (group !== undefined) {
      const items = this.#values.groups[group] ?? [];
      return this.#each(
        items.map((one) => prefixed(group, one)),
        { [OPEN + group]: '' },
        node,
        item,
      );
    }
    const list = node.name === PARAGRAPH ? keys.find((key) => LISTS.has(key) && !(key in item)) : undefined;
    if (list === undefined) return [this.fill(node, item)];
    const lines = this.#values.lines[list] ?? [];
    return this.#each(
      lines.map((line) => ({ [list]: line })),
      { [list]: undefined },
      node,
      item,
    );
  }

  /** With nothing to repeat it stays once, with dots. */
  #each(items: readonly Item[], always: Item, node: Element, item: Item): Element[] {
    return (items.length === 0 ? [{}] : items).map((one) => this.fill(node, { ...item, ...always, ...one }));
  }

  #value(key: string, item: Item): string {
    const value = key in item ? item[key] : this.#values.one[key];
    if (value !== undefined && value !== '') return joined(printable(value));
    this.#missing.add(key);
    return DOTS;
  }
}

/** Marks the group whose item is being filled in; no placeholder begins so. */
const OPEN = '{';

function prefixed(group: string, item: Item): Item {
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [`${group}.${key}`, value]));
}

/** The keys of a paragraph; of a row those of its paragraphs, but not of rows within it. */
function keysIn(node: Element): string[] {
  const below = node.children.flatMap((child) =>
    typeof child === 'string' || child.name === ROW || (child.name === PARAGRAPH && node.name === PARAGRAPH)
      ? []
      : keysIn(child),
  );
  return node.name === PARAGRAPH ? placeholdersIn(paragraphText(node)).keys.map(keyOf) : below;
}
