import { createHash } from 'node:crypto';
import type { Words } from '../../src/base/text.ts';
import type { Law } from '../../src/law/law.ts';
import { ENGINE_VERSION } from '../../src/engine/engine-version.ts';
import { csvHeading } from '../../src/table/batch-lines.ts';
import { planLayout, type BatchPlan } from '../../src/table/batch-plan.ts';
import { saveXlsx } from '../../src/workbook/save.ts';
import { sameFile } from '../files/same-file.ts';
import type { InputBytes } from '../../src/table/bytes.ts';
import { hashBytes } from '../files/bytes.ts';
import { lockOutput } from '../files/lock.ts';
import { createBeside, outputPlace, putInPlace, writing, type OutputPlace } from '../files/output-file.ts';
import { nativeSha256 } from '../files/sha256.ts';
import { isPlaced, KeptRows } from './kept.ts';
import { runParts, startTotals, type Totals } from '../../src/list/pipeline.ts';
import type { Pool } from '../../src/list/pool.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { reportSheets } from '../../src/workbook/batch/report.ts';
import type { Source } from '../../src/list/input.ts';
import { loadState, removeRun, runFiles, type RunFiles, type RunState } from './state.ts';

/** A run from one file to another. */
export interface FileRun {
  readonly input: InputBytes;
  /** The paths as given. */
  readonly from: string;
  readonly to: string;
  readonly source: Source;
  readonly plan: BatchPlan;
  readonly law: Law;
  readonly pool: Pool;
  readonly resume: boolean;
  readonly signal?: AbortSignal;
  /** Called after each part. */
  readonly tell?: (totals: Totals) => void;
  /** Most rows of a part; default 500. */
  readonly partRows?: number;
  /** Milliseconds between two states stored; 0 stores one after each part. */
  readonly stateEvery?: number;
}

/** How a run ended. */
export interface RunEnd {
  readonly totals: Totals;
  /** False when it was interrupted; its state is stored and it can be resumed. */
  readonly complete: boolean;
}

const EVERY = 2000;

const KEPT: Words = {
  vi: 'Các hàng đã ghi còn giữ bên cạnh: khắc phục xong, chạy lại lệnh này với --resume.',
  en: 'The rows written so far are kept beside it: once that is mended, run the same command with --resume.',
};

/**
 * Runs a batch from file to file. The output is written beside and put in its place when it is complete; until then
 * a state is kept from which the run can go on after any interruption, to the same bytes.
 */
export async function runFile(run: FileRun): Promise<RunEnd> {
  const place = await outputPlace(run.to, [run.from]);
  if (await sameFile(run.from, run.to)) throw new FileRefused('same-file');
  const unlock = await writing(run.to, () => lockOutput(place));
  try {
    return await writing(run.to, () => runLocked(run, place), KEPT);
  } finally {
    await unlock();
  }
}

async function runLocked(run: FileRun, place: OutputPlace): Promise<RunEnd> {
  const files = runFiles(place.path);
  const identity = await identityOf(run);
  const stored = run.resume ? await storedState(files, identity, run.to) : undefined;
  const chained = run.plan.chain === true;
  if (stored && (await isPlaced(stored, place))) {
    await removeRun(files);
    return { totals: startTotals(nativeSha256, stored, chained), complete: true };
  }
  const reopened = stored && (await KeptRows.reopen(files, stored));
  // What was kept and is not as the state tells cannot be trusted: the run begins at the beginning.
  const rows = reopened ?? (await KeptRows.begin(files, place));
  try {
    const totals = startTotals(nativeSha256, reopened && stored, chained);
    if (reopened) totals.repeats.add(await reopened.people());
    else if (run.plan.to === 'csv') await rows.part.write(Buffer.from(csvHeading(planLayout(run.plan, run.law))));
    const written = (reopened && stored?.complete) === true || (await writeRows(run, rows, identity, totals));
    if (written) await finish(run, files, place, rows, totals);
    return { totals, complete: written };
  } finally {
    await rows.close();
  }
}

/** Writes the rows that are not yet written; false when interrupted. */
async function writeRows(
  run: FileRun,
  rows: KeptRows,
  identity: RunState['identity'],
  totals: Totals,
): Promise<boolean> {
  let savedAt = Date.now();
  const reading = { fromRow: rows.nextRow, partRows: run.partRows, signal: run.signal };
  for await (const step of runParts(run.source, run.pool, totals, reading)) {
    await rows.write(step);
    run.tell?.(totals);
    if (Date.now() - savedAt < (run.stateEvery ?? EVERY)) continue;
    await rows.save(identity, totals, false);
    savedAt = Date.now();
  }
  const complete = run.signal?.aborted !== true;
  await rows.save(identity, totals, complete);
  return complete;
}

async function finish(
  run: FileRun,
  files: RunFiles,
  place: OutputPlace,
  rows: KeptRows,
  totals: Totals,
): Promise<void> {
  if (run.plan.to === 'xlsx') {
    await rows.part.verify();
    const book = await createBeside(files.book, place);
    try {
      await saveXlsx(
        book,
        reportSheets(() => rows.part.read(), run.plan, run.law, totals, {
          sha256: nativeSha256,
          onHead: (head) => (totals.seal = head),
        }),
        run.plan.core.lang,
      );
      await putInPlace(book, place);
    } finally {
      await book.close();
    }
  } else await putInPlace(rows.part, place);
  await removeRun(files);
}

/** The state to go on from; undefined when there is none, and then the run begins at the beginning. */
async function storedState(
  files: RunFiles,
  identity: RunState['identity'],
  file: string,
): Promise<RunState | undefined> {
  const state = await loadState(files.state);
  if (!state) return undefined;
  const what = Object.keys(identity).filter((name) => identity[name] !== state.identity[name]);
  if (what.length > 0) throw new FileRefused('other-run', { file, what: what.join(', ') });
  return state;
}

/** What a run depends on; a run may only be resumed with the same. */
async function identityOf(run: FileRun): Promise<RunState['identity']> {
  const sha = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
  return {
    engine: ENGINE_VERSION,
    input: run.from === '-' ? '' : await hashBytes(run.input),
    options: sha(run.plan),
    law: sha([[...run.law.acts.values()], [...run.law.schemes.values()]]),
  };
}
