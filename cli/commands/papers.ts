import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Command } from 'commander';
import { unaccented, type Lang } from '../../src/base/text.ts';
import { calculation, type CalculateOptions } from '../../src/engine/calculate.ts';
import type { Calculation } from '../../src/engine/derivation.ts';
import type { Result } from '../../src/engine/result.ts';
import type { Document } from '../../src/explanation/document.ts';
import { listPaper } from '../../src/papers/list-paper.ts';
import { listSheets } from '../../src/papers/list-workbook.ts';
import type { Office } from '../../src/papers/office.ts';
import { refusalSheet } from '../../src/explanation/refusal.ts';
import { sheet } from '../../src/papers/sheet.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import type { Law } from '../../src/law/law.ts';
import type { Refusal } from '../../src/table/outcome.ts';
import type { SheetPlan } from '../../src/workbook/plan.ts';
import { batchFlags, type BatchFlags } from '../batch/flags.ts';
import { EXIT, Exit } from '../exit.ts';
import { saveBook } from '../files/book-file.ts';
import { removedOnSignal } from '../files/leaving.ts';
import { writeOutput } from '../files/output-file.ts';
import type { Host } from '../host.ts';
import { officeOf, officeOption } from '../input/office.ts';
import { spoken } from '../language.ts';
import { commonOptions, coreOptions, usage } from '../options.ts';
import { runBatch } from './batch.ts';

type PapersFlags = BatchFlags & { readonly office?: string; readonly list?: true };

const HELP = {
  vi: `
Ví dụ:
  nd178 papers danh-sach.xlsx -o giay-to.docx --office co-quan.yaml    danh sách, dự toán và mọi bảng tính trong một tệp
  nd178 papers danh-sach.xlsx -o giay-to/                              mỗi người một tệp, và danh-sach-du-toan.docx, .xlsx
  nd178 papers danh-sach.xlsx --list -o du-toan.xlsx                   chỉ danh sách và dự toán, dạng sổ tính (hay .docx)

Người bị từ chối có một trang nêu ô nào sai, vì sao và sửa thế nào. Mã thoát 4: xong, nhưng có người bị từ chối.`,
  en: `
Examples:
  nd178 papers list.xlsx -o papers.docx --office office.yaml           list, estimate and every sheet in one file
  nd178 papers list.xlsx -o papers/                                    a file for each person, and danh-sach-du-toan.docx, .xlsx
  nd178 papers list.xlsx --list -o estimate.xlsx                       the list and the estimate only, as a workbook (or .docx)

Who is refused has a page that says which cell is wrong, why and what to do. Exit code 4: done, but some were refused.`,
};

/** `nd178 papers`: the papers of a whole list (giấy tờ của cả danh sách). */
export function registerPapers(program: Command, host: Host): void {
  const lang = spoken(program);
  const command = program
    .command('papers')
    .argument('<in>', lang === 'vi' ? 'bảng hồ sơ: .csv, .xlsx, .ndjson' : 'table of cases: .csv, .xlsx, .ndjson')
    .description(
      lang === 'vi'
        ? 'Giấy tờ của cả danh sách: dự toán kinh phí và bảng tính từng người (DOCX)'
        : 'The papers of a whole list: the estimate and the sheet of each person (DOCX)',
    )
    .addHelpText('after', HELP[lang]);
  command.option(
    '--list',
    lang === 'vi' ? 'chỉ danh sách và dự toán, không có bảng tính từng người' : 'the list and the estimate only',
  );
  officeOption(commonOptions(batchFlags(command), ['docx'])).action((from: string, flags: PapersFlags) =>
    runPapers(from, flags, host),
  );
}

async function runPapers(from: string, flags: PapersFlags, host: Host): Promise<void> {
  const core = coreOptions(flags, host);
  const { lang } = core;
  const law = core.law ?? builtinLaw();
  const office = officeOf(flags.office, lang, host);
  const inFolder = extname(flags.output) === '';
  const asBook = extname(flags.output).toLowerCase() === '.xlsx';
  if (flags.output === '-' || (!inFolder && !asBook && extname(flags.output).toLowerCase() !== '.docx'))
    throw usage(
      lang,
      `-o ${flags.output}: ghi vào tệp .docx (mọi giấy tờ trong một tệp), .xlsx (danh sách và dự toán) hoặc một thư mục (mỗi người một tệp).`,
      `-o ${flags.output}: write to a .docx file (all papers in one), an .xlsx file (list and estimate) or a folder (a file for each person).`,
    );
  const { papers, people, refused } = papersOf(await outcomes(from, flags, host), {
    core: { ...core, law },
    law,
    office,
  });
  const { docxOf } = await import('../../src/explanation/layout/docx.ts');
  const list = people.length === 0 ? [] : [listPaper(people, { lang, law, office })];
  const book = (): SheetPlan[] => listSheets(people, { lang, law, office });
  if (asBook) await saveBook(flags.output, book(), lang, [from]);
  else if (flags.list === true) await written(flags.output, list, from, docxOf);
  else if (inFolder) {
    await mkdir(flags.output, { recursive: true });
    const names = namesOf(papers);
    const files: (readonly [string, Document])[] = [
      ...list.map((document) => ['danh-sach-du-toan.docx', document] as const),
      ...papers.map(({ document }, at) => [names[at] ?? '', document] as const),
    ];
    for (const [name, document] of files) await written(join(flags.output, name), [document], from, docxOf);
    if (people.length > 0) await saveBook(join(flags.output, 'danh-sach-du-toan.xlsx'), book(), lang, [from]);
  } else await written(flags.output, [...list, ...papers.map(({ document }) => document)], from, docxOf);
  if (flags.quiet !== true)
    host.err(
      lang === 'vi'
        ? `Đã ghi ${flags.output}: giấy tờ của ${papers.length} người, trong đó ${refused} bị từ chối.\n`
        : `Written: ${flags.output}: papers of ${papers.length} people, ${refused} of them refused.\n`,
    );
  if (refused > 0) throw new Exit(EXIT.someRefused);
}

