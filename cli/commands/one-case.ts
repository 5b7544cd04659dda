import type { Command } from 'commander';
import { jsonText, printable } from '../../src/base/printable.ts';
import type { Lang } from '../../src/base/text.ts';
import { inMedium } from '../../src/case/medium.ts';
import { calculation, type CalculateOptions } from '../../src/engine/calculate.ts';
import type { Calculation } from '../../src/engine/derivation.ts';
import type { Result } from '../../src/engine/result.ts';
import { EXIT, Exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { parseCaseFile } from '../../src/case/file/read.ts';
import { fileIssue, type PlacedIssue } from '../../src/case/file/syntax.ts';
import { otherCommand } from '../input/other-command.ts';
import { caseFlags, caseOfFlags } from '../input/case-flags.ts';
import { withKeys } from '../../src/case/with-keys.ts';
import { readText } from '../input/read-text.ts';
import { spoken } from '../language.ts';
import { commonOptions, coreOptions, type CommonOptions } from '../options.ts';
import { answerOf, answerOption, type Answer, type AnswerFlags } from '../output/answer.ts';
import { issuesExit, issuesText, refusalOf } from '../output/issues.ts';

/** The options of the core with the language settled. */
export type CoreOptions = CalculateOptions & { readonly lang: Lang };

/** One case worked out, or the refusal when no version of the law covers it. */
export interface OneCase {
  readonly core: CoreOptions;
  readonly worked: Calculation | { readonly refused: Result };
  readonly answer: Answer;
  /** Sends the answer, offers to save a case that was asked for, and throws {@link Exit} for a code other than 0. */
  finish(text: string | Uint8Array, code: number): Promise<void>;
}

/** Options of a command for one case, with the flags of the case by their dotted names. */
export type OneCaseOptions = CommonOptions & AnswerFlags & Readonly<Record<string, unknown>>;

/** Gives a command what every command for one case takes: a file, the common options, a flag for each key. */
export function oneCaseCommand(command: Command, formats: readonly string[]): Command {
  const lang = spoken(command);
  command.argument(
    '[file]',
    lang === 'vi' ? 'hồ sơ YAML hoặc JSON; - là đầu vào chuẩn' : 'case in YAML or JSON; - is standard input',
  );
  return caseFlags(commonOptions(answerOption(command, formats), formats), lang);
}

/** Reads the case (file, flags, then questions on a terminal) and works it out. Throws {@link Exit} with every issue. */
export async function workOne(
  file: string | undefined,
  options: OneCaseOptions,
  formats: readonly string[],
  host: Host,
): Promise<OneCase> {
  const core = await coreOptions(options, host);
  const flags = caseOfFlags(options, core.lang);
  const source = sourceOf(file, flags.size > 0, host);
  const answer = await answerOf(options, formats, source, core.lang, host);
  const read =
    source === undefined
      ? { raw: undefined, doubts: [], places: new Map<string, string>() }
      : readCase(source, core.lang, host);
  if (Array.isArray(read)) throw await failure(undefined, read, answer, core.lang);
  let raw = withKeys(read.raw, flags);
  let asked = false;
  if (host.asks && host.ask && options.quiet !== true && file !== '-' && read.doubts.length === 0) {
    const { Interview } = await import('../input/case-prompts.ts');
    const interview = new Interview(host, core);
    raw = await interview.complete(raw, source === undefined);
    asked = interview.asked && source === undefined;
  }
  const offerSaving = async (): Promise<void> => {
    if (!asked) return;
    const { offerToSave } = await import('../input/save-case.ts');
    await offerToSave(raw, options, core.lang, host);
  };
  const worked = calculation(raw ?? {}, core);
  if (worked.ok && read.doubts.length === 0) {
    const finish = async (text: string, code: number): Promise<void> => {
      await answer.send(text);
      await offerSaving();
      if (code !== 0) throw new Exit(code);
    };
    return { core, worked: worked.value, answer, finish };
  }
  const further = worked.ok
    ? []
    : worked.issues.map((one) => placed(said(one, source, flags, core.lang, asked), source, read.places, flags));
  const issues = [...read.doubts, ...further];
  const failed = await failure((raw as { id?: unknown } | undefined)?.id, issues, answer, core.lang);
  if (!asked) throw failed;
  host.err(`${failed.message}\n`);
  await offerSaving();
  throw new Exit(failed.code);
}

/** The file to read: the one named, else standard input when nothing else states a case. */
function sourceOf(file: string | undefined, flags: boolean, host: Host): string | undefined {
  if (file !== undefined) return file;
  return flags || host.asks ? undefined : '-';
}

function readCase(file: string, lang: Lang, host: Host): ReturnType<typeof parseCaseFile> {
  const advice = otherCommand('one', file)?.[lang];
  const text = readText(host, file, lang, { advice });
  if (typeof text !== 'string') return [text];
  const parsed = parseCaseFile(text, lang);
  if (Array.isArray(parsed) && advice !== undefined) return [fileIssue('other-command', advice)];
  const name = file === '-' ? 'stdin' : file;
  const inFile = (one: PlacedIssue): PlacedIssue => ({
    ...one,
    place: one.place === undefined ? name : `${name}:${one.place}`,
  });
  return Array.isArray(parsed) ? parsed.map(inFile) : { ...parsed, doubts: parsed.doubts.map(inFile) };
}

/** An issue with a case that no file states, in the words of flags, or of the questions where it was asked for. */
function said(
  one: PlacedIssue,
  source: string | undefined,
  flags: ReadonlyMap<string, unknown>,
  lang: Lang,
  asked: boolean,
): PlacedIssue {
  if (source !== undefined && !flags.has(one.path)) return one;
  if (asked && !flags.has(one.path)) return { ...one, message: inMedium(one.message, 'answers', { lang }) };
  return { ...one, message: inMedium(one.message, 'flags', { lang }) };
}

/** Places that are options of the command, not keys of the case. */
const OPTIONS: readonly string[] = ['law', 'interpret', 'rules'];

/** Adds the place of the key: its flag, else where it stands in the file, else where its group does. */
function placed(
  one: PlacedIssue,
  source: string | undefined,
  places: ReadonlyMap<string, string>,
  flags: ReadonlyMap<string, unknown>,
): PlacedIssue {
  if (flags.has(one.path)) return { ...one, place: `--${one.path}` };
  const [option = ''] = one.path.split('.');
  const inFile = option === 'law' && places.has('law');
  if (OPTIONS.includes(option) && !inFile) return option === 'rules' ? one : { ...one, place: `--${option}` };
  if (source === undefined) return one;
  const name = source === '-' ? 'stdin' : source;
  for (let path = one.path; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const place = places.get(path);
    if (place !== undefined) return { ...one, place: `${name}:${place}` };
  }
  return { ...one, place: name };
}

/** Tells the issues of a case; a format for programs takes them as a refusal, in its file as on standard output. */
async function failure(id: unknown, issues: readonly PlacedIssue[], answer: Answer, lang: Lang): Promise<Exit> {
  const { format, file } = answer;
  const faultText = issuesText(issues, lang);
  if (format === 'json') await answer.send(jsonText(refusalOf(id, issues), 2) + '\n');
  else if (format === 'ndjson') await answer.send(jsonText(refusalOf(id, issues)) + '\n');
  else if (file !== undefined) return new Exit(issuesExit(issues), `${faultText}\n${unwritten(file, lang)}`);
  return new Exit(issuesExit(issues), faultText);
}

function unwritten(file: string, lang: Lang): string {
  return printable(lang === 'vi' ? `Chưa ghi ${file}.` : `${file} is not written.`);
}

/** The exit code of an outcome. */
export function outcomeExit(outcome: Result['outcome']): number {
  return outcome === 'refused' ? EXIT.someRefused : EXIT.done;
}
