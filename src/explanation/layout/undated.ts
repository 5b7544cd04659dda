/** Marks of a zip file: its end, an entry of its directory, the head of a part. */
const [END, ENTRY] = [0x06054b50, 0x02014b50];
const [LENGTH_OF_END, LENGTH_OF_ENTRY] = [22, 46];

/** 1 January 1980, 0:00, the first day that a zip file can tell. */
const [TIME, DAY] = [0, 0x21];

/**
 * A zip file whose parts all bear the first day that such files know, in place of the hour at which they were packed: the
 * same papers are the same bytes on any day. The bytes given are changed and given back.
 */
export function undated(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - LENGTH_OF_END;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error('a zip file without a plain end');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry++) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('a zip file with a broken directory');
    const head = view.getUint32(at + 42, true);
    for (const place of [at + 12, head + 10]) {
      view.setUint16(place, TIME, true);
      view.setUint16(place + 2, DAY, true);
    }
    at += LENGTH_OF_ENTRY + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
  }
  return zip;
}
