import { basename } from 'node:path';
import type { Law } from '../../src/law/law.ts';
import type { CalculateOptions } from '../../src/engine/calculate.ts';
import { printable } from '../../src/base/printable.ts';
import type { Lang } from '../../src/base/text.ts';
import {
  auditBook,
  AuditTally,
  Doubles,
  NOBODY,
  verdictText,
  type AuditFile,
  type ColumnMap,
} from '../../src/audit.ts';
import { EXIT, Exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { OLD_ENCODING_NAMES } from '../../src/base/old-encodings.ts';
import { oldEncodingOfRows } from '../../src/table/old-text.ts';
import type { Limits } from '../../src/workbook/limits.ts';
import { otherCommand } from '../input/other-command.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import type { Allowance } from '../../src/workbook/open.ts';
import { targetOf, type AuditFlags } from './flags.ts';
import { layoutsOf, readBook } from './read.ts';
import { mapText } from './map-file.ts';
import { writerOf, type AuditWriter } from './output.ts';

/** What an audit works with. */
export interface AuditJob {
  readonly files: readonly string[];
  readonly flags: AuditFlags;
  readonly core: CalculateOptions & { readonly lang: Lang; readonly law: Law };
  readonly limits: Limits;
  readonly map: ColumnMap | undefined;
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
  try {
    await writeFiles(job, writer, tally);
  } finally {
    await writer.close();
  }
  const summary = tally.summary();
  // Tables, and workbooks in files, have told it on standard output.
  const told = target.format === 'table' || (target.format === 'xlsx' && target.path !== undefined);
  if (flags.quiet !== true && !told) host.err(verdictText(summary, lang) + '\n');
  if (tally.unreadable > 0) throw new Exit(EXIT.invalid);
  if (tally.found) throw new Exit(EXIT.differences);
}

/** Audits the workbooks one by one, then ends the output. */
async function writeFiles(job: AuditJob, writer: AuditWriter, tally: AuditTally): Promise<void> {
  const { files, flags, host } = job;
  const doubles = new Doubles(job.core.lang);
  const progress = host.progress && flags.quiet !== true && files.length > 1;
  for (const [at, path] of files.entries()) {
    if (progress) host.status(`${at + 1}/${files.length}`);
    const file = doubles.marked(await auditFile(path, job, flags.allow ?? []));
    tally.add(file);
    if (progress && file.error) host.status('');
    if (file.error) host.err(`${printable(file.file)}: ${file.error.message}\n`);
    await writer.file(file, path);
  }
  if (progress) host.status('');
  await writer.end(tally.summary());
}

async function auditFile(
  path: string,
  { core, limits, map, flags }: AuditJob,
  allow: readonly Allowance[],
): Promise<AuditFile> {
  const { lang } = core;
  const none = { file: basename(path), sheets: [], skipped: [], completeness: NOBODY, notRead: [] };
  try {
    const { textEncoding } = flags;
    const mapped = { ...(map === undefined ? {} : { map }), ...(textEncoding === undefined ? {} : { textEncoding }) };
    const book = await readBook(path, { lang, law: core.law, allow, limits, ...mapped });
    const old = oldEncodingOfRows(book.sheets.flatMap(({ rows }) => rows));
    if (old !== undefined && old !== textEncoding)
      throw new FileRefused('old-font', { font: OLD_ENCODING_NAMES[old], encoding: old });
    const file = auditBook(book, { ...core, ...mapped });
    if (file.sheets.length > 0) return file;
    return {
      ...file,
      error: {
        code: 'no-form',
        message: noForm(
          book.sheets.map(({ name }) => name),
          [...core.law.forms.keys()],
          lang,
        ),
      },
    };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const advice = error.code === 'not-a-workbook' ? otherCommand('audit', path)?.[lang] : undefined;
    if (advice !== undefined) return { ...none, error: { code: 'other-command', message: advice } };
    return { ...none, error: { code: error.code, message: error.text(lang) } };
  }
}

function noForm(sheets: readonly string[], forms: readonly string[], lang: Lang): string {
  const names = sheets.map((name) => `"${name}"`).join(', ');
  return lang === 'vi'
    ? `không có trang nào là biểu ${forms.join(', ')} (các trang: ${names}). Dùng --map; xem: nd178 audit --propose-map.`
    : `no sheet is a form ${forms.slice(0, -1).join(', ')} or ${forms.at(-1) ?? ''} (sheets: ${names}). Use --map; see: nd178 audit --propose-map.`;
}

/** Prints the map that the headings of workbooks suggest. */
export async function proposeMaps({ files, flags, core, limits, host }: AuditJob): Promise<void> {
  const found: ReturnType<typeof layoutsOf> = [];
  for (const path of files) {
    const { textEncoding } = flags;
    const old = textEncoding === undefined ? {} : { textEncoding };
    const options = { lang: core.lang, law: core.law, allow: flags.allow ?? [], limits, all: true, ...old };
    const book = await readBook(path, options).catch((error: unknown) => {
      throw error instanceof FileRefused ? error.in({ file: basename(path) }) : error;
    });
    found.push(...layoutsOf(book, core.law, textEncoding));
  }
  host.out(mapText(found, core.lang));
}
