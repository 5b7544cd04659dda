import type { Issue } from '../base/checked.ts';
import type { Sha256 } from '../base/hash.ts';
import type { Lang } from '../base/text.ts';
import type { RawRecord } from '../engine/migrate.ts';
import type { Law } from '../law/law.ts';
import { allBytes, type InputBytes } from '../table/bytes.ts';
import { sourceOf } from '../workbook/bytes.ts';
import { DEFAULT_LIMITS } from '../workbook/limits.ts';
import { openXlsx } from '../workbook/open.ts';
import { bookRows, type AlteredSumRow, type BookRow, type RefusedBookRow, type SealedBook } from './book.ts';
import { isWorkbook, recordLines } from './lines.ts';
import { demandOptions, FUNCTION, LANG, LAW, needed, TEXT, type OptionsOf } from '../messages/options.ts';
import { recordIssue } from './messages.ts';
import { readRecord, refusalIssues, type ReadRecord } from './record.ts';

/**
 * A row of a file of records: a record, a row of a workbook or its altered sums, a refusal of a batch, or what is wrong with
 * it; behind the rows of a workbook, what its seal showed.
 */
export type RecordRow =
  | { readonly row: number; readonly read: ReadRecord }
  | BookRow
  | RefusedBookRow
  | AlteredSumRow
  | SealedBook
  | { readonly row: number; readonly refusal: RawRecord }
  | { readonly row: number; readonly issues: readonly Issue[]; readonly id?: string };

/** Under what the rows of a file of records are read. */
export interface RowsOptions {
  /** The law under which the rows of a workbook are computed again. */
  readonly law: Law;
  readonly lang: Lang;
  readonly sha256: Sha256;
  /** The version of the engine that replays the rows of a workbook; default: this one. */
  readonly engine?: string | undefined;
}

const OPTIONS: OptionsOf<RowsOptions> = {
  law: needed(LAW),
  lang: needed(LANG),
  sha256: needed(FUNCTION),
  engine: TEXT,
};

/**
 * The rows of a file of records (NDJSON, JSON, or a workbook of results), read and checked one after the other. Throws
 * {@link FileRefused} for a file that is none, and a `TypeError` for an option that there is none of.
 */
export async function* recordRows(input: InputBytes, given: RowsOptions): AsyncGenerator<RecordRow, void, undefined> {
  demandOptions(given, OPTIONS);
  const { lang, sha256 } = given;
  if (isWorkbook(input)) {
    const bytes = await allBytes(input, DEFAULT_LIMITS.fileBytes);
    return yield* bookRows(await openXlsx(sourceOf(bytes)), given);
  }
  const options = { sha256, lang };
  for await (const lines of recordLines(input)) {
    for (const line of lines) {
      const { row } = line;
      if ('fault' in line) {
        yield { row, issues: [recordIssue(lang, line.fault, '')] };
        continue;
      }
      if (isRefusal(line.value)) {
        const issues = refusalIssues(line.value, lang);
        yield issues.length === 0 ? { row, refusal: line.value as RawRecord } : { row, issues, ...named(line.value) };
        continue;
      }
      const read = readRecord(line.value, options);
      yield read.ok ? { row, read: read.value } : { row, issues: read.issues, ...named(line.value) };
    }
  }
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { schema?: unknown }).schema === 'nd178/refusal@1';
}

function named(value: unknown): { id?: string } {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? { id } : {};
}
