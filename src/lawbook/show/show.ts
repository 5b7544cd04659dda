import type { Lang } from '../../base/text.ts';
import type { Block, Document } from '../../explanation/document.ts';
import { formatDate } from '../../explanation/format.ts';
import { BASE_LABELS, wordLabel } from '../../explanation/labels.ts';
import type { Consolidated } from '../../law/consolidate.ts';
import type { Law } from '../../law/law.ts';
import type { Provision } from '../../law/provision.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import { compareAddresses } from './address.ts';
import { citedAt } from './cited.ts';
import { plainBlocks, titled } from './plain-document.ts';
import { LawReader } from './reader.ts';
import { sentence } from './sentence.ts';
import { limitsText, monthsText } from './sentence-benefits.ts';

/** Who changed a provision, where and from when. */
export interface Amended {
  readonly act: string;
  readonly at: string;
  readonly from: string;
  /** The last day on which it holds; absent where it is for good. */
  readonly until?: string;
  /** Dotted path; empty: the whole provision. */
  readonly leaf: string;
}

/** A provision as it stands in a version. */
export interface Shown {
  readonly id: string;
  readonly kind: string;
  readonly act: string;
  readonly at: string;
  readonly since: string;
  readonly certainty: string;
  readonly amendedBy: readonly Amended[];
  /** What it says, in words. */
  readonly text: string;
  readonly content: Provision;
}

/** The consolidated law of a version, as data. */
export interface ShownLaw {
  readonly schema: 'nd178/law@1';
  readonly scheme: string;
  readonly version: string;
  readonly until: string | null;
  readonly hash: string;
  readonly acts: readonly {
    readonly act: string;
    readonly title: string;
    readonly issued: string;
    readonly applies: string;
  }[];
  readonly provisions: readonly Shown[];
}

/** The consolidated law of a version, or some of its provisions: by act and address, in legal order. */
export function showLaw(
  law: Law,
  version: LawVersion,
  lang: Lang,
  some: Iterable<Consolidated> = version.provisions.values(),
): ShownLaw {
  const reader = new LawReader(law, version, lang);
  const rank = new Map(version.acts.map((act, index) => [act, index]));
  const provisions = [...some].sort(
    (a, b) =>
      (rank.get(a.act) ?? 0) - (rank.get(b.act) ?? 0) ||
      compareAddresses(a.provision.at, b.provision.at) ||
      (a.provision.id < b.provision.id ? -1 : 1),
  );
  const span = law.versions(version.scheme).find((one) => one.date === version.date);
  return {
    schema: 'nd178/law@1',
    scheme: version.scheme,
    version: version.date,
    until: span?.until ?? null,
    hash: version.hash,
    acts: version.acts.flatMap((id) => {
      const act = law.acts.get(id);
      return act ? [{ act: id, title: act.title[lang], issued: act.issued, applies: act.applies }] : [];
    }),
    provisions: provisions.map((source) => shown(reader, source)),
  };
}

function shown(reader: LawReader, { provision, act, since, changes }: Consolidated): Shown {
  return {
    id: provision.id,
    kind: provision.kind,
    act,
    at: provision.at,
    since,
    certainty: provision.certainty,
    amendedBy: changes.map(({ act: by, at, from, until, leaf }) => ({
      act: by,
      at,
      from,
      ...(until === undefined ? {} : { until }),
      leaf,
    })),
    text: sentence(reader, provision),
    content: provision,
  };
}

/** How to show the law to a reader. */
export interface LawDocumentOptions {
  /** With the ids, keys and codes of the rule files, for who writes rule files and programs. */
  readonly codes?: boolean;
  /** Only these provisions. */
  readonly some?: readonly Consolidated[] | undefined;
}

/**
 * The consolidated law of a version for a reader: by act and article, as papers cite it, then the decision tables. Of
 * some provisions alone: without the tables, which are about all.
 */
export function lawDocument(law: Law, version: LawVersion, lang: Lang, options: LawDocumentOptions = {}): Document {
  if (options.codes) return codedDocument(law, version, lang, options.some);
  const reader = new LawReader(law, version, lang, true);
  const until = law.versions(version.scheme).find((one) => one.date === version.date)?.until ?? null;
  const held = `${reader.say('Quy định áp dụng', 'In force')} ${spanText(reader, version.date, until)}.`;
  const blocks = plainBlocks(law, version, options.some ?? [...version.provisions.values()], lang);
  return titled(law, version, lang, held, options.some ? blocks : [...blocks, ...decisionTables(reader)]);
}

