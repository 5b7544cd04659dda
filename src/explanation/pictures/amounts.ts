import { dayText, monthText, type Day } from '../../base/calendar.ts';
import { Decimal } from '../../base/decimal.ts';
import type { Lang } from '../../base/text.ts';
import { formatDate, formatMoney, formatMonth, formatNumber } from '../format.ts';
import { badges, lanesHeight, lanesOf, legend, path, type Mark, type Sample } from './legend.ts';
import { levelsUpTo, MILLION, monthTicks, scaleOf, timeOf } from './scale.ts';
import { element, INK, label, line, MARGIN, paragraph, SIZE, textWidth, WIDTH, type Figure } from './svg.ts';

/** What is paid to whoever leaves on a day. */
export interface AmountPoint {
  readonly day: Day;
  /** Đồng; null where it cannot be computed. */
  readonly amount: string | null;
  /** Đồng that the salary until the normal pension would be. */
  readonly salary?: string;
}

/** The amount by leaving date, and where something else than the date changes. */
export interface AmountsPicture {
  readonly lang: Lang;
  readonly title: string;
  readonly description: string;
  /** Ascending by day. */
  readonly points: readonly AmountPoint[];
  /** The day from which something changes, and what. */
  readonly changes: readonly { readonly day: Day; readonly texts: readonly string[] }[];
  /** The planned leaving date, and its amount. */
  readonly planned?: AmountPoint;
}

const PLOT_HEIGHT = 170;
/** Beyond so many times the highest benefit the salary would press the benefits flat: it is told, not drawn. */
const MOST_SALARY = 3;
/** More points than so many are not drawn one by one. */
const MOST_DOTS = 60;

/** Draws the amount by leaving date as a step line: an amount stands from its day to the next day computed. */
export function amountsFigure(picture: AmountsPicture): Figure {
  const { lang, title, description, points } = picture;
  const heading = paragraph(title, MARGIN, 4, { size: SIZE.title, most: 3, 'font-weight': 'bold' });
  const drawn = salaryDrawn(points);
  const levels = levelsUpTo(highest(points, drawn, picture.planned));
  const left = MARGIN + Math.max(...levels.map((level) => textWidth(millions(level, lang), SIZE.axis))) + 5;
  const x = timeScale(points, left + 6, WIDTH - MARGIN - 14);
  const marks: Mark[] = picture.changes.map(({ day, texts }) => ({ x: x(timeOf(day)), texts }));
  const lanes = lanesOf(marks);
  const unitTop = heading.height + 8;
  const top = unitTop + SIZE.axis + 12 + lanesHeight(lanes);
  const bottom = top + PLOT_HEIGHT;
  const y = scaleOf(0, Number(levels.at(-1) ?? 1), bottom, top);
  const end = WIDTH - MARGIN;
  const key = legend(samplesOf(picture, drawn), marks, bottom + 30);
  return {
    name: 'nd178-amounts',
    title,
    description,
    height: bottom + 30 + key.height + MARGIN,
    parts: [
      ...heading.parts,
      label(lang === 'vi' ? 'triệu đồng' : 'million VND', MARGIN, unitTop + SIZE.axis, axis()),
      ...levels.flatMap((level) => [
        line(left, y(Number(level)), end, y(Number(level)), { stroke: level.isZero() ? INK.soft : INK.grid }),
        label(millions(level, lang), left - 5, y(Number(level)) + 4, axis('end')),
      ]),
      ...timeAxis(points, x, bottom, lang),
      ...badges(marks, lanes, top - lanesHeight(lanes), bottom),
      ...(drawn ? [salaryLine(points, x, y)] : []),
      ...stretches(points).map((one) => stepLine(one, points, x, y, end)),
      ...dots(points, x, y, lang),
      ...plannedMark(picture, x, y, bottom),
      ...key.parts,
    ],
  };
}

type Scale = (value: number) => number;

function axis(anchor = 'start'): Readonly<Record<string, string | number>> {
  return { 'font-size': SIZE.axis, fill: INK.soft, 'text-anchor': anchor };
}

function millions(amount: Decimal, lang: Lang): string {
  return formatNumber(amount.div(MILLION), lang);
}

function timeScale(points: readonly AmountPoint[], start: number, end: number): Scale {
  const times = points.map(({ day }) => timeOf(day));
  return scaleOf(Math.min(...times), Math.max(...times), start, end);
}

function most(amounts: readonly (string | null | undefined)[]): Decimal {
  return Decimal.max(0, ...amounts.flatMap((one) => (one === null || one === undefined ? [] : [one])));
}

function highest(points: readonly AmountPoint[], salary: boolean, planned: AmountPoint | undefined): Decimal {
  const inside = planned && isInside(points, planned.day) ? [planned.amount] : [];
  return most([
    ...points.map(({ amount }) => amount),
    ...(salary ? points.map((point) => point.salary) : []),
    ...inside,
  ]);
}

