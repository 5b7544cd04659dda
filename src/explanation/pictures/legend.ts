import { coordinate, element, INK, label, paragraph, SIZE } from './svg.ts';

/** A numbered place in a picture, told below it. */
export interface Mark {
  /** The coordinate from the left. */
  readonly x: number;
  readonly texts: readonly string[];
}

/** What a line or a colour stands for. */
export interface Sample {
  /** The drawing of the sample, around a point. */
  readonly draw: (x: number, y: number) => string;
  readonly text: string;
}

const RADIUS = 8;
const LANE = 2 * RADIUS + 2;
const INDENT = 34;

/** The numbers of marks in rows above a picture, so that no two touch; each row is called a lane. */
export function lanesOf(marks: readonly Mark[]): readonly number[] {
  const ends: number[] = [];
  return marks.map(({ x }) => {
    const free = ends.findIndex((end) => x - RADIUS > end);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = x + RADIUS + 2;
    return lane;
  });
}

/** How high so many lanes are. */
export function lanesHeight(lanes: readonly number[]): number {
  return lanes.length === 0 ? 0 : (Math.max(...lanes) + 1) * LANE;
}

/** The numbered circles above a picture, the first lane nearest to it, each with a line down to its foot. */
export function badges(marks: readonly Mark[], lanes: readonly number[], top: number, foot: number): string[] {
  const bottom = top + lanesHeight(lanes);
  const at = (index: number): number => bottom - (lanes[index] ?? 0) * LANE - RADIUS - 1;
  const down = marks.map(({ x }, index) =>
    element('line', { x1: x, y1: at(index) + RADIUS, x2: x, y2: foot, stroke: INK.mark, 'stroke-width': '0.8' }),
  );
  return [...down, ...marks.map(({ x }, index) => badge(index + 1, x, at(index)))];
}

function badge(number: number, x: number, y: number): string {
  const circle = element('circle', { cx: x, cy: y, r: RADIUS, fill: '#ffffff', stroke: INK.mark });
  return (
    circle + label(String(number), x, y + 3.6, { 'text-anchor': 'middle', 'font-size': '10', 'font-weight': 'bold' })
  );
}

/** What the lines and colours mean, then the texts of the marks by their numbers. */
export function legend(
  samples: readonly Sample[],
  marks: readonly Mark[],
  top: number,
): { readonly parts: readonly string[]; readonly height: number } {
  const parts: string[] = [];
  let y = top;
  const add = (text: string, sign?: string): void => {
    const { parts: lines, height } = paragraph(text, INDENT, y, {});
    parts.push(...(sign === undefined ? [] : [sign]), ...lines);
    y += Math.max(height, sign === undefined ? 0 : LANE) + 2;
  };
  for (const { draw, text } of samples) add(text, draw(INDENT / 2 + 2, y + SIZE.text * 0.7));
  marks.forEach(({ texts }, index) => {
    texts.forEach((text, at) => {
      add(text, at === 0 ? badge(index + 1, INDENT / 2 + 2, y + SIZE.text * 0.7) : undefined);
    });
  });
  return { parts, height: y - top };
}

/** A path through points, in straight lines. */
export function path(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`).join(' ');
}
