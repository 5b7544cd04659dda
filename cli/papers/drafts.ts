import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Lang } from '../../src/base/text.ts';
import type { Calculation } from '../../src/engine/derivation.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { docxOf } from '../../src/papers/docx/docx.ts';
import { draftTemplate, DRAFTS, type DraftName } from '../../src/papers/drafts/built-in.ts';
import { fillTemplate, type DraftValues } from '../../src/papers/drafts/fill.ts';
import { INSPECTION_PAPERS, inspectionTemplate } from '../../src/papers/inspection/templates.ts';
import { draftKeys, type DraftKind } from '../../src/papers/drafts/keys.ts';
import { readTemplate, type Template } from '../../src/papers/drafts/template.ts';
import { listValues, personValues } from '../../src/papers/drafts/values.ts';
import { EXIT, Exit } from '../exit.ts';
import { writeOutput } from '../files/output-file.ts';
import { orNothing, readFault } from '../files/system-fault.ts';
import { usage } from '../options.ts';
import { plainName } from '../../src/papers/names.ts';
import { fileNames } from '../../src/papers/names.ts';
import type { PaperOptions, Person } from '../../src/papers/person.ts';

/** A draft to be filled: its name, which the files bear, and its template. */
export interface Draft {
  readonly name: string;
  readonly template: Template;
}

/** Which drafts are wanted, as the options say. */
export interface DraftFlags {
  readonly drafts?: string;
  readonly templates?: string;
}

/**
 * The drafts that are wanted: those named, else every template of the folder. A template of the folder takes the place of
 * the program's own of that name. Throws {@link Exit} for names that there are none of, and for every placeholder that is
 * not known, before any person is worked out.
 */
export async function draftsOf({ drafts, templates }: DraftFlags, lang: Lang): Promise<Draft[]> {
  if (drafts === undefined && templates === undefined) return [];
  const own = templates === undefined ? new Map<string, string>() : await templatesIn(templates, lang);
  const names = drafts === undefined ? [...own.keys()] : drafts.split(',').map((name) => plainName(name));
  const found: Draft[] = [];
  const faults: string[] = [];
  for (const name of new Set(names)) {
    const file = own.get(name);
    const template = await (file === undefined ? builtIn(name, [...own.keys()], lang) : templateOf(file));
    found.push({ name, template });
    faults.push(...template.faults.map((fault) => `${file ?? name}: ${fault[lang]}.`));
  }
  if (faults.length > 0) throw new Exit(EXIT.invalid, [...faults, keysAdvice(lang)].join('\n'));
  return found;
}

/** The templates of a folder, by their plain names. Throws a usage error where there are none. */
export async function templatesIn(folder: string, lang: Lang): Promise<Map<string, string>> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new FileRefused('not-found', { file: folder, why: readFault(error) });
  });
  // Word keeps "~$name.docx" beside a document that is open.
  const documents = names.filter((name) => extname(name).toLowerCase() === '.docx' && !name.startsWith('~$')).sort();
  if (documents.length === 0)
    throw usage(
      lang,
      `--templates ${folder}: không có tệp .docx nào. Lấy mẫu để sửa: nd178 papers --write-templates -o ${folder}`,
      `--templates ${folder}: there is no .docx file. Get templates to edit: nd178 papers --write-templates -o ${folder}`,
    );
  return new Map(documents.map((name) => [plainName(name.slice(0, -'.docx'.length)), join(folder, name)]));
}

/** Reads the template of a file. Throws {@link FileRefused}. */
export async function templateOf(file: string): Promise<Template> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new FileRefused('not-found', { file, why: readFault(error) });
  });
  return readTemplate(bytes).catch((error: unknown) => {
    throw error instanceof FileRefused ? error.in({ file }) : error;
  });
}

async function builtIn(name: string, own: readonly string[], lang: Lang): Promise<Template> {
  const builtin = DRAFTS.find((one) => one === name);
  if (builtin !== undefined) return readTemplate(await templateBytes(builtin));
  const all = [...new Set([...DRAFTS, ...own])].join(', ');
  throw usage(
    lang,
    `--drafts ${name}: không có. Các dự thảo: ${all}.`,
    `--drafts ${name}: there is none. Drafts: ${all}.`,
  );
}

function templateBytes(name: DraftName): Promise<Uint8Array> {
  return docxOf([draftTemplate(name)]);
}

function keysAdvice(lang: Lang): string {
  return lang === 'vi'
    ? 'Danh sách từ khóa: tệp tu-khoa.txt mà nd178 papers --write-templates -o THƯ_MỤC ghi ra.'
    : 'The list of placeholders: the file tu-khoa.txt that nd178 papers --write-templates -o FOLDER writes.';
}

