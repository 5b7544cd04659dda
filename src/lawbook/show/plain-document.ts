import type { Lang } from '../../base/text.ts';
import type { Block, Document } from '../../explanation/document.ts';
import { wordLabel } from '../../explanation/labels.ts';
import { officialAct } from '../../law/citation.ts';
import type { Consolidated } from '../../law/consolidate.ts';
import type { Law } from '../../law/law.ts';
import type { LawVersion } from '../../law/version.ts';
import { compareAddresses } from './address.ts';
import { changeText, placeOf } from './cited.ts';
import { LawReader } from './reader.ts';
import { sentence } from './sentence.ts';

/** In which order the provisions of one address are read: who, what it needs, what is paid, how it is counted. */
const ORDER: readonly string[] = [
  'group',
  'subject',
  'class',
  'exclusion',
  'requirement',
  'benefit-title',
  'benefit',
  'empty',
  'total-limit',
  'component',
];
/** Kinds of which several at one address are one sentence. */
const JOINED: ReadonlySet<string> = new Set(['group', 'component', 'benefit-title']);

/** The provisions of a version, or some of them, for a reader of the law: by act and article, as papers cite them. */
export function plainBlocks(law: Law, version: LawVersion, provisions: readonly Consolidated[], lang: Lang): Block[] {
  const reader = new LawReader(law, version, lang, true);
  return version.acts.flatMap((id): Block[] => {
    const own = provisions.filter((one) => one.act === id && !toldBySubject(one, provisions));
    if (own.length === 0) return [];
    const act = law.acts.get(id);
    return [
      { kind: 'heading', level: 1, text: officialAct(act, id, lang) },
      ...(act ? [{ kind: 'text', text: subject(act, lang), tone: 'muted' } as const] : []),
      ...articles(own).flatMap(([article, inside]): Block[] => [
        { kind: 'heading', level: 2, text: placeLabel(article, lang) },
        { kind: 'steps', steps: joined(inside).map((group) => step(reader, group)) },
      ]),
    ];
  });
}

function subject(act: NonNullable<ReturnType<Law['acts']['get']>>, lang: Lang): string {
  if (act.kind !== 'guard') return act.subject[lang];
  return lang === 'vi'
    ? `${act.subject.vi}; đây không phải quy định của pháp luật`
    : `${act.subject.en}; this is no provision of the law`;
}

/** Provisions by article, articles first and in order; what names no article comes after them. */
function articles(provisions: readonly Consolidated[]): [string, Consolidated[]][] {
  const found = new Map<string, Consolidated[]>();
  const rank = ({ provision }: Consolidated): number => {
    const at = ORDER.indexOf(provision.kind);
    return at < 0 ? ORDER.length : at;
  };
  const ordered = [...provisions].sort(
    (a, b) =>
      Number(!isArticle(a)) - Number(!isArticle(b)) ||
      compareAddresses(a.provision.at, b.provision.at) ||
      rank(a) - rank(b),
  );
  for (const one of ordered) {
    const article = /^Điều \d[^\s,]*/u.exec(one.provision.at)?.[0] ?? one.provision.at;
    found.set(article, [...(found.get(article) ?? []), one]);
  }
  return [...found];
}

function isArticle({ provision }: Consolidated): boolean {
  return /^Điều \d/u.test(provision.at);
}

/** A group of which a provision at the same address says that it may apply: the name alone would say it twice. */
function toldBySubject({ provision, act }: Consolidated, all: readonly Consolidated[]): boolean {
  if (provision.kind !== 'group' || provision.elsewhere !== undefined) return false;
  return all.some(({ provision: other, act: where }) => {
    const groups =
      other.kind === 'subject' && where === act && other.at === provision.at ? other.when.group : undefined;
    return groups !== undefined && !('except' in groups) && groups.includes(provision.group);
  });
}

/** Neighbours that say the same of several: one group each. */
function joined(provisions: readonly Consolidated[]): Consolidated[][] {
  const groups: Consolidated[][] = [];
  for (const one of provisions) {
    const last = groups.at(-1);
    if (last?.[0] && alike(last[0], one)) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function alike(one: Consolidated, other: Consolidated): boolean {
  const key = ({ provision, changes }: Consolidated): string =>
    JSON.stringify([
      provision.kind,
      provision.at,
      provision.certainty,
      provision.when ?? null,
      changes.map(({ act, at, from }) => [act, at, from]),
      provision.kind === 'benefit-title' ? provision.route : null,
      provision.kind === 'group' ? (provision.elsewhere ?? null) : null,
    ]);
  return JOINED.has(one.provision.kind) && key(one) === key(other);
}

function step(reader: LawReader, group: readonly Consolidated[]): Extract<Block, { kind: 'steps' }>['steps'][number] {
  const { provision, act, changes } = group[0] as Consolidated;
  const { lang } = reader;
  const texts = group.map((one) => sentence(reader, one.provision));
  const notes = [
    ...changes.map((change) => changeText(reader.law, change, act, lang)),
    ...(provision.certainty === 'A' ? [] : [certaintyText(reader, provision.certainty)]),
  ];
  return {
    label: placeLabel(provision.at, lang),
    text: closed(merged(texts)),
    notes: [...new Set(notes)],
    remedies: [],
    basis: [],
  };
}

/** Sentences with the same beginning ("Nhóm đối tượng: ...") and the same condition as one. */
function merged(texts: readonly string[]): string {
  const tail = /\. (?:Điều kiện|Where): .*$/u.exec(texts[0] ?? '')?.[0] ?? '';
  if (texts.length > 1 && tail !== '' && texts.every((text) => text.endsWith(tail)))
    return merged(texts.map((text) => text.slice(0, -tail.length))) + tail;
  const [first = '', ...more] = texts;
  const head = /^[^:]+: /u.exec(first)?.[0] ?? '';
  if (more.every((text) => head !== '' && text.startsWith(head)))
    return [first, ...more.map((text) => text.slice(head.length))].join('; ');
  return texts.join('; ');
}

/** A sentence with its full stop. */
export function closed(text: string): string {
  return /[.?!]$/u.test(text) ? text : `${text}.`;
}

/** How well a provision is known, in words. */
export function certaintyText(reader: LawReader, letter: string): string {
  return `${reader.say('Mức chắc chắn', 'Certainty')}: ${wordLabel('certainty', letter, reader.lang)}`;
}

/** An address as papers write it, at the head of a line. */
export function placeLabel(at: string, lang: Lang): string {
  const place = placeOf(at, lang);
  return place.charAt(0).toUpperCase() + place.slice(1);
}

/** A document of these blocks under the title of a scheme and the days on which it holds. */
export function titled(law: Law, version: LawVersion, lang: Lang, held: string, blocks: readonly Block[]): Document {
  const title = law.schemes.get(version.scheme)?.title[lang] ?? version.scheme;
  return {
    lang,
    title,
    blocks: [{ kind: 'heading', level: 1, text: title }, { kind: 'text', text: held }, ...blocks],
  };
}
