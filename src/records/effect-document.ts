import { Decimal } from '../base/decimal.ts';
import type { Lang } from '../base/text.ts';
import { basisOf } from '../explanation/context.ts';
import { leftColumn, rightColumn, type Block, type Document } from '../explanation/document.ts';
import { formatDifference, formatMoney, formatNumber } from '../explanation/format.ts';
import type { Law } from '../law/law.ts';
import type { EffectSum, EffectSummary, ProvisionEffect } from './effect-tally.ts';
import { effectVerdict } from './verdict.ts';
import { BECAUSE } from './words.ts';

/** What a report on the effect of another law shows. */
export interface EffectReport {
  readonly summary: EffectSummary;
  /** What is asked for, in words of the command: `nd178@2025-07-01`, `service-from-july-2025=...`. */
  readonly law: string;
  /** Records that do not replay as recorded, and so are no sound basis. */
  readonly unsound: number;
}

/** The effect of another law for a reader: the verdict, by unit, by provision, and who gains and loses most. */
export function effectDocument({ summary, law: named, unsound }: EffectReport, law: Law, lang: Lang): Document {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const { all, units, provisions, most, issues } = summary;
  const blocks: Block[] = [
    { kind: 'text', text: effectVerdict(summary, named, unsound, lang), tone: 'strong' },
    { kind: 'heading', level: 2, text: say('Theo đơn vị', 'By unit') },
    unitTable(units, all, lang),
  ];
  if (provisions.length > 0) {
    blocks.push(
      { kind: 'heading', level: 2, text: say('Theo quy định', 'By provision') },
      provisionTable(provisions, law, lang),
    );
  }
  if (most.length > 0) {
    blocks.push({ kind: 'heading', level: 2, text: say('Tăng và giảm nhiều nhất', 'Who gains and loses most') });
    blocks.push({
      kind: 'table',
      columns: [
        rightColumn(say('Dòng', 'Row')),
        leftColumn('id'),
        leftColumn(say('Đơn vị', 'Unit')),
        rightColumn(say('Đã ghi', 'Recorded')),
        rightColumn(say('Sẽ là', 'Would be')),
        rightColumn(say('Chênh lệch', 'Difference')),
      ],
      rows: most.map(({ row, id = '', unit, before, after, difference }) => [
        String(row),
        id,
        unit,
        formatMoney(before, lang),
        formatMoney(after ?? '0', lang),
        formatDifference(new Decimal(difference ?? '0'), lang),
      ]),
    });
  }
  if (all.uncomputable.people > 0) {
    blocks.push({ kind: 'heading', level: 2, text: say('Không tính được', 'Cannot be computed') });
    blocks.push({
      kind: 'list',
      items: Object.entries(issues).map(([code, count]) => ({ text: `${code}: ${formatNumber(count, lang)}` })),
    });
  }
  return { lang, title: say('Tác động nếu áp dụng', 'Effect if applied'), blocks };
}

function unitTable(units: EffectSummary['units'], all: EffectSum, lang: Lang): Block {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const cells = (name: string, sum: EffectSum): string[] => [
    name,
    formatNumber(sum.people, lang),
    `${formatNumber(sum.gain.people, lang)} / ${formatNumber(sum.lose.people, lang)}`,
    formatMoney(sum.before, lang),
    formatMoney(sum.after, lang),
    formatDifference(new Decimal(sum.difference), lang),
  ];
  return {
    kind: 'table',
    columns: [
      leftColumn(say('Đơn vị', 'Unit')),
      rightColumn(say('Người', 'People')),
      rightColumn(say('Tăng / giảm', 'Gain / lose')),
      rightColumn(say('Đã ghi', 'Recorded')),
      rightColumn(say('Sẽ là', 'Would be')),
      rightColumn(say('Chênh lệch', 'Difference')),
    ],
    rows: units.map(({ unit, sum }) => cells(unit === '' ? say('(không ghi)', '(none)') : unit, sum)),
    foot: cells(say('Tất cả', 'All'), all),
  };
}

function provisionTable(provisions: readonly ProvisionEffect[], law: Law, lang: Lang): Block {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const basis = (cites: ProvisionEffect['citeAfter']): string =>
    basisOf(law, cites, lang)
      .map((one) => one.text)
      .join('; ');
  return {
    kind: 'table',
    columns: [
      leftColumn(say('Khoản', 'Benefit')),
      leftColumn(say('Vì', 'Because')),
      leftColumn(say('Trước', 'Before')),
      leftColumn(say('Sau', 'After')),
      rightColumn(say('Người', 'People')),
      rightColumn(say('Chênh lệch', 'Difference')),
    ],
    rows: provisions.map((one) => [
      one.benefit,
      BECAUSE[one.because][lang],
      basis(one.citeBefore) || '—',
      basis(one.citeAfter) || '—',
      formatNumber(one.people, lang),
      formatDifference(new Decimal(one.difference), lang),
    ]),
  };
}
