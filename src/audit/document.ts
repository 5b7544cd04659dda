import { Decimal } from '../base/decimal.ts';
import type { Lang } from '../base/text.ts';
import { leftColumn, rightColumn, type Block, type Document } from '../explanation/document.ts';
import { formatDifference, formatMoney, formatNumber } from '../explanation/format.ts';
import { verdictName } from './marks.ts';
import { sayIn } from './messages.ts';
import { countsOf, isIncomplete, leftOf } from './completeness.ts';
import { reconciledBlocks } from './reconcile/document.ts';
import type { Reconciliation } from './reconcile/report.ts';
import { isDouble, isWholeOfTopUp } from './summary.ts';
import type { AuditFile, AuditRow, AuditSummary, Completeness, Counts, SamePerson } from './report.ts';

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
  /** The names of the files that could not be read. */
  readonly unread?: readonly string[];
  /** What was done with the people of each sheet, and of the sheets that were not read. */
  readonly sheets: readonly (readonly [place: string, done: Completeness])[];
  /** Who stands twice, and sums that are wrong. */
  readonly found: readonly FoundBeside[];
  /** Summary annexes and the payment list beside the people. */
  readonly reconciliation?: Reconciliation;
  /** The work on the findings: statistics, ranking, sample. */
  readonly blocks?: readonly Block[];
}

/** Something that is found beside the cells of a row: of a person where `row` is given, else of a sum. */
export interface FoundBeside {
  readonly place: string;
  readonly row?: number;
  readonly name?: string;
  readonly message: string;
}

/** Gathers what a document tells, file by file. */
export class AuditTeller {
  readonly #rows: { file: string; sheet: string; row: AuditRow }[] = [];
  readonly #notes: string[] = [];
  readonly #sheets: (readonly [string, Completeness])[] = [];
  readonly #found: FoundBeside[] = [];
  readonly #unread: string[] = [];
  #more = 0;

  /** Adds a file. */
  add({ file, sheets, error, notRead, skipped }: AuditFile): void {
    if (error) this.#notes.push(`${file}: ${error.message}`);
    if (error && sheets.length + skipped.length === 0) this.#unread.push(file);
    for (const { message } of notRead) this.#notes.push(`${file}: ${message}`);
    for (const { sheet, rows, notes, sums, completeness } of sheets) {
      const place = `${file} › ${sheet}`;
      this.#sheets.push([place, completeness]);
      for (const { message } of notes) this.#notes.push(`${place}: ${message}`);
      for (const { message, difference } of sums) if (difference !== '0') this.#found.push({ place, message });
      for (const row of rows) {
        const { sameAs } = row;
        if (sameAs?.kind === 'top-up') this.#drop(sameAs);
        if (sameAs) this.#found.push({ place, row: row.row, name: row.name, message: sameAs.message });
        if (row.verdict === 'right' || (sameAs && sameAs.certainty !== 'possible' && !isWholeOfTopUp(row))) continue;
        if (this.#rows.length < MOST_TOLD) this.#rows.push({ file, sheet, row });
        else this.#more++;
      }
    }
    for (const sheet of skipped) this.#sheets.push([`${file} › ${sheet}`, leftOf(sheet, notRead)]);
  }

  /** Of a part that stands before its whole, in another file: it is no error of its own. */
  #drop({ file, sheet, row }: SamePerson): void {
    const at = this.#rows.findIndex((one) => one.file === file && one.sheet === sheet && one.row.row === row);
    if (at >= 0) this.#rows.splice(at, 1);
  }

  /** What was gathered. */
  told(summary: AuditSummary, reconciliation?: Reconciliation): AuditTold {
    return {
      ...(reconciliation ? { reconciliation } : {}),
      summary,
      rows: this.#rows,
      more: this.#more,
      notes: this.#notes,
      unread: this.#unread,
      sheets: this.#sheets,
      found: this.#found,
    };
  }
}

