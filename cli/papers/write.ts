import { join } from 'node:path';
import type { Lang } from '../../src/base/text.ts';
import type { Document } from '../../src/explanation/document.ts';
import { htmlOf, htmlOfAll } from '../../src/explanation/layout/html.ts';
import { writeOutput } from '../files/output-file.ts';

/** The formats in which papers are written. */
export const PAPER_FORMATS = ['docx', 'pdf', 'html'] as const;

/** A format of papers. */
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** How papers are written. */
export interface Writing {
  readonly format: PaperFormat;
  readonly lang: Lang;
  /** Files that are read, which no paper may take the place of. */
  readonly inputs: readonly string[];
}

/** Writes all papers as one file, each from a page of its own. */
export async function writeOne(
  file: string,
  documents: readonly Document[],
  { format, lang, inputs }: Writing,
): Promise<void> {
  const put = (bytes: Uint8Array): Promise<void> => writeOutput(file, (sink) => sink.write(bytes), inputs);
  if (format === 'html') return put(Buffer.from(htmlOfAll(documents), 'utf8'));
  const { docxOf } = await import('../../src/explanation/layout/docx.ts');
  const docx = (): Promise<Uint8Array> => docxOf(documents);
  if (format === 'docx') return put(await docx());
  const { pdfsOf } = await import('../output/pdf.ts');
  const [pdf = new Uint8Array()] = await pdfsOf([{ docx, html: () => htmlOfAll(documents) }], lang);
  return put(pdf);
}

/** Writes papers as a file each into a folder, under names without their ending. */
export async function writeEach(
  folder: string,
  papers: readonly (readonly [name: string, document: Document])[],
  { format, lang, inputs }: Writing,
): Promise<void> {
  const put = (name: string, bytes: Uint8Array): Promise<void> =>
    writeOutput(join(folder, `${name}.${format}`), (sink) => sink.write(bytes), inputs);
  if (format === 'html') {
    for (const [name, document] of papers) await put(name, Buffer.from(htmlOf(document), 'utf8'));
    return;
  }
  const { docxOf } = await import('../../src/explanation/layout/docx.ts');
  if (format === 'docx') {
    for (const [name, document] of papers) await put(name, await docxOf([document]));
    return;
  }
  const { pdfsOf } = await import('../output/pdf.ts');
  const printed = await pdfsOf(
    papers.map(([, document]) => ({ docx: () => docxOf([document]), html: () => htmlOf(document) })),
    lang,
  );
  for (const [at, [name]] of papers.entries()) await put(name, printed[at] ?? new Uint8Array());
}
