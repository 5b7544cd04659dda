import { write, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { systemCode, systemFault } from './system-fault.ts';

/** Milliseconds after which a reader that was too slow is asked again. */
const AGAIN = 10;

/**
 * Writes to standard output (1) or standard error (2): all of it, however little the system takes at a time, or an error
 * of the system. A reader that is slow is waited for.
 */
export function writeStandard(handle: 1 | 2, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
  for (let at = 0; at < bytes.length;) {
    try {
      const written = writeSync(handle, bytes, at, bytes.length - at);
      if (written <= 0) throw systemFault('EIO');
      at += written;
    } catch (error) {
      if (systemCode(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, AGAIN);
    }
  }
}

/** {@link writeStandard} that leaves the program free while the reader is slow: a signal is heard. */
export async function writeStandardLater(handle: 1 | 2, data: string | Uint8Array): Promise<void> {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
  for (let at = 0; at < bytes.length;) {
    try {
      const { bytesWritten } = await promisify(write)(handle, bytes, at, bytes.length - at);
      if (bytesWritten <= 0) throw systemFault('EIO');
      at += bytesWritten;
    } catch (error) {
      if (systemCode(error) !== 'EAGAIN') throw error;
      await wait(AGAIN);
    }
  }
}
