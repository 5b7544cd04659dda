import type { Lang } from '../base/text.ts';
import type { CalculateOptions } from '../engine/calculate.ts';
import type { FormColumn } from '../law/form.ts';
import { versionsOf } from '../law/form-faults.ts';
import type { Law } from '../law/law.ts';
import { formatNumber } from '../explanation/format.ts';
import type { AuditOptions, SheetInput } from './input.ts';
import { rankReader } from './cells/ranks.ts';
import { completenessOf } from './completeness.ts';
import type { AnnexForm } from './forms.ts';
import { sheetMessage, type SheetCode } from './messages.ts';
import type { AuditRow, AuditSheet, NotRead, SheetNote, SumCheck } from './report.ts';
import { judgeRow, type JudgeScope } from './row/judge.ts';
import { judgeSalary } from './salary/judge-salary.ts';
import type { SalaryIndex } from './salary/link.ts';
import { blocksOf } from './sheet/blocks.ts';
import { findLayout, type SheetLayout } from './sheet/layout.ts';
import { mappedLayout, type SheetMap } from './sheet/map.ts';
import { unmerged } from './sheet/merged.ts';
import { findPeople, HeadingContext, type PersonRow } from './sheet/people.ts';
import { rowRanges } from './sheet/ranges.ts';
import { peopleUnread, unread } from './sheet/unread.ts';
import { checkedSums } from './sums.ts';

/** A sheet that is an annex form, and where its columns stand. */
export interface FoundSheet {
  readonly input: SheetInput;
  readonly form: AnnexForm;
  readonly layout: SheetLayout | undefined;
  readonly notes: readonly SheetNote[];
  readonly map: SheetMap | undefined;
}

/** A sheet that was audited, and who in it was not. */
export interface AuditedSheet {
  readonly sheet: AuditSheet;
  readonly unread: readonly NotRead[];
}

/** How a sheet was recognised: by which form and map, and whether its tab, title or map says so. */
interface Recognising {
  readonly form: AnnexForm;
  readonly map: SheetMap | undefined;
  readonly named: boolean;
}

type Note = (code: SheetCode, params?: Record<string, string | number>) => SheetNote;

function noting(lang: Lang): Note {
  return (code, params = {}) => ({ code, message: sheetMessage(lang, code, params) });
}

/** Finds the columns of a sheet, and notes what is to be known of it. */
export function recognise(input: SheetInput, { form, map, named }: Recognising, lang: Lang): FoundSheet {
  const note = noting(lang);
  const notes: SheetNote[] = [];
  if (!named) notes.push(note('by-headings', { form: form.title[lang] }));
  if (input.hidden) notes.push(note('hidden-sheet'));
  const mapped = map ? mappedLayout(map, form, input.rows) : undefined;
  const layout = mapped && 'form' in mapped ? mapped : findLayout(form, input.rows);
  if (mapped && !('form' in mapped)) notes.push(note('columns-missing', { columns: mapped.join(', ') }));
  if (!layout) notes.push(note('no-header'));
  else notes.push(...layoutNotes(layout, form, note, lang));
  return { input, form, layout, notes, map };
}

function layoutNotes(layout: SheetLayout, form: AnnexForm, note: Note, lang: Lang): SheetNote[] {
  const notes: SheetNote[] = [];
  if (layout.by === 'words') notes.push(note('no-number-row'));
  if (layout.offset !== 0) notes.push(note('shifted', { offset: layout.offset }));
  if (layout.money && layout.money.dong !== 1) {
    const { dong, row, text } = layout.money;
    notes.push(note('money-unit', { dong: formatNumber(dong, lang), row, text }));
  }
  const summed = new Set(form.columns.flatMap(({ gives }) => (gives && 'sum' in gives ? gives.sum : [])));
  const lost = form.columns.filter(({ key, number, gives }) => {
    // A sheet without other regimes needs no grand total beside its total.
    if (layout.at.has(key) || (gives && 'sum' in gives && !hasSummand(form, layout, summed))) return false;
    return (gives !== undefined && number > 0) || key === 'leaving';
  });
  if (lost.length > 0) notes.push(note('columns-missing', { columns: titlesOf(lost, lang) }));
  return notes;
}

function hasSummand({ columns }: AnnexForm, { at }: SheetLayout, summed: ReadonlySet<number>): boolean {
  return columns.some(({ key, number, gives }) => summed.has(number) && gives === undefined && at.has(key));
}

/** Columns as a note names them: the number and title of each. */
function titlesOf(columns: readonly FormColumn[], lang: Lang): string {
  return columns.map(({ number, title }) => (number > 0 ? `${number} ${title[lang]}` : title[lang])).join('; ');
}

