import { parseMap } from '../../src/audit/map-file.ts';
import type { ColumnMap } from '../../src/audit/sheet/map.ts';
import type { Lang } from '../../src/base/text.ts';
import type { Law } from '../../src/law/law.ts';
import { EXIT, Exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { readText } from '../input/read-text.ts';

/** Reads a map of columns. Throws {@link Exit} 3 with every fault. */
export function readMap(host: Host, file: string, law: Law, lang: Lang): ColumnMap {
  const text = readText(host, file, lang);
  if (typeof text !== 'string') throw new Exit(EXIT.invalid, text.message);
  const read = parseMap(text, file, law);
  if ('sheets' in read) return read;
  throw new Exit(EXIT.invalid, read.join('\n'));
}
