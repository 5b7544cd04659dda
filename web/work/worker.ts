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
import { gathered } from './bytes.ts';
import { ListRun } from './list.ts';
import type { Answer, Product, Task } from './protocol.ts';

/** The names under which files are offered. */
const NAMES: Readonly<Record<Product, string>> = {
  'result.xlsx': 'ket-qua.xlsx',
  'list.xlsx': 'danh-sach-du-toan.xlsx',
  'papers.docx': 'giay-to.docx',
  'records.ndjson': 'ban-ghi.ndjson',
  'result.csv': 'ket-qua.csv',
};

/** A worker as it sees itself; the page is typed by the other side. */
interface Inside {
  onmessage: ((event: { readonly data: Task }) => void) | null;
  postMessage(answer: Answer, transfer?: Transferable[]): void;
}

/** How often progress is told, in rows. */
const EVERY = 500;

let run: ListRun | undefined;
let lang: Lang = 'vi';

/** Takes the tasks of the page, one after the other. */
export function startWorker(inside: Inside): void {
  let before = Promise.resolve();
  inside.onmessage = ({ data }) => {
    before = before.then(() => done(data, (answer) => inside.postMessage(answer, bytesOf(answer))));
  };
}

function bytesOf(answer: Answer): Transferable[] {
  return answer.kind === 'file' ? [answer.bytes.buffer] : [];
}

async function done(task: Task, answer: (one: Answer) => void): Promise<void> {
  try {
    if (task.kind === 'list') await worked(task, answer);
    else if (task.kind === 'template')
      answer({ kind: 'file', name: 'mau-nd178.xlsx', bytes: await template(task.lang, task.examples) });
    else if (run) answer({ kind: 'file', name: NAMES[task.product], bytes: await run.make(task.product) });
  } catch (error) {
    if (!(error instanceof FileRefused)) return answer({ kind: 'failed', message: nameOf(error) });
    const { known } = error.params;
    const sheets = error.code === 'choose-sheet' && typeof known === 'string' ? { sheets: known.split(', ') } : {};
    answer({ kind: 'refused', message: error.text(lang), ...sheets });
  }
}

async function worked(task: Extract<Task, { kind: 'list' }>, answer: (one: Answer) => void): Promise<void> {
  ({ lang } = task.order);
  run = new ListRun(task.file, task.order, builtinLaw());
  let told = 0;
  const summary = await run.work(({ rows, refused }, fraction) => {
    if (rows - told < EVERY) return;
    told = rows;
    answer({ kind: 'progress', rows, refused, fraction });
  });
  answer({ kind: 'listed', told: summary });
}

/** The template, as the command line writes it without options. */
function template(of: Lang, examples: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const law = builtinLaw();
  const scheme = mainScheme(law.schemes.values());
  const columns = templateColumns(vocabularyOf(law, scheme), of, keysOf(law, scheme));
  return gathered((sink) => saveXlsx(sink, templateSheets(columns, of, examples), of));
}

/** A defect by its kind and message; no data of people is in it that the page does not have. */
function nameOf(error: unknown): string {
  return error instanceof Error ? printable(`${error.name}: ${error.message}`) : String(error);
}
