import type { Lang } from '../../base/text.ts';
import { formatNumber } from '../../explanation/format.ts';
import type { AnnexList, AuditAnnex } from '../../law/audit-annex.ts';
import { columnsIn, type Heading, type MarkColumn, type MarkTable } from '../mark-table.ts';
import { sayIn } from '../messages.ts';
import type { Reconciliation } from '../reconcile/report.ts';
import type { Finding } from './found.ts';
import type { Sample } from './sample.ts';
import type { Statistic } from './statistics.ts';
import type { AuditWork } from './report.ts';

/** Widths and styles of the columns of an annex. */
const SHAPES: Readonly<Record<string, readonly [width: number, style: MarkColumn['style']]>> = {
  number: [6, 'count'],
  name: [26, 'long'],
  unit: [28, 'long'],
  place: [34, 'long'],
  regime: [16, 'long'],
  impact: [12, 'text'],
  declared: [18, 'dong'],
  due: [18, 'dong'],
  causes: [18, 'dong'],
  explanation: [90, 'long'],
};

/** The annexes of an inspection as the rule file lays them out: a table for each list. */
export function annexTables(findings: readonly Finding[], annex: AuditAnnex, lang: Lang): MarkTable[] {
  return annex.lists.map(({ list, title }) => ({
    name: sheetName(title[lang]),
    title: title[lang],
    columns: annexColumns(annex, lang),
    rows: findings.filter((one) => one.list === list).map((one, at) => annexRow(one, at + 1, annex, lang)),
  }));
}

function annexColumns({ columns, causes }: AuditAnnex, lang: Lang): MarkColumn[] {
  return columns.flatMap(({ column, title }) => {
    const [width, style] = SHAPES[column] ?? [18, 'text'];
    if (column !== 'causes') return [{ title: title[lang], width, style }];
    return causes.map((cause) => ({ title: title[lang].replace('{cause}', cause.title[lang]), width, style }));
  });
}

function annexRow(one: Finding, number: number, annex: AuditAnnex, lang: Lang): string[] {
  const word = lang === 'vi' ? 'hàng' : 'row';
  const values: Readonly<Record<string, string>> = {
    number: String(number),
    name: one.name,
    unit: one.unit,
    place: `${one.file} › ${one.sheet} › ${word} ${one.row}`,
    regime: annex.regimes.find(({ forms }) => forms.includes(one.form))?.title[lang] ?? one.form,
    impact: annex.impacts.find(({ impact }) => impact === one.impact)?.title[lang] ?? '',
    declared: one.declared ?? '',
    due: one.due ?? '',
    explanation: one.explanation,
  };
  return annex.columns.flatMap(({ column }) => {
    if (column !== 'causes') return [values[column] ?? ''];
    return annex.causes.map(({ cause }) => (cause === one.cause && one.list !== 'open' ? one.difference : ''));
  });
}

