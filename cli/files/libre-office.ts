import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programOf, ran } from './programs.ts';

/** LibreOffice on this machine; undefined where it has none. */
export function libreOffice(): Promise<string | undefined> {
  const names = process.platform === 'win32' ? ['soffice.exe', 'soffice.com'] : ['soffice', 'libreoffice'];
  return programOf(names, PLACES);
}

/** Where LibreOffice is installed when it is not on the path. */
const PLACES = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
];

/** A profile of its own, in which no macro runs. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
`;

/** What became of a conversion: the file, or why there is none. */
export type Conversion = { readonly bytes: Buffer } | { readonly fault: string };

/** Converts a file from one kind to another (".xls" to ".xlsx") in a folder that the caller removes. No macro runs. */
export async function converted(
  office: string,
  folder: string,
  file: { readonly bytes: Uint8Array; readonly from: string },
  to: string,
): Promise<Conversion> {
  const { fault, made } = await convertedAll(office, folder, [file], to);
  const [bytes] = made;
  return fault === undefined && bytes ? { bytes } : { fault: fault ?? '' };
}

/** {@link converted} for several files in one go; what could not be converted is undefined at its place. */
export async function convertedAll(
  office: string,
  folder: string,
  files: readonly { readonly bytes: Uint8Array; readonly from: string }[],
  to: string,
): Promise<{ readonly fault: string | undefined; readonly made: readonly (Buffer | undefined)[] }> {
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
  const paths: string[] = [];
  for (const [at, { bytes, from }] of files.entries()) {
    const path = join(folder, `book${at}${from}`);
    await writeFile(path, bytes, { mode: 0o600 });
    paths.push(path);
  }
  const fault = await ran(office, [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    ...['--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck'],
    ...['--convert-to', to.slice(1), '--outdir', join(folder, 'out'), ...paths],
  ]);
  const made: (Buffer | undefined)[] = [];
  for (const at of files.keys())
    made.push(await readFile(join(folder, 'out', `book${at}${to}`)).catch(() => undefined));
  return { fault, made };
}
