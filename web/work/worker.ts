import { printable } from '../../src/base/printable.ts';
import type { Lang } from '../../src/base/text.ts';
import { vocabularyOf } from '../../src/engine/vocabulary.ts';
import { mainScheme } from '../../src/law/act.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { keysOf } from '../../src/table/scheme-keys.ts';
import { templateColumns } from '../../src/table/template.ts';
import { saveXlsx } from '../../src/workbook/save.ts';
import { templateSheets } from '../../src/workbook/template-sheets.ts';
import { everyTextInPage } from '../ways.ts';
import { PAGE_WORDS } from '../words.ts';
import { AuditRun } from './audit.ts';
import { gathered, type Tell } from './bytes.ts';
import { compared } from './law.ts';
import { ListRun } from './list.ts';
import { ReplayRun } from './replay.ts';
import type { Answer, Task } from './protocol.ts';

/** A worker as it sees itself; the page is typed by the other side. */
interface Inside {
  onmessage: ((event: { readonly data: Task }) => void) | null;
  postMessage(answer: Answer, transfer?: Transferable[]): void;
}

let list: ListRun | undefined;
let audit: AuditRun | undefined;
let replay: ReplayRun | undefined;
let lang: Lang = 'vi';

/** Takes the tasks of the page, one after the other. */
export function startWorker(inside: Inside): void {
  let before = Promise.resolve();
  inside.onmessage = ({ data }) => {
    before = before.then(() => done(data, (answer) => inside.postMessage(inWords(answer), bytesOf(answer))));
  };
}

/** An answer in the words of the page; a file is as the command line writes it. */
function inWords(answer: Answer): Answer {
  return answer.kind === 'file' ? answer : everyTextInPage(answer, lang);
}

function bytesOf(answer: Answer): Transferable[] {
  return answer.kind === 'file' ? [answer.bytes.buffer] : [];
}

async function done(task: Task, answer: (one: Answer) => void): Promise<void> {
  try {
    await answered(task, answer);
  } catch (error) {
    if (isGone(error)) return answer({ kind: 'refused', message: PAGE_WORDS.fileGone[lang] });
    if (!(error instanceof FileRefused)) return answer({ kind: 'failed', message: nameOf(error) });
    const { known } = error.params;
    const sheets = error.code === 'choose-sheet' && typeof known === 'string' ? { sheets: known.split(', ') } : {};
    answer({ kind: 'refused', message: error.text(lang), ...sheets });
  }
}

async function answered(task: Task, answer: (one: Answer) => void): Promise<void> {
  lang = 'order' in task ? task.order.lang : 'lang' in task ? task.lang : lang;
  const tell: Tell = (line, fraction) => answer({ kind: 'progress', line, fraction });
  switch (task.kind) {
    case 'list':
      list = new ListRun(task.file, task.order, builtinLaw());
      return answer({ kind: 'listed', told: await list.work(tell) });
    case 'list-make':
      if (list) answer({ kind: 'file', ...(await list.make(task.product, task.office)) });
      return;
    case 'audit':
      audit = new AuditRun(task.files, task.order, builtinLaw());
      return answer({ kind: 'audited', told: await audit.work(tell) });
    case 'audit-make':
      if (audit) answer({ kind: 'file', ...(await audit.make(task.product)) });
      return;
    case 'replay':
      replay = new ReplayRun(task.file, task.order, builtinLaw());
      return answer({ kind: 'replayed', told: await replay.work(tell) });
    case 'replay-make':
      if (replay) answer({ kind: 'file', ...(await replay.make(task.product)) });
      return;
    case 'compare':
      return answer({ kind: 'compared', document: compared(builtinLaw(), task) });
    case 'template':
      return answer({ kind: 'file', name: 'mau-nd178.xlsx', bytes: await template(task.lang, task.examples) });
  }
}

/** The template, as the command line writes it without options. */
function template(of: Lang, examples: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const law = builtinLaw();
  const scheme = mainScheme(law.schemes.values());
  const columns = templateColumns(vocabularyOf(law, scheme), of, keysOf(law, scheme));
  return gathered((sink) => saveXlsx(sink, templateSheets(columns, of, examples), of));
}

/** Whether a file can no longer be read: browsers keep its place, not its bytes. */
function isGone(error: unknown): boolean {
  return error instanceof DOMException && /^Not(?:Readable|Found)Error$/.test(error.name);
}

/** A defect by its kind and message; no data of people is in it that the page does not have. */
function nameOf(error: unknown): string {
  return error instanceof Error ? printable(`${error.name}: ${error.message}`) : String(error);
}
