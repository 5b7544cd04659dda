import { Option, type Command } from 'commander';
import { printable } from '../src/base/printable.ts';
import type { Lang } from '../src/base/text.ts';
import type { CalculateOptions } from '../src/engine/calculate.ts';
import { questionsOf } from '../src/engine/readings.ts';
import type { Law } from '../src/law/law.ts';
import { dayOption, schemeAndDay } from './day-option.ts';
import { EXIT, Exit } from './exit.ts';
import { hostLang, type Host } from './host.ts';
import { checkedRules } from './input/rules.ts';
import { spoken } from './language.ts';

/** The options that every calculating command shares, as commander gives them. */
export interface CommonOptions {
  readonly law?: string;
  readonly asOf?: string;
  readonly rules?: string;
  readonly interpret?: readonly string[];
  readonly acceptUnverified?: readonly string[];
  readonly pension?: boolean;
  readonly format?: string;
  readonly lang?: string;
  readonly quiet?: boolean;
}

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Adds the common options to a command, with their help in the language of the program. */
export function commonOptions(command: Command, formats: readonly string[]): Command {
  const lang = spoken(command);
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  return command
    .option(
      '--law <scheme[@date]>',
      say(
        'chế độ và phiên bản luật (nd154, nd178@2025-03-15); mặc định auto: tự tìm chế độ áp dụng',
        'scheme and version of the law (nd154, nd178@2025-03-15); default auto: the scheme that applies is found',
      ),
    )
    .option(
      '--as-of <date>',
      say('luật có hiệu lực ngày này (15/03/2025, 2025-03-15)', 'the law in force on that day (2025-03-15)'),
    )
    .option(
      '--rules <dir>',
      say('thư mục tệp quy tắc riêng, đè lên quy tắc có sẵn', 'own rule files over the built-in ones'),
    )
    .option(
      '--interpret <id=option>',
      say(
        'chọn cách hiểu cho một vấn đề còn khác nhau (lặp lại được)',
        'choose a reading of an open question (repeatable)',
      ),
      collect,
    )
    .option('--pension', say('thêm lương hưu để tham khảo', 'add the pension, for information'))
    .option(
      '--accept-unverified <id>',
      say('chấp nhận một quy định chưa kiểm chứng (lặp lại được)', 'accept an unverified provision (repeatable)'),
      collect,
    )
    .addOption(new Option('--format <format>', say('dạng kết quả', 'output format')).choices(formats))
    .addOption(new Option('--lang <lang>', say('ngôn ngữ', 'language')).choices(['vi', 'en']))
    .option('--quiet', say('chỉ in dữ liệu và lỗi, không hỏi', 'data and errors only, no questions'));
}

/** Turns the common options into those of the core. Throws {@link Exit} with a usage error. */
export async function coreOptions(
  options: CommonOptions,
  host: Host,
): Promise<CalculateOptions & { readonly lang: Lang; readonly law: Law }> {
  const lang = hostLang(host, options.lang);
  const [scheme, date] = splitLaw(options, lang);
  return {
    lang,
    law: await checkedRules(options.rules, lang),
    ...(scheme === undefined ? {} : { scheme }),
    ...(date === undefined ? {} : { asOf: date }),
    interpretations: readings(options.interpret ?? [], lang),
    acceptUnverified: options.acceptUnverified ?? [],
    ...(options.pension === true ? { pension: true } : {}),
  };
}

function splitLaw(options: CommonOptions, lang: Lang): [scheme: string | undefined, date: string | undefined] {
  const [scheme, pinned] = schemeAndDay('--law', options.law ?? '', lang);
  const asOf = options.asOf === undefined ? undefined : dayOption('--as-of', options.asOf, lang);
  if (pinned !== undefined && asOf !== undefined && pinned !== asOf) {
    throw usage(
      lang,
      `--law ...@${pinned} và --as-of ${asOf} mâu thuẫn. Chỉ giữ một.`,
      `--law ...@${pinned} and --as-of ${asOf} contradict each other. Keep one of them.`,
    );
  }
  return [scheme === '' ? undefined : scheme, pinned ?? asOf];
}

function readings(pairs: readonly string[], lang: Lang): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [id = '', option] = pair.split('=');
      if (option === undefined || option === '')
        throw usage(lang, `--interpret ${pair}: viết id=option.`, `--interpret ${pair}: write id=option.`);
      return [id, option];
    }),
  );
}

/** Tells a reading that none of these schemes has before anything is computed. Throws {@link Exit} with a usage error. */
export function checkReadings(law: Law, schemes: readonly string[], { interpretations = {}, lang }: Asked): void {
  const questions = questionsOf(law, schemes);
  for (const [id, option] of Object.entries(interpretations)) {
    if (questions.get(id)?.includes(option) === true) continue;
    const list = [...questions].map(([name, options]) => `${name}=${options.join('|')}`).join(', ');
    throw usage(
      lang,
      `--interpret ${id}=${option}: không có. Các cách hiểu: ${list}.`,
      `--interpret ${id}=${option}: there is none. Readings: ${list}.`,
    );
  }
}

type Asked = Pick<CalculateOptions, 'interpretations'> & { readonly lang: Lang };

/** A usage error in the language of the user, in one line whatever an option holds. */
export function usage(lang: Lang, vi: string, en: string): Exit {
  return new Exit(EXIT.usage, printable(lang === 'vi' ? vi : en));
}
