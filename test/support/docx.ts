import { strFromU8, unzipSync } from 'fflate';

/** The words of a DOCX, a paragraph to a line, with plain spaces. */
export function docxWords(bytes: Uint8Array): string {
  const { 'word/document.xml': body = new Uint8Array() } = unzipSync(bytes);
  return strFromU8(body)
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/\u00a0/g, ' ');
}
