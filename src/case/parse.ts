import { monthOfDay } from '../base/calendar.ts';
import { bad, good, type Checked } from '../base/checked.ts';
import { deeplyFrozen } from '../base/frozen.ts';
import { LONGEST_TYPED } from '../base/lengths.ts';
import { once } from '../base/memo.ts';
import { nearest, unaccented, type Lang } from '../base/text.ts';
import type { Writable } from '../base/writable.ts';
import type { Case, Duration } from './case.ts';
import type { Ground, PaidLike, Programme, Schedule, Sex } from './enumerations.ts';
import { readSalary } from './read-salary.ts';
import { FlatCase } from './flat.ts';
import { CASE_KEYS, type CaseKey } from './keys.ts';
import { Reader } from './reader.ts';
import { routeParts } from './spelling/words.ts';
import { Spelling } from './spelling/spelling.ts';
import { structureFaults } from './structure.ts';
import { CASE_WORDS } from './words.ts';

/** How to read a case. */
export interface ParseOptions {
  /** Language of the messages; default Vietnamese. */
  readonly lang?: Lang | undefined;
}

/** How a case is written whatever the law names: its own words, without groups and routes. */
const OWN_SPELLING = new Spelling(new Map(Object.entries(CASE_WORDS)), true);

const REQUIRED = CASE_KEYS.filter((key) => key.required).map((key) => key.key);

const parsed = new WeakSet<object>();

/** Whether a value came out of {@link parseCase}. */
export function isParsed(value: unknown): value is Case {
  return typeof value === 'object' && value !== null && parsed.has(value);
}

/**
 * Reads a case: structure, spelling, dates, numbers, and what must hold whatever the law says.
 * Gives the case with its defaults, or every fault at once. What depends on the law (which groups there are,
 * whether the birth is covered) is told by `calculate`.
 */
export function parseCase(raw: unknown, options: ParseOptions = {}, spelling?: Spelling): Checked<Case> {
  const read = readRaw(raw, options.lang ?? 'vi', spelling);
  if (read.ok) parsed.add(deeplyFrozen(read.value));
  return read;
}

/** {@link parseCase} without remembering that the case is parsed; for a case that lives for one calculation. */
export function readRaw(raw: unknown, lang: Lang, spelling: Spelling = OWN_SPELLING): Checked<Case> {
  const flat = raw instanceof FlatCase;
  // What a table leaves out is told as it is told of any other case.
  if (flat && !raw.isWhole()) return readRaw(raw.nested(), lang, spelling);
  if (!flat && isParsed(raw)) return good(raw);
  const reader = new Reader(raw, lang, spelling);
  if (!flat) structure(reader, raw);
  // What is no case at all lacks nothing in particular.
  if (reader.issues.some(({ path }) => path === '')) return bad(reader.issues);
  for (const key of REQUIRED) if (reader.blank(key)) reader.fault('missing', key);
  const read = readCase(reader);
  return reader.issues.length > 0 || !read ? bad(reader.issues) : good(read);
}

function structure(reader: Reader, raw: unknown): void {
  for (const { path, unknown } of structureFaults(raw)) {
    const value = path === '' ? raw : reader.raw(path);
    if (unknown) unknownKeys(reader, path, unknown);
    else if (path === '') reader.fault('not-an-object', path);
    else if (value === undefined) missing(reader, path);
    else if (isGroup(path)) reader.fault('not-an-object', path);
    else reader.fault('wrong-type', path, { expected: expected(path) });
  }
}

function missing(reader: Reader, path: string): void {
  const inside = CASE_KEYS.filter((key) => key.required && key.key.startsWith(path + '.'));
  if (path === 'salary') reader.fault('salary-missing', 'salary');
  else if (inside.length === 0) reader.fault('missing', path);
  for (const key of inside) reader.fault('missing', key.key);
}

function isGroup(path: string): boolean {
  return path === '' || CASE_KEYS.some((key) => key.key.startsWith(path + '.'));
}

function expected(path: string): string {
  const { type, words } = CASE_KEYS.find((key) => key.key === path) ?? {};
  if (words) return words.join(' | ');
  return type === undefined ? '"…"' : (EXAMPLES[type] ?? '"…"');
}

/** How a value of a type is written, where it is no text. */
const EXAMPLES: Partial<Record<CaseKey['type'], string>> = {
  flag: 'true | false',
  day: 'YYYY-MM-DD',
  birth: 'YYYY-MM-DD',
  decimal: '"4.65"',
  percent: '"25%"',
  dong: '"15356250"',
  count: '22',
};

/** The keys by the letters of their names for people: `phuCapCongVu`, `phu_cap_cong_vu` say what "Phụ cấp công vụ" does. */
const byName = once(
  () =>
    new Map(
      CASE_KEYS.toReversed().flatMap(({ key, title, aliases = [] }) =>
        [title.vi, title.en, ...aliases].map((name) => [letters(name), key] as const),
      ),
    ),
);

