import { Option, type Command } from 'commander';
import { OLD_ENCODINGS, type OldEncoding } from '../../src/base/old-encodings.ts';
import type { Lang } from '../../src/base/text.ts';
import { SEPARATORS, type Separator } from '../../src/table/csv.ts';
import { otherCommand } from '../input/other-command.ts';
import { spoken } from '../language.ts';
import { usage, type CommonOptions } from '../options.ts';
import { formatByName, formatToRead } from '../../src/list/format.ts';
import { FORMATS, type Format } from '../../src/table/batch-plan.ts';
import { ENCODINGS, type Encoding } from '../../src/table/encoding.ts';
import { DEFAULT_LIMITS, type Limits } from '../../src/workbook/limits.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { ALLOWANCES, type Allowance } from '../../src/workbook/open.ts';

/** The options of `nd178 batch`, as commander gives them. */
export interface BatchFlags extends CommonOptions {
  readonly output: string;
  readonly from?: Format;
  readonly to?: Format;
  readonly format?: Format;
  readonly sheet?: string;
  readonly allSheets?: boolean;
  readonly unit?: string;
  readonly encoding?: Encoding;
  readonly textEncoding?: OldEncoding;
  readonly separator?: string;
  readonly set?: readonly string[];
  readonly summary?: string;
  readonly resume?: boolean;
  readonly chain?: boolean;
  readonly threads?: string;
  readonly allow?: readonly Allowance[];
  readonly maxFileMb: string;
  readonly maxUnpackedMb: string;
  readonly maxRatio: string;
  readonly maxTextMb: string;
  readonly maxColumns: string;
  readonly maxMerges: string;
  readonly maxRowBytes: string;
}

const MIB = 1024 * 1024;

/** Adds the options that only a batch has. */
export function batchFlags(command: Command): Command {
  const lang = spoken(command);
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const choice = (flags: string, vi: string, en: string, choices: readonly string[]): Option =>
    new Option(flags, say(vi, en)).choices(choices);
  command
    .requiredOption(
      '-o, --output <file>',
      say('tệp kết quả; "-" là đầu ra chuẩn', 'the output; "-" is standard output'),
    )
    .addOption(
      choice(
        '--from <format>',
        'định dạng vào; mặc định theo phần mở rộng',
        'input format; default by extension',
        FORMATS,
      ),
    )
    .addOption(
      choice(
        '--to <format>',
        'định dạng ra; mặc định theo phần mở rộng',
        'output format; default by extension',
        FORMATS,
      ),
    )
    .option('--sheet <name|number>', say('trang tính cần đọc', 'the sheet to read'))
    .option(
      '--all-sheets',
      say(
        'đọc mọi trang tính có danh sách; tên trang là đơn vị nếu không ghi ở đâu khác',
        'read every sheet with people; its name is the unit where nothing else says it',
      ),
    )
    .option('--unit <column>', say('cột ghi đơn vị, để tổng hợp', 'the column of the unit, for the summary'))
    .addOption(
      choice(
        '--encoding <name>',
        'bảng mã của tệp văn bản; mặc định: đoán',
        'encoding of a text file; default: guessed',
        ENCODINGS,
      ),
    )
    .addOption(
      choice('--separator <mark>', 'dấu phân cách của CSV; mặc định: đoán', 'separator of CSV; default: guessed', [
        ',',
        ';',
        'tab',
      ]),
    );
  command.addOption(textEncodingFlag(say));
  command.addOption(setFlag(say));
  runFlags(command, say);
  for (const [flag, value, vi, en] of limitFlags()) command.option(`${flag} <n>`, say(vi, en), String(value));
  return command;
}

/** The option that reads texts typed for fonts before Unicode. */
export function textEncodingFlag(say: (vi: string, en: string) => string): Option {
  return new Option(
    '--text-encoding <name>',
    say(
      'chữ gõ bằng phông cũ: tcvn3 (ABC, .VnTime) hoặc vni; được đổi sang Unicode',
      'texts typed for old fonts: tcvn3 (ABC, .VnTime) or vni; they are read as Unicode',
    ),
  ).choices(OLD_ENCODINGS);
}

/** The option that gives a value for a whole list, as often as there are values. */
function setFlag(say: (vi: string, en: string) => string): Option {
  return new Option(
    '--set <key=value>',
    say(
      'giá trị chung của cả danh sách, cho ô trống hoặc cột không có, ví dụ person.group=civil-servant; lặp lại được',
      'a value for every row that has none, for example person.group=civil-servant; may be repeated',
    ),
  ).argParser((value: string, before: readonly string[] = []) => [...before, value]);
}

