import type { Lang } from '../../base/text.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import type { Block, Document } from '../../explanation/document.ts';
import { formatDate } from '../../explanation/format.ts';
import { changeOf, leaves } from '../diff/provisions.ts';
import type { Consolidated } from '../../law/consolidate.ts';
import type { Law } from '../../law/law.ts';
import type { LawVersion } from '../../law/version.ts';
import { compareAddresses, liesIn } from './address.ts';

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
 * `place`: only the provision of that id, or those at or inside that legal address.
 */
export function blameOf(law: Law, version: LawVersion, place?: string): Blamed[] {
  const versions = law.versions(version.scheme).flatMap(({ date }) => {
    const found = law.at(version.scheme, date);
    return found.ok ? [found.value] : [];
  });
  const rank = new Map(version.acts.map((act, index) => [act, index]));
  return [...version.provisions.values()]
    .filter(({ provision }) => place === undefined || provision.id === place || liesIn(provision.at, place))
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

/** Blame for a reader. */
export function blameDocument(law: Law, version: LawVersion, blamed: readonly Blamed[], lang: Lang): Document {
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
