import type { Attributes } from '../xml.ts';
import { parseXml, withAttributes } from './xml.ts';
import type { RunLook } from './text.ts';

/** The properties of a font: the name and the attributes of each. */
export type Font = readonly (readonly [name: string, attributes: Attributes])[];

/** The properties of a font from its XML. */
export function readFont(part: string, xml: string): Font {
  return parseXml(part, xml).children.map(({ name, attributes }) => [name, attributes]);
}

/** The size of a font in points. */
export function sizeOf(font: Font): number {
  const size = Number(font.find(([name]) => name === 'sz')?.[1]['val'] ?? USUAL_SIZE);
  return size > 0 ? size : USUAL_SIZE;
}

const USUAL_SIZE = 11;

/** What Office writes first in the font of a piece of text. */
const FONT_ORDER = [
  ...['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color'],
  ...['name', 'family', 'charset', 'scheme'],
];

/** A font with changes, as XML without prefix; `nameTag`: what its name is called, in a style or in a piece of text. */
export function fontXml(font: Font, look: RunLook, nameTag: 'name' | 'rFont'): string {
  const all = new Map(font);
  const turn = (name: string, on: boolean | undefined): void => {
    if (on === true) all.set(name, {});
    if (on === false) all.delete(name);
  };
  turn('b', look.bold);
  turn('strike', look.struck);
  turn('u', look.underlined);
  if (look.size !== undefined) all.set('sz', { val: String(look.size) });
  if (look.colour !== undefined) all.set('color', { rgb: look.colour });
  return FONT_ORDER.filter((name) => all.has(name))
    .map((name) => `<${name === 'name' ? nameTag : name}${withAttributes(all.get(name) ?? {})}/>`)
    .join('');
}
