import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The first program that stands in the path under one of the names, or at one of the places; undefined where none does. */
export async function programOf(names: readonly string[], places: readonly string[]): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const path of [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places]) {
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  return undefined;
}

const LONGEST_MS = 120_000;

/** Runs a program to its end; undefined, or why it failed. All that it started ends with it. */
export function ran(program: string, args: readonly string[]): Promise<string | undefined> {
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
