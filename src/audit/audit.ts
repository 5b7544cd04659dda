import { fromOldEncoding, type OldEncoding } from '../base/old-encodings.ts';
import { builtinLaw } from '../law/builtin.ts';
import type { Law } from '../law/law.ts';
import { cellText, isBlank } from '../table/cell.ts';
import { unicodeRow } from '../table/old-text.ts';
import { addedUp } from './completeness.ts';
import { Doubles } from './doubles.ts';
import { formsOf } from './forms.ts';
import { isOwnSheet } from './mark-table.ts';
import { AUDIT_OPTIONS, type AuditOptions, type BookInput, type SheetInput } from './input.ts';
import { demandOptions } from '../messages/options.ts';
import type { AuditFile, AuditReport, AuditSheet, NotRead } from './report.ts';
import { Reconciler } from './reconcile/reconciler.ts';
import type { DeclaredTotal } from './reconcile/report.ts';
import { declaredTotals, isSummaryAnnex } from './reconcile/summary-annex.ts';
import { SalaryIndex } from './salary/link.ts';
import { auditSheet, recognise, type FoundSheet } from './sheet-audit.ts';
import { formByHeadings, mapOf } from './sheet/map.ts';
import { formOfTab, formOfTitle } from './sheet/tab.ts';
import { otherActOf } from './sheet/other-act.ts';
import { otherActUnread, peopleUnread } from './sheet/unread.ts';
import { AuditTally } from './summary.ts';
import { Work } from './work/work.ts';

/**
 * Audits workbooks: every declared amount computed again from the primary data of its row. Pure. Throws a `TypeError` for
 * an option that there is none of.
 */
export function audit(books: readonly BookInput[], options: AuditOptions = {}): AuditReport {
  demandOptions(options, AUDIT_OPTIONS);
  const { law = builtinLaw(), lang, paid, sample, weights } = options;
  const tally = new AuditTally(law);
  const doubles = new Doubles(lang);
  const files = books.map((book) => doubles.marked(auditedBook(book, options)));
  const reconciler = new Reconciler({ law, lang, paid });
  const work = new Work({ law, sample, weights });
  for (const file of files) {
    tally.add(file);
    reconciler.add(file);
    work.add(file);
  }
  const reconciliation = reconciler.result();
  return {
    schema: 'nd178/audit@1',
    files,
    summary: tally.summary(),
    ...(reconciliation ? { reconciliation } : {}),
    work: work.work(),
  };
}

/**
 * Audits one workbook. Salary sheets come first: what they give is primary for the other sheets. Throws a `TypeError` for
 * an option that there is none of.
 */
export function auditBook(book: BookInput, options: AuditOptions = {}): AuditFile {
  demandOptions(options, AUDIT_OPTIONS);
  return auditedBook(book, options);
}

/** {@link auditBook} under options that the caller has looked at. */
export function auditedBook({ file, sheets }: BookInput, options: AuditOptions): AuditFile {
  const lang = options.lang ?? 'vi';
  const law = options.law ?? builtinLaw();
  const [writing] = [...formsOf(law).values()].map((form) => form.writing);
  const found: FoundSheet[] = [];
  const skipped: string[] = [];
  const notRead: NotRead[] = [];
  const totals: DeclaredTotal[] = [];
  for (const given of sheets) {
    const { input, tab } = unicodeSheet(given, options.textEncoding);
    const own = isOwnSheet(input.name);
    const isMapped = (mapOf(options.map, tab) ?? mapOf(options.map, input.name)) !== undefined;
    const other = own || isMapped ? undefined : otherActOf(input, tab, law);
    const one = own || other ? undefined : foundSheet(input, tab, law, options);
    if (one) found.push(one);
    else {
      skipped.push(input.name);
      if (own) continue;
      notRead.push(...(other ? [otherActUnread(input, other, file, lang)] : peopleUnread(input, 'no-form', lang)));
      if (writing) totals.push(...declaredTotals(input.name, input.rows, writing));
    }
  }
  const salaries = new SalaryIndex();
  const done = new Map<FoundSheet, AuditSheet>();
  const isSalary = ({ form }: FoundSheet): boolean => form.of === 'salary';
  for (const one of [...found].sort((a, b) => Number(isSalary(b)) - Number(isSalary(a)))) {
    const { sheet, unread } = auditSheet(one, law, options, salaries);
    done.set(one, sheet);
    notRead.push(...unread);
  }
  const audited = found.flatMap((one) => done.get(one) ?? []);
  const left = notRead.reduce(
    (sum, { code, people }) => sum + (code === 'no-form' || code === 'other-act' ? people : 0),
    0,
  );
  const completeness = addedUp(audited.map((one) => one.completeness));
  return {
    file,
    sheets: audited,
    skipped,
    completeness: { ...completeness, people: completeness.people + left, notRead: completeness.notRead + left },
    notRead,
    ...(totals.length > 0 ? { totals } : {}),
  };
}

/** What a sheet is: by a map, its tab, the title above its table, else by its headings. */
function foundSheet(input: SheetInput, tab: string, law: Law, options: AuditOptions): FoundSheet | undefined {
  const lang = options.lang ?? 'vi';
  const map = mapOf(options.map, tab) ?? mapOf(options.map, input.name);
  const byTab = map?.form ?? formOfTab(tab, law);
  // A summary annex names the forms that it adds up.
  if (byTab === undefined && isSummaryAnnex(input.rows)) return undefined;
  const named = byTab ?? titleOf(input, law);
  const form = formsOf(law).get(named ?? '') ?? formByHeadings(input.rows, law)?.form;
  return form && recognise(input, { form, map, named: named !== undefined }, lang);
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
