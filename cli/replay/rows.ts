import type { Lang } from '../../src/base/text.ts';
import type { Law } from '../../src/law/law.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { recordRows, type RecordRow } from '../../src/records/rows.ts';
import { EXIT, Exit } from '../exit.ts';
import { openBytes } from '../files/bytes.ts';
import { nativeSha256 } from '../files/sha256.ts';

/** The rows of a file of records, read and checked one after the other. Throws {@link Exit} or {@link FileRefused}. */
export async function* fileRows(file: string, law: Law, lang: Lang): AsyncGenerator<RecordRow, void, undefined> {
  try {
    yield* recordRows(await openBytes(file), { law, lang, sha256: nativeSha256 });
  } catch (error) {
    // The reason tells enough; another kind of file is advised of beside it.
    const isText = error instanceof FileRefused && error.code === 'records-not-utf8';
    throw isText ? new Exit(EXIT.invalid, error.text(lang)) : error;
  }
}
