import { isObject, readJson } from '../../src/base/json.ts';
import type { Lang } from '../../src/base/text.ts';
import { givenAt } from '../../src/case/flat.ts';
import { CASE_KEYS, caseKey, keyTitle } from '../../src/case/keys.ts';
import { parseCaseFile } from '../../src/case/file/read.ts';
import { caseText } from '../../src/case/file/write.ts';
import { inMedium } from '../../src/case/medium.ts';
import { withKeys } from '../../src/case/with-keys.ts';
import { CURRENT_SCHEMA } from '../../src/engine/migrate.ts';
import { AUTO } from '../../src/engine/schemes.ts';
import { vocabularyOf } from '../../src/engine/vocabulary.ts';
import { Spelling } from '../../src/case/spelling/spelling.ts';
import type { Law } from '../../src/law/law.ts';
import { inPage } from '../ways.ts';
import { PAGE_WORDS } from '../words.ts';
import type { Texts } from './read.ts';

/** A file opened into the form: the texts of its fields, and what has to be told of it. */
export interface Opened {
  /** Absent where the file could not be read as a case. */
  readonly texts?: Texts;
  readonly told: readonly string[];
  /** Values of the file that have no field. */
  readonly unshown: readonly string[];
}

/** Opens a case file (YAML or JSON), or the record of a result, into the fields of the form. */
export function openCase(text: string, law: Law, lang: Lang): Opened {
  if (ZIPPED.test(text)) return { told: [PAGE_WORDS.notCase[lang]], unshown: [] };
  const record = readJson(text);
  const one = record.ok ? caseOfRecord(record.value) : undefined;
  if (one !== undefined) return { ...fieldsOf(one, law, lang), told: [] };
  const read = parseCaseFile(text, lang);
  if (Array.isArray(read)) return { told: read.map(placed), unshown: [] };
  return { ...fieldsOf(read.raw, law, lang), told: read.doubts.map(placed) };

  function placed({ message, place }: { message: string; place?: string }): string {
    const said = inPage(inMedium(message, 'answers', { lang }), lang);
    return place === undefined ? said : `${lang === 'vi' ? 'Dòng' : 'Line'} ${place}: ${said}`;
  }
}

/** How workbooks and other packed files begin. */
const ZIPPED = /^PK[\u0003\u0005]/;

function caseOfRecord(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const { schema, case: one } = value as { readonly schema?: unknown; readonly case?: unknown };
  return schema === CURRENT_SCHEMA ? one : undefined;
}

/** The texts of the fields that a case fills; words as the contract writes them, so that a field of words shows its title. */
function fieldsOf(raw: unknown, law: Law, lang: Lang): Omit<Opened, 'told'> {
  const spelling = new Spelling(vocabularyOf(law, AUTO));
  const texts: Record<string, string> = {};
  for (const { key, type } of CASE_KEYS) {
    const value = givenAt(raw, key);
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue;
    const text = String(value);
    if (text === '') continue;
    const chosen = type === 'flag' || spelling.vocabulary.has(key) ? spelling.read(key, text, lang) : undefined;
    texts[key] = chosen && 'value' in chosen ? String(chosen.value) : text;
  }
  return { texts, unshown: unknownPaths(raw, '').map((path) => keyTitle(path)[lang]) };
}

/** The paths of values that are no key of a case, or that no field can hold. */
function unknownPaths(value: unknown, path: string): string[] {
  if (caseKey(path)) return typeof value === 'object' && value !== null ? [path] : [];
  // A group may be blank as a field may be.
  if (value === null && CASE_KEYS.some(({ key }) => key.startsWith(`${path}.`))) return [];
  if (!isObject(value)) return [path];
  return Object.entries(value).flatMap(([name, inner]) => unknownPaths(inner, path === '' ? name : `${path}.${name}`));
}

/** The case as it is typed, in groups. */
export function caseOfTexts(texts: Texts): unknown {
  return withKeys({}, new Map(CASE_KEYS.flatMap(({ key }) => (texts[key] ? [[key, texts[key]] as const] : []))));
}

/** The name of the file of a case. */
export const CASE_FILE = 'ho-so.yaml';

/** The file of a case, as the command line saves it. */
export function caseFile(texts: Texts, lang: Lang): string {
  return caseText(caseOfTexts(texts), `nd178 calc ${CASE_FILE}`, lang);
}
