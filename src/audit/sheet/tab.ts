import { LONGEST_HEADING, LONGEST_TYPED } from '../../base/lengths.ts';
import { unaccented } from '../../base/text.ts';
import { annexesOf } from '../../law/annexes.ts';
import { builtinLaw } from '../../law/builtin.ts';
import type { Law } from '../../law/law.ts';

/**
 * The form that the name of a tab says: `I.1`, `I1`, `PL I.1`, `PLI1`, `PL1`, `Phụ lục I.1`, `Phu luc I.1` ...
 * Undefined for every other name.
 */
export function formOfTab(name: string, law: Law = builtinLaw()): string | undefined {
  const compact = unaccented(name.slice(0, LONGEST_TYPED))
    .replace(/[\s_-]+/g, '')
    .replace(/^\W+/, '')
    .replace(/\.+/g, '.');
  const dotless = compact.replace(/^((?:phuluc|pl|bieu|bm|mau)+)\./, '$1');
  return [...annexesOf(law).forms.keys()].find((id) => {
    const [number = '', series = ''] = unaccented(id).split('.').reverse();
    const letters = series.replace(/i/g, '[il]');
    const digits = roman(series);
    const before = `(?:phuluc|pl|bieu|bm|mau)+(?:so)?(?:${letters}\\.?|${digits}\\.)?|(?:${letters}|${digits})\\.|${series}`;
    return new RegExp(`^(?:${before})${number}(?!\\d)`).test(dotless);
  });
}

/** The form that a title above the table names, such as `Phụ lục I.1` or `Biểu số I.2`. */
export function formOfTitle(text: string, law: Law = builtinLaw()): string | undefined {
  const found = /(?:phu luc|bieu|mau)(?: so)? ?:? ?([ivx]+) ?[.-]? ?(\d+)/.exec(
    unaccented(text.slice(0, LONGEST_HEADING)),
  );
  return found
    ? [...annexesOf(law).forms.keys()].find((id) => unaccented(id) === `${found[1]}.${found[2]}`)
    : undefined;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** A Roman numeral in small letters as a number. */
function roman(text: string): number {
  const values = [...text].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => (value < (values[at + 1] ?? 0) ? sum - value : sum + value), 0);
}
