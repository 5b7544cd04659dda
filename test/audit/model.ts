import { calculate } from '../../src/engine/calculate.ts';
import type { Result } from '../../src/engine/result.ts';
import type { Cell, TableRow } from '../../src/table/cell.ts';
import { formsOf, type Form, type SheetInput } from '../../src/audit.ts';

/** The forms that the tests know. */
export type FormId = 'I.1' | 'I.2' | 'I.3' | 'I.5';

/** The annex forms by their numbers. */
export const FORMS = Object.fromEntries(formsOf()) as unknown as Readonly<Record<FormId, Form>>;

/** An invented person of a form, in the spelling of the sheet. */
export interface Someone {
  readonly name: string;
  readonly birth: string;
  readonly rank: string;
  readonly enlisted: string;
  readonly merger: string;
  /** YYYY-MM-DD. */
  readonly leaving: string;
  readonly salary: string;
}

/** The usual person of the tests: a colonel. */
export const COLONEL: Someone = {
  name: 'Trần Văn A',
  birth: '05/1971',
  rank: 'Đại tá',
  enlisted: '02/1990',
  merger: '01/03/2025',
  leaving: '2025-06-01',
  salary: '32535360',
};

const iso = (text: string): string => text.split('/').reverse().join('-');

/** The rank and group of a person as the case wants them. */
function whoOf(rank: string): { group: string; rank: string } {
  const professional = / CN$/.test(rank);
  return {
    group: professional ? 'professional-soldier' : 'army-officer',
    rank: rank.replace(/ CN$/, '').toLowerCase(),
  };
}

/** The service of a soldier: from the enlistment month to the month before leaving. */
export function serviceOf({ enlisted, leaving }: Someone): number {
  const [month = 0, year = 0] = enlisted.split('/').map(Number);
  return Number(leaving.slice(0, 4)) * 12 + Number(leaving.slice(5, 7)) - (year * 12 + month);
}

/** What the public engine gives a person. */
export function resultOf(someone: Someone, route: 'early-retirement' | 'severance', scheme = 'nd178'): Result {
  const service = serviceOf(someone);
  const found = calculate(
    {
      // Drawn people may have enlisted at any age.
      acceptImplausible: true,
      person: { sex: 'male', birth: iso(someone.birth), ...whoOf(someone.rank) },
      leaving: {
        route,
        date: someone.leaving,
        reorganisation: iso(someone.merger),
        ...(scheme === 'nd177' ? { impact: 're-election' } : {}),
      },
      insurance: { years: Math.floor(service / 12), months: service % 12 },
      salary: { monthly: someone.salary },
    },
    { scheme },
  );
  if (!found.ok) throw new Error(found.issues.map(({ message }) => message).join(' '));
  return found.value;
}

/** The declared columns of form I.1 as a careful clerk fills them, from the public result. */
export function declaredI1(someone: Someone): Record<number, string> {
  const result = resultOf(someone, 'early-retirement');
  const { measures } = result;
  if (!measures) throw new Error('no measures');
  const months = Number(measures.monthsEarly);
  const amount = (id: string): string => result.benefits.find((one) => one.id === id)?.amount ?? '';
  const first = measures.window === 'first-12-months';
  const long = months > 60;
  const service = Number(measures.serviceYears);
  const cells: Record<number, string> = { 10: String(months), 11: String(measures.yearsEarly), 12: String(service) };
  cells[(first ? 13 : 15) + (long ? 1 : 0)] = amount('early-months');
  const at = long ? 20 : 17;
  cells[at] = amount('early-years');
  const line = result.benefits.find((one) => one.id === 'service');
  if (line) {
    const fixed = BigInt(someone.salary) * BigInt(line.formula.includes('(4 ') || /^4 /.test(line.formula) ? 4 : 5);
    cells[at + 1] = String(fixed);
    cells[at + 2] = String(BigInt(line.amount) - fixed);
  }
  cells[23] = result.total;
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '' && text !== '0'));
}

/** The declared columns of form I.2. */
export function declaredI2(someone: Someone): Record<number, string> {
  const result = resultOf(someone, 'severance');
  const { measures } = result;
  if (!measures) throw new Error('no measures');
  const amount = (id: string): string => result.benefits.find((one) => one.id === id)?.amount ?? '';
  const at = measures.window === 'first-12-months' ? 12 : 15;
  return {
    10: String(measures.severanceMonths),
    11: String(measures.serviceYears),
    [at]: amount('severance-months'),
    [at + 1]: amount('severance-service'),
    [at + 2]: amount('job-search'),
    18: result.total,
    20: result.total,
  };
}

const money = (text: string): Cell =>
  /^-?\d+(\.\d+)?$/.test(text) ? { kind: 'number', value: Number(text), percent: false } : text;

/** The primary columns of a person, in the spelling of the sheet. */
export function primaryOf(someone: Someone): Record<number, string> {
  const { name, birth, rank, enlisted, merger, leaving, salary } = someone;
  return {
    1: name,
    2: birth,
    3: rank,
    4: 'Trợ lý',
    5: enlisted,
    6: 'HTTNV',
    7: merger,
    8: iso(leaving.split('-').join('/')).split('-').join('/'),
    9: salary,
  };
}

/** A row of a sheet whose columns stand as the form numbers them, after one for the ordinal. */
export function rowOf(row: number, cells: Readonly<Record<number, string>>, ordinal = ''): TableRow {
  const made: Cell[] = [ordinal === '' ? null : ordinal];
  for (const [number, text] of Object.entries(cells)) {
    while (made.length <= Number(number)) made.push(null);
    made[Number(number)] = Number(number) >= 9 ? money(text) : text;
  }
  return { row, cells: made };
}

/** Form I.5 asks for no birth; these units put one in, and the other columns before the coefficient in an order of their own. */
const WITH_BIRTH = { 1: 'Họ và tên', 2: 'Tháng, năm sinh', 3: 'Cấp bậc', 4: 'Chức vụ', 5: 'Đơn vị' };

/** A sheet of a form: title, heading, number row, then the rows given. */
export function sheetOf(
  form: FormId,
  rows: readonly Readonly<Record<number, string>>[],
  name: string = form,
): SheetInput {
  const { columns } = FORMS[form];
  const own: Record<number, string> = Object.fromEntries(columns.map(({ number, title }) => [number, title.vi]));
  const titles = form === 'I.5' ? { ...own, ...WITH_BIRTH } : own;
  const numbers: Record<number, string> = Object.fromEntries(columns.map(({ number }) => [number, String(number)]));
  return {
    name,
    rows: [
      { row: 1, cells: ['DANH SÁCH KÊ KHAI'] },
      { ...rowOf(4, titles, 'Số TT'), row: 4 },
      rowOf(5, numbers),
      ...rows.map((cells, at) => rowOf(at + 6, cells, String(at + 1))),
      { row: rows.length + 6, cells: [null, 'Tổng cộng'] },
    ],
  };
}
