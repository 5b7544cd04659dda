import { extname } from 'node:path';
import { textOfHead } from '../../src/base/byte-order.ts';
import type { Lang } from '../../src/base/text.ts';
import type { Calculation, Choices } from '../../src/engine/derivation.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { refusalSheet } from '../../src/explanation/refusal.ts';
import { recordPage, refusedRowPage } from '../../src/papers/record-page.ts';
import { rowRefusal } from '../../src/papers/row-refusal.ts';
import {
  bookRows,
  isResultBook,
  type AlteredSumRow,
  type BookRow,
  type RefusedBookRow,
  type SealedBook,
} from '../../src/records/book.ts';
import { recompute } from '../../src/records/recompute.ts';
import type { ReadRecord } from '../../src/records/record.ts';
import { replayRead, unreadable, type Replayed } from '../../src/records/replay.ts';
import type { Refusal } from '../../src/table/outcome.ts';
import { sourceOf } from '../../src/workbook/bytes.ts';
import { DEFAULT_LIMITS } from '../../src/workbook/limits.ts';
import { openXlsx } from '../../src/workbook/open.ts';
import type { WorkbookReader } from '../../src/workbook/plan.ts';
import { allBytes, type InputBytes } from '../../src/table/bytes.ts';
import { openBytes } from '../files/bytes.ts';
import { nativeSha256 } from '../files/sha256.ts';
import { isWorkbook } from '../../src/records/lines.ts';
import type { RecordRow } from '../../src/records/rows.ts';
import { fileRows } from '../replay/rows.ts';
import type { PaperOptions, Person } from '../../src/papers/person.ts';

/** How a record or a refusal of a batch begins, among the first bytes of a file of them. */
const RECORD = /"schema"\s*:\s*"nd178\/(?:result|refusal)@/;

/**
 * The people of a file of records, or of a workbook of results, each computed again under the version that it names;
 * undefined for a file that is neither. Who does not come out as recorded gets a page that says so, not a sheet.
 */
export async function peopleOfRecords(from: string, options: PaperOptions): Promise<Person[] | undefined> {
  const { law, core } = options;
  const input = await openBytes(from);
  const people: Person[] = [];
  if (isWorkbook(input)) {
    const book = await resultBook(input, options);
    if (!book) return undefined;
    for await (const row of bookRows(book, { law, lang: core.lang, sha256: nativeSha256 }))
      if (!('seal' in row || 'sums' in row)) people.push(ofBook(row, options));
    return people;
  }
  if (!isRecords(from, input)) return undefined;
  for await (const row of fileRows(from, law, core.lang))
    if (!('seal' in row || 'sums' in row)) people.push(ofRecord(row, options));
  return people;
}

function isRecords(from: string, { head }: InputBytes): boolean {
  if (!['.ndjson', '.jsonl', '.json'].includes(extname(from).toLowerCase())) return false;
  const text = textOfHead(head);
  return RECORD.test(extname(from).toLowerCase() === '.json' ? text : (text.trimStart().split('\n')[0] ?? ''));
}

/** The workbook, where it holds results; what cannot be opened is told by whoever reads it as a list. */
async function resultBook(input: InputBytes, { law, core }: PaperOptions): Promise<WorkbookReader | undefined> {
  try {
    const book = await openXlsx(sourceOf(await allBytes(input, DEFAULT_LIMITS.fileBytes)));
    return (await isResultBook(book, law, core.lang)) ? book : undefined;
  } catch (error) {
    if (error instanceof FileRefused) return undefined;
    throw error;
  }
}

function ofBook(row: BookRow | RefusedBookRow, options: PaperOptions): Person {
  const { lang } = options.core;
  if ('refused' in row) {
    const { who, reason } = row.refused;
    return { who, page: refusedRowPage(who, { row: row.row, sheet: row.sheet, reason }, lang) };
  }
  const { replayed, record, worked } = row;
  const who = record?.case.person.name ?? replayed.id ?? '';
  if (!holds(replayed)) return { who, page: recordPage(who, replayed, { lang, law: options.law }) };
  if (worked) return { who, worked: { ...worked, choices: ownChoices(worked) } };
  return record ? { who, page: refusalSheet(record, { lang, law: options.law }) } : pageOf(replayed, who, options);
}

function ofRecord(row: Exclude<RecordRow, AlteredSumRow | SealedBook>, options: PaperOptions): Person {
  const { core, law } = options;
  const { lang } = core;
  if ('replayed' in row || 'refused' in row) return ofBook(row, options);
  if ('refusal' in row) {
    const refusal = row.refusal as unknown as Refusal;
    return { who: refusal.id ?? String(row.row), page: rowRefusal(refusal, lang) };
  }
  if ('issues' in row) return pageOf(unreadable(row.row, row.issues, row.id), row.id ?? '', options);
  return ofRead(row.read, row.row, { core, law, lang });
}

interface Reading extends Pick<PaperOptions, 'core' | 'law'> {
  readonly lang: Lang;
}

function ofRead(read: ReadRecord, row: number, { law, lang }: Reading): Person {
  const { record } = read;
  const who = record.case.person.name ?? record.id ?? '';
  const replayed = replayRead(read, row, { law, lang, sha256: nativeSha256 });
  const found = holds(replayed) ? recompute(record, law, lang) : undefined;
  if (found?.kind !== 'result') return { who, page: recordPage(who, replayed, { lang, law }) };
  if (!found.worked) return { who, page: refusalSheet(found.result, { lang, law }) };
  // The choices that were made then, so that the sheet bears the receipt of the record.
  return { who, worked: { ...found.worked, choices: record.options } };
}

function pageOf(replayed: Replayed, who: string, { core: { lang }, law }: PaperOptions): Person {
  return { who, page: recordPage(who, replayed, { lang, law }) };
}

/**
 * Whether a sheet can be made from a record: everything comes out as recorded; or another version of the engine or of the
 * rule files gives the same money, and nobody altered it.
 */
function holds({ status, causes, difference }: Replayed): boolean {
  if (status === 'same') return true;
  const harmless = causes.every((cause) => cause === 'law-altered' || cause === 'engine-changed');
  return status === 'different' && harmless && difference === '0';
}

/** A workbook names the readings of every question that was touched; those at their default were no choice. */
function ownChoices({ choices, derivation }: Calculation): Choices | undefined {
  const { interpretations = {}, ...others } = choices ?? {};
  const chosen = Object.entries(interpretations).filter(
    ([id, option]) => derivation.law.interpretation(id)?.provision.default !== option,
  );
  const all = { ...others, ...(chosen.length > 0 ? { interpretations: Object.fromEntries(chosen) } : {}) };
  return Object.keys(all).length === 0 ? undefined : all;
}
