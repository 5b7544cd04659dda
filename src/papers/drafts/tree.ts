import { escapeXml } from '../../workbook/cell-text.ts';
import { XmlScanner } from '../../workbook/xml.ts';

/** An element of XML with the names as written; texts stand between its elements. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

/** A piece of XML: an element, or a text with its entities decoded. */
export type Node = Element | string;

/** Reads a part of a document as a tree. Throws {@link FileRefused} for what is not well-formed or nested too deep. */
export function treeOf(part: string, xml: string): Element {
  const root: { children: Node[] } = { children: [] };
  const open: { children: Node[] }[] = [root];
  const scanner = new XmlScanner(part, {
    open: ({ name, attributes }) => {
      const element = { name, attributes, children: [] as Node[] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close: () => void open.pop(),
    text: (text) => void (open.length > 1 && open.at(-1)?.children.push(text)),
  });
  scanner.write(xml);
  scanner.end();
  return root.children[0] as Element;
}

/** The tree as XML. */
export function xmlOf(root: Element): string {
  const pieces: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'];
  write(root, pieces);
  return pieces.join('');
}

function write(node: Node, pieces: string[]): void {
  if (typeof node === 'string') {
    pieces.push(escapeXml(node));
    return;
  }
  pieces.push(`<${node.name}`);
  for (const [name, value] of Object.entries(node.attributes))
    pieces.push(
      ` ${name}="${escapeXml(value).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;')}"`,
    );
  if (node.children.length === 0) {
    pieces.push('/>');
    return;
  }
  pieces.push('>');
  for (const child of node.children) write(child, pieces);
  pieces.push(`</${node.name}>`);
}
