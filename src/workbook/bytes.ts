/** Bytes that can be read from any place: a file, a `Blob` of a browser, or bytes in memory. */
export interface Source {
  /** How many bytes there are. */
  readonly size: number;
  /** So many bytes from a place on; fewer where they end before. */
  read(from: number, length: number): Promise<Uint8Array>;
}

/** Takes bytes one after the other; whoever writes waits until they are taken. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>;
}

/** Bytes in memory as a source. */
export function sourceOf(bytes: Uint8Array): Source {
  return { size: bytes.length, read: (from, length) => Promise.resolve(bytes.subarray(from, from + length)) };
}
