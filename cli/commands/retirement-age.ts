import { Option, type Command } from 'commander';
import { jsonText } from '../../src/base/printable.ts';
import type { Issue } from '../../src/base/checked.ts';
import type { Lang } from '../../src/base/text.ts';
import { caseKey } from '../../src/case/keys.ts';
import type { Spelled } from '../../src/case/spelling/numbers.ts';
import { issue } from '../../src/messages/issue.ts';
import type { PlacedIssue } from '../../src/case/file/syntax.ts';
import { mainScheme } from '../../src/law/act.ts';
import { birthMonth } from '../../src/case/parse.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import type { Document } from '../../src/explanation/document.ts';
import { retirementDocument, retirementTable, type RetirementTable } from '../../src/explanation/retirement.ts';
import { readBirthText } from '../../src/case/spelling/dates.ts';
import { indexWords, readWord } from '../../src/case/spelling/words.ts';
import { vocabularyOf } from '../../src/engine/vocabulary.ts';
import { AUTO } from '../../src/engine/schemes.ts';
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

/** What is wrong with the birth or the sex, by its name for people; the option says which one it is. */
function told(option: 'birth' | 'sex', { fault, params }: Fault, lang: Lang): PlacedIssue {
  const title = caseKey(`person.${option}`)?.title[lang] ?? option;
  const form = `dd/MM/yyyy${String(params?.['more'] ?? '')}`;
  return { ...issue(lang, fault, option, { ...params, title, form }), place: `--${option}` };
}

type Fault = Extract<Spelled<string>, { fault: unknown }>;

function tableOf(birth: string | undefined, sex: string | undefined, core: CoreOptions): RetirementTable | Issue[] {
  const { lang } = core;
  if (birth === undefined || sex === undefined) {
    throw usage(
      lang,
      'Cần ngày sinh và giới tính: nd178 retirement-age 15/01/1966 nam',
      'Birth and sex are needed: nd178 retirement-age 1966-01-15 male',
    );
  }
  const law = core.law ?? builtinLaw();
  const scheme = core.scheme === undefined || core.scheme === AUTO ? mainScheme(law.schemes.values()) : core.scheme;
  const version = law.at(scheme, core.asOf ?? law.versions(scheme).at(-1)?.date ?? '', lang);
  const day = readBirthText(birth);
  const word = readWord(indexWords(vocabularyOf(law, scheme).get('person.sex') ?? []), sex, lang);
  const issues: Issue[] = [
    ...(version.ok ? [] : version.issues),
    ...('fault' in day ? [told('birth', day, lang)] : []),
    ...('fault' in word ? [told('sex', word, lang)] : []),
  ];
  if (!version.ok || 'fault' in day || 'fault' in word) return issues;
  const found = retirementTable({
    law,
    version: version.value,
    sex: word.value as 'male' | 'female',
    birth: day.value,
    month: birthMonth(day.value),
    lang,
  });
  return found.ok ? found.value : found.issues;
}
