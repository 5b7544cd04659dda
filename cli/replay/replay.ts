import { basename } from 'node:path';
import { jsonText } from '../../src/base/printable.ts';
import type { Lang } from '../../src/base/text.ts';
import type { Law } from '../../src/law/law.ts';
import type { RefusedBookRow, SealedBook } from '../../src/records/book.ts';
import { withHead, type SealReport } from '../../src/records/book-seal.ts';
import { ChainChecker } from '../../src/records/chain.ts';
import { ENGINE_VERSION } from '../../src/engine/engine-version.ts';
import { isTold, replayDocument } from '../../src/records/replay-document.ts';
import type { ReplayReport } from '../../src/records/replay-report.ts';
import { replayRead, unreadable, type Replayed } from '../../src/records/replay.ts';
import { ReplayTally } from '../../src/records/tally.ts';
import { allSame, verdictOf } from '../../src/records/verdict.ts';
import { EXIT, Exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { layout, type DocumentFormat } from '../output/document.ts';
import { chainWriter, type ChainWriter } from './chain-file.ts';
import type { ReplayFlags } from './flags.ts';
import { nativeSha256 } from '../files/sha256.ts';
import type { RecordRow } from '../../src/records/rows.ts';
import { fileRows } from './rows.ts';
import { checkReportPlace, saveReport } from './report.ts';

/** A replay that has been asked for. */
export interface ReplayJob {
  readonly file: string;
  readonly flags: ReplayFlags;
  readonly lang: Lang;
  readonly law: Law;
  readonly host: Host;
}

/** Replays a file under the law its records name, writes the report, and ends with 5 when anything differs. */
export async function replayFile(job: ReplayJob): Promise<void> {
  const { flags, lang, law, host } = job;
  const format = flags.format ?? 'table';
  if (flags.output !== undefined) await checkReportPlace(flags.output, job.file, lang);
  const write = format === 'json' ? jsonWriter(job) : format === 'ndjson' ? ndjsonWriter(job) : undefined;
  const chained = flags.chain === undefined ? undefined : await chainWriter(flags.chain, job.file);
  try {
    const report = await walk(job, chained, write?.record);
    if (report.summary.records === 0) {
      write?.end(report);
      throw new Exit(EXIT.invalid, nothingRead(report, lang));
    }
    if (write) write.end(report);
    else host.styled(layout(replayDocument(report, law, lang), format as DocumentFormat, host));
    if (flags.output !== undefined) await saveReport(flags.output, replayDocument(report, law, lang));
    const head = await chained?.end();
    if (head !== undefined) host.err((lang === 'vi' ? 'Mã cuối của chuỗi: ' : 'Head of the chain: ') + head + '\n');
    if (!allSame(report)) throw new Exit(EXIT.differences);
  } finally {
    await chained?.close();
  }
}

async function walk(job: ReplayJob, chained: ChainWriter | undefined, tell?: Tell): Promise<ReplayReport> {
  const { file, flags, lang, law } = job;
  const tally = new ReplayTally();
  const checker = new ChainChecker(nativeSha256);
  const limit = Number(flags.limit);
  const records: Replayed[] = [];
  let more = 0;
  let seal: SealReport | undefined;
  for await (const row of fileRows(file, law, lang)) {
    if ('seal' in row) {
      seal = flags.head === undefined ? row.seal : withHead(row.seal, flags.head);
      continue;
    }
    if ('refused' in row) {
      tally.skip();
      continue;
    }
    if ('refusal' in row) {
      tally.skip();
      checker.addRefusal(row.row, row.refusal);
      await chained?.linkRefusal(row.refusal);
      continue;
    }
    if ('read' in row) {
      checker.add(row.row, row.read.raw);
      await chained?.link(row.read);
    }
    const replayed = replayedOf(row, job);
    tally.add(replayed);
    tell?.(replayed);
    if (!isTold(replayed)) continue;
    if (records.length < limit) records.push(replayed);
    else more++;
  }
  const chain = checker.report(seal ? undefined : flags.head);
  return { summary: tally.summary(), chain, ...(seal ? { seal } : {}), records, more };
}

function replayedOf(
  row: Exclude<RecordRow, { refusal: unknown } | RefusedBookRow | SealedBook>,
  { law, lang }: ReplayJob,
): Replayed {
  if ('replayed' in row) return row.replayed;
  if ('read' in row) return replayRead(row.read, row.row, { law, lang, sha256: nativeSha256 });
  return unreadable(row.row, row.issues, row.id);
}

function nothingRead({ summary, records }: ReplayReport, lang: Lang): string {
  const [first] = records;
  const why = first?.issues?.[0]?.message ?? '';
  const rows = summary.unreadable;
  return lang === 'vi'
    ? `Không có bản ghi nào đọc được (${rows} dòng hỏng, ${summary.refusals} dòng từ chối). ${why}`.trim()
    : `No record could be read (${rows} unreadable rows, ${summary.refusals} refusals). ${why}`.trim();
}

type Tell = (one: Replayed) => void;

interface Writer {
  readonly record: Tell;
  readonly end: (report: ReplayReport) => void;
}

/** One JSON object, written as the records come, so that memory does not grow with them. */
function jsonWriter({ file, lang, host }: ReplayJob): Writer {
  const head = { schema: 'nd178/replay@1', engine: ENGINE_VERSION, ...(file === '-' ? {} : { file: basename(file) }) };
  host.out(jsonText(head).slice(0, -1) + ',"records":[');
  let before = '\n';
  return {
    record: (one) => {
      if (one.status === 'same') return;
      host.out(before + jsonText(one));
      before = ',\n';
    },
    end: (report) => host.out(`\n],${jsonText(closing(report, lang)).slice(1)}\n`),
  };
}

/** One line for each record, then one with the summary. */
function ndjsonWriter({ lang, host }: ReplayJob): Writer {
  return {
    record: (one) => host.out(jsonText(one) + '\n'),
    end: (report) => host.out(jsonText({ schema: 'nd178/replay-summary@1', ...closing(report, lang) }) + '\n'),
  };
}

function closing(report: ReplayReport, lang: Lang): Record<string, unknown> {
  const { summary, chain, seal } = report;
  return { summary, chain, ...(seal ? { seal } : {}), same: allSame(report), verdict: verdictOf(report, lang) };
}
