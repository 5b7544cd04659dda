import type { Lang } from '../../src/base/text.ts';
import type { Law } from '../../src/law/law.ts';
import { recordIssue } from '../../src/records/messages.ts';
import { readRecord, refusalIssues, type ReadRecord } from '../../src/records/record.ts';
import type { Issue } from '../../src/base/checked.ts';
import { sourceOf } from '../../src/workbook/bytes.ts';
import { DEFAULT_LIMITS } from '../../src/workbook/limits.ts';
import { openXlsx } from '../../src/workbook/open.ts';
import { allBytes } from '../../src/list/bytes.ts';
import { openBytes } from '../files/bytes.ts';
import { bookRows, type BookRow } from '../../src/records/book.ts';
import { isWorkbook, recordLines } from './source.ts';
import { nativeSha256 } from '../files/sha256.ts';

/** A row of a file of records: a record, a row of a workbook, a refusal of a batch, or what is wrong with it. */
export type RecordRow =
  | { readonly row: number; readonly read: ReadRecord }
  | BookRow
  | { readonly row: number; readonly refusal: unknown }
  | { readonly row: number; readonly issues: readonly Issue[]; readonly id?: string };

/** The rows of a file of records, read and checked one after the other. */
export async function* recordRows(file: string, law: Law, lang: Lang): AsyncGenerator<RecordRow, void, undefined> {
  const input = await openBytes(file);
  if (isWorkbook(input)) {
    const bytes = await allBytes(input, DEFAULT_LIMITS.fileBytes);
    for await (const row of bookRows(await openXlsx(sourceOf(bytes)), law, lang)) if (!('refused' in row)) yield row;
    return;
  }
  const options = { sha256: nativeSha256, lang };
  for await (const lines of recordLines(input, lang)) {
    for (const line of lines) {
      const { row } = line;
      if ('fault' in line) {
        yield { row, issues: [recordIssue(lang, line.fault, '')] };
        continue;
      }
      if (isRefusal(line.value)) {
        const issues = refusalIssues(line.value, lang);
        yield issues.length === 0 ? { row, refusal: line.value } : { row, issues, ...named(line.value) };
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
