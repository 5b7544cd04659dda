import type { Lang, Words } from '../base/text.ts';
import { columnsIn, inUnit, type CellMark, type MarkTable, type RowRemark } from './mark-table.ts';
import { besideTable, completenessTable, sumMarks } from './marks-beside.ts';
import { sayIn } from './messages.ts';
import type { TotalCheck } from './reconcile/report.ts';
import type { AuditCell, AuditFile, AuditRow, AuditSummary, CellVerdict, Counts } from './report.ts';
import { formatDifference, formatNumber } from '../explanation/format.ts';
import { Decimal } from '../base/decimal.ts';

/** What is written into the audited copy of a workbook: a pure plan. */
export interface AuditMarks {
  readonly marks: readonly CellMark[];
  readonly remarks: readonly RowRemark[];
  readonly remarkHeading: string;
  /** The row of each sheet on which the heading of the remarks belongs. */
  readonly headingRows: readonly { readonly sheet: string; readonly row: number }[];
  readonly tables: readonly MarkTable[];
}

/** Plans the audited copy of a workbook. `summary`: that of this file alone; `totals`: what its summary annexes declare. */
export function auditMarks(
  file: AuditFile,
  summary: AuditSummary,
  lang: Lang,
  totals: readonly TotalCheck[] = [],
): AuditMarks {
  const say = sayIn(lang);
  const names = new Set(file.sheets.map(({ sheet }) => sheet).concat(file.skipped));
  const tables = [
    summaryTable(summary, lang),
    wrongTable(file, lang),
    lawTable(summary, lang),
    repairTable(file, lang),
    completenessTable(file, lang),
    besideTable(file, totals, lang),
  ];
  const beside = sumMarks(file, totals, lang);
  const ofCells = cellsOf(file).map(({ sheet, dong, cell: { cell, declared, computed, verdict } }) => ({
    sheet,
    cell,
    declared: grouped(declared, lang),
    computed: computed === null ? '?' : formatNumber(inUnit(computed, dong), lang),
    kind: verdict,
  }));
  const ofRows = file.sheets.flatMap(({ sheet, rows }) =>
    rows.flatMap((row) => {
      const text = remarkOn(row, lang);
      return text === '' ? [] : [{ sheet, row: row.row, text }];
    }),
  );
  return {
    marks: [...ofCells, ...beside.marks],
    remarks: [...ofRows, ...beside.remarks],
    remarkHeading: say('Kết quả kiểm tra (nd178)', 'Audit (nd178)'),
    headingRows: file.sheets.flatMap(({ sheet, headingRow: row }) => (row === undefined ? [] : [{ sheet, row }])),
    tables: tables.map((table) => ({ ...table, name: freeName(table.name, names) })),
  };
}

/** A cell of a sheet that is not right, with its row. */
interface FoundCell {
  readonly sheet: string;
  /** The đồng of one in the amounts of the sheet. */
  readonly dong: number;
  readonly row: AuditRow;
  readonly cell: AuditCell & { readonly verdict: CellMark['kind'] };
}

/** The cells that are not right, in the order of the sheets. */
function cellsOf({ sheets }: AuditFile): FoundCell[] {
  return sheets.flatMap(({ sheet, rows, dong = 1 }) =>
    rows.flatMap((row) =>
      row.cells.flatMap((cell) => {
        const { verdict } = cell;
        return verdict === 'right' || cell.cell === '' ? [] : [{ sheet, dong, row, cell: { ...cell, verdict } }];
      }),
    ),
  );
}

function remarkOn({ verdict, cells, repairs, difference, warnings = [], sameAs }: AuditRow, lang: Lang): string {
  const say = sayIn(lang);
  const doubled = sameAs ? [sameAs.message] : [];
  const texts = cells
    .filter((one) => one.verdict !== 'right' && one.verdict !== 'follow-on' && one.cell !== '')
    .map(({ cell, message }) => `${cell}: ${message}`);
  if (difference !== null && difference !== '0') {
    const kind = difference.startsWith('-') ? say('Khai thiếu', 'Underpaid') : say('Khai thừa', 'Overpaid');
    texts.push(`${kind} ${formatDifference(new Decimal(difference), lang)}.`);
  }
  texts.push(...warnings.map(({ message }) => message));
  if (verdict !== 'right') texts.push(...repairs.map((one) => `${one.cell}: "${one.text}" → ${one.read}.`));
  return [...doubled, ...texts].join('\n');
}

/** A stored number as people write it; every other text as it stands. */
function grouped(declared: string, lang: Lang): string {
  return /^-?\d{4,}(\.\d+)?$/.test(declared) ? formatNumber(declared, lang) : declared;
}

/** A sheet name that the workbook does not have yet. */
function freeName(wanted: string, names: Set<string>): string {
  let name = wanted;
  for (let count = 2; names.has(name); count++) name = `${wanted} ${count}`;
  names.add(name);
  return name;
}

