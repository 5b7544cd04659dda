import { open, readFile, rename, rm } from 'node:fs/promises';
import type { ChainEnd } from '../../src/records/chain.ts';
import type { CodeCount } from '../../src/table/codes.ts';
import type { TallyData } from '../../src/table/summary.ts';
import type { TextPosition } from './split.ts';

/** How far a run has come: what is on disk, and where to go on. Plain data, no personal data. */
export interface RunState {
  readonly schema: 'nd178/run@1';
  /** What the run was started with: hashes of input, options and law. */
  readonly identity: Readonly<Record<string, string>>;
  readonly position: TextPosition;
  /** Bytes of the part file that belong to the rows before `position`. */
  readonly written: number;
  /** Bytes of the file of hashes that belong to the rows before `position`. */
  readonly marked: number;
  readonly rows: number;
  readonly refused: number;
  readonly tally: TallyData;
  readonly codes: readonly CodeCount[];
  readonly used: readonly boolean[];
  /** The end of the chain of the records written so far. */
  readonly chain?: ChainEnd;
  /** All rows are written; only the last step, which puts the output in its place, is missing. */
  readonly complete: boolean;
}

/** The files that a run keeps beside its output until it is complete. */
export interface RunFiles {
  /** The rows written so far. */
  readonly part: string;
  /** Who is paid in the rows written so far, as hashes: what tells that somebody stands in two rows. */
  readonly people: string;
  /** How far the run has come. */
  readonly state: string;
  /** A workbook being put together. */
  readonly book: string;
}

/** The names of the files that a run keeps beside its output; `output` is the file itself, behind any links. */
export function runFiles(output: string): RunFiles {
  return {
    part: `${output}.nd178-part`,
    people: `${output}.nd178-people`,
    state: `${output}.nd178-state`,
    book: `${output}.nd178-book`,
  };
}

/** Stores the state: written beside, flushed to disk, then renamed, so that it is never half there. */
export async function saveState(path: string, state: RunState): Promise<void> {
  const beside = `${path}-new`;
  const file = await open(beside, 'w');
  try {
    await file.writeFile(JSON.stringify(state));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

/** The stored state; undefined when there is none that can be read. */
export async function loadState(path: string): Promise<RunState | undefined> {
  try {
    const state = JSON.parse(await readFile(path, 'utf8')) as RunState;
    return state.schema === 'nd178/run@1' ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Removes what a run kept beside its output. */
export async function removeRun(files: RunFiles): Promise<void> {
  for (const path of [files.state, `${files.state}-new`, files.part, files.people, files.book])
    await rm(path, { force: true });
}
