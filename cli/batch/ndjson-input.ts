import { textOfHead } from '../../src/base/byte-order.ts';
import type { InputBytes } from '../../src/table/bytes.ts';
import { FileRefused } from '../../src/messages/refused.ts';

/** How much of a text is looked at. */
const LOOKED_AT = 64 * 1024;

/** NDJSON is what standard input holds unless it is named; what does not look like it is not guessed at. */
export function checkNdjson({ head }: InputBytes): void {
  const start = textOfHead(head.subarray(0, LOOKED_AT)).trimStart();
  if (start !== '' && !start.startsWith('{')) throw new FileRefused('format-of-stdin');
}
