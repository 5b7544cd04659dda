import { dayAfter, dayText, parseDay } from '../base/calendar.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import type { Words } from '../base/text.ts';
import type { Params } from '../messages/issue.ts';
import { ruleFault, type RuleFault } from '../messages/rule-faults.ts';
import { targetOf, type Act, type Amendment, type Target } from './act.ts';
import type { Certainty, Provision } from './provision.ts';

/** One change that an act made to a provision. */
export interface Change {
  /** Dotted path of the leaf; empty when the whole provision was inserted. */
  readonly leaf: string;
  readonly act: string;
  readonly at: string;
  readonly certainty: Certainty;
  readonly from: string;
  /** Whether the act amends the law, or only guides its reading. */
  readonly kind: 'amending' | 'guidance';
  /** What stood there before; undefined for an insertion. */
  readonly before?: unknown;
  /** What stands there since; undefined when removed. */
  readonly after?: unknown;
  /** The item, when the change only added one to a list. */
  readonly added?: unknown;
}

/** A provision as it stands at a date: content, the act it stands in, and every change made to it so far. */
export interface Consolidated {
  readonly provision: Provision;
  readonly act: string;
  readonly since: string;
  readonly changes: readonly Change[];
}

/** Something wrong with the rule files, by act and address. */
export interface RuleIssue {
  readonly code: string;
  readonly act: string;
  readonly at: string;
  readonly provision?: string;
  readonly message: Words;
  /** The other act of a conflict. */
  readonly other?: string;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

interface Slot {
  provision: Provision;
  act: string;
  since: string;
  changes: Change[];
}

interface DatedAmendment {
  readonly act: Act;
  readonly amendment: Amendment;
  readonly from: string;
  readonly order: number;
}

/** The dates on which the consolidated law of these acts changes, ascending, none before `first`. */
export function changeDates(acts: readonly Act[], first: string): string[] {
  const dates = new Set<string>([first]);
  const add = (date: string | undefined): void => {
    if (date !== undefined && date > first) dates.add(date);
  };
  for (const act of acts) {
    for (const provision of act.provisions ?? []) {
      add(provision.from ?? act.applies);
      if (provision.until !== undefined) add(dayAfterText(provision.until));
    }
    for (const amendment of act.amendments ?? []) {
      add(amendment.from ?? act.applies);
      if ('insert' in amendment && amendment.provision.until !== undefined)
        add(dayAfterText(amendment.provision.until));
    }
  }
  return [...dates].sort();
}

/** The law of these acts as it stands at a date. The order of the acts does not matter. */
export function consolidate(
  acts: readonly Act[],
  date: string,
): { provisions: Map<string, Consolidated>; issues: RuleIssue[] } {
  const slots = new Map<string, Slot>();
  const issues: RuleIssue[] = [];
  const ordered = [...acts].sort((a, b) => (a.act < b.act ? -1 : 1));
  for (const act of ordered)
    for (const provision of act.provisions ?? []) place(slots, issues, act, provision, act.act);
  for (const each of amendmentsUntil(ordered, date)) apply(slots, issues, acts, each);
  const inForce = [...slots].filter(
    ([, slot]) => slot.since <= date && !(slot.provision.until && slot.provision.until < date),
  );
  return { provisions: new Map(inForce.sort(([a], [b]) => (a < b ? -1 : 1))), issues };
}

function amendmentsUntil(acts: readonly Act[], date: string): DatedAmendment[] {
  const all = acts.flatMap((act) =>
    (act.amendments ?? []).map((amendment, order) => ({ act, amendment, order, from: amendment.from ?? act.applies })),
  );
  const rank = (each: DatedAmendment): number => ('insert' in each.amendment ? 0 : 'repeal' in each.amendment ? 2 : 1);
  return all
    .filter((each) => each.from <= date)
    .sort((a, b) => compare(a.from, b.from) || rank(a) - rank(b) || compare(a.act.act, b.act.act) || a.order - b.order);
}

function place(slots: Map<string, Slot>, issues: RuleIssue[], act: Act, provision: Provision, into: string): void {
  const there = slots.get(provision.id);
  if (there) {
    const by = there.changes[0]?.act ?? there.act;
    issues.push({
      code: 'duplicate-provision',
      act: act.act,
      at: provision.at,
      provision: provision.id,
      other: by,
      message: ruleFault('duplicate-provision', {
        act: act.act,
        provision: provision.id,
        there: there.act,
        at: there.provision.at,
        by,
      }),
    });
    return;
  }
  slots.set(provision.id, { provision, act: into, since: provision.from ?? act.applies, changes: [] });
}

function apply(slots: Map<string, Slot>, issues: RuleIssue[], acts: readonly Act[], each: DatedAmendment): void {
  const { act, amendment, from } = each;
  const kind = act.kind === 'guidance' ? 'guidance' : 'amending';
  if ('insert' in amendment) {
    if (!acts.some((one) => one.act === amendment.insert)) {
      issues.push(problem(each, 'unknown-act', 'inserts-into-unknown-act'));
      return;
    }
    const before = slots.has(amendment.provision.id);
    place(slots, issues, act, amendment.provision, amendment.insert);
    const slot = slots.get(amendment.provision.id);
    if (!before && slot) {
      slot.since = amendment.provision.from ?? from;
      const origin = { act: act.act, at: amendment.at, certainty: amendment.certainty, from };
      if (amendment.insert !== act.act) slot.changes.push({ leaf: '', ...origin, kind });
    }
    return;
  }
  const target = targetOf(amendment);
  const slot = find(slots, issues, acts, each, target);
  if (!slot) return;
  if ('repeal' in amendment) {
    if (quoted(each, issues, amendment.expect, slot.provision.when ?? null)) slots.delete(target.provision);
    return;
  }
  change(slot, issues, each, kind);
}

function change(slot: Slot, issues: RuleIssue[], each: DatedAmendment, kind: Change['kind']): void {
  const { act, amendment, from } = each;
  if (!('add' in amendment) && !('replace' in amendment)) return;
  const leaf = 'add' in amendment ? amendment.add.leaf : amendment.replace.leaf;
  const before = read(slot.provision as unknown as Json, leaf);
  const rival = slot.changes.find(
    (other) => other.from === from && other.act !== act.act && overlaps(other.leaf, leaf),
  );
  if (rival) {
    issues.push(sameDay(slot, rival, { act: act.act, at: amendment.at, leaf, from }));
    return;
  }
  if (!quoted(each, issues, amendment.expect, before ?? null)) return;
  if ('add' in amendment && !Array.isArray(before)) {
    issues.push(problem(each, 'not-a-list', 'not-a-list', { leaf }));
    return;
  }
  const after = 'add' in amendment ? [...(before as Json[]), amendment.with as Json] : (amendment.with as Json);
  slot.provision = write(slot.provision as unknown as Json, leaf.split('.'), after) as unknown as Provision;
  const origin = { leaf, act: act.act, at: amendment.at, certainty: amendment.certainty, from, kind };
  slot.changes.push({
    ...origin,
    ...(before === undefined ? {} : { before }),
    ...(after === null ? {} : { after }),
    ...('add' in amendment ? { added: amendment.with } : {}),
  });
}

function find(
  slots: Map<string, Slot>,
  issues: RuleIssue[],
  acts: readonly Act[],
  each: DatedAmendment,
  target: Target,
): Slot | undefined {
  const slot = slots.get(target.provision);
  if (!acts.some((act) => act.act === target.act)) {
    issues.push(problem(each, 'unknown-act'));
  } else if (!slot || slot.act !== target.act) {
    issues.push(problem(each, 'missing-target'));
  } else if (slot.provision.at !== target.at) {
    const where = { stands: slot.provision.at, aimed: target.at };
    issues.push(problem(each, 'wrong-address', 'wrong-address', where));
  } else {
    return slot;
  }
  return undefined;
}

function quoted(each: DatedAmendment, issues: RuleIssue[], expect: unknown, stands: unknown): boolean {
  if (canonicalJson(expect ?? null) === canonicalJson(stands ?? null)) return true;
  const texts = { expects: JSON.stringify(expect ?? null), finds: JSON.stringify(stands ?? null) };
  issues.push(problem(each, 'different-text', 'different-text', texts));
  return false;
}

/** Two acts that set one leaf on one day leave the law undecided. */
function sameDay(slot: Slot, early: Change, late: Pick<Change, 'act' | 'at' | 'leaf' | 'from'>): RuleIssue {
  const { id } = slot.provision;
  return {
    code: 'same-day-conflict',
    act: late.act,
    at: late.at,
    provision: id,
    other: early.act,
    message: ruleFault('same-day-conflict', { ...late, other: early.act, otherAt: early.at, provision: id }),
  };
}

/** Whether one leaf is the other or stands inside it. */
function overlaps(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a === b || a.startsWith(b + '.') || b.startsWith(a + '.'));
}

