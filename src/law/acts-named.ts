import { unaccented } from '../base/text.ts';
import type { Act, Scheme } from './act.ts';
import type { Law } from './law.ts';

/** A decree or resolution by its number: "Nghị định 178/2024/NĐ-CP". */
const NUMBERED = /^(nghi dinh|nghi quyet) (\d+)\/(\d{4})\//;

/** How people name one beside a route: "theo NĐ 178/2024/NĐ-CP", "(NĐ178)", "và Nghị định số 67", "theo 178", "178". */
const NAMED =
  /(?<![\p{L}\d/])((?:(?:va|and|theo|tai|cua|under) ){0,4})(?:(nghi dinh|nd|decree|nghi quyet|nq|resolution)(?: so| no)?[ .:-]{0,2})?(\d{1,4})(?: ?\/ ?(\d{4}))?( ?\/ ?(?:nd|nq) ?-? ?cp)?(?: ngay [\d/.]{6,10})?(?: cua chinh phu)?(?![\p{L}\d/])/gu;

const RESOLUTIONS = ['nghi quyet', 'nq', 'resolution'];

interface Numbered {
  readonly act: string;
  readonly isDecree: boolean;
  readonly number: number;
  readonly year: string;
}

/** A text without the acts that it names, and those; undefined where it names none, or one that the law does not know. */
export interface ActsNamed {
  readonly rest: string;
  readonly acts: readonly string[];
}

/** Makes the reader of the acts that stand beside other words: a route, with nothing else that is a number. */
export function actsNamedIn(law: Law): (text: string) => ActsNamed | undefined {
  const read = law.derived(actsReader);
  return (text) => {
    const { rest, acts, unknown } = read(text, true);
    if (unknown || acts.length === 0) return undefined;
    return { rest: rest.replace(/[^\p{L}\p{N}]+/gu, ' ').trim(), acts };
  };
}

/** The acts of the law that a title names by what they are and their number. */
export function actsOfTitle(law: Law, text: string): readonly string[] {
  return law.derived(actsReader)(text.slice(0, LONGEST_TITLE), false).acts;
}

const LONGEST_TITLE = 400;

interface ActsRead extends ActsNamed {
  /** Whether an act is named that the law does not know. */
  readonly unknown: boolean;
}

/** `bare`: whether a number is that of an act where only a preposition, or nothing, says so. */
function actsReader({ acts }: Law): (text: string, bare: boolean) => ActsRead {
  const numbered = [...acts.values()].flatMap(({ act, title }): Numbered[] => {
    const [, kind, number, year = ''] = NUMBERED.exec(unaccented(title.vi)) ?? [];
    return number === undefined ? [] : [{ act, isDecree: kind === 'nghi dinh', number: Number(number), year }];
  });
  return (text, bare) => {
    const found: string[] = [];
    let unknown = false;
    const rest = unaccented(text).replace(NAMED, (...match: (string | undefined)[]) => {
      const [whole = '', lead = '', kind, number, year, ending] = match;
      const isNamed = kind !== undefined || ending !== undefined;
      if (!isNamed && !(bare && (/theo|tai|cua|under/.test(lead) || /^\d{3}$/.test(number ?? '')))) return whole;
      const meant = numbered.filter(
        (one) =>
          one.number === Number(number) &&
          (year === undefined || one.year === year) &&
          (kind === undefined || one.isDecree !== RESOLUTIONS.includes(kind)),
      );
      const [only] = meant;
      if (!only || meant.length > 1) unknown = true;
      else found.push(only.act);
      return ' ';
    });
    return { rest, acts: found, unknown };
  };
}

/** Whether an act is that of a scheme, by its title, or one that amends it. */
export function isActOf(law: Law, scheme: Scheme | undefined, name: string): boolean {
  const act = law.acts.get(name);
  if (!scheme || !act) return false;
  const base = [...law.acts.values()].filter(({ title }) => scheme.title.vi.includes(title.vi));
  return base.some((one) => one.act === name || amends(act, one));
}

function amends({ kind, subject }: Act, { title }: Act): boolean {
  return kind === 'amending' && subject.vi.includes(title.vi);
}

/** The scheme that a text names by its act alone ("NĐ 178/2024"): of several, that which is tried for a case that names none. */
export function schemeByAct(law: Law, text: string): string | undefined {
  const named = law.derived(actsNamedIn)(text);
  if (named?.rest !== '' || named.acts.length > 1) return undefined;
  const title = law.acts.get(named.acts[0] ?? '')?.title.vi ?? '';
  const schemes = [...law.schemes.values()].filter((one) => one.auto !== undefined && one.title.vi.includes(title));
  return schemes.length === 1 ? schemes[0]?.scheme : undefined;
}
