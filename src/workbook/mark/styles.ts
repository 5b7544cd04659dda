import type { CellStyle } from '../plan.ts';
import { fontXml, readFont, sizeOf, type Font } from './fonts.ts';
import { PLAIN, StyleLists } from './style-lists.ts';
import type { RunLook } from './text.ts';
import { childOf, parseXml, withAttributes, type XmlNode } from './xml.ts';
import { BORDERS, FILLS, FONTS, FORMATS, LOOKS, styleNumber } from '../styles.ts';

/** The fill of a cell that could not be checked. */
const TINT =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/><bgColor indexed="64"/></patternFill></fill>';
const LINK: RunLook = { colour: 'FF0563C1', underlined: true };

/** How a cell that showed a number, a truth value or an error is to be aligned once it is text. */
export type Alignment = 'right' | 'center' | undefined;

/** The style sheet of a workbook while styles are added to it; none that is there is changed. */
export class EditStyles {
  readonly #part: string;
  readonly #lists: StyleLists;
  readonly #made = new Map<string, number>();
  /** The fonts of styles asked for before. */
  readonly #fonts = new Map<number, Font>();
  #looks: readonly number[] | undefined;

  constructor(part: string, xml: string) {
    this.#part = part;
    this.#lists = new StyleLists(part, xml);
  }

  /** Whether any style was added. */
  get changed(): boolean {
    return this.#lists.changed;
  }

  /** The style sheet with what was added. */
  xml(): string {
    return this.#lists.xml();
  }

  /** The style of a marked cell: its own, wrapped. */
  marked(own: number, align: Alignment): number {
    return this.#once(`marked ${own} ${align ?? ''}`, () => {
      const { text, node } = this.#style(own);
      const old = childOf(node, 'alignment');
      const rest = node.children.filter((child) => child !== old).map((child) => text.slice(child.start, child.end));
      const horizontal = old?.attributes['horizontal'] ?? 'general';
      const aligned = align !== undefined && horizontal === 'general' ? { horizontal: align } : {};
      const changes = { ...aligned, wrapText: '1', shrinkToFit: undefined };
      const alignment = `<${node.prefix}alignment${withAttributes(old?.attributes ?? {}, changes)}/>`;
      const name = node.prefix + node.name;
      const attributes = withAttributes(node.attributes, { applyAlignment: '1' });
      return this.#lists.add('cellXfs', `<${name}${attributes}>${alignment}${rest.join('')}</${name}>`);
    });
  }

  /** The style of a cell that could not be checked: its own on a light fill. */
  tinted(own: number): number {
    return this.#once(`tinted ${own}`, () => {
      const fillId = this.#once('tint', () => this.#lists.add('fills', this.#lists.own(TINT)));
      return this.#like(own, { fillId: String(fillId), applyFill: '1' });
    });
  }

  /** The style of a cell with a link: its own, blue and underlined. */
  linked(own: number): number {
    return this.#once(`linked ${own}`, () =>
      this.#like(own, { fontId: String(this.#font(own, LINK)), applyFont: '1' }),
    );
  }

  /** The style of a remark, or of the heading over the remarks, in the font of a cell beside it. */
  remark(beside: number, heading: boolean): number {
    return this.#once(`remark ${this.#fontId(beside)} ${String(heading)}`, () => {
      const { own, add } = this.#bound();
      const fontId = this.#font(beside, { bold: heading, struck: false, underlined: false });
      const border = this.#once('border', () => add('borders', own(BORDERS[1] ?? '')));
      const fill = heading ? this.#once('head', () => add('fills', own(FILLS[2] ?? ''))) : 0;
      const numbers = `numFmtId="0" fontId="${fontId}" fillId="${fill}" borderId="${border}"`;
      const align = `horizontal="${heading ? 'center' : 'left'}" vertical="center" wrapText="1"`;
      const applied = 'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
      return add('cellXfs', own(`<xf ${numbers} xfId="0" ${applied}><alignment ${align}/></xf>`));
    });
  }

  /** The number that a style of our own has in this style sheet. */
  look(style: CellStyle): number {
    this.#looks ??= this.#addLooks();
    return this.#looks[styleNumber(style) - 1] ?? 0;
  }

  /** The font of a style as the properties of a piece of text, without prefix. */
  runFont(own: number, look: RunLook): string {
    return fontXml(this.#fontOf(own), look, 'rFont');
  }

  /** The size of the font of a style, in points. */
  fontSize(own: number): number {
    return sizeOf(this.#fontOf(own));
  }

  #bound(): { own: StyleLists['own']; add: StyleLists['add'] } {
    return { own: (xml) => this.#lists.own(xml), add: (name, item) => this.#lists.add(name, item) };
  }

  #once(key: string, make: () => number): number {
    const made = this.#made.get(key) ?? make();
    this.#made.set(key, made);
    return made;
  }

  #style(own: number): { text: string; node: XmlNode } {
    const text = this.#lists.item('cellXfs', own) ?? this.#lists.item('cellXfs', 0) ?? PLAIN;
    return { text, node: parseXml(this.#part, text) };
  }

  /** A style like another, with some attributes changed. */
  #like(own: number, changes: Readonly<Record<string, string>>): number {
    const { text, node } = this.#style(own);
    const close = node.openEnd === node.end ? '/' : '';
    const open = `<${node.prefix}${node.name}${withAttributes(node.attributes, changes)}${close}>`;
    return this.#lists.add('cellXfs', open + text.slice(node.openEnd));
  }

  #fontId(own: number): number {
    return Number(this.#style(own).node.attributes['fontId'] ?? 0);
  }

  #fontOf(own: number): Font {
    const cached = this.#fonts.get(own);
    if (cached) return cached;
    const xml = this.#lists.item('fonts', this.#fontId(own)) ?? this.#lists.item('fonts', 0);
    const font = xml === undefined ? [] : readFont(this.#part, xml);
    this.#fonts.set(own, font);
    return font;
  }

  #font(own: number, look: RunLook): number {
    const id = this.#fontId(own);
    return this.#once(`font ${id} ${JSON.stringify(look)}`, () => {
      const font = `<font>${fontXml(this.#fontOf(own), look, 'name')}</font>`;
      return this.#lists.add('fonts', this.#lists.own(font));
    });
  }

  #addLooks(): number[] {
    const { own, add } = this.#bound();
    const known = this.#lists.children('numFmts').map(({ attributes }) => Number(attributes['numFmtId']));
    const next = Math.max(163, ...known) + 1;
    const format = new Map(FORMATS.map(([id], at) => [id, next + at]));
    for (const [at, [, code]] of FORMATS.entries())
      add('numFmts', own(`<numFmt numFmtId="${next + at}" formatCode="${code}"/>`));
    const fonts = FONTS.map((font) => add('fonts', own(font)));
    // Every style sheet begins with the same two fills.
    const fills = FILLS.map((fill, at) => (at < 2 ? at : add('fills', own(fill))));
    const borders = BORDERS.map((border) => add('borders', own(border)));
    return LOOKS.map((look) => {
      const [font, fill, border] = [fonts[look.font] ?? 0, fills[look.fill] ?? 0, borders[look.border] ?? 0];
      const numFmt = format.get(look.format) ?? look.format;
      const numbers = `numFmtId="${numFmt}" fontId="${font}" fillId="${fill}" borderId="${border}"`;
      const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
      return add('cellXfs', own(`<xf ${numbers} xfId="0" ${applied}><alignment ${look.align}/></xf>`));
    });
  }
}
