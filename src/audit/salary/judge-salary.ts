import { ZERO, type Decimal as Exact } from '../../base/decimal.ts';
import type { Derivation } from '../../engine/derivation.ts';
import { formatMoney } from '../../explanation/format.ts';
import { rounded } from '../../engine/salary/rounding.ts';
import type { SalaryLine } from '../../engine/salary/salary.ts';
import { readDate } from '../cells/dates.ts';
import { certain } from '../cells/reading.ts';
import type { AuditRow } from '../report.ts';
import { amountOf, sumOf, type DeclaredCell } from '../row/cells.ts';
import type { JudgeScope } from '../row/judge.ts';
import { RowReader } from '../row/primary.ts';
import { reportRow } from '../row/row-report.ts';
import { agrees, isNothing, type Value } from '../row/values.ts';
import { followOn, isWrong, unchecked, withNumbers, type Verdict, type Verdicts } from '../row/verdicts.ts';
import type { SheetLayout } from '../sheet/layout.ts';
import type { PersonRow } from '../sheet/people.ts';
import { workSalary } from './components.ts';
import type { SalaryIndex } from './link.ts';
import { readSalary } from './read-salary.ts';

/** Where the salaries that could be computed are noted. */
export interface SalaryTarget {
  readonly salaries: SalaryIndex;
  readonly sheet: string;
}

/** Judges one row of a salary sheet: every component from the coefficients, percentages and dates of the row. */
export function judgeSalary(person: PersonRow, scope: JudgeScope, target: SalaryTarget): AuditRow {
  const reader = new RowReader(person, scope.layout);
  const read = readSalary(reader, scope);
  const derivation = typeof read === 'string' ? read : workSalary(scope.layout.form, read.given, scope.options);
  const found = { person, reader, lang: scope.lang };
  if (typeof read === 'string' || typeof derivation === 'string') {
    const why = typeof derivation === 'string' ? derivation : '';
    const cells = declaredCells(reader, () => ({ kind: 'money', amount: ZERO }));
    const verdicts = new Map(cells.map((one) => [one, notComputable(one, why)]));
    return reportRow({ ...found, verdicts, at: undefined, derivation: undefined });
  }
  const total = derivation.salary.amount.plus(read.added);
  const cells = declaredCells(reader, (column) => valueOf(column, derivation, total));
  const first = new Map(cells.map((one) => [one, firstVerdict(one, read.opaque && !isStated(one, scope.layout))]));
  const followed = withTotal(withComponents(first, derivation), read.added);
  const verdicts = new Map([...followed].map(([one, said]) => [one, named(one, said, derivation, scope)]));
  if (!read.opaque) noteSalary(person, reader, cells.find(isTotal), total, target);
  return reportRow({ ...found, verdicts, at: 0, derivation: { ...derivation, findings: [] } });
}

function noteSalary(
  person: PersonRow,
  reader: RowReader,
  total: DeclaredCell | undefined,
  computed: Exact,
  target: SalaryTarget,
): void {
  const leaving = certain(readDate(reader.cell('leaving')));
  const frame = leaving === undefined ? {} : { latest: Number(leaving.slice(0, 4)) };
  target.salaries.add(person.name, certain(readDate(reader.cell('birth'), frame)), {
    sheet: target.sheet,
    row: person.row.row,
    cell: total?.cell ?? '',
    declared: total ? amountOf(total) : undefined,
    computed,
  });
}

function isTotal({ column: { gives } }: DeclaredCell): boolean {
  return gives !== undefined && 'total' in gives;
}

function declaredCells(reader: RowReader, value: (column: DeclaredCell['column']) => Value): DeclaredCell[] {
  const { form, at } = reader.layout;
  return form.columns.flatMap((column): DeclaredCell[] => {
    if (!column.gives || !at.has(column.key)) return [];
    const reading = reader.noted(column.key, reader.declared(column));
    return [{ column, ...reader.where(column.key), reading, values: [value(column)] }];
  });
}

function valueOf(column: DeclaredCell['column'], { salary }: Derivation, total: Exact): Value {
  const { gives } = column;
  if (!gives || !('component' in gives)) return { kind: 'money', amount: total };
  return { kind: 'money', amount: lineOf({ column }, salary.lines)?.amount ?? ZERO };
}

