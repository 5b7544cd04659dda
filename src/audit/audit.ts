import { fromOldEncoding, type OldEncoding } from '../base/old-encodings.ts';
import type { Lang } from '../base/text.ts';
import type { CalculateOptions } from '../engine/calculate.ts';
import { builtinLaw } from '../law/builtin.ts';
import type { Law } from '../law/law.ts';
import type { Area } from '../table/merges.ts';
import { cellText, isBlank, type TableRow } from '../table/cell.ts';
import { unicodeRow } from '../table/old-text.ts';
import type { FormColumn } from '../law/form.ts';
import { versionsOf } from '../law/form-faults.ts';
import { rankReader } from './cells/ranks.ts';
import { formsOf, type AnnexForm } from './forms.ts';
import { sheetMessage, type SheetCode } from './messages.ts';
import type { AuditFile, AuditReport, AuditRow, AuditSheet, SheetNote } from './report.ts';
import { judgeRow, type JudgeScope } from './row/judge.ts';
import { SalaryIndex } from './salary/link.ts';
import { judgeSalary } from './salary/judge-salary.ts';
import { findLayout, type SheetLayout } from './sheet/layout.ts';
import { mapOf, mappedLayout, type ColumnMap, type SheetMap } from './sheet/map.ts';
import { unmerged } from './sheet/merged.ts';
import { findPeople, type PersonRow } from './sheet/people.ts';
import { formOfTab, formOfTitle } from './sheet/tab.ts';
import { AuditTally } from './summary.ts';

/** A sheet as it was read. */
export interface SheetInput {
  readonly name: string;
  readonly rows: readonly TableRow[];
  /** Which cells are merged: their value stands in the first of them only. Default: none. */
  readonly merges?: readonly Area[];
}

/** A workbook as it was read. */
export interface BookInput {
  readonly file: string;
  readonly sheets: readonly SheetInput[];
}

/**
 * How to audit: the options of `calculate`, and a map of own columns. The form decides the scheme; a `scheme` beside
 * `asOf` says that the pinned version is meant for the forms of that scheme only.
 */
export interface AuditOptions extends CalculateOptions {
  readonly map?: ColumnMap;
  /** The encoding before Unicode that the texts are in (bảng mã cũ); default: Unicode. */
  readonly textEncoding?: OldEncoding;
}

interface Found {
  readonly input: SheetInput;
  readonly form: AnnexForm;
  readonly layout: SheetLayout | undefined;
  readonly notes: SheetNote[];
  readonly map: SheetMap | undefined;
}

/** Audits workbooks: every declared amount computed again from the primary data of its row. Pure. */
export function audit(books: readonly BookInput[], options: AuditOptions = {}): AuditReport {
  const tally = new AuditTally(options.law);
  const files = books.map((book) => auditBook(book, options));
  for (const file of files) tally.add(file);
  return { schema: 'nd178/audit@1', files, summary: tally.summary() };
}

/** Audits one workbook. Salary sheets come first: what they give is primary for the other sheets. */
export function auditBook({ file, sheets }: BookInput, options: AuditOptions = {}): AuditFile {
  const lang = options.lang ?? 'vi';
  const law = options.law ?? builtinLaw();
  const forms = formsOf(law);
  const found: Found[] = [];
  const skipped: string[] = [];
  for (const given of sheets) {
    const { input, tab } = unicodeSheet(given, options.textEncoding);
    const map = mapOf(options.map, tab) ?? mapOf(options.map, input.name);
    const form = forms.get(map?.form ?? formOfTab(tab, law) ?? titleOf(input, law) ?? '');
    if (form === undefined) skipped.push(input.name);
    else found.push(recognise(input, form, map, lang));
  }
  const salaries = new SalaryIndex();
  const done = new Map<Found, AuditSheet>();
  const isSalary = ({ form }: Found): boolean => form.of === 'salary';
  for (const one of [...found].sort((a, b) => Number(isSalary(b)) - Number(isSalary(a)))) {
    done.set(one, auditSheet(one, law, options, salaries));
  }
  return { file, sheets: found.flatMap((one) => done.get(one) ?? []), skipped };
}

/** A sheet with its texts in Unicode, and its name so; it keeps its own, by which it is found in its workbook. */
export function unicodeSheet(
  input: SheetInput,
  encoding: OldEncoding | undefined,
): { readonly input: SheetInput; readonly tab: string } {
  if (encoding === undefined) return { input, tab: input.name };
  const rows = input.rows.map((row) => unicodeRow(row, encoding));
  return { input: { ...input, rows }, tab: fromOldEncoding(input.name, encoding) };
}

