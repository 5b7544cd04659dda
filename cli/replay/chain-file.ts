import { jsonText } from '../../src/base/printable.ts';
import { Chain } from '../../src/records/chain.ts';
import type { RawRecord } from '../../src/engine/migrate.ts';
import type { ReadRecord } from '../../src/records/record.ts';
import { nativeSha256 } from '../files/sha256.ts';
import { openOutput } from '../files/output-file.ts';

/** Writes a chained file of records; it stands in its place only when it is complete. */
export interface ChainWriter {
  /** Writes a record as the next link. */
  link(read: ReadRecord): Promise<void>;
  /** Writes the refusal of a row as the next link. */
  linkRefusal(refusal: RawRecord): Promise<void>;
  /** Puts the file in its place; gives the head. */
  end(): Promise<string>;
  /** Removes what is not complete. */
  close(): Promise<void>;
}

const MOST_HELD = 256 * 1024;

/** Opens a chained file for the records of an input. Throws {@link FileRefused} where it cannot be written. */
export async function chainWriter(path: string, input: string): Promise<ChainWriter> {
  const output = await openOutput(path, [input]);
  const chain = new Chain(nativeSha256);
  let held = '';
  const put = async (value: unknown): Promise<void> => {
    held += jsonText(value) + '\n';
    if (held.length >= MOST_HELD) await send();
  };
  const send = async (): Promise<void> => {
    await output.write(Buffer.from(held));
    held = '';
  };
  return {
    // A record is linked as it was read, so that an older schema version keeps the hashes it was given.
    link: ({ raw }) => put(chain.link(raw)),
    linkRefusal: (refusal) => put(chain.link(refusal)),
    end: async () => {
      await send();
      await output.put();
      return chain.head ?? '';
    },
    close: () => output.close(),
  };
}
