import { changesOf } from './values.ts';

/** A rule file with one thing changed. */
export interface Mutant {
  readonly file: string;
  /** What was changed: the provision or amendment, the place in it, and how. Stable. */
  readonly name: string;
  readonly data: unknown;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Texts for people, and names by which other places refer to a thing: changing them is no change of the law. */
const TEXTS = [
  'title',
  'subject',
  'message',
  'question',
  'source',
  'at',
  'id',
  'act',
  'leaf',
  'certainty',
  'sources',
  'kind',
  'code',
];

/** Names that look like numbers. */
const NAMES = ['value', 'class'];

const FLIPPED: Readonly<Record<string, string>> = { atLeast: 'above', above: 'atLeast', upTo: 'under', under: 'upTo' };

/** Objects whose keys are conditions or cuts, each of which may be left out. */
const OPEN = ['when', 'require', 'terms', 'given', 'reading', 'class', 'bands'];

/** Every mutant of a rule file: one number, date, comparison, condition, member, row or provision changed. */
export function mutantsOf(file: string, data: unknown): Mutant[] {
  const whole = JSON.parse(JSON.stringify(data)) as Json;
  return edits(whole, []).map(({ what, path, make }) => ({
    file,
    name: `${file} ${place(whole, path)} ${what}`,
    data: write(whole, path, make),
  }));
}

interface Edit {
  readonly path: readonly string[];
  readonly what: string;
  readonly make: (old: Json) => Json;
}

function edits(value: Json, path: readonly string[]): Edit[] {
  const last = path.at(-1) ?? '';
  if (TEXTS.includes(last) || (NAMES.includes(last) && typeof value === 'string')) return [];
  if (Array.isArray(value))
    return [...members(value, path), ...value.flatMap((one, i) => edits(one, [...path, String(i)]))];
  if (value !== null && typeof value === 'object') {
    return [...keys(value, path), ...Object.entries(value).flatMap(([key, inner]) => edits(inner, [...path, key]))];
  }
  if (path.includes('class')) return [];
  return changesOf(value, path).map((changed) => ({ path, what: changed.what, make: () => changed.value as Json }));
}

function members(list: Json[], path: readonly string[]): Edit[] {
  return list.map((one, index) => ({
    path,
    what: `without ${typeof one === 'string' ? one : nameOf(one, index)}`,
    make: (old) => (old as Json[]).filter((_, other) => other !== index),
  }));
}

function keys(value: Record<string, Json>, path: readonly string[]): Edit[] {
  const found: Edit[] = [];
  for (const key of Object.keys(value)) {
    const to = FLIPPED[key];
    if (to !== undefined) {
      const renamed = (old: Json): Json =>
        Object.fromEntries(Object.entries(old as Record<string, Json>).map(([k, v]) => [k === key ? to : k, v]));
      found.push({ path, what: `${key} is ${to}`, make: renamed });
    }
    if (path.some((part) => OPEN.includes(part))) {
      const rest = (old: Json): Json =>
        Object.fromEntries(Object.entries(old as Record<string, Json>).filter(([k]) => k !== key));
      found.push({ path, what: `without ${key}`, make: rest });
    }
  }
  return found;
}

function write(value: Json, path: readonly string[], make: (old: Json) => Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return make(value);
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === key ? write(one, rest, make) : one));
  const held = value as Record<string, Json>;
  return { ...held, [key]: write(held[key] ?? null, rest, make) };
}

/** The path with provisions and amendments by name instead of number. */
function place(whole: Json, path: readonly string[]): string {
  let at: Json | undefined = whole;
  const words: string[] = [];
  for (const key of path) {
    at = Array.isArray(at) ? at[Number(key)] : (at as Record<string, Json>)[key];
    const named = words.length === 1 && (words[0] === 'provisions' || words[0] === 'amendments');
    words.push(named && at !== undefined ? nameOf(at, Number(key)) : key);
  }
  return words.join('.');
}

function nameOf(one: Json, index: number): string {
  if (one === null || typeof one !== 'object' || Array.isArray(one)) return String(index);
  const target = one['replace'] ?? one['add'] ?? one['repeal'] ?? one['provision'] ?? one;
  if (target === null || typeof target !== 'object' || Array.isArray(target)) return String(index);
  const { id, provision, leaf, route, option, year } = target;
  const name = id ?? provision ?? route ?? option ?? year;
  if (name === undefined) return String(index);
  const how = ['insert', 'replace', 'add', 'repeal'].find((key) => key in one);
  return [...(how === undefined ? [] : [how]), name, ...(leaf === undefined ? [] : [leaf])].map(String).join(':');
}