/** Audits every person of a sheet. */
export function auditSheet(
  { input, form, layout, notes, map }: FoundSheet,
  law: Law,
  options: AuditOptions,
  salaries: SalaryIndex,
): AuditedSheet {
  const lang = options.lang ?? 'vi';
  const note = noting(lang);
  const head = { sheet: input.name, form: form.form, ...(input.hidden ? { hidden: true as const } : {}) };
  const nothing = (code: 'no-header' | 'scheme-missing', more: readonly SheetNote[] = []): AuditedSheet => {
    const left = peopleUnread(input, code, lang);
    const notRead = left.reduce((sum, { people }) => sum + people, 0);
    const completeness = completenessOf([], { notRead });
    return { sheet: { ...head, notes: [...notes, ...more], completeness, sums: [], rows: [] }, unread: left };
  };
  if (!layout) return nothing('no-header');
  if (!law.schemes.has(form.scheme))
    return nothing('scheme-missing', [note('scheme-missing', { scheme: form.scheme })]);
  const words = wordsOf(law, form);
  const scope: Omit<JudgeScope, 'layout'> = {
    law,
    lang,
    options: calculating(options, form, law, lang),
    ...words,
    defaults: map?.defaults ?? {},
    salaryOf: (name, birth) => salaries.find(name, birth),
  };
  const context = new HeadingContext();
  const shared = new Set<FormColumn>();
  const rows: AuditRow[] = [];
  const sums: SumCheck[] = [];
  const nameless: number[] = [];
  for (const block of blocksOf(layout, input.rows)) {
    const merged = unmerged(block.rows, block.layout, input.merges ?? [], words.readRank);
    for (const column of merged.shared) shared.add(column);
    const found = findPeople(merged.rows, block.layout, merged.over, context);
    const within = { ...scope, layout: block.layout };
    const judge = (person: PersonRow): AuditRow =>
      form.of === 'salary' ? judgeSalary(person, within, { salaries, sheet: input.name }) : judgeRow(person, within);
    rows.push(...found.people.map(judge));
    sums.push(...checkedSums(found.sums, rows, block.layout, lang));
    nameless.push(...found.unread.map(({ row }) => row));
  }
  const hidden = rows.filter((one) => one.hidden).map(({ row }) => row);
  const left = nameless.length > 0 ? [unread(input.name, nameless, 'no-name', lang)] : [];
  const more = [
    ...(shared.size > 0 ? [note('merged-rows', { columns: titlesOf([...shared], lang) })] : []),
    ...(hidden.length > 0 ? [note('hidden-rows', { count: hidden.length, rows: rowRanges(hidden, lang) })] : []),
  ];
  const sheet: AuditSheet = {
    ...head,
    ...(layout.headingRow >= 1 ? { headingRow: layout.headingRow } : {}),
    ...(layout.money && layout.money.dong !== 1 ? { dong: layout.money.dong } : {}),
    notes: [...notes, ...more],
    completeness: completenessOf(rows, { passedOver: nameless.length }),
    sums,
    rows,
  };
  return { sheet, unread: left };
}

/** The options of `calculate` for a form: only the readings that its scheme knows, and the version pinned for it. */
function calculating(options: AuditOptions, form: AnnexForm, law: Law, lang: Lang): CalculateOptions {
  const { asOf, scheme, interpretations = {}, acceptUnverified } = options;
  const questions = law.questions(form.scheme);
  const chosen = Object.entries(interpretations).filter(([id]) => questions.has(id));
  return {
    law,
    lang,
    interpretations: Object.fromEntries(chosen),
    ...(asOf === undefined || (scheme !== undefined && scheme !== form.scheme) ? {} : { asOf }),
    ...(acceptUnverified ? { acceptUnverified } : {}),
  };
}

/** How ranks are read, those that the law of a form names among them, which groups share them, and the groups of civil units. */
function wordsOf(law: Law, form: AnnexForm): Pick<JudgeScope, 'readRank' | 'civil' | 'sharing'> {
  const having = new Map<string, Set<string>>();
  const civil = new Set<string>();
  for (const version of versionsOf(law, form.scheme)) {
    for (const { provision } of version.rules('age-limit'))
      for (const limit of provision.limits)
        for (const rank of limit.ranks ?? []) {
          const groups = having.get(rank) ?? new Set<string>();
          having.set(rank, groups);
          for (const group of provision.group) groups.add(group);
        }
    for (const { provision } of version.rules('group')) {
      if (provision.regime === 'civil' && version.coversGroup(provision.group)) civil.add(provision.group);
    }
  }
  const forces = form.writing.ranks.forces.map(({ group }) => group);
  return {
    readRank: rankReader(form.writing, [...having.keys()]),
    sharing: (rank) => forces.filter((group) => having.get(rank)?.has(group)),
    civil: [...civil],
  };
}
