import type { Lang, Words } from '../../base/text.ts';
import type { Law } from '../../law/law.ts';
import { ENGINE_VERSION } from '../../engine/engine-version.ts';
import type { BenefitColumn } from '../../table/layout.ts';
import { rowNamer } from '../../table/sheets.ts';
import type { Tally, UnitSum } from '../../table/summary.ts';
import type { HiddenRows } from '../../table/hidden.ts';
import type { PassedOver } from '../../table/passed.ts';
import type { Repeats } from '../../table/repeats.ts';
import type { BatchPlan } from '../../table/batch-plan.ts';
import type { CellStyle, SheetCell, SheetPlan } from '../plan.ts';

const WORDS = {
  title: { vi: 'Tổng hợp kinh phí theo đơn vị và loại trợ cấp', en: 'Summary by unit and kind of benefit' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  item: { vi: 'Nội dung', en: 'Item' },
  people: { vi: 'Số người', en: 'People' },
  amount: { vi: 'Số tiền (đồng)', en: 'Amount (đồng)' },
  budget: { vi: 'Dự toán (triệu đồng)', en: 'Budget (million đồng)' },
  total: { vi: 'Dự toán kinh phí', en: 'Budget total' },
  nothing: { vi: 'Không được hưởng', en: 'Nothing is paid' },
  warned: { vi: 'Có cảnh báo cần kiểm tra (cột "Lưu ý")', en: 'With a warning to look at (column "Findings")' },
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
}

/** How the rows of a run are named, and what is to be told of its input. */
export interface SummaryNotes {
  readonly sheets?: readonly string[];
  readonly told?: readonly Words[];
}

/** The summary by unit and kind of benefit: people, amount, budget; who may be paid twice is told above it. */
export function summarySheet(
  name: string,
  totals: Summed & SummaryNotes,
  benefits: readonly BenefitColumn[],
  lang: Lang,
): SheetPlan {
  const rows = summaryRows(totals, benefits, lang);
  return { name, widths: [40, 60, 12, 24, 24], frozenRows: 3, filterRow: 3, rows };
}

function* summaryRows(
  { tally, repeats, passed, hidden, sheets, told = [] }: Summed & SummaryNotes,
  benefits: readonly BenefitColumn[],
  lang: Lang,
): Generator<SheetCell[], void, undefined> {
  yield [{ text: WORDS.title[lang], style: 'title' }];
  const named = rowNamer(sheets);
  const notes = [repeats.note(named), hidden.note(named), ...told, passed.note(named)].filter(
    (note) => note !== undefined,
  );
  yield notes.map((note) => ({ text: note[lang] }));
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
    if (found)
      yield [{ text: unit }, { text: title[lang] }, count(found.people), ...money(found.amount, 'dong', 'millions')];
  }
  const total = [
    { text: unit, style: 'sum-text' },
    { text: WORDS.total[lang], style: 'sum-text' },
    { number: String(sum.paid), style: 'sum' },
  ] as const;
  yield [...total, ...money(sum.total, 'sum', 'sum-millions')];
  if (sum.nothing > 0) yield [{ text: unit }, { text: WORDS.nothing[lang] }, count(sum.nothing), null, null];
  if (sum.warned > 0) yield [{ text: unit }, { text: WORDS.warned[lang] }, count(sum.warned), null, null];
  const refused = sum.blocked + sum.invalid;
  if (refused > 0) yield [{ text: unit }, { text: WORDS.refused[lang] }, count(refused), null, null];
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

const LAW_WORDS = {
  version: { vi: 'Phiên bản luật', en: 'Law version' },
  hash: { vi: 'Mã băm nội dung (SHA-256)', en: 'Content hash (SHA-256)' },
  rows: { vi: 'Số hồ sơ', en: 'Cases' },
  acts: { vi: 'Văn bản', en: 'Acts' },
  engine: { vi: 'Phiên bản chương trình', en: 'Program version' },
  file: { vi: 'Tệp gốc', en: 'Input file' },
  reading: { vi: 'Cách hiểu đã chọn', en: 'Chosen reading' },
  accepted: { vi: 'Quy định chưa kiểm chứng được chấp nhận', en: 'Accepted unverified provision' },
} as const satisfies Readonly<Record<string, Words>>;

/** The versions of the law that were applied, with their hashes, and what was chosen for the run. */
export function lawSheet(name: string, tally: Tally, plan: BatchPlan, law: Law): SheetPlan {
  return { name, widths: [40, 76, 12, 120], frozenRows: 1, rows: lawRows(tally, plan, law) };
}

function* lawRows(tally: Tally, { core, place, sheets }: BatchPlan, law: Law): Generator<SheetCell[], void, undefined> {
  const { lang } = core;
  const words = [LAW_WORDS.version, LAW_WORDS.hash, LAW_WORDS.rows, LAW_WORDS.acts];
  yield words.map((word) => ({ text: word[lang], style: 'heading' }));
  for (const { scheme, version, hash, rows, acts } of tally.data().laws) {
    const titles = acts.map((act) => law.acts.get(act)?.title[lang] ?? act).join('; ');
    yield [{ text: `${scheme}@${version}` }, { text: hash }, count(rows), { text: titles, style: 'long' }];
  }
  yield [];
  yield [{ text: LAW_WORDS.engine[lang] }, { text: `nd178 ${ENGINE_VERSION}` }];
  if (place.file !== undefined)
    yield [
      { text: LAW_WORDS.file[lang] },
      { text: [place.file, place.sheet ?? sheets?.map(({ sheet }) => sheet).join(', ')].filter(Boolean).join(', ') },
    ];
  for (const [id, option] of Object.entries(core.interpretations ?? {}))
    yield [{ text: LAW_WORDS.reading[lang] }, { text: `${id} = ${option}` }];
  for (const id of core.acceptUnverified ?? []) yield [{ text: LAW_WORDS.accepted[lang] }, { text: id }];
}
