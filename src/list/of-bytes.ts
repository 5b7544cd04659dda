import { auditEdits } from '../audit/marked-copy.ts';
import type { AuditFile } from '../audit/report.ts';
import type { ColumnMap } from '../audit/sheet/map.ts';
import { auditSentBook } from '../audit/workbook.ts';
import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import { sha256Hex, type Sha256 } from '../base/hash.ts';
import type { Lang } from '../base/text.ts';
import type { StopSignal } from '../base/turn.ts';
import { DEFAULT_SCHEME, type CalculateOptions } from '../engine/calculate.ts';
import { CALCULATE_OPTIONS } from '../engine/options.ts';
import { schemeIssues } from '../engine/schemes.ts';
import { vocabularyOf } from '../engine/vocabulary.ts';
import { mainScheme } from '../law/act.ts';
import { builtinLaw } from '../law/builtin.ts';
import type { Law } from '../law/law.ts';
import {
  FLAG,
  FUNCTION,
  needed,
  OBJECT,
  oneOf,
  optionIssues,
  SIGNAL,
  TEXT,
  TEXTS,
  type OptionsOf,
} from '../messages/options.ts';
import { FileRefused } from '../messages/refused.ts';
import { csvHeading } from '../table/batch-lines.ts';
import { FORMATS, planLayout, type Format } from '../table/batch-plan.ts';
import { givenValues } from '../table/given.ts';
import { keysOf } from '../table/scheme-keys.ts';
import { templateColumns } from '../table/template.ts';
import { batchSummary, type BatchSummary } from '../table/run-summary.ts';
import { notSealed, reportSheets } from '../workbook/batch/report.ts';
import { sourceOf, type Sink } from '../workbook/bytes.ts';
import { DEFAULT_LIMITS } from '../workbook/limits.ts';
import { markWorkbook } from '../workbook/mark/workbook.ts';
import type { SheetPlan } from '../workbook/plan.ts';
import { templateSheets } from '../workbook/template-sheets.ts';
import { saveXlsx } from '../workbook/save.ts';
import { HEAD_BYTES, joined, type InputBytes } from '../table/bytes.ts';
import { listSpelling, openList, type ListJob } from './list-job.ts';
import { runParts, startTotals, type Totals } from './pipeline.ts';
import { inlinePool } from './pool.ts';

/** How a list is worked out: the options of `calculate`, and what the list is. */
export interface ListSettings extends CalculateOptions {
  /** What the bytes are, and what comes out. */
  readonly from: Format;
  readonly to: Format;
  /** The name of the file, for refusals. */
  readonly file?: string | undefined;
  /** The sheet to read; default: the one that holds a table of cases. */
  readonly sheet?: string | undefined;
  readonly allSheets?: boolean | undefined;
  /** The heading of the unit column. */
  readonly unit?: string | undefined;
  /** Values for every row that has none: `person.group=civil-servant`. */
  readonly set?: readonly string[] | undefined;
  readonly sha256?: Sha256 | undefined;
  /** Stops the run after the rows under way: the promise then rejects with its reason. */
  readonly signal?: StopSignal | undefined;
}

const FORMAT = needed(oneOf(...FORMATS));

const LIST_SETTINGS: OptionsOf<ListSettings> = {
  ...CALCULATE_OPTIONS,
  from: FORMAT,
  to: FORMAT,
  file: TEXT,
  sheet: TEXT,
  allSheets: FLAG,
  unit: TEXT,
  set: TEXTS,
  sha256: FUNCTION,
  signal: SIGNAL,
};

/** A list that was worked out. */
export interface WorkedList {
  /** The output: a workbook, or text in UTF-8. */
  readonly bytes: Uint8Array;
  readonly summary: BatchSummary;
}

/** Works a list out from bytes to bytes, as `nd178 batch` does (tính cả danh sách). A list that cannot be read is a value. */
export async function workList(bytes: Uint8Array, settings: ListSettings): Promise<Checked<WorkedList>> {
  const wrong = optionIssues(settings, LIST_SETTINGS);
  if (wrong.length > 0) return bad([...wrong]);
  const { lang = 'vi', law = builtinLaw(), sha256 = sha256Hex, signal } = settings;
  return refusedAsValue(lang, async () => {
    const job = await jobOf(bytes, settings, law, lang);
    if (!job.ok) return job;
    const { source, plan } = job.value;
    const totals = startTotals(sha256);
    const texts: Uint8Array[] = [];
    for await (const { part } of runParts(source, inlinePool(plan, law, sha256), totals, { fromRow: 1, signal }))
      texts.push(part.text);
    signal?.throwIfAborted();
    const sheets = source.sheets?.map(({ sheet }) => sheet);
    const summary = batchSummary(
      totals,
      { told: [...source.notes, ...notSealed(plan.to, totals.rows)], ...(sheets ? { sheets } : {}) },
      law,
      lang,
    );
    return good({ bytes: await outputOf(job.value, texts, totals, law), summary });
  });
}

async function outputOf({ plan }: ListJob, texts: Uint8Array[], totals: Totals, law: Law): Promise<Uint8Array> {
  if (plan.to === 'ndjson') return joined(texts);
  if (plan.to === 'csv') return joined([new TextEncoder().encode(csvHeading(planLayout(plan, law))), ...texts]);
  async function* waiting(): AsyncGenerator<Uint8Array, void, undefined> {
    yield* texts;
  }
  return bookOf(reportSheets(waiting, plan, law, totals), plan.core.lang);
}

