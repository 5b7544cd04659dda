import { basename } from 'node:path';
import { jsonText } from '../../src/base/printable.ts';
import type { Lang } from '../../src/base/text.ts';
import type { Law } from '../../src/law/law.ts';
import { replayDocument } from '../../src/records/replay-document.ts';
import type { ReplayReport } from '../../src/records/replay-report.ts';
import { ReplayJson, replaySums } from '../../src/records/replay-json.ts';
import { nothingReplayed, replayRows } from '../../src/records/replay-rows.ts';
import type { Replayed } from '../../src/records/replay.ts';
import { allSame } from '../../src/records/verdict.ts';
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
      throw new Exit(EXIT.invalid, nothingReplayed(report, lang));
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

function walk(job: ReplayJob, chained: ChainWriter | undefined, tell?: Tell): Promise<ReplayReport> {
  const { file, flags, lang, law } = job;
  const each = async (row: RecordRow): Promise<void> => {
    if ('refusal' in row) await chained?.linkRefusal(row.refusal);
    else if ('read' in row) await chained?.link(row.read);
  };
  return replayRows(fileRows(file, law, lang), {
    ...{ law, lang, sha256: nativeSha256, limit: Number(flags.limit), head: flags.head, tell },
    ...(chained ? { each } : {}),
  });
}

type Tell = (one: Replayed) => void;

interface Writer {
  readonly record: Tell;
  readonly end: (report: ReplayReport) => void;
}

/** One JSON object, written as the records come, so that memory does not grow with them. */
function jsonWriter({ file, lang, host }: ReplayJob): Writer {
  const json = new ReplayJson();
  host.out(json.begin(file === '-' ? undefined : basename(file)));
  return {
    record: (one) => {
      const text = json.record(one);
      if (text !== '') host.out(text);
    },
    end: (report) => host.out(json.end(report, lang)),
  };
}

/** One line for each record, then one with the summary. */
function ndjsonWriter({ lang, host }: ReplayJob): Writer {
  return {
    record: (one) => host.out(jsonText(one) + '\n'),
    end: (report) => host.out(jsonText({ schema: 'nd178/replay-summary@1', ...replaySums(report, lang) }) + '\n'),
  };
}
