import { escapeXml } from '../cell-text.ts';
import { localName, XmlScanner, type Attributes } from '../xml.ts';
import { damaged } from '../../messages/damage.ts';

/** A tag of an XML text that is held as a whole, with the place where it stands. */
export interface Tag {
  readonly kind: 'open' | 'empty' | 'close';
  /** The name without its prefix. */
  readonly name: string;
  /** The prefix with its colon; empty when there is none. */
  readonly prefix: string;
  readonly attributes: Attributes;
  /** How deep the element stands; the root is 1. */
  readonly depth: number;
  readonly start: number;
  readonly end: number;
}

/** An element with the places of its tags. The element is empty when `closeStart` is its end. */
export interface XmlNode {
  readonly name: string;
  readonly prefix: string;
  readonly attributes: Attributes;
  readonly children: XmlNode[];
  /** The text directly within it. */
  text: string;
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
}

/** A piece of a text to be replaced; nothing of it when `at` and `to` are one. */
export interface Splice {
  readonly at: number;
  readonly to: number;
  readonly text: string;
}

/** Takes what stands in an XML text, in order. */
export interface Taker {
  tag(tag: Tag): void;
  text?(text: string): void;
}

/** Goes through a text, or a piece of it that is well-formed by itself. What is no office XML is refused. */
export function scanTags(part: string, xml: string, taker: Taker, from = 0, to: number = xml.length): void {
  let depth = 0;
  const tell = (full: string, kind: Tag['kind'], attributes: Attributes): void => {
    const end = from + scanner.position;
    // Well-formed attributes hold no `<`.
    const start = xml.lastIndexOf('<', end - 1);
    const name = localName(full);
    const prefix = full.slice(0, full.length - name.length);
    taker.tag({ kind, name, prefix, attributes, depth, start, end });
  };
  const scanner = new XmlScanner(
    part,
    {
      open: ({ name, attributes, isSelfClosing }) => {
        depth++;
        tell(name, isSelfClosing ? 'empty' : 'open', attributes);
      },
      close: ({ name, attributes, isSelfClosing }) => {
        if (!isSelfClosing) tell(name, 'close', attributes);
        depth--;
      },
      text: (text) => taker.text?.(text),
    },
    from > 0,
  );
  scanner.write(from > 0 || to < xml.length ? xml.slice(from, to) : xml);
  scanner.end();
}

/**
 * The elements of a text. What stands inside the element `apart` just under the root is told to `taker` and left out of
 * the tree: the cells of a sheet may be very many.
 */
export function parseXml(part: string, xml: string, apart?: string, taker?: Taker): XmlNode {
  const open: XmlNode[] = [];
  let root: XmlNode | undefined;
  const isApart = (): boolean => open.length === 2 && open[1]?.name === apart;
  scanTags(part, xml, {
    tag: (tag) => {
      const within = open.at(-1);
      if (isApart() && tag.depth > 2) {
        taker?.tag(tag);
      } else if (tag.kind === 'close') {
        const node = open.pop();
        if (node) [node.closeStart, node.end] = [tag.start, tag.end];
      } else {
        const { name, prefix, attributes, start, end } = tag;
        const node = { name, prefix, attributes, children: [], text: '', start, openEnd: end, closeStart: end, end };
        if (within) within.children.push(node);
        else root = node;
        if (tag.kind === 'open') open.push(node);
      }
    },
    text: (text) => {
      const within = open.at(-1);
      if (isApart()) taker?.text?.(text);
      else if (within) within.text += text;
    },
  });
  if (!root) throw damaged(part);
  return root;
}

/** Whether an element is written as one tag. */
export function isEmpty(node: Pick<XmlNode, 'openEnd' | 'end'>): boolean {
  return node.openEnd === node.end;
}

/** The child of a name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** A text put together from its pieces; those that begin at one place stay in the order given. */
export function spliced(xml: string, splices: readonly Splice[]): string {
  let text = '';
  let at = 0;
  for (const splice of [...splices].sort((a, b) => a.at - b.at || a.to - b.to)) {
    if (splice.at < at) throw new Error('two edits of one place');
    text += xml.slice(at, splice.at) + splice.text;
    at = splice.to;
  }
  return text + xml.slice(at);
}

/** Attributes as they stand in a tag, some of them changed, added at the end, or (undefined) taken out. */
export function withAttributes(
  attributes: Attributes,
  changes: Readonly<Record<string, string | undefined>> = {},
): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (!Object.hasOwn(changes, name)) text += ` ${name}="${escapeValue(value)}"`;
    else if (changes[name] !== undefined) text += ` ${name}="${escapeXml(changes[name])}"`;
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value !== undefined && !Object.hasOwn(attributes, name)) text += ` ${name}="${escapeXml(value)}"`;
  }
  return text;
}

/** The value of an attribute as XML, with the line breaks that a reader would take for spaces. */
function escapeValue(value: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}

/** XML of our own with a prefix put to its names. No text in it may hold a `<`, which escaping sees to. */
export function prefixed(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}

/** Adds to the end of an element, also to one written as a single tag. */
export function appended(node: XmlNode, text: string, changes?: Readonly<Record<string, string>>): Splice[] {
  const name = node.prefix + node.name;
  const open = { at: node.start, to: node.openEnd, text: `<${name}${withAttributes(node.attributes, changes)}>` };
  if (isEmpty(node)) return [{ ...open, text: `${open.text}${text}</${name}>` }];
  const end = { at: node.closeStart, to: node.closeStart, text };
  return changes === undefined ? [end] : [open, end];
}

/** Where a child of a name belongs, by the order that the format asks for. */
export function placeFor(root: XmlNode, order: readonly string[], name: string): number {
  const rank = order.indexOf(name);
  let at = root.openEnd;
  for (const child of root.children) {
    const own = order.indexOf(child.name);
    if (own >= 0 && own <= rank) at = child.end;
  }
  return at;
}
