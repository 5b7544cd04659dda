import { join } from 'node:path';
import type { Lang } from '../../src/base/text.ts';
import type { Document } from '../../src/explanation/document.ts';
import { htmlOf, htmlOfAll } from '../../src/explanation/layout/html.ts';
import { docxOf, writeDocx } from '../../src/papers/docx/docx.ts';
import type { Sink } from '../../src/workbook/bytes.ts';
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

/** A paper that is laid out when its turn comes, so that those of a long list are not held at once. */
export type Paper = () => Document;

/** Writes all papers as one file, each from a page of its own. */
export async function writeOne(
  file: string,
  papers: readonly Paper[],
  { format, lang, inputs }: Writing,
): Promise<void> {
  const put = (bytes: Uint8Array): Promise<void> => writeOutput(file, (sink) => sink.write(bytes), inputs);
  const html = (): string => htmlOfAll([...laidOut(papers)]);
  if (format === 'html') return put(Buffer.from(html(), 'utf8'));
  if (format === 'docx') return writeOutput(file, (sink) => writeDocx(laidOut(papers), sink), inputs);
  const { pdfsOf } = await import('../output/pdf.ts');
  const [pdf = new Uint8Array()] = await pdfsOf([{ docx: () => docxOf(laidOut(papers)), html }], lang);
  return put(pdf);
}

function* laidOut(papers: readonly Paper[]): Generator<Document> {
  for (const paper of papers) yield paper();
}

/** Writes papers as a file each into a folder, under names without their ending. */
export async function writeEach(
  folder: string,
  papers: readonly (readonly [name: string, paper: Paper])[],
  { format, lang, inputs }: Writing,
): Promise<void> {
  const put = (name: string, write: (sink: Sink) => Promise<void>): Promise<void> =>
    writeOutput(join(folder, `${name}.${format}`), write, inputs);
  if (format === 'pdf') {
    const { pdfsOf } = await import('../output/pdf.ts');
    const printed = await pdfsOf(
      papers.map(([, paper]) => ({ docx: () => docxOf([paper()]), html: () => htmlOf(paper()) })),
      lang,
    );
    for (const [at, [name]] of papers.entries()) await put(name, (sink) => sink.write(printed[at] ?? new Uint8Array()));
    return;
  }
  for (const [name, paper] of papers)
    await put(name, (sink) =>
      format === 'docx' ? writeDocx([paper()], sink) : sink.write(Buffer.from(htmlOf(paper()), 'utf8')),
    );
}
