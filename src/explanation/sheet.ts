import { dayText } from '../base/calendar.ts';
import { unscaled } from '../base/decimal.ts';
import type { Calculation } from '../engine/derivation.ts';
import { QUANTITY, RESULT_QUANTITIES, type ResultQuantity } from '../engine/measure/quantities.ts';
import { isYears, QUANTITY_PLACES } from '../law/vocabulary.ts';
import { actTitle, contextOf, nameOf, reachText, type Context, type ExplainOptions } from './context.ts';
import type { Block, Document, Pair } from './document.ts';
import { formatBirth, formatCount, formatDate, formatDuration, formatMoney, formatMonth } from './format.ts';
import { componentFormula, salaryTitle } from './salary-steps.ts';
import { pensionBlocks, schemeBlocks } from './scheme-steps.ts';
import { paidBlocks, remarkBlocks } from './sheet-paid.ts';

/** The sheet for the dossier: person, measures, salary, what is paid with its legal basis, total, remarks. */
export function sheet(worked: Calculation, options: ExplainOptions): Document {
  const context = contextOf(worked, options);
  const { derivation } = worked;
  const { say } = context;
  const title = sheetTitle(context);
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: title },
    {
      kind: 'text',
      text: options.law.schemes.get(derivation.law.scheme)?.title[options.lang] ?? derivation.law.scheme,
      tone: 'muted',
    },
    { kind: 'heading', level: 2, text: say('Người hưởng', 'The person') },
    { kind: 'pairs', rows: personRows(context) },
    { kind: 'heading', level: 2, text: say('Thời gian để tính', 'Measures') },
    { kind: 'pairs', rows: measureRows(context) },
    ...salaryBlocks(context),
    { kind: 'heading', level: 2, text: say('Các khoản được hưởng', 'What is paid') },
    ...paidBlocks(context),
    ...remarkBlocks(context),
    ...schemeBlocks(context),
    ...pensionBlocks(context),
    { kind: 'heading', level: 2, text: say('Căn cứ pháp lý', 'Legal basis') },
    { kind: 'pairs', rows: lawRows(context) },
    {
      kind: 'signatures',
      signers: [
        say('Người lập', 'Prepared by'),
        say('Người kiểm tra', 'Checked by'),
        say('Thủ trưởng đơn vị', 'Head of the unit'),
      ],
      hint: say('(Ký, ghi rõ họ tên)', '(Signature, full name)'),
    },
    ...footer(context),
  ];
  return { lang: options.lang, title, blocks };
}

/** How far the law was looked at. */
function footer({ law, lang }: Context): Block[] {
  const text = reachText(law, lang);
  return text === undefined ? [] : [{ kind: 'text', text, tone: 'muted' }];
}

function sheetTitle(context: Context): string {
  const { derivation, say } = context;
  const { route } = derivation;
  const name = route === undefined ? '' : `: ${nameOf(context, 'route', route)}`;
  return say(`Bảng tính chế độ${name}`, `Benefit computation${name}`);
}

function personRows(context: Context): Pair[] {
  const { derivation, lang, say } = context;
  const { id, person, leaving, insurance } = derivation.case;
  const date = (text: string): string => formatDate(text, lang);
  const rows: (Pair | undefined)[] = [
    pair(say('Mã hồ sơ', 'Case id'), id),
    pair(say('Họ và tên', 'Full name'), person.name),
    pair(say('Ngày sinh', 'Date of birth'), formatBirth(person.birth, lang)),
    pair(say('Giới tính', 'Sex'), nameOf(context, 'sex', person.sex)),
    pair(say('Nhóm đối tượng', 'Group'), nameOf(context, 'group', person.group)),
    pair(say('Cấp bậc hàm', 'Rank'), person.rank),
    pair(say('Mức độ chịu tác động', 'Impact'), nameOf(context, 'impact', leaving.impact)),
    pair(say('Ngày nghỉ', 'Leaving date'), date(leaving.date)),
    pair(
      say('Ngày văn bản sắp xếp có hiệu lực', 'Reorganisation in effect'),
      leaving.reorganisation && date(leaving.reorganisation),
    ),
    pair(say('Ngày quyết định cho nghỉ', 'Day of the decision'), leaving.decided && date(leaving.decided)),
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
  const until = window ? say(` (${term} tháng đầu đến hết ${end})`, ` (the first ${term} months end ${end})`) : '';
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

/** A quantity; months past the age only where there are any. */
function quantityRow({ derivation, lang }: Context, name: ResultQuantity): Pair | undefined {
  const found = derivation.measures[name];
  if (!found || (name === 'monthsPast' && found.value === 0)) return undefined;
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

function lawRows({ derivation, law, lang, say }: Context): Pair[] {
  const { scheme, date, acts, hash } = derivation.law;
  return [
    { label: say('Văn bản', 'Acts'), value: acts.map((act) => actTitle(law, act, lang)).join('; ') },
    { label: say('Phiên bản luật', 'Law version'), value: `${scheme}@${date}` },
    { label: say('Mã nội dung luật', 'Law hash'), value: hash },
  ];
}
