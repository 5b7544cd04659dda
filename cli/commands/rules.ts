import { Option, type Command } from 'commander';
import type { Host } from '../host.ts';
import { spoken } from '../language.ts';
import type { CodedOptions, RulesOptions } from './rules/options.ts';
import type { SourcesOptions } from './rules/sources.ts';

const EXAMPLES = {
  vi: `
Ví dụ:
  nd178 rules list
  nd178 rules show nd178@2025-07-01 --format md
  nd178 rules show nd178 "khoản 1 Điều 7"
  nd178 rules blame nd178 "Điều 7 khoản 2"
  nd178 rules diff nd178@2025-01-01 nd178@2025-07-01
  nd178 rules sources nd178 --format csv
  nd178 rules check --rules quy-tac-rieng/`,
  en: `
Examples:
  nd178 rules list
  nd178 rules show nd178@2025-07-01 --format md
  nd178 rules show nd178 "khoản 1 Điều 7"
  nd178 rules blame nd178 "Điều 7 khoản 2"
  nd178 rules diff nd178@2025-01-01 nd178@2025-07-01
  nd178 rules sources nd178 --format csv
  nd178 rules check --rules my-rules/`,
};

/** `nd178 rules`: the law itself. */
export function registerRules(program: Command, host: Host): void {
  const lang = spoken(program);
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const rules = program
    .command('rules')
    .description(
      say(
        'Chính các quy tắc: phiên bản, nội dung, nguồn, so sánh, kiểm tra',
        'The law itself: versions, text, sources, comparison, check',
      ),
    )
    .addHelpText('after', EXAMPLES[lang]);
  const add = (name: string, description: string, formats: readonly string[]): Command =>
    rules
      .command(name)
      .description(description)
      .option(
        '--rules <dir>',
        say('thư mục tệp quy tắc riêng, đè lên quy tắc có sẵn', 'own rule files over the built-in ones'),
      )
      .addOption(
        new Option('--format <format>', say('dạng kết quả', 'output format')).choices(formats).default('table'),
      )
      .addOption(new Option('--lang <lang>', say('ngôn ngữ', 'language')).choices(['vi', 'en']));
  const all = ['table', 'json', 'md', 'html'];
  add('list', say('Các chế độ, phiên bản và văn bản', 'Schemes, versions and acts'), all).action(
    async (options: RulesOptions) => (await import('./rules/list.ts')).list(options, host),
  );
  addReading((name, description) => add(name, description, all), say, host);
  add('sources', say('Mỗi quy định đã đọc ở đâu, yếu nhất trước', 'Where each provision was read, the weakest first'), [
    ...all,
    'csv',
  ])
    .argument('[scheme]', say('chế độ', 'scheme'))
    .action(async (scheme: string | undefined, options: SourcesOptions) =>
      (await import('./rules/sources.ts')).sources(scheme, options, host),
    );
  add('check', say('Chứng minh các tệp quy tắc đầy đủ, không mâu thuẫn', 'Prove the rule files whole'), all)
    .argument('[scheme]', say('chế độ', 'scheme'))
    .action(async (scheme: string | undefined, options: RulesOptions) =>
      (await import('./rules/check.ts')).check(scheme, options, host),
    );
}

/** The commands that a reader of the law uses: with addresses, and with the codes of the rule files on demand. */
function addReading(
  add: (name: string, description: string) => Command,
  say: (vi: string, en: string) => string,
  host: Host,
): void {
  const placed = say(
    'điều, khoản, điểm ("khoản 1 Điều 7"), thêm văn bản nếu cần, hoặc mã quy định',
    'article, clause, point ("khoản 1 Điều 7"), with the act where needed, or id of a provision',
  );
  const coded = say('kèm mã và tên khóa của tệp quy tắc', 'with the ids, keys and codes of the rule files');
  add('show', say('Luật hợp nhất tại một ngày', 'The consolidated law at a date'))
    .argument('[law]', say('chế độ[@ngày]', 'scheme[@date]'))
    .argument('[place]', placed)
    .option('--codes', coded)
    .action(async (wanted: string | undefined, place: string | undefined, options: CodedOptions) =>
      (await import('./rules/show.ts')).show(wanted, place, options, host),
    );
  add('blame', say('Văn bản nào đặt ra từng giá trị', 'Which act set each value'))
    .argument('[law]', say('chế độ[@ngày]', 'scheme[@date]'))
    .argument('[place]', placed)
    .option('--codes', coded)
    .action(async (wanted: string | undefined, place: string | undefined, options: CodedOptions) =>
      (await import('./rules/blame.ts')).blame(wanted, place, options, host),
    );
  add('diff', say('So sánh hai phiên bản', 'Compare two versions'))
    .argument('<before>', say('chế độ@ngày', 'scheme@date'))
    .argument('<after>', say('chế độ@ngày', 'scheme@date'))
    .option('--codes', coded)
    .action(async (before: string, after: string, options: CodedOptions) =>
      (await import('./rules/diff.ts')).diff(before, after, options, host),
    );
}
