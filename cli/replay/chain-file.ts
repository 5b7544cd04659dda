import { open, rename, rm } from 'node:fs/promises';
import type { Lang } from '../../src/base/text.ts';
import { Chain } from '../../src/records/chain.ts';
import type { ResultRecord } from '../../src/records/receipt.ts';
import type { ReadRecord } from '../../src/records/record.ts';
import { EXIT, Exit } from '../exit.ts';
import { nativeSha256 } from '../sha256.ts';

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

/** Opens a chained file for writing. Throws {@link Exit} 3 where it cannot be written. */
export async function chainWriter(path: string, lang: Lang): Promise<ChainWriter> {
  const beside = `${path}.nd178-part`;
  const file = await open(beside, 'w').catch(() => {
    throw new Exit(EXIT.invalid, lang === 'vi' ? `Không ghi được tệp "${path}".` : `Cannot write the file "${path}".`);
  });
  const chain = new Chain(nativeSha256);
  let [held, open_] = ['', true];
  const put = async (value: unknown): Promise<void> => {
    held += JSON.stringify(value) + '\n';
    if (held.length < MOST_HELD) return;
    await file.write(held);
    held = '';
  };
  return {
    // A record is linked as it was read, so that an older schema version keeps the hashes it was given.
    link: ({ raw }) => put(chain.link(raw as unknown as ResultRecord)),
    pass: put,
    end: async () => {
      await file.write(held);
      await file.sync();
      await file.close();
      open_ = false;
      await rename(beside, path);
      return chain.head ?? '';
    },
    close: async () => {
      if (!open_) return;
      await file.close();
      await rm(beside, { force: true });
    },
  };
}