async function jobOf(bytes: Uint8Array, settings: ListSettings, law: Law, lang: Lang): Promise<Checked<ListJob>> {
  const { from: format, to, file, sheet, allSheets, unit, set = [] } = settings;
  const { scheme = DEFAULT_SCHEME, asOf, interpretations, acceptUnverified, pension } = settings;
  const given = givenValues(set, listSpelling(law, scheme), lang);
  if (!given.ok) return bad([...given.issues]);
  return good(
    await openList(inputOf(bytes), {
      ...{ law, to, format, lang, limits: DEFAULT_LIMITS, allow: [], given: given.value },
      place: file === undefined ? {} : { file },
      core: {
        scheme,
        ...(asOf === undefined ? {} : { asOf }),
        ...(interpretations === undefined ? {} : { interpretations }),
        ...(acceptUnverified === undefined ? {} : { acceptUnverified }),
        ...(pension === undefined ? {} : { pension }),
      },
      ...(sheet === undefined ? {} : { sheet }),
      ...(allSheets === true ? { allSheets } : {}),
      ...(unit === undefined ? {} : { unit }),
    }),
  );
}

function inputOf(bytes: Uint8Array): InputBytes {
  return {
    head: bytes.subarray(0, HEAD_BYTES),
    whole: bytes.length <= HEAD_BYTES,
    size: bytes.length,
    stream: async function* () {
      yield bytes;
    },
  };
}

/** How a workbook of annex forms is audited: the options of `calculate`, and a map of own columns. */
export interface AuditSettings extends CalculateOptions {
  /** The name of the file, as the report shows it. */
  readonly file: string;
  readonly map?: ColumnMap | undefined;
}

const AUDIT_SETTINGS: OptionsOf<AuditSettings> = { ...CALCULATE_OPTIONS, file: needed(TEXT), map: OBJECT };

/** An audited workbook: what was found, and a copy of it with the findings marked in place. */
export interface AuditedBook {
  readonly file: AuditFile;
  /** Makes the copy; nothing else of the workbook changes. */
  marked(): Promise<Checked<Uint8Array>>;
}

/** Audits an .xlsx workbook of annex forms, as `nd178 audit` does (kiểm tra sổ biểu mẫu). What cannot be read is a value. */
export async function auditWorkbook(bytes: Uint8Array, settings: AuditSettings): Promise<Checked<AuditedBook>> {
  const wrong = optionIssues(settings, AUDIT_SETTINGS);
  if (wrong.length > 0) return bad([...wrong]);
  const { lang = 'vi', law = builtinLaw(), file: name, map, ...core } = settings;
  return refusedAsValue(lang, async () => {
    const mapped = map === undefined ? {} : { map };
    const file = await auditSentBook({ file: name, bytes }, { ...core, law, lang, ...mapped });
    const marked = (): Promise<Checked<Uint8Array>> =>
      refusedAsValue(lang, async () => {
        const book = await markWorkbook(sourceOf(bytes), auditEdits(file, law, lang));
        return good(await gathered((sink) => book.save(sink)));
      });
    return good({ file, marked });
  });
}

/** What an empty workbook is for: those options of `calculate` that bear on it. */
export interface TemplateSettings extends Pick<CalculateOptions, 'lang' | 'law' | 'scheme'> {
  /** Whether examples are filled in; default: none. */
  readonly examples?: boolean | undefined;
}

const { lang, law, scheme } = CALCULATE_OPTIONS;
const TEMPLATE_SETTINGS: OptionsOf<TemplateSettings> = { lang, law, scheme, examples: FLAG };

/** An empty workbook to fill in, with notes and lists to choose from, as `nd178 template` writes it (mẫu danh sách). */
export async function templateBook(settings: TemplateSettings = {}): Promise<Checked<Uint8Array>> {
  const wrong = optionIssues(settings, TEMPLATE_SETTINGS);
  if (wrong.length > 0) return bad([...wrong]);
  const { lang = 'vi', law = builtinLaw(), examples = false } = settings;
  const { scheme = mainScheme(law.schemes.values()) } = settings;
  const unknown = schemeIssues(law, scheme, lang);
  if (unknown.length > 0) return bad([...unknown]);
  const columns = templateColumns(vocabularyOf(law, scheme), lang, keysOf(law, scheme));
  return good(await bookOf(templateSheets(columns, lang, examples), lang));
}

function bookOf(sheets: readonly SheetPlan[], lang: Lang): Promise<Uint8Array> {
  return gathered((sink) => saveXlsx(sink, sheets, lang));
}

/** All that is written, as one. */
async function gathered(write: (sink: Sink) => Promise<void>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await write({ write: (piece) => Promise.resolve(void pieces.push(piece.slice())) });
  return joined(pieces);
}

/** A refused file as an issue with its words. */
async function refusedAsValue<T>(lang: Lang, work: () => Promise<Checked<T>>): Promise<Checked<T>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const refusal: Issue = { code: error.code, path: '', message: error.text(lang) };
    return bad([refusal]);
  }
}
