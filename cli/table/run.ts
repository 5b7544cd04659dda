import { createHash } from 'node:crypto';
import { open, readFile, realpath, stat, type FileHandle } from 'node:fs/promises';
import type { Law } from '../../src/law/law.ts';
import { ENGINE_VERSION } from '../../src/records/engine.ts';
import { csvLine } from '../../src/table/csv.ts';
import { hashBytes, type InputBytes } from './bytes.ts';
import { lockOutput, outputPlace, putInPlace, startBeside, writing, type OutputPlace } from './output-file.ts';
import { runChunks, startTotals, type Totals } from './pipeline.ts';
import type { Pool } from './pool.ts';
import { FileRefused } from './refused.ts';
import { saveReport } from './report.ts';
import type { Source } from './source.ts';
import type { TextPosition } from './split.ts';
import { loadState, removeRun, runFiles, saveState, type RunFiles, type RunState } from './state.ts';
import { planLayout, type WorkPlan } from './work.ts';

/** A run from one file to another. */
export interface FileRun {
  readonly input: InputBytes;
  /** The paths as given. */
  readonly from: string;
  readonly to: string;
  readonly source: Source;
  readonly plan: WorkPlan;
  readonly law: Law;
  readonly pool: Pool;
  readonly resume: boolean;
  readonly signal?: AbortSignal;
  /** Told after each chunk. */
  readonly tell?: (totals: Totals, position: TextPosition) => void;
  /** Milliseconds between two states stored; 0 stores one after each chunk. */
  readonly stateEvery?: number;
}

/** How a run ended. */
export interface RunEnd {
  readonly totals: Totals;
  /** False when it was interrupted; its state is stored and it can be resumed. */
  readonly complete: boolean;
}

const EVERY = 2000;

/**
 * Runs a batch from file to file. The output is written beside and put in its place when it is complete; until then
 * a state is kept from which the run can go on after any interruption, to the same bytes.
 */
export async function runFile(run: FileRun): Promise<RunEnd> {
  const place = await outputPlace(run.to);
  if (run.from !== '-' && (await realpath(run.from)) === place.path) throw new FileRefused('same-file');
  const unlock = await lockOutput(place);
  try {
    return await writing(run.to, () => runLocked(run, place));
  } finally {
    await unlock();
  }
}

async function runLocked(run: FileRun, place: OutputPlace): Promise<RunEnd> {
  const files = runFiles(place.path);
  const identity = await identityOf(run);
  const stored = run.resume ? await resumed(files, identity, run.to) : undefined;
  if (!stored) {
    await removeRun(files);
    await startBeside(files.part, place);
    await startBeside(files.people, place);
  }
  const totals = startTotals(stored, run.plan.chain === true);
  if (stored) totals.repeats.add(await storedPeople(files, stored.marked));
  if (stored?.complete !== true && !(await writeRows(run, files, identity, totals, stored)))
    return { totals, complete: false };
  await finish(run, files, place, totals);
  return { totals, complete: true };
}

/** Writes the rows that are not yet written; false when interrupted. */
async function writeRows(
  run: FileRun,
  files: RunFiles,
  identity: RunState['identity'],
  totals: Totals,
  stored?: RunState,
): Promise<boolean> {
  const part = await open(files.part, 'r+');
  const people = await open(files.people, 'r+');
  try {
    let position = stored?.position ?? { row: 1, offset: 0 };
    let written = stored?.written ?? (await writeHead(run, part));
    let marked = stored?.marked ?? 0;
    await part.truncate(written);
    const save = async (complete: boolean): Promise<void> => {
      await part.datasync();
      await people.datasync();
      const { rows, refused, tally, codes, used, chain } = totals;
      const counts = { rows, refused, tally: tally.data(), codes: codes.data(), used: Array.from(used, Boolean) };
      const end = chain ? { chain: { count: chain.count, head: chain.head } } : {};
      const place = { position, written, marked };
      await saveState(files.state, { schema: 'nd178/run@1', identity, ...place, ...counts, ...end, complete });
    };
    let savedAt = Date.now();
    for await (const step of runChunks(run.source, run.pool, position, totals, run.signal)) {
      await part.write(step.done.text, 0, step.done.text.length, written);
      written += step.done.text.length;
      marked += (await people.write(step.done.people, 0, undefined, marked)).bytesWritten;
      position = step.position;
      run.tell?.(totals, position);
      if (Date.now() - savedAt < (run.stateEvery ?? EVERY)) continue;
      await save(false);
      savedAt = Date.now();
    }
    const complete = run.signal?.aborted !== true;
    await save(complete);
    return complete;
  } finally {
    await part.close();
    await people.close();
  }
}

/** Who was paid in the rows that are written. */
async function storedPeople({ people }: RunFiles, bytes: number): Promise<Uint32Array> {
  const stored = await readFile(people);
  return new Uint32Array(Uint8Array.from(stored.subarray(0, bytes)).buffer);
}

/** The heading of a CSV file. */
async function writeHead(run: FileRun, part: FileHandle): Promise<number> {
  if (run.plan.to !== 'csv') return 0;
  const { bytesWritten } = await part.write(csvHeading(run.plan, run.law), 0);
  return bytesWritten;
}

/** The first line of a CSV output, with the mark by which spreadsheets know UTF-8. */
export function csvHeading(plan: WorkPlan, law: Law): string {
  return '\ufeff' + csvLine(planLayout(plan, law).columns.map((column) => column.id));
}

async function finish(run: FileRun, files: RunFiles, place: OutputPlace, totals: Totals): Promise<void> {
  if (run.plan.to === 'xlsx') {
    await startBeside(files.book, place);
    await saveReport(files, run.plan, run.law, totals);
    await putInPlace(files.book, place);
  } else if ((await sizeOf(files.part)) >= 0) await putInPlace(files.part, place);
  await removeRun(files);
}

/** The bytes of a file; -1 where there is none. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => -1,
  );
}

/** The state to go on from; undefined when there is none, and then the run begins at the beginning. */
async function resumed(files: RunFiles, identity: RunState['identity'], file: string): Promise<RunState | undefined> {
  const state = await loadState(files.state);
  if (!state) return undefined;
  const what = Object.keys(identity).filter((name) => identity[name] !== state.identity[name]);
  if (what.length > 0) throw new FileRefused('other-run', { file, what: what.join(', ') });
  const [part, people] = [await sizeOf(files.part), await sizeOf(files.people)];
  // A part file that has lost rows which the state counts cannot be trusted.
  const whole = part >= state.written || (state.complete && part < 0);
  return whole && people >= state.marked ? state : undefined;
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
