import type { Lang, Words } from '../../base/text.ts';
import type { Block, Document } from '../../explanation/document.ts';
import { leftColumn, rightColumn } from '../../explanation/document.ts';
import { formatDate, formatMonth } from '../../explanation/format.ts';
import { wordLabel } from '../../explanation/labels.ts';
import { targetOf, type Act, type Amendment } from '../../law/act.ts';
import type { Law } from '../../law/law.ts';
import type { Source, SourceKind } from '../../law/ledger.ts';
import type { Certainty } from '../../law/provision.ts';
import { sourcedLaw, sourcesOf } from '../../law/sources.ts';

/** How many cases hang on what an act states, by scheme and {@link statementKey}. */
export type Weights = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A statement of the law: how well it is known, where it was read, and how much hangs on it. */
export interface LedgerLeaf {
  readonly certainty: Certainty;
  readonly act: string;
  /** The address in that act; of what it inserts into another act, the address of the amendment. */
  readonly at: string;
  readonly provision: string;
  /** Of an amendment of what is there: the leaf that it sets, or `repeal`. */
  readonly leaf?: string;
  /** How many golden cases use it; null where nothing was counted. */
  readonly weight: number | null;
  readonly sources: readonly Source[];
}

/** Which statements to list, and what hangs on them. */
export interface LedgerListing {
  /** Only what this scheme takes of its acts, and the cases of this scheme. */
  readonly scheme?: string;
  readonly weights?: Weights;
}

const WEAKEST_FIRST = 'UDCBA';

/** The name of a statement among {@link Weights}: the act, the provision, and the leaf that an amendment sets. */
export function statementKey(act: string, provision: string, leaf?: string, at?: string): string {
  return leaf === undefined ? `${act} ${provision}` : `${act} ${at ?? ''} ${provision} ${leaf}`;
}

/**
 * Every provision and amendment, the weakest known first, among equals that on which most golden cases hang. A provision
 * that an act inserts is known no better than the amendment around it.
 */
export function ledgerOf(law: Law, { scheme, weights }: LedgerListing = {}): LedgerLeaf[] {
  const { acts: all, actsOf } = sourcedLaw(law);
  const acts = scheme === undefined ? [...all.values()] : actsOf(scheme);
  const counts = weights && (scheme === undefined ? Object.values(weights) : [weights[scheme] ?? {}]);
  const found = acts
    .flatMap((act) => statements(act))
    .map(({ key, names, ...leaf }): LedgerLeaf => ({
      ...leaf,
      weight: counts ? counts.reduce((sum, of) => sum + (of[key] ?? 0), 0) : null,
      sources: names.flatMap((name) => sourcesOf(law).get(name) ?? []),
    }));
  const rank = ({ certainty }: LedgerLeaf): number => WEAKEST_FIRST.indexOf(certainty);
  return found.sort((a, b) => rank(a) - rank(b) || (b.weight ?? 0) - (a.weight ?? 0));
}

type Statement = Omit<LedgerLeaf, 'weight' | 'sources'> & { readonly key: string; readonly names: readonly string[] };

function statements({ act, provisions = [], amendments = [] }: Act): Statement[] {
  const own = provisions.map(({ id, at, certainty, sources = [] }) => {
    return { certainty, act, at, provision: id, key: statementKey(act, id), names: sources };
  });
  return [...own, ...amendments.map((one) => amending(act, one))];
}

function amending(act: string, amendment: Amendment): Statement {
  const { at, certainty, sources = [] } = amendment;
  if ('insert' in amendment) {
    const { id, certainty: own, sources: read = [] } = amendment.provision;
    const weaker = WEAKEST_FIRST.indexOf(own) < WEAKEST_FIRST.indexOf(certainty) ? own : certainty;
    const names = [...new Set([...read, ...sources])];
    return { certainty: weaker, act, at, provision: id, key: statementKey(act, id), names };
  }
  const { provision } = targetOf(amendment);
  const leaf = 'repeal' in amendment ? 'repeal' : 'add' in amendment ? amendment.add.leaf : amendment.replace.leaf;
  return { certainty, act, at, provision, leaf, key: statementKey(act, provision, leaf, at), names: sources };
}

const KINDS: Readonly<Record<SourceKind, Words>> = {
  'official-text': { vi: 'văn bản chính thức', en: 'official text' },
  'official-example': { vi: 'ví dụ chính thức', en: 'official example' },
  'ministry-answer': { vi: 'trả lời của bộ', en: "ministry's answer" },
  press: { vi: 'báo chí', en: 'press' },
  practice: { vi: 'thực tế áp dụng', en: 'practice' },
  inference: { vi: 'suy luận', en: 'inference' },
};

/** A source in short: its name, its kind and its date. */
export function sourceText({ source, kind, date }: Source, lang: Lang): string {
  return `${source} (${KINDS[kind][lang]}${date === undefined ? '' : `, ${dateText(date, lang)}`})`;
}

function dateText(date: string, lang: Lang): string {
  return date.length === 7 ? formatMonth(date, lang) : formatDate(date, lang);
}

/** The ledger for a reader: how many statements are known how well, each with its sources, then the sources themselves. */
export function ledgerDocument(law: Law, leaves: readonly LedgerLeaf[], lang: Lang): Document {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const title = say('Sổ nguồn: quy định yếu nhất trước', 'Source ledger: the weakest first');
  const act = (id: string): string => law.acts.get(id)?.title[lang] ?? id;
  const cited = new Map(leaves.flatMap(({ sources }) => sources).map((one) => [one.source, one]));
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: title },
    { kind: 'pairs', rows: countRows(leaves, lang) },
    {
      kind: 'table',
      columns: [
        leftColumn(say('Mức', 'Certainty')),
        rightColumn(say('Hồ sơ mẫu', 'Golden cases')),
        leftColumn(say('Văn bản, địa chỉ', 'Act and address')),
        leftColumn(say('Quy định', 'Provision')),
        leftColumn(say('Nguồn', 'Sources')),
      ],
      rows: leaves.map((one) => [
        one.certainty,
        one.weight === null ? '' : String(one.weight),
        `${act(one.act)} ${one.at}`,
        one.leaf === undefined ? one.provision : `${one.provision} ${one.leaf}`,
        one.sources.map((source) => sourceText(source, lang)).join('; '),
      ]),
    },
    { kind: 'heading', level: 2, text: say('Các nguồn', 'The sources') },
    {
      kind: 'table',
      columns: [
        leftColumn(say('Nguồn', 'Source')),
        leftColumn(say('Tên', 'Title')),
        leftColumn(say('Bản đã đọc', 'The copy that was read')),
      ],
      rows: [...cited.values()]
        .sort((a, b) => (a.source < b.source ? -1 : 1))
        .map((one) => [sourceText(one, lang), one.title[lang], one.copy ?? '']),
    },
  ];
  return { lang, title, blocks };
}

function countRows(leaves: readonly LedgerLeaf[], lang: Lang): { label: string; value: string }[] {
  return [...WEAKEST_FIRST].map((letter) => ({
    label: `${letter} (${wordLabel('certainty', letter, lang)})`,
    value: String(leaves.filter(({ certainty }) => certainty === letter).length),
  }));
}
