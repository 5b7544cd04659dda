import { Option, type Command } from 'commander';
import type { Lang } from '../../src/base/text.ts';
import { mainScheme } from '../../src/law/act.ts';
import { builtinSchemes } from '../../src/law/builtin.ts';
import { csvLine } from '../../src/table/csv.ts';
import { templateColumns, type TemplateColumn } from '../../src/table/template.ts';
import { keysOf } from '../../src/table/scheme-keys.ts';
import { vocabularyOf } from '../../src/engine/vocabulary.ts';
import { AUTO } from '../../src/engine/schemes.ts';
import { hostLang, type Host } from '../host.ts';
import { loadRules } from '../input/rules.ts';
import { spoken } from '../language.ts';
import { usage } from '../options.ts';
import { formatOf } from '../batch/flags.ts';
import { writeOutput } from '../files/output-file.ts';
import { saveBook } from '../files/book-file.ts';
import { checkSendable, sendBook } from '../files/sent-book.ts';
import type { Format } from '../../src/table/batch-plan.ts';
import { templateSheets } from '../../src/workbook/template-sheets.ts';

interface TemplateFlags {
  readonly output: string;
  readonly to?: Format;
  readonly examples?: boolean;
  readonly law?: string;
  readonly rules?: string;
  readonly lang?: string;
}

/** `nd178 template`: an empty table to fill in, as a workbook or as CSV. */
export function registerTemplate(program: Command, host: Host): void {
  const lang = spoken(program);
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  program
    .command('template')
    .description(
      say(
        'Bảng mẫu để điền: sổ tính có danh sách chọn và ghi chú, hoặc CSV',
        'An empty table to fill in: workbook or CSV',
      ),
    )
    .option(
      '-o, --output <file>',
      say(
        'tệp mẫu; "-" là đầu ra chuẩn (CSV, hoặc sổ tính với --to xlsx)',
        'the file; "-" is standard output (CSV, or a workbook with --to xlsx)',
      ),
      'mau-nd178.xlsx',
    )
    .addOption(new Option('--to <format>', say('định dạng', 'format')).choices(['xlsx', 'csv']))
    .option('--examples', say('điền sẵn hai người giả định', 'with two invented people'))
    .option('--law <scheme>', say('chế độ', 'scheme'), mainScheme(builtinSchemes()))
    .option('--rules <dir>', say('thư mục tệp quy tắc riêng', 'own rule files over the built-in ones'))
    .addOption(new Option('--lang <lang>', say('ngôn ngữ', 'language')).choices(['vi', 'en']))
    .action((flags: TemplateFlags) => writeTemplate(flags, host));
}

async function writeTemplate(flags: TemplateFlags, host: Host): Promise<void> {
  const lang = hostLang(host, flags.lang);
  const format = templateFormat(flags, lang);
  if (flags.output === '-' && format === 'xlsx') checkSendable(host, lang);
  const law = await loadRules(flags.rules, lang);
  const scheme = flags.law?.split('@')[0] ?? mainScheme(law.schemes.values());
  const names = [...law.schemes.keys()].join(', ');
  if (scheme !== AUTO && !law.schemes.has(scheme))
    throw usage(
      lang,
      `Không có chế độ "${scheme}". Các chế độ: ${names}.`,
      `There is no scheme "${scheme}". Schemes: ${names}.`,
    );
  const columns = templateColumns(vocabularyOf(law, scheme), lang, keysOf(law, scheme));
  const { output, examples = false } = flags;
  const book = (path: string): Promise<void> => saveBook(path, templateSheets(columns, lang, examples), lang);
  if (format === 'csv') {
    const text = csvTemplate(columns, examples);
    return output === '-' ? host.out(text) : writeOutput(output, (sink) => sink.write(Buffer.from(text)));
  }
  if (output !== '-') return book(output);
  await sendBook(host, async (path) => {
    await book(path);
    return true;
  });
}

/** The format of the template. Throws a usage error for what a template cannot be. */
function templateFormat({ output, to }: TemplateFlags, lang: Lang): Format {
  const format = output === '-' ? (to ?? 'csv') : formatOf(output, to, '--to');
  if (format === 'ndjson')
    throw usage(
      lang,
      `-o ${output}: bảng mẫu là .xlsx hoặc .csv, không có mẫu NDJSON. Đổi phần mở rộng, hoặc chọn bằng --to.`,
      `-o ${output}: a template is .xlsx or .csv; there is none in NDJSON. Change the extension, or choose with --to.`,
    );
  return format;
}

function csvTemplate(columns: readonly TemplateColumn[], examples: boolean): string {
  const people = examples ? [0, 1].map((at) => csvLine(columns.map((column) => column.examples[at as 0 | 1]))) : [];
  return '\ufeff' + csvLine(columns.map(({ heading }) => heading)) + people.join('');
}
