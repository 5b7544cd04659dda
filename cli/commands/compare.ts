import type { Command } from 'commander';
import { jsonText } from '../../src/base/printable.ts';
import type { Lang } from '../../src/base/text.ts';
import { compare, type Comparison, type Variant } from '../../src/engine/compare.ts';
import {
  dateVariants,
  MOST_VARIANTS,
  readingVariants,
  routeVariants,
  schemeVariants,
  versionVariants,
} from '../../src/engine/variants.ts';
import { comparisonDocument } from '../../src/explanation/comparison-document.ts';
import { comparisonSvg } from '../../src/explanation/pictures/comparison-pictures.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import type { Law } from '../../src/law/law.ts';
import { dayOption, schemeAndDay } from '../day-option.ts';
import { EXIT, Exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { spoken } from '../language.ts';
import { usage } from '../options.ts';
import type { Answer } from '../output/answer.ts';
import { layoutOrBytes } from '../output/document.ts';
import { issuesExit, issuesText } from '../output/issues.ts';
import { oneCaseCommand, workOne, type OneCaseOptions } from './one-case.ts';

interface CompareFlags extends OneCaseOptions {
  readonly versions?: boolean;
  readonly laws?: string;
  readonly schemes?: boolean;
  readonly routes?: boolean;
  readonly readings?: string;
  readonly dates?: string;
  readonly step?: string;
  readonly accrue?: boolean;
  readonly brief?: boolean;
}

const EXAMPLES = {
  vi: `
Ví dụ:
  nd178 compare ho-so.yaml                             dưới mọi phiên bản của luật
  nd178 compare ho-so.yaml --laws nd178@2025-03-01,nd178@2025-07-01
  nd178 compare ho-so.yaml --dates 01/03/2025..01/06/2026 --step 1m --accrue
  nd178 compare ho-so.yaml --dates 01/03/2025..01/06/2026 -o theo-ngay.html   bảng kèm hình vẽ (.docx: để sửa; .svg: hình riêng)
  nd178 compare ho-so.yaml --readings service-from-july-2025`,
  en: `
Examples:
  nd178 compare case.yaml                              under every version of the law
  nd178 compare case.yaml --laws nd178@2025-03-01,nd178@2025-07-01
  nd178 compare case.yaml --dates 2025-03-01..2026-06-01 --step 1m --accrue
  nd178 compare case.yaml --dates 2025-03-01..2026-06-01 -o by-date.html   table and pictures (.docx: to edit; .svg: pictures alone)
  nd178 compare case.yaml --readings service-from-july-2025`,
};

const FORMATS = ['table', 'md', 'html', 'svg', 'docx', 'pdf', 'json'];

/** `nd178 compare`: one case under several versions, routes, readings or leaving dates. */
export function registerCompare(program: Command, host: Host): void {
  const lang = spoken(program);
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const command = program
    .command('compare')
    .description(
      say(
        'So sánh một hồ sơ theo phiên bản luật, chính sách, cách hiểu hoặc ngày nghỉ',
        'Compare one case under several versions, routes, readings or leaving dates',
      ),
    )
    .addHelpText('after', EXAMPLES[lang]);
  oneCaseCommand(command, FORMATS)
    .option('--versions', say('mọi phiên bản của luật (mặc định)', 'every version of the law (default)'))
    .option('--laws <list>', say('các phiên bản, cách nhau bằng dấu phẩy', 'versions, separated by commas'))
    .option('--schemes', say('mọi chế độ (Nghị định 178, 154, 29 ...)', 'every scheme (Decrees 178, 154, 29 ...)'))
    .option('--routes', say('mọi chính sách', 'every route'))
    .option('--readings <question>', say('mọi cách hiểu của một câu hỏi', 'every option of an open question'))
    .option(
      '--dates <from..to>',
      say('các ngày nghỉ, ví dụ 01/03/2025..01/06/2026', 'leaving dates, for example 2025-03-01..2026-06-01'),
    )
    .option('--step <months>', say('bước giữa các ngày nghỉ, ví dụ 1m', 'step between the dates, for example 1m'), '1m')
    .option('--brief', say('chỉ bảng, không nêu vì sao', 'the table only, not the reasons'))
    .option('--accrue', say('cộng thời gian đóng BHXH theo ngày nghỉ', 'move the insured time along with the date'))
    .action(async (file: string | undefined, options: CompareFlags) => {
      const { core, worked, answer, finish } = await workOne(file, options, FORMATS, host);
      const law = core.law ?? builtinLaw();
      const one = 'refused' in worked ? worked.refused.case : worked.derivation.case;
      const scheme = 'refused' in worked ? worked.refused.law.scheme : worked.derivation.law.scheme;
      const variants = variantsOf(options, law, scheme, one.leaving.route, core.lang);
      const found = compare(one, variants, { ...core, accrue: options.accrue === true });
      if (!found.ok) throw new Exit(issuesExit(found.issues), issuesText(found.issues, core.lang));
      const none = found.value.rows.every((row) => row.result === undefined);
      await finish(
        await written(found.value, law, options.brief === true, core.lang, answer),
        none ? EXIT.invalid : EXIT.done,
      );
    });
}

async function written(
  found: Comparison,
  law: Law,
  brief: boolean,
  lang: Lang,
  { format, screen }: Answer,
): Promise<string | Uint8Array> {
  if (format === 'json') return jsonText(found, 2) + '\n';
  if (format === 'svg') return pictureOf(found, law, lang);
  return layoutOrBytes(comparisonDocument(found, law, lang, brief), format, screen);
}

function pictureOf(found: Comparison, law: Law, lang: Lang): string {
  const svg = comparisonSvg(found, law, lang);
  if (svg !== undefined) return svg;
  throw usage(
    lang,
    'Hình vẽ số tiền theo ngày nghỉ: dùng --dates một mình (không kèm --laws, --schemes, --routes, --readings), và phải có ngày tính được.',
    'A picture shows the amount by leaving date: use --dates alone (without --laws, --schemes, --routes, --readings), with a date that can be computed.',
  );
}

/** The product of the dimensions asked for; every version when none is. */
function variantsOf(options: CompareFlags, law: Law, scheme: string, route: string, lang: Lang): Variant[] {
  const dimensions: Variant[][] = [];
  if (options.laws !== undefined)
    dimensions.push(options.laws.split(',').map((text) => lawVariant(law, text.trim(), lang)));
  if (options.schemes === true) dimensions.push(schemeVariants(law, route));
  if (options.dates !== undefined) dimensions.push(dates(options.dates, options.step ?? '1m', lang));
  if (options.routes === true) dimensions.push(routeVariants(law, scheme));
  if (options.readings !== undefined) dimensions.push(readings(law, scheme, options.readings, lang));
  if (options.versions === true || dimensions.length === 0) dimensions.push(versionVariants(law, scheme));
  const product = dimensions.reduce((all, next) => all.flatMap((a) => next.map((b) => ({ ...a, ...b }))), [
    {},
  ] as Variant[]);
  if (product.length > MOST_VARIANTS) {
    throw usage(
      lang,
      `${product.length} phương án; nhiều nhất ${MOST_VARIANTS}.`,
      `${product.length} variants; at most ${MOST_VARIANTS}.`,
    );
  }
  return product;
}

function lawVariant(law: Law, text: string, lang: Lang): Variant {
  const [scheme, asOf] = schemeAndDay('--laws', text, lang);
  if (asOf === undefined) {
    const names = [...law.schemes.keys()];
    if (law.schemes.has(scheme)) return { scheme };
    throw usage(
      lang,
      `--laws "${text}": viết chế-độ hoặc chế-độ@ngày. Các chế độ: ${names.join(', ')}.`,
      `--laws "${text}": write scheme or scheme@date. Schemes: ${names.join(', ')}.`,
    );
  }
  const found = law.at(scheme, asOf, lang);
  if (!found.ok) throw new Exit(EXIT.usage, found.issues.map((one) => one.message).join('\n'));
  return { scheme, asOf };
}

function dates(text: string, step: string, lang: Lang): Variant[] {
  const [from = '', to, ...more] = text.split('..');
  if (to === undefined || more.length > 0) {
    throw usage(
      lang,
      `--dates "${text}": viết ngày đầu..ngày cuối, ví dụ 01/03/2025..01/06/2026.`,
      `--dates "${text}": write the first date..the last date, for example 2025-03-01..2026-06-01.`,
    );
  }
  const months = /^([1-9]\d{0,2})\s*m?$/.exec(step.trim())?.[1];
  if (months === undefined) {
    throw usage(
      lang,
      `--step "${step}": viết số tháng, ví dụ 1m hoặc 3m.`,
      `--step "${step}": write a number of months, for example 1m or 3m.`,
    );
  }
  const [first, last] = [dayOption('--dates', from, lang), dayOption('--dates', to, lang)];
  if (last < first) {
    throw usage(
      lang,
      `--dates ${text}: ngày cuối trước ngày đầu. Đổi thứ tự hai ngày.`,
      `--dates ${text}: the last date is before the first. Change their order.`,
    );
  }
  const found = dateVariants(first, last, Number(months));
  if (found) return found;
  throw usage(
    lang,
    `--dates ${text} --step ${step}: nhiều hơn ${MOST_VARIANTS} ngày. Thu hẹp khoảng ngày hoặc tăng bước.`,
    `--dates ${text} --step ${step}: more than ${MOST_VARIANTS} dates. Narrow the dates or widen the step.`,
  );
}

function readings(law: Law, scheme: string, question: string, lang: Lang): Variant[] {
  const found = readingVariants(law, scheme, question);
  if (found.length > 0) return found;
  const names = [...law.questions(scheme).keys()].join(', ');
  throw usage(
    lang,
    `Không có câu hỏi "${question}". Các câu hỏi: ${names}.`,
    `There is no question "${question}". Questions: ${names}.`,
  );
}
