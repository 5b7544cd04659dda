/** The encoding that a byte-order mark says, and how long the mark is. */
export interface ByteOrder {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly mark: number;
}

/** What the byte-order mark at the head of a text says; undefined where there is none. */
export function byteOrderOf(head: Uint8Array): ByteOrder | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  return undefined;
}

/**
 * The text of a whole file without its byte-order mark: UTF-8, or UTF-16 where the mark says so, as `>` of PowerShell 5 and
 * Notepad write it. Throws a TypeError (`ERR_ENCODING_INVALID_ENCODED_DATA` in Node.js) for bytes that are no such text.
 */
export function textOfBytes(bytes: Uint8Array): string {
  return decoderOf(bytes, true).decode(bytes);
}

/** The text of the head of a file, which may end within a character; what is no character stands as U+FFFD. */
export function textOfHead(head: Uint8Array): string {
  return decoderOf(head, false).decode(head, { stream: true });
}

/** Decodes a text that begins with these bytes, and takes its byte-order mark off; `fatal`: throws at what is no character. */
export function decoderOf(head: Uint8Array, fatal: boolean): InstanceType<typeof TextDecoder> {
  return new TextDecoder(byteOrderOf(head)?.encoding ?? 'utf-8', { fatal });
}
