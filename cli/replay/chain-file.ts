import { open } from 'node:fs/promises';
import { Chain } from '../../src/records/chain.ts';
import type { ResultRecord } from '../../src/records/receipt.ts';
import type { ReadRecord } from '../../src/records/record.ts';
import { nativeSha256 } from '../sha256.ts';
import { openOutput, writing } from '../table/output-file.ts';

/** Writes a chained file of records; it stands in its place only when it is complete. */
export interface ChainWriter {
  /** Writes a record as the next link. */
  link(read: ReadRecord): Promise<void>;
  /** Writes a line that is no record as it is. */
  pass(line: unknown): Promise<void>;
  /** Puts the file in its place; gives the head. */
  end(): Promise<string>;
  /** Removes what is not complete. */
  close(): Promise<void>;
}

const MOST_HELD = 256 * 1024;

/** Opens a chained file for writing. Throws {@link FileRefused} where it cannot be written. */
export async function chainWriter(path: string): Promise<ChainWriter> {
  const output = await openOutput(path);
  const file = await writing(path, () => open(output.beside, 'w')).catch(async (error: unknown) => {
    await output.close();
    throw error;
  });
  const chain = new Chain(nativeSha256);
  let [held, open_] = ['', true];
  const put = async (value: unknown): Promise<void> => {
    held += JSON.stringify(value) + '\n';
    if (held.length < MOST_HELD) return;
    await writing(path, () => file.write(held));
    held = '';
  };
  return {
    // A record is linked as it was read, so that an older schema version keeps the hashes it was given.
    link: ({ raw }) => put(chain.link(raw as unknown as ResultRecord)),
    pass: put,
    end: async () => {
      await writing(path, async () => {
        await file.write(held);
        await file.sync();
      });
      await file.close();
      open_ = false;
      await output.put();
      return chain.head ?? '';
    },
    close: async () => {
      if (open_) await file.close();
      open_ = false;
      await output.close();
    },
  };
}
