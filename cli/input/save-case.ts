import { access } from 'node:fs/promises';
import { composed, type Lang } from '../../src/base/text.ts';
import { caseText } from '../../src/case/file/write.ts';
import { withKeys } from '../../src/case/with-keys.ts';
import { Spelling } from '../../src/case/spelling/spelling.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { writeOutput } from '../files/output-file.ts';
import type { Host } from '../host.ts';
import type { CommonOptions } from '../options.ts';
import { quoted } from './other-command.ts';

/** The names that a file of a case has. */
const CASE_FILE = /\.ya?ml$/i;

const WORDS = new Spelling(new Map());

/**
 * Offers to save a case that was answered on the terminal, whatever came of it. An empty answer, and an interruption,
 * save nothing; what stands there already is overwritten only where the user says so.
 */
export async function offerToSave(raw: unknown, options: CommonOptions, lang: Lang, host: Host): Promise<void> {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const ask = async (question: string): Promise<string> => composed((await host.ask?.(`${question}: `)) ?? '').trim();
  for (;;) {
    const answer = await ask(
      say(
        'Lưu các câu trả lời vào tệp (ví dụ: case.yaml; Enter: không lưu)',
        'Save the answers to a file (for example: case.yaml; Enter: do not save)',
      ),
    );
    if (answer === '') return;
    const file = CASE_FILE.test(answer) ? answer : `${answer}.yaml`;
    if (await stands(file)) {
      const over = await ask(
        say(`"${file}" đã có. Ghi đè? (có, không)`, `"${file}" is there already. Overwrite it? (yes, no)`),
      );
      const read = WORDS.read('acceptImplausible', over, lang);
      if (!('value' in read) || read.value !== true) continue;
    }
    try {
      await writeOutput(file, (sink) => sink.write(Buffer.from(textOf(raw, options, file, lang), 'utf8')));
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      host.err(`  ${error.text(lang)}\n`);
      continue;
    }
    host.err(
      say(
        `Đã lưu ${file}. Tính lại: ${again(file, options)}\n`,
        `Saved: ${file}. To compute it again: ${again(file, options)}\n`,
      ),
    );
    return;
  }
}

async function stands(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** The command that gives the same outcome: what a case cannot say itself stands in its options. */
function again(file: string, { rules, interpret = [], acceptUnverified = [] }: CommonOptions): string {
  const options = [
    ...(rules === undefined ? [] : ['--rules', quoted(rules)]),
    ...interpret.flatMap((one) => ['--interpret', one]),
    ...acceptUnverified.flatMap((one) => ['--accept-unverified', one]),
  ];
  return ['nd178 calc', quoted(file), ...options].join(' ');
}

/** A case as a file, and the law that was asked for. */
function textOf(raw: unknown, options: CommonOptions, file: string, lang: Lang): string {
  const law = lawAsked(options);
  const whole = law === undefined ? raw : withKeys(raw ?? {}, new Map([['law', law]]));
  return caseText(whole, again(file, options), lang);
}

/** Scheme and version as the options name them, as the key `law` says it; undefined where they name none. */
function lawAsked({ law = '', asOf }: CommonOptions): string | undefined {
  if (asOf === undefined || law.includes('@')) return law === '' ? undefined : law;
  return `${law === '' ? 'auto' : law}@${asOf}`;
}
