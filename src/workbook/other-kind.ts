import type { FileIssueCode } from '../messages/refused.ts';

/** What people send in place of a workbook, by which refusal says how it becomes one. */
type OtherKind = Extract<FileIssueCode, 'web-page' | 'pdf-file' | 'word-file' | 'numbers-file' | 'flat-open-document'>;

/** So many bytes tell what a file is that is no zip file. */
export const KIND_BYTES = 4096;

/** What a file is that is no zip file, by how it begins; undefined where that is not known. */
export function otherKindOf(begin: Uint8Array): OtherKind | undefined {
  const text = new TextDecoder(isUtf16(begin) ? 'utf-16le' : 'utf-8').decode(begin).trimStart().toLowerCase();
  if (text.startsWith('%pdf-')) return 'pdf-file';
  if (text.startsWith('{\\rtf')) return 'word-file';
  if (/^<\?xml/.test(text) && text.includes('opendocument.spreadsheet')) return 'flat-open-document';
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)?<(?:!doctype html|html|head|meta|body|table|div)\b/.test(text))
    return 'web-page';
  // A web page that a spreadsheet saved as one file (.mht).
  if (text.startsWith('mime-version:') && text.includes('multipart/related')) return 'web-page';
  return undefined;
}

function isUtf16([first, second]: Uint8Array): boolean {
  return first === 0xff && second === 0xfe;
}

/** What a zip file is that is no workbook, by the names of its parts. */
export function otherZipOf(names: Iterable<string>): OtherKind | undefined {
  for (const name of names) {
    if (name.startsWith('xl/')) return undefined;
    if (name.startsWith('word/')) return 'word-file';
    if (/^Index(?:\/|\.zip$)/.test(name)) return 'numbers-file';
  }
  return undefined;
}

/** The text by which a document of Word before 2007 is known in its container. */
const OLD_WORD = [...'WordDocument'].flatMap((letter) => [letter.charCodeAt(0), 0]);

/** Whether a container of old files holds a document of Word (.doc). */
export function isOldWord(bytes: Uint8Array): boolean {
  const [first = 0] = OLD_WORD;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (OLD_WORD.every((byte, ahead) => bytes[at + ahead] === byte)) return true;
  return false;
}
