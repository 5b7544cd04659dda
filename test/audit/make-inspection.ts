import { saveXlsx } from '../../src/workbook/save.ts';
import type { SheetCell, SheetPlan } from '../../src/workbook/plan.ts';
import type { SheetInput } from '../../src/audit.ts';
import { COLONEL, declaredI1, declaredI2, primaryOf, sheetOf, type Someone } from './model.ts';

/** Where the workbooks of the walk in docs/auditor.md stand. */
export const INSPECTION = 'examples/kiem-tra';

const UNITS = 30;
const LETTERS = ['A', 'B', 'C'];

type Cells = Record<number, string>;

/** An invented person of a unit: named by a letter and the number of the unit. */
function someone(unit: number, at: number): Someone {
  const month = ((unit * 5 + at * 3) % 9) + 1;
  return {
    ...COLONEL,
    name: `Nguyễn Văn ${LETTERS[at] ?? ''}${unit}`,
    birth: `0${month}/${1971 + ((unit + at) % 3)}`,
    enlisted: `0${((unit + at) % 8) + 1}/${1990 + ((unit * 2 + at) % 4)}`,
    leaving: ['2025-06-01', '2025-08-01', '2025-12-01'][(unit + at) % 3] ?? '2025-06-01',
    salary: String(20_000_000 + ((unit * 7 + at * 11) % 13) * 900_000),
  };
}

const retired = (one: Someone): Cells => ({ ...primaryOf(one), ...declaredI1(one) });

/** Somebody too young for a pension, who leaves with severance. */
function dismissed(unit: number): Cells {
  const one: Someone = {
    ...someone(unit, 2),
    rank: 'Thiếu tá CN',
    birth: `0${(unit % 9) + 1}/1985`,
    enlisted: '09/2006',
  };
  return { ...primaryOf(one), ...declaredI2(one) };
}

/** A declared amount changed, and the total with it. */
function moved(cells: Cells, column: number, by: number): Cells {
  const to = (number: number): string => String(Number(cells[number] ?? 0) + by);
  return { ...cells, [column]: to(column), 23: to(23) };
}

/** What the units did wrong: the amounts of one column, the whole computed on another salary, a month too many. */
function withErrors(unit: number, people: readonly Cells[]): Cells[] {
  const [first = {}, ...rest] = people;
  const filled = [17, 20].find((column) => first[column] !== undefined) ?? 17;
  if (unit % 6 === 0) return [moved(first, filled, 25_000_000), ...rest];
  if (unit % 10 === 3) return [moved(first, filled, -10_000_000), ...rest];
  if (unit % 7 === 5) return [{ ...first, 10: String(Number(first[10]) + 1) }, ...rest];
  return [...people];
}

/** A workbook of the walk: its name and its sheets, as an audit reads them. */
export interface InspectionBook {
  readonly file: string;
  readonly sheets: readonly SheetInput[];
}

/** The workbooks of thirty units: most declare rightly, some do not, one person stands in two of them. */
export function inspectionBooks(): InspectionBook[] {
  return Array.from({ length: UNITS }, (_, at) => {
    const unit = at + 1;
    const people = [0, 1].map((each) => retired(someone(unit, each)));
    const own = withErrors(unit, unit === 20 ? [...people, retired(someone(4, 0))] : people);
    const severance = unit % 4 === 0 ? [sheetOf('I.2', [dismissed(unit)], 'PL I.2')] : [];
    return {
      file: `don-vi-${String(unit).padStart(2, '0')}.xlsx`,
      sheets: [sheetOf('I.1', own, 'PL I.1'), ...severance],
    };
  });
}

/** The summary annex of all units: that of unit 9 has a million too much. */
function summaryAnnex(books: readonly InspectionBook[]): SheetPlan {
  const totals = books.map(({ file, sheets }) => {
    const people = sheets.flatMap(({ name, rows }) => rows.filter(({ row, cells }) => row >= 6 && cells[1] !== 'Tổng cộng').map(({ cells }) => cells[name === 'PL I.1' ? 23 : 20])); // prettier-ignore
    const sum = people.reduce<number>(
      (all, cell) => all + (typeof cell === 'object' && cell?.kind === 'number' ? cell.value : 0),
      0,
    );
    return {
      unit: file.replace('.xlsx', ''),
      people: people.length,
      sum: file === 'don-vi-09.xlsx' ? sum + 1_000_000 : sum,
    };
  });
  return {
    name: 'Tổng hợp',
    widths: [6, 24, 12, 22],
    frozenRows: 2,
    rows: [
      [{ text: 'BIỂU TỔNG HỢP KINH PHÍ' }],
      ['TT', 'Đơn vị', 'Số người', 'Tổng kinh phí'].map((text): SheetCell => ({ text })),
      ...totals.map(({ unit, people, sum }, at): SheetCell[] => [
        { number: String(at + 1), style: 'count' },
        { text: unit },
        { number: String(people), style: 'count' },
        { number: String(sum), style: 'dong' },
      ]),
    ],
  };
}

/** What was paid: to everybody what the unit declared, but to one person less, to one nothing, and to a stranger. */
function paidList(books: readonly InspectionBook[]): string {
  const lines = books.flatMap(({ file, sheets }) =>
    sheets.flatMap(({ name, rows }) =>
      rows.flatMap(({ row, cells }) => {
        const total = cells[name === 'PL I.1' ? 23 : 20];
        const who = String(cells[1]);
        if (row < 6 || typeof total !== 'object' || total?.kind !== 'number') return [];
        if (who === 'Nguyễn Văn B2' || (file === 'don-vi-20.xlsx' && who === 'Nguyễn Văn A4')) return [];
        const amount = who === 'Nguyễn Văn B7' ? total.value - 500_000 : total.value;
        return [`${who},${String(cells[2])},${amount}`];
      }),
    ),
  );
  return `\ufeff${['Họ và tên,Tháng năm sinh,Số tiền đã chi', ...lines, 'Lê Thị Z,01/1970,900000000'].join('\n')}\n`;
}

/** Every file of the walk with its bytes; always the same. */
export async function inspectionFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const books = inspectionBooks();
  const files = new Map<string, Uint8Array>();
  for (const { file, sheets } of books) files.set(file, await bytesOf(sheets.map(planOf)));
  files.set('tong-hop.xlsx', await bytesOf([summaryAnnex(books)]));
  files.set('da-chi.csv', new TextEncoder().encode(paidList(books)));
  return files;
}

function planOf({ name, rows }: SheetInput): SheetPlan {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const lines = new Map(rows.map(({ row, cells }) => [row, cells]));
  const last = Math.max(...lines.keys());
  return {
    name,
    widths: Array.from({ length: width }, (_, at) => (at === 1 ? 24 : 14)),
    frozenRows: 5,
    rows: Array.from({ length: last }, (_, at) =>
      (lines.get(at + 1) ?? []).map((cell): SheetCell => {
        if (typeof cell === 'object' && cell?.kind === 'number') return { number: String(cell.value), style: 'dong' };
        return typeof cell === 'string' && cell !== '' ? { text: cell } : null;
      }),
    ),
  };
}

async function bytesOf(sheets: readonly SheetPlan[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await saveXlsx({ write: (some: Uint8Array) => void pieces.push(Uint8Array.from(some)) } as never, sheets);
  return Buffer.concat(pieces);
}
