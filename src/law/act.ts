import type { Words } from '../base/text.ts';
import type { Source } from './ledger.ts';
import type { Certainty, Condition, Provision, ProvisionKind } from './provision.ts';

/** The provision an amendment aims at: act, name and legal address, all of which must agree. */
export interface Target {
  readonly act: string;
  readonly provision: string;
  readonly at: string;
}

/** A place inside a provision, as a dotted path (`when.monthsEarly.upTo`, `terms.0.rate`). */
export interface LeafTarget extends Target {
  readonly leaf: string;
}

interface AmendmentHead {
  /** The address in the amending act. */
  readonly at: string;
  readonly certainty: Certainty;
  /** Where its wording was read: names of the source ledger. */
  readonly sources?: readonly string[];
  /** Default: the day the amending act applies. */
  readonly from?: string;
  /** The last day on which it holds; on the next day what stood before stands again. Default: for good. */
  readonly until?: string;
}

/** Replaces a leaf; `expect` quotes what stands there, `null` for nothing; `with: null` removes it. */
export interface Replace extends AmendmentHead {
  readonly replace: LeafTarget;
  readonly expect: unknown;
  readonly with: unknown;
}

/** Adds an item to a list; `expect` quotes the list as it stands. */
export interface Add extends AmendmentHead {
  readonly add: LeafTarget;
  readonly expect: unknown;
  readonly with: unknown;
}

/** Inserts a provision into an act. */
export interface Insert extends AmendmentHead {
  readonly insert: string;
  readonly provision: Provision;
}

/** Repeals a provision; `expect` quotes its condition, `null` for none. */
export interface Repeal extends AmendmentHead {
  readonly repeal: Target;
  readonly expect: unknown;
}

/** One operation of an amending act. */
export type Amendment = Replace | Add | Insert | Repeal;

/** The provision that an amendment of what is there aims at. */
export function targetOf(amendment: Exclude<Amendment, Insert>): Target {
  return 'repeal' in amendment ? amendment.repeal : 'add' in amendment ? amendment.add : amendment.replace;
}

/** A legal act as a rule file states it. */
export interface Act {
  readonly act: string;
  /**
   * `base` states rules, `amending` changes another act, `guidance` explains one; `guard` is no act of the law but our
   * limits of plausible input, and is not named among the acts applied.
   */
  readonly kind: 'base' | 'amending' | 'guidance' | 'guard';
  readonly title: Words;
  readonly subject: Words;
  /** The act with its number, day and who issued it, as papers name it (Nghị định số … ngày … của Chính phủ). */
  readonly official?: Words;
  /** Ngày ban hành. */
  readonly issued: string;
  /** Ngày áp dụng: first leaving date that it governs. */
  readonly applies: string;
  /** Entries of the source ledger that come with the act; the built-in acts have theirs in one file. */
  readonly sources?: readonly Source[];
  readonly provisions?: readonly Provision[];
  readonly amendments?: readonly Amendment[];
}

/**
 * Provisions that a scheme takes over from an act that is not its own, with all that amends them: by address ("Điều 5
 * khoản 6" and everything under it), by kind, or both.
 */
export interface Borrowed {
  readonly act: string;
  readonly at?: readonly string[];
  readonly kinds?: readonly ProvisionKind[];
  /** Provisions under these addresses that it does not take over, by id. */
  readonly except?: readonly string[];
  /** For which groups it takes them over, whatever groups they name themselves; default: for all of theirs. */
  readonly group?: readonly string[];
  /** How well it is known that they apply here; default: as well as the provisions themselves. */
  readonly certainty?: Certainty;
}

/** A way to leave that a scheme knows (chính sách). */
export interface SchemeRoute {
  readonly route: string;
  readonly title: Words;
  /** Taken only when the case names it, never by `auto`. */
  readonly byName?: boolean;
}

/** A scheme (chế độ): which acts make it up, which leaving dates it covers, which routes it knows. */
export interface Scheme {
  readonly scheme: string;
  readonly title: Words;
  readonly covers: { readonly from: string; readonly until?: string };
  /** Which day decides the version: the leaving date (default), or the day of the decision where the case gives it. */
  readonly dated?: 'leaving' | 'decision';
  readonly acts: readonly string[];
  readonly borrows?: readonly Borrowed[];
  /** Empty for a scheme that pays nothing itself and only informs (lương hưu). */
  readonly routes: readonly SchemeRoute[];
  /**
   * Kinds of provisions that stand in every version of the scheme, whatever day their act applies, since they are dated
   * by themselves: what is paid for months to come meets the base salaries that are known for them.
   */
  readonly ahead?: readonly ProvisionKind[];
  /** Place among the schemes tried for a case that names none; absent: only when the case names the scheme or a route of it. */
  readonly auto?: number;
  /** What reports read from it for information, where it pays nothing itself. */
  readonly informs?: 'pension';
  /** The cases in whose choice it takes part; default: all. Who names the scheme or a route of it is not asked. */
  readonly autoWhen?: Condition;
}

/** The scheme that commands about the law itself look at when none is named: the first among those tried for a case. */
export function mainScheme(schemes: Iterable<Scheme>): string {
  let main: Scheme | undefined;
  for (const one of schemes) if (!main || (one.auto ?? Infinity) < (main.auto ?? Infinity)) main = one;
  return main?.scheme ?? '';
}

/** The provisions that an act states or inserts. */
export function provisionsOf(act: Act): Provision[] {
  const inserted = (act.amendments ?? []).flatMap((one) => ('insert' in one ? [one.provision] : []));
  return [...(act.provisions ?? []), ...inserted];
}
