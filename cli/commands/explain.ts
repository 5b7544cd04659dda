import type { Command } from 'commander';
import { jsonText } from '../../src/base/printable.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { explain } from '../../src/explanation/explanation.ts';
import { explanationDocument } from '../../src/explanation/explanation-document.ts';
import { refusalSheet } from '../../src/explanation/refusal.ts';
import { recordOf } from '../../src/engine/receipt.ts';
import type { Host } from '../host.ts';
import { spoken } from '../language.ts';
import { layoutOrBytes } from '../output/document.ts';
import { oneCaseCommand, outcomeExit, workOne, type OneCase, type OneCaseOptions } from './one-case.ts';

const EXAMPLES = {
  vi: `
Ví dụ:
  nd178 explain ho-so.yaml                      từng bước, mỗi bước kèm căn cứ
  nd178 explain ho-so.yaml --law nd178@2025-03-15
  nd178 explain ho-so.yaml -o dien-giai.md`,
  en: `
Examples:
  nd178 explain case.yaml                       step by step, each with its legal basis
  nd178 explain case.yaml --law nd178@2025-03-15
  nd178 explain case.yaml -o explanation.md`,
};

const FORMATS = ['table', 'md', 'html', 'docx', 'pdf', 'json'];

/** `nd178 explain`: how the result of one case came about, and what would change it. */
export function registerExplain(program: Command, host: Host): void {
  const lang = spoken(program);
  const command = program
    .command('explain')
    .description(
      lang === 'vi'
        ? 'Diễn giải cách tính một hồ sơ, từng bước có căn cứ'
        : 'Explain one case step by step, with the legal basis',
    )
    .addHelpText('after', EXAMPLES[lang]);
  oneCaseCommand(command, FORMATS).action(async (file: string | undefined, options: OneCaseOptions) => {
    const one = await workOne(file, options, FORMATS, host);
    const code = outcomeExit('refused' in one.worked ? 'refused' : one.worked.derivation.outcome);
    await one.finish(await written(one), code);
  });
}

function written({ worked, core, answer: { format, screen } }: OneCase): Promise<string | Uint8Array> {
  const law = core.law ?? builtinLaw();
  if ('refused' in worked) {
    if (format === 'json') return Promise.resolve(jsonText(recordOf(worked.refused), 2) + '\n');
    return layoutOrBytes(refusalSheet(worked.refused, { lang: core.lang, law }), format, screen);
  }
  const explanation = explain(worked, { lang: core.lang, law, asOf: core.asOf });
  if (format === 'json') return Promise.resolve(jsonText(explanation, 2) + '\n');
  return layoutOrBytes(explanationDocument(explanation, core.lang), format, screen);
}
