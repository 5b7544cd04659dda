import { bad, good, type Checked } from '../base/checked.ts';
import { isObject } from '../base/json.ts';
import { nearest, unaccented, type Lang } from '../base/text.ts';
import { givenAt, slotOf, type FlatCase, type FlatValue } from '../case/flat.ts';
import { CASE_KEYS, caseKey, keyTitle } from '../case/keys.ts';
import type { Spelling } from '../case/spelling/spelling.ts';
import { titleAndCode } from '../case/spelling/words.ts';
import { cellText, isBlank, type TableRow } from './cell.ts';
import { matchHeading } from './columns.ts';
import type { GivenValue } from './table-header.ts';
import type { Note } from './note.ts';
import { tableMessage } from './messages.ts';

/**
 * The values that a user gives for a whole list: `person.group=civil-servant`, `Nhóm đối tượng=công chức`. Keys may be
 * named as columns are; values are read as cells are.
 */
export function givenValues(written: readonly string[], spelling: Spelling, lang: Lang): Checked<GivenValue[]> {
  const given: GivenValue[] = [];
  for (const text of written) {
    const at = text.indexOf('=');
    const [name, value] = at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    const key = caseKey(name) ?? matchHeading(name)?.key;
    if (!key) return fault(lang, 'set-unknown-key', { key: name, near: nearKey(name) });
    const title = keyTitle(key.key)[lang];
    if (value === '') return fault(lang, 'set-without-value', { key: key.key, title });
    if (given.some((one) => one.key === key.key)) return fault(lang, 'set-twice', { key: key.key, title });
    const read = spelling.read(key.key, value, lang);
    if (!('value' in read)) {
      const message = tableMessage(lang, read.fault, read.params);
      return bad([{ code: read.fault, path: key.key, message: `--set ${key.key}: ${message}` }]);
    }
    given.push({ key: key.key, value: read.value });
  }
  return good(given);
}

function nearKey(name: string): string | undefined {
  const near = nearest(
    name,
    CASE_KEYS.map(({ key }) => key),
  );
  const last = CASE_KEYS.find(({ key }) => key.split('.').pop() === name);
  return near ?? last?.key;
}

function fault(
  lang: Lang,
  code: 'set-unknown-key' | 'set-without-value' | 'set-twice',
  params: object,
): Checked<never> {
  const message = tableMessage(lang, code, params as Readonly<Record<string, string | undefined>>);
  return bad([{ code, path: '', message }]);
}

/** Makes the function that puts given values where a row says nothing. `faulty`: keys whose cell could not be read. */
export function giver(given: readonly GivenValue[]): (raw: FlatCase, faulty: (key: string) => boolean) => void {
  const slots = given.map(({ key, value }) => ({ key, value, slot: slotOf(key) }));
  return ({ values }, faulty) => {
    for (const { key, value, slot } of slots) if (values[slot] === undefined && !faulty(key)) values[slot] = value;
  };
}

/** A raw case of NDJSON with the given values where it says nothing; what is no object stays as it is. */
export function withGiven(raw: unknown, given: readonly GivenValue[]): unknown {
  let one = raw;
  for (const { key, value } of given) {
    const present = givenAt(one, key);
    if (present === undefined || present === null || present === '') one = put(one, key.split('.'), value);
  }
  return one;
}

function put(raw: unknown, [name = '', ...rest]: readonly string[], value: FlatValue): unknown {
  if (raw !== undefined && !isObject(raw)) return raw;
  const own = raw ?? {};
  const inner = Object.hasOwn(own, name) ? own[name] : undefined;
  return { ...own, [name]: rest.length === 0 ? value : put(inner, rest, value) };
}

const ROUTES = /nghi huu(?: truoc tuoi)?|huu truoc tuoi|(?:nghi )?thoi viec/g;
const LIST = /^(?:bang |bieu )?(?:danh sach|ds)(?: trich ngang)?(?: (?:cac|nhung|doi tuong|nguoi la|nhan su))*\s+/;
const GROUP_ENDS =
  /\(|(?<!\p{L})(?:nghi|thoi viec|huong|thuoc|cua|theo|duoc|de nghi|giai quyet|tai|du dieu kien|xin|co don)(?!\p{L})/u;

/**
 * What the title above a table, or the name of its sheet, says of everybody in it: "DANH SÁCH CÔNG CHỨC NGHỈ HƯU TRƯỚC
 * TUỔI ...". Only one group alone, and one route alone, say it: lists of several say nothing. Only `wanted` keys.
 */
export function saidAbove(texts: readonly string[], wanted: readonly string[], spelling: Spelling): GivenValue[] {
  const found: GivenValue[] = [];
  for (const key of wanted) {
    const said = texts.flatMap((text): GivenValue[] => {
      const value =
        key === 'person.group' ? groupIn(text, spelling) : key === 'leaving.route' ? routeIn(text) : undefined;
      return value === undefined ? [] : [{ key, value, said: text.replace(/\s+/g, ' ').trim() }];
    });
    const [only] = said;
    if (only && said.every(({ value }) => value === only.value)) found.push(only);
  }
  return found;
}

function groupIn(text: string, spelling: Spelling): string | undefined {
  const plain = unaccented(text);
  const listed = plain.replace(LIST, '');
  const end = listed.search(GROUP_ENDS);
  const words = (end < 0 ? listed : listed.slice(0, end)).trim();
  if (words === '' || /[,;]$| va$/.test(words) || (words !== plain && !LIST.test(plain))) return undefined;
  const read = spelling.read('person.group', words, 'vi');
  // "Cán bộ" is said of everybody who works for the state.
  const loose = !('value' in read) || read.value === 'cadre' || read.value === 'commune-cadre';
  return loose ? undefined : String(read.value);
}

function routeIn(text: string): string | undefined {
  const plain = unaccented(text);
  if (!LIST.test(plain)) return undefined;
  const routes = new Set(
    (plain.match(ROUTES) ?? []).map((one) => (one.includes('huu') ? 'early-retirement' : 'severance')),
  );
  const [only] = routes;
  return routes.size === 1 ? only : undefined;
}

/** The lines above a header, each with the one below it, since a title may go on there. */
export function textsAbove(rows: readonly TableRow[], headerRow: number): string[] {
  const lines = rows
    .filter(({ row }) => row < headerRow)
    .map(({ cells }) =>
      cells
        .filter((cell) => typeof cell === 'string' && !isBlank(cell))
        .map(cellText)
        .join(', '),
    )
    .filter((line) => line !== '');
  return lines.map((line, at) => [line, lines[at + 1] ?? ''].join(' ').trim());
}

/** What has to be told of values that a title says. */
export function saidNotes(given: readonly GivenValue[] = [], spelling?: Spelling): Note[] {
  return given.flatMap(({ key, value, said }): Note[] => {
    if (said === undefined) return [];
    const word = spelling?.vocabulary.get(key)?.find((one) => one.word === value);
    const name = (lang: Lang): string => (word ? titleAndCode(word, lang) : String(value));
    const title = keyTitle(key);
    return [
      {
        code: 'said-by-title',
        vi: `Danh sách không có cột ${title.vi}; tiêu đề "${said}" cho biết: ${name('vi')}. Nếu không đúng, dùng --set ${key}=...`,
        en: `The list has no column ${title.en}; its title "${said}" says: ${name('en')}. If that is wrong, use --set ${key}=...`,
      },
    ];
  });
}