function summaryTable(summary: AuditSummary, lang: Lang): MarkTable {
  const say = sayIn(lang);
  const line = (
    unit: string,
    sheet: string,
    { rows, right, wrong, unchecked, overpaid, underpaid }: Counts,
  ): string[] => [
    unit,
    sheet,
    ...[rows, right, wrong, unchecked, overpaid.rows].map(String),
    overpaid.amount,
    String(underpaid.rows),
    underpaid.amount,
  ];
  return {
    name: say('Kiểm tra - Tổng hợp', 'Audit - summary'),
    title: say('Tổng hợp kiểm tra theo đơn vị', 'Audit by unit'),
    columns: columnsIn(lang, [
      ['Đơn vị', 'Unit', 36, 'long'],
      ['Trang', 'Sheet', 16, 'text'],
      ['Số người', 'People', 12, 'count'],
      ['Đúng', 'Right', 12, 'count'],
      ['Sai', 'Wrong', 12, 'count'],
      ['Chưa kiểm tra được', 'Unchecked', 12, 'count'],
      ['Khai thừa (người)', 'Overpaid (people)', 12, 'count'],
      ['Khai thừa (đồng)', 'Overpaid (VND)', 20, 'dong'],
      ['Khai thiếu (người)', 'Underpaid (people)', 12, 'count'],
      ['Khai thiếu (đồng)', 'Underpaid (VND)', 20, 'dong'],
    ]),
    rows: [...summary.units.map((one) => line(one.unit, one.sheet, one)), line(say('Tổng cộng', 'Total'), '', summary)],
  };
}

function wrongTable(file: AuditFile, lang: Lang): MarkTable {
  const say = sayIn(lang);
  const found = cellsOf(file).filter(({ cell }) => cell.verdict !== 'follow-on');
  return {
    name: say('Kiểm tra - Ô sai', 'Audit - cells'),
    title: say('Các ô sai hoặc chưa kiểm tra được', 'Cells that are wrong or unchecked'),
    columns: columnsIn(lang, [
      ['Ô', 'Cell', 16, 'text'],
      ['Họ và tên', 'Name', 26, 'long'],
      ['Đơn vị', 'Unit', 26, 'long'],
      ['Khai', 'Declared', 18, 'long'],
      ['Tính được', 'Computed', 18, 'long'],
      ['Kết luận', 'Verdict', 16, 'long'],
      ['Lý do, căn cứ', 'Reason and basis', 90, 'long'],
    ]),
    rows: found.map(({ sheet, row: { name, unit = '' }, cell: { cell, declared, computed, verdict, message } }) => [
      `${sheet}!${cell}`,
      name,
      unit,
      grouped(declared, lang),
      computed === null ? '' : formatNumber(computed, lang),
      verdictName(verdict, lang),
      message,
    ]),
    links: found.map(({ sheet, cell: { cell } }) => ({ sheet, cell })),
  };
}

const VERDICTS: Readonly<Record<CellVerdict, Words>> = {
  right: { vi: 'đúng', en: 'right' },
  wrong: { vi: 'sai', en: 'wrong' },
  'follow-on': { vi: 'sai theo', en: 'follow-on' },
  unchecked: { vi: 'chưa kiểm tra được', en: 'unchecked' },
};

/** A verdict on a cell in words. */
export function verdictName(verdict: CellVerdict, lang: Lang): string {
  return VERDICTS[verdict][lang];
}

function lawTable({ laws }: AuditSummary, lang: Lang): MarkTable {
  const say = sayIn(lang);
  return {
    name: say('Kiểm tra - Phiên bản luật', 'Audit - law'),
    title: say('Phiên bản luật đã áp dụng', 'Versions of the law applied'),
    columns: columnsIn(lang, [
      ['Chế độ', 'Scheme', 14, 'text'],
      ['Có hiệu lực từ', 'In force from', 18, 'text'],
      ['Mã nội dung', 'Content hash', 76, 'text'],
      ['Số người', 'People', 12, 'count'],
    ]),
    rows: laws.map(({ scheme, version, hash, rows }) => [scheme, version, hash, String(rows)]),
  };
}

function repairTable({ sheets }: AuditFile, lang: Lang): MarkTable {
  const say = sayIn(lang);
  const found = sheets.flatMap(({ sheet, rows }) =>
    rows.flatMap(({ repairs }) => repairs.map((one) => ({ sheet, ...one }))),
  );
  return {
    name: say('Kiểm tra - Cách đọc', 'Audit - readings'),
    title: say('Các ô viết khác thường và cách đã đọc', 'Irregular spellings and how they were read'),
    columns: columnsIn(lang, [
      ['Ô', 'Cell', 16, 'text'],
      ['Nguyên văn', 'As written', 32, 'long'],
      ['Đọc là', 'Read as', 24, 'text'],
    ]),
    rows: found.map(({ sheet, cell, text, read }) => [`${sheet}!${cell}`, text, read]),
    links: found.map(({ sheet, cell }) => ({ sheet, cell })),
  };
}
