import type { Command } from 'commander';
import { composed, type Lang } from '../../src/base/text.ts';
import { officeSchema, type Office } from '../../src/papers/office.ts';
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
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  // A module of our own around it: what is bundled of yaml itself has no named exports.
  const { parse } = await import('./yaml.ts');
  let data: unknown;
  try {
    data = parse(composed(text)) ?? {};
  } catch {
    throw new Exit(EXIT.invalid, `${file}: ${say('không phải YAML đọc được', 'is no readable YAML')}.`);
  }
  const read = officeSchema.safeParse(data);
  if (read.success) return read.data;
  const known = Object.keys(officeSchema.shape).join(', ');
  const faults = read.error.issues.map((one) => {
    const place = one.path.map(String).join('.');
    if (one.code === 'unrecognized_keys')
      return say(
        `không có khóa ${one.keys.join(', ')}. Các khóa: ${known}.`,
        `unknown key ${one.keys.join(', ')}. Keys: ${known}.`,
      );
    return `${place}: ${say('phải là một dòng chữ (hoặc danh sách như ví dụ office.yaml)', 'must be a line of text (or a list as in the example office.yaml)')}.`;
  });
  throw new Exit(EXIT.invalid, faults.map((fault) => `${file}: ${fault}`).join('\n'));
}
