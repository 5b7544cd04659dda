import { Option, type Command } from 'commander';
import { jsonText } from '../../src/base/printable.ts';
import type { Issue } from '../../src/base/checked.ts';
import type { PlacedIssue } from '../../src/case/file/syntax.ts';
import type { Document } from '../../src/explanation/document.ts';
import { retirementDocument, type RetirementTable } from '../../src/explanation/retirement.ts';
import { retirementAge } from '../../src/explanation/retirement-age.ts';
import { Exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { spoken } from '../language.ts';
import { commonOptions, coreOptions, usage, type CommonOptions } from '../options.ts';
import { layout, type DocumentFormat } from '../output/document.ts';
import { issuesExit, issuesText, refusalOf } from '../output/issues.ts';
import type { CoreOptions } from './one-case.ts';

interface RetirementOptions extends CommonOptions {
  readonly birth?: string;
  readonly sex?: string;
}

const EXAMPLES = {
  vi: '\nVí dụ:\n  nd178 retirement-age 15/01/1966 nam\n  nd178 retirement-age --birth 1969-05 --sex female --format json',
  en: '\nExamples:\n  nd178 retirement-age 1966-01-15 male\n  nd178 retirement-age --birth 1969-05 --sex female --format json',
};

/** `nd178 retirement-age`: the normal retirement month of a birth, under every schedule of the law. */
export function registerRetirementAge(program: Command, host: Host): void {
  const lang = spoken(program);
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const command = program
    .command('retirement-age')
    .description(
      say(
        'Tháng đủ tuổi nghỉ hưu và tháng hưởng lương hưu theo ngày sinh',
        'Normal retirement month and pension start of a birth date',
      ),
    )
    .argument('[birth]', say('ngày sinh', 'date of birth'))
    .argument('[sex]', say('giới tính', 'sex'))
    .addOption(
      new Option(
        '--birth <date>',
        say('ngày sinh (YYYY-MM-DD, dd/MM/yyyy, tháng hoặc năm)', 'date of birth (YYYY-MM-DD, a month or a year)'),
      ),
    )
    .addOption(new Option('--sex <sex>', say('nam hoặc nữ', 'male or female')))
    .addHelpText('after', EXAMPLES[lang]);
  commonOptions(command, ['table', 'md', 'html', 'json']).action(
    async (birth: string | undefined, sex: string | undefined, options: RetirementOptions) => {
      const core = await coreOptions(options, host);
      const found = tableOf(options.birth ?? birth, options.sex ?? sex, core);
      if (Array.isArray(found)) {
        if (options.format === 'json') host.out(jsonText(refusalOf(undefined, found), 2) + '\n');
        throw new Exit(issuesExit(found), issuesText(found, core.lang));
      }
      host.styled(written(found, retirementDocument(found, core.lang), options.format ?? 'table', host));
    },
  );
}

function written(table: RetirementTable, document: Document, format: string, host: Host): string {
  return format === 'json' ? jsonText(table, 2) + '\n' : layout(document, format as DocumentFormat, host);
}

function tableOf(birth: string | undefined, sex: string | undefined, core: CoreOptions): RetirementTable | Issue[] {
  const { lang } = core;
  if (birth === undefined || sex === undefined) {
    throw usage(
      lang,
      'Cần ngày sinh và giới tính: nd178 retirement-age 15/01/1966 nam',
      'Birth and sex are needed: nd178 retirement-age 1966-01-15 male',
    );
  }
  const { law, scheme, asOf } = core;
  const found = retirementAge({ birth, sex }, { law, scheme, asOf, lang });
  return found.ok ? found.value : found.issues.map(withOption);
}

/** An issue with the birth or the sex names the option that gives it. */
function withOption(one: Issue): PlacedIssue {
  const isOption = one.path === 'birth' || one.path === 'sex';
  return isOption && one.code !== 'birth-not-covered' ? { ...one, place: `--${one.path}` } : one;
}
