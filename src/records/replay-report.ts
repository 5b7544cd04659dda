import type { AlteredSums } from './book-sums.ts';
import type { SealReport } from './book-seal.ts';
import type { ChainReport } from './chain.ts';
import type { Replayed } from './replay.ts';
import type { ReplaySummary } from './tally.ts';

/** What a report on a replay shows. */
export interface ReplayReport {
  readonly summary: ReplaySummary;
  readonly chain: ChainReport;
  /** For a workbook of results: what its seal showed. */
  readonly seal?: SealReport;
  /** For a workbook of results: its rows of sums that hold other sums than those of its rows; absent where none does. */
  readonly sums?: readonly AlteredSums[];
  /** The records that differ, as far as they are told one by one. */
  readonly records: readonly Replayed[];
  /** How many more there are. */
  readonly more: number;
}
