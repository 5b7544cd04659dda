import type { Lang, Words } from '../base/text.ts';
import { formatNumber } from '../explanation/format.ts';
import { columnName } from '../table/cell.ts';
import { kindOf, type ColumnKind } from '../table/layout.ts';
import type { TemplateColumn } from '../table/template.ts';
import { valueCell } from './cells.ts';
import type { CellStyle, SheetCell, SheetPlan, SheetRule } from './plan.ts';
import { columnRange } from './save.ts';

const SHEETS = {
  cases: { vi: 'Hồ sơ', en: 'Cases' },
  guide: { vi: 'Hướng dẫn', en: 'Guide' },
  lists: { vi: 'Danh mục', en: 'Lists' },
} as const satisfies Readonly<Record<string, Words>>;

/** Whether a sheet of that name is one of the template that holds no people: its guide, its lists of words. */
export function isTemplateHelp(name: string): boolean {
  return [SHEETS.guide, SHEETS.lists].some(({ vi, en }) => name === vi || name === en);
}

/** Rows that are ready to be filled in; more can be added, only without drop-downs. */
const READY_ROWS = 10_000;

const ERROR = { vi: 'Giá trị không hợp lệ', en: 'Not a valid value' };

/** The sheets of the workbook to fill in: the table, how to fill it in, and the lists it chooses from. */
export function templateSheets(columns: readonly TemplateColumn[], lang: Lang, examples: boolean): SheetPlan[] {
  const lists = columns.filter((column) => column.list);
  return [casesSheet(columns, lists, lang, examples), guideSheet(columns, lang), listsSheet(lists, lang)];
}

function columnKind(column: TemplateColumn): ColumnKind {
  return column.key ? kindOf(column.key) : 'text';
}

function casesSheet(
  columns: readonly TemplateColumn[],
  lists: readonly TemplateColumn[],
  lang: Lang,
  examples: boolean,
): SheetPlan {
  const heads = columns.map(({ heading, required }): SheetCell => ({
    text: heading,
    style: required ? 'required-heading' : 'heading',
  }));
  const people = examples ? [0, 1].map((at) => exampleRow(columns, at as 0 | 1)) : [];
  return {
    name: SHEETS.cases[lang],
    widths: columns.map((column) => (column.key?.key === 'person.name' || column.list ? 24 : 16)),
    frozenRows: 1,
    frozenColumns: 2,
    columnStyles: columns.map(columnStyle),
    rules: columns.map((column, at) => ruleOf(column, at, lists, lang)),
    notes: columns.map(({ note }, at) => [`${columnName(at)}1`, note] as const),
    rows: [heads, ...people],
  };
}

function columnStyle(column: TemplateColumn): CellStyle | undefined {
  const kind = columnKind(column);
  // A birth may be a month or a year: a date format would change what is typed.
  if (column.key?.type === 'birth') return 'input';
  return kind === 'text' || kind === 'long' ? (column.list ? 'text' : 'input') : kind;
}

function exampleRow(columns: readonly TemplateColumn[], at: 0 | 1): SheetCell[] {
  return columns.map((column) => {
    const value = column.examples[at];
    return value === '' ? null : valueCell(value, columnKind(column));
  });
}

function ruleOf(column: TemplateColumn, at: number, lists: readonly TemplateColumn[], lang: Lang): SheetRule {
  const range = columnRange(at, 2, READY_ROWS + 1);
  const hint = { range, title: column.heading, hint: column.note };
  const error = `${ERROR[lang]}. ${column.note}`;
  if (column.list) {
    const letter = columnName(lists.indexOf(column));
    const list = `'${SHEETS.lists[lang]}'!$${letter}$2:$${letter}$${column.list.length + 1}`;
    return { ...hint, list, error };
  }
  const condition = conditionOf(column, `${columnName(at)}2`);
  return condition === undefined ? hint : { ...hint, condition, error };
}

/** What a spreadsheet itself can check; everything else is told when the table is read. */
function conditionOf(column: TemplateColumn, cell: string): string | undefined {
  switch (column.key?.type) {
    case 'day':
      return `ISNUMBER(${cell})`;
    case 'count':
      return `AND(ISNUMBER(${cell}),${cell}>=0,${cell}=INT(${cell}))`;
    case 'decimal':
    case 'dong':
      return `AND(ISNUMBER(${cell}),${cell}>=0)`;
    case 'percent':
      return `AND(ISNUMBER(${cell}),${cell}>=0,${cell}<=1)`;
    default:
      return undefined;
  }
}

const GUIDE = {
  title: { vi: 'Cách điền bảng hồ sơ', en: 'How to fill in the table of cases' },
  intro: {
    vi: 'Mỗi người một hàng trên trang "Hồ sơ". Có thể xóa cột không dùng, đổi thứ tự cột, thêm cột riêng; cột riêng được giữ nguyên trong kết quả. Cột có tiêu đề tô vàng là cột bắt buộc. Tính bằng trang nd178.html (phần Danh sách), hoặc bằng lệnh: nd178 batch tep.xlsx -o ket-qua.xlsx',
    en: 'One person a row on the sheet "Cases". Columns may be deleted, moved and added; your own are kept in the result. Columns with a yellow heading are required. Work it out in the page nd178.html (A list), or by the command: nd178 batch file.xlsx -o results.xlsx',
  },
  headings: {
    vi: ['Cột', 'Khóa', 'Bắt buộc', 'Cách ghi', 'Ví dụ 1', 'Ví dụ 2'],
    en: ['Column', 'Key', 'Required', 'How to write', 'Example 1', 'Example 2'],
  },
} as const;

const long = (text: string): SheetCell => ({ text, style: 'long' });

/** A value as the table shows it, where it is shown in another way than it is stored. */
function shownExample(text: string, kind: ColumnKind, lang: Lang): string {
  if (kind === 'decimal') return formatNumber(text, lang);
  const [year, month, day] = text.split('-');
  return kind === 'date' && day !== undefined ? `${day}/${month ?? ''}/${year ?? ''}` : text;
}

function guideSheet(columns: readonly TemplateColumn[], lang: Lang): SheetPlan {
  const heads = GUIDE.headings[lang].map((text): SheetCell => ({ text, style: 'heading' }));
  const lines = columns.map((column): SheetCell[] => [
    { text: column.heading, style: column.required ? 'required-heading' : 'long' },
    ...[column.key?.key ?? '', column.required ? 'x' : '', column.note].map(long),
    ...column.examples.map((text) => long(shownExample(text, columnKind(column), lang))),
  ]);
  const rows: SheetCell[][] = [
    [{ text: GUIDE.title[lang], style: 'title' }],
    [{ text: GUIDE.intro[lang], style: 'note', across: heads.length }],
    heads,
    ...lines,
  ];
  return { name: SHEETS.guide[lang], widths: [34, 30, 10, 72, 20, 20], frozenRows: 3, paper: 'a4', rows };
}

function listsSheet(lists: readonly TemplateColumn[], lang: Lang): SheetPlan {
  const height = Math.max(...lists.map(({ list }) => list?.length ?? 0));
  const heads = lists.map(({ heading }): SheetCell => ({ text: heading, style: 'heading' }));
  const rows = Array.from({ length: height }, (_, row) =>
    lists.map(({ list }): SheetCell => (list?.[row] === undefined ? null : { text: list[row] })),
  );
  return { name: SHEETS.lists[lang], widths: lists.map(() => 34), frozenRows: 1, rows: [heads, ...rows] };
}