function codedDocument(law: Law, version: LawVersion, lang: Lang, some: LawDocumentOptions['some']): Document {
  const data = showLaw(law, version, lang, some);
  const reader = new LawReader(law, version, lang);
  const scheme = law.schemes.get(version.scheme)?.title[lang] ?? version.scheme;
  const title = `${scheme} (${version.scheme}@${version.date})`;
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: title },
    {
      kind: 'pairs',
      rows: [
        {
          label: reader.say('Hiệu lực của phiên bản', 'Version in force'),
          value: spanText(reader, data.version, data.until),
        },
        { label: reader.say('Mã băm nội dung', 'Content hash'), value: data.hash },
      ],
    },
  ];
  for (const act of data.acts) {
    const provisions = data.provisions.filter((one) => one.act === act.act);
    if (provisions.length === 0) continue;
    blocks.push({ kind: 'heading', level: 2, text: act.title });
    blocks.push(provisionSteps(reader, provisions));
  }
  return { lang, title, blocks: some ? blocks : [...blocks, ...decisionTables(reader)] };
}

/** From when until when a version is in force. */
export function spanText(reader: Pick<LawReader, 'lang' | 'say'>, from: string, until: string | null): string {
  const start = reader.say(`từ ${formatDate(from, reader.lang)}`, `from ${from}`);
  return until === null
    ? start
    : `${start} ${reader.say('đến trước', 'until before')} ${formatDate(until, reader.lang)}`;
}

function provisionSteps(reader: LawReader, provisions: readonly Shown[]): Block {
  return {
    kind: 'steps',
    steps: provisions.map((one) => {
      const amended = amendedText(reader, one.amendedBy);
      const notes = [
        ...(amended === '' ? [] : [`${reader.say('Sửa đổi, hướng dẫn bởi', 'Set by')}: ${amended}`]),
        ...(one.certainty === 'A'
          ? []
          : [`${reader.say('Mức chắc chắn', 'Certainty')}: ${certainty(reader, one.certainty)}`]),
      ];
      return { label: `${one.at} [${one.id}]`, text: one.text, notes, remedies: [], basis: [] };
    }),
  };
}

function certainty(reader: LawReader, letter: string): string {
  return `${letter} (${wordLabel('certainty', letter, reader.lang)})`;
}

function holdingText({ lang }: Pick<LawReader, 'lang'>, { from, until }: Amended): string {
  return until === undefined ? formatDate(from, lang) : `${formatDate(from, lang)} – ${formatDate(until, lang)}`;
}

/** Who changed a provision, each act once. */
export function amendedText(reader: LawReader, changes: readonly Amended[]): string {
  return [...new Set(changes.map((one) => `${reader.act(one.act)} ${one.at} (${holdingText(reader, one)})`))].join(
    '; ',
  );
}

function decisionTables(reader: LawReader): Block[] {
  const { version } = reader;
  return version.routes.flatMap(({ route, title }) =>
    version.benefits(route).flatMap((benefit): Block[] => {
      const rows: Rule<Provision>[] = [...version.rows(benefit), ...version.empties(benefit)];
      return [
        { kind: 'heading', level: 2, text: `${title[reader.lang]}: ${reader.name('benefit', benefit)}` },
        {
          kind: 'table',
          columns: [
            { title: reader.say('Điều kiện', 'Condition'), align: 'left' },
            { title: reader.say('Số tháng', 'Months'), align: 'left' },
            { title: reader.say('Mức tính', 'Base'), align: 'left' },
            { title: reader.say('Căn cứ', 'Basis'), align: 'left' },
          ],
          rows: rows.map((rule) => decisionRow(reader, rule)),
        },
      ];
    }),
  );
}

function decisionRow(reader: LawReader, { provision, source }: Rule<Provision>): string[] {
  const condition = reader.condition(provision.when) || reader.say('mọi trường hợp', 'every case');
  const basis = reader.plain
    ? citedAt(reader.law, { act: source.act, at: provision.at }, reader.lang)
    : `${provision.at}, ${reader.act(source.act)}`;
  if (provision.kind !== 'benefit') return [condition, reader.say('không có', 'nothing'), '', basis];
  const months = `${monthsText(reader, provision)}${limitsText(reader, provision)}`;
  return [condition, months, BASE_LABELS[provision.base][reader.lang], basis];
}
