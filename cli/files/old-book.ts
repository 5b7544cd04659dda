import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConvertedBook } from '../../src/list/input.ts';
import { KIND_BYTES, otherKindOf } from '../../src/workbook/other-kind.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { removedOnSignal } from './leaving.ts';
import { converted, libreOffice } from './libre-office.ts';

/** A kind of workbook that another program has to convert: Excel before 2007, OpenDocument, Excel's binary one. */
type OldBook = '.xls' | '.ods' | '.fods' | '.xlsb';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** An OpenDocument begins with its type as the first part of a zip file. */
const ODS = 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet';
const ODS_AT = 30;
/** What a workbook with a password holds in the same container as an .xls. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** The part in which Excel 97 and Excel 5 keep a workbook. */
const BOOKS = ['Workbook', 'Book'].map((name) => Buffer.from(name, 'utf16le'));

/** The kind of workbook that bytes are, by what they hold, whatever their name says; undefined for all others. */
function oldBookOf(bytes: Buffer): OldBook | undefined {
  // LibreOffice would read anything else in such a container as a text, and find an empty workbook in it.
  if (OLE.every((byte, at) => bytes[at] === byte))
    return BOOKS.some((name) => bytes.includes(name)) && !bytes.includes(ENCRYPTED) ? '.xls' : undefined;
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    return otherKindOf(bytes.subarray(0, KIND_BYTES)) === 'flat-open-document' ? '.fods' : undefined;
  if (bytes.toString('latin1', ODS_AT, ODS_AT + ODS.length) === ODS) return '.ods';
  // The names of the parts stand in a zip file as they are.
  if (bytes.includes('xl/workbook.xml')) return undefined;
  if (bytes.includes('xl/workbook.bin')) return '.xlsb';
  return bytes.includes('content.xml') && bytes.includes('META-INF/manifest.xml') && !bytes.includes('word/')
    ? '.ods'
    : undefined;
}

/**
 * A workbook as .xlsx: an .xls, .ods or .xlsb is converted by LibreOffice where this machine has it, everything else stays
 * as it is. Throws {@link FileRefused} where it cannot be converted, with the way to save it as .xlsx.
 */
export async function xlsxBytes(bytes: Buffer): Promise<Buffer> {
  const kind = oldBookOf(bytes);
  if (kind === undefined) return bytes;
  const office = await libreOffice();
  if (office === undefined) throw new FileRefused('old-workbook', { kind });
  const folder = await mkdtemp(join(tmpdir(), 'nd178-'));
  const leave = removedOnSignal(folder);
  try {
    const made = await converted(office, folder, { bytes, from: kind }, '.xlsx');
    if ('bytes' in made) return made.bytes;
    throw new FileRefused('not-converted', { kind, why: made.fault });
  } finally {
    await rm(folder, { recursive: true, force: true });
    leave();
  }
}

/** {@link xlsxBytes}, with the kind of workbook that was converted. */
export async function bookAsXlsx(sent: Uint8Array): Promise<ConvertedBook> {
  const bytes = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength);
  const kind = oldBookOf(bytes);
  return kind === undefined ? { bytes } : { bytes: await xlsxBytes(bytes), kind };
}
