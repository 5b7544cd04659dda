import type { Lang } from '../../base/text.ts';
import type { Block, Document } from '../../explanation/document.ts';
import type { Diff } from '../diff/diff.ts';
import type { By, ProvisionDifference } from '../diff/provisions.ts';
import type { RouteDifference } from '../diff/meaning.ts';
import type { Law } from '../../law/law.ts';
import type { LawVersion } from '../../law/version.ts';
import { formatDate } from '../../explanation/format.ts';
import type { Change } from '../../law/change.ts';
import { numberedAct } from '../../law/citation.ts';
import { compareAddresses } from './address.ts';
import { leafText } from './blame.ts';
import { changedParts, changedText } from './changed.ts';
import { citedAt, clauseUnknown } from './cited.ts';
import { certaintyText, closed, placeLabel } from './plain-document.ts';
import { LawReader } from './reader.ts';
import { sentence } from './sentence.ts';
import { formulaText, whereText } from './where.ts';

/** A comparison of two versions for a reader: by provision, then by meaning. `codes`: with those of the rule files. */
export function diffDocument(
  law: Law,
  versions: readonly [LawVersion, LawVersion],
  diff: Diff,
  lang: Lang,
  codes = false,
): Document {
  const [before, after] = versions.map((version) => new LawReader(law, version, lang, !codes)) as [
    LawReader,
    LawReader,
  ];
  const name = ({ scheme, date }: Diff['before']): string => `${scheme}@${date}`;
  const title = codes ? `${name(diff.before)} → ${name(diff.after)}` : plainTitle(law, diff, lang);
  const { say } = { say: (vi: string, en: string) => after.say(vi, en) };
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: title }];
  if (diff.provisions.length === 0) {
    blocks.push({ kind: 'text', text: say('Hai phiên bản giống nhau.', 'The two versions are the same.') });
    return { lang, title, blocks };
  }
  blocks.push({ kind: 'heading', level: 2, text: say('Theo quy định', 'By provision') });
  blocks.push(codes ? provisionSteps(before, after, diff.provisions) : plainSteps(before, after, diff.provisions));
  blocks.push({ kind: 'heading', level: 2, text: say('Theo ý nghĩa', 'By meaning') });
  blocks.push({ kind: 'text', tone: 'muted', text: scope(say) });
  if (diff.meaning.length === 0) {
    blocks.push({
      kind: 'text',
      text: say('Không ai được trả khác đi theo công thức.', 'Nobody is paid by another formula.'),
    });
  }
  for (const route of diff.meaning) blocks.push(...routeBlocks(before, after, route));
  return { lang, title, blocks };
}

function plainTitle(law: Law, { before, after }: Diff, lang: Lang): string {
  const name = ({ scheme }: Diff['before']): string => law.schemes.get(scheme)?.title[lang] ?? scheme;
  const day = ({ date }: Diff['before']): string => formatDate(date, lang);
  if (before.scheme === after.scheme) return `${name(before)}: ${day(before)} → ${day(after)}`;
  return `${name(before)}, ${day(before)} → ${name(after)}, ${day(after)}`;
}

/** The provisions that changed, as a lawyer names them: by act and address, with what is said before and after. */
function plainSteps(before: LawReader, after: LawReader, provisions: readonly ProvisionDifference[]): Block {
  const { law, lang } = after;
  const say = (vi: string, en: string): string => after.say(vi, en);
  const words = {
    added: say('thêm', 'added'),
    repealed: say('bãi bỏ', 'repealed'),
    changed: say('sửa đổi', 'changed'),
  };
  const acts = [...new Set([...before.version.acts, ...after.version.acts])];
  const ordered = [...provisions].sort(
    (a, b) => acts.indexOf(a.act) - acts.indexOf(b.act) || compareAddresses(a.at, b.at),
  );
  return {
    kind: 'steps',
    steps: ordered.map((one) => {
      const [old, now] = [before, after].map((reader) => reader.version.provisions.get(one.id)?.provision);
      const parts =
        old && now ? changedParts({ reader: before, provision: old }, { reader: after, provision: now }) : [];
      const whole = now ? sentence(after, now) : old ? sentence(before, old) : '';
      const by = [one.by, ...one.leaves.map((leaf) => leaf.by)].flatMap((found) => found ?? []);
      const changes = [after, before].flatMap((reader) => reader.version.provisions.get(one.id)?.changes ?? []);
      const own = one.change === 'added' && by.length === 0 ? [{ act: one.act, at: one.at }] : by;
      const act = numberedAct(law.acts.get(one.act), one.act, lang);
      return {
        label: `${placeLabel(one.at, lang)}, ${act} (${words[one.change]})`,
        text: parts.length === 0 ? closed(whole) : closed(parts.map(changedText).join('; ')),
        notes: [
          ...(parts.length === 0 ? [] : [`${say('Nay là', 'It now says')}: ${closed(whole)}`]),
          ...(one.certainty === 'A' ? [] : [certaintyText(after, one.certainty)]),
        ],
        remedies: [],
        basis: [...new Set(own.map((found) => byText(after, found, changes)))],
      };
    }),
  };
}

