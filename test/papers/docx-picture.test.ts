import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtinLaw } from '../../src/index.ts';
import { compare } from '../../src/engine/compare.ts';
import { comparisonDocument } from '../../src/explanation/comparison-document.ts';
import { comparisonFigures } from '../../src/explanation/pictures/comparison-pictures.ts';
import { docxOf } from '../../src/papers/docx/docx.ts';

/** The pictures of a comparison in a DOCX: shapes, which LibreOffice draws as the SVG is. */

const CASE = {
  person: { sex: 'male', birth: '1966-09-15', group: 'civil-servant' },
  leaving: { route: 'auto', date: '2025-06-01', reorganisation: '2025-03-01' },
  insurance: { years: 30 },
  salary: { monthly: '11875000' },
};
const DATES = ['2025-04-01', '2025-06-01', '2025-08-01', '2026-04-01'];

let xml = '';
let svg = '';

beforeAll(async () => {
  const found = compare(
    CASE,
    DATES.map((date) => ({ date })),
  );
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  const law = builtinLaw();
  const figures = comparisonFigures(found.value, law, 'vi');
  svg = `<g>${figures.flatMap(({ parts }) => parts).join('\n')}</g>`;
  const { 'word/document.xml': body = new Uint8Array() } = unzipSync(
    await docxOf([comparisonDocument(found.value, law, 'vi')]),
  );
  xml = strFromU8(body);
});

/** The texts of an XML that stand in an element, in their order. */
function textsIn(text: string, element: string, within = ''): string[] {
  const [texts, names]: [string[], string[]] = [[], []];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => void names.push(name));
  parser.on('closetag', () => void names.pop());
  parser.on('text', (piece) => {
    if (names.at(-1) === element && (within === '' || names.includes(within)))
      texts.push(piece.replace(/\u00a0/g, ' '));
  });
  parser.write(text).close();
  return texts;
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe('the pictures of a comparison in a DOCX', () => {
  it('say every word of the SVG, in its order', () => {
    const words = textsIn(svg, 'text');
    expect(words.length).toBeGreaterThan(20);
    expect(textsIn(xml, 'w:t', 'wps:txbx')).toEqual(words);
  });

  it('have a shape for everything that is drawn, inside the frame', () => {
    const drawn = count(svg, /<(line|path|circle|rect|text) /g);
    // Each picture has a white ground.
    expect(count(xml, /<wps:wsp>/g)).toBe(drawn + 2);
    const numbers = [...xml.matchAll(/<a:(?:off|ext|pt|path) (?:x|cx|w)="([^"]*)" (?:y|cy|h)="([^"]*)"/g)].flat();
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.join(' ')).not.toMatch(/NaN|Infinity|undefined/);
    const extents = [...xml.matchAll(/<a:ext cx="(-?\d+)" cy="(-?\d+)"/g)].flatMap(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(Math.min(...extents)).toBeGreaterThanOrEqual(0);
    // 120 mm of the 165 that A4 leaves.
    expect(Math.max(...[...xml.matchAll(/<wp:extent cx="(\d+)"/g)].map(([, x]) => Number(x)))).toBe(6804 * 635);
  });

  it('are told in words where a program draws no shapes, and have a number of their own', () => {
    const fallbacks = textsIn(xml, 'w:t', 'mc:Fallback');
    expect(fallbacks).toHaveLength(2);
    expect(fallbacks[0]).toMatch(/^Số tiền theo ngày nghỉ\. Cao nhất .*thấp nhất /);
    expect([...xml.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id)).toEqual(['1', '2']);
  });
});
