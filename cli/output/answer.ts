import { extname } from 'node:path';
import type { Command } from 'commander';
import { visible } from '../../src/base/printable.ts';
import type { Lang } from '../../src/base/text.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { sameFile } from '../files/same-file.ts';
import { outputPlace, writeOutput } from '../files/output-file.ts';
import type { Host } from '../host.ts';
import { spoken } from '../language.ts';
import { usage } from '../options.ts';

/** The options that say where the answer of a command goes, as commander gives them. */
export interface AnswerFlags {
  readonly output?: string;
  readonly format?: string;
  readonly quiet?: boolean;
}

/** Where the answer of a command goes: standard output, or a file that is written whole or not at all. */
export interface Answer {
  readonly format: string;
  /** What texts are laid out for: a file knows no colours and no width. */
  readonly screen: Pick<Host, 'colour' | 'columns'>;
  /** The file; undefined for standard output. */
  readonly file?: string;
  /** Sends the whole answer. Throws {@link FileRefused} where a file does not take it. */
  send(text: string | Uint8Array): Promise<void>;
}

const BY_EXTENSION: Readonly<Record<string, string>> = {
  '.txt': 'table',
  '.md': 'md',
  '.html': 'html',
  '.htm': 'html',
  '.svg': 'svg',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
  '.docx': 'docx',
  '.pdf': 'pdf',
};

/** Formats that are bytes, which no terminal shows. */
const BINARY: ReadonlySet<string> = new Set(['docx', 'pdf']);

/** The mark by which spreadsheets know UTF-8. */
const MARK = '\ufeff';

/** Adds `-o FILE` to a command that answers in these formats. */
export function answerOption(command: Command, formats: readonly string[]): Command {
  const list = extensionsOf(formats).join(' ');
  const [vi, en] = [
    `ghi vào tệp UTF-8, định dạng theo phần mở rộng (${list}); "-" là đầu ra chuẩn`,
    `write to a file in UTF-8, its format by the extension (${list}); "-" is standard output`,
  ];
  return command.option('-o, --output <file>', spoken(command) === 'vi' ? vi : en);
}

function extensionsOf(formats: readonly string[]): string[] {
  const shown = Object.entries(BY_EXTENSION).filter(([end]) => end !== '.htm' && end !== '.jsonl');
  return shown.filter(([, format]) => formats.includes(format)).map(([end]) => end);
}

/**
 * Where the answer goes and in which format: as `--format` says, else by the name of the file, else as a table. The
 * place is looked at before anything is read. Throws a usage error for a name that tells no format.
 */
export async function answerOf(
  flags: AnswerFlags,
  formats: readonly string[],
  input: string | undefined,
  lang: Lang,
  host: Host,
): Promise<Answer> {
  const { output } = flags;
  if (output === undefined || output === '-') {
    const format = flags.format ?? 'table';
    if (BINARY.has(format))
      throw usage(
        lang,
        `--format ${format} ghi vào tệp: thêm -o TỆP.${format}.`,
        `--format ${format} is written to a file: add -o FILE.${format}.`,
      );
    const send = (text: string | Uint8Array): Promise<void> => {
      if (typeof text !== 'string') return Promise.reject(new Error('bytes on a terminal'));
      if (format === 'table') host.styled(text);
      else host.out(text);
      return Promise.resolve();
    };
    return { format, screen: host, send };
  }
  const format = flags.format ?? formatOf(output, formats, lang);
  const inputs = input === undefined || input === '-' ? [] : [input];
  await outputPlace(output, inputs);
  for (const one of inputs) if (await sameFile(one, output)) throw new FileRefused('same-file');
  return {
    format,
    screen: { colour: false },
    file: output,
    send: async (text) => {
      const bytes =
        typeof text === 'string' ? Buffer.from((format === 'csv' ? MARK : '') + visible(text), 'utf8') : text;
      await writeOutput(output, (sink) => sink.write(bytes), inputs);
      const written = lang === 'vi' ? `Đã ghi ${output}.` : `Written: ${output}.`;
      if (flags.quiet !== true) host.err(`${written}\n`);
    },
  };
}

function formatOf(output: string, formats: readonly string[], lang: Lang): string {
  const end = extname(output).toLowerCase();
  const format = BY_EXTENSION[end];
  if (format !== undefined && formats.includes(format)) return format;
  const list = extensionsOf(formats).join(', ');
  const book = end === '.xlsx' || end === '.xls';
  throw usage(
    lang,
    `-o ${output}: không ghi được dạng này. Đặt tên tệp có phần mở rộng ${list}, hoặc chọn dạng bằng --format.` +
      (book ? ' Bảng tính Excel: nd178 batch ghi .xlsx.' : ''),
    `-o ${output}: this is no format of the command. Give the file an extension of ${list}, or choose with --format.` +
      (book ? ' For an Excel workbook: nd178 batch writes .xlsx.' : ''),
  );
}
