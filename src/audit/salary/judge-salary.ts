import { ZERO, type Decimal as Exact } from '../../base/decimal.ts';
import type { Derivation } from '../../derivation/derivation.ts';
import { formatMoney } from '../../explanation/format.ts';
import { rounded } from '../../salary/rounding.ts';
import type { SalaryLine } from '../../salary/salary.ts';
import { readDate } from '../cells/dates.ts';
import { certain } from '../cells/reading.ts';
import type { AuditRow } from '../report.ts';
import { shownDeclared, shownDifference, shownValue } from '../row/explain.ts';
import { amountOf, declaredOf, type Judged } from '../row/judged.ts';
import type { JudgeScope } from '../row/judge.ts';
import { RowReader } from '../row/primary.ts';
import { reportRow } from '../row/row-report.ts';
import { agrees, isNothing, readDeclared, type Value } from '../row/values.ts';
import type { PersonRow } from '../sheet/people.ts';
import { workSalary } from './components.ts';
import type { SalaryIndex } from './link.ts';
import { readSalary } from './read-salary.ts';

/** Where the salaries that could be computed are noted. */
export interface SalaryTarget {
  readonly salaries: SalaryIndex;
  readonly sheet: string;
}

/** Judges one row of form I.5: every component from the coefficients, percentages and dates of the row. */
export function judgeSalary(person: PersonRow, scope: JudgeScope, target: SalaryTarget): AuditRow {
  const reader = new RowReader(person, scope.layout);
  const read = readSalary(reader, scope);
  const derivation = typeof read === 'string' ? read : workSalary(scope.layout.form, read.given, scope.options);
  const found = { person, reader, lang: scope.lang };
  if (typeof read === 'string' || typeof derivation === 'string') {
    const why = typeof derivation === 'string' ? derivation : '';
    const judged = declaredColumns(reader, () => ({ kind: 'money', amount: ZERO }));
    for (const one of judged) notComputable(one, why);
    return reportRow({ ...found, judged, at: undefined, derivation: undefined });
  }
  const total = derivation.salary.amount.plus(read.added);
  const judged = declaredColumns(reader, (one) => valueOf(one, derivation, total));
  for (const one of judged) judgeOne(one, read.opaque);
  componentsThatFollow(judged, derivation);
  totalThatFollows(judged, read.added);
  name(judged, derivation, scope);
  if (!read.opaque) noteSalary(person, reader, judged, total, target);
  return reportRow({ ...found, judged, at: 0, derivation: { ...derivation, findings: [] } });
}

function noteSalary(
  person: PersonRow,
  reader: RowReader,
  judged: readonly Judged[],
  computed: Exact,
  target: SalaryTarget,
): void {
  const leaving = certain(readDate(reader.cell('leaving')));
  const birth = certain(
    readDate(reader.cell('birth'), leaving === undefined ? {} : { latest: Number(leaving.slice(0, 4)) }),
  );
  const total = totalOf(judged);
  target.salaries.add(person.name, birth, {
    sheet: target.sheet,
    row: person.row.row,
    cell: total?.cell ?? '',
    declared: total ? amountOf(total) : undefined,
    computed,
  });
}

function totalOf(judged: readonly Judged[]): Judged | undefined {
  return judged.find(({ column }) => column.key === 'total');
}

function declaredColumns(reader: RowReader, value: (column: Judged['column']) => Value): Judged[] {
  const { form, at } = reader.layout;
  return form.columns.flatMap((column): Judged[] => {
    if (!column.gives || !at.has(column.key)) return [];
    const reading = reader.noted(column.key, readDeclared(column, reader.cell(column.key)));
    return [
      {
        column,
        ...reader.where(column.key),
        reading,
        values: [value(column)],
        verdict: 'right',
        code: 'right',
        params: {},
      },
    ];
  });
}

function valueOf({ gives }: Judged['column'], { salary }: Derivation, total: Exact): Value {
  if (!gives || !('component' in gives)) return { kind: 'money', amount: total };
  return { kind: 'money', amount: salary.lines.find(({ component }) => component === gives.component)?.amount ?? ZERO };
}

