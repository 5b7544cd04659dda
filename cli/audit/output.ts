import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { jsonText } from '../../src/base/printable.ts';
import type { Law } from '../../src/law/law.ts';
import type { Lang } from '../../src/base/text.ts';
import {
  auditDocument,
  AuditTeller,
  type AuditFile,
  type AuditSummary,
  type AuditWork,
  type Reconciliation,
  type TotalCheck,
} from '../../src/audit.ts';
import { AuditJson } from '../../src/audit/json.ts';
import { auditEdits } from '../../src/audit/marked-copy.ts';
import { workBlocks } from '../../src/audit/work/document.ts';
import type { Host } from '../host.ts';
import { layout } from '../output/document.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { sameFile } from '../files/same-file.ts';
import { openOutput, outputPlace, writing } from '../files/output-file.ts';
import { checkSendable, sendBook } from '../files/sent-book.ts';
import type { Allowance } from '../../src/workbook/open.ts';
import type { AuditTarget } from './flags.ts';

/** Takes the files of an audit one by one and writes them in a format. */
export interface AuditWriter {
  /** `path`: the workbook itself. */
  file(file: AuditFile, path: string): Promise<void>;
  end(end: AuditEnd): Promise<void>;
  /** Removes what is not complete. */
  close(): Promise<void>;
}

/** What is known when all files have passed. */
export interface AuditEnd {
  readonly summary: AuditSummary;
  readonly reconciliation: Reconciliation | undefined;
  readonly work: AuditWork;
}

/** What a writer needs. */
export interface WriterScope {
  readonly host: Host;
  readonly lang: Lang;
  readonly law: Law;
  readonly allow: readonly Allowance[];
}

/** The writer of a target for these workbooks. Throws {@link FileRefused} where the target cannot be written. */
export async function writerOf(
  target: AuditTarget,
  sources: readonly string[],
  scope: WriterScope,
): Promise<AuditWriter> {
  if (target.format === 'xlsx') return target.path === undefined ? sent(scope) : workbooks(target, sources, scope);
  const out = await sink(target.path, sources, scope.host);
  if (target.format === 'json') return json(out);
  if (target.format === 'ndjson') return ndjson(out);
  return documentWriter(target.format, out, scope);
}

interface Sink {
  write(text: string): Promise<void>;
  end(): Promise<void>;
  /** Removes what is not complete. */
  close(): Promise<void>;
}

/** Standard output, or a file, which is put in its place when it is complete. */
async function sink(path: string | undefined, sources: readonly string[], host: Host): Promise<Sink> {
  const nothing = (): Promise<void> => Promise.resolve();
  if (path === undefined) {
    return { write: (text) => Promise.resolve(host.styled(text)), end: nothing, close: nothing };
  }
  const output = await openOutput(path, sources);
  return {
    write: (text) => output.write(Buffer.from(text)),
    end: () => output.put(),
    close: () => output.close(),
  };
}

function json(out: Sink): AuditWriter {
  const report = new AuditJson();
  return {
    file: (file) => out.write(report.file(file)),
    end: async (all) => {
      await out.write(report.end(all));
      await out.end();
    },
    close: () => out.close(),
  };
}

/** One line for each row, each with its file and sheet; one for a file that could not be read. */
function ndjson(out: Sink): AuditWriter {
  return {
    file: async ({ file, sheets, error, completeness, notRead }) => {
      if (error) await out.write(jsonText({ file, error }) + '\n');
      for (const { sheet, form, rows } of sheets) {
        await out.write(rows.map((row) => jsonText({ file, sheet, form, ...row }) + '\n').join(''));
      }
      if (error) return;
      const summaries = sheets.map((sheet) => ({ ...sheet, rows: undefined }));
      await out.write(jsonText({ file, completeness, notRead, sheets: summaries }) + '\n');
    },
    end: async ({ reconciliation, work: { sample } }) => {
      if (reconciliation) await out.write(jsonText({ reconciliation }) + '\n');
      if (sample) await out.write(jsonText({ sample }) + '\n');
      await out.end();
    },
    close: () => out.close(),
  };
}

function documentWriter(format: 'table' | 'md' | 'html', out: Sink, { host, lang, law }: WriterScope): AuditWriter {
  const teller = new AuditTeller();
  return {
    file: (file) => Promise.resolve(teller.add(file)),
    end: async ({ summary, reconciliation, work }) => {
      const more = { blocks: workBlocks(work, law, lang, format === 'html') };
      await out.write(layout(auditDocument({ ...teller.told(summary, reconciliation), ...more }, lang), format, host));
      await out.end();
    },
    close: () => out.close(),
  };
}

/** An audited copy of each workbook; the summary is told on standard output. */
async function workbooks(target: AuditTarget, sources: readonly string[], scope: WriterScope): Promise<AuditWriter> {
  const { lang, host } = scope;
  const teller = new AuditTeller();
  const places = await copyPlaces(target, sources);
  const waiting: { readonly source: string; readonly place: string; readonly file: AuditFile }[] = [];
  return {
    file: async (file, source) => {
      teller.add(file);
      const place = places.shift() ?? '';
      if (file.error) return;
      // The people of a summary annex stand in files that may come later.
      if (file.totals) waiting.push({ source, place, file });
      else await writeAudited(source, place, file, scope);
    },
    end: async ({ summary, reconciliation, work }) => {
      for (const { source, place, file } of waiting)
        await writeAudited(source, place, file, scope, reconciliation?.totals);
      const blocks = workBlocks(work, scope.law, lang, false);
      const all = { ...teller.told(summary, reconciliation), rows: [], more: 0, blocks };
      host.styled(layout(auditDocument(all, lang), 'table', host));
    },
    close: () => Promise.resolve(),
  };
}

/** The audited copy of the one workbook, sent to standard output. */
function sent(scope: WriterScope): AuditWriter {
  const { host, lang } = scope;
  checkSendable(host, lang);
  return {
    file: async (file, source) => {
      if (file.error) return;
      await sendBook(host, async (path) => {
        await writeAudited(source, path, file, scope);
        return true;
      });
    },
    end: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

/** Writes the audited copy of a workbook. The source is never touched. */
async function writeAudited(
  source: string,
  target: string,
  file: AuditFile,
  { lang, law, allow }: WriterScope,
  totals?: readonly TotalCheck[],
): Promise<void> {
  const { markBook } = await import('../files/book-file.ts');
  await markBook(source, target, auditEdits(file, law, lang, totals), { allow });
}

/** Where the copy of each workbook goes: names do not differ by case alone. Each is looked at before any is read. */
async function copyPlaces({ path = '', folder }: AuditTarget, sources: readonly string[]): Promise<string[]> {
  if (folder) await writing(path, () => mkdir(path, { recursive: true }));
  const counts = new Map<string, number>();
  const places = sources.map((source) => {
    if (!folder) return path;
    const name = basename(source);
    const count = (counts.get(name.toLowerCase()) ?? 0) + 1;
    counts.set(name.toLowerCase(), count);
    return join(path, count === 1 ? name : name.replace(/(\.[^.]*)?$/, ` (${count})$1`));
  });
  for (const place of places) {
    await outputPlace(place, sources);
    for (const source of sources) if (await sameFile(source, place)) throw new FileRefused('same-file');
  }
  return places;
}
