import { statSync } from 'node:fs';
import { extname } from 'node:path';
import type { Command } from 'commander';
import type { Lang } from '../../src/base/text.ts';
import { spoken } from '../language.ts';
import type { SampleWish } from '../../src/audit.ts';
import { usage, type CommonOptions } from '../options.ts';
import type { OldEncoding } from '../../src/base/old-encodings.ts';
import { allowFlag, mergesFlag, textEncodingFlag } from '../batch/flags.ts';
import type { Allowance } from '../../src/workbook/open.ts';

/** The formats of an audit. */
export const AUDIT_FORMATS = ['table', 'json', 'ndjson', 'md', 'html', 'xlsx'] as const;

/** A format of an audit. */
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

/** The options of `nd178 audit`, as commander gives them. */
export interface AuditFlags extends CommonOptions {
  readonly output?: string;
  readonly map?: string;
  readonly proposeMap?: boolean;
  readonly textEncoding?: OldEncoding;
  readonly allow?: readonly Allowance[];
  readonly maxMerges: string;
  readonly paid?: string;
  readonly sample?: string;
  readonly seed?: string;
  readonly annexes?: string;
  readonly minutes?: string;
  readonly templates?: string;
  readonly office?: string;
}

/** Adds the options of the command. */
export function auditFlags(command: Command): Command {
  const lang = spoken(command);
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  return command
    .option(
      '-o, --output <file|dir>',
      say(
        'tệp kết quả (.xlsx, .json, .ndjson, .md, .html), hoặc thư mục cho các sổ tính đã kiểm tra',
        'the output (.xlsx, .json, .ndjson, .md, .html), or a folder for the audited workbooks',
      ),
    )
    .option(
      '--map <file>',
      say('bản đồ cột (YAML) cho biểu có cột riêng', 'map of columns (YAML) for own column orders'),
    )
    .option(
      '--propose-map',
      say('in bản đồ cột đề nghị từ tiêu đề, không kiểm tra', 'print a map proposed from the headings; no audit'),
    )
    .option(
      '--paid <file>',
      say(
        'danh sách đã chi trả (CSV, .xlsx: họ tên, ngày sinh, số tiền) để đối chiếu',
        'what was paid (CSV, .xlsx: name, birth, amount), to be compared',
      ),
    )
    .option(
      '--sample <n>',
      say('chọn mẫu n người theo tầng (tệp, mức tiền), lặp lại được', 'draw a sample of n people by file and amount'),
    )
    .option(
      '--seed <text>',
      say('hạt giống của mẫu, ghi trong báo cáo', 'seed of the sample, which the report records'),
    )
    .option(
      '--annexes <file>',
      say(
        'ghi phụ lục đúng, thừa, thiếu, thống kê, xếp hạng, mẫu vào sổ tính .xlsx',
        'write the annexes right, over, under, statistics, ranking, sample to an .xlsx workbook',
      ),
    )
    .option(
      '--minutes <folder>',
      say(
        'ghi dự thảo biên bản và thông báo cho từng đơn vị (DOCX) vào thư mục',
        'write draft minutes and a notice to each unit (DOCX) to a folder',
      ),
    )
    .option(
      '--templates <folder>',
      say(
        'mẫu riêng của cơ quan: bien-ban-kiem-tra.docx, thong-bao-ket-qua.docx (lấy mẫu: nd178 papers --write-templates)',
        'own templates: bien-ban-kiem-tra.docx, thong-bao-ket-qua.docx (get them: nd178 papers --write-templates)',
      ),
    )
    .addOption(textEncodingFlag(say))
    .addOption(allowFlag(say))
    .addOption(mergesFlag(say));
}

const BY_EXTENSION: Readonly<Record<string, AuditFormat>> = {
  '.xlsx': 'xlsx',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.md': 'md',
  '.html': 'html',
  '.txt': 'table',
};

/** Where the result goes and in which format: as named, else by the extension; a folder takes workbooks. */
export interface AuditTarget {
  readonly format: AuditFormat;
  /** Undefined for standard output. */
  readonly path?: string;
  readonly folder: boolean;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // What is wrong with it is told where it is opened.
    return false;
  }
}

/** The target that the options name. Throws a usage error for what does not go together. */
export function targetOf(files: readonly string[], flags: AuditFlags, lang: Lang): AuditTarget {
  const { output, format } = flags;
  const named = format as AuditFormat | undefined;
  if (output === undefined || output === '-') {
    if (named === 'xlsx' && output === undefined)
      throw usage(lang, 'Sổ tính cần -o tệp hoặc thư mục.', 'A workbook needs -o FILE or FOLDER.');
    if (named === 'xlsx') checkSingle(files, lang);
    return { format: named ?? 'table', folder: false };
  }
  const byName = BY_EXTENSION[extname(output).toLowerCase()];
  const chosen = named ?? byName ?? 'xlsx';
  const folder = isFolder(output) || /[/\\]$/.test(output) || (chosen === 'xlsx' && byName === undefined);
  if (folder && chosen !== 'xlsx') {
    throw usage(
      lang,
      `-o "${output}" là thư mục; chỉ sổ tính (xlsx) ghi vào thư mục.`,
      `-o "${output}" is a folder; only workbooks (xlsx) go there.`,
    );
  }
  if (!folder && chosen === 'xlsx') checkSingle(files, lang);
  return { format: chosen, path: output, folder };
}

/** One place takes the copy of one workbook. Throws a usage error for several. */
function checkSingle(files: readonly string[], lang: Lang): void {
  if (files.length > 1)
    throw usage(lang, 'Nhiều sổ tính vào thì -o phải là thư mục.', 'With several workbooks -o has to be a folder.');
}

/** The sample that is wanted. Throws a usage error for a size that is none. */
export function sampleOf({ sample, seed = '178' }: AuditFlags, lang: Lang): SampleWish | undefined {
  if (sample === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(sample))
    throw usage(
      lang,
      `--sample "${sample}": cần một số nguyên dương.`,
      `--sample "${sample}": a positive number is needed.`,
    );
  return { size: Number(sample), seed };
}
