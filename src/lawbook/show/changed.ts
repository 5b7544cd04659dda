import { canonicalJson } from '../../base/canonical-json.ts';
import { formatDate } from '../../explanation/format.ts';
import { FACT_LABELS } from '../../explanation/labels.ts';
import type { BenefitProvision, Condition, Provision } from '../../law/provision.ts';
import type { FactName } from '../../law/vocabulary.ts';
import type { LawReader } from './reader.ts';
import { sentence } from './sentence.ts';
import { limitsText, paidText } from './sentence-benefits.ts';
import { wordLabel } from '../../explanation/labels.ts';

/** A provision as one version has it, with the reader of that version. */
export interface Side {
  readonly reader: LawReader;
  readonly provision: Provision;
}

/** What changed in a provision, named as a reader of the law names it. */
export interface Changed {
  /** The first parts of the dotted paths that it covers: `when.monthsEarly`, `terms`. */
  readonly leaves: readonly string[];
  /** "mức hưởng"; empty where the whole sentence stands on both sides. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

const PAID = ['base', 'terms', 'cap', 'least', 'most'];
/** What a sentence of the law does not tell. */
const UNSAID = ['id', 'kind', 'sources'];

/** What differs between two wordings of one provision, in words. */
export function changedParts(before: Side, after: Side): Changed[] {
  const names = differing(before.provision, after.provision).filter((name) => !UNSAID.includes(name));
  const found: Changed[] = [];
  if (names.includes('when')) found.push(...conditionParts(before, after));
  const paid = names.filter((name) => PAID.includes(name));
  if (before.provision.kind === 'benefit' && after.provision.kind === 'benefit' && paid.length > 0) {
    const say = (vi: string, en: string): string => after.reader.say(vi, en);
    const text = ({ reader, provision }: Side): string =>
      `${paidText(reader, provision as BenefitProvision)}${limitsText(reader, provision as BenefitProvision)}`;
    found.push({ leaves: paid, what: say('mức hưởng', 'what is paid'), before: text(before), after: text(after) });
  }
  const shown = found.flatMap((one) => one.leaves);
  const rest = names.filter((name) => name !== 'when' && !shown.includes(name));
  found.push(...rest.flatMap((name) => headPart(before, after, name) ?? []));
  const unnamed = rest.filter((name) => !found.some((one) => one.leaves.includes(name)));
  if (unnamed.length > 0) found.push(wholePart(before, after, unnamed));
  return found;
}

/** The names of the parts in which two values differ. */
function differing(one: object, two: object): string[] {
  const [left, right] = [one, two] as [Record<string, unknown>, Record<string, unknown>];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].filter((name) => canonicalJson(left[name] ?? null) !== canonicalJson(right[name] ?? null));
}

function conditionParts(before: Side, after: Side): Changed[] {
  const [one, two] = [before.provision.when ?? {}, after.provision.when ?? {}] as [Condition, Condition];
  return differing(one, two).map((fact): Changed => {
    const leaves = [`when.${fact}`];
    const lists = [one, two].map((when) => (when as Record<string, unknown>)[fact]);
    const listed = listPart(before, after, fact, lists[0], lists[1]);
    if (listed) return { leaves, ...listed };
    const text = ({ reader }: Side, test: unknown): string =>
      test === undefined ? reader.say('không có', 'none') : reader.condition({ [fact]: test } as Condition);
    const what = after.reader.say('điều kiện', 'condition');
    return { leaves, what, before: text(before, lists[0]), after: text(after, lists[1]) };
  });
}

/** Of two lists of words, what came in and what went out. */
function listPart(
  before: Side,
  after: Side,
  fact: string,
  one: unknown,
  two: unknown,
): Omit<Changed, 'leaves'> | undefined {
  if (!Array.isArray(one) || !Array.isArray(two)) return undefined;
  const [old, now] = [one as string[], two as string[]];
  const gone = old.filter((word) => !now.includes(word));
  const come = now.filter((word) => !old.includes(word));
  const label = Object.hasOwn(FACT_LABELS, fact) ? FACT_LABELS[fact as FactName][after.reader.lang] : fact;
  const say = (vi: string, en: string): string => after.reader.say(vi, en);
  if (gone.length > 0 && come.length > 0)
    return { what: label, before: before.reader.names(fact, old), after: after.reader.names(fact, now) };
  const [what, words, reader] =
    come.length > 0 ? [say('thêm', 'added'), come, after.reader] : [say('bớt', 'removed'), gone, before.reader];
  return { what: `${label}, ${what}`, before: '', after: reader.names(fact, words) };
}

/** Parts that every provision, or a few kinds, may have. */
function headPart({ provision: one }: Side, { reader, provision: two }: Side, name: string): Changed | undefined {
  const { lang } = reader;
  const say = (vi: string, en: string): string => reader.say(vi, en);
  const none = say('không có', 'none');
  const part = (what: string, text: (value: unknown) => string): Changed => {
    const [old, now] = [one, two].map((side) => (side as unknown as Record<string, unknown>)[name]);
    const said = (value: unknown): string => (value === undefined ? none : text(value));
    return { leaves: [name], what, before: said(old), after: said(now) };
  };
  switch (name) {
    case 'certainty':
      return part(say('mức chắc chắn', 'certainty'), (letter) => wordLabel('certainty', String(letter), lang));
    case 'from':
      return part(say('áp dụng từ ngày', 'holds from'), (day) => formatDate(String(day), lang));
    case 'until':
      return part(say('áp dụng đến hết ngày', 'holds until'), (day) => formatDate(String(day), lang));
    case 'months':
    case 'upToMonths':
      return part(say('số tháng', 'number of months'), (months) => String(months));
    default:
      return undefined;
  }
}

function wholePart(before: Side, after: Side, leaves: readonly string[]): Changed {
  const text = ({ reader, provision }: Side): string => sentence(reader, provision);
  return { leaves, what: '', before: text(before), after: text(after) };
}

/** A change as one line: "mức hưởng: 1 tháng → 0,9 tháng". */
export function changedText({ what, before, after }: Changed): string {
  const sides = before === '' ? after : `${before} → ${after}`;
  return what === '' ? sides : `${what}: ${sides}`;
}
