import { unscaled } from '../base/decimal.ts';
import { dayText } from '../base/calendar.ts';
import type { Calculation } from '../engine/derivation.ts';
import { QUANTITY, RESULT_QUANTITIES, type ResultQuantity } from '../engine/measure/quantities.ts';
import { receiptOf, type Receipt } from '../engine/receipt.ts';
import { shortened } from '../engine/short-receipt.ts';
import { resultOf } from '../engine/result.ts';
import { isYears, QUANTITY_PLACES } from '../law/vocabulary.ts';
import { contextOf, nameOf, type Context, type ExplainOptions } from '../explanation/context.ts';
import type { Block, Document, Pair } from '../explanation/document.ts';
import {
  formatBirth,
  formatCount,
  formatDate,
  formatDuration,
  formatMoney,
  formatMonth,
} from '../explanation/format.ts';
import { pairLines } from '../explanation/layout/html.ts';
import { fundingSource } from './funding-source.ts';
import { internalPage } from './internal-page.ts';
import { citesOf, legalBases } from './legal-basis.ts';
import { letterhead, signatures } from './letterhead.ts';
import type { Office } from './office.ts';
import { componentFormula, salaryTitle } from '../explanation/salary-steps.ts';
import { emptyBlocks, paidBlocks } from './sheet-paid.ts';

/** How to lay a sheet out. */
export interface SheetOptions extends ExplainOptions {
  /** The office that issues it; dots to be filled in where absent. */
  readonly office?: Office;
}

/**
 * The sheet for the dossier (bảng tính chế độ): person, times, salary, what is paid, in words, the legal basis of this
 * person alone, signatures; on a page of its own what is for the office and not for the dossier.
 */
export function sheet(worked: Calculation, options: SheetOptions): Document {
  const context = contextOf(worked, options);
  const { say, lang, law } = context;
  const { office = {} } = options;
  const receipt = receiptOf(resultOf(worked, lang));
  const title = sheetTitle(context);
  const blocks: Block[] = [
    letterhead(office, lang),
    { kind: 'heading', level: 1, text: title },
    {
      kind: 'text',
      text: law.schemes.get(context.derivation.law.scheme)?.title[lang] ?? context.derivation.law.scheme,
      tone: 'muted',
      align: 'center',
    },
    { kind: 'heading', level: 2, text: say('Người hưởng', 'The person') },
    { kind: 'pairs', rows: personRows(context), columns: 2 },
    { kind: 'heading', level: 2, text: say('Thời gian để tính', 'Measures') },
    { kind: 'pairs', rows: measureRows(context), columns: 2 },
    ...salaryBlocks(context),
    { kind: 'heading', level: 2, text: say('Các khoản được hưởng', 'What is paid') },
    ...paidBlocks(context),
    ...emptyBlocks(context),
    ...fundingBlocks(context, office),
    { kind: 'heading', level: 2, text: say('Căn cứ pháp lý', 'Legal basis') },
    { kind: 'list', items: legalBases(law, citesOf(worked), lang).map((text) => ({ text })) },
    signatures(office, lang),
    ...internalPage(context, receipt),
  ];
  return { lang, title, blocks, foot: footLine(context, receipt), ...(hasRoom(blocks) ? { roomy: true } : {}) };
}

/** So many lines of a sheet fit one page with room between them. */
const ROOMY_LINES = 55;

/** Letters to a line of a list, of a text, and of a table with all its columns. */
const LETTERS = { list: 95, text: 75, table: 88 };

/** Whether the dossier's part of a sheet leaves room on its page: its lines, as letters fill them. */
function hasRoom(blocks: readonly Block[]): boolean {
  const page = blocks.findIndex(({ kind }) => kind === 'page');
  const lines = blocks.slice(0, page === -1 ? undefined : page).reduce((sum, block) => sum + linesOf(block), 0);
  return lines <= ROOMY_LINES;
}

function linesOf(block: Block): number {
  switch (block.kind) {
    case 'letterhead':
      return 3;
    case 'pairs':
      return pairLines(block.rows).length;
    case 'list':
      return block.items.reduce((sum, { text }) => sum + Math.ceil(text.length / LETTERS.list), 0);
    case 'text':
      return Math.ceil(block.text.length / LETTERS.text);
    case 'table': {
      const each = LETTERS.table / block.columns.length;
      const rows = [block.columns.map(({ title }) => title), ...block.rows, ...(block.foot ? [block.foot] : [])];
      return rows.reduce((sum, cells) => sum + Math.max(...cells.map((text) => Math.ceil(text.length / each))), 0);
    }
    case 'signatures':
      return 6;
    default:
      return 1;
  }
}

/** What stands at the foot of every page: by which version it was computed, how far the law was looked at, the receipt. */
function footLine(context: Context, receipt: Receipt): string {
  const { law, lang, say, derivation } = context;
  const { scheme, date } = derivation.law;
  return [
    say(`Phiên bản luật ${scheme}@${date}`, `Law version ${scheme}@${date}`),
    ...(law.reach === undefined
      ? []
      : [say(`luật tra cứu đến ${formatDate(law.reach.date, lang)}`, `law looked at to ${law.reach.date}`)]),
    say('mã biên nhận ', 'receipt ') + shortened(receipt.output),
  ].join(' · ');
}

function sheetTitle(context: Context): string {
  const { derivation, say } = context;
  const { route } = derivation;
  const name = route === undefined ? '' : nameOf(context, 'route', route);
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return say(`Bảng tính chế độ ${lower}`, `Benefit computation${name === '' ? '' : `: ${name}`}`).trim();
}

