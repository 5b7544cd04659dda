import type { Lang } from '../../base/text.ts';
import { FACT_LABELS } from '../../explanation/labels.ts';
import { officialPlace } from '../../law/citation.ts';
import type { Condition, Interval, WordTest } from '../../law/provision.ts';
import type { LawVersion } from '../../law/version.ts';
import { FACTS, type FactName } from '../../law/vocabulary.ts';
import { keyName } from './plain-words.ts';

/** What it takes to say a condition: the language, names of words, tests in the words of an explanation. */
export interface Speaker {
  readonly lang: Lang;
  readonly version: LawVersion;
  say(vi: string, en: string): string;
  name(fact: string, word: string): string;
  act(id: string): string;
  phrases(condition: Condition): string[];
}

/** Facts whose words speak for themselves: "chịu tác động trực tiếp", "nữ". */
const BARE: ReadonlySet<string> = new Set(['impact', 'group']);

/** Every test of a condition in words that need no knowledge of the rule files. */
export function plainCondition(reader: Speaker, condition: Condition): string {
  return Object.entries(condition)
    .sort(([one], [two]) => rank(one) - rank(two))
    .flatMap(([fact, test]) => testTexts(reader, fact, test))
    .join('; ');
}

/** Who comes first, then how the reorganisation touches them, then the rest as it is written. */
function rank(fact: string): number {
  return fact === 'group' ? 0 : fact === 'impact' ? 1 : 2;
}

function testTexts(reader: Speaker, fact: string, test: unknown): string[] {
  if (fact === 'class') return classTexts(reader, test as Record<string, readonly string[]>);
  if (fact === 'reading') return readingTexts(reader, test as Record<string, string>);
  if (fact === 'given') return givenTexts(reader, test as Record<string, boolean>);
  if (!Object.hasOwn(FACTS, fact)) return [];
  const name = fact as FactName;
  if (FACTS[name].kind === 'word') return [wordsText(reader, name, test as WordTest)];
  if (FACTS[name].kind === 'flag') return reader.phrases({ [name]: test });
  return [ownInterval(reader, name, test as Interval<number>) ?? intervalText(reader, name, test)];
}

function wordsText(reader: Speaker, fact: FactName, test: WordTest): string {
  const words = 'except' in test ? test.except : test;
  const names = listed(
    words.map((word) => reader.name(fact, word)),
    'except' in test ? reader.say(' và ', ' and ') : reader.say(' hoặc ', ' or '),
  );
  if (fact === 'window') return reader.say(`nghỉ ${names}`, `left ${names}`);
  const label = FACT_LABELS[fact][reader.lang];
  if ('except' in test) return `${label}: ${reader.say(`tất cả, trừ ${names}`, `all except ${names}`)}`;
  return BARE.has(fact) ? names : `${label}: ${names}`;
}

/** Names in one list, the last joined by a word. */
export function listed(names: readonly string[], last: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${last}${names.at(-1) ?? ''}`;
}

/** Intervals that people say in another way than "số tháng ... dưới 540 tháng". */
function ownInterval(reader: Speaker, fact: FactName, test: Interval<number>): string | undefined {
  const { above, upTo, under } = test;
  if (fact === 'leavingDay' && above === 1)
    return reader.say('nghỉ sau ngày 01 của tháng', 'left after the first day of the month');
  if (fact === 'leavingDay' && upTo === 1)
    return reader.say('nghỉ vào ngày 01 của tháng', 'left on the first day of the month');
  if (fact === 'monthsAfterReorganisation' && under === 0)
    return reader.say('nghỉ trước ngày văn bản sắp xếp có hiệu lực', 'left before the reorganisation took effect');
  return undefined;
}

function intervalText(reader: Speaker, fact: FactName, test: unknown): string {
  const text = reader
    .phrases({ [fact]: test })
    .join('')
    .replace(/(từ đủ|trên) (\S+ \S+) dưới /u, '$1 $2 đến dưới ')
    .replace(/(from|over) (\S+ \S+) under /u, '$1 $2 to under ');
  if (fact !== 'ageMonths') return text;
  return text.replace(/\b(\d{1,4}) (tháng|months)/gu, (whole, months: string) =>
    Number(months) % 12 === 0 ? reader.say(`${Number(months) / 12} tuổi`, `${Number(months) / 12} years`) : whole,
  );
}

function classTexts(reader: Speaker, classes: Record<string, readonly string[]>): string[] {
  return Object.entries(classes).map(([name, members]) => {
    const titles = reader.version
      .rules('class')
      .filter(({ provision }) => provision.class === name && members.includes(provision.value))
      .map(({ provision, source }) => {
        const { at, title } = provision;
        const place = /^(Điều|Phụ lục) /u.test(at) ? officialPlace(at, reader.lang) : reader.act(source.act);
        const said = title?.[reader.lang];
        return said === undefined ? place : titled(said, at, place);
      });
    return listed([...new Set(titles)], reader.say(' hoặc ', ' or '));
  });
}

function titled(said: string, at: string, place: string): string {
  if (said.includes(at)) return said;
  return said.endsWith(')') ? `${said.slice(0, -1)}, ${place})` : `${said} (${place})`;
}

function readingTexts(reader: Speaker, readings: Record<string, string>): string[] {
  return Object.entries(readings).flatMap(([name, option]) => {
    const question = reader.version.interpretation(name)?.provision;
    const title = question?.options.find((one) => one.option === option)?.title[reader.lang];
    if (!question || title === undefined) return [];
    const usual = question.default === option ? reader.say(' (mặc định)', ' (the default)') : '';
    return [reader.say(`theo cách hiểu “${title}”${usual}`, `by the reading “${title}”${usual}`)];
  });
}

function givenTexts(reader: Speaker, keys: Record<string, boolean>): string[] {
  return Object.entries(keys).map(([key, wanted]) => {
    const title = `“${keyName(key, reader.lang)}”`;
    return wanted
      ? reader.say(`hồ sơ có ghi ${title}`, `the case gives ${title}`)
      : reader.say(`hồ sơ không ghi ${title}`, `the case does not give ${title}`);
  });
}
