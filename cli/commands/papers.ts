import { mkdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Command } from 'commander';
import type { Lang } from '../../src/base/text.ts';
import type { Document } from '../../src/explanation/document.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { DRAFTS } from '../../src/papers/drafts/built-in.ts';
import { listPaper } from '../../src/papers/list-paper.ts';
import { listSheets } from '../../src/papers/list-workbook.ts';
import { sheet } from '../../src/papers/sheet.ts';
import { batchFlags, type BatchFlags } from '../batch/flags.ts';
import { EXIT, Exit } from '../exit.ts';
import { saveBook } from '../files/book-file.ts';
import type { Host } from '../host.ts';
import { officeOf, officeOption } from '../input/office.ts';
import { spoken } from '../language.ts';
import { commonOptions, coreOptions, usage } from '../options.ts';
import { draftsOf, missingText, writeDrafts, writeTemplates, type DraftFlags } from '../papers/drafts.ts';
import { fileNames } from '../../src/papers/names.ts';
import { peopleOf } from '../papers/people.ts';
import { refusedOf, workedOut, type PaperOptions, type Person } from '../../src/papers/person.ts';
import { PAPER_FORMATS, writeEach, writeOne, type PaperFormat } from '../papers/write.ts';

type PapersFlags = BatchFlags &
  DraftFlags & {
    readonly office?: string;
    readonly list?: true;
    readonly writeTemplates?: boolean;
  };

const HELP = {
  vi: `
Ví dụ:
  nd178 papers danh-sach.xlsx -o giay-to.docx --office co-quan.yaml    danh sách, dự toán và mọi bảng tính trong một tệp (.docx, .pdf, .html)
  nd178 papers danh-sach.xlsx -o giay-to/ --format pdf                 mỗi người một tệp, và danh-sach-du-toan.pdf, .xlsx
  nd178 papers danh-sach.xlsx --list -o du-toan.xlsx                   chỉ danh sách và dự toán, dạng sổ tính (hay .docx)
  nd178 papers ket-qua.xlsx -o giay-to.docx                            từ kết quả nd178 batch đã ghi (.xlsx, .ndjson)
  nd178 papers danh-sach.xlsx -o giay-to/ --drafts to-trinh,quyet-dinh,don,cam-ket
  nd178 papers --write-templates -o mau/                               lấy mẫu dự thảo để sửa; dùng: --templates mau/

Người bị từ chối có một trang nêu ô nào sai, vì sao và sửa thế nào. Mã thoát 4: xong, nhưng có người bị từ chối.`,
  en: `
Examples:
  nd178 papers list.xlsx -o papers.docx --office office.yaml           list, estimate and every sheet in one file (.docx, .pdf, .html)
  nd178 papers list.xlsx -o papers/ --format pdf                       a file for each person, and danh-sach-du-toan.pdf, .xlsx
  nd178 papers list.xlsx --list -o estimate.xlsx                       the list and the estimate only, as a workbook (or .docx)
  nd178 papers results.xlsx -o papers.docx                             from results that nd178 batch wrote (.xlsx, .ndjson)
  nd178 papers list.xlsx -o papers/ --drafts to-trinh,quyet-dinh,don,cam-ket
  nd178 papers --write-templates -o templates/                         templates of drafts to edit; used by --templates templates/

Who is refused has a page that says which cell is wrong, why and what to do. Exit code 4: done, but some were refused.`,
};

/** `nd178 papers`: the papers of a whole list (giấy tờ của cả danh sách). */
export function registerPapers(program: Command, host: Host): void {
  const lang = spoken(program);
  const command = program
    .command('papers')
    .argument(
      '[in]',
      lang === 'vi'
        ? 'danh sách (.csv, .xlsx, .ndjson), kết quả batch đã ghi, hoặc hồ sơ một người (.yaml, .json)'
        : 'a list (.csv, .xlsx, .ndjson), results that batch wrote, or the case of one person (.yaml, .json)',
    )
    .description(
      lang === 'vi'
        ? 'Giấy tờ của cả danh sách: dự toán kinh phí, bảng tính từng người, dự thảo tờ trình, quyết định, đơn, cam kết'
        : 'The papers of a whole list: the estimate, the sheet of each person, drafts of submission, decision, application',
    )
    .addHelpText('after', HELP[lang]);
  const all = officeOption(commonOptions(batchFlags(command), PAPER_FORMATS));
  draftOptions(all, lang).action((from: string | undefined, flags: PapersFlags) => runPapers(from, flags, host));
}

function draftOptions(command: Command, lang: Lang): Command {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const names = DRAFTS.join(',');
  return command
    .option('--list', say('chỉ danh sách và dự toán, không có bảng tính từng người', 'the list and the estimate only'))
    .option(
      '--drafts <names>',
      say(
        `lập thêm dự thảo vào thư mục: ${names}, hoặc tên mẫu trong --templates`,
        `add drafts to the folder, in Vietnamese: ${names}, or the name of a template in --templates`,
      ),
    )
    .option(
      '--templates <folder>',
      say(
        'thư mục mẫu .docx riêng của cơ quan, thay mẫu có sẵn cùng tên',
        "folder of the office's own .docx templates, in place of the built-in ones of the same name",
      ),
    )
    .option(
      '--write-templates',
      say('ghi các mẫu có sẵn vào thư mục -o để sửa', 'write the built-in templates to the folder -o, to be edited'),
    );
}