function isInside(points: readonly AmountPoint[], day: Day): boolean {
  return day >= (points[0]?.day ?? Infinity) && day <= (points.at(-1)?.day ?? -Infinity);
}

function salaryDrawn(points: readonly AmountPoint[]): boolean {
  const salary = most(points.map((point) => point.salary));
  return salary.gt(0) && salary.lte(most(points.map(({ amount }) => amount)).times(MOST_SALARY));
}

/** The points that can be computed, in runs without a gap, by their places in the list. */
function stretches(points: readonly AmountPoint[]): number[][] {
  const found: number[][] = [];
  points.forEach(({ amount }, index) => {
    if (amount === null) return;
    if (index > 0 && points[index - 1]?.amount !== null) found.at(-1)?.push(index);
    else found.push([index]);
  });
  return found;
}

function stepLine(run: readonly number[], points: readonly AmountPoint[], x: Scale, y: Scale, end: number): string {
  const corners: [number, number][] = [];
  for (const index of run) {
    const point = points[index];
    const next = points[index + 1];
    if (!point) continue;
    const height = y(Number(point.amount));
    corners.push([x(timeOf(point.day)), height], [next ? x(timeOf(next.day)) : end, height]);
  }
  return element('path', { d: path(corners), fill: 'none', stroke: INK.amount, 'stroke-width': '2.2' });
}

function salaryLine(points: readonly AmountPoint[], x: Scale, y: Scale): string {
  const places = points.flatMap(({ day, salary }): [number, number][] =>
    salary === undefined ? [] : [[x(timeOf(day)), y(Number(salary))]],
  );
  return element('path', { d: path(places), fill: 'none', stroke: INK.salary, 'stroke-dasharray': '5 3' });
}

/** A dot for each day computed, with its amount for a pointer that rests on it. */
function dots(points: readonly AmountPoint[], x: Scale, y: Scale, lang: Lang): string[] {
  if (points.length > MOST_DOTS) return [];
  return points.flatMap(({ day, amount }) => {
    if (amount === null) return [];
    const told = element('title', {}, `${formatDate(dayText(day), lang)}: ${formatMoney(amount, lang)}`);
    const place = { cx: x(timeOf(day)), cy: y(Number(amount)) };
    return [element('circle', { ...place, r: 2.4, fill: INK.amount }, told)];
  });
}

function timeAxis(points: readonly AmountPoint[], x: Scale, bottom: number, lang: Lang): string[] {
  const times = points.map(({ day }) => timeOf(day));
  const months = monthTicks(Math.min(...times), Math.max(...times), 6);
  return months.flatMap((month) => {
    const at = Math.min(Math.max(x(month), MARGIN + 20), WIDTH - MARGIN - 20);
    return [
      line(x(month), bottom, x(month), bottom + 4, { stroke: INK.soft }),
      label(formatMonth(monthText(month), lang), at, bottom + 17, axis('middle')),
    ];
  });
}

function plannedMark({ planned, points }: AmountsPicture, x: Scale, y: Scale, bottom: number): string[] {
  if (!planned || planned.amount === null || !isInside(points, planned.day)) return [];
  const [at, height] = [x(timeOf(planned.day)), y(Number(planned.amount))];
  return [line(at, height, at, bottom, { stroke: INK.amount, 'stroke-dasharray': '2 2' }), diamond(at, height)];
}

function diamond(x: number, y: number): string {
  const corners: [number, number][] = [
    [x, y - 6],
    [x + 6, y],
    [x, y + 6],
    [x - 6, y],
  ];
  return element('path', { d: `${path(corners)} Z`, fill: '#ffffff', stroke: INK.amount, 'stroke-width': '2' });
}

function samplesOf({ lang, planned, points }: AmountsPicture, drawn: boolean): Sample[] {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const stroke = (attributes: Readonly<Record<string, string>>) => (x: number, y: number) =>
    line(x - 11, y, x + 11, y, attributes);
  const samples: Sample[] = [
    {
      draw: stroke({ stroke: INK.amount, 'stroke-width': '2.2' }),
      text:
        say('Tổng số tiền được hưởng', 'Total paid') +
        (points.length > MOST_DOTS ? '' : say(' (chấm: các ngày đã tính)', ' (dots: the dates computed)')),
    },
  ];
  if (drawn) {
    samples.push({
      draw: stroke({ stroke: INK.salary, 'stroke-dasharray': '5 3' }),
      text: say(
        'Tiền lương nếu làm việc đến khi hưởng lương hưu đúng tuổi (để tham khảo, không phải khoản được hưởng)',
        'Salary if the person stays until the normal pension (for information, nothing that is due)',
      ),
    });
  }
  if (planned && planned.amount !== null) {
    const date = formatDate(dayText(planned.day), lang);
    const outside = isInside(points, planned.day) ? '' : say(' (ngoài hình)', ' (outside the picture)');
    samples.push({
      draw: diamond,
      text: say('Ngày nghỉ dự định ', 'Planned date ') + `${date}: ${formatMoney(planned.amount, lang)}${outside}`,
    });
  }
  return samples;
}
