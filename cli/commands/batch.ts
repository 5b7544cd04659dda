import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Lang, Words } from '../../src/base/text.ts';
import type { Spelling } from '../../src/case/spelling/spelling.ts';
import { DEFAULT_SCHEME, type CalculateOptions } from '../../src/engine/calculate.ts';
import type { Law } from '../../src/law/law.ts';
import type { GivenValue } from '../../src/table/table-header.ts';
import { givenValues } from '../../src/table/given.ts';
import { schemeIssues, schemesNamed } from '../../src/engine/schemes.ts';
import { EXIT, Exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { spoken } from '../language.ts';
import { checkReadings, commonOptions, coreOptions, usage } from '../options.ts';
import { openBytes } from '../files/bytes.ts';
import type { InputBytes } from '../../src/table/bytes.ts';
import { listSpelling, openList, type ListOptions } from '../../src/list/list-job.ts';
import { batchFlags, formatOf, limitsOf, separatorOf, threadsOf, type BatchFlags } from '../batch/flags.ts';
import { stoppedOnSignal } from '../files/leaving.ts';
import { jsonText } from '../../src/base/printable.ts';
import { batchSummary } from '../../src/table/run-summary.ts';
import { outputPlace, writeOutput } from '../files/output-file.ts';
import type { Totals } from '../../src/list/pipeline.ts';
import type { Pool } from '../../src/list/pool.ts';
import { notSealed } from '../../src/workbook/batch/report.ts';
import { summaryText } from '../../src/list/summary-text.ts';
import { CAN_THREAD, inlinePool, threadPool } from '../batch/pool.ts';
import { chainText, Progress } from '../batch/progress.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { runFile } from '../batch/run.ts';
import type { Source } from '../../src/list/input.ts';
import { fileOf } from '../batch/place.ts';
import { bookAsXlsx } from '../files/old-book.ts';
import { checkNdjson } from '../batch/ndjson-input.ts';
import { checkSendable } from '../files/sent-book.ts';
import { runToStdout } from '../batch/stdout.ts';
import { FORMATS, type BatchPlan, type Format } from '../../src/table/batch-plan.ts';

const HELP = {
  vi: `
Ví dụ:
  nd178 batch don-vi.xlsx -o ket-qua.xlsx
  nd178 batch tinh.csv -o ket-qua.ndjson --unit "Sở, ngành"
  nd178 batch tinh.csv -o ket-qua.xlsx --resume

Hàng sai được từ chối kèm ô, lý do, cách sửa; các hàng khác vẫn tính. Mã thoát 4: xong, nhưng có hàng bị từ chối.`,
  en: `
Examples:
  nd178 batch unit.xlsx -o results.xlsx
  nd178 batch province.csv -o results.ndjson --unit "Department"
  nd178 batch province.csv -o results.xlsx --resume

A faulty row is refused with cell, reason and remedy; the others are worked out. Exit code 4: done, but some rows were refused.`,
};

/** `nd178 batch`: many people at once, from a table to a table. */
export function registerBatch(program: Command, host: Host): void {
  const lang = spoken(program);
  const command = program
    .command('batch')
    .argument(
      '<in>',
      lang === 'vi'
        ? 'bảng hồ sơ: .csv, .xlsx, .ndjson; "-" là đầu vào chuẩn'
        : 'table of cases: .csv, .xlsx, .ndjson; "-" is standard input',
    )
    .description(
      lang === 'vi' ? 'Tính cả bảng: CSV, XLSX, NDJSON vào và ra' : 'Many cases at once: CSV, XLSX, NDJSON in and out',
    )
    .addHelpText('after', HELP[lang]);
  commonOptions(batchFlags(command), FORMATS).action((from: string, flags: BatchFlags) => runBatch(from, flags, host));
}

interface Job {
  readonly from: string;
  readonly flags: BatchFlags;
  readonly lang: Lang;
  readonly law: Law;
  readonly plan: BatchPlan;
  readonly input: InputBytes;
  readonly source: Source;
}

/** Runs a batch as its command does. Throws {@link Exit} with 4 where some rows were refused. */
export async function runBatch(from: string, flags: BatchFlags, host: Host): Promise<void> {
  const job = await prepare(from, flags, host);
  const { lang } = job;
  const talk = (text: string): void => (flags.quiet === true ? undefined : host.err(text));
  for (const note of [...unused(job.plan.from, flags), ...job.source.notes]) talk(note[lang] + '\n');
  const pool = await openPool(job);
  const stop = new AbortController();
  const leave = stoppedOnSignal(() => {
    stop.abort();
    job.input.stop?.();
  });
  const progress =
    host.progress && flags.quiet !== true ? new Progress((text) => host.status(text), lang, 0) : undefined;
  try {
    const run = { ...job, to: flags.output, pool, resume: flags.resume === true, signal: stop.signal };
    const tell = (totals: Totals): void => progress?.tell(totals, job.source.fraction());
    const { totals, complete } =
      flags.output === '-' ? await runToStdout({ ...run, tell }, host) : await runFile({ ...run, tell });
    progress?.end();
    talk(
      summaryText(
        totals,
        job.law,
        lang,
        job.source.sheets?.map(({ sheet }) => sheet),
      ),
    );
    for (const note of notSealed(job.plan.to, totals.rows)) talk(note[lang] + '\n');
    // Asked for by its own option, and of no use unless it is kept: told even with --quiet.
    if (flags.chain === true) host.err(chainText(totals, lang));
    if (complete) await writeSummary(job, totals);
    if (!complete) throw new Exit(EXIT.interrupted, interrupted(flags, lang));
    if (totals.refused > 0) throw new Exit(EXIT.someRefused);
  } catch (error) {
    throw error instanceof FileRefused ? error.in(job.source.place) : error;
  } finally {
    leave();
    await pool.close();
  }
}

/** Writes the summary that `--summary` asks for, when the run is complete. */
async function writeSummary({ flags, from, lang, law, source, plan }: Job, totals: Totals): Promise<void> {
  const { summary: to } = flags;
  if (to === undefined) return;
  const sheets = source.sheets?.map(({ sheet }) => sheet);
  const read = { told: [...source.notes, ...notSealed(plan.to, totals.rows)], ...(sheets ? { sheets } : {}) };
  const text = jsonText(batchSummary(totals, read, law, lang), 2) + '\n';
  await writeOutput(to, (sink) => sink.write(Buffer.from(text)), [from]);
}

function interrupted({ output }: BatchFlags, lang: Lang): string {
  if (output === '-') return lang === 'vi' ? 'Đã dừng.' : 'Interrupted.';
  return lang === 'vi'
    ? 'Đã dừng. Chạy tiếp bằng lệnh này với --resume.'
    : 'Interrupted. Go on with the same command and --resume.';
}

async function prepare(from: string, flags: BatchFlags, host: Host): Promise<Job> {
  const { law, ...core } = await coreOptions(flags, host);
  const { lang } = core;
  const scheme = core.scheme ?? DEFAULT_SCHEME;
  checkLaw(law, scheme, core, lang);
  const format = formatOf(from, flags.from, '--from');
  const to = formatOf(flags.output, flags.to ?? flags.format, '--to');
  checkOutput(to, flags, host, lang);
  if (flags.resume === true && (from === '-' || flags.output === '-')) throw new FileRefused('resume-needs-files');
  if (flags.output !== '-') await outputPlace(flags.output, [from]);
  if (flags.summary !== undefined) await checkSummary(flags.summary, flags.output, from, lang);
  const input = await openBytes(from);
  const separator = separatorOf(flags);
  const spelling = listSpelling(law, scheme);
  const given = givenOf(flags, spelling, lang);
  if (from === '-' && flags.from === undefined) checkNdjson(input);
  const options: ListOptions = {
    ...{ law, to, core: { ...core, scheme } },
    place: fileOf(from),
    format,
    lang,
    limits: limitsOf(flags, lang),
    allow: flags.allow ?? [],
    asXlsx: bookAsXlsx,
    given,
    ...(flags.sheet === undefined ? {} : { sheet: flags.sheet }),
    ...(flags.allSheets === true ? { allSheets: true } : {}),
    ...(flags.unit === undefined ? {} : { unit: flags.unit }),
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
    ...(flags.textEncoding === undefined ? {} : { textEncoding: flags.textEncoding }),
    ...(separator === undefined ? {} : { separator }),
    ...(flags.rules === undefined ? {} : { rules: flags.rules }),
    ...(flags.chain === true && to === 'ndjson' ? { chain: true } : {}),
  };
  const { source, plan } = await openList(input, options).catch((error: unknown) => {
    const { sheet } = flags;
    throw error instanceof FileRefused
      ? error.in({ ...fileOf(from), ...(sheet === undefined ? {} : { sheet }) })
      : error;
  });
  return { from, flags, lang, law, plan, input, source };
}

/** The place of the summary is looked at before anything is computed. */
async function checkSummary(summary: string, output: string, from: string, lang: Lang): Promise<void> {
  const { path } = await outputPlace(summary, [from]);
  const taken = [output, from].filter((file) => file !== '-').map((file) => resolve(file));
  if (taken.includes(resolve(summary)) || (output !== '-' && (await outputPlace(output, [from])).path === path))
    throw usage(
      lang,
      '--summary cần một tệp riêng, khác danh sách và tệp kết quả.',
      '--summary needs a file of its own, neither the list nor the output.',
    );
}

/** The values for the whole list. Throws a usage error for what cannot be read, and for options that exclude each other. */
function givenOf(flags: BatchFlags, spelling: Spelling, lang: Lang): readonly GivenValue[] {
  if (flags.sheet !== undefined && flags.allSheets === true)
    throw usage(
      lang,
      '--sheet và --all-sheets loại trừ nhau: bỏ một trong hai.',
      '--sheet and --all-sheets exclude each other: leave one out.',
    );
  const given = givenValues(flags.set ?? [], spelling, lang);
  if (!given.ok) throw new Exit(EXIT.usage, given.issues.map(({ message }) => message).join('\n'));
  return given.value;
}

/** Options that say nothing about the format of the input. */
function unused(format: Format, flags: BatchFlags): Words[] {
  const idle: Readonly<Record<Format, readonly (keyof BatchFlags & string)[]>> = {
    csv: ['sheet', 'allSheets', 'allow'],
    xlsx: ['encoding', 'separator'],
    ndjson: ['sheet', 'allSheets', 'allow', 'separator', 'textEncoding', 'unit'],
  };
  return idle[format]
    .filter((name) => flags[name] !== undefined)
    .map((flag) => flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
    .map((name) => ({
      vi: `--${name} không có tác dụng với tệp vào ${format.toUpperCase()}.`,
      en: `--${name} has no effect on ${format.toUpperCase()} input.`,
    }));
}

/** What cannot be written as asked is told before anything is read. Throws a usage error. */
function checkOutput(to: Format, flags: BatchFlags, host: Host, lang: Lang): void {
  if (flags.output === '-' && to === 'xlsx') checkSendable(host, lang);
  if (flags.chain === true && to === 'csv')
    throw usage(
      lang,
      '--chain nối bản ghi NDJSON hoặc niêm phong sổ tính; bảng CSV không có gì để nối. Ghi ra tệp .ndjson hoặc .xlsx; lập bảng bằng lần chạy khác, không có --chain.',
      '--chain links NDJSON records or seals a workbook; a CSV table has nothing to link. Write to an .ndjson or .xlsx file; make the table in another run without --chain.',
    );
}

/** Faults of the options are told once, before any row. */
function checkLaw(law: Law, scheme: string, core: CalculateOptions, lang: Lang): void {
  const [unknown] = schemeIssues(law, scheme, lang);
  if (unknown) throw new Exit(EXIT.usage, unknown.message);
  checkReadings(law, schemesNamed(law, scheme), { ...core, lang });
}

/**
 * Smaller text files, and those of few long rows, are done before threads have started; a thread for a workbook costs more
 * memory than it saves time unless there are some hundred thousand rows.
 */
const WORTH_THREADS = { bytes: 4 * 1024 * 1024, rows: 5000, workbookBytes: 8 * 1024 * 1024 };

const LF = 10;

function worthThreads(from: Format, { head, size = Infinity, paused }: InputBytes): boolean {
  if (paused === true) return false;
  if (from === 'xlsx') return size >= WORTH_THREADS.workbookBytes;
  let lines = 1;
  for (let at = head.indexOf(LF); at >= 0; at = head.indexOf(LF, at + 1)) lines++;
  return size >= WORTH_THREADS.bytes && (size / head.length) * lines >= WORTH_THREADS.rows;
}

async function openPool({ flags, lang, plan, law, input }: Job): Promise<Pool> {
  const threads =
    threadsOf(flags, lang) ?? (worthThreads(plan.from, input) ? Math.min(availableParallelism(), 8) - 1 : 0);
  return CAN_THREAD && threads > 0 ? threadPool(plan, law, threads) : inlinePool(plan, law);
}