/** An audit for a reader: the summary by unit, the versions of the law, then each row that is not right. */
export function auditDocument(
  { summary, rows, more, notes, unread = [], sheets, found, reconciliation, blocks: work = [] }: AuditTold,
  lang: Lang,
): Document {
  const say = sayIn(lang);
  const tone =
    summary.wrong > 0 || isIncomplete(summary.completeness) ? 'error' : summary.unchecked > 0 ? 'warning' : 'good';
  const isRead = sheets.length > 0 || reconciliation !== undefined || unread.length === 0;
  const blocks: Block[] = [
    ...(unread.length === 0 ? [] : [{ kind: 'text', text: unreadText(unread, lang), tone: 'error' } satisfies Block]),
    ...(isRead ? [{ kind: 'text', text: verdictText(summary, lang), tone } satisfies Block] : []),
    ...(notes.length === 0
      ? []
      : [{ kind: 'list', items: notes.map((text) => ({ text, tone: 'warning' })) } satisfies Block]),
    ...foundBlocks(found, lang),
    ...(reconciliation ? reconciledBlocks(reconciliation, lang) : []),
    ...(isRead ? [completenessTable(sheets, summary.completeness, lang), unitTable(summary, lang)] : []),
    ...work,
    ...(isRead ? [lawTable(summary, lang)] : []),
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

/** So many files are named in a sentence. */
const MOST_NAMED = 10;

/** Which files could not be read, in a sentence. */
export function unreadText(files: readonly string[], lang: Lang): string {
  const more = files.length - MOST_NAMED;
  const names = files.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` … (+${more})` : '');
  return sayIn(lang)(
    `KHÔNG ĐỌC ĐƯỢC ${files.length} tệp, nên chưa kiểm tra: ${names}.`,
    `${files.length} ${plural(files.length, 'file')} could NOT BE READ and ${files.length === 1 ? 'was' : 'were'} not audited: ${names}.`,
  );
}

/** The verdict of an audit in a sentence, then what was not done. */
export function verdictText(summary: AuditSummary, lang: Lang): string {
  const { rows, right, wrong, unchecked, overpaid, underpaid } = summary;
  const [r, w, u, all] = [right, wrong, unchecked, rows].map((one) => formatNumber(one, lang));
  const [over, under] = [formatMoney(overpaid.amount, lang), formatMoney(underpaid.amount, lang)];
  const sentence =
    lang === 'vi'
      ? `${all} hàng: ${r} đúng, ${w} sai, ${u} chưa kiểm tra được. Khai thừa ${overpaid.rows} hàng, ${over}; khai thiếu ${underpaid.rows} hàng, ${under}.`
      : `${all} ${plural(rows, 'row')}: ${r} right, ${w} wrong, ${u} unchecked. Overpaid ${overpaid.rows} ${plural(overpaid.rows, 'row')}, ${over}; underpaid ${underpaid.rows} ${plural(underpaid.rows, 'row')}, ${under}.`;
  return [sentence, ...besideTexts(summary, lang)].join(' ');
}

/** An English noun for a number. */
function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

/** Sentences on what is told beside the rows; none where there is nothing. */
function besideTexts({ doubles, sums, completeness: { passedOver, notRead } }: AuditSummary, lang: Lang): string[] {
  const say = sayIn(lang);
  const double = doubles.filter(({ sameAs }) => isDouble(sameAs)).length;
  const topUp = doubles.filter(({ sameAs }) => sameAs.kind === 'top-up').length;
  const left = passedOver + notRead;
  return [
    ...(double > 0
      ? [
          say(
            `${double} hàng trùng người, chỉ tính một lần.`,
            double === 1 ? '1 row repeats a person and counts once.' : `${double} rows repeat a person and count once.`,
          ),
        ]
      : []),
    ...(topUp > 0
      ? [
          say(
            `${topUp} hàng là cấp bù chênh lệch giữa hai chế độ.`,
            topUp === 1
              ? '1 row tops up the difference between two schemes.'
              : `${topUp} rows top up the difference between two schemes.`,
          ),
        ]
      : []),
    ...(sums > 0
      ? [
          say(
            `${sums} dòng cộng không khớp.`,
            sums === 1 ? '1 declared sum does not add up.' : `${sums} declared sums do not add up.`,
          ),
        ]
      : []),
    ...(left > 0
      ? [say(`CHƯA KIỂM TRA ${left} người.`, left === 1 ? '1 person was NOT READ.' : `${left} people were NOT READ.`)]
      : []),
  ];
}

/** So many findings beside the rows are told one by one. */
const MOST_BESIDE = 100;

function foundBlocks(found: readonly FoundBeside[], lang: Lang): Block[] {
  if (found.length === 0) return [];
  const word = sayIn(lang)('hàng', 'row');
  const items = found.slice(0, MOST_BESIDE).map(({ place, row, name, message }) => ({
    text: row === undefined ? `${place}: ${message}` : `${place} › ${word} ${row} · ${plain(name ?? '')}: ${message}`,
    tone: 'warning' as const,
  }));
  const more = formatNumber(found.length - items.length, lang);
  const rest = sayIn(lang)(
    `... và ${more} điều khác nữa; -o tệp.xlsx và --format json liệt kê tất cả.`,
    `... and ${more} more; -o file.xlsx and --format json list them all.`,
  );
  return [{ kind: 'list', items: found.length > items.length ? [...items, { text: rest, tone: 'muted' }] : items }];
}

function completenessTable(sheets: AuditTold['sheets'], all: Completeness, lang: Lang): Block {
  const say = sayIn(lang);
  const line = (place: string, done: Completeness): string[] => [
    place,
    ...countsOf(done).map((one) => formatNumber(one, lang)),
  ];
  return {
    kind: 'table',
    columns: [
      leftColumn(say('Trang', 'Sheet')),
      rightColumn(say('Hàng có người', 'Rows with people')),
      rightColumn(say('Đã kết luận', 'Audited')),
      rightColumn(say('Chưa KT được', 'Unchecked')),
      rightColumn(say('Bỏ qua', 'Passed over')),
      rightColumn(say('Chưa đọc', 'Not read')),
    ],
    rows: sheets.map(([place, done]) => line(place, done)),
    foot: line(say('Tổng cộng', 'Total'), all),
  };
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