function problem(each: DatedAmendment, code: RuleFault, fault: RuleFault = code, params: Params = {}): RuleIssue {
  const { act, amendment } = each;
  const provision = 'insert' in amendment ? amendment.provision.id : targetOf(amendment).provision;
  const other = 'insert' in amendment ? amendment.insert : targetOf(amendment).act;
  const place = { act: act.act, at: amendment.at, provision, other };
  return { code, ...place, message: ruleFault(fault, { ...place, ...params }) };
}

function read(value: Json, leaf: string): Json | undefined {
  let at: Json | undefined = value;
  for (const key of leaf.split('.')) {
    if (at === null || typeof at !== 'object') return undefined;
    at = Array.isArray(at) ? at[Number(key)] : Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
}

function write(value: Json | undefined, path: readonly string[], leaf: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return leaf;
  if (Array.isArray(value)) {
    const copy = [...value];
    const index = Number(key);
    if (rest.length === 0 && leaf === null) copy.splice(index, 1);
    else copy[index] = write(copy[index], rest, leaf);
    return copy;
  }
  const copy: { [key: string]: Json } = value !== null && typeof value === 'object' ? { ...value } : {};
  if (rest.length === 0 && leaf === null) {
    return Object.fromEntries(Object.entries(copy).filter(([name]) => name !== key));
  }
  copy[key] = write(copy[key], rest, leaf);
  return copy;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function dayAfterText(date: string): string {
  const day = parseDay(date);
  return day === undefined ? date : dayText(dayAfter(day));
}
