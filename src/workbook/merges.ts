import { damaged } from '../messages/damage.ts';
import { FileRefused } from '../messages/refused.ts';
import type { Area } from '../table/merges.ts';
import { areaOf } from './area.ts';
import { decoded, unprefixed, XmlScanner } from './xml.ts';

/**
 * Reads which cells of a sheet are merged. Their list stands behind all rows, so that the text before it is only looked
 * through, not taken apart. Throws {@link FileRefused} for more than `most` of them, and for a sheet that is damaged.
 */
export async function readMerges(part: string, bytes: AsyncIterable<Uint8Array>, most: number): Promise<Area[]> {
  const areas: Area[] = [];
  let scanner: XmlScanner | undefined;
  let ended = false;
  const handler = unprefixed({
    open: (name, attributes) => {
      if (name !== 'mergeCell') return;
      const area = areaOf(attributes['ref'] ?? '');
      if (!area) throw damaged(part, 'merge', { value: attributes['ref'] ?? '' });
      if (areas.push(area) > most) throw new FileRefused('too-many-merges', { part, limit: most });
    },
    close: (name) => {
      if (name !== LIST) return;
      ended = true;
      scanner?.stop();
    },
  });
  let seam = '';
  for await (const text of decoded(part, bytes)) {
    // What stands behind the list is of no matter here, but a part is read to its end, where its sum is checked.
    if (ended) continue;
    seam += text;
    const at = scanner ? 0 : listAt(seam);
    if (at >= 0) {
      scanner ??= new XmlScanner(part, handler, true);
      scanner.write(seam.slice(at));
      seam = '';
    } else seam = seam.slice(-EDGE);
  }
  return areas;
}

const LIST = 'mergeCells';
/** The name of the list, with or without a prefix, stands within so many characters. */
const EDGE = 128;
const OPENING = /<(?:[\w.-]{1,99}:)?$/;

/** Where the list begins; -1 where it does not. */
function listAt(text: string): number {
  for (let at = text.indexOf(LIST); at >= 0; at = text.indexOf(LIST, at + LIST.length)) {
    const opening = OPENING.exec(text.slice(Math.max(0, at - EDGE), at));
    if (opening) return at - opening[0].length;
  }
  return -1;
}
