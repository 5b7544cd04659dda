import type { Document } from '../../src/explanation/document.ts';
import type { Host } from '../host.ts';
import { htmlOf } from '../../src/explanation/layout/html.ts';
import { markdownOf } from '../../src/explanation/layout/markdown.ts';
import { textOf } from '../../src/explanation/layout/text.ts';

/** The formats a document can be laid out in. */
export type DocumentFormat = 'table' | 'md' | 'html';

/** Lays a document out in a format, for the terminal of the host where it is one. */
export function layout(document: Document, format: DocumentFormat, host: Pick<Host, 'colour' | 'columns'>): string {
  if (format === 'md') return markdownOf(document);
  if (format === 'html') return htmlOf(document);
  return textOf(document, { colour: host.colour, columns: host.columns });
}

/** Lays a document out in any format, those of bytes among them (DOCX, PDF). */
export async function layoutOrBytes(
  document: Document,
  format: string,
  host: Pick<Host, 'colour' | 'columns'>,
): Promise<string | Uint8Array> {
  if (format !== 'docx' && format !== 'pdf') return layout(document, format as DocumentFormat, host);
  const { docxOf } = await import('../../src/papers/docx/docx.ts');
  if (format === 'docx') return docxOf([document]);
  const { pdfOf } = await import('./pdf.ts');
  return pdfOf(htmlOf(document), () => docxOf([document]), document.lang);
}
