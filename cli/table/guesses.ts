import { guessSeparator } from '../../src/table/csv.ts';
import { allBytes, type InputBytes } from './bytes.ts';
import { asUtf8, guessEncoding, oldFont } from './encoding.ts';
import { fileOf, type SourceOptions } from './input.ts';
import { FileRefused, type RefusalParams } from './refused.ts';
import { openSource } from './source.ts';
import { openXlsx } from './xlsx/open.ts';

/** How much of a text is looked at. */
const LOOKED_AT = 64 * 1024;

/** NDJSON is what standard input holds unless it is named; what does not look like it is not guessed at. */
export function checkNdjson({ head }: InputBytes): void {
  const start = Buffer.from(head.subarray(0, LOOKED_AT))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start !== '' && !start.startsWith('{')) throw new FileRefused('format-of-stdin');
}

/**
 * Why an input could not be recognised, with its place, and with what was guessed about it: the guess may be why no
 * header was found.
 */
export async function explained(error: FileRefused, input: InputBytes, options: SourceOptions): Promise<FileRefused> {
  const sheet = options.sheet ?? (await sheetOf(error, input, options));
  const place = { ...fileOf(options.file), ...(sheet === undefined ? {} : { sheet }) };
  const guessed = error.code === 'header' && options.format === 'csv' ? await guesses(input, options) : {};
  return error.in(place, guessed);
}

/** The sheet whose header is at fault; undefined where that is said of several, or of none. */
async function sheetOf(error: FileRefused, input: InputBytes, options: SourceOptions): Promise<string | undefined> {
  if (error.code !== 'header' || options.format !== 'xlsx' || options.file === '-') return undefined;
  const book = await openXlsx(await allBytes(input, options.limits.fileBytes), options);
  const faulty: string[] = [];
  for (const sheet of book.sheets) {
    const fault: unknown = await openSource(input, { ...options, sheet }).catch((caught: unknown) => caught);
    if (fault instanceof FileRefused && fault.params['message'] === error.params['message']) faulty.push(sheet);
  }
  return faulty.length === 1 ? faulty[0] : undefined;
}

async function guesses({ head }: InputBytes, options: SourceOptions): Promise<RefusalParams> {
  const found =
    options.encoding === undefined ? guessEncoding(head) : { encoding: options.encoding, mark: 0, guessed: false };
  let text = '';
  for await (const piece of asUtf8(once(head.subarray(0, LOOKED_AT)), found))
    text += Buffer.from(piece).toString('utf8');
  const separator = options.separator ?? guessSeparator(text);
  return {
    ...(options.separator === undefined ? { separator: separator === '\t' ? 'tab' : separator } : {}),
    ...(found.guessed ? { encoding: found.encoding } : {}),
    font: oldFont(text),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
