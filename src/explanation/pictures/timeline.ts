import type { Day } from '../../base/calendar.ts';
import type { Lang } from '../../base/text.ts';
import { badges, lanesHeight, lanesOf, legend, type Mark, type Sample } from './legend.ts';
import { monthTicks, scaleOf, timeOf } from './scale.ts';
import { element, INK, label, line, MARGIN, paragraph, SIZE, WIDTH, type Figure } from './svg.ts';

/** Something that happens on a day. */
export interface TimelineEvent {
  readonly day: Day;
  /** The day as far as it is known or matters, for a reader. */
  readonly date: string;
  readonly text: string;
}

/** A stretch of time. */
export interface TimelineSpan {
  readonly from: Day;
  readonly to: Day;
  readonly text: string;
  readonly colour: 'term' | 'early';
}

/** The way of one person to the pension. */
export interface TimelinePicture {
  readonly lang: Lang;
  readonly title: string;
  readonly description: string;
  /** Far before everything else: it stands before a break of the axis. */
  readonly birth: TimelineEvent;
  readonly events: readonly TimelineEvent[];
  readonly spans: readonly TimelineSpan[];
}

const SPAN_HEIGHT = 9;
const BREAK = MARGIN + 34;

/** Draws the way of a person to the pension: numbered days on an axis, and what they are below it. */
export function timelineFigure(picture: TimelinePicture): Figure {
  const { title, description, birth, spans } = picture;
  const events = [...picture.events].sort((a, b) => a.day - b.day);
  const times = [...events.map(({ day }) => day), ...spans.flatMap(({ from, to }) => [from, to])].map(timeOf);
  const x = scaleOf(Math.min(...times), Math.max(...times), BREAK + 24, WIDTH - MARGIN - 12);
  const marks = marksOf(birth, events, x);
  const lanes = lanesOf(marks);
  const heading = paragraph(title, MARGIN, 4, { size: SIZE.title, most: 3, 'font-weight': 'bold' });
  const top = heading.height + 10;
  const bars = top + lanesHeight(lanes) + 6;
  const axis = bars + spans.length * (SPAN_HEIGHT + 3) + 4;
  const samples: Sample[] = spans.map(({ text, colour }) => ({
    draw: (at, y) => bar(at - 11, at + 11, y - SPAN_HEIGHT / 2, colour),
    text,
  }));
  const key = legend(samples, marks, axis + 28);
  return {
    name: 'nd178-timeline',
    title,
    description,
    height: axis + 28 + key.height + MARGIN,
    parts: [
      ...heading.parts,
      ...spans.map(({ from, to, colour }, index) =>
        bar(x(timeOf(from)), x(timeOf(to)), bars + index * (SPAN_HEIGHT + 3), colour),
      ),
      ...axisParts(axis, x, times),
      ...badges(marks, lanes, top, axis),
      ...key.parts,
    ],
  };
}

/** Events of one day share a number. */
function marksOf(birth: TimelineEvent, events: readonly TimelineEvent[], x: (time: number) => number): Mark[] {
  const byDay = new Map<Day, string[]>();
  for (const { day, date, text } of events) byDay.set(day, [...(byDay.get(day) ?? []), `${date}: ${text}`]);
  return [
    { x: MARGIN + 10, texts: [`${birth.date}: ${birth.text}`] },
    ...[...byDay].map(([day, texts]) => ({ x: x(timeOf(day)), texts })),
  ];
}

function bar(from: number, to: number, y: number, colour: TimelineSpan['colour']): string {
  const width = Math.max(1.5, to - from);
  return element('rect', { x: from, y, width, height: SPAN_HEIGHT, fill: INK[colour], stroke: INK.soft });
}

/** The axis from the birth on, with a break, and its years. */
function axisParts(y: number, x: (time: number) => number, times: readonly number[]): string[] {
  const stroke = { stroke: INK.text, 'stroke-width': '1.4' };
  const years = monthTicks(Math.min(...times), Math.max(...times), 7).filter((month) => month % 12 === 0);
  return [
    line(MARGIN, y, BREAK - 4, y, stroke),
    line(BREAK - 7, y + 5, BREAK - 1, y - 5, stroke),
    line(BREAK - 1, y + 5, BREAK + 5, y - 5, stroke),
    line(BREAK + 2, y, WIDTH - MARGIN, y, stroke),
    ...years.flatMap((month) => [
      line(x(month), y, x(month), y + 4, stroke),
      label(String(month / 12), x(month), y + 17, {
        'font-size': SIZE.axis,
        fill: INK.soft,
        'text-anchor': 'middle',
      }),
    ]),
  ];
}
