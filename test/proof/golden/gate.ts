import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinLaw, calculate, type Law, type Result, type ResultRecord } from '../../../src/index.ts';
import { replay, ReplayTally, type Replayed } from '../../../src/records.ts';
import { replayOptions } from '../../../src/records/recompute.ts';
import { differenceText } from '../../../src/records/replay-document.ts';
import { goldenCases, goldenFile, goldenRecord, versionHashes } from './corpus.ts';

const FOLDER = new URL('.//', import.meta.url);
const VERSIONS = new URL('versions.json', FOLDER);

/** A golden record and where it stands. */
export interface Golden {
  readonly place: string;
  readonly record: ResultRecord;
}

/** The recorded corpus. */
export function goldenRecords(): Golden[] {
  return recordFiles().flatMap((name) =>
    readFileSync(new URL(name, FOLDER), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line, at) => ({ place: `${name}:${at + 1}`, record: JSON.parse(line) as ResultRecord })),
  );
}

/** The pinned hashes of the versions of the law. */
export function pinnedVersions(): Record<string, string> {
  return existsSync(VERSIONS) ? (JSON.parse(readFileSync(VERSIONS, 'utf8')) as Record<string, string>) : {};
}

/** Writes the corpus anew from its sources. What changes in the files is to be read before it is kept. */
export function writeCorpus(): void {
  for (const name of recordFiles()) rmSync(new URL(name, FOLDER));
  const byFile = new Map<string, string>();
  for (const one of goldenCases()) {
    const record = goldenRecord(one);
    const name = goldenFile(record);
    byFile.set(name, `${byFile.get(name) ?? ''}${JSON.stringify(record)}\n`);
  }
  for (const [name, text] of byFile) writeFileSync(new URL(name, FOLDER), text);
  writeFileSync(VERSIONS, JSON.stringify(versionHashes(), null, 2) + '\n');
}

/**
 * What {@link writeCorpus} would write otherwise: records that it would choose, or word, differently, and records that
 * it knows no more. Of the generated cases a share is looked at; receipts, which name the engine, are left out.
 */
export function stale(records: readonly Golden[], share: number): string[] {
  const held = new Map(records.map(({ place, record }) => [record.id, { place, record }]));
  const chosen = goldenCases(share).map(goldenRecord);
  const other = chosen.filter((record) => {
    const { place, record: then } = held.get(record.id) ?? {};
    return place?.split(':')[0] !== goldenFile(record) || withoutReceipt(then) !== withoutReceipt(record);
  });
  const known = new Set(chosen.map(({ id }) => id));
  const dropped = records.filter(({ record: { id } }) => !known.has(id) && (share >= 1 || !id?.startsWith('G-')));
  return [
    ...other.map(({ id }) => `${id ?? ''}: would be written otherwise`),
    ...dropped.map(({ place, record: { id } }) => `${place} ${id ?? ''}: would not be written`),
  ];
}

function withoutReceipt(record: ResultRecord | undefined): string {
  return JSON.stringify({ ...record, receipt: undefined });
}

function recordFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ndjson'))
    .sort();
}

/**
 * What moved: empty when every record comes out again. First the rules that moved and for how many, then each record.
 * That a rule file has another content is no movement by itself: the pinned hashes tell it.
 */
export function movements(records: readonly Golden[], law: Law = builtinLaw()): string[] {
  const tally = new ReplayTally();
  const told: string[] = [];
  for (const [at, { place, record }] of records.entries()) {
    const found = replay(record, at + 1, { law, lang: 'en' });
    const beside = besides(record, law);
    if (beside !== undefined) told.push(`${place} ${record.id ?? ''}: ${beside}`);
    if (!moved(found)) continue;
    tally.add(found);
    const why = [...found.causes, ...(found.issues ?? []).map((issue) => issue.message)].join(', ');
    told.push(
      `${place} ${record.id ?? ''} (${why})`,
      ...found.differences.map((one) => `  ${differenceText(one, law, 'en')}`),
    );
  }
  const { provisions } = tally.summary();
  const rules = provisions.map(
    ({ benefit, row, records: count }) => `rule moved: ${row} (${benefit}), ${count} records`,
  );
  return [...rules, ...told];
}

function moved({ status, causes, differences }: Replayed): boolean {
  return status !== 'same' && (differences.length > 0 || causes.some((cause) => cause !== 'law-altered'));
}

/** What a record says besides what is settled: the choice, what is still due, the pension; apart from texts. */
function said({ candidates, raise, pension }: Partial<Result>): string {
  const choice = candidates?.map(({ scheme, version, status, total, code }) => [scheme, version, status, total, code]);
  return JSON.stringify({ choice, raise, pension });
}

/** What moved there; a replay under a named scheme does not look at it. */
function besides(record: ResultRecord, law: Law): string | undefined {
  if (!record.candidates && !record.raise && !record.pension) return undefined;
  const scheme = record.candidates ? 'auto' : record.law.scheme;
  const found = calculate(record.case, { ...replayOptions(record), law, scheme, lang: 'en' });
  const [then, now] = [said(record), said(found.ok ? found.value : {})];
  return then === now ? undefined : `${then} is ${now} now`;
}
