import type { Lang } from '../base/text.ts';
import type { AuditFile, AuditSummary } from './report.ts';
import { formatDifference, formatNumber } from '../explanation/format.ts';
import { Decimal } from '../base/decimal.ts';

/** A declared cell to be marked: the declared value struck through above the computed one. */
export interface CellMark {
  readonly sheet: string;
  readonly cell: string;
  readonly declared: string;
  readonly computed: string;
  readonly kind: 'wrong' | 'follow-on' | 'unchecked';
}

/** A remark on a row: which rule, with numbers. */
export interface RowRemark {
  readonly sheet: string;
  readonly row: number;
  readonly text: string;
}

/** A column of an added sheet. */
export interface MarkColumn {
  readonly title: string;
  readonly width: number;
  readonly style: 'text' | 'long' | 'dong' | 'count';
}

/** A sheet to be added, with links from its cells to the cells it speaks of. */
export interface MarkTable {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly MarkColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Of each row: the sheet and cell that its first column leads to. */
  readonly links?: readonly ({ readonly sheet: string; readonly cell: string } | undefined)[];
}

/** What is written into the audited copy of a workbook: a pure plan. */
export interface AuditMarks {
  readonly marks: readonly CellMark[];
  readonly remarks: readonly RowRemark[];
  readonly remarkHeading: string;
  /** The row of each sheet on which the heading of the remarks belongs. */
  readonly headingRows: readonly { readonly sheet: string; readonly row: number }[];
  readonly tables: readonly MarkTable[];
}

/** Plans the audited copy of a workbook. `summary`: that of this file alone. */
export function auditMarks(file: AuditFile, summary: AuditSummary, lang: Lang): AuditMarks {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const marks: CellMark[] = [];
  const remarks: RowRemark[] = [];
  for (const { sheet, rows } of file.sheets) {
    for (const { row, verdict: whole, cells, repairs, difference, warnings = [] } of rows) {
      const texts: string[] = [];
      for (const { cell, declared, computed, verdict, message } of cells) {
        if (verdict === 'right' || cell === '') continue;
        marks.push({ sheet, cell, declared: grouped(declared, lang), computed: shown(computed, lang), kind: verdict });
        if (verdict !== 'follow-on') texts.push(`${cell}: ${message}`);
      }
      if (difference !== null && difference !== '0') {
        const kind = difference.startsWith('-') ? say('Khai thiếu', 'Underpaid') : say('Khai thừa', 'Overpaid');
        texts.push(`${kind} ${formatDifference(new Decimal(difference), lang)}.`);
      }
      for (const { message } of warnings) texts.push(message);
      if (whole !== 'right')
        for (const repair of repairs) texts.push(`${repair.cell}: "${repair.text}" → ${repair.read}.`);
      if (texts.length > 0) remarks.push({ sheet, row, text: texts.join('\n') });
    }
  }
  const names = new Set(file.sheets.map(({ sheet }) => sheet).concat(file.skipped));
  return {
    marks,
    remarks,
    remarkHeading: say('Kết quả kiểm tra (nd178)', 'Audit (nd178)'),
    headingRows: file.sheets.flatMap(({ sheet, headingRow: row }) => (row === undefined ? [] : [{ sheet, row }])),
    tables: tablesOf(file, summary, lang).map((table) => ({ ...table, name: freeName(table.name, names) })),
  };
}

