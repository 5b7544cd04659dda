import type { Lang } from '../../base/text.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import type { Block, Document } from '../../explanation/document.ts';
import { formatDate } from '../../explanation/format.ts';
import { changeOf, leaves } from '../diff/provisions.ts';
import type { Consolidated } from '../../law/consolidate.ts';
import { numberedAct } from '../../law/citation.ts';
import type { Law } from '../../law/law.ts';
import type { Provision } from '../../law/provision.ts';
import type { LawVersion } from '../../law/version.ts';
import { compareAddresses } from './address.ts';
import { changedParts, changedText } from './changed.ts';
import { changeText, citedAt, clauseUnknown } from './cited.ts';
import { certaintyText, closed, placeLabel } from './plain-document.ts';
import { provisionsAt } from './place.ts';
import { LawReader } from './reader.ts';
import { sentence } from './sentence.ts';

/** A value of a leaf, who set it, and how long it stood. */
export interface Setting {
  readonly value: unknown;
  readonly act: string;
  readonly at: string;
  readonly certainty: string;
  readonly from: string;
  /** The day it stopped standing; null while it stands. */
  readonly until: string | null;
}

/** A leaf of the law with the act that set it, and its earlier values, the latest first. */
export interface Blamed {
  readonly provision: string;
  readonly kind: string;
  readonly act: string;
  readonly at: string;
  /** Dotted path inside the provision. */
  readonly leaf: string;
  readonly setting: Setting;
  readonly earlier: readonly Setting[];
}

const HEAD = ['id', 'kind', 'at', 'certainty', 'sources'];

/**
 * Every leaf of the provisions of a version: which act set it, where and when, and what stood there before.
 * `place`: only these provisions, or those of a typed address or id.
 */
export function blameOf(law: Law, version: LawVersion, place?: string | readonly Consolidated[]): Blamed[] {
  const versions = law.versions(version.scheme).flatMap(({ date }) => {
    const found = law.at(version.scheme, date);
    return found.ok ? [found.value] : [];
  });
  const rank = new Map(version.acts.map((act, index) => [act, index]));
  const some = typeof place === 'string' ? provisionsAt(law, version, place) : place;
  return [...(some ?? version.provisions.values())]
    .sort((a, b) => (rank.get(a.act) ?? 0) - (rank.get(b.act) ?? 0) || compareAddresses(a.provision.at, b.provision.at))
    .flatMap((source) => leavesOf(source, versions, version.date));
}

function leavesOf(source: Consolidated, versions: readonly LawVersion[], date: string): Blamed[] {
  const { provision, act } = source;
  const names = [...leaves(provision).keys()].filter((leaf) => !HEAD.includes(leaf) && !/(^|\.)(vi|en)$/.test(leaf));
  return names.flatMap((leaf) => {
    const settings = history(provision.id, leaf, versions);
    const at = settings.findLastIndex((one) => one.from <= date);
    const setting = settings[at];
    if (!setting || setting.value === undefined) return [];
    const earlier = settings.slice(0, at).reverse();
    return [{ provision: provision.id, kind: provision.kind, act, at: provision.at, leaf, setting, earlier }];
  });
}

/** The values of a leaf over all versions, oldest first; a value that is not there is undefined. */
function history(id: string, leaf: string, versions: readonly LawVersion[]): Setting[] {
  const settings: { value: unknown; act: string; at: string; certainty: string; from: string; until: string | null }[] =
    [];
  for (const version of versions) {
    const source = version.provisions.get(id);
    const last = settings.at(-1);
    if (!source) {
      if (last?.until === null) last.until = version.date;
      continue;
    }
    const value = leaves(source.provision).get(leaf);
    if (last?.until === null && canonicalJson(last.value ?? null) === canonicalJson(value ?? null)) continue;
    if (last?.until === null) last.until = version.date;
    settings.push({ value, ...setBy(source, leaf), from: last ? version.date : source.since, until: null });
  }
  return settings;
}

function setBy(source: Consolidated, leaf: string): { act: string; at: string; certainty: string } {
  const change = changeOf(source.changes, leaf) ?? source.changes.find((one) => one.leaf === '');
  const { provision, act } = source;
  return change
    ? { act: change.act, at: change.at, certainty: change.certainty }
    : { act, at: provision.at, certainty: provision.certainty };
}

/** A value of a leaf for a reader. */
export function leafText(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return Array.isArray(value)
    ? value.map((one) => leafText(one)).join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
}

/** Blame for a reader: what each provision says and who set it, or with `codes` every leaf of the rule files. */
export function blameDocument(
  law: Law,
  version: LawVersion,
  blamed: readonly Blamed[],
  lang: Lang,
  codes = false,
): Document {
  return codes ? codedBlame(law, version, blamed, lang) : plainBlame(law, version, blamed, lang);
}

