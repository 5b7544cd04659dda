import type { Lang, Words } from '../../base/text.ts';
import type { BenefitColumn, LayoutColumn } from '../../table/layout.ts';
import { rowNamer } from '../../table/sheets.ts';
import type { Tally, UnitSum } from '../../table/summary.ts';
import type { DittoRows, HiddenRows, MonthFirstRows } from '../../table/hidden.ts';
import type { PassedOver } from '../../table/passed.ts';
import type { Repeats } from '../../table/repeats.ts';
import { amountInWords } from '../../explanation/amount-in-words.ts';
import type { CellStyle, SheetCell, SheetPlan, SheetRow } from '../plan.ts';
import { cutNote } from './cuts.ts';
import type { Waiting } from './results.ts';

const WORDS = {
  title: { vi: 'Tóm tắt kết quả tính chế độ', en: 'Summary of the results' },
  overall: { vi: 'Kết quả chung', en: 'All people' },
  cases: { vi: 'Số hồ sơ', en: 'Cases' },
  paid: { vi: 'Được hưởng', en: 'Paid' },
  sum: { vi: 'Tổng số tiền (đồng)', en: 'Total (đồng)' },
  inWords: { vi: 'Bằng chữ', en: 'In words' },
  repeats: { vi: 'Có thể một người được hưởng hai lần', en: 'The same person may be paid twice' },
  unread: {
    vi: 'Phần không đọc, không dùng, hoặc bị ẩn trong tệp gốc',
    en: 'What was not read, not used, or is hidden in the input',
  },
  none: { vi: 'Không có gì phải lưu ý.', en: 'Nothing has to be told.' },
  uncut: { vi: 'Không có văn bản nào bị cắt bớt.', en: 'No text was cut.' },
  byUnit: { vi: 'Kinh phí theo đơn vị và loại trợ cấp', en: 'By unit and kind of benefit' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  item: { vi: 'Nội dung', en: 'Item' },
  people: { vi: 'Số người', en: 'People' },
  amount: { vi: 'Số tiền (đồng)', en: 'Amount (đồng)' },
  budget: { vi: 'Dự toán (triệu đồng)', en: 'Budget (million đồng)' },
  total: { vi: 'Dự toán kinh phí', en: 'Budget total' },
  nothing: { vi: 'Không được hưởng', en: 'Nothing is paid' },
  warned: {
    vi: 'Có cảnh báo (trang "Cần kiểm tra trước khi ký")',
    en: 'With a warning (sheet "To check before signing")',
  },
  refused: { vi: 'Từ chối, chưa tính', en: 'Refused, not counted' },
  all: { vi: 'Toàn bộ', en: 'All units' },
  noUnit: { vi: '(không ghi đơn vị)', en: '(no unit given)' },
} as const satisfies Readonly<Record<string, Words>>;

/** What a summary is made of. */
export interface Summed {
  readonly tally: Tally;
  /** Who is paid in more than one row. */
  readonly repeats: Repeats;
  /** The rows that are no people. */
  readonly passed: PassedOver;
  /** The hidden rows that were worked out. */
  readonly hidden: HiddenRows;
  /** The rows with cells that say that they hold what stands above them. */
  readonly ditto: DittoRows;
  /** The rows with a date that is one only with the month before the day. */
  readonly monthFirst: MonthFirstRows;
}

/** How the rows of a run are named, what is to be told of its input, and the rows themselves. */
export interface SummaryNotes {
  readonly sheets?: readonly string[];
  readonly told?: readonly Words[];
  readonly waiting: Waiting;
  readonly columns: readonly LayoutColumn[];
}

const WIDTHS = [42, 56, 12, 22, 22] as const;

/**
 * The first sheet: all people, who may be paid twice, what was not read, then people and money by unit and kind of
 * benefit.
 */
export function summarySheet(
  name: string,
  totals: Summed & SummaryNotes,
  benefits: readonly BenefitColumn[],
  lang: Lang,
): SheetPlan {
  const head = headRows(totals, lang);
  // Behind the head stand the note of texts that were cut, a blank row, and the heading of the table.
  const heading = head.length + 4;
  return {
    name,
    widths: WIDTHS,
    frozenRows: 0,
    printedRows: [heading, heading],
    filterRow: heading,
    paper: 'a4',
    rows: summaryRows(head, totals, benefits, lang),
  };
}

/** What stands above the table, but for the note of texts that were cut. */
function headRows(
  { tally, repeats, passed, hidden, ditto, monthFirst, sheets, told = [] }: Summed & SummaryNotes,
  lang: Lang,
): SheetRow[] {
  const { paid, nothing, blocked, invalid, warned, total } = tally.overall();
  const named = rowNamer(sheets);
  const twice = repeats.note(named);
  const notes = [...told, hidden.note(named), ditto.note(named), monthFirst.note(named), passed.note(named)].filter(
    (note) => note !== undefined,
  );
  const words = amountInWords(total, lang);
  return [
    [{ text: WORDS.title[lang], style: 'title', across: WIDTHS.length }],
    section(WORDS.overall, lang),
    [{ text: WORDS.cases[lang] }, count(paid + nothing + blocked + invalid)],
    [{ text: WORDS.paid[lang] }, count(paid)],
    [{ text: WORDS.nothing[lang] }, count(nothing)],
    [{ text: WORDS.refused[lang] }, count(blocked + invalid)],
    [{ text: WORDS.warned[lang], style: 'long' }, count(warned)],
    [{ text: WORDS.sum[lang], style: 'sum-text' }, money(total, 'sum', 'sum')[0] ?? null],
    ...(words === undefined ? [] : [[{ text: WORDS.inWords[lang] }, { text: words, style: 'long' }] as const]),
    ...(twice === undefined ? [] : [section(WORDS.repeats, lang), noteRow(twice, lang)]),
    section(WORDS.unread, lang),
    ...(notes.length === 0 ? [noteRow(WORDS.none, lang)] : notes.map((note) => noteRow(note, lang))),
  ];
}

function section(words: Words, lang: Lang): SheetRow {
  return [{ text: words[lang], style: 'section', across: WIDTHS.length }];
}

function noteRow(words: Words, lang: Lang): SheetRow {
  return [{ text: words[lang], style: 'plain', across: WIDTHS.length }];
}

async function* summaryRows(
  head: readonly SheetRow[],
  { tally, waiting, columns }: Summed & SummaryNotes,
  benefits: readonly BenefitColumn[],
  lang: Lang,
): AsyncGenerator<SheetRow, void, undefined> {
  yield* head;
  yield noteRow((await cutNote(waiting(), columns)) ?? WORDS.uncut, lang);
  yield [];
  yield section(WORDS.byUnit, lang);
  yield [WORDS.unit, WORDS.item, WORDS.people, WORDS.amount, WORDS.budget].map((words) => ({
    text: words[lang],
    style: 'heading',
  }));
  const { units } = tally.data();
  for (const [unit, sum] of units) yield* unitRows(unit === '' ? WORDS.noUnit[lang] : unit, sum, benefits, lang);
  if (units.length !== 1) yield* unitRows(WORDS.all[lang], tally.overall(), benefits, lang);
}

function* unitRows(
  unit: string,
  sum: UnitSum,
  benefits: readonly BenefitColumn[],
  lang: Lang,
): Generator<SheetCell[], void, undefined> {
  for (const { id, title } of benefits) {
    const found = sum.benefits[id];
    if (found) yield [...label(unit, title[lang]), count(found.people), ...money(found.amount, 'dong', 'millions')];
  }
  const total = [
    { text: unit, style: 'sum-text' },
    { text: WORDS.total[lang], style: 'sum-text' },
    { number: String(sum.paid), style: 'sum' },
  ] as const;
  yield [...total, ...money(sum.total, 'sum', 'sum-millions')];
  if (sum.nothing > 0) yield [...label(unit, WORDS.nothing[lang]), count(sum.nothing), null, null];
  if (sum.warned > 0) yield [...label(unit, WORDS.warned[lang]), count(sum.warned), null, null];
  const refused = sum.blocked + sum.invalid;
  if (refused > 0) yield [...label(unit, WORDS.refused[lang]), count(refused), null, null];
}

function label(unit: string, item: string): SheetCell[] {
  return [unit, item].map((text): SheetCell => ({ text, style: 'long' }));
}

function count(people: number): SheetCell {
  return { number: String(people), style: 'count' };
}

/** An amount in đồng and in millions; one too long for the numbers of a sheet is written as text. */
function money(amount: string, style: CellStyle, millionStyle: CellStyle): SheetCell[] {
  if (!/^\d{1,15}$/.test(amount)) return [{ text: amount }, { text: '' }];
  const digits = amount.padStart(7, '0');
  return [
    { number: amount, style },
    { number: `${digits.slice(0, -6)}.${digits.slice(-6)}`, style: millionStyle },
  ];
}
