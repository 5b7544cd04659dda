import type { Command } from 'commander';
import type { Lang } from '../../src/base/text.ts';
import type { Office } from '../../src/papers/office.ts';
import { EXIT, Exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { spoken } from '../language.ts';
import { readText } from './read-text.ts';

/** Adds `--office FILE`: an office's own data, given once. */
export function officeOption(command: Command): Command {
  return command.option(
    '--office <file>',
    spoken(command) === 'vi'
      ? 'dữ liệu của cơ quan (YAML): cơ quan, địa danh, người ký, nguồn kinh phí'
      : 'data of the office (YAML): agency, place, signers, budget source',
  );
}

/** Reads the data of an office; an empty office where no file is named. Throws {@link Exit} with every fault. */
export async function officeOf(file: string | undefined, lang: Lang, host: Host): Promise<Office> {
  if (file === undefined) return {};
  const text = readText(host, file, lang);
  if (typeof text !== 'string') throw new Exit(EXIT.invalid, text.message);
  const { parseOffice } = await import('../../src/papers/office-file.ts');
  const read = parseOffice(text, file, lang);
  if (isFaults(read)) throw new Exit(EXIT.invalid, read.join('\n'));
  return read;
}

function isFaults(read: Office | readonly string[]): read is readonly string[] {
  return Array.isArray(read);
}
