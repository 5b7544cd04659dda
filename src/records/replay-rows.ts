import type { Sha256 } from '../base/hash.ts';
import type { Lang } from '../base/text.ts';
import type { Law } from '../law/law.ts';
import { ChainChecker } from './chain.ts';
import type { AlteredSumRow, RefusedBookRow, SealedBook } from './book.ts';
import type { AlteredSums } from './book-sums.ts';
import { withHead, type SealReport } from './book-seal.ts';
import { isTold } from './replay-document.ts';
import type { ReplayReport } from './replay-report.ts';
import { replayRead, unreadable, type Replayed } from './replay.ts';
import type { RecordRow } from './rows.ts';
import { ReplayTally } from './tally.ts';

/** How the rows of a file of records are replayed. */
export interface ReplayRowsOptions {
  readonly law: Law;
  readonly lang: Lang;
  readonly sha256: Sha256;
  /** How many records that differ are kept for the report. */
  readonly limit: number;
  /** The kept head of the chain, to compare. */
  readonly head?: string | undefined;
  /** Given each row before it is computed again. */
  readonly each?: (row: RecordRow) => Promise<void>;
  /** Told what came of each record. */
  readonly tell?: ((one: Replayed) => void) | undefined;
}

/** Computes the rows of a file of records again under the law that each names, one after the other. */
export async function replayRows(rows: AsyncIterable<RecordRow>, options: ReplayRowsOptions): Promise<ReplayReport> {
  const { each, tell, limit, head, sha256 } = options;
  const tally = new ReplayTally();
  const checker = new ChainChecker(sha256);
  const records: Replayed[] = [];
  let more = 0;
  const sums: AlteredSums[] = [];
  let seal: SealReport | undefined;
  for await (const row of rows) {
    if (each) await each(row);
    if ('seal' in row) {
      seal = head === undefined ? row.seal : withHead(row.seal, head);
      continue;
    }
    if ('sums' in row) {
      sums.push(row.sums);
      continue;
    }
    if ('refused' in row || 'refusal' in row) {
      tally.skip();
      if ('refusal' in row) checker.addRefusal(row.row, row.refusal);
      continue;
    }
    if ('read' in row) checker.add(row.row, row.read.raw);
    const replayed = replayedOf(row, options);
    tally.add(replayed);
    tell?.(replayed);
    if (!isTold(replayed)) continue;
    if (records.length < limit) records.push(replayed);
    else more++;
  }
  // The head of a workbook is that of its seal.
  const chain = checker.report(seal ? undefined : head);
  return {
    summary: tally.summary(),
    chain,
    ...(seal ? { seal } : {}),
    ...(sums.length > 0 ? { sums } : {}),
    records,
    more,
  };
}

function replayedOf(
  row: Exclude<RecordRow, { refusal: unknown } | RefusedBookRow | AlteredSumRow | SealedBook>,
  { law, lang, sha256 }: ReplayRowsOptions,
): Replayed {
  if ('replayed' in row) return row.replayed;
  if ('read' in row) return replayRead(row.read, row.row, { law, lang, sha256 });
  return unreadable(row.row, row.issues, row.id);
}

/** Why nothing of a file could be replayed. */
export function nothingReplayed({ summary, records }: ReplayReport, lang: Lang): string {
  const [first] = records;
  const why = first?.issues?.[0]?.message ?? '';
  const rows = summary.unreadable;
  return lang === 'vi'
    ? `Không có bản ghi nào đọc được (${rows} dòng hỏng, ${summary.refusals} dòng từ chối). ${why}`.trim()
    : `No record could be read (${rows} unreadable rows, ${summary.refusals} refusals). ${why}`.trim();
}