/** How the run goes. */
function runFlags(command: Command, say: (vi: string, en: string) => string): void {
  command
    .option(
      '--resume',
      say('chạy tiếp lần chạy bị dừng; kết quả giống hệt', 'go on with an interrupted run, to the same bytes'),
    )
    .option(
      '--summary <file>',
      say(
        'ghi thêm bản tổng hợp JSON: số người, số tiền, lỗi, những gì không được đọc',
        'write a summary as JSON as well: people, sums, faults, what was not read',
      ),
    )
    .option(
      '--chain',
      say(
        'nối các bản ghi NDJSON thành chuỗi (sổ tính luôn được niêm phong): thêm, bớt, đổi chỗ đều lộ ra; in mã cuối',
        'chain the NDJSON records (a workbook is always sealed), so that a removed, added or moved one shows; prints the head',
      ),
    )
    .option(
      '--threads <n>',
      say('số luồng tính thêm; mặc định theo tệp và máy', 'further threads; default by file and machine'),
    )
    .addOption(allowFlag(say));
}

/** The option that lets harmless passengers of a workbook in. */
export function allowFlag(say: (vi: string, en: string) => string): Option {
  return new Option(
    '--allow <what...>',
    say(
      'nhận sổ tính có macro hoặc liên kết ngoài (không bao giờ dùng đến)',
      'accept a workbook with macros or external links (never used)',
    ),
  ).choices(ALLOWANCES);
}

const MERGES_LIMIT = [
  '--max-merges',
  DEFAULT_LIMITS.merges,
  'giới hạn: số vùng ô gộp',
  'limit: merged ranges of cells',
] as const;

/** The option that sets how many merged ranges a sheet may have. */
export function mergesFlag(say: (vi: string, en: string) => string): Option {
  const [flag, value, vi, en] = MERGES_LIMIT;
  return new Option(`${flag} <n>`, say(vi, en)).default(String(value));
}

/** How many merged ranges a sheet may have, as the option says. Throws a usage error for what is no such number. */
export function mergesOf(text: string, lang: Lang): number {
  return wholeNumber(MERGES_LIMIT[0], text, lang);
}

function limitFlags(): readonly (readonly [flag: string, value: number, vi: string, en: string])[] {
  const limit = DEFAULT_LIMITS;
  return [
    ['--max-file-mb', limit.fileBytes / MIB, 'giới hạn: MB của tệp sổ tính', 'limit: MB of a workbook file'],
    [
      '--max-unpacked-mb',
      limit.unpackedBytes / MIB,
      'giới hạn: MB sau khi bung nén',
      'limit: MB that a workbook unpacks to',
    ],
    ['--max-ratio', limit.ratio, 'giới hạn: số lần bung nén', 'limit: times a part may grow when unpacked'],
    [
      '--max-text-mb',
      limit.textBytes / MIB,
      'giới hạn: MB văn bản dùng chung của sổ tính',
      'limit: MB of shared texts of a workbook',
    ],
    ['--max-columns', limit.columns, 'giới hạn: số cột có giá trị', 'limit: columns with a value'],
    MERGES_LIMIT,
    [
      '--max-row-bytes',
      limit.rowBytes,
      'giới hạn: byte của một hàng CSV hoặc dòng NDJSON',
      'limit: bytes of a row of CSV or a line of NDJSON',
    ],
  ];
}

function wholeNumber(name: string, text: string, lang: Lang): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw usage(
    lang,
    `${name}: cần số nguyên dương, không phải "${text}".`,
    `${name}: expected a positive whole number, not "${text}".`,
  );
}

/** The limits that the options set. Throws a usage error for what is no positive whole number. */
export function limitsOf(flags: BatchFlags, lang: Lang): Limits {
  const whole = (name: string, text: string): number => wholeNumber(name, text, lang);
  return {
    ...DEFAULT_LIMITS,
    fileBytes: whole('--max-file-mb', flags.maxFileMb) * MIB,
    unpackedBytes: whole('--max-unpacked-mb', flags.maxUnpackedMb) * MIB,
    ratio: whole('--max-ratio', flags.maxRatio),
    textBytes: whole('--max-text-mb', flags.maxTextMb) * MIB,
    columns: whole('--max-columns', flags.maxColumns),
    merges: mergesOf(flags.maxMerges, lang),
    rowBytes: whole('--max-row-bytes', flags.maxRowBytes),
  };
}

/** How many threads are wanted; undefined leaves it to the file and the machine. */
export function threadsOf(flags: BatchFlags, lang: Lang): number | undefined {
  if (flags.threads === undefined) return undefined;
  if (/^\d{1,3}$/.test(flags.threads)) return Number(flags.threads);
  throw usage(
    lang,
    `--threads: cần số nguyên, không phải "${flags.threads}".`,
    `--threads: expected a whole number, not "${flags.threads}".`,
  );
}

/** The separator that the options set. */
export function separatorOf(flags: BatchFlags): Separator | undefined {
  return flags.separator === 'tab' ? '\t' : SEPARATORS.find((mark) => mark === flags.separator);
}

/** The format of a file: as named, else by its extension; NDJSON for standard input and output. */
export function formatOf(file: string, named: Format | undefined, option: '--from' | '--to'): Format {
  const byName = option === '--from' ? formatToRead : formatByName;
  const format = named ?? (file === '-' ? 'ndjson' : byName(file));
  if (format !== undefined) return format;
  const advice = option === '--from' ? otherCommand('batch', file) : undefined;
  throw advice ? new FileRefused('other-command', { advice }) : new FileRefused('unknown-format', { file, option });
}
