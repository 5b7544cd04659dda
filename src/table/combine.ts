import { folded, unaccented } from '../base/text.ts';
import { caseKey, type CaseKey } from '../case/keys.ts';
import { cellText, isBlank, type Cell, type TableRow } from './cell.ts';
import { headingForm, matchHeading } from './columns.ts';
import type { Combination, CombinationKind } from './table-header.ts';
import { withoutHint } from './hints.ts';

/** A column as far as its heading says what it holds. */
interface Headed {
  readonly index: number;
  readonly heading: string;
}

/** The key that each of the two columns holds once they are combined. */
const KEYS: Readonly<Record<CombinationKind, readonly [string, string?]>> = {
  'sex-ticks': ['person.sex'],
  // The birth takes the place of the one column, what it says of the sex that of the other.
  'birth-by-sex': ['person.birth', 'person.sex'],
  'name-parts': ['person.name'],
};

/** The keys that a combination holds, with the columns in which they stand once it is made. */
export function combinedKeys({
  kind,
  first,
  second,
}: Combination): { readonly index: number; readonly key: CaseKey }[] {
  const [one, other] = KEYS[kind].map((key) => key !== undefined && caseKey(key));
  return [...(one ? [{ index: first, key: one }] : []), ...(other ? [{ index: second, key: other }] : [])];
}

/** The combinations of a row of headings. */
export function combinationsOf(columns: readonly Headed[]): Combination[] {
  const found = bySex(columns);
  const ticks = found.filter(({ kind }) => kind === 'sex-ticks');
  return [...ticks, ...found.filter(({ kind }) => kind === 'birth-by-sex'), ...nameParts(columns)];
}

/** Where a heading ends with Nam or Nữ; "Giới tính Nam" is of the group "Giới tính", "Nam" alone of none. */
const SEX_END = /(?<!\p{L})(nam|nu)\)?$/u;

function bySex(columns: readonly Headed[]): Combination[] {
  const men = new Map<string, number>();
  const found: Combination[] = [];
  for (const { index, heading } of columns) {
    const plain = unaccented(heading);
    const end = SEX_END.exec(plain);
    // "Năm" is no man.
    if (!end || /năm\)?$/.test(folded(heading))) continue;
    const [group, sex] = [headingForm(plain.slice(0, end.index)), end[1]];
    const kind = kindOfGroup(group);
    if (!kind) continue;
    if (sex === 'nam') men.set(group, index);
    const first = men.get(group);
    if (sex !== 'nu' || first === undefined) continue;
    found.push({ kind, first, second: index });
    men.delete(group);
  }
  return found;
}

function kindOfGroup(group: string): 'sex-ticks' | 'birth-by-sex' | undefined {
  if (group === '') return 'sex-ticks';
  const key = matchHeading(withoutHint(group))?.key.key;
  if (key === 'person.sex') return 'sex-ticks';
  return key === 'person.birth' ? 'birth-by-sex' : undefined;
}

const FAMILY: ReadonlySet<string> = new Set(
  [
    'Họ',
    'Họ đệm',
    'Họ lót',
    'Họ và đệm',
    'Họ và lót',
    'Họ và tên đệm',
    'Họ và tên lót',
    'Họ, tên đệm',
    'Họ, đệm',
    'Họ chữ đệm',
    'Họ, chữ đệm',
    'Họ và chữ đệm',
    'Family name',
  ].map(headingForm),
);
const GIVEN: ReadonlySet<string> = new Set(['Tên', 'Tên gọi', 'Given name'].map(headingForm));
const NAME_GROUP = /^ho (?:va )?ten (?=.)/;

/** Whether a heading, or its part under "Họ và tên", is that of family names. */
function isFamily(heading: string): boolean {
  const form = headingForm(heading);
  return FAMILY.has(form) || FAMILY.has(form.replace(NAME_GROUP, ''));
}

function nameParts(columns: readonly Headed[]): Combination[] {
  const at = columns.findIndex(({ heading }) => isFamily(heading));
  const [family, given] = [columns[at], columns[at + 1]];
  if (!family || !given) return [];
  const form = headingForm(given.heading);
  if (!GIVEN.has(form) && !GIVEN.has(form.replace(NAME_GROUP, ''))) return [];
  return [{ kind: 'name-parts', first: family.index, second: given.index }];
}

/**
 * Whether the cells of the lower of two heading rows divide the column above into the columns of a combination, the
 * right one of which has no heading of its own above.
 */
