import * as z from 'zod/mini';
import type { Lang } from '../base/text.ts';
import { ENGINE_VERSION } from '../engine/engine-version.ts';
import { placeOfPosition, rowNamer } from './sheets.ts';
import type { Law } from '../law/law.ts';
import { codeTitle } from './code-title.ts';
import type { CodeCount, CodeCounter } from './codes.ts';
import { askedForAll } from './for-all.ts';
import type { DittoRows, HiddenRows, MonthFirstRows } from './hidden.ts';
import type { Note } from './note.ts';
import type { PassedOver } from './passed.ts';
import type { Repeats } from './repeats.ts';
import type { LawUsed, Tally } from './summary.ts';

/** What was counted over all rows of a list. */
export interface Counted {
  readonly rows: number;
  readonly tally: Tally;
  readonly codes: CodeCounter;
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
  readonly chain?: { readonly count: number; readonly head: string | null };
}

/** What is known of a list before its rows: what has to be told of it, and its sheets where several are read. */
export interface ReadList {
  readonly told?: readonly Note[];
  readonly sheets?: readonly string[];
}

/** Counts and money of a list or of one unit. */
interface Sums {
  readonly paid: number;
  /** The law gives them nothing. */
  readonly nothing: number;
  /** Not computed: a fault of the row, or of the case. */
  readonly refused: number;
  /** Of those who are paid or given nothing: with a warning that somebody has to look at. */
  readonly warned: number;
  /** Sum of all that is paid, đồng. */
  readonly total: string;
}

/** The end of a run over a list as data (tổng hợp): counts, sums, faults by code, what was not read. Names nobody. */
export interface BatchSummary extends Sums {
  readonly schema: 'nd178/batch-summary@1';
  /** Version of the program. */
  readonly engine: string;
  /** Rows that hold people. */
  readonly rows: number;
  /** Sums by unit (đơn vị); an empty name where the list tells none. */
  readonly units: readonly (Sums & {
    readonly unit: string;
    readonly benefits: Readonly<Record<string, { readonly people: number; readonly amount: string }>>;
  })[];
  readonly laws: readonly LawUsed[];
  /** Issues and findings by code, where each stands first; a fault refuses its row. */
  readonly codes: readonly {
    readonly kind: 'fault' | 'warning';
    readonly code: string;
    /** What the code is about, in the language of the run. */
    readonly title: string;
    readonly rows: number;
    readonly first: { readonly row: number; readonly sheet?: string | undefined; readonly cell?: string | undefined };
  }[];
  /** What was not read, or read otherwise than it may seem; who may stand twice. */
  readonly notes: readonly { readonly code: string; readonly message: string }[];
  /** The chain of the records written, where one was asked for. */
  readonly chain?: { readonly count: number; readonly head: string | null } | undefined;
}

const NOBODY: Note = {
  code: 'nobody',
  vi: 'Không có hồ sơ nào: tệp vào không có hàng dữ liệu. Kiểm tra tệp, trang tính và vị trí hàng tiêu đề.',
  en: 'There are no cases: the input holds no row of data. Check the file, the sheet, and where the header stands.',
};

/** What the rows of a list give cause to tell of it as a whole, for the one who has it worked out. */
export function rowNotes(counted: Counted, sheets?: readonly string[]): Note[] {
  const named = rowNamer(sheets);
  const { codes, rows, hidden, ditto, monthFirst, passed, repeats } = counted;
  return [
    ...askedForAll(codes.data(), rows),
    hidden.note(named),
    ditto.note(named),
    monthFirst.note(named),
    passed.note(named),
    repeats.note(named),
    rows === 0 ? NOBODY : undefined,
  ].filter((note) => note !== undefined);
}

const amount = z.string().check(z.regex(/^\d+(\.\d+)?$/));
const count = z.int().check(z.minimum(0));

/** Schema `nd178/batch-summary@1` (tổng hợp một lần tính danh sách). */
export const batchSummarySchema: z.ZodMiniType<BatchSummary> = z.strictObject({
  schema: z.literal('nd178/batch-summary@1'),
  engine: z.string().check(z.describe('Version of the program')),
  rows: count.check(z.describe('Rows that hold people')),
  paid: count,
  nothing: count.check(z.describe('The law gives them nothing')),
  refused: count.check(z.describe('Not computed: a fault of the row, or of the case')),
  warned: count.check(z.describe('Of the paid and those given nothing: with a warning to look at')),
  total: amount.check(z.describe('Sum of all that is paid, đồng')),
  units: z.array(
    z.strictObject({
      unit: z.string().check(z.describe('Đơn vị; empty where the list tells none')),
      ...{ paid: count, nothing: count, refused: count, warned: count, total: amount },
      benefits: z.record(z.string(), z.strictObject({ people: count, amount })),
    }),
  ),
  laws: z.array(
    z.strictObject({
      scheme: z.string(),
      version: z.string(),
      hash: z.string(),
      acts: z.array(z.string()),
      rows: count,
    }),
  ),
  codes: z
    .array(
      z.strictObject({
        kind: z
          .enum(['fault', 'warning'])
          .check(z.describe('A fault refuses its row; a row with a warning is worked out')),
        ...{ code: z.string(), title: z.string().check(z.describe('What the code is about')), rows: count },
        first: z.strictObject({ row: count, sheet: z.optional(z.string()), cell: z.optional(z.string()) }),
      }),
    )
    .check(z.describe('Issues and findings by code, where each stands first')),
  notes: z
    .array(z.strictObject({ code: z.string(), message: z.string() }))
    .check(z.describe('What was not read, or read otherwise than it may seem; who may stand twice')),
  chain: z.optional(z.strictObject({ count, head: z.nullable(z.string()) })),
});

/** Makes the {@link BatchSummary} of a list that was worked out. */
export function batchSummary(counted: Counted, { told = [], sheets }: ReadList, law: Law, lang: Lang): BatchSummary {
  const { units, laws } = counted.tally.data();
  const { paid, nothing, blocked, invalid, warned, total } = counted.tally.overall();
  return {
    schema: 'nd178/batch-summary@1',
    engine: ENGINE_VERSION,
    ...{ rows: counted.rows, paid, nothing, refused: blocked + invalid, warned, total },
    units: units.map(([unit, sum]) => ({
      ...{ unit, paid: sum.paid, nothing: sum.nothing, refused: sum.blocked + sum.invalid },
      ...{ warned: sum.warned, total: sum.total, benefits: sum.benefits },
    })),
    laws,
    codes: counted.codes.data().map((one) => ({
      ...{ kind: one.kind, code: one.code, title: codeTitle(law, one.code)?.[lang] ?? one.code },
      ...{ rows: one.rows, first: firstOf(one) },
    })),
    notes: [...told, ...rowNotes(counted, sheets)].map((note) => ({ code: note.code, message: note[lang] })),
    ...(counted.chain ? { chain: { count: counted.chain.count, head: counted.chain.head } } : {}),
  };
}

function firstOf({ row, cell, sheet }: CodeCount): BatchSummary['codes'][number]['first'] {
  return {
    row: sheet === undefined ? row : placeOfPosition(row).row,
    ...(sheet === undefined ? {} : { sheet }),
    ...(cell === undefined ? {} : { cell }),
  };
}