async function runPapers(from: string | undefined, flags: PapersFlags, host: Host): Promise<void> {
  const core = await coreOptions(flags, host);
  const { lang } = core;
  const law = core.law ?? builtinLaw();
  if (flags.writeTemplates === true) return templatesTo(flags, lang, host);
  if (from === undefined)
    throw usage(
      lang,
      'Thiếu tệp vào: nd178 papers DANH_SÁCH.xlsx -o THƯ_MỤC.',
      'The input is missing: nd178 papers LIST.xlsx -o FOLDER.',
    );
  const { format, inFolder } = placeOf(flags, lang);
  const office = await officeOf(flags.office, lang, host);
  const drafts = await draftsOf(flags, lang);
  if (drafts.length > 0 && !inFolder)
    throw usage(
      lang,
      `-o ${flags.output}: dự thảo là các tệp riêng; đặt tên một thư mục, ví dụ -o giay-to.`,
      `-o ${flags.output}: drafts are files of their own; name a folder, for example -o papers.`,
    );
  const options = { core: { ...core, law }, law, office };
  const people = await peopleOf(from, flags, host, options);
  const worked = workedOut(people);
  const list = worked.length === 0 ? [] : [() => listPaper(worked, { lang, law, office })];
  const book = (file: string): Promise<void> => saveBook(file, listSheets(worked, { lang, law, office }), lang, [from]);
  const sheets = flags.list === true ? [] : people.map((one) => () => paperOf(one, options));
  const talk = (text: string): void => (flags.quiet === true ? undefined : host.err(text));
  if (format === 'xlsx') await book(flags.output);
  else if (!inFolder) await writeOne(flags.output, [...list, ...sheets], { format, lang, inputs: [from] });
  else {
    await mkdir(flags.output, { recursive: true });
    const names = fileNames(people);
    const papers = [
      ...list.map((paper) => ['danh-sach-du-toan', paper] as const),
      ...sheets.map((paper, at) => [names[at] ?? '', paper] as const),
    ];
    await writeEach(flags.output, papers, { format, lang, inputs: [from] });
    if (worked.length > 0) await book(join(flags.output, 'danh-sach-du-toan.xlsx'));
    talk(missingText(await writeDrafts(drafts, people, flags.output, options), lang));
  }
  const refused = refusedOf(people);
  talk(
    lang === 'vi'
      ? `Đã ghi ${flags.output}: giấy tờ của ${people.length} người, trong đó ${refused} bị từ chối.\n`
      : `Written: ${flags.output}: papers of ${people.length} people, ${refused} of them refused.\n`,
  );
  if (refused > 0) throw new Exit(EXIT.someRefused);
}

async function templatesTo({ output, quiet }: PapersFlags, lang: Lang, host: Host): Promise<void> {
  if (extname(output) !== '' || output === '-')
    throw usage(lang, `-o ${output}: đặt tên một thư mục.`, `-o ${output}: name a folder.`);
  await mkdir(output, { recursive: true });
  await writeTemplates(output, lang);
  if (quiet !== true)
    host.err(
      lang === 'vi'
        ? `Đã ghi mẫu vào ${output}. Sửa bằng Word rồi dùng: nd178 papers DANH_SÁCH -o THƯ_MỤC --templates ${output}.\n`
        : `Templates are in ${output}. Edit them in Word, then: nd178 papers LIST -o FOLDER --templates ${output}.\n`,
    );
}

/** Where the papers go, and as what: one file by its name, or a folder. Throws a usage error. */
function placeOf({ output, format }: PapersFlags, lang: Lang): { format: PaperFormat | 'xlsx'; inFolder: boolean } {
  const end = extname(output).toLowerCase();
  const wanted = PAPER_FORMATS.find((one) => one === (format as string | undefined));
  const byName = PAPER_FORMATS.find((one) => `.${one}` === (end === '.htm' ? '.html' : end));
  if (end === '' && output !== '-') return { format: wanted ?? 'docx', inFolder: true };
  if (end === '.xlsx') return { format: 'xlsx', inFolder: false };
  if (byName !== undefined && (wanted ?? byName) === byName) return { format: byName, inFolder: false };
  throw usage(
    lang,
    `-o ${output}: ghi vào tệp .docx, .pdf, .html (mọi giấy tờ trong một tệp), .xlsx (danh sách và dự toán) hoặc một thư mục (mỗi người một tệp, --format chọn dạng).`,
    `-o ${output}: write to a .docx, .pdf or .html file (all papers in one), an .xlsx file (list and estimate) or a folder (a file for each person, --format says as what).`,
  );
}

/** The sheet of a person, or the page that says why there is none. */
function paperOf(one: Person, { core: { lang, asOf }, law, office }: PaperOptions): Document {
  return 'page' in one ? one.page : sheet(one.worked, { lang, law, asOf, office });
}