type Lay = (documents: readonly Document[]) => Promise<Uint8Array>;

async function written(file: string, documents: readonly Document[], from: string, lay: Lay): Promise<void> {
  const bytes = await lay(documents);
  await writeOutput(file, (sink) => sink.write(bytes), [from]);
}

/** What the batch gives for each row of a list; the rows themselves are read by it alone. */
async function outcomes(from: string, flags: BatchFlags, host: Host): Promise<(Result | Refusal)[]> {
  const folder = await mkdtemp(join(tmpdir(), 'nd178-papers-'));
  const kept = removedOnSignal(folder);
  try {
    const output = join(folder, 'records.ndjson');
    await runBatch(from, { ...flags, output, to: 'ndjson' }, host).catch((error: unknown) => {
      if (!(error instanceof Exit) || error.code !== EXIT.someRefused) throw error;
    });
    const lines = (await readFile(output, 'utf8')).split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Result | Refusal);
  } finally {
    await rm(folder, { recursive: true, force: true });
    kept();
  }
}

interface Paper {
  /** Whose it is, for the name of a file. */
  readonly who: string;
  readonly document: Document;
}

interface PaperOptions {
  readonly core: CalculateOptions & { readonly lang: Lang };
  readonly law: Law;
  readonly office: Office;
}

interface Papers {
  readonly papers: readonly Paper[];
  readonly people: readonly Calculation[];
  /** Whose row or case was refused. */
  readonly refused: number;
}

function papersOf(rows: readonly (Result | Refusal)[], { core, law, office }: PaperOptions): Papers {
  const { lang } = core;
  const papers: Paper[] = [];
  const people: Calculation[] = [];
  for (const row of rows) {
    if ('issues' in row) {
      papers.push({ who: row.id ?? String(row.row), document: rowRefusal(row, lang) });
      continue;
    }
    const worked = calculation(row.case, core);
    const who = row.case.person.name ?? row.id ?? '';
    if (!worked.ok || 'refused' in worked.value) papers.push({ who, document: refusalSheet(row, { lang, law }) });
    else {
      people.push(worked.value);
      papers.push({ who, document: sheet(worked.value, { lang, law, asOf: core.asOf, office }) });
    }
  }
  const byLaw = people.filter(({ derivation }) => derivation.outcome === 'refused');
  return { papers, people, refused: papers.length - people.length + byLaw.length };
}

/** The page of a row that could not be read: where, why, and what to do. */
function rowRefusal({ row, id, sheet: name, issues }: Refusal, lang: Lang): Document {
  const title = lang === 'vi' ? 'Chưa lập được bảng tính' : 'No sheet could be made';
  const place = [name, `${lang === 'vi' ? 'hàng' : 'row'} ${row}`, id].filter((part) => part !== undefined).join(' · ');
  return {
    lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'text', text: place, tone: 'strong' },
      {
        kind: 'list',
        items: issues.map(({ cell, column, message }) => ({
          text: [[cell, column].filter((part) => part !== undefined).join(', '), message].filter(Boolean).join(': '),
          tone: 'error' as const,
        })),
      },
    ],
  };
}

const LONGEST_NAME = 60;

/** Names of files that every system takes, each its own: the number in the list, then the person's name without marks. */
function namesOf(papers: readonly Paper[]): string[] {
  const digits = String(papers.length).length;
  return papers.map(({ who }, at) => {
    const plain = unaccented(who)
      .replace(/[^a-z0-9]+/gi, '-')
      .replace(/^-|-$/g, '')
      .slice(0, LONGEST_NAME);
    return `${String(at + 1).padStart(digits, '0')}${plain === '' ? '' : `-${plain}`}.docx`;
  });
}
