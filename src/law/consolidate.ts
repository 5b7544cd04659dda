import { canonicalJson } from '../base/canonical-json.ts';
import { nearest } from '../base/text.ts';
import { ruleFault } from '../messages/rule-faults.ts';
import { targetOf, type Act, type Insert, type Target } from './act.ts';
import { leafFault, overlaps, readLeaf, writeLeaf, type Json } from './leaf.ts';
import type { Change } from './change.ts';
import type { Provision } from './provision.ts';
import { invalid, problem, sameDay, type DatedAmendment, type ProvisionCheck, type RuleIssue } from './rule-issue.ts';

/** A provision as it stands at a date: content, the act it stands in, and every change made to it so far. */
export interface Consolidated {
  readonly provision: Provision;
  readonly act: string;
  readonly since: string;
  readonly changes: readonly Change[];
}

interface Slot {
  provision: Provision;
  act: string;
  since: string;
  changes: Change[];
}

/**
 * The law of these acts as it stands at a date. The order of the acts does not matter. With a `check`, every provision
 * that an act changes is checked as it stands after all that the act changes in it on that day.
 */
export function consolidate(
  acts: readonly Act[],
  date: string,
  check: ProvisionCheck = () => [],
): { provisions: Map<string, Consolidated>; issues: RuleIssue[] } {
  const slots = new Map<string, Slot>();
  const issues: RuleIssue[] = [];
  const ordered = [...acts].sort((a, b) => (a.act < b.act ? -1 : 1));
  for (const act of ordered)
    for (const provision of act.provisions ?? []) place(slots, issues, act, provision, act.act);
  const amendments = amendmentsOf(ordered);
  for (const each of amendments) if (ended(each, each.from)) issues.push(problem(each, 'never-holds'));
  const holding = amendments.filter((each) => each.from <= date && !ended(each, date));
  const touched = new Map<Slot, Provision>();
  for (const [index, each] of holding.entries()) {
    apply(slots, issues, acts, each, touched);
    const next = holding[index + 1];
    if (next?.act === each.act && next.from === each.from) continue;
    for (const [slot, before] of touched) issues.push(...invalid(slot, before, each, check));
    touched.clear();
  }
  const inForce = [...slots].filter(
    ([, slot]) => slot.since <= date && !(slot.provision.until && slot.provision.until < date),
  );
  return { provisions: new Map(inForce.sort(([a], [b]) => (a < b ? -1 : 1))), issues };
}

/** Whether an amendment no longer holds on a day. */
function ended({ until }: DatedAmendment, date: string): boolean {
  return until !== undefined && until < date;
}

/** The amendments of the acts in the order in which they are laid over the law. */
function amendmentsOf(acts: readonly Act[]): DatedAmendment[] {
  const all = acts.flatMap((act) =>
    (act.amendments ?? []).map((amendment, order) => {
      return { act, amendment, order, from: amendment.from ?? act.applies, until: amendment.until };
    }),
  );
  const rank = (each: DatedAmendment): number => ('insert' in each.amendment ? 0 : 'repeal' in each.amendment ? 2 : 1);
  return all.sort(
    (a, b) => compare(a.from, b.from) || rank(a) - rank(b) || compare(a.act.act, b.act.act) || a.order - b.order,
  );
}

function place(slots: Map<string, Slot>, issues: RuleIssue[], act: Act, provision: Provision, into: string): void {
  const stated = slots.get(provision.id);
  if (stated) {
    const by = stated.changes[0]?.act ?? stated.act;
    issues.push({
      code: 'duplicate-provision',
      act: act.act,
      at: provision.at,
      provision: provision.id,
      other: by,
      message: ruleFault('duplicate-provision', {
        act: act.act,
        provision: provision.id,
        there: stated.act,
        at: stated.provision.at,
        by,
      }),
    });
    return;
  }
  slots.set(provision.id, { provision, act: into, since: provision.from ?? act.applies, changes: [] });
}

