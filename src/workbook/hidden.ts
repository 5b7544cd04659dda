import type { HiddenColumns } from '../table/hidden.ts';
import { isTrue } from './sheet.ts';
import { decoded, unprefixed, XmlScanner } from './xml.ts';

/** Reads which columns a sheet does not show; they are listed before its rows, which are not read. */
export async function readHiddenColumns(part: string, bytes: AsyncIterable<Uint8Array>): Promise<HiddenColumns[]> {
  const hidden: HiddenColumns[] = [];
  let ended = false;
  const handler = unprefixed({
    open: (name, { min, max, hidden: is }) => {
      if (name === 'sheetData') ended = true;
      if (ended || name !== 'col' || !isTrue(is)) return;
      hidden.push({ first: Number(min) - 1, last: Number(max) - 1 });
    },
  });
  const scanner = new XmlScanner(part, handler);
  for await (const text of decoded(part, bytes)) {
    scanner.write(text);
    if (ended) break;
  }
  return hidden;
}