function shown(computed: string | null, lang: Lang): string {
  if (computed === null) return '?';
  return formatNumber(computed, lang);
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

function tablesOf(file: AuditFile, summary: AuditSummary, lang: Lang): MarkTable[] {
  return [summaryTable(summary, lang), wrongTable(file, lang), lawTable(summary, lang), repairTable(file, lang)];
}

function summaryTable(summary: AuditSummary, lang: Lang): MarkTable {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const count = (title: string): MarkColumn => ({ title, width: 12, style: 'count' });
  const dong = (title: string): MarkColumn => ({ title, width: 20, style: 'dong' });
  const line = (unit: string, sheet: string, one: AuditSummary['units'][number] | AuditSummary): string[] => [
    unit,
    sheet,
    ...[one.rows, one.right, one.wrong, one.unchecked, one.overpaid.rows].map(String),
    one.overpaid.amount,
    String(one.underpaid.rows),
    one.underpaid.amount,
  ];
  return {
    name: say('Kiểm tra - Tổng hợp', 'Audit - summary'),
    title: say('Tổng hợp kiểm tra theo đơn vị', 'Audit by unit'),
    columns: [
      { title: say('Đơn vị', 'Unit'), width: 36, style: 'long' },
      { title: say('Trang', 'Sheet'), width: 16, style: 'text' },
      count(say('Số người', 'People')),
      count(say('Đúng', 'Right')),
      count(say('Sai', 'Wrong')),
      count(say('Chưa kiểm tra được', 'Unchecked')),
      count(say('Khai thừa (người)', 'Overpaid (people)')),
      dong(say('Khai thừa (đồng)', 'Overpaid (VND)')),
      count(say('Khai thiếu (người)', 'Underpaid (people)')),
      dong(say('Khai thiếu (đồng)', 'Underpaid (VND)')),
    ],
    rows: [...summary.units.map((one) => line(one.unit, one.sheet, one)), line(say('Tổng cộng', 'Total'), '', summary)],
  };
}

function wrongTable(file: AuditFile, lang: Lang): MarkTable {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const rows: string[][] = [];
  const links: { sheet: string; cell: string }[] = [];
  for (const { sheet, rows: people } of file.sheets) {
    for (const { name, unit, cells } of people) {
      for (const { cell, declared, computed, verdict, message } of cells) {
        if (verdict === 'right' || verdict === 'follow-on' || cell === '') continue;
        rows.push([
          `${sheet}!${cell}`,
          name,
          unit ?? '',
          grouped(declared, lang),
          computed === null ? '' : shown(computed, lang),
          verdictName(verdict, lang),
          message,
        ]);
        links.push({ sheet, cell });
      }
    }
  }
  const text = (title: string, width: number, style: MarkColumn['style'] = 'long'): MarkColumn => ({
    title,
    width,
    style,
  });
  return {
    name: say('Kiểm tra - Ô sai', 'Audit - cells'),
    title: say('Các ô sai hoặc chưa kiểm tra được', 'Cells that are wrong or unchecked'),
    columns: [
      text(say('Ô', 'Cell'), 16, 'text'),
      text(say('Họ và tên', 'Name'), 26),
      text(say('Đơn vị', 'Unit'), 26),
      text(say('Khai', 'Declared'), 18),
      text(say('Tính được', 'Computed'), 18),
      text(say('Kết luận', 'Verdict'), 16),
      text(say('Lý do, căn cứ', 'Reason and basis'), 90),
    ],
    rows,
    links,
  };
}

/** A verdict on a cell in words. */
export function verdictName(verdict: string, lang: Lang): string {
  const names: Readonly<Record<string, readonly [vi: string, en: string]>> = {
    right: ['đúng', 'right'],
    wrong: ['sai', 'wrong'],
    'follow-on': ['sai theo', 'follow-on'],
    unchecked: ['chưa kiểm tra được', 'unchecked'],
  };
  return names[verdict]?.[lang === 'vi' ? 0 : 1] ?? verdict;
}

function lawTable({ laws }: AuditSummary, lang: Lang): MarkTable {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  return {
    name: say('Kiểm tra - Phiên bản luật', 'Audit - law'),
    title: say('Phiên bản luật đã áp dụng', 'Versions of the law applied'),
    columns: [
      { title: say('Chế độ', 'Scheme'), width: 14, style: 'text' },
      { title: say('Có hiệu lực từ', 'In force from'), width: 18, style: 'text' },
      { title: say('Mã nội dung', 'Content hash'), width: 76, style: 'text' },
      { title: say('Số người', 'People'), width: 12, style: 'count' },
    ],
    rows: laws.map(({ scheme, version, hash, rows }) => [scheme, version, hash, String(rows)]),
  };
}

function repairTable({ sheets }: AuditFile, lang: Lang): MarkTable {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const found = sheets.flatMap(({ sheet, rows }) =>
    rows.flatMap(({ repairs }) => repairs.map((one) => ({ sheet, ...one }))),
  );
  return {
    name: say('Kiểm tra - Cách đọc', 'Audit - readings'),
    title: say('Các ô viết khác thường và cách đã đọc', 'Irregular spellings and how they were read'),
    columns: [
      { title: say('Ô', 'Cell'), width: 16, style: 'text' },
      { title: say('Nguyên văn', 'As written'), width: 32, style: 'long' },
      { title: say('Đọc là', 'Read as'), width: 24, style: 'text' },
    ],
    rows: found.map(({ sheet, cell, text, read }) => [`${sheet}!${cell}`, text, read]),
    links: found.map(({ sheet, cell }) => ({ sheet, cell })),
  };
}
