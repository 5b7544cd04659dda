import type { Command } from 'commander';
import type { Lang } from '../../src/base/text.ts';
import { spoken } from '../language.ts';
import { usage, type CommonOptions } from '../options.ts';

/** The options of `nd178 replay`, as commander gives them. */
export interface ReplayFlags extends CommonOptions {
  readonly recorded?: boolean;
  readonly unit?: string;
  readonly head?: string;
  readonly receipt?: string;
  readonly chain?: string;
  readonly output?: string;
  readonly limit: string;
}

/** Adds the options that only a replay has. */
export function replayFlags(command: Command): Command {
  const lang = spoken(command);
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  return command
    .option(
      '--recorded',
      say(
        'với --rules: vẫn tính lại theo phiên bản mà bản ghi nêu',
        'with --rules: still replay under the versions the records name',
      ),
    )
    .option(
      '--unit <key>',
      say(
        'đơn vị để cộng: tên cột, case.person.group, hoặc id:- (phần trước dấu "-" của id)',
        'unit for totals: a column, case.person.group, or id:- (the id before its "-")',
      ),
    )
    .option('--head <hash>', say('mã cuối của chuỗi đã lưu, để đối chiếu', 'the kept head of the chain, to compare'))
    .option(
      '--receipt <code>',
      say(
        'mã biên nhận ở chân giấy: hồ sơ (YAML) hoặc bản ghi nào trong tệp tính ra mã ấy',
        'the receipt at the foot of a paper: whether the case (YAML) or a record of the file gives it',
      ),
    )
    .option('--chain <file>', say('ghi các bản ghi thành tệp nối chuỗi', 'write the records as a chained file'))
    .option('-o, --output <file>', say('ghi báo cáo vào sổ tính .xlsx', 'write the report to an .xlsx workbook'))
    .option('--limit <n>', say('số bản ghi khác được liệt kê', 'how many differing records are listed'), '50');
}

/** Whether another law is asked for rather than the recorded ones. Throws a usage error where the flags contradict. */
export function asksWhatIf(flags: ReplayFlags, lang: Lang): boolean {
  const other = flags.law !== undefined || flags.asOf !== undefined || flags.interpret !== undefined;
  if (flags.recorded === true && other) {
    throw usage(
      lang,
      '--recorded tính lại theo bản ghi; không dùng cùng --law, --as-of, --interpret.',
      '--recorded replays what is recorded; it does not go with --law, --as-of, --interpret.',
    );
  }
  if (flags.head !== undefined && !/^sha256:[0-9a-f]{64}$/.test(flags.head)) {
    throw usage(lang, `--head "${flags.head}": viết sha256:...`, `--head "${flags.head}": write sha256:...`);
  }
  if (!/^\d{1,6}$/.test(flags.limit)) {
    throw usage(
      lang,
      `--limit "${flags.limit}": cần một số nguyên.`,
      `--limit "${flags.limit}": a whole number is needed.`,
    );
  }
  return other || (flags.rules !== undefined && flags.recorded !== true);
}
