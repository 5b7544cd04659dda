import type { Area } from '../../../src/table/merges.ts';
import { FileRefused } from '../refused.ts';
import { areaOf } from './area.ts';
import { attribute, decoded, XmlScanner } from './xml.ts';

/**
 * Reads which cells of a sheet are merged. Their list stands behind all rows, so that the bytes before it are only
 * looked through, not taken apart. Throws {@link FileRefused} for more than `most` of them.
 */
export async function readMerges(part: string, bytes: AsyncIterable<Buffer>, most: number): Promise<Area[]> {
  const areas: Area[] = [];
  const scanner = new XmlScanner(part, {
    open: (name, attributes) => {
      const area = name === 'mergeCell' ? areaOf(attribute(attributes, 'ref') ?? '') : undefined;
      if (area && areas.push(area) > most) throw new FileRefused('too-many-merges', { part, limit: most });
    },
  });
  // The scanner begins inside of the sheet, and so it is not told of the end.
  for await (const text of decoded(part, fromMerges(bytes))) scanner.write(text);
  return areas;
}

/** The name of the list, with or without a prefix, stands within so many bytes. */
const EDGE = 128;

/** The bytes of a sheet from its list of merged cells on; all of them where they are not UTF-8. */
async function* fromMerges(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let found = false;
  let before: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    found ||= before.length === 0 && (chunk[0] === 0xff || chunk[0] === 0xfe);
    if (found) {
      yield chunk;
      continue;
    }
    const seam = Buffer.concat([before, chunk.subarray(0, EDGE)]);
    const [atSeam, at] = [markAt(seam), markAt(chunk)];
    found = atSeam >= 0 || at >= 0;
    if (atSeam >= 0) {
      yield seam.subarray(atSeam);
      yield chunk.subarray(EDGE);
    } else if (at >= 0) yield chunk.subarray(at);
    before = (chunk.length < EDGE ? seam : chunk).subarray(-EDGE);
  }
}

const NAME = 'mergeCells';
const OPENING = /<(?:[\w.-]+:)?$/;

/** Where the list begins; -1 where it does not. */
function markAt(bytes: Buffer): number {
  for (let at = bytes.indexOf(NAME); at >= 0; at = bytes.indexOf(NAME, at + NAME.length)) {
    const opening = OPENING.exec(bytes.toString('latin1', Math.max(0, at - EDGE / 2), at));
    if (opening) return at - opening[0].length;
  }
  return -1;
}