function apply(
  slots: Map<string, Slot>,
  issues: RuleIssue[],
  acts: readonly Act[],
  each: DatedAmendment,
  touched: Map<Slot, Provision>,
): void {
  const { amendment } = each;
  if ('insert' in amendment) {
    insert(slots, issues, acts, each, amendment);
    return;
  }
  const target = targetOf(amendment);
  const slot = find(slots, issues, acts, each, target);
  if (!slot) return;
  if ('repeal' in amendment) {
    if (quoted(each, issues, amendment.expect, slot.provision.when ?? null)) slots.delete(target.provision);
    return;
  }
  const before = slot.provision;
  change(slot, issues, each);
  if (slot.provision !== before && !touched.has(slot)) touched.set(slot, before);
}

function insert(
  slots: Map<string, Slot>,
  issues: RuleIssue[],
  acts: readonly Act[],
  each: DatedAmendment,
  amendment: Insert,
): void {
  const { act, from, until } = each;
  const into = acts.find((one) => one.act === amendment.insert);
  if (!into) {
    issues.push(problem(each, 'unknown-act', 'inserts-into-unknown-act', { near: nearAct(acts, amendment.insert) }));
    return;
  }
  const starts = amendment.provision.from ?? from;
  if (starts < into.applies)
    issues.push(problem(each, 'before-target', 'before-act', { from: starts, since: into.applies }));
  const before = slots.has(amendment.provision.id);
  place(slots, issues, act, amendment.provision, amendment.insert);
  const slot = slots.get(amendment.provision.id);
  if (before || !slot) return;
  slot.since = starts;
  if (amendment.insert !== act.act)
    slot.changes.push({ leaf: '', ...originOf(each), ...(until === undefined ? {} : { until }) });
}

/** Who makes a change, where, since when, and with what weight. */
function originOf({
  act,
  amendment,
  from,
}: DatedAmendment): Pick<Change, 'act' | 'at' | 'certainty' | 'from' | 'kind'> {
  const kind = act.kind === 'guidance' ? 'guidance' : 'amending';
  return { act: act.act, at: amendment.at, certainty: amendment.certainty, from, kind };
}

function change(slot: Slot, issues: RuleIssue[], each: DatedAmendment): void {
  const { act, amendment, from, until } = each;
  if (!('add' in amendment) && !('replace' in amendment)) return;
  const leaf = 'add' in amendment ? amendment.add.leaf : amendment.replace.leaf;
  const current = slot.provision as unknown as Json;
  const impossible = leafFault(current, leaf);
  if (impossible) {
    issues.push(problem(each, impossible.fault, impossible.fault, { ...impossible, leaf }));
    return;
  }
  const before = readLeaf(current, leaf);
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
  slot.provision = writeLeaf(current, leaf.split('.'), after) as unknown as Provision;
  slot.changes.push({
    leaf,
    ...originOf(each),
    ...(until === undefined ? {} : { until }),
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
    issues.push(problem(each, 'unknown-act', 'unknown-act', { near: nearAct(acts, target.act) }));
  } else if (!slot || slot.act !== target.act) {
    const ids = [...slots.values()].filter((one) => one.act === target.act).map((one) => one.provision.id);
    issues.push(problem(each, 'missing-target', 'missing-target', { near: nearest(target.provision, ids) }));
  } else if (slot.provision.at !== target.at) {
    const where = { stands: slot.provision.at, aimed: target.at };
    issues.push(problem(each, 'wrong-address', 'wrong-address', where));
  } else if (each.from < slot.since) {
    issues.push(problem(each, 'before-target', 'before-target', { from: each.from, since: slot.since }));
  } else {
    return slot;
  }
  return undefined;
}

function nearAct(acts: readonly Act[], name: string): string | undefined {
  return nearest(
    name,
    acts.map((one) => one.act),
  );
}

function quoted(each: DatedAmendment, issues: RuleIssue[], expect: unknown, stands: unknown): boolean {
  if (textOf(expect) === textOf(stands)) return true;
  const shown = (value: unknown): string => (isFinite(value) ? JSON.stringify(value ?? null) : String(value));
  const texts = { expects: shown(expect), finds: shown(stands) };
  issues.push(problem(each, 'different-text', 'different-text', texts));
  return false;
}

/** The canonical text of a value; of one that no rule file can hold, something that no rule file says. */
function textOf(value: unknown): string {
  return isFinite(value) ? canonicalJson(value ?? null) : String(value);
}

/** Whether a value is no number, or one that can be written out (YAML knows `.inf` and `.nan`). */
function isFinite(value: unknown): boolean {
  return typeof value !== 'number' || Number.isFinite(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
