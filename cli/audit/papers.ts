import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditFile, AuditSummary, Reconciliation } from '../../src/audit.ts';
import { AuditTally } from '../../src/audit.ts';
import { tableSheet } from '../../src/audit/marked-copy.ts';
import type { Finding } from '../../src/audit/work/found.ts';
import { annexTables, workTables } from '../../src/audit/work/tables.ts';
import type { AuditWork } from '../../src/audit/work/report.ts';
import { annexOf, Work } from '../../src/audit/work/work.ts';
import type { Lang } from '../../src/base/text.ts';
import type { Law } from '../../src/law/law.ts';
import { docxOf } from '../../src/papers/docx/docx.ts';
import { fillTemplate } from '../../src/papers/drafts/fill.ts';
import { readTemplate, type Template } from '../../src/papers/drafts/template.ts';
import { INSPECTION_PAPERS, inspectionTemplate, type InspectionPaper } from '../../src/papers/inspection/templates.ts';
import { inspectionValues, type Inspected } from '../../src/papers/inspection/values.ts';
import { plainName } from '../../src/papers/names.ts';
import type { Office } from '../../src/papers/office.ts';
import { saveXlsx } from '../../src/workbook/save.ts';
import { EXIT, Exit } from '../exit.ts';
import { outputPlace, writeOutput, writing } from '../files/output-file.ts';
import { templatesIn, templateOf } from '../papers/drafts.ts';

/** What papers of an inspection are made from. */
export interface InspectionJob {
  /** The folder of minutes and notices. */
  readonly minutes?: string;
  /** The workbook of annexes. */
  readonly annexes?: string;
  /** An office's own templates. */
  readonly templates?: string;
  readonly office: Office;
  readonly law: Law;
  readonly lang: Lang;
}

/** Writes minutes, notices and annexes: a notice with each file, the others when all have passed. */
export interface InspectionPapers {
  file(file: AuditFile): Promise<void>;
  end(all: EndOfAudit): Promise<void>;
}

/** What is known when all files have passed. */
export interface EndOfAudit {
  readonly summary: AuditSummary;
  readonly work: AuditWork;
  readonly findings: readonly Finding[];
  readonly reconciliation: Reconciliation | undefined;
}

/** Looks at the places and templates before any workbook is read. Throws {@link Exit} or {@link FileRefused}. */
export async function inspectionPapers(job: InspectionJob, sources: readonly string[]): Promise<InspectionPapers> {
  const { minutes, annexes } = job;
  if (annexes !== undefined) await outputPlace(annexes, sources);
  if (minutes !== undefined) await writing(minutes, () => mkdir(minutes, { recursive: true }));
  const templates = minutes === undefined ? undefined : await templatesOf(job);
  const names = new Map<string, number>();
  const files: string[] = [];
  return {
    file: async (file) => {
      // A summary annex is of no unit.
      if (file.error || file.sheets.length === 0) return;
      files.push(file.file);
      if (minutes === undefined || !templates) return;
      await fill(
        join(minutes, noticeName(file.file, names)),
        templates['thong-bao-ket-qua'],
        inspectedFile(file, job),
        job,
      );
    },
    end: async (all) => {
      const inspected: Inspected = {
        files,
        summary: all.summary,
        findings: all.findings,
        work: all.work,
        ...(all.reconciliation ? { reconciliation: all.reconciliation } : {}),
      };
      if (minutes !== undefined && templates)
        await fill(join(minutes, 'bien-ban-kiem-tra.docx'), templates['bien-ban-kiem-tra'], inspected, job);
      if (annexes !== undefined) await writeAnnexes(annexes, all, job);
    },
  };
}

/** The audit of one workbook alone, for the unit that sent it. */
function inspectedFile(file: AuditFile, { law }: InspectionJob): Inspected {
  const tally = new AuditTally(law);
  tally.add(file);
  const work = new Work({ law, keep: 'findings' });
  work.add(file);
  return { files: [file.file], summary: tally.summary(), findings: work.findings, work: work.work() };
}

async function fill(
  path: string,
  template: Template,
  inspected: Inspected,
  { law, office }: InspectionJob,
): Promise<void> {
  const values = inspectionValues(inspected, { law, annex: annexOf(law), office });
  await writeOutput(path, async (sink) => {
    await fillTemplate(template, values, sink);
  });
}

async function writeAnnexes(
  path: string,
  { work, findings, reconciliation }: EndOfAudit,
  job: InspectionJob,
): Promise<void> {
  const { law, lang } = job;
  const annex = annexOf(law);
  const tables = [...annexTables(findings, annex, lang), ...workTables(work, annex, reconciliation, lang)];
  await writeOutput(path, (sink) => saveXlsx(sink, tables.map(tableSheet), lang));
}

/** A name for the notice of each file; two files of one name are told apart by a number. */
function noticeName(file: string, names: Map<string, number>): string {
  const name = plainName(file.replace(/\.[a-z]+$/i, ''));
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return `${name}${count === 1 ? '' : `-${count}`}-thong-bao-ket-qua.docx`;
}

/** The program's templates, or those of the folder in their place. Throws {@link Exit} for placeholders that are not known. */
async function templatesOf({ templates, lang }: InspectionJob): Promise<Readonly<Record<InspectionPaper, Template>>> {
  const own = templates === undefined ? new Map<string, string>() : await templatesIn(templates, lang);
  const found: Partial<Record<InspectionPaper, Template>> = {};
  const faults: string[] = [];
  for (const name of INSPECTION_PAPERS) {
    const file = own.get(name);
    const template = await (file === undefined
      ? readTemplate(await docxOf([inspectionTemplate(name)]))
      : templateOf(file));
    found[name] = template;
    faults.push(...template.faults.map((fault) => `${file ?? name}: ${fault[lang]}.`));
  }
  if (faults.length > 0) throw new Exit(EXIT.invalid, faults.join('\n'));
  return found as Readonly<Record<InspectionPaper, Template>>;
}
