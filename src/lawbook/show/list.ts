import type { Lang } from '../../base/text.ts';
import type { Block, Document } from '../../explanation/document.ts';
import { reachText } from '../../explanation/context.ts';
import { formatDate } from '../../explanation/format.ts';
import type { Act } from '../../law/act.ts';
import { dayAfterText } from '../../law/change-dates.ts';
import type { Law } from '../../law/law.ts';

/** A version of a scheme in the list. */
export interface ListedVersion {
  readonly date: string;
  /** The day the next version begins; null for the last one. */
  readonly until: string | null;
  readonly hash: string;
  /** The acts of which something begins, changes or ends on that day. */
  readonly begins: readonly string[];
  readonly acts: readonly string[];
}

/** A scheme with its versions and the acts behind them. */
export interface ListedScheme {
  readonly scheme: string;
  readonly title: string;
  readonly covers: { readonly from: string; readonly until: string | null };
  readonly versions: readonly ListedVersion[];
  readonly acts: readonly {
    readonly act: string;
    readonly title: string;
    readonly issued: string;
    readonly applies: string;
  }[];
}

/** Every scheme with its versions, the acts behind each, and content hashes. */
export function listLaw(law: Law, lang: Lang): ListedScheme[] {
  return [...law.schemes.values()].map((scheme) => {
    const spans = law.versions(scheme.scheme);
    return {
      scheme: scheme.scheme,
      title: scheme.title[lang],
      covers: { from: scheme.covers.from, until: scheme.covers.until ?? null },
      versions: spans.flatMap(({ date, until }) => {
        const version = law.at(scheme.scheme, date);
        if (!version.ok) return [];
        const { hash, acts } = version.value;
        return [
          {
            date,
            until: until ?? null,
            hash,
            begins: beginning(law, scheme.scheme, date, date === spans[0]?.date),
            acts,
          },
        ];
      }),
      acts: ordered(scheme.acts, law.actsOf(scheme.scheme)).map((act) => ({
        act: act.act,
        title: act.title[lang],
        issued: act.issued,
        applies: act.applies,
      })),
    };
  });
}

/** The acts of a scheme in its own order; those that join it by amending come last. */
function ordered(names: readonly string[], acts: readonly Act[]): Act[] {
  const rank = (act: Act): number => (names.includes(act.act) ? names.indexOf(act.act) : names.length);
  return [...acts].sort((a, b) => rank(a) - rank(b));
}

/** The acts of which something takes effect on a day; on the first day of a scheme, or before it. */
export function beginning(law: Law, scheme: string, date: string, first: boolean): string[] {
  const starts = (from: string): boolean => (first ? from <= date : from === date);
  const ends = (until: string | undefined): boolean => dayAfterText(until) === date;
  return law
    .actsOf(scheme)
    .filter(
      (act) =>
        (act.provisions ?? []).some((one) => starts(one.from ?? act.applies) || ends(one.until)) ||
        (act.amendments ?? []).some(
          (one) => starts(one.from ?? act.applies) || ends(one.until) || ('insert' in one && ends(one.provision.until)),
        ),
    )
    .map((act) => act.act);
}

/** The list for a reader. */
export function listDocument(law: Law, lang: Lang): Document {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const title = say('Các chế độ và phiên bản', 'Schemes and versions');
  const blocks = listLaw(law, lang).flatMap((scheme): Block[] => [
    { kind: 'heading', level: 1, text: `${scheme.title} (${scheme.scheme})` },
    {
      kind: 'table',
      columns: [
        { title: say('Phiên bản', 'Version'), align: 'left' },
        { title: say('Đến trước', 'Until before'), align: 'left' },
        { title: say('Văn bản bắt đầu áp dụng', 'Acts that begin'), align: 'left' },
        { title: say('Mã băm nội dung', 'Content hash'), align: 'left' },
      ],
      rows: scheme.versions.map((one) => [
        `${scheme.scheme}@${one.date}`,
        one.until === null ? '' : formatDate(one.until, lang),
        one.begins.join(', '),
        one.hash.slice(0, 'sha256:'.length + 16),
      ]),
    },
    { kind: 'heading', level: 2, text: say('Các văn bản', 'The acts') },
    {
      kind: 'table',
      columns: [
        { title: say('Văn bản', 'Act'), align: 'left' },
        { title: say('Tên', 'Title'), align: 'left' },
        { title: say('Ban hành', 'Issued'), align: 'left' },
        { title: say('Áp dụng từ', 'Applies from'), align: 'left' },
      ],
      rows: scheme.acts.map((act) => [act.act, act.title, formatDate(act.issued, lang), formatDate(act.applies, lang)]),
    },
  ]);
  const reach = reachText(law, lang);
  return { lang, title, blocks: reach === undefined ? blocks : [{ kind: 'text', text: reach }, ...blocks] };
}