/** The name of a list that a sheet can bear. */
function sheetName(title: string): string {
  return title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

const STATISTIC: readonly Heading[] = [
  ['Người', 'People', 10, 'count'],
  ['Đúng', 'Right', 10, 'count'],
  ['Sai', 'Wrong', 10, 'count'],
  ['Chưa kết luận', 'Not decided', 12, 'count'],
  ['Khai thừa (người)', 'Overpaid (people)', 12, 'count'],
  ['Khai thừa (đồng)', 'Overpaid (VND)', 20, 'dong'],
  ['Khai thiếu (người)', 'Underpaid (people)', 12, 'count'],
  ['Khai thiếu (đồng)', 'Underpaid (VND)', 20, 'dong'],
];

/** A statistic as the cells of a row behind its name. */
export function statisticCells({ people, right, wrong, open, over, under }: Statistic): string[] {
  return [people, right, wrong, open, over.people, over.amount, under.people, under.amount].map(String);
}

/** The statistics of an audit: by unit, by cause, by scheme, each with its names in words. */
export function namedStatistics(
  { statistics: { units, causes, regimes } }: AuditWork,
  annex: AuditAnnex,
  lang: Lang,
): readonly {
  readonly title: string;
  readonly of: string;
  readonly rows: readonly (readonly [string, Statistic])[];
}[] {
  const say = sayIn(lang);
  const cause = (key: string): string => annex.causes.find((one) => one.cause === key)?.title[lang] ?? key;
  const regime = (key: string): string => annex.regimes.find((one) => one.regime === key)?.title[lang] ?? key;
  const named = (rows: readonly Statistic[], name: (key: string) => string): [string, Statistic][] =>
    rows.map((one) => [name(one.key), one]);
  return [
    { title: say('Theo đơn vị', 'By unit'), of: say('Đơn vị (tệp)', 'Unit (file)'), rows: named(units, (key) => key) },
    { title: say('Theo loại sai', 'By cause'), of: say('Loại sai', 'Cause'), rows: named(causes, cause) },
    { title: say('Theo chế độ', 'By scheme'), of: say('Chế độ', 'Scheme'), rows: named(regimes, regime) },
  ];
}

/** Everything beside the annexes as tables: statistics, ranking, sample, reconciliation. */
export function workTables(
  work: AuditWork,
  annex: AuditAnnex,
  reconciliation: Reconciliation | undefined,
  lang: Lang,
): MarkTable[] {
  const say = sayIn(lang);
  const statistics = namedStatistics(work, annex, lang).map(({ title, of, rows }): MarkTable => ({
    name: say('Thống kê ', 'Statistics ') + title.toLowerCase().replace(/^theo /, ''),
    title: `${say('Thống kê', 'Statistics')} ${title.toLowerCase()}`,
    columns: [{ title: of, width: 40, style: 'long' }, ...columnsIn(lang, STATISTIC)],
    rows: rows.map(([name, one]) => [name, ...statisticCells(one)]),
  })); // prettier-ignore
  return [
    ...statistics,
    riskTable(work, annex, lang),
    ...(work.sample ? [sampleTable(work.sample, annex, lang)] : []),
    ...(reconciliation ? [reconciledTable(reconciliation, lang)] : []),
  ];
}

function riskTable({ risks, weights }: AuditWork, annex: AuditAnnex, lang: Lang): MarkTable {
  const say = sayIn(lang);
  const { certainty } = weights;
  const [repeated, mostRepeated] = [weights.repeated, weights.mostRepeated].map((one) => formatNumber(one, lang));
  const weighed = Object.entries(certainty).map(
    ([name, weight]) => `${CERTAINTIES[name]?.[lang] ?? name} ${formatNumber(weight, lang)}`,
  );
  const title = say(
    `Xếp hạng rủi ro: số tiền × độ chắc chắn (${weighed.join('; ')}) × (1 + ${repeated} cho mỗi hàng cùng đơn vị, cùng loại sai, tối đa +${mostRepeated})`,
    `Ranking: amount × certainty (${weighed.join('; ')}) × (1 + ${repeated} for each further row of the unit with the cause, at most +${mostRepeated})`,
  );
  return {
    name: say('Xếp hạng rủi ro', 'Ranking'),
    title,
    columns: columnsIn(lang, [
      ['Hạng', 'Rank', 8, 'count'],
      ['Họ và tên', 'Name', 26, 'long'],
      ['Tệp, trang, hàng', 'File, sheet, row', 36, 'long'],
      ['Loại sai', 'Cause', 16, 'text'],
      ['Độ chắc chắn', 'Certainty', 20, 'text'],
      ['Số tiền (đồng)', 'Amount (VND)', 20, 'dong'],
      ['Số hàng cùng loại', 'Rows alike', 10, 'count'],
      ['Điểm', 'Score', 20, 'dong'],
      ['Giải trình', 'Explanation', 90, 'long'],
    ]),
    rows: risks.map((one) => [
      String(one.rank),
      one.name,
      `${one.file} › ${one.sheet} › ${one.row}`,
      annex.causes.find(({ cause }) => cause === one.cause)?.title[lang] ?? '',
      CERTAINTIES[one.certainty ?? 'open']?.[lang] ?? '',
      one.amount,
      String(one.repeated),
      one.score,
      one.explanation,
    ]),
  };
}

const CERTAINTIES: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  wrong: { vi: 'chắc chắn sai', en: 'wrong' },
  'double-certain': { vi: 'chắc chắn trùng', en: 'double' },
  'double-likely': { vi: 'có thể trùng', en: 'likely a double' },
  reading: { vi: 'tùy cách hiểu luật', en: 'another reading' },
  open: { vi: 'chưa kết luận', en: 'not decided' },
};