function letters(name: string): string {
  return unaccented(name.slice(0, LONGEST_TYPED)).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Of many unknown keys the first ones tell what is wrong. */
const MOST_UNKNOWN = 20;

function unknownKeys(reader: Reader, at: string, keys: readonly string[]): void {
  const prefix = at === '' ? '' : at + '.';
  const siblings = new Set(
    CASE_KEYS.filter((key) => key.key.startsWith(prefix)).map(
      (key) => key.key.slice(prefix.length).split('.')[0] ?? '',
    ),
  );
  const count = reader.issues.filter(({ code }) => code === 'unknown-key').length;
  for (const key of keys.slice(0, MOST_UNKNOWN - count)) {
    const close = nearest(key, siblings);
    const elsewhere = CASE_KEYS.find((one) => one.key.endsWith('.' + key))?.key;
    const near = byName().get(letters(key)) ?? (close === undefined ? elsewhere : prefix + close);
    reader.fault('unknown-key', prefix + key, { key: prefix + key, near });
  }
}

function readCase(reader: Reader): Case | undefined {
  const birth = reader.birth('person.birth');
  const person = readPerson(reader, birth?.text);
  const date = reader.day('leaving.date');
  const leaving = readLeaving(reader, date?.text);
  const age = readAge(reader);
  const insurance = readInsurance(reader);
  const salary = readSalary(reader);
  if (birth && date) {
    const life = monthOfDay(date.day) - birth.month;
    const params = { date: date.text, birth: birth.text };
    if (life <= 0) reader.fault('leaving-before-birth', 'leaving.date', params);
    else if (insurance && insurance.years * 12 + insurance.months > life) {
      reader.fault('insurance-longer-than-life', 'insurance.years', {
        months: insurance.years * 12 + insurance.months,
        life,
      });
    }
  }
  const head: Head = { id: reader.text('id'), law: reader.text('law'), accepts: reader.flag('acceptImplausible') };
  const more = readParts(reader);
  if (!person || !leaving || !insurance || !salary) return undefined;
  return assembled(head, person, leaving, age, insurance, more, salary);
}

type Parts = Pick<Case, 'work' | 'training' | 'settled' | 'post'>;

/** What stands at the head of a case. */
interface Head {
  readonly id: string | undefined;
  readonly law: string | undefined;
  /** Whether values beyond the bounds of plausible input are true. */
  readonly accepts: boolean | undefined;
}

/** The parts of a case in the order of the contract. */
function assembled(
  { id, law, accepts }: Head,
  person: Case['person'],
  leaving: Case['leaving'],
  age: Case['age'],
  insurance: Case['insurance'],
  { work, training, settled, post }: Parts,
  salary: Case['salary'],
): Case {
  const one = {} as Writable<Case>;
  if (id !== undefined) one.id = id;
  if (law !== undefined) one.law = law;
  if (accepts === true) one.acceptImplausible = true;
  one.person = person;
  one.leaving = leaving;
  one.age = age;
  one.insurance = insurance;
  if (work) one.work = work;
  if (training) one.training = training;
  if (settled) one.settled = settled;
  if (post) one.post = post;
  one.salary = salary;
  return one;
}

/** A case with another age; everything else is shared. */
export function withAge(one: Case, age: Case['age']): Case {
  const head: Head = { id: one.id, law: one.law, accepts: one.acceptImplausible };
  return assembled(head, one.person, one.leaving, age, one.insurance, one, one.salary);
}

/** The parts that only some schemes ask for; absent where the case writes none of their keys. */
function readParts(reader: Reader): Parts {
  const parts: Writable<Parts> = {};
  const work = reader.months('work.years', 'work.months');
  if (work !== undefined) parts.work = duration(work);
  const months = reader.count('training.months');
  const fee = reader.dong('training.fee');
  if (months !== undefined || fee !== undefined) {
    parts.training = { ...(months === undefined ? {} : { months }), ...(fee === undefined ? {} : { fee }) };
  }
  const scheme = reader.text('settled.scheme');
  const amount = reader.dong('settled.amount');
  const date = reader.day('settled.date');
  if (scheme === undefined && ['settled.amount', 'settled.date'].some((key) => reader.has(key))) {
    reader.fault('missing', 'settled.scheme');
  } else if (scheme !== undefined) {
    const paid = amount === undefined ? {} : { amount };
    parts.settled = { scheme, ...paid, ...(date ? { date: date.text } : {}) };
  }
  const termEnds = reader.day('post.termEnds');
  const newAllowance = reader.decimal('post.newAllowance');
  if (termEnds || newAllowance !== undefined) {
    parts.post = {
      ...(termEnds ? { termEnds: termEnds.text } : {}),
      ...(newAllowance === undefined ? {} : { newAllowance }),
    };
  }
  return parts;
}

function readPerson(reader: Reader, birth: string | undefined): Case['person'] | undefined {
  const name = reader.text('person.name');
  const sex = reader.word<Sex>('person.sex');
  const group = reader.text('person.group');
  const rank = reader.text('person.rank');
  const pensioner = reader.flag('person.pensioner');
  const paidLike = reader.word<PaidLike>('person.paidLike');
  const position = reader.text('person.position');
  const unit = reader.text('person.unit');
  const funding = reader.text('person.funding');
  const pensionSince = reader.day('person.pensionSince');
  if (sex === undefined || birth === undefined || group === undefined) return undefined;
  const person: Writable<Case['person']> = name === undefined ? { sex, birth, group } : { name, sex, birth, group };
  if (rank !== undefined) person.rank = rank;
  if (paidLike !== undefined) person.paidLike = paidLike;
  if (position !== undefined) person.position = position;
  if (unit !== undefined) person.unit = unit;
  if (funding !== undefined) person.funding = funding;
  if (pensioner !== undefined) person.pensioner = pensioner;
  if (pensionSince) person.pensionSince = pensionSince.text;
  return person;
}

function readLeaving(reader: Reader, date: string | undefined): Case['leaving'] | undefined {
  const named = reader.text('leaving.route');
  const route = named === undefined ? undefined : routeParts(named).route;
  const reorganisation = reader.day('leaving.reorganisation');
  const decided = reader.day('leaving.decided');
  const impact = reader.word<Case['leaving']['impact']>('leaving.impact') ?? 'direct';
  const blocked = reader.word<Case['leaving']['blocked']>('leaving.blocked') ?? 'none';
  const voluntary = reader.flag('leaving.voluntary');
  const decision = reader.text('leaving.decision');
  const filed = reader.day('leaving.filed');
  const ground = reader.word<Ground>('leaving.ground');
  const programme = reader.word<Programme>('leaving.programme');
  if (route === undefined || date === undefined) return undefined;
  const leaving: Writable<Case['leaving']> = { route, date, impact, blocked };
  if (reorganisation) leaving.reorganisation = reorganisation.text;
  if (decided) leaving.decided = decided.text;
  if (decision !== undefined) leaving.decision = decision;
  if (filed) leaving.filed = filed.text;
  if (ground !== undefined) leaving.ground = ground;
  if (programme !== undefined) leaving.programme = programme;
  if (voluntary !== undefined) leaving.voluntary = voluntary;
  return leaving;
}

function readAge(reader: Reader): Case['age'] {
  const schedule = reader.word<Schedule>('age.schedule');
  const limit = reader.age('age.limit');
  if (limit !== undefined && schedule !== undefined && schedule !== 'limit') {
    reader.fault('age-limit-unused', 'age.limit', { schedule });
  }
  const age: Writable<Case['age']> = {};
  if (schedule !== undefined) age.schedule = schedule;
  if (limit !== undefined) age.limit = limit;
  return age;
}

function readInsurance(reader: Reader): Case['insurance'] | undefined {
  const total = reader.months('insurance.years', 'insurance.months');
  const part = (years: string, odd: string): number | undefined => {
    const months = reader.months(years, odd);
    if (months !== undefined && total !== undefined && months > total) reader.fault('part-above-total', years);
    return months;
  };
  const publicSector = part('insurance.publicSector.years', 'insurance.publicSector.months');
  const countable = part('insurance.countable.years', 'insurance.countable.months');
  const hazardous = part('insurance.hazardous.years', 'insurance.hazardous.months');
  const otherPosts = reader.months('insurance.otherPosts.years', 'insurance.otherPosts.months');
  const unemployment = part('insurance.unemployment.years', 'insurance.unemployment.months');
  const pensionEligible = reader.flag('insurance.pensionEligible');
  if (total === undefined) return undefined;
  const insurance: Writable<Case['insurance']> = {
    years: Math.floor(total / 12),
    months: total % 12,
    publicSector: duration(publicSector ?? total),
    countable: duration(countable ?? total),
  };
  if (hazardous !== undefined) insurance.hazardous = duration(hazardous);
  if (otherPosts !== undefined) insurance.otherPosts = duration(otherPosts);
  if (unemployment !== undefined) insurance.unemployment = duration(unemployment);
  if (pensionEligible !== undefined) insurance.pensionEligible = pensionEligible;
  return insurance;
}

function duration(months: number): Duration {
  return { years: Math.floor(months / 12), months: months % 12 };
}

/** The month of birth of a parsed case (day or month unknown: the first). */
export function birthMonth(birth: string): number {
  const month = birth.length > 4 ? Number(birth.slice(5, 7)) : 1;
  return Number(birth.slice(0, 4)) * 12 + month - 1;
}

/** The months of an age limit as a case holds it: `58`, `61y3m`. */
export function limitMonths(limit: string): number {
  const [years = '0', months = '0'] = limit.replace('m', '').split('y');
  return Number(years) * 12 + Number(months);
}

/** The months of a duration. */
export function monthsOf(duration: Duration): number {
  return duration.years * 12 + duration.months;
}
