import type { Words } from '../base/text.ts';
import type { Params } from '../messages/issue.ts';
import { ruleFault, ruleFaultIn, type RuleFault } from '../messages/rule-faults.ts';
import { targetOf, type Act, type Amendment } from './act.ts';
import type { Change } from './change.ts';
import { overlaps } from './leaf.ts';
import type { Provision } from './provision.ts';

/** Something wrong with the rule files, by act and address. */
export interface RuleIssue {
  readonly code: string;
  readonly act: string;
  readonly at: string;
  readonly provision?: string;
  readonly message: Words;
  /** The leaf that an amendment aims at. */
  readonly leaf?: string;
  /** The other act of a conflict. */
  readonly other?: string;
}

/** Something wrong inside a provision: the dotted path, the reason, and the known word most like a wrong one. */
export interface InnerFault {
  readonly path: string;
  readonly why: Words;
  readonly near?: string | undefined;
}

/** Tells what is wrong with a provision by itself. */
export type ProvisionCheck = (provision: Provision) => readonly InnerFault[];

/** A provision with the changes made to it. */
interface Changed {
  readonly provision: Provision;
  readonly changes: readonly Change[];
}

/** An amendment with its act and the days on which it holds. */
export interface DatedAmendment {
  readonly act: Act;
  readonly amendment: Amendment;
  readonly from: string;
  readonly until: string | undefined;
  readonly order: number;
}

/** What is wrong with a provision after an act has changed it, unless it was wrong before. */
export function invalid(slot: Changed, before: Provision, each: DatedAmendment, check: ProvisionCheck): RuleIssue[] {
  const faults = check(slot.provision);
  if (faults.length === 0 || check(before).length > 0) return [];
  return faults.map(({ path, why, near }) => {
    const own = slot.changes.filter((one) => one.act === each.act.act && one.from === each.from);
    const by = own.findLast((one) => overlaps(one.leaf, path)) ?? own.at(-1);
    const { id } = slot.provision;
    const place = { act: each.act.act, at: by?.at ?? each.amendment.at, provision: id, leaf: by?.leaf ?? path };
    const params = { ...place, path, near };
    const message = ruleFaultIn('invalid-provision', {
      vi: { ...params, why: why.vi },
      en: { ...params, why: why.en },
    });
    return { code: 'invalid-provision', ...place, message };
  });
}

/** Two acts that set one leaf on one day leave the law undecided. */
export function sameDay(slot: Changed, early: Change, late: Pick<Change, 'act' | 'at' | 'leaf' | 'from'>): RuleIssue {
  const { id } = slot.provision;
  return {
    code: 'same-day-conflict',
    act: late.act,
    at: late.at,
    provision: id,
    leaf: late.leaf,
    other: early.act,
    message: ruleFault('same-day-conflict', { ...late, other: early.act, otherAt: early.at, provision: id }),
  };
}

/** A fault of an amendment: by default its code names the fault. */
export function problem(
  each: DatedAmendment,
  code: RuleFault,
  fault: RuleFault = code,
  params: Params = {},
): RuleIssue {
  const { act, amendment, from, until } = each;
  const provision = 'insert' in amendment ? amendment.provision.id : targetOf(amendment).provision;
  const other = 'insert' in amendment ? amendment.insert : targetOf(amendment).act;
  const leaf = 'add' in amendment ? amendment.add.leaf : 'replace' in amendment ? amendment.replace.leaf : undefined;
  const place = { act: act.act, at: amendment.at, provision, ...(leaf === undefined ? {} : { leaf }), other };
  return { code, ...place, message: ruleFault(fault, { ...place, from, until, ...params }) };
}
