import { MAX_XML_DEPTH } from '../limits.ts';
import { FileRefused } from '../refused.ts';
import { escapeXml } from './sheet-xml.ts';
import { decodeEntities, localName, tagEnd } from './xml.ts';

/** A tag of an XML text that is held as a whole, with the place where it stands. */
export interface Tag {
  readonly kind: 'open' | 'empty' | 'close';
  /** The name without its prefix. */
  readonly name: string;
  /** The prefix with its colon; empty when there is none. */
  readonly prefix: string;
  /** The attributes as written; names and values are in the text as they are. */
  readonly attributes: string;
  /** How deep the element stands; the root is 1. */
  readonly depth: number;
  readonly start: number;
  readonly end: number;
}

/** An element with the places of its tags. The element is empty when `closeStart` is its end. */
export interface XmlNode {
  readonly name: string;
  readonly prefix: string;
  readonly attributes: string;
  readonly children: XmlNode[];
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

/** The tags of a text, or of a piece of it that is well-formed by itself. What is no office XML is refused. */
export function* tags(part: string, xml: string, from = 0, to: number = xml.length): Generator<Tag, void, undefined> {
  const open: string[] = [];
  let at = from;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start < 0 || start >= to) break;
    const code = xml.charCodeAt(start + 1);
    if (code === 33 || code === 63) {
      at = passed(part, xml, start);
      continue;
    }
    const tag = tagAt(part, xml, start, open);
    at = tag.end;
    yield tag;
  }
  if (open.length > 0) throw damaged(part);
}

/** The tag that begins at a place, inside the elements that are open. */
function tagAt(part: string, xml: string, start: number, open: string[]): Tag {
  const last = tagEnd(xml, start + 1);
  if (last < 0) throw damaged(part);
  const close = xml.charCodeAt(start + 1) === 47;
  const empty = !close && xml.charCodeAt(last - 1) === 47;
  const body = xml.slice(start + (close ? 2 : 1), empty ? last - 1 : last);
  const space = body.search(/\s/);
  const full = space < 0 ? body : body.slice(0, space);
  const name = localName(full);
  if (close && open.at(-1) !== full) throw damaged(part);
  const depth = open.length + (close ? 0 : 1);
  if (close) open.pop();
  else if (!empty && open.push(full) > MAX_XML_DEPTH)
    throw new FileRefused('nested-too-deep', { part, limit: MAX_XML_DEPTH });
  const prefix = full.slice(0, full.length - name.length);
  const attributes = space < 0 || close ? '' : body.slice(space);
  return { kind: close ? 'close' : empty ? 'empty' : 'open', name, prefix, attributes, depth, start, end: last + 1 };
}

/** Where a comment, a processing instruction or unparsed text ends. */
function passed(part: string, xml: string, start: number): number {
  const mark = xml.startsWith('<?', start)
    ? '?>'
    : xml.startsWith('<!--', start)
      ? '-->'
      : xml.startsWith('<![CDATA[', start)
        ? ']]>'
        : undefined;
  if (mark === undefined) throw new FileRefused('has-dtd', { part });
  const found = xml.indexOf(mark, start);
  if (found < 0) throw damaged(part);
  return found + mark.length;
}

/**
 * The elements of a text. What stands inside the element `apart` just under the root is told to `take`, tag by tag,
 * and left out of the tree: the cells of a sheet may be very many.
 */
export function parseXml(part: string, xml: string, apart?: string, take?: (tag: Tag) => void): XmlNode {
  const open: XmlNode[] = [];
  let root: XmlNode | undefined;
  for (const tag of tags(part, xml)) {
    const within = open.at(-1);
    if (open.length === 2 && within?.name === apart && tag.depth > 2) {
      take?.(tag);
    } else if (tag.kind === 'close') {
      const node = open.pop();
      if (node) [node.closeStart, node.end] = [tag.start, tag.end];
    } else {
      const { name, prefix, attributes, start, end } = tag;
      const node = { name, prefix, attributes, children: [], start, openEnd: end, closeStart: end, end };
      if (within) within.children.push(node);
      else if (root) throw damaged(part);
      else root = node;
      if (tag.kind === 'open') open.push(node);
    }
  }
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

/** The text between two places without markup, entities decoded. */
export function textBetween(xml: string, from: number, to: number): string {
  return xml
    .slice(from, to)
    .replace(/<!\[CDATA\[([^]*?)\]\]>|<!--[^]*?-->|<[^>]*>|&[#\w]+;/g, (all, raw: string | undefined) =>
      all.startsWith('&') ? decodeEntities(all) : (raw ?? ''),
    );
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

const ATTRIBUTE = /\s*([\w:.-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** Attributes with some of them changed, added at the end, or (undefined) taken out; the others stay as written. */
export function withAttributes(attributes: string, changes: Readonly<Record<string, string | undefined>>): string {
  const left = new Map(Object.entries(changes));
  const written = (name: string, value: string | undefined): string =>
    value === undefined ? '' : ` ${name}="${escapeXml(value)}"`;
  const kept = attributes.replace(ATTRIBUTE, (all, name: string) => {
    if (!left.has(name)) return all;
    const value = left.get(name);
    left.delete(name);
    return written(name, value);
  });
  return kept.trimEnd() + [...left].map(([name, value]) => written(name, value)).join('');
}

/** XML of our own with a prefix put to its names. No text in it may hold a `<`, which escaping sees to. */
export function prefixed(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}

/** Adds to the end of an element, also to one written as a single tag. */
export function appended(node: XmlNode, text: string, attributes: string = node.attributes): Splice[] {
  const name = node.prefix + node.name;
  const open = { at: node.start, to: node.openEnd, text: `<${name}${attributes}>` };
  if (isEmpty(node)) return [{ ...open, text: `${open.text}${text}</${name}>` }];
  const end = { at: node.closeStart, to: node.closeStart, text };
  return attributes === node.attributes ? [end] : [open, end];
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

/** A refusal for XML that is broken. */
export function damaged(part: string, why = 'xml'): FileRefused {
  return new FileRefused('damaged-workbook', { part, why });
}
