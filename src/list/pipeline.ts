import { jsonText } from '../base/printable.ts';
import { Chain, type ChainEnd, type Linkable } from '../records/chain.ts';
import type { CodeCount } from '../table/codes.ts';
import { CodeCounter } from '../table/codes.ts';
import { DittoRows, HiddenRows, MonthFirstRows, type CountedData } from '../table/hidden.ts';
import { PassedOver, peopleOf, peopleOfSheets, type PassedData } from '../table/passed.ts';
import { Repeats } from '../table/repeats.ts';
import { Tally, type TallyData } from '../table/summary.ts';
import type { Pool } from './pool.ts';
import type { TableRow } from '../table/cell.ts';
import type { Source } from './input.ts';
import type { Sha256 } from '../base/hash.ts';
import type { BatchPart } from '../workbook/batch/part.ts';

/** The running totals of a run. */
export interface Totals {
  rows: number;
  refused: number;
  readonly tally: Tally;
  readonly codes: CodeCounter;
  readonly used: boolean[];
  /** The rows that are no people. */
  readonly passed: PassedOver;
  /** The hidden rows that were worked out. */
  readonly hidden: HiddenRows;
  /** The rows with cells that say that they hold what stands above them. */
  readonly ditto: DittoRows;
  /** The rows with a date that is one only with the month before the day. */
  readonly monthFirst: MonthFirstRows;
  /** Who is paid in more than one row. */
  readonly repeats: Repeats;
  /** The chain of the records written, where one is wanted. */
  readonly chain?: Chain;
  /** The head of the seal of the workbook written. */
  seal?: string;
}

/** Totals as they were stored. */
export interface StoredTotals {
  readonly rows: number;
  readonly refused: number;
  readonly tally: TallyData;
  readonly codes: readonly CodeCount[];
  readonly used: readonly boolean[];
  readonly passed: PassedData;
  readonly hidden: CountedData;
  readonly ditto: CountedData;
  readonly monthFirst: CountedData;
  readonly chain?: ChainEnd;
}

/** Fresh totals, or those of an interrupted run; who was paid in it has to be added. */
export function startTotals(sha256: Sha256, stored?: StoredTotals, chained = false): Totals {
  const totals: Totals = {
    rows: stored?.rows ?? 0,
    refused: stored?.refused ?? 0,
    tally: new Tally(),
    codes: new CodeCounter(),
    used: [...(stored?.used ?? [])],
    passed: new PassedOver(stored?.passed),
    hidden: new HiddenRows(stored?.hidden),
    ditto: new DittoRows(stored?.ditto),
    monthFirst: new MonthFirstRows(stored?.monthFirst),
    repeats: new Repeats(),
    ...(chained ? { chain: new Chain(sha256, stored?.chain) } : {}),
  };
  if (stored) {
    totals.tally.merge(stored.tally);
    totals.codes.merge(stored.codes);
  }
  return totals;
}

/** A part of the output, and the first row of the input behind it. */
export interface Step {
  readonly part: BatchPart;
  readonly nextRow: number;
}

/** Rows of a part: enough to be sent to another thread, few enough to be held there and here. */
const PART_ROWS = 500;

/** How the rows of a source are read. */
export interface Reading {
  /** The first row that is not yet written; earlier ones are only read. */
  readonly fromRow: number;
  /** Most rows of a part; default 500. */
  readonly partRows?: number | undefined;
  /** When it is given no more rows are read; those under way are finished. */
  readonly signal?: { readonly aborted: boolean } | undefined;
}

/** Sends the rows of a source through a pool and gives the parts of the output in their order, adding up as it goes. */
export async function* runParts(
  source: Source,
  pool: Pool,
  totals: Totals,
  { fromRow, partRows = PART_ROWS, signal }: Reading,
): AsyncGenerator<Step, void, undefined> {
  const underway: { readonly part: Promise<BatchPart>; readonly nextRow: number }[] = [];
  const finish = async (): Promise<Step> => {
    const { part, nextRow } = underway.shift() as (typeof underway)[number];
    const done = await part;
    add(totals, done);
    return { part: totals.chain ? { ...done, text: chained(done.text, totals.chain) } : done, nextRow };
  };
  const parts = inParts(people(source, totals), fromRow, partRows);
  let next = parts.next();
  try {
    for (;;) {
      const [first] = underway;
      if (first && underway.length >= pool.width) {
        yield await finish();
        continue;
      }
      // What is done is given as soon as no further rows are there: whoever writes into a pipe may wait for it.
      const read = first ? await Promise.race([next, first.part.then(() => undefined)]) : await next;
      if (read === undefined) {
        yield await finish();
        continue;
      }
      if (read.done === true || signal?.aborted) break;
      const part = pool.run(read.value);
      // A failure is met when its turn comes; until then it must not count as unhandled.
      part.catch(() => undefined);
      underway.push({ part, nextRow: (read.value.at(-1)?.row ?? 0) + 1 });
      next = parts.next();
      next.catch(() => undefined);
    }
    while (underway.length > 0) yield await finish();
  } finally {
    // Not waited for: after a failure the source may be a pipe that gives nothing.
    parts.return().catch(() => undefined);
  }
}

/** The rows of a source that hold people, with the unit that a heading above them names. */
async function* people(
  { header, sheets, rows }: Source,
  { passed, hidden, ditto, monthFirst }: Totals,
): AsyncGenerator<readonly TableRow[], void, undefined> {
  if (!header) return yield* rows();
  const person = sheets
    ? peopleOfSheets(sheets, (kind, row) => passed.add(kind, row))
    : peopleOf(header, (kind, row) => passed.add(kind, row));
  for await (const some of rows()) {
    const persons = some.map(person).filter((row) => row !== undefined);
    for (const row of persons) {
      if (row.hidden) hidden.add(row.row);
      if (row.ditto) ditto.add(row.row);
      if (row.monthFirst) monthFirst.add(row.row);
    }
    if (persons.length > 0) yield persons;
  }
}

async function* inParts(
  rows: AsyncIterable<readonly TableRow[]>,
  fromRow: number,
  size: number,
): AsyncGenerator<readonly TableRow[], void, undefined> {
  for await (const some of rows) {
    const left = (some[0]?.row ?? 0) >= fromRow ? some : some.filter(({ row }) => row >= fromRow);
    for (let at = 0; at < left.length; at += size) yield left.slice(at, at + size);
  }
}

/** The lines of a part linked: records and refused rows. */
function chained(text: Uint8Array, chain: Chain): Uint8Array {
  const lines = new TextDecoder().decode(text).split('\n');
  const linked = lines.map((line) => (line === '' ? line : jsonText(chain.link(JSON.parse(line) as Linkable))));
  return new TextEncoder().encode(linked.join('\n'));
}

function add(totals: Totals, done: BatchPart): void {
  totals.rows += done.rows;
  totals.refused += done.refused;
  totals.tally.merge(done.tally);
  totals.codes.merge(done.codes);
  totals.repeats.add(done.people);
  done.used.forEach((yes, at) => {
    if (yes) totals.used[at] = true;
  });
}
