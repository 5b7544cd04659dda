import type { Document } from '../document.ts';
import { htmlOf } from './html.ts';
import { markdownOf } from './markdown.ts';
import { textOf } from './text.ts';

/** The formats of text in which a document is laid out. */
export const TEXT_FORMATS: readonly ['text', 'md', 'html'] = Object.freeze(['text', 'md', 'html'] as const);

/** A format of text. */
export type TextFormat = (typeof TEXT_FORMATS)[number];

/** Lays a document out as plain text, as Markdown, or as a page of HTML that stands alone and prints on A4. */
export function documentText(document: Document, format: TextFormat): string {
  if (format === 'md') return markdownOf(document);
  return format === 'html' ? htmlOf(document) : textOf(document, { colour: false });
}
