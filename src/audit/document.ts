import { Decimal } from '../base/decimal.ts';
import type { Lang } from '../base/text.ts';
import { leftColumn, rightColumn, type Block, type Document } from '../explanation/document.ts';
import { formatDifference, formatMoney, formatNumber } from '../explanation/format.ts';
import { verdictName } from './marks.ts';
import { sayIn } from './messages.ts';
import type { AuditFile, AuditRow, AuditSummary, Counts } from './report.ts';

/** Most rows that are told one by one to people; programs get them all. */
export const MOST_TOLD = 100;

/** What a document on an audit tells: the summary, and the rows that are not right. */
export interface AuditTold {
  readonly summary: AuditSummary;
  readonly rows: readonly { readonly file: string; readonly sheet: string; readonly row: AuditRow }[];
  /** How many rows more are not right. */
  readonly more: number;
  /** Files that could not be read, and remarks on sheets. */
  readonly notes: readonly string[];
}

/** Gathers what a document tells, file by file. */
export class AuditTeller {
  readonly #rows: { file: string; sheet: string; row: AuditRow }[] = [];
  readonly #notes: string[] = [];
  #more = 0;

  /** Adds a file. */
  add({ file, sheets, error }: AuditFile): void {
    if (error) this.#notes.push(`${file}: ${error.message}`);
    for (const { sheet, rows, notes } of sheets) {
      for (const { message } of notes) this.#notes.push(`${file} › ${sheet}: ${message}`);
      for (const row of rows) {
        if (row.verdict === 'right') continue;
        if (this.#rows.length < MOST_TOLD) this.#rows.push({ file, sheet, row });
        else this.#more++;
      }
    }
  }

  /** What was gathered. */
  told(summary: AuditSummary): AuditTold {
    return { summary, rows: this.#rows, more: this.#more, notes: this.#notes };
  }
}

/** An audit for a reader: the summary by unit, the versions of the law, then each row that is not right. */
export function auditDocument({ summary, rows, more, notes }: AuditTold, lang: Lang): Document {
  const say = sayIn(lang);
  const blocks: Block[] = [
    {
      kind: 'text',
      text: verdictText(summary, lang),
      tone: summary.wrong > 0 ? 'error' : summary.unchecked > 0 ? 'warning' : 'good',
    },
    ...(notes.length === 0
      ? []
      : [{ kind: 'list', items: notes.map((text) => ({ text, tone: 'warning' })) } satisfies Block]),
    unitTable(summary, lang),
    lawTable(summary, lang),
    ...rows.flatMap(({ file, sheet, row }) => rowBlocks(`${file} › ${sheet}`, row, lang)),
  ];
  if (more > 0) {
    const count = formatNumber(more, lang);
    blocks.push({
      kind: 'text',
      tone: 'muted',
      text: say(
        `... và ${count} hàng khác nữa; --format json hoặc ndjson liệt kê tất cả.`,
        `... and ${count} more rows; --format json or ndjson lists them all.`,
      ),
    });
  }
  return { lang, title: say('Kiểm tra số liệu kê khai', 'Audit of declared workbooks'), blocks };
}

/** The verdict of an audit in a sentence. */
export function verdictText(summary: AuditSummary, lang: Lang): string {
  const { rows, right, wrong, unchecked, overpaid, underpaid } = summary;
  const [r, w, u, all] = [right, wrong, unchecked, rows].map((one) => formatNumber(one, lang));
  const [over, under] = [formatMoney(overpaid.amount, lang), formatMoney(underpaid.amount, lang)];
  return lang === 'vi'
    ? `${all} hàng: ${r} đúng, ${w} sai, ${u} chưa kiểm tra được. Khai thừa ${overpaid.rows} hàng, ${over}; khai thiếu ${underpaid.rows} hàng, ${under}.`
    : `${all} rows: ${r} right, ${w} wrong, ${u} unchecked. Overpaid ${overpaid.rows} rows, ${over}; underpaid ${underpaid.rows} rows, ${under}.`;
}

function unitTable(summary: AuditSummary, lang: Lang): Block {
  const say = sayIn(lang);
  const line = (unit: string, { rows, right: good, wrong, unchecked, overpaid, underpaid }: Counts): string[] => [
    unit,
    ...[rows, good, wrong, unchecked].map((one) => formatNumber(one, lang)),
    formatMoney(overpaid.amount, lang),
    formatMoney(underpaid.amount, lang),
  ];
  return {
    kind: 'table',
    columns: [
      leftColumn(say('Đơn vị', 'Unit')),
      rightColumn(say('Người', 'People')),
      rightColumn(say('Đúng', 'Right')),
      rightColumn(say('Sai', 'Wrong')),
      rightColumn(say('Chưa KT', 'Unchecked')),
      rightColumn(say('Khai thừa', 'Overpaid')),
      rightColumn(say('Khai thiếu', 'Underpaid')),
    ],
    rows: summary.units.map((one) =>
      line([one.file, one.sheet, one.unit].filter((text) => text !== '').join(' › '), one),
    ),
    foot: line(say('Tổng cộng', 'Total'), summary),
  };
}

function lawTable({ laws }: AuditSummary, lang: Lang): Block {
  const say = sayIn(lang);
  return {
    kind: 'table',
    columns: [
      leftColumn(say('Phiên bản luật', 'Law version')),
      leftColumn(say('Mã nội dung', 'Content hash')),
      rightColumn(say('Hàng', 'Rows')),
    ],
    rows: laws.map(({ scheme, version, hash, rows }) => [`${scheme}@${version}`, hash, formatNumber(rows, lang)]),
  };
}

function rowBlocks(
  place: string,
  { row, name, verdict, difference, cells, repairs, warnings = [] }: AuditRow,
  lang: Lang,
): Block[] {
  const amount =
    difference === null || difference === '0' ? '' : ` · ${formatDifference(new Decimal(difference), lang)}`;
  const heading = `${place} › ${lang === 'vi' ? 'hàng' : 'row'} ${row} · ${plain(name)} · ${verdictName(verdict, lang)}${amount}`;
  const items = cells
    .filter((cell) => cell.verdict !== 'right')
    .map((cell) => ({
      text: `${cell.cell}: ${cell.message}`,
      tone: cell.verdict === 'wrong' ? ('error' as const) : ('muted' as const),
    }));
  const read = repairs.map((one) => ({
    text: `${one.cell}: "${plain(one.text)}" → ${one.read}`,
    tone: 'muted' as const,
  }));
  return [
    { kind: 'heading', level: 2, text: heading },
    {
      kind: 'list',
      items: [...items, ...warnings.map(({ message }) => ({ text: message, tone: 'warning' as const })), ...read],
    },
  ];
}

/** Characters that would steer a terminal taken out. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}