/** A sample in a sentence: size, seed and strata, so that it can be drawn again. */
export function sampleText({ size, seed, people, strata, drawn }: Sample, lang: Lang): string {
  const number = (count: number): string => formatNumber(count, lang);
  return sayIn(lang)(
    `Mẫu kiểm tra: ${number(drawn.length)} trong ${number(people)} người (muốn ${number(size)}), ${number(strata.length)} tầng theo tệp và mức tiền, hạt giống "${seed}"; cùng hạt giống và cùng tệp thì ra đúng mẫu này.`,
    `Sample: ${number(drawn.length)} of ${number(people)} people (${number(size)} wanted), ${number(strata.length)} strata by file and amount, seed "${seed}"; the same seed over the same files draws it again.`,
  );
}

/** The people of a sample as cells: name, place, unit, declared total, and in which list they stand. */
export function sampleRows({ drawn }: Sample, annex: AuditAnnex, lang: Lang): string[][] {
  const listName = (list: AnnexList): string => annex.lists.find((one) => one.list === list)?.title[lang] ?? list;
  return drawn.map(({ name, file, sheet, row, unit, declared, list }) => [
    name,
    `${file} › ${sheet} › ${row}`,
    unit,
    declared ?? '',
    listName(list),
  ]);
}

/** The headings of {@link sampleRows}. */
export const SAMPLE_HEADINGS: readonly Heading[] = [
  ['Họ và tên', 'Name', 26, 'long'],
  ['Tệp, trang, hàng', 'File, sheet, row', 36, 'long'],
  ['Đơn vị', 'Unit', 28, 'long'],
  ['Đơn vị khai (đồng)', 'Declared (VND)', 20, 'dong'],
  ['Kết quả', 'Result', 28, 'long'],
];

function sampleTable(sample: Sample, annex: AuditAnnex, lang: Lang): MarkTable {
  return {
    name: lang === 'vi' ? 'Mẫu kiểm tra' : 'Sample',
    title: sampleText(sample, lang),
    columns: columnsIn(lang, SAMPLE_HEADINGS),
    rows: sampleRows(sample, annex, lang),
  };
}

function reconciledTable({ totals, paid }: Reconciliation, lang: Lang): MarkTable {
  const say = sayIn(lang);
  const list = say('Danh sách đã chi', 'Payment list');
  return {
    name: say('Đối chiếu', 'Reconciliation'),
    title: say('Biểu tổng hợp và danh sách đã chi', 'Summary annex and payment list'),
    columns: columnsIn(lang, [
      ['Nguồn', 'Source', 34, 'long'],
      ['Ghi', 'Written', 20, 'dong'],
      ['Tính được', 'Computed', 20, 'dong'],
      ['Chênh lệch', 'Difference', 20, 'dong'],
      ['Kết quả', 'Finding', 100, 'long'],
    ]),
    rows: [
      ...totals.map((one) => [`${one.file} › ${one.sheet}`, one.declared, one.sum ?? '', one.difference, one.message]),
      ...(paid?.findings ?? []).map((one) => [list, one.paid ?? '', one.due ?? '', one.difference ?? '', one.message]),
      ...(paid?.unread ?? []).map(({ message }) => [list, '', '', '', message]),
    ],
  };
}