function notComputable(one: DeclaredCell, why: string): Verdict {
  return unchecked('not-computable', { why }, one.reading.kind === 'blank');
}

/** Whether a column shows a component whose coefficient the form asks for, so that nothing hidden enters it. */
function isStated({ column: { gives } }: DeclaredCell, { form }: SheetLayout): boolean {
  if (!gives || !('component' in gives)) return false;
  return form.columns.some(({ states, holds }) => states === gives.component && holds === 'coefficient');
}

/** The verdict on a cell alone. `hidden`: what cannot be checked may enter its value. */
function firstVerdict(one: DeclaredCell, hidden: boolean): Verdict {
  const { reading } = one;
  const value = one.values[0] as Value;
  const silent = isNothing(value);
  if (reading.kind === 'fault') return unchecked(reading.code, {});
  if (reading.kind === 'blank' ? silent : reading.values.some((declared) => agrees(declared, value)))
    return { verdict: 'right', code: 'right', params: {}, silent };
  if (reading.kind === 'blank') return { verdict: 'wrong', code: 'not-declared', params: {} };
  if (hidden) return notComputable(one, '');
  return { verdict: 'wrong', code: silent ? 'not-due' : 'wrong-amount', params: {} };
}

/** A percentage of declared amounts that are wrong follows from those. */
function withComponents(before: Verdicts, { salary }: Derivation): Verdicts {
  const verdicts = new Map(before);
  for (const [one, said] of before) {
    const line = lineOf(one, salary.lines);
    if (said.verdict !== 'wrong' || !line?.percentBase) continue;
    const of: readonly string[] = line.percentBase.provision.of;
    const bases = [...before.keys()].filter((each) => of.includes(lineOf(each, salary.lines)?.component ?? ''));
    const wrong = bases.filter((base) => verdicts.get(base)?.verdict !== 'right');
    const exact = declaredSum(bases).times(line.given.slice(0, -1)).div(100);
    const amount = salary.rounding ? rounded(salary.rounding.provision, exact) : exact;
    if (wrong.length > 0 && amountOf(one)?.eq(amount) === true) verdicts.set(one, followOn(said, wrong, verdicts));
  }
  return verdicts;
}

/** A total that adds up wrong amounts follows from those; one beside amounts that are all right is a wrong sum. */
function withTotal(before: Verdicts, added: Exact): Verdicts {
  const cells = [...before.keys()];
  const total = cells.find(isTotal);
  const said = total && before.get(total);
  if (!total || said?.verdict !== 'wrong') return before;
  const parts = cells.filter((one) => one !== total);
  const wrong = parts.filter((part) => isWrong(before.get(part)));
  if (wrong.length === 0)
    return said.code === 'wrong-amount' ? new Map(before).set(total, { ...said, code: 'wrong-sum' }) : before;
  if (amountOf(total)?.eq(declaredSum(parts).plus(added)) !== true) return before;
  return new Map(before).set(total, followOn(said, wrong, before));
}

function lineOf(
  { column: { gives } }: Pick<DeclaredCell, 'column'>,
  lines: readonly SalaryLine[],
): SalaryLine | undefined {
  return gives && 'component' in gives ? lines.find(({ component }) => component === gives.component) : undefined;
}

/** The sum of declared amounts; one that cannot be read counts as nothing. */
function declaredSum(cells: readonly DeclaredCell[]): Exact {
  return sumOf(cells, (one) => amountOf(one) ?? ZERO) ?? ZERO;
}

/** A verdict with the numbers of its message. */
function named(one: DeclaredCell, said: Verdict, { salary }: Derivation, { lang }: JudgeScope): Verdict {
  if (said.code === 'not-computable' || one.reading.kind === 'fault') return said;
  const line = lineOf(one, salary.lines);
  const given = lang === 'vi' ? line?.given.replace('.', ',') : line?.given;
  const why = line ? `${given} × ${formatMoney(baseOf(line, salary.lines), lang)}.` : '';
  return withNumbers(one, said, one.values[0] as Value, why, lang);
}

function baseOf(line: SalaryLine, lines: readonly SalaryLine[]): Exact {
  if (!line.percentBase) return line.amount.div(line.given);
  const of: readonly string[] = line.percentBase.provision.of;
  return lines.reduce((all, { component, amount }) => (of.includes(component) ? all.plus(amount) : all), ZERO);
}
