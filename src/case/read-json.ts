import { bad, good, type Checked } from '../base/checked.ts';
import { readJson } from '../base/json.ts';
import { LANG, optionIssues, type OptionsOf } from '../messages/options.ts';
import type { Lang, Words } from '../base/text.ts';
import { jsonIssues } from '../messages/json-issues.ts';
import type { ParseOptions } from './parse.ts';

const NOT_JSON: Words = {
  vi: 'Cú pháp: không phải JSON. Viết một đối tượng JSON, trong dấu ngoặc nhọn.',
  en: 'Syntax: this is no JSON. Write one JSON object, in braces.',
};

const OPTIONS: OptionsOf<ParseOptions> = { lang: LANG };

/**
 * Reads JSON of which nothing is lost: a key that stands twice, a number that a program would round (an integer above
 * 2^53, too many digits) and a key such as `__proto__` are issues with their place, where `JSON.parse` is silent.
 */
export function readJsonText(text: string, options: ParseOptions = {}): Checked<unknown> {
  const wrong = optionIssues(options, OPTIONS);
  if (wrong.length > 0) return bad([...wrong]);
  const { lang = 'vi' } = options;
  const read = readJson(text);
  if (read.ok) return good(read.value);
  return bad(read.faults.length === 0 ? [notJson(lang)] : jsonIssues(lang, read.faults));
}

function notJson(lang: Lang): { code: string; path: string; message: string } {
  return { code: 'syntax', path: '', message: NOT_JSON[lang] };
}
