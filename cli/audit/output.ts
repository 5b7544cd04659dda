import { createWriteStream, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { once } from 'node:events';
import type { Lang } from '../../src/base/text.ts';
import { auditDocument, AuditTeller, type AuditFile, type AuditSummary } from '../../src/audit/index.ts';
import type { Host } from '../host.ts';
import { layout } from '../output/document.ts';
import type { Allowance } from '../table/xlsx/open.ts';
import type { AuditTarget } from './flags.ts';

/** Takes the files of an audit one by one and writes them in a format. */
export interface AuditWriter {
  /** `path`: the workbook itself. */
  file(file: AuditFile, path: string): Promise<void>;
  end(summary: AuditSummary): Promise<void>;
}

/** What a writer needs. */
export interface WriterScope {
  readonly host: Host;
  readonly lang: Lang;
  readonly allow: readonly Allowance[];
}

/** The writer of a target. */
export function writerOf(target: AuditTarget, scope: WriterScope): AuditWriter {
  if (target.format === 'xlsx') return workbooks(target, scope);
  const out = sink(target.path, scope.host);
  if (target.format === 'json') return json(out);
  if (target.format === 'ndjson') return ndjson(out);
  return told(target.format, out, scope);
}

interface Sink {
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

/** Standard output, or a file. */
function sink(path: string | undefined, host: Host): Sink {
  if (path === undefined) {
    return { write: (text) => Promise.resolve(host.out(text)), end: () => Promise.resolve() };
  }
  const stream = createWriteStream(path, 'utf8');
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  failed.catch(() => undefined);
  return {
    write: async (text) => {
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failed]);
    },
    end: async () => {
      stream.end();
      await Promise.race([once(stream, 'close'), failed]);
    },
  };
}

function json(out: Sink): AuditWriter {
  let before = '{"schema":"nd178/audit@1","files":[\n';
  return {
    file: async (file) => {
      await out.write(before + JSON.stringify(file));
      before = ',\n';
    },
    end: async (summary) => {
      const open = before === ',\n' ? '' : before;
      await out.write(`${open}\n],"summary":${JSON.stringify(summary)}}\n`);
      await out.end();
    },
  };
}

/** One line for each row, each with its file and sheet; one for a file that could not be read. */
function ndjson(out: Sink): AuditWriter {
  return {
    file: async ({ file, sheets, error }) => {
      if (error) await out.write(JSON.stringify({ file, error }) + '\n');
      for (const { sheet, form, rows } of sheets) {
        await out.write(rows.map((row) => JSON.stringify({ file, sheet, form, ...row }) + '\n').join(''));
      }
    },
    end: () => out.end(),
  };
}

function told(format: 'table' | 'md' | 'html', out: Sink, { host, lang }: WriterScope): AuditWriter {
  const teller = new AuditTeller();
  return {
    file: (file) => Promise.resolve(teller.add(file)),
    end: async (summary) => {
      await out.write(layout(auditDocument(teller.told(summary), lang), format, host));
      await out.end();
    },
  };
}

/** An audited copy of each workbook; the summary is told on standard output. */
function workbooks({ path = '', folder }: AuditTarget, { lang, allow, host }: WriterScope): AuditWriter {
  const teller = new AuditTeller();
  const names = new Map<string, number>();
  if (folder) mkdirSync(path, { recursive: true });
  const place = (source: string): string => {
    if (!folder) return path;
    const name = basename(source);
    const count = (names.get(name.toLowerCase()) ?? 0) + 1;
    names.set(name.toLowerCase(), count);
    return join(path, count === 1 ? name : name.replace(/(\.[^.]*)?$/, ` (${count})$1`));
  };
  return {
    file: async (file, source) => {
      teller.add(file);
      if (file.error) return;
      const { writeAudited } = await import('./write.ts');
      await writeAudited(source, place(source), file, lang, allow);
    },
    end: (summary) => {
      host.out(layout(auditDocument({ ...teller.told(summary), rows: [], more: 0 }, lang), 'table', host));
      return Promise.resolve();
    },
  };
}
