import { unaccented } from '../../base/text.ts';
import type { Element, Node } from './tree.ts';

/** Elements of WordprocessingML; the prefix `w` is what Word, LibreOffice and the others write. */
export const PARAGRAPH = 'w:p';
export const ROW = 'w:tr';
const TEXT = 'w:t';

/** `{{key}}`; a key is what stands between the braces. */
const PLACEHOLDER = /\{\{([^{}]*)\}\}/gu;

/** A key as it is compared: `{{ Họ tên }}` is `ho_ten`, `{{người.họ tên}}` is `nguoi.ho_ten`. */
export function keyOf(written: string): string {
  return unaccented(written)
    .replace(/[\s_-]+/g, '_')
    .replace(/_?\._?/g, '.');
}

/** The group of a key (`nguoi` of `nguoi.ho_ten`); undefined for a key without one. */
export function groupOf(key: string): string | undefined {
  const dot = key.indexOf('.');
  return dot < 0 ? undefined : key.slice(0, dot);
}

/** The texts of a paragraph in their order, those of paragraphs within it (text boxes) left out. */
function textsOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string' || child.name === PARAGRAPH) return [];
    return child.name === TEXT ? [child] : textsOf(child);
  });
}

const plainText = ({ children }: Element): string => children.filter((one) => typeof one === 'string').join('');

/** What a paragraph says, whichever runs it is split over. */
export function paragraphText(paragraph: Element): string {
  return textsOf(paragraph).map(plainText).join('');
}

/** The placeholders of a text as they are written between the braces, and whether braces are left over. */
export function placeholdersIn(text: string): { readonly keys: readonly string[]; readonly loose: boolean } {
  const keys = [...text.matchAll(PLACEHOLDER)].map(([, key = '']) => key.trim());
  return { keys, loose: /\{\{|\}\}/.test(text.replace(PLACEHOLDER, '')) };
}

/**
 * A paragraph with each placeholder replaced. A placeholder that Word split over several runs is one; what takes its
 * place looks as its first brace did.
 */
export function replaced(paragraph: Element, valueOf: (key: string) => string): Element {
  const texts = textsOf(paragraph).map(plainText);
  const whole = texts.join('');
  const found = [...whole.matchAll(PLACEHOLDER)];
  if (found.length === 0) return paragraph;
  const pieces: string[] = [];
  let start = 0;
  for (const text of texts) {
    const end = start + text.length;
    let piece = '';
    let at = start;
    for (const match of found) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (to <= at || from >= end) continue;
      piece += whole.slice(at, Math.max(at, from));
      if (from >= start) piece += valueOf(keyOf(match[1] ?? ''));
      at = Math.min(to, end);
    }
    pieces.push(piece + whole.slice(at, end));
    start = end;
  }
  return withTexts(paragraph, pieces);
}

function withTexts(node: Element, pieces: string[]): Element {
  const children = node.children.map((child): Node => {
    if (typeof child === 'string' || child.name === PARAGRAPH) return child;
    if (child.name !== TEXT) return withTexts(child, pieces);
    const attributes = { ...child.attributes, 'xml:space': 'preserve' };
    return { ...child, attributes, children: [pieces.shift() ?? ''] };
  });
  return { ...node, children };
}
