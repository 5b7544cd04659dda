import { Chain, type ChainEnd } from '../../src/records/chain.ts';
import type { ResultRecord } from '../../src/records/receipt.ts';
import type { CodeCount } from '../../src/table/codes.ts';
import { CodeCounter } from '../../src/table/codes.ts';
import { Repeats } from '../../src/table/repeats.ts';
import { Tally, type TallyData } from '../../src/table/summary.ts';
import type { Pool } from './pool.ts';
import type { Chunk, Source } from './source.ts';
import type { TextPosition } from './split.ts';
import { nativeSha256 } from '../sha256.ts';
import type { WorkDone } from './work.ts';

/** The running totals of a run. */
export interface Totals {
  rows: number;
  refused: number;
  readonly tally: Tally;
  readonly codes: CodeCounter;
  readonly used: boolean[];
  /** Who is paid in more than one row. */
  readonly repeats: Repeats;
  /** The chain of the records written, where one is wanted. */
  readonly chain?: Chain;
}

/** Totals as they were stored. */
export interface StoredTotals {
  readonly rows: number;
  readonly refused: number;
  readonly tally: TallyData;
  readonly codes: readonly CodeCount[];
  readonly used: readonly boolean[];
  readonly chain?: ChainEnd;
}

/** Fresh totals, or those of an interrupted run; who was paid in it has to be added. */
export function startTotals(stored?: StoredTotals, chained = false): Totals {
  const totals: Totals = {
    rows: stored?.rows ?? 0,
    refused: stored?.refused ?? 0,
    tally: new Tally(),
    codes: new CodeCounter(),
    used: [...(stored?.used ?? [])],
    repeats: new Repeats(),
    ...(chained ? { chain: new Chain(nativeSha256, stored?.chain) } : {}),
  };
  if (stored) {
    totals.tally.merge(stored.tally);
    totals.codes.merge(stored.codes);
  }
  return totals;
}

/** What is told when the rows of a chunk are done. */
export interface Step {
  readonly done: WorkDone;
  /** Where the rows behind it begin. */
  readonly position: TextPosition;
}

/**
 * Sends the chunks of a source through a pool and gives what became of them in the order of the source, adding up as
 * it goes. When the signal is given no more chunks are read; those under way are finished.
 */
export async function* runChunks(
  source: Source,
  pool: Pool,
  from: TextPosition,
  totals: Totals,
  signal?: AbortSignal,
): AsyncGenerator<Step, void, undefined> {
  const underway: { readonly work: Promise<WorkDone>; readonly position: TextPosition }[] = [];
  const finish = async (): Promise<Step> => {
    const { work, position } = underway.shift() as (typeof underway)[number];
    const done = await work;
    add(totals, done);
    return { done: totals.chain ? { ...done, text: chained(done.text, totals.chain) } : done, position };
  };
  for await (const chunk of source.chunks(from)) {
    if (signal?.aborted) break;
    const work = pool.run(chunk);
    // A failure is met when its turn comes; until then it must not count as unhandled.
    work.catch(() => undefined);
    underway.push({ work, position: behind(chunk) });
    if (underway.length >= pool.width) yield await finish();
  }
  while (underway.length > 0) yield await finish();
}

/** The lines of a chunk with their records linked; refused rows are no records and stay as they are. */
function chained(text: Uint8Array, chain: Chain): Uint8Array {
  const lines = Buffer.from(text).toString('utf8').split('\n');
  const linked = lines.map((line) => {
    const record = line === '' ? undefined : (JSON.parse(line) as ResultRecord);
    return record?.schema === 'nd178/result@1' ? JSON.stringify(chain.link(record)) : line;
  });
  return Buffer.from(linked.join('\n'), 'utf8');
}

function behind(chunk: Chunk): TextPosition {
  return { row: chunk.nextRow, offset: chunk.end };
}

function add(totals: Totals, done: WorkDone): void {
  totals.rows += done.rows;
  totals.refused += done.refused;
  totals.tally.merge(done.tally);
  totals.codes.merge(done.codes);
  totals.repeats.add(done.people);
  done.used.forEach((yes, at) => {
    if (yes) totals.used[at] = true;
  });
}