const KEYS_FILE = 'tu-khoa.txt';

/** Writes the program's own templates, to be edited, and the list of placeholders. A file that stands there is kept: an office's work. */
export async function writeTemplates(folder: string, lang: Lang): Promise<void> {
  const files = [...[...DRAFTS, ...INSPECTION_PAPERS].map((name) => `${name}.docx`), KEYS_FILE];
  const present = new Set((await orNothing(readdir(folder))) ?? []);
  const existing = files.filter((name) => present.has(name));
  if (existing.length > 0)
    throw usage(
      lang,
      `Trong ${folder} đã có ${existing.join(', ')}. Chọn thư mục khác, hoặc chuyển các tệp đó đi.`,
      `${folder} already holds ${existing.join(', ')}. Choose another folder, or move these files away.`,
    );
  for (const name of DRAFTS) {
    const bytes = await templateBytes(name);
    await writeOutput(join(folder, `${name}.docx`), (sink) => sink.write(bytes));
  }
  for (const name of INSPECTION_PAPERS) {
    const bytes = await docxOf([inspectionTemplate(name)]);
    await writeOutput(join(folder, `${name}.docx`), (sink) => sink.write(bytes));
  }
  await writeOutput(join(folder, KEYS_FILE), (sink) => sink.write(Buffer.from(keysText(), 'utf8')));
}

function keysText(): string {
  const part = (kind: DraftKind): string[] => [...draftKeys(kind)].map(([key, title]) => `{{${key}}}: ${title}`);
  return [
    'TỪ KHÓA TRONG MẪU',
    '',
    'Viết từ khóa giữa hai dấu ngoặc nhọn kép ngay trong văn bản Word; chữ điền vào giữ kiểu chữ của từ khóa.',
    'Hàng của bảng (hoặc đoạn) có {{khoan.…}} hay {{nguoi.…}} được lặp lại cho từng khoản, từng người.',
    'Mẫu có {{nguoi.…}} hay {{so_nguoi}} là văn bản chung của cả danh sách; các mẫu khác lập riêng cho từng người.',
    '',
    'MẪU CHO TỪNG NGƯỜI',
    ...part('person'),
    '',
    'MẪU CHUNG CỦA DANH SÁCH',
    ...part('list'),
    '',
    'BIÊN BẢN VÀ THÔNG BÁO KIỂM TRA (nd178 audit --minutes)',
    ...part('audit'),
    '',
  ].join('\r\n');
}

/** Fills the drafts into a folder: those of the list once, the others for each person to whom something is paid. */
export async function writeDrafts(
  drafts: readonly Draft[],
  people: readonly Person[],
  folder: string,
  { core, law, office }: PaperOptions,
): Promise<MissingValues> {
  const options = { law, office, asOf: core.asOf };
  const missing: MissingValues = new Map();
  const names = fileNames(people);
  const write = async ({ name, template }: Draft, before: string, values: DraftValues): Promise<void> => {
    const file = join(folder, `${before}${name}-du-thao.docx`);
    await writeOutput(file, async (sink) => {
      for (const key of await fillTemplate(template, values, sink)) {
        const id = `${name} {{${key}}}`;
        missing.set(id, (missing.get(id) ?? 0) + 1);
      }
    });
  };
  const paid: Calculation[] = [];
  const own = drafts.filter(({ template }) => template.kind === 'person');
  for (const [at, one] of people.entries()) {
    if (!('worked' in one) || one.worked.derivation.outcome !== 'paid') continue;
    paid.push(one.worked);
    const values = own.length > 0 ? personValues(one.worked, options) : undefined;
    for (const draft of own) if (values) await write(draft, `${names[at] ?? ''}-`, values);
  }
  const common = drafts.filter(({ template }) => template.kind === 'list');
  if (paid.length > 0) for (const draft of common) await write(draft, '', listValues(paid, options));
  return missing;
}

/** How often a draft had no value for a placeholder, by draft and placeholder. */
export type MissingValues = Map<string, number>;

/** What is told of placeholders that stay as dots. */
export function missingText(missing: MissingValues, lang: Lang): string {
  if (missing.size === 0) return '';
  const list = [...missing].map(([what, count]) => (count === 1 ? what : `${what} (${count})`)).join(', ');
  return lang === 'vi'
    ? `Chưa có giá trị, để dấu chấm để điền tay: ${list}.\n`
    : `No value, left as dots to be filled in by hand: ${list}.\n`;
}