function notComputable(one: Judged, why: string): void {
  one.verdict = 'unchecked';
  one.code = 'not-computable';
  one.params = { why };
  one.silent = one.reading.kind === 'blank';
}

/** Components that stand on nothing that might be hidden. */
const PLAIN: ReadonlySet<string> = new Set(['retainedAmount', 'coefficientAmount', 'positionAmount']);

function judgeOne(one: Judged, opaque: boolean): void {
  const [value] = one.values;
  const { reading } = one;
  if (!value) return;
  if (reading.kind === 'fault') {
    one.verdict = 'unchecked';
    one.code = reading.code;
  } else if (reading.kind === 'blank') {
    one.silent = isNothing(value);
    if (!isNothing(value)) [one.verdict, one.code] = ['wrong', 'not-declared'];
  } else if (reading.values.some((declared) => agrees(declared, value))) one.silent = isNothing(value);
  else if (opaque && !PLAIN.has(one.column.key)) notComputable(one, '');
  else [one.verdict, one.code] = ['wrong', isNothing(value) ? 'not-due' : 'wrong-amount'];
}

/** A percentage of declared amounts that are wrong follows from those. */
function componentsThatFollow(judged: readonly Judged[], { salary }: Derivation): void {
  for (const one of judged) {
    const line = lineOf(one, salary.lines);
    if (one.verdict !== 'wrong' || !line?.percentBase) continue;
    const of: readonly string[] = line.percentBase.provision.of;
    const bases = judged.filter((each) => of.includes(lineOf(each, salary.lines)?.component ?? ''));
    const wrong = bases.filter(({ verdict }) => verdict !== 'right');
    const exact = sum(bases).times(line.given.slice(0, -1)).div(100);
    const amount = salary.rounding ? rounded(salary.rounding.provision, exact) : exact;
    if (wrong.length > 0 && amountOf(one)?.eq(amount) === true) follow(one, wrong);
  }
}

/** A total that adds up wrong amounts follows from those. */
function totalThatFollows(judged: readonly Judged[], added: Exact): void {
  const total = totalOf(judged);
  if (total?.verdict !== 'wrong') return;
  const parts = judged.filter((one) => one !== total);
  const wrong = parts.filter(({ verdict }) => verdict === 'wrong' || verdict === 'follow-on');
  if (wrong.length > 0 && amountOf(total)?.eq(sum(parts).plus(added)) === true) follow(total, wrong);
  else if (wrong.length === 0 && total.code === 'wrong-amount') total.code = 'wrong-sum';
}

function lineOf({ column: { gives } }: Judged, lines: readonly SalaryLine[]): SalaryLine | undefined {
  return gives && 'component' in gives ? lines.find(({ component }) => component === gives.component) : undefined;
}

function sum(parts: readonly Judged[]): Exact {
  return parts.reduce((all, one) => all.plus(amountOf(one) ?? ZERO), ZERO);
}

function follow(one: Judged, causes: readonly Judged[]): void {
  one.verdict = 'follow-on';
  one.code = 'follows';
  one.follows = [...new Set(causes.flatMap((cause) => cause.follows ?? [cause.cell]))];
}

/** Gives the cells the numbers of their messages. */
function name(judged: readonly Judged[], { salary }: Derivation, { lang }: JudgeScope): void {
  for (const one of judged) {
    const [value] = one.values;
    if (!value || one.code === 'not-computable' || one.reading.kind === 'fault') continue;
    const line = lineOf(one, salary.lines);
    const difference = shownDifference(declaredOf(one), value, lang);
    one.params = {
      declared: shownDeclared(declaredOf(one), one.text, lang),
      computed: shownValue(value, lang),
      ...(difference === undefined ? {} : { difference }),
      why: line ? `${line.given} × ${formatMoney(baseOf(line, salary.lines), lang)}.` : '',
      cause: (one.follows ?? []).join(', '),
    };
  }
}

function baseOf(line: SalaryLine, lines: readonly SalaryLine[]): Exact {
  if (!line.percentBase) return line.amount.div(line.given);
  const of: readonly string[] = line.percentBase.provision.of;
  return lines.reduce((all, { component, amount }) => (of.includes(component) ? all.plus(amount) : all), ZERO);
}
