import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileRefused } from '../../src/messages/refused.ts';
import { removedOnSignal } from './leaving.ts';

/** A kind of workbook that another program has to convert: Excel before 2007, and OpenDocument. */
export type OldBook = '.xls' | '.ods';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** An OpenDocument begins with its type as the first part of a zip file. */
const ODS = 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet';
const ODS_AT = 30;
/** What a workbook with a password holds in the same container as an .xls. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** The part in which Excel 97 and Excel 5 keep a workbook. */
const BOOKS = ['Workbook', 'Book'].map((name) => Buffer.from(name, 'utf16le'));

/** The kind of workbook that bytes are, by what they hold, whatever their name says; undefined for all others. */
export function oldBookOf(bytes: Buffer): OldBook | undefined {
  // LibreOffice would read anything else in such a container as a text, and find an empty workbook in it.
  if (OLE.every((byte, at) => bytes[at] === byte))
    return BOOKS.some((name) => bytes.includes(name)) && !bytes.includes(ENCRYPTED) ? '.xls' : undefined;
  const isOds = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes.toString('latin1', ODS_AT, ODS_AT + ODS.length) === ODS;
  return isOds ? '.ods' : undefined;
}

/**
 * A workbook as .xlsx: an .xls or .ods is converted by LibreOffice where this machine has it, everything else stays as it
 * is. Throws {@link FileRefused} where it cannot be converted, with the way to save it as .xlsx.
 */
export async function xlsxBytes(bytes: Buffer): Promise<Buffer> {
  const kind = oldBookOf(bytes);
  if (kind === undefined) return bytes;
  const office = await libreOffice();
  if (office === undefined) throw new FileRefused('old-workbook', { kind });
  const folder = await mkdtemp(join(tmpdir(), 'nd178-'));
  const leave = removedOnSignal(folder);
  try {
    return await converted(office, folder, bytes, kind);
  } finally {
    await rm(folder, { recursive: true, force: true });
    leave();
  }
}

/** Where LibreOffice is installed when it is not on the path. */
const PLACES = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
];

async function libreOffice(): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = process.platform === 'win32' ? ['soffice.exe', 'soffice.com'] : ['soffice', 'libreoffice'];
  for (const path of [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...PLACES]) {
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  return undefined;
}

/** A profile of its own, in which no macro runs. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
`;

async function converted(office: string, folder: string, bytes: Buffer, kind: OldBook): Promise<Buffer> {
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
  await writeFile(join(folder, `book${kind}`), bytes);
  const fault = await ran(office, [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    ...['--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck'],
    ...['--convert-to', 'xlsx', '--outdir', join(folder, 'out'), join(folder, `book${kind}`)],
  ]);
  const book = await readFile(join(folder, 'out', 'book.xlsx')).catch(() => undefined);
  if (fault === undefined && book) return book;
  throw new FileRefused('not-converted', { kind, why: fault ?? '' });
}

const LONGEST_MS = 120_000;

/** Runs a program to its end; undefined, or why it failed. All that it started ends with it. */
function ran(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: process.platform !== 'win32' });
    const timer = setTimeout(() => {
      if (child.pid === undefined || process.platform === 'win32') child.kill('SIGKILL');
      else process.kill(-child.pid, 'SIGKILL');
    }, longest());
    const end = (fault: string | undefined): void => {
      clearTimeout(timer);
      resolve(fault);
    };
    child.on('error', ({ message }) => end(message));
    child.on('close', (code, signal) => end(code === 0 ? undefined : (signal ?? `exit ${String(code)}`)));
  });
}

/** How long a conversion may take; `ND178_CONVERT_SECONDS` says otherwise. */
function longest(): number {
  const seconds = Number(process.env['ND178_CONVERT_SECONDS']);
  return seconds > 0 ? seconds * 1000 : LONGEST_MS;
}
