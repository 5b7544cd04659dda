import { Decimal } from '../../base/decimal.ts';
import type { Lang } from '../../base/text.ts';
import { formatMoney } from '../format.ts';
import { element, INK, label, MARGIN, paragraph, SIZE, WIDTH, type Figure } from './svg.ts';

/** A bar: what it is of, and two amounts in đồng, one below the other. */
export interface Bar {
  readonly label: string;
  readonly over: string;
  readonly under: string;
}

/** Amounts side by side. */
export interface BarsPicture {
  /** A word, unique in a page. */
  readonly name: string;
  readonly lang: Lang;
  readonly title: string;
  /** What the two amounts are called. */
  readonly series: readonly [over: string, under: string];
  readonly bars: readonly Bar[];
}

const BAR = 11;
const LEFT = MARGIN;

/** Draws amounts as bars, the words and the amount above each; a pattern of lengths, no amount is read off it. */
export function barsFigure({ name, lang, title, series, bars }: BarsPicture): Figure {
  const most = Decimal.max(1, ...bars.flatMap(({ over, under }) => [over, under]));
  const heading = paragraph(title, MARGIN, 4, { size: SIZE.title, most: 3, 'font-weight': 'bold' });
  const parts = [...heading.parts];
  let top = heading.height + 10;
  const bar = (amount: string, what: string, fill: string): void => {
    if (new Decimal(amount).isZero()) return;
    const width = Math.max(1, new Decimal(amount).div(most).toNumber() * (WIDTH - 2 * MARGIN));
    parts.push(element('rect', { x: LEFT, y: top, width, height: BAR, fill }));
    parts.push(label(`${what}: ${formatMoney(amount, lang)}`, LEFT, top + BAR + SIZE.axis + 1, { 'font-size': SIZE.axis, fill: INK.soft })); // prettier-ignore
    top += BAR + SIZE.axis + 7;
  };
  for (const one of bars) {
    const words = paragraph(one.label, LEFT, top, { most: 2 });
    parts.push(...words.parts);
    top += words.height + 3;
    bar(one.over, series[0], INK.mark);
    bar(one.under, series[1], INK.amount);
    top += 6;
  }
  const description = bars
    .map(
      ({ label: of, over, under }) =>
        `${of}: ${series[0]} ${formatMoney(over, lang)}, ${series[1]} ${formatMoney(under, lang)}`,
    ) // prettier-ignore
    .join('; ');
  return { name, title, description, height: top + MARGIN, parts };
}