function byText({ law, lang }: LawReader, found: By, changes: readonly Change[]): string {
  const change = changes.find((one) => one.act === found.act && one.at === found.at);
  return citedAt(law, found, lang, true) + (change ? clauseUnknown(change, lang) : '');
}

function scope(say: (vi: string, en: string) => string): string {
  return say(
    'Số tháng của mức tính, cùng một hồ sơ dưới hai phiên bản, với cách hiểu mặc định; người không đủ điều kiện ở cả hai phiên bản không nêu. Thay đổi về cách đo thời gian và về tiền lương xem ở phần theo quy định.',
    'Months of the base, one case under both versions, at the default readings; who is entitled under neither is left out. For changes in how time is measured and in the salary see the part by provision.',
  );
}

function provisionSteps(before: LawReader, after: LawReader, provisions: readonly ProvisionDifference[]): Block {
  const say = (vi: string, en: string): string => after.say(vi, en);
  const words = { added: say('thêm', 'added'), repealed: say('bãi bỏ', 'repealed'), changed: say('sửa', 'changed') };
  const text = (found: By): string => `${after.act(found.act)} ${found.at}`;
  return {
    kind: 'steps',
    steps: provisions.map((one) => {
      const reader = one.change === 'added' ? after : before;
      const provision = reader.version.provisions.get(one.id)?.provision;
      const leaves = one.leaves.map((leaf) => `${leaf.leaf}: ${leafText(leaf.before)} → ${leafText(leaf.after)}`);
      const by = [one.by, ...one.leaves.map((leaf) => leaf.by)].flatMap((found) => (found ? [text(found)] : []));
      const own = one.change === 'added' && by.length === 0 ? [text({ act: one.act, at: one.at })] : by;
      return {
        label: `${words[one.change]} ${one.at}, ${after.act(one.act)} [${one.id}]`,
        text: one.change === 'changed' ? leaves.join('; ') : provision ? sentence(reader, provision) : '',
        notes: [],
        remedies: [],
        basis: [...new Set(own)],
      };
    }),
  };
}

function routeBlocks(
  before: LawReader,
  after: LawReader,
  { route, entitlement, benefits, limits = [] }: RouteDifference,
): Block[] {
  const say = (vi: string, en: string): string => after.say(vi, en);
  const reader = after.version.routes.some((one) => one.route === route) ? after : before;
  const blocks: Block[] = [{ kind: 'heading', level: 2, text: reader.name('route', route) }];
  if (entitlement.length > 0) {
    blocks.push({
      kind: 'list',
      items: entitlement.map(({ where, change }) => ({
        tone: change === 'newly-entitled' ? 'good' : 'warning',
        text: `${change === 'newly-entitled' ? say('Thêm người đủ điều kiện', 'Newly entitled') : say('Không còn đủ điều kiện', 'No longer entitled')}: ${whereText(change === 'newly-entitled' ? after : before, where)}`,
      })),
    });
  }
  const none = say('không', 'nothing');
  for (const { where, before: one, after: two } of limits) {
    const text = (limit: string | null): string =>
      limit === null ? none : limit === 'none' ? say('không giới hạn', 'no limit') : formulaText(after, limit);
    const cases = whereText(two === null ? before : after, where);
    const title = say('Mức tối đa của tổng các khoản', 'Limit over the sum');
    blocks.push({ kind: 'text', text: `${title}: ${cases}: ${text(one)} → ${text(two)}` });
  }
  for (const { benefit, boxes } of benefits) {
    const own = after.version.benefits(route).includes(benefit) ? after : before;
    blocks.push({ kind: 'text', tone: 'strong', text: own.name('benefit', benefit) });
    blocks.push({
      kind: 'table',
      columns: [
        { title: say('Trường hợp', 'Cases'), align: 'left' },
        { title: say('Trước', 'Before'), align: 'left' },
        { title: say('Sau', 'After'), align: 'left' },
        { title: say('Chênh lệch', 'Difference'), align: 'left' },
      ],
      rows: boxes.map((box) => [
        whereText(box.after === null ? before : after, box.where),
        box.before === null ? none : formulaText(after, box.before),
        box.after === null ? none : formulaText(after, box.after),
        formulaText(after, box.difference),
      ]),
    });
  }
  return blocks;
}
