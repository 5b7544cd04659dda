import type { SaxesTagPlain } from 'saxes';
import { textWidth } from '../../explanation/pictures/svg.ts';
import { XmlScanner, type Attributes } from '../../workbook/xml.ts';
import { escapedWord } from './word.ts';

/** English Metric Units (914,400 to an inch) in a twentieth of a point, in which DrawingML measures. */
const EMU = 635;

/** How wide a picture stands on paper, in twentieths of a point (120 mm), where the page has that room. */
const WIDTH = 6804;

const NAMES =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

/**
 * A picture of ours (an SVG of lines, paths of straight lines, circles, rectangles and lines of text) as a group of shapes
 * that Word draws and a reader can edit; programs that know no shapes show its description instead. `id` is unique in a file.
 */
export function pictureWord(svg: string, alt: string, id: number, room: number): string {
  const drawing = new Drawing(Math.min(WIDTH, room) * EMU);
  const scanner = new XmlScanner('svg', {
    open: (tag) => drawing.open(tag),
    close: (tag) => drawing.close(tag),
    text: (text) => drawing.text(text),
  });
  scanner.write(svg);
  scanner.end();
  const { width, height, shapes } = drawing;
  const extent = `cx="${width}" cy="${height}"`;
  const frame = `<a:off x="0" y="0"/><a:ext ${extent}/><a:chOff x="0" y="0"/><a:chExt ${extent}/>`;
  const label = escapedWord(alt);
  return (
    `<w:p><w:pPr><w:pStyle w:val="TableText"/><w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr><w:r><mc:AlternateContent ${NAMES}>` +
    `<mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/>` +
    `<wp:docPr id="${id}" name="Hình ${id}" descr="${label}"/><a:graphic>` +
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/>' +
    `<wpg:grpSpPr><a:xfrm>${frame}</a:xfrm></wpg:grpSpPr>${shapes.join('')}</wpg:wgp></a:graphicData></a:graphic>` +
    `</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:t xml:space="preserve">${label}</w:t></mc:Fallback>` +
    '</mc:AlternateContent></w:r></w:p>'
  );
}

type Point = readonly [x: number, y: number];

/** Reads a picture and keeps it as shapes. */
class Drawing {
  readonly shapes: string[] = [];
  readonly width: number;
  height = 0;
  /** EMU in a unit of the picture. */
  #scale = 1;
  /** The size of letters that say none. */
  #size = 12;
  /** How far each open element is moved down. */
  readonly #down: number[] = [0];
  /** The open line of text, and what it says so far. */
  #label: { readonly attributes: Attributes; text: string } | undefined;

  constructor(width: number) {
    this.width = width;
  }

