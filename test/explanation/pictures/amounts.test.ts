import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/base/calendar.ts';
import { amountsFigure, type AmountsPicture } from '../../../src/explanation/pictures/amounts.ts';
import { stacked, svgOf } from '../../../src/explanation/pictures/svg.ts';
import { timelineFigure } from '../../../src/explanation/pictures/timeline.ts';

const day = (text: string): number => parseDay(text) ?? 0;
const PICTURE: AmountsPicture = {
  lang: 'vi',
  title: 'Số tiền',
  description: 'Mô tả.',
  points: [
    { day: day('2025-05-01'), amount: '1781310960' },
    { day: day('2025-06-01'), amount: '1781310960' },
    { day: day('2025-07-01'), amount: '900000000' },
    { day: day('2025-08-01'), amount: null },
    { day: day('2025-09-01'), amount: '0' },
  ],
  changes: [{ day: day('2025-07-01'), texts: ['01/07/2025: luật thay đổi'] }],
  planned: { day: day('2025-06-01'), amount: '1781310960' },
};

/** The texts of an SVG by their elements; throws where it is no XML. */
function textsOf(svg: string): { readonly name: string; readonly text: string }[] {
  const found: { name: string; text: string }[] = [];
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => names.push(name));
  parser.on('closetag', () => names.pop());
  parser.on('text', (text) => {
    if (text.trim() !== '') found.push({ name: names.at(-1) ?? '', text });
  });
  parser.write(svg).close();
  return found;
}

/** The corners of the step lines: runs of [x, y]. */
function stepsOf(svg: string): number[][][] {
  return [...svg.matchAll(/<path d="([^"]+)" fill="none" stroke="#1f4e79"/g)].map(([, d = '']) =>
    [...d.matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)]),
  );
}

describe('the amount by leaving date', () => {
  const svg = svgOf(amountsFigure(PICTURE), 'vi');

  it('steps exactly where the amount changes, and breaks where there is none', () => {
    const [first = [], second = [], ...more] = stepsOf(svg);
    expect(more).toEqual([]);
    const rises = first.slice(1).filter(([, y], index) => y !== first[index]?.[1]);
    expect(rises).toHaveLength(1);
    const mark = /<line x1="([\d.]+)" [^>]*stroke="#a33b00"/.exec(svg)?.[1];
    expect(String(rises[0]?.[0])).toBe(mark);
    expect(new Set(second.map(([, y]) => y)).size).toBe(1);
    expect(second[0]?.[0]).toBeGreaterThan(first.at(-1)?.[0] ?? 0);
  });

  it('shows amounts as they are, and an axis in millions', () => {
    const texts = textsOf(svg).map(({ text }) => text);
    expect(texts).toContain('01/05/2025: 1.781.310.960 đ');
    expect(texts).toContain('Ngày nghỉ dự định 01/06/2025: 1.781.310.960 đ');
    expect(texts).toEqual(expect.arrayContaining(['triệu đồng', '0', '500', '1.000', '1.500', '2.000']));
  });

  it('shows an amount beyond the exact numbers of a float to the last đồng', () => {
    const points = [{ day: day('2025-05-01'), amount: '90071992547409931' }];
    const large = svgOf(amountsFigure({ ...PICTURE, points, changes: [] }), 'en');
    expect(textsOf(large).map(({ text }) => text)).toContain('01/05/2025: 90.071.992.547.409.931 đ');
    expect(large).not.toMatch(/NaN|Infinity|="[\d.]+e/);
  });

  it('is told to whoever cannot see it', () => {
    expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*aria-labelledby="nd178-amounts-title nd178-amounts-description"/);
    expect(textsOf(svg).slice(0, 2)).toEqual([
      { name: 'title', text: 'Số tiền' },
      { name: 'desc', text: 'Mô tả.' },
    ]);
  });

  it.each([
    ['<script>alert(1)</script>'],
    ['"><image href="x" onload="y"/>'],
    [']]>&amp;<!--'],
    ['\u0000\u001b[31m\ufffe\ud800 \u202ecba'],
    ['Nguye\u0302\u0303n'],
    ['w'.repeat(5000)],
  ])('writes the hostile name %j as text', (title) => {
    const texts = [{ day: day('2025-07-01'), texts: [title] }];
    const drawn = svgOf(amountsFigure({ ...PICTURE, title, description: title, changes: texts }), 'vi');
    expect(() => textsOf(drawn)).not.toThrow();
    expect(drawn).not.toMatch(/<script|<image|onload="|\u202e|\u001b/);
    expect(drawn).toBe(drawn.normalize('NFC'));
  });

  it('breaks long titles and leaves out what is beyond three lines', () => {
    const drawn = svgOf(amountsFigure({ ...PICTURE, title: 'Ủy ban nhân dân '.repeat(40) }), 'vi');
    const bold = [...drawn.matchAll(/<text [^>]*font-weight="bold"[^>]*>([^<]*\D[^<]*)<\/text>/g)].map(
      ([, text]) => text,
    );
    expect(bold).toHaveLength(3);
    expect(bold[2]).toMatch(/…$/);
  });

  it('draws one date, no amount, and a salary far above as well', () => {
    const [one] = PICTURE.points;
    if (!one) throw new Error();
    const bare = { ...PICTURE, changes: [] };
    expect(stepsOf(svgOf(amountsFigure({ ...bare, points: [one] }), 'vi'))).toHaveLength(1);
    expect(svgOf(amountsFigure({ ...bare, points: [{ ...one, amount: '0' }] }), 'vi')).not.toContain('NaN');
    const near = { ...one, salary: '1000000000' };
    expect(svgOf(amountsFigure({ ...bare, points: [near] }), 'vi')).toContain('không phải khoản được hưởng');
    const far = { ...one, salary: '99000000000' };
    expect(svgOf(amountsFigure({ ...bare, points: [far] }), 'vi')).not.toContain('không phải khoản được hưởng');
  });
});

describe('several pictures', () => {
  it('stand below each other in one file, each number told', () => {
    const event = (date: string, text: string) => ({ day: day(date), date, text });
    const way = timelineFigure({
      lang: 'vi',
      title: 'Các mốc',
      description: 'Sinh.',
      birth: event('1966-01-15', 'sinh'),
      events: [event('2027-11-01', 'lương hưu'), event('2025-05-01', 'nghỉ'), event('2025-05-01', 'hết hạn')],
      spans: [{ from: day('2025-05-01'), to: day('2027-11-01'), text: 'nghỉ sớm', colour: 'early' }],
    });
    const amounts = amountsFigure(PICTURE);
    const both = svgOf(stacked([amounts, way], 'both'), 'vi', 'file');
    expect(both).toContain(`width="400" height="${Math.round((amounts.height + way.height) * 10) / 10}"`);
    const texts = textsOf(both).map(({ text }) => text);
    expect(texts[0]).toBe('Số tiền; Các mốc');
    const told = ['1966-01-15: sinh', '2025-05-01: nghỉ', '2025-05-01: hết hạn', '2027-11-01: lương hưu'];
    expect(texts.filter((text) => told.includes(text))).toEqual(told);
  });
});
