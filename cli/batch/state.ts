import { createHash } from 'node:crypto';
import { removeFile } from '../files/system-fault.ts';
import { FileWriter, ownText, OWNER_ONLY, type Content } from '../files/writer.ts';
import type { ChainEnd } from '../../src/records/chain.ts';
import type { CodeCount } from '../../src/table/codes.ts';
import type { CountedData } from '../../src/table/hidden.ts';
import type { PassedData } from '../../src/table/passed.ts';
import type { TallyData } from '../../src/table/summary.ts';

/** The form of a stored state; one of another form is none. */
export const RUN_SCHEMA = 'nd178/run@7';

/** How far a run has come: what is on disk, and where to go on. Plain data, no personal data. */
export interface RunState {
  readonly schema: typeof RUN_SCHEMA;
  /** What the run was started with: hashes of input, options and law. */
  readonly identity: Readonly<Record<string, string>>;
  /** The first row that is not yet written. */
  readonly nextRow: number;
  /** What the part file holds of the rows before it. */
  readonly part: Content;
  /** What the file of hashes holds of the rows before it. */
  readonly people: Content;
  readonly rows: number;
  readonly refused: number;
  readonly tally: TallyData;
  readonly codes: readonly CodeCount[];
  readonly used: readonly boolean[];
  /** The rows that are no people. */
  readonly passed: PassedData;
  /** The hidden rows that were worked out. */
  readonly hidden: CountedData;
  /** The rows with cells that say that they hold what stands above them. */
  readonly ditto: CountedData;
  /** The rows with a date that is one only with the month before the day. */
  readonly monthFirst: CountedData;
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
  await removeFile(beside);
  const file = await FileWriter.create(beside, OWNER_ONLY);
  try {
    const text = JSON.stringify(state);
    await file.write(Buffer.from(`${sumOf(text)}\n${text}`));
    await file.moveTo(path);
  } finally {
    await file.close();
  }
}

/** The stored state; undefined when there is none that can be read, or when it was altered. */
export async function loadState(path: string): Promise<RunState | undefined> {
  try {
    const [sum, text = ''] = ((await ownText(path)) ?? '').split('\n');
    if (sum !== sumOf(text)) return undefined;
    const state = JSON.parse(text) as RunState;
    return state.schema === RUN_SCHEMA ? state : undefined;
  } catch {
    return undefined;
  }
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Removes what a run kept beside its output. */
export async function removeRun(files: RunFiles): Promise<void> {
  for (const path of [files.state, `${files.state}-new`, files.part, files.people, files.book]) await removeFile(path);
}
