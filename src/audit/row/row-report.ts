import { ZERO, type Decimal as Exact } from '../../base/decimal.ts';
import type { Lang } from '../../base/text.ts';
import type { Derivation, TouchedQuestion } from '../../engine/derivation.ts';
import type { Params } from '../../messages/issue.ts';
import { cellMessage, SHARED_BY } from '../messages.ts';
import type { AuditCell, AuditRow, RowVerdict } from '../report.ts';
import type { PersonRow } from '../sheet/people.ts';
import { differenceText } from './explain.ts';
import { amountOf, declaredOf, showsBenefit, sumOf, type DeclaredCell } from './cells.ts';
import type { RowReader, Unreadable } from './primary.ts';
import { valueText, type Value } from './values.ts';
import { certainValue, isWrong, type Verdict, type Verdicts } from './verdicts.ts';

/** What a row is reported with. */
export interface RowFound {
  readonly person: PersonRow;
  readonly reader: RowReader;
  readonly verdicts: Verdicts;
  /** The variant that speaks for the row; undefined where nothing could be computed. */
  readonly at: number | undefined;
  readonly derivation: Derivation | undefined;
  /** What is warned of. */
  readonly warnings?: readonly { readonly code: string; readonly message: string }[];
  /** Open legal questions that the row touches. */
  readonly questions?: readonly TouchedQuestion[];
  readonly lang: Lang;
  /** By what the person is known beside the name. */
  readonly known?: NonNullable<AuditRow['known']>;
}

/** Reports a row: every cell that says or should say something, the totals, the repairs. */
export function reportRow({
  person,
  reader,
  verdicts,
  at,
  derivation,
  warnings = [],
  questions = [],
  lang,
  known,
}: RowFound): AuditRow {
  const law = derivation?.law;
  const said = [...verdicts].flatMap(([one, verdict]) =>
    verdict.silent === true ? [] : [cellOf(one, verdict, at, lang)],
  );
  const unread = reader.unreadable.filter(({ cell }) => !said.some((one) => one.cell === cell));
  const cells = [...unread.map((one) => unreadableCell(one, lang)), ...said].sort((a, b) => a.column - b.column);
  return {
    row: person.row.row,
    name: person.name,
    ...(person.unit === undefined ? {} : { unit: person.unit }),
    verdict: rowVerdict(cells),
    ...totalsOf(verdicts, at),
    ...(law ? { law: { scheme: law.scheme, version: law.date, hash: law.hash } } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
    ...(questions.length > 0 ? { interpretations: questions } : {}),
    ...(person.row.hidden ? { hidden: true as const } : {}),
    ...(known ? { known } : {}),
    cells,
    repairs: reader.repairs,
  };
}

/**
 * What the engine warns of under every case that the row allows: a warning that only one reading of an open date brings
 * is the program's own.
 */
export function warningsOf(cases: readonly Derivation[], lang: Lang): { code: string; message: string }[] {
  const [first, ...others] = cases.map(({ findings }) => findings.filter(({ severity }) => severity === 'warning'));
  const found = first?.filter(({ code }) => others.every((some) => some.some((one) => one.code === code))) ?? [];
  return found.filter(({ code }) => !NOT_OF_FORMS.has(code)).map(({ code, words }) => ({ code, message: words[lang] }));
}

/** No form has a column for the day of the decision, so that every late leaver would be warned of it. */
const NOT_OF_FORMS: ReadonlySet<string> = new Set(['decision-date-not-given']);

function cellOf(one: DeclaredCell, said: Verdict, at: number | undefined, lang: Lang): AuditCell {
  const value = certainValue(one, said, at);
  const difference = value && one.reading.kind !== 'fault' ? differenceText(declaredOf(one), value) : undefined;
  return {
    cell: one.cell,
    column: one.column.number,
    declared: one.text,
    computed: value ? valueText(value) : null,
    ...(difference === undefined ? {} : { difference }),
    verdict: said.verdict,
    code: said.code,
    message: cellMessage(lang, said.code, { ...cellParams(one, lang), ...said.params }),
    ...(said.follows ? { follows: said.follows } : {}),
    ...(said.question ? { reading: said.question } : {}),
  };
}

/** What every message of a cell may say: its column, its text, and with which cells it is merged. */
function cellParams({ column, text, shared }: Pick<Unreadable, 'column' | 'text' | 'shared'>, lang: Lang): Params {
  const said = { title: column.title[lang], declared: text };
  return shared ? { ...said, range: shared.range, shared: SHARED_BY[shared.by][lang] } : said;
}

function unreadableCell(one: Unreadable, lang: Lang): AuditCell {
  const { column, cell, text, reading, why } = one;
  return {
    cell,
    column: column.number,
    declared: text,
    computed: null,
    verdict: 'unchecked',
    code: reading.code,
    message: cellMessage(lang, reading.code, { ...cellParams(one, lang), ...(why === undefined ? {} : { why }) }),
  };
}

/** The totals of a row. A sheet without a total, or with a blank one, is taken at the sum of its amounts. */
function totalsOf(
  verdicts: Verdicts,
  at: number | undefined,
): Pick<AuditRow, 'declaredTotal' | 'computedTotal' | 'difference'> {
  const cells = [...verdicts.keys()];
  const total = cells.find(({ column: { gives } }) => gives !== undefined && 'total' in gives);
  const lines = cells.filter((one) => showsBenefit(one) || (one.column.gives && 'component' in one.column.gives));
  const certain = (one: DeclaredCell): Exact | undefined => {
    const said = verdicts.get(one);
    return said && amountIn(certainValue(one, said, at));
  };
  const computed = total ? certain(total) : sumOf(lines, certain);
  const declared = declaredTotal(total, lines, computed);
  const right = total?.reading.kind === 'read' && verdicts.get(total)?.verdict === 'right';
  const isOfUnit = total !== undefined && verdicts.get(total)?.code === 'other-money-unit';
  const difference = right ? ZERO : declared && computed && !isOfUnit ? declared.minus(computed) : undefined;
  return {
    declaredTotal: declared?.toFixed() ?? null,
    computedTotal: computed?.toFixed() ?? null,
    difference: computed === undefined ? null : (difference?.toFixed() ?? null),
  };
}

function declaredTotal(
  total: DeclaredCell | undefined,
  lines: readonly DeclaredCell[],
  computed: Exact | undefined,
): Exact | undefined {
  if (total?.reading.kind === 'read') return amountOf(total);
  if (total?.reading.kind === 'fault') return undefined;
  if (lines.some(({ reading }) => reading.kind === 'read')) return sumOf(lines);
  return computed?.isZero() === true ? ZERO : undefined;
}

function amountIn(value: Value | undefined): Exact | undefined {
  return value?.kind === 'money' ? value.amount : undefined;
}

/** A row is wrong if a cell is, else unchecked if a cell is. */
function rowVerdict(cells: readonly AuditCell[]): RowVerdict {
  if (cells.some(isWrong)) return 'wrong';
  return cells.some(({ verdict }) => verdict === 'unchecked') ? 'unchecked' : 'right';
}
