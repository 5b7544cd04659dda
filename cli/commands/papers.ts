import { mkdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Command } from 'commander';
import type { Document } from '../../src/explanation/document.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { listPaper } from '../../src/papers/list-paper.ts';
import { sheet } from '../../src/papers/sheet.ts';
import { batchFlags, type BatchFlags } from '../batch/flags.ts';
import { EXIT, Exit } from '../exit.ts';
import { writeOutput } from '../files/output-file.ts';
import type { Host } from '../host.ts';
import { officeOf, officeOption } from '../input/office.ts';
import { spoken } from '../language.ts';
import { commonOptions, coreOptions, usage } from '../options.ts';
import { peopleOfList } from '../papers/from-list.ts';
import { fileNames } from '../papers/names.ts';
import { refusedOf, workedOut, type PaperOptions, type Person } from '../papers/person.ts';

type PapersFlags = BatchFlags & { readonly office?: string };

const HELP = {
  vi: `
Ví dụ:
  nd178 papers danh-sach.xlsx -o giay-to.docx --office co-quan.yaml    danh sách, dự toán và mọi bảng tính trong một tệp
  nd178 papers danh-sach.xlsx -o giay-to/                              mỗi người một tệp, và danh-sach-du-toan.docx

Người bị từ chối có một trang nêu ô nào sai, vì sao và sửa thế nào. Mã thoát 4: xong, nhưng có người bị từ chối.`,
  en: `
Examples:
  nd178 papers list.xlsx -o papers.docx --office office.yaml           list, estimate and every sheet in one file
  nd178 papers list.xlsx -o papers/                                    a file for each person, and danh-sach-du-toan.docx

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
  if (flags.output === '-' || (!inFolder && extname(flags.output).toLowerCase() !== '.docx'))
    throw usage(
      lang,
      `-o ${flags.output}: ghi vào tệp .docx (mọi giấy tờ trong một tệp) hoặc một thư mục (mỗi người một tệp).`,
      `-o ${flags.output}: write to a .docx file (all papers in one) or to a folder (a file for each person).`,
    );
  const options = { core: { ...core, law }, law, office };
  const people = await peopleOfList(from, flags, host, options);
  const worked = workedOut(people);
  const { docxOf } = await import('../../src/explanation/layout/docx.ts');
  const list = worked.length === 0 ? [] : [listPaper(worked, { lang, law, office })];
  if (inFolder) {
    await mkdir(flags.output, { recursive: true });
    const names = fileNames(people);
    const files: (readonly [string, Document])[] = [
      ...list.map((document) => ['danh-sach-du-toan.docx', document] as const),
      ...people.map((one, at) => [`${names[at] ?? ''}.docx`, paperOf(one, options)] as const),
    ];
    for (const [name, document] of files) await written(join(flags.output, name), [document], from, docxOf);
  } else await written(flags.output, [...list, ...people.map((one) => paperOf(one, options))], from, docxOf);
  const refused = refusedOf(people);
  if (flags.quiet !== true)
    host.err(
      lang === 'vi'
        ? `Đã ghi ${flags.output}: giấy tờ của ${people.length} người, trong đó ${refused} bị từ chối.\n`
        : `Written: ${flags.output}: papers of ${people.length} people, ${refused} of them refused.\n`,
    );
  if (refused > 0) throw new Exit(EXIT.someRefused);
}

type Lay = (documents: readonly Document[]) => Promise<Uint8Array>;

async function written(file: string, documents: readonly Document[], from: string, lay: Lay): Promise<void> {
  const bytes = await lay(documents);
  await writeOutput(file, (sink) => sink.write(bytes), [from]);
}

/** The sheet of a person, or the page that says why there is none. */
function paperOf(one: Person, { core: { lang, asOf }, law, office }: PaperOptions): Document {
  return 'page' in one ? one.page : sheet(one.worked, { lang, law, asOf, office });
}
