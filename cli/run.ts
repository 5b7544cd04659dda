import { Command, CommanderError, type Option } from 'commander';
import { ENGINE_VERSION } from '../src/engine/engine-version.ts';
import { printable } from '../src/base/printable.ts';
import { FileRefused } from '../src/messages/refused.ts';
import { EXIT, Exit, refusedExit } from './exit.ts';
import type { Host, World } from './host.ts';
import { helpTitle, languageOf, speak, usageError } from './language.ts';
import { printing } from './output/printing.ts';

type Register = (program: Command, host: Host) => void;

/** Every command and where it lives. Only the module of the command that is called is loaded. */
const COMMANDS: Readonly<Record<string, () => Promise<Register>>> = {
  calc: async () => (await import('./commands/calc.ts')).registerCalc,
  batch: async () => (await import('./commands/batch.ts')).registerBatch,
  explain: async () => (await import('./commands/explain.ts')).registerExplain,
  'retirement-age': async () => (await import('./commands/retirement-age.ts')).registerRetirementAge,
  compare: async () => (await import('./commands/compare.ts')).registerCompare,
  template: async () => (await import('./commands/template.ts')).registerTemplate,
  schema: async () => (await import('./commands/schema.ts')).registerSchema,
  rules: async () => (await import('./commands/rules.ts')).registerRules,
  papers: async () => (await import('./commands/papers.ts')).registerPapers,
  replay: async () => (await import('./commands/replay.ts')).registerReplay,
  audit: async () => (await import('./commands/audit.ts')).registerAudit,
  page: async () => (await import('./commands/page.ts')).registerPage,
  serve: async () => (await import('./commands/serve.ts')).registerServe,
};

/** Runs one command line; gives the exit code. Nothing is thrown at the user. */
export async function run(args: readonly string[], given: World): Promise<number> {
  const lang = languageOf(args, given);
  const host = printing({ ...given, env: { ...given.env, ND178_LANG: lang } });
  const program = programOf(host, lang, args);
  try {
    await register(program, host, args);
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync([...args], { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof Exit) {
      if (error.message !== '') host.err(error.message + '\n');
      return error.code;
    }
    if (error instanceof FileRefused) {
      host.err(error.text(lang) + '\n');
      return refusedExit(error);
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    host.err(internal(error, host, lang));
    return EXIT.internal;
  }
}

function programOf(host: Host, lang: 'vi' | 'en', args: readonly string[]): Command {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const program = new Command('nd178')
    .description(
      say(
        'Tính và kiểm tra chế độ theo Nghị định 178/2024/NĐ-CP và các văn bản sửa đổi: chính xác đến đồng, có căn cứ, tính lại được.',
        'Benefits under Decree 178/2024/NĐ-CP and its amendments: exact to the đồng, with legal basis, replayable.',
      ),
    )
    .version(ENGINE_VERSION, '-V, --version', say('in phiên bản', 'print the version'))
    .helpOption('-h, --help', say('in trợ giúp', 'print help'))
    .helpCommand('help [command]', say('trợ giúp cho một lệnh', 'help for a command'))
    .usage(say('<lệnh> [tùy chọn]', '<command> [options]'))
    .configureHelp({ styleTitle: (title) => helpTitle(title, lang), optionDescription: described })
    .configureOutput({
      writeOut: (text) => host.out(text),
      writeErr: (text) => host.err(text),
      outputError: (text, write) => write(usageError(inOneLine(text, args), lang)),
      getOutHasColors: () => host.colour,
      getErrHasColors: () => false,
    })
    .showHelpAfterError(say('Xem: nd178 --help', 'See: nd178 --help'))
    .showSuggestionAfterError()
    .exitOverride();
  speak(program, lang);
  return program;
}

/** A usage error without the line breaks that it took from the arguments. */
function inOneLine(text: string, args: readonly string[]): string {
  const broken = args.flatMap((arg) => arg.split('=')).filter((part) => part.includes('\n'));
  return broken.reduce((told, part) => told.replaceAll(part, printable(part)), text);
}

/** The help of an option, with its choices. */
function described({ description, argChoices }: Option): string {
  return argChoices === undefined ? description : `${description} (${argChoices.join(', ')})`;
}

/** Registers the command that is called, or all of them where help or a suggestion needs their names. */
async function register(program: Command, host: Host, args: readonly string[]): Promise<void> {
  const called = args.find((arg) => !arg.startsWith('-'));
  const one = called === undefined || !Object.hasOwn(COMMANDS, called) ? undefined : COMMANDS[called];
  if (args[0] === '--version' || args[0] === '-V') return;
  const loaders = one ? [one] : Object.values(COMMANDS);
  for (const load of loaders) (await load())(program, host);
}

/** What to say of a defect of our own: no data of the case, no stack unless it is asked for. */
function internal(error: unknown, host: Host, lang: 'vi' | 'en'): string {
  const name = error instanceof Error ? error.name : 'unknown';
  const detail = host.env['ND178_DEBUG'] && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  return lang === 'vi'
    ? `Lỗi của chương trình (${name}). Chạy lại với ND178_DEBUG=1 để lấy chi tiết và báo cho nhóm phát triển.${detail}\n`
    : `Internal error (${name}). Run again with ND178_DEBUG=1 for details and report it.${detail}\n`;
}
