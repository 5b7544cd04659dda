import { unaccented } from '../../base/text.ts';
import type { FormId } from '../forms/form.ts';

const FORM_NUMBERS = 'I.1 I.2 I.3 I.5'.split(' ').map((id) => id.slice(2));
const NAMED = /^(?:(?:phuluc|pl|bieu|bm|mau)+(?:so)?(?:[il]\.?|1\.)?|[il1]\.|i)([1-9])(?!\d)/;

/**
 * The form that the name of a tab says: `I.1`, `I1`, `PL I.1`, `PLI1`, `PL1`, `Phụ lục I.1`, `Phu luc I.1` ...
 * Undefined for every other name.
 */
export function formOfTab(name: string): FormId | undefined {
  const compact = unaccented(name)
    .replace(/[\s_-]+/g, '')
    .replace(/^\W+/, '')
    .replace(/\.+/g, '.');
  const dotless = compact.replace(/^((?:phuluc|pl|bieu|bm|mau)+)\./, '$1');
  const number = NAMED.exec(dotless)?.[1];
  return number !== undefined && FORM_NUMBERS.includes(number) ? (`I.${number}` as FormId) : undefined;
}

/** The form that a title above the table names, such as `Phụ lục I.1` or `Biểu số I.2`. */
export function formOfTitle(text: string): FormId | undefined {
  const found = /(?:phu luc|bieu|mau)(?: so)?\s*:?\s*i\s*[.-]?\s*([1-9])(?!\d)/.exec(unaccented(text));
  return found && FORM_NUMBERS.includes(found[1] ?? '') ? (`I.${found[1]}` as FormId) : undefined;
}