function plainBlame(law: Law, version: LawVersion, blamed: readonly Blamed[], lang: Lang): Document {
  const reader = new LawReader(law, version, lang, true);
  const scheme = law.schemes.get(version.scheme)?.title[lang] ?? version.scheme;
  const day = formatDate(version.date, lang);
  const title = reader.say(
    `Nguồn của từng quy định: ${scheme}, từ ${day}`,
    `Who set each provision: ${scheme}, from ${day}`,
  );
  const ids = [...new Set(blamed.map((one) => one.provision))];
  const steps = ids.flatMap((id) => {
    const source = version.provisions.get(id);
    if (!source) return [];
    return plainStep(
      reader,
      source,
      blamed.filter((one) => one.provision === id),
    );
  });
  return {
    lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'steps', steps },
    ],
  };
}

type Step = Extract<Block, { kind: 'steps' }>['steps'][number];

function plainStep(reader: LawReader, { provision, act, changes }: Consolidated, leaves: readonly Blamed[]): Step {
  const { law, lang } = reader;
  const since = leaves.map((one) => one.setting.from).sort()[0] ?? '';
  const days = [...new Set(leaves.flatMap(({ earlier }) => earlier.map((old) => old.until ?? '')))].sort().reverse();
  const inserted = changes.find((one) => one.leaf === '');
  const set = setText(reader, inserted ?? { act, at: provision.at }, inserted?.from ?? since);
  const amended = changes.filter((one) => one !== inserted).map((change) => changeText(law, change, act, lang));
  return {
    label: `${placeLabel(provision.at, lang)}, ${numberedAct(law.acts.get(act), act, lang)}`,
    text: closed(sentence(reader, provision)),
    notes: [
      ...new Set(amended),
      ...days.flatMap((day) => earlierText(reader, provision, day, leaves)),
      ...(provision.certainty === 'A' ? [] : [certaintyText(reader, provision.certainty)]),
    ],
    remedies: [],
    basis: [inserted ? set + clauseUnknown(inserted, lang) : set],
  };
}

function setText(reader: LawReader, by: { readonly act: string; readonly at: string }, from: string): string {
  const place = citedAt(reader.law, by, reader.lang, true);
  const day = formatDate(from, reader.lang);
  return reader.say(`${place}, áp dụng từ ngày ${day}`, `${place}, from ${day}`);
}

/** What a provision said until a day, where it differs from what it says now. */
function earlierText(reader: LawReader, now: Provision, day: string, leaves: readonly Blamed[]): string[] {
  const { law, version, lang } = reader;
  const old = leaves.flatMap(({ earlier }) => earlier).find((one) => one.until === day);
  const found = old && law.at(version.scheme, lastVersion(law, version.scheme, day));
  if (!found?.ok) return [];
  const then = found.value.provisions.get(now.id)?.provision;
  if (!then) return [];
  const before = { reader: new LawReader(law, found.value, lang, true), provision: then };
  const parts = changedParts(before, { reader, provision: now }).map(changedText);
  const until = formatDate(day, lang);
  return [reader.say(`Từ ngày ${until}: ${parts.join('; ')}`, `From ${until}: ${parts.join('; ')}`)];
}

/** The day of the last version that begins before a day. */
function lastVersion(law: Law, scheme: string, day: string): string {
  return (
    law
      .versions(scheme)
      .filter((one) => one.date < day)
      .at(-1)?.date ?? day
  );
}

function codedBlame(law: Law, version: LawVersion, blamed: readonly Blamed[], lang: Lang): Document {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const title = say(
    `Nguồn của từng giá trị, ${version.scheme}@${version.date}`,
    `The source of each value, ${version.scheme}@${version.date}`,
  );
  const act = (id: string): string => law.acts.get(id)?.title[lang] ?? id;
  const dates = (one: Setting): string =>
    formatDate(one.from, lang) + (one.until === null ? ' →' : ` → ${formatDate(one.until, lang)}`);
  const setBy = (one: Setting): string => `${act(one.act)} ${one.at}, ${dates(one)}`;
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: title },
    {
      kind: 'steps',
      steps: blamed.map((one) => ({
        label: `${one.provision} ${one.leaf}`,
        text: leafText(one.setting.value),
        notes: one.earlier.map((old) => `${say('trước đó', 'before')}: ${leafText(old.value)} (${setBy(old)})`),
        remedies: [],
        basis: [setBy(one.setting)],
      })),
    },
  ];
  return { lang, title, blocks };
}
