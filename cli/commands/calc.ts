import type { Command } from 'commander';
import { jsonText } from '../../src/base/printable.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { sheet } from '../../src/papers/sheet.ts';
import { refusalSheet } from '../../src/explanation/refusal.ts';
import { recordOf } from '../../src/engine/receipt.ts';
import { resultOf, type Result } from '../../src/engine/result.ts';
import type { Host } from '../host.ts';
import { spoken } from '../language.ts';
import { resultCsv } from '../../src/table/result-csv.ts';
import type { Office } from '../../src/papers/office.ts';
import { officeOf, officeOption } from '../input/office.ts';
import { layoutOrBytes } from '../output/document.ts';
import { oneCaseCommand, outcomeExit, workOne, type OneCase, type OneCaseOptions } from './one-case.ts';

const EXAMPLES = {
  vi: `
Ví dụ:
  nd178 calc ho-so.yaml                         bảng tính cho hồ sơ
  nd178 calc ho-so.yaml -o c.html               bản in A4
  nd178 calc ho-so.yaml -o c.json               bản ghi có thể tính lại (replay)
  nd178 calc ho-so.yaml --leaving.date 2025-06-01 --lang en
  nd178 calc                                    hỏi từng mục trên màn hình

Một hồ sơ:
  person: {sex: male, birth: 1966-01-15, group: civil-servant}
  leaving: {route: early-retirement, date: 2025-05-01, reorganisation: 2025-03-01}
  insurance: {years: 22, months: 0}
  salary: {coefficient: "4.65", positionAllowance: "0.6", publicService: "25%"}`,
  en: `
Examples:
  nd178 calc case.yaml                          a sheet for the dossier
  nd178 calc case.yaml -o c.html                for printing on A4
  nd178 calc case.yaml -o c.json                a record that can be replayed
  nd178 calc case.yaml --leaving.date 2025-06-01
  nd178 calc                                    asks on the terminal

A case:
  person: {sex: male, birth: 1966-01-15, group: civil-servant}
  leaving: {route: early-retirement, date: 2025-05-01, reorganisation: 2025-03-01}
  insurance: {years: 22, months: 0}
  salary: {coefficient: "4.65", positionAllowance: "0.6", publicService: "25%"}`,
};

const FORMATS = ['table', 'md', 'html', 'docx', 'pdf', 'json', 'ndjson', 'csv'];

/** `nd178 calc`: one case. */
export function registerCalc(program: Command, host: Host): void {
  const lang = spoken(program);
  const command = program
    .command('calc')
    .description(
      lang === 'vi' ? 'Tính một hồ sơ: số tiền, bảng tính, căn cứ' : 'Compute one case: amounts, sheet, legal basis',
    )
    .addHelpText('after', EXAMPLES[lang]);
  officeOption(oneCaseCommand(command, FORMATS)).action(async (file: string | undefined, options: CalcOptions) => {
    const office = await officeOf(options.office, spoken(command), host);
    const one = await workOne(file, options, FORMATS, host);
    const code = outcomeExit('refused' in one.worked ? 'refused' : one.worked.derivation.outcome);
    await one.finish(await written(one, office), code);
  });
}

type CalcOptions = OneCaseOptions & { readonly office?: string };

async function written(one: OneCase, office: Office): Promise<string | Uint8Array> {
  const { worked, core } = one;
  const { format, screen } = one.answer;
  const result = (): Result => ('refused' in worked ? worked.refused : resultOf(worked, core.lang));
  if (format === 'json') return jsonText(recordOf(result()), 2) + '\n';
  if (format === 'ndjson') return jsonText(recordOf(result())) + '\n';
  if (format === 'csv') return resultCsv(result(), benefitIds(one));
  const law = core.law ?? builtinLaw();
  const document =
    'refused' in worked
      ? refusalSheet(worked.refused, { lang: core.lang, law })
      : sheet(worked, { lang: core.lang, law, asOf: core.asOf, office });
  return layoutOrBytes(document, format, screen);
}

/** The benefits of the scheme in their order, so that the columns do not depend on the case. */
function benefitIds({ core, worked }: OneCase): string[] {
  const law = core.law ?? builtinLaw();
  const scheme = 'refused' in worked ? worked.refused.law.scheme : worked.derivation.law.scheme;
  const found = law.at(scheme, law.versions(scheme).at(-1)?.date ?? '');
  const titles = found.ok ? found.value.rules('benefit-title').map((rule) => rule.provision) : [];
  return [...titles].sort((a, b) => a.order - b.order).map((title) => title.benefit);
}
