import type { Lang } from '../base/text.ts';
import type { CellStyle } from './plan.ts';

/** The parts of a look: numbers of a format, a font, a fill and a border, and the alignment. */
export interface Look {
  readonly style: CellStyle;
  readonly format: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  readonly align: string;
}

/** Number formats of our own. */
export const FORMATS: readonly (readonly [id: number, code: string])[] = [
  [164, 'dd/mm/yyyy'],
  [165, '#,##0'],
  [166, '#,##0.000'],
];

/** How each style looks, by numbers in the lists below. */
export const LOOKS: readonly Look[] = [
  { style: 'text', format: 0, font: 0, fill: 0, border: 1, align: 'vertical="top"' },
  { style: 'long', format: 0, font: 0, fill: 0, border: 1, align: 'vertical="top" wrapText="1"' },
  {
    style: 'heading',
    format: 0,
    font: 1,
    fill: 2,
    border: 1,
    align: 'horizontal="center" vertical="center" wrapText="1"',
  },
  { style: 'title', format: 0, font: 2, fill: 0, border: 0, align: 'vertical="center"' },
  { style: 'note', format: 0, font: 3, fill: 0, border: 0, align: 'vertical="top" wrapText="1"' },
  { style: 'date', format: 164, font: 0, fill: 0, border: 1, align: 'horizontal="center" vertical="top"' },
  { style: 'dong', format: 165, font: 0, fill: 0, border: 1, align: 'vertical="top"' },
  { style: 'count', format: 1, font: 0, fill: 0, border: 1, align: 'vertical="top"' },
  { style: 'decimal', format: 0, font: 0, fill: 0, border: 1, align: 'vertical="top"' },
  { style: 'percent', format: 10, font: 0, fill: 0, border: 1, align: 'vertical="top"' },
  { style: 'input', format: 49, font: 0, fill: 0, border: 1, align: 'vertical="top"' },
  { style: 'millions', format: 166, font: 0, fill: 0, border: 1, align: 'vertical="top"' },
  { style: 'sum-millions', format: 166, font: 1, fill: 3, border: 1, align: 'vertical="top"' },
  { style: 'sum', format: 165, font: 1, fill: 3, border: 1, align: 'vertical="top"' },
  { style: 'sum-text', format: 0, font: 1, fill: 3, border: 1, align: 'vertical="top" wrapText="1"' },
  {
    style: 'required-heading',
    format: 0,
    font: 1,
    fill: 4,
    border: 1,
    align: 'horizontal="center" vertical="center" wrapText="1"',
  },
  { style: 'section', format: 0, font: 4, fill: 0, border: 0, align: 'vertical="center"' },
  { style: 'plain', format: 0, font: 0, fill: 0, border: 0, align: 'vertical="top" wrapText="1"' },
  { style: 'center', format: 0, font: 0, fill: 0, border: 0, align: 'horizontal="center" vertical="top" wrapText="1"' },
  {
    style: 'center-strong',
    format: 0,
    font: 1,
    fill: 0,
    border: 0,
    align: 'horizontal="center" vertical="top" wrapText="1"',
  },
  { style: 'time', format: 20, font: 0, fill: 0, border: 1, align: 'horizontal="center" vertical="top"' },
];

const NUMBERS = new Map(LOOKS.map((look, index) => [look.style, index + 1]));

/** The number of a style in the style sheet; 0 is the plain cell. */
export function styleNumber(style: CellStyle): number {
  return NUMBERS.get(style) ?? 0;
}

const NAME = '<name val="Times New Roman"/><family val="1"/>';
/** Fonts of our own. */
export const FONTS: readonly string[] = [
  `<font><sz val="11"/>${NAME}</font>`,
  `<font><b/><sz val="11"/>${NAME}</font>`,
  `<font><b/><sz val="14"/>${NAME}</font>`,
  `<font><i/><sz val="11"/><color rgb="FF595959"/>${NAME}</font>`,
  `<font><b/><sz val="12"/>${NAME}</font>`,
];
/** Fills of our own; the first two are what every style sheet must begin with. */
export const FILLS: readonly string[] = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/><bgColor indexed="64"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFE699"/><bgColor indexed="64"/></patternFill></fill>',
];
const SIDES = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`)
  .join('');
/** Borders of our own. */
export const BORDERS: readonly string[] = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${SIDES}<diagonal/></border>`,
];

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

/** Numbers in the Vietnamese way, "15.356.250" and "2,5", also where the program that shows them speaks another language. */
const VIETNAMESE = '[$-42A]';
const PLAIN_NUMBER = 167;

/** The style sheet of a workbook for readers of a language. */
export function stylesXml(lang: Lang): string {
  const locale = lang === 'vi' ? VIETNAMESE : '';
  const formats = [...FORMATS, [PLAIN_NUMBER, 'General'] as const].map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${/[yd]/.test(code) ? '' : locale}${code}"/>`,
  );
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
  const looks = LOOKS.map(
    ({ style, format, font, fill, border, align }) =>
      `<xf numFmtId="${style === 'decimal' ? PLAIN_NUMBER : format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" ` +
      `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${align}/></xf>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    list('numFmts', formats) +
    list('fonts', FONTS) +
    list('fills', FILLS) +
    list('borders', BORDERS) +
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
    list('cellXfs', [plain, ...looks]) +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  );
}