function personRows(context: Context): Pair[] {
  const { derivation, lang, say } = context;
  const { id, person, leaving, insurance } = derivation.case;
  const date = (text: string): string => formatDate(text, lang);
  const decided = [leaving.decision, leaving.decided && date(leaving.decided)].filter(Boolean);
  const rows: (Pair | undefined)[] = [
    pair(say('Họ và tên', 'Full name'), person.name),
    pair(say('Mã hồ sơ', 'Case id'), id),
    pair(say('Ngày sinh', 'Date of birth'), formatBirth(person.birth, lang)),
    pair(say('Giới tính', 'Sex'), nameOf(context, 'sex', person.sex)),
    pair(say('Chức vụ', 'Position'), person.position),
    pair(say('Đơn vị', 'Unit'), person.unit),
    pair(say('Nhóm đối tượng', 'Group'), nameOf(context, 'group', person.group)),
    pair(say('Cấp bậc hàm', 'Rank'), person.rank && nameOf(context, 'rank', person.rank)),
    pair(say('Mức độ chịu tác động', 'Impact'), nameOf(context, 'impact', leaving.impact)),
    pair(say('Quyết định', 'Decision'), decided.join(say(' ngày ', ' of '))),
    pair(say('Ngày nghỉ', 'Leaving date'), date(leaving.date)),
    pair(
      say('Ngày văn bản sắp xếp có hiệu lực', 'Reorganisation in effect'),
      leaving.reorganisation && date(leaving.reorganisation),
    ),
    pair(say('Thời gian đóng BHXH', 'Insurance time'), formatDuration(insurance.years * 12 + insurance.months, lang)),
  ];
  return rows.filter((row) => row !== undefined);
}

function pair(label: string, value: string | undefined): Pair | undefined {
  return value === undefined || value === '' ? undefined : { label, value };
}

function measureRows(context: Context): Pair[] {
  const { derivation, lang, say } = context;
  const { retirement, pension, window } = derivation.measures;
  const month = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : formatMonth(value, lang);
  const end = window ? formatDate(dayText(window.end), lang) : '';
  const term = window?.rule.provision.months ?? 0;
  const until = window ? say(` (${term} tháng đến hết ${end})`, ` (the ${term} months end ${end})`) : '';
  const clocked = derivation.law.rules('clock').length > 0;
  const rows = [
    pair(say('Tháng đủ tuổi nghỉ hưu', 'Retirement age reached'), month(retirement?.ageMonth)),
    pair(say('Tháng hưởng lương hưu đúng tuổi', 'Normal pension starts'), month(retirement?.pensionStart)),
    ...RESULT_QUANTITIES.map((name) => quantityRow(context, name)),
    pair(
      say('Đủ thời gian hưởng lương hưu', 'Insurance time for a pension'),
      pension && (pension.eligible ? say('đủ', 'enough') : say('chưa đủ', 'not enough')),
    ),
    pair(
      say('Thời điểm nghỉ', 'Time of leaving'),
      clocked ? nameOf(context, 'window', window?.name ?? 'none') + until : undefined,
    ),
  ];
  return rows.filter((row) => row !== undefined);
}

/** A quantity; months past the age only where there are any, months of severance only where they pay something. */
function quantityRow({ derivation, lang }: Context, name: ResultQuantity): Pair | undefined {
  const found = derivation.measures[name];
  if (!found || (name === 'monthsPast' && found.value === 0)) return undefined;
  if (name === 'severanceMonths' && !derivation.lines.some(({ terms }) => terms.some(({ per }) => per === name)))
    return undefined;
  const value = isYears(name) ? unscaled(found.value, QUANTITY_PLACES) : found.value;
  const { title, unit } = QUANTITY[name];
  return pair(title[lang], formatCount(value, unit, lang));
}

/** The salary; nothing for a scheme that pays by no salary of the person. */
function salaryBlocks(context: Context): Block[] {
  const { derivation } = context;
  if (derivation.law.rules('component').length === 0) return [];
  return [{ kind: 'heading', level: 2, text: salaryTitle(context) }, salaryTable(context)];
}

function salaryTable(context: Context): Block {
  const { derivation, lang, say } = context;
  const { lines, amount } = derivation.salary;
  const total = salaryTitle(context);
  return {
    kind: 'table',
    columns: [
      { title: say('Thành phần', 'Component'), align: 'left' },
      { title: say('Cách tính', 'Computation'), align: 'left' },
      { title: say('Số tiền', 'Amount'), align: 'right' },
    ],
    rows: lines.map((line) => [
      line.rule.provision.title[lang],
      componentFormula(context, line, lines),
      formatMoney(line.amount, lang),
    ]),
    foot: [total, '', formatMoney(amount, lang)],
  };
}

/** The budget source, where something is paid: that of the person or the office, else dots. */
function fundingBlocks({ derivation, law, lang, say }: Context, office: Office): Block[] {
  if (derivation.outcome !== 'paid') return [];
  const source = fundingSource(derivation.case.person, office, law, lang) ?? '……………………………………';
  const { chapter } = office;
  const of = chapter === undefined ? '' : say(`, chương ${chapter}`, `, chapter ${chapter}`);
  return [{ kind: 'text', text: `${say('Nguồn kinh phí', 'Budget source')}: ${source}${of}.` }];
}
