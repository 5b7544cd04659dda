import { basename } from 'node:path';
import type { Law } from '../../src/law/law.ts';
import type { CalculateOptions } from '../../src/engine/calculate.ts';
import { printable } from '../../src/base/printable.ts';
import type { Lang } from '../../src/base/text.ts';
import {
  AuditTally,
  Doubles,
  isDifferent,
  Reconciler,
  verdictText,
  Work,
  type AuditFile,
  type ColumnMap,
  type PaidList,
  type SampleWish,
} from '../../src/audit.ts';
import { paidText } from '../../src/audit/reconcile/document.ts';
import { mapText } from '../../src/audit/map-file.ts';
import {
  auditSentBook,
  layoutsOf,
  readBook,
  unreadBook,
  type BookOptions,
  type NamedLayout,
} from '../../src/audit/workbook.ts';
import { EXIT, Exit } from '../exit.ts';
import type { Host } from '../host.ts';
import type { Limits } from '../../src/workbook/limits.ts';
import { otherCommand } from '../input/other-command.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import type { Office } from '../../src/papers/office.ts';
import { nativeSha256 } from '../files/sha256.ts';
import { inspectionPapers } from './papers.ts';
import { targetOf, type AuditFlags } from './flags.ts';
import { sentBook } from './sent.ts';
import { writerOf, type AuditEnd, type AuditWriter } from './output.ts';

/** What an audit works with. */
export interface AuditJob {
  readonly files: readonly string[];
  readonly flags: AuditFlags;
  readonly core: CalculateOptions & { readonly lang: Lang; readonly law: Law };
  readonly limits: Limits;
  readonly map: ColumnMap | undefined;
  /** The payment list, where one was given. */
  readonly paid: PaidList | undefined;
  readonly office: Office;
  readonly sample: SampleWish | undefined;
  readonly host: Host;
}

/** Audits workbooks one after the other: no more than one is held in memory. Throws {@link Exit} 5 or 3. */
export async function auditFiles(job: AuditJob): Promise<void> {
  const { files, flags, core, host } = job;
  const { lang } = core;
  const allow = flags.allow ?? [];
  const target = targetOf(files, flags, lang);
  const writer = await writerOf(target, files, { host, lang, law: core.law, allow });
  const tally = new AuditTally(core.law);
  const reconciler = new Reconciler({ law: core.law, lang, ...(job.paid ? { paid: job.paid } : {}) });
  const work = new Work({
    law: core.law,
    ...(flags.annexes === undefined && flags.minutes === undefined
      ? {}
      : { keep: flags.annexes === undefined ? ('findings' as const) : ('all' as const) }),
    sha256: nativeSha256,
    ...(job.sample ? { sample: job.sample } : {}),
  });
  let end: AuditEnd;
  try {
    end = await writeFiles(job, writer, { tally, reconciler, work });
  } finally {
    await writer.close();
  }
  const { summary, reconciliation } = end;
  // Tables, and workbooks in files, have told it on standard output.
  const isShown = target.format === 'table' || (target.format === 'xlsx' && target.path !== undefined);
  if (flags.quiet !== true && !isShown) {
    if (summary.rows > 0 || tally.unreadable === 0) host.err(verdictText(summary, lang) + '\n');
    if (reconciliation?.paid) host.err(paidText(reconciliation.paid, lang) + '\n');
  }
  if (tally.unreadable > 0) throw new Exit(EXIT.invalid);
  if (tally.found || (reconciliation && isDifferent(reconciliation))) throw new Exit(EXIT.differences);
}

/** Audits the workbooks one by one, then ends the output. */
async function writeFiles(job: AuditJob, writer: AuditWriter, gathering: Gathering): Promise<AuditEnd> {
  const { tally, reconciler, work } = gathering;
  const { files, flags, host, core, office } = job;
  const { minutes, annexes, templates } = flags;
  const wanted = { minutes, annexes, templates };
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  const papers = await inspectionPapers({ ...given, office, law: core.law, lang: core.lang }, files);
  const doubles = new Doubles(job.core.lang);
  const progress = host.progress && flags.quiet !== true && files.length > 1;
  for (const [at, path] of files.entries()) {
    if (progress) host.status(`${at + 1}/${files.length}`);
    const file = doubles.marked(await auditFile(path, job));
    tally.add(file);
    reconciler.add(file);
    work.add(file);
    await papers.file(file);
    if (progress && file.error) host.status('');
    if (file.error) host.err(`${printable(file.file)}: ${file.error.message}\n`);
    await writer.file(file, path);
  }
  if (progress) host.status('');
  const end = { summary: tally.summary(), reconciliation: reconciler.result(), work: work.work() };
  await writer.end(end);
  await papers.end({ ...end, findings: work.findings });
  return end;
}

/** What is gathered of the workbooks, file by file. */
interface Gathering {
  readonly tally: AuditTally;
  readonly reconciler: Reconciler;
  readonly work: Work;
}

async function auditFile(path: string, { core, limits, map, flags }: AuditJob): Promise<AuditFile> {
  const { lang } = core;
  try {
    return await auditSentBook(await sentBook(path, limits), { ...core, limits, ...readOptions(flags, map) });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const advice = error.code === 'not-a-workbook' ? otherCommand('audit', path)?.[lang] : undefined;
    const code = advice === undefined ? error.code : 'other-command';
    return unreadBook(basename(path), { code, message: advice ?? error.text(lang) });
  }
}

/** How the workbooks are to be read, as the flags say. */
function readOptions({ allow = [], textEncoding }: AuditFlags, map?: ColumnMap): Omit<BookOptions, 'law'> {
  return { allow, ...(map === undefined ? {} : { map }), ...(textEncoding === undefined ? {} : { textEncoding }) };
}

/** Prints the map that the headings of workbooks suggest. */
export async function proposeMaps({ files, flags, core, limits, host }: AuditJob): Promise<void> {
  const found: NamedLayout[] = [];
  const options = { law: core.law, limits, all: true, ...readOptions(flags) };
  for (const path of files) {
    try {
      found.push(...layoutsOf(await readBook(await sentBook(path, limits), options), core.law, flags.textEncoding));
    } catch (error) {
      throw error instanceof FileRefused ? error.in({ file: basename(path) }) : error;
    }
  }
  host.out(mapText(found, core.lang));
}
