import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { readJson } from '../../src/base/json.ts';
import { calculate, recordOf, type ResultRecord } from '../../src/index.ts';
import { readRecord } from '../../src/records/record.ts';
import { replay } from '../../src/records/replay.ts';

const native = (text: string): string => createHash('sha256').update(text).digest('hex');
const CORPUS = new URL('../proof/golden/', import.meta.url);

/** Recorded results of all schemes and versions: so many, as evenly as they come, made by the engine of today. */
export function recordedResults(count: number): ResultRecord[] {
  const files = readdirSync(CORPUS)
    .filter((name) => name.endsWith('.ndjson'))
    .map((name) => readFileSync(new URL(name, CORPUS), 'utf8').trimEnd().split('\n'));
  const records: ResultRecord[] = [];
  for (let at = 0; records.length < count && files.some((lines) => at < lines.length); at++)
    for (const lines of files) {
      const line = lines[at];
      if (line === undefined || records.length === count) continue;
      const { case: one, options, law, candidates } = JSON.parse(line) as ResultRecord;
      const found = calculate(one, { ...options, scheme: candidates ? 'auto' : law.scheme });
      if (found.ok) records.push(JSON.parse(JSON.stringify(recordOf(found.value, native))) as ResultRecord);
    }
  return records;
}

/** What became of a line that was tampered with. */
export type Fate = 'found' | 'same' | 'passed';

/**
 * Whether a changed line of records is found, or read the same: as a record that says what the original says, but for
 * the texts for people and the columns of one's own, which are declared to stand beside it.
 */
export function fateOf(text: string, original: ResultRecord): Fate {
  const read = readJson(text);
  if (!read.ok) return 'found';
  const record = readRecord(read.value, { sha256: native });
  if (!record.ok || !record.value.receipt || record.value.faults.length > 0) return 'found';
  if (isDeepStrictEqual(withoutTexts(read.value as ResultRecord), withoutTexts(original))) return 'same';
  return replay(read.value, 1, { sha256: native }).status === 'same' ? 'passed' : 'found';
}

function withoutTexts(record: ResultRecord): unknown {
  const wordless = (list: readonly object[] | undefined): unknown => list?.map((one) => ({ ...one, message: '' }));
  const { findings, candidates } = record;
  return { ...record, extra: {}, findings: wordless(findings), candidates: wordless(candidates) };
}

/** One change of a value in a record, and the line that it makes. */
export interface Tampering {
  readonly what: string;
  readonly line: string;
}

const REPEATED = '\u0000repeated';

/** Every change of every part of a record: its value, its type, its order, keys taken away, added and written twice. */
export function* tamperings(record: ResultRecord): Generator<Tampering> {
  const copy = JSON.parse(JSON.stringify(record)) as unknown;
  yield* changesIn(copy, '', () => JSON.stringify(copy));
}

function* changesIn(node: unknown, path: string, line: () => string): Generator<Tampering> {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) yield* reordered(node as unknown[], path, line);
  else yield* extended(node as Record<string, unknown>, path, line);
  const held = node as Record<string, unknown>;
  for (const [key, value] of Object.entries(held)) {
    const at = `${path}.${key}`;
    for (const other of others(value)) {
      held[key] = other;
      yield { what: `${at} = ${JSON.stringify(other)}`, line: line() };
    }
    held[key] = undefined;
    if (!Array.isArray(node)) yield { what: `${at} deleted`, line: line() };
    held[key] = value;
    yield* changesIn(value, at, line);
  }
}

/** Other values and other types in place of one. */
function others(value: unknown): unknown[] {
  if (typeof value === 'string') {
    const last = value.at(-1) ?? '';
    const near = value.slice(0, -1) + (last === '1' ? '2' : '1');
    return [near, '', `${value}0`, null, [value], ...(/^\d+$/.test(value) ? [Number(value)] : [])];
  }
  if (typeof value === 'number') return [value + 1, -value - 1, String(value), null];
  if (typeof value === 'boolean') return [!value, String(value), null];
  return value === null ? ['x', 0, {}] : [null, 'x', Array.isArray(value) ? {} : []];
}

function* reordered(list: unknown[], path: string, line: () => string): Generator<Tampering> {
  const kept = [...list];
  const restore = (to: readonly unknown[]): void => void list.splice(0, list.length, ...to);
  for (const [what, other] of [
    ['reversed', [...kept].reverse()],
    ['shortened', kept.slice(0, -1)],
    ['doubled', [...kept, ...kept.slice(-1)]],
  ] as const) {
    if (isDeepStrictEqual(other, kept)) continue;
    restore(other);
    yield { what: `${path} ${what}`, line: line() };
    restore(kept);
  }
}

function* extended(held: Record<string, unknown>, path: string, line: () => string): Generator<Tampering> {
  for (const key of ['x', '__proto__']) {
    Object.defineProperty(held, key, { value: '1', enumerable: true, configurable: true, writable: true });
    yield { what: `${path}.${key} added`, line: line() };
    Reflect.deleteProperty(held, key);
  }
  for (const [key, value] of Object.entries(held)) {
    const escaped = `"\\u${key.charCodeAt(0).toString(16).padStart(4, '0')}${key.slice(1)}"`;
    for (const name of [JSON.stringify(key), escaped]) {
      held[REPEATED] = others(value)[0];
      yield { what: `${path}.${key} repeated`, line: line().replace(JSON.stringify(REPEATED), () => name) };
    }
    Reflect.deleteProperty(held, REPEATED);
  }
}