  open({ name, attributes }: SaxesTagPlain): void {
    const down = this.#down.at(-1) ?? 0;
    const moved = /^translate\(0 (-?[\d.]+)\)$/.exec(attributes['transform'] ?? '')?.[1];
    this.#down.push(down + Number(moved ?? 0));
    const at = (key: string): number => Number(attributes[key] ?? 0);
    switch (name) {
      case 'svg':
        this.#begin(attributes);
        break;
      case 'line':
        this.#path([[at('x1'), at('y1')], [at('x2'), at('y2')]], false, attributes); // prettier-ignore
        break;
      case 'path': {
        const d = attributes['d'] ?? '';
        const points = [...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]): Point => [Number(x), Number(y)]);
        this.#path(points, d.endsWith('Z'), attributes);
        break;
      }
      case 'circle': {
        const [x, y, r] = [at('cx'), at('cy'), at('r')];
        this.#shape(box([x - r, y - r], [x + r, y + r]), preset('ellipse'), attributes);
        break;
      }
      case 'rect':
        this.#shape(
          box([at('x'), at('y')], [at('x') + at('width'), at('y') + at('height')]),
          preset('rect'),
          attributes,
        );
        break;
      case 'text':
        this.#label = { attributes, text: '' };
        break;
    }
  }

  text(piece: string): void {
    if (this.#label) this.#label.text += piece;
  }

  close({ name }: SaxesTagPlain): void {
    if (name === 'text' && this.#label) {
      this.#text(this.#label.attributes, this.#label.text);
      this.#label = undefined;
    }
    this.#down.pop();
  }

  #begin(attributes: Attributes): void {
    const [, , width = 1, height = 0] = (attributes['viewBox'] ?? '').split(' ').map(Number);
    this.#scale = this.width / width;
    this.#size = Number(attributes['font-size'] ?? this.#size);
    this.height = this.#emu(height);
  }

  #emu(length: number): number {
    return Math.round(length * this.#scale);
  }

  /** A way of straight lines through points. */
  #path(points: readonly Point[], closed: boolean, look: Attributes): void {
    const [from, to] = box(...points);
    const place = ([x, y]: Point): string => `<a:pt x="${this.#emu(x - from[0])}" y="${this.#emu(y - from[1])}"/>`;
    const steps = points.map((point, index) =>
      index === 0 ? `<a:moveTo>${place(point)}</a:moveTo>` : `<a:lnTo>${place(point)}</a:lnTo>`,
    );
    const size = `w="${this.#emu(to[0] - from[0])}" h="${this.#emu(to[1] - from[1])}"`;
    const geometry =
      '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>' +
      `<a:path ${size}>${steps.join('')}${closed ? '<a:close/>' : ''}</a:path></a:pathLst></a:custGeom>`;
    this.#shape([from, to], geometry, closed ? look : { ...look, fill: 'none' });
  }

  #shape([from, to]: readonly [Point, Point], geometry: string, look: Attributes, text?: string): void {
    const down = this.#down.at(-1) ?? 0;
    const [x, y] = [this.#emu(from[0]), this.#emu(from[1] + down)];
    const frame = `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${this.#emu(to[0] - from[0])}" cy="${this.#emu(to[1] - from[1])}"/></a:xfrm>`;
    this.shapes.push(
      `<wps:wsp><wps:cNvSpPr${text === undefined ? '' : ' txBox="1"'}/><wps:spPr>${frame}${geometry}${filled(look['fill'])}` +
        `${this.#stroke(look)}</wps:spPr>${text ?? ''}<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp>`,
    );
  }

  #stroke(look: Attributes): string {
    const { stroke } = look;
    if (stroke === undefined || stroke === 'none') return '<a:ln><a:noFill/></a:ln>';
    const dash = look['stroke-dasharray'] === undefined ? '' : '<a:prstDash val="dash"/>';
    return `<a:ln w="${this.#emu(Number(look['stroke-width'] ?? 1))}">${filled(stroke)}${dash}</a:ln>`;
  }

  /** A line of text; its place is the foot of its letters, at their start, middle or end. */
  #text(look: Attributes, text: string): void {
    const size = Number(look['font-size'] ?? this.#size);
    const width = textWidth(text, size) + size;
    const anchor = look['text-anchor'] ?? 'start';
    const x = Number(look['x'] ?? 0) - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
    const y = Number(look['y'] ?? 0) - size;
    const bold = look['font-weight'] === 'bold' ? '<w:b/><w:bCs/>' : '';
    const color = `<w:color w:val="${hexadecimal(look['fill'] ?? '#111111')}"/>`;
    const halfPoints = Math.round((this.#emu(size) / EMU / 20) * 2);
    const letters = `<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>${bold}${color}<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/></w:rPr>`;
    const align = ALIGN[anchor] ?? 'left';
    const inside =
      '<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>' +
      `<w:jc w:val="${align}"/></w:pPr><w:r>${letters}<w:t xml:space="preserve">${escapedWord(text)}</w:t></w:r></w:p></w:txbxContent></wps:txbx>`;
    this.#shape([[x, y], [x + width, y + size * 1.4]], preset('rect'), { fill: 'none' }, inside); // prettier-ignore
  }
}

const ALIGN: Readonly<Record<string, string>> = { start: 'left', middle: 'center', end: 'right' };

/** The corners of the least box that holds the points. */
function box(...points: readonly Point[]): readonly [Point, Point] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [
    [Math.min(...xs), Math.min(...ys)],
    [Math.max(...xs), Math.max(...ys)],
  ];
}

const preset = (name: string): string => `<a:prstGeom prst="${name}"><a:avLst/></a:prstGeom>`;

const hexadecimal = (colour: string): string => colour.slice(1).toUpperCase();

function filled(colour: string | undefined): string {
  if (colour === undefined || colour === 'none') return '<a:noFill/>';
  return `<a:solidFill><a:srgbClr val="${hexadecimal(colour)}"/></a:solidFill>`;
}