export function dividesColumn(upper: TableRow, lower: TableRow, index: number): boolean {
  const halves = (left: Cell | undefined, right: Cell | undefined): boolean => {
    const [one, other] = [cellText(left), cellText(right)];
    return (folded(one) === 'nam' && unaccented(other) === 'nu') || (isFamily(one) && GIVEN.has(headingForm(other)));
  };
  const { cells } = lower;
  if (isBlank(upper.cells[index + 1]) && halves(cells[index], cells[index + 1])) return true;
  return index > 0 && isBlank(upper.cells[index]) && halves(cells[index - 1], cells[index]);
}

/**
 * A row in which combined columns hold their keys; what they say twice, or not at all, is a faulty cell. `sex`: the column
 * of the sex, which a birth under Nam | Nữ says as well.
 */
export function combined(row: TableRow, combinations: readonly Combination[], sex: number | undefined): TableRow {
  const cells: Cell[] = [...row.cells];
  if (row.fault !== undefined) return row;
  for (const { kind, first, second } of combinations) {
    while (cells.length <= Math.max(first, second)) cells.push(null);
    const [one = null, other = null] = [cells[first], cells[second]];
    if (kind === 'name-parts') {
      [cells[first], cells[second]] = [wholeName(one, other), null];
    } else if (kind === 'sex-ticks') {
      [cells[first], cells[second]] = [tickedSex(one, other), null];
    } else {
      const [birth, word] = birthAndSex(one, other);
      [cells[first], cells[second]] = [birth, null];
      if (sex !== undefined && word !== null) cells[sex] = agreed(cells[sex] ?? null, word);
    }
  }
  return { ...row, cells };
}

function wholeName(family: Cell, given: Cell): Cell {
  if (isBlank(family)) return given;
  if (isBlank(given)) return family;
  return typeof family === 'string' && typeof given === 'string' ? `${family.trim()} ${given.trim()}` : family;
}

/** The letters that Wingdings shows as a check or a cross are ticks too. */
const TICK = /^(?:x|[\u00fc\u00fb\u00fe\u00fd]|\u221a|\u00d7|\u2713|\u2714|\u2611|\u2612|v|1|co|true|\+)$/u;
const NO_TICK = /^(?:0|khong|false|[-\u2013\u2014_.]+)$/u;

/** Whether a cell is ticked (x, X, ✓, 1); undefined where it says something else. */
function isTicked(cell: Cell): boolean | undefined {
  if (isBlank(cell)) return false;
  if (typeof cell === 'object' && cell?.kind === 'faulty') return undefined;
  const text = unaccented(cellText(cell));
  return TICK.test(text) || TICK.test(cellText(cell).trim()) ? true : NO_TICK.test(text) ? false : undefined;
}

const SEX_WORDS = ['nam', 'nữ'] as const;

function tickedSex(men: Cell, women: Cell): Cell {
  const [man, woman] = [isTicked(men) ?? isSexWord(men, 'nam'), isTicked(women) ?? isSexWord(women, 'nu')];
  if (man !== undefined && woman !== undefined && man !== woman) return SEX_WORDS[man ? 0 : 1];
  const text = [men, women].map((cell) => cellText(cell).trim()).join(' | ');
  if (man === undefined || woman === undefined) return { kind: 'faulty', fault: 'unclear-tick', text };
  return { kind: 'faulty', fault: man ? 'both-ticked' : 'none-ticked', text: man ? text : '' };
}

/** "Nam" written into the column of men ticks it. */
function isSexWord(cell: Cell, word: string): true | undefined {
  return unaccented(cellText(cell)) === word ? true : undefined;
}

/** The birth that stands in one of two columns, and the sex which that column is of. */
function birthAndSex(man: Cell, woman: Cell): readonly [Cell, string | null] {
  const [men, women] = [!isBlank(man) && isTicked(man) !== false, !isBlank(woman) && isTicked(woman) !== false];
  if (men !== women) return men ? [man, SEX_WORDS[0]] : [woman, SEX_WORDS[1]];
  const text = men ? [man, woman].map((cell) => cellText(cell).trim()).join(' | ') : '';
  return [{ kind: 'faulty', fault: men ? 'two-births' : 'no-birth', text }, null];
}

/** The sex that a column of its own and the column of the birth say alike. */
function agreed(own: Cell, word: string): Cell {
  if (isBlank(own)) return word;
  const [text, said] = [unaccented(cellText(own)), unaccented(word)];
  const other = said === 'nam' ? 'nu' : 'nam';
  return text === other ? { kind: 'faulty', fault: 'sex-twice', text: `${cellText(own).trim()} | ${word}` } : own;
}