function titleOf({ rows }: SheetInput, law: Law): string | undefined {
  for (const { cells } of rows.slice(0, 10)) {
    for (const cell of cells) {
      const id = isBlank(cell) ? undefined : formOfTitle(cellText(cell), law);
      if (id !== undefined) return id;
    }
  }
  return undefined;
}

function recognise(input: SheetInput, form: AnnexForm, map: SheetMap | undefined, lang: Lang): Found {
  const notes: SheetNote[] = [];
  const note = (code: SheetCode, params: Record<string, string | number> = {}): void =>
    void notes.push({ code, message: sheetMessage(lang, code, params) });
  const mapped = map ? mappedLayout(map, form, input.rows) : undefined;
  const layout = mapped && 'form' in mapped ? mapped : findLayout(form, input.rows);
  if (mapped && !('form' in mapped)) note('columns-missing', { columns: mapped.join(', ') });
  if (!layout) note('no-header');
  else {
    if (layout.by === 'words') note('no-number-row');
    if (layout.offset !== 0) note('shifted', { offset: layout.offset });
    const lost = form.columns.filter(
      ({ key, gives }) => !layout.at.has(key) && (gives !== undefined || key === 'leaving'),
    );
    if (lost.length > 0) note('columns-missing', { columns: titlesOf(lost, lang) });
  }
  return { input, form, layout, notes, map };
}

/** Columns as a note names them: the number and title of each. */
function titlesOf(columns: readonly FormColumn[], lang: Lang): string {
  return columns.map(({ number, title }) => (number > 0 ? `${number} ${title[lang]}` : title[lang])).join('; ');
}

function auditSheet(
  { input, form, layout, notes, map }: Found,
  law: Law,
  options: AuditOptions,
  salaries: SalaryIndex,
): AuditSheet {
  const lang = options.lang ?? 'vi';
  const head = { sheet: input.name, form: form.form };
  if (!layout) return { ...head, notes, rows: [] };
  if (!law.schemes.has(form.scheme)) {
    return {
      ...head,
      notes: [
        ...notes,
        { code: 'scheme-missing', message: sheetMessage(lang, 'scheme-missing', { scheme: form.scheme }) },
      ],
      rows: [],
    };
  }
  const words = wordsOf(law, form);
  const { rows, over, shared } = unmerged(input.rows, layout, input.merges ?? [], words.readRank);
  const { people, end, after } = findPeople(rows, layout, over);
  const note = (code: SheetCode, params: Record<string, string | number | undefined>): SheetNote => ({
    code,
    message: sheetMessage(lang, code, params),
  });
  const found = [
    ...(shared.size > 0 ? [note('merged-rows', { columns: titlesOf([...shared], lang) })] : []),
    ...(after > 0 ? [note('rows-after-end', { count: after, row: end })] : []),
  ];
  const scope: JudgeScope = {
    layout,
    law,
    lang,
    options: calculating(options, form, law, lang),
    ...words,
    defaults: map?.defaults ?? {},
    salaryOf: (name, birth) => salaries.find(name, birth),
  };
  const judge = (person: PersonRow): AuditRow =>
    form.of === 'salary' ? judgeSalary(person, scope, { salaries, sheet: input.name }) : judgeRow(person, scope);
  const heading = layout.headingRow >= 1 ? { headingRow: layout.headingRow } : {};
  return { ...head, ...heading, notes: [...notes, ...found], rows: people.map(judge) };
}

/** The options of `calculate` for a form: only the readings that its scheme knows, and the version pinned for it. */
function calculating(options: AuditOptions, form: AnnexForm, law: Law, lang: Lang): CalculateOptions {
  const { asOf, scheme, interpretations = {}, acceptUnverified } = options;
  const questions = law.questions(form.scheme);
  const known = Object.entries(interpretations).filter(([id]) => questions.has(id));
  return {
    law,
    lang,
    interpretations: Object.fromEntries(known),
    ...(asOf === undefined || (scheme !== undefined && scheme !== form.scheme) ? {} : { asOf }),
    ...(acceptUnverified ? { acceptUnverified } : {}),
  };
}

/** How ranks are read, those that the law of a form names among them, and the groups of civil units. */
function wordsOf(law: Law, form: AnnexForm): Pick<JudgeScope, 'readRank' | 'civil'> {
  const ranks = new Set<string>();
  const civil = new Set<string>();
  for (const version of versionsOf(law, form.scheme)) {
    for (const { provision } of version.rules('age-limit'))
      for (const limit of provision.limits) for (const rank of limit.ranks ?? []) ranks.add(rank);
  }
  for (const version of versionsOf(law, form.scheme)) {
    for (const { provision } of version.rules('group')) {
      if (provision.regime === 'civil' && version.coversGroup(provision.group)) civil.add(provision.group);
    }
  }
  return { readRank: rankReader(form.writing, [...ranks]), civil: [...civil] };
}
