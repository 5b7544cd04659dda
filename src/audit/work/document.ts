import type { Lang } from '../../base/text.ts';
import { leftColumn, rightColumn, type Block } from '../../explanation/document.ts';
import { formatMoney, formatNumber } from '../../explanation/format.ts';
import { barsFigure } from '../../explanation/pictures/bars.ts';
import { svgOf } from '../../explanation/pictures/svg.ts';
import type { AuditAnnex } from '../../law/audit-annex.ts';
import type { Law } from '../../law/law.ts';
import { sayIn } from '../messages.ts';
import type { Statistic } from './statistics.ts';
import { annexOf } from './work.ts';
import { namedStatistics, SAMPLE_HEADINGS, sampleRows, sampleText } from './tables.ts';
import type { AuditWork } from './report.ts';

/** So many findings are ranked, and so many bars drawn, for people. */
const MOST_SHOWN = 20;

/** The work on the findings for a reader; statistics and ranking only where there is room for pictures. */
export function workBlocks(work: AuditWork, law: Law, lang: Lang, pictures: boolean): Block[] {
  const annex = annexOf(law);
  return [...sampleBlocks(work, annex, lang), ...(pictures ? statisticBlocks(work, annex, lang) : [])];
}

/** The statistics with pictures, and what weighs most: for a page that people read. */
function statisticBlocks(work: AuditWork, annex: AuditAnnex, lang: Lang): Block[] {
  const say = sayIn(lang);
  const series = [say('thừa', 'over'), say('thiếu', 'under')] as const;
  const blocks = namedStatistics(work, annex, lang).flatMap(({ title, of, rows }, at): Block[] => {
    const moved = rows.filter(([, { over, under }]) => over.people + under.people > 0).slice(0, MOST_SHOWN);
    if (rows.length === 0) return [];
    const figure = barsFigure({
      name: `nd178-audit-${at}`,
      lang,
      title: `${say('Khai thừa, khai thiếu', 'Declared too much and too little')}: ${title.toLowerCase()}`,
      series,
      bars: moved.map(([label, { over, under }]) => ({ label, over: over.amount, under: under.amount })),
    });
    return [
      { kind: 'heading', level: 2, text: title },
      ...(moved.length === 0
        ? []
        : [{ kind: 'picture', svg: svgOf(figure, lang), alt: figure.description } satisfies Block]),
      statisticTable(of, rows, lang),
    ];
  });
  return [...blocks, ...riskBlocks(work, annex, lang)];
}

function statisticTable(of: string, rows: readonly (readonly [string, Statistic])[], lang: Lang): Block {
  const say = sayIn(lang);
  return {
    kind: 'table',
    columns: [
      leftColumn(of),
      rightColumn(say('Người', 'People')),
      rightColumn(say('Đúng', 'Right')),
      rightColumn(say('Sai', 'Wrong')),
      rightColumn(say('Chưa kết luận', 'Not decided')),
      rightColumn(say('Khai thừa', 'Overpaid')),
      rightColumn(say('Khai thiếu', 'Underpaid')),
    ],
    rows: rows.map(([name, { people, right, wrong, open, over, under }]) => [
      name,
      ...[people, right, wrong, open].map((count) => formatNumber(count, lang)),
      formatMoney(over.amount, lang),
      formatMoney(under.amount, lang),
    ]),
  };
}

function riskBlocks({ risks }: AuditWork, annex: AuditAnnex, lang: Lang): Block[] {
  const say = sayIn(lang);
  if (risks.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: say('Cần xem trước', 'To look at first') },
    {
      kind: 'table',
      columns: [
        rightColumn(say('Hạng', 'Rank')),
        leftColumn(say('Người', 'Person')),
        leftColumn(say('Loại sai', 'Cause')),
        rightColumn(say('Số tiền', 'Amount')),
        rightColumn(say('Điểm', 'Score')),
      ],
      rows: risks
        .slice(0, MOST_SHOWN)
        .map((one) => [
          String(one.rank),
          `${one.file} › ${one.sheet} › ${one.row} · ${one.name}`,
          annex.causes.find(({ cause }) => cause === one.cause)?.title[lang] ?? '',
          formatMoney(one.amount, lang),
          formatNumber(one.score, lang),
        ]),
    },
  ];
}

/** The sample, where one was drawn. */
function sampleBlocks({ sample }: AuditWork, annex: AuditAnnex, lang: Lang): Block[] {
  if (!sample) return [];
  const say = sayIn(lang);
  return [
    { kind: 'text', text: sampleText(sample, lang) },
    {
      kind: 'table',
      columns: SAMPLE_HEADINGS.map(([vi, en, , style]) => (style === 'dong' ? rightColumn : leftColumn)(say(vi, en))),
      rows: sampleRows(sample, annex, lang).map((row) =>
        row.map((text, at) => (SAMPLE_HEADINGS[at]?.[3] === 'dong' && text !== '' ? formatNumber(text, lang) : text)),
      ),
    },
  ];
}
