import type { Certainty } from './provision.ts';

/** One change that an act made to a provision. */
export interface Change {
  /** Dotted path of the leaf; empty when the whole provision was inserted. */
  readonly leaf: string;
  readonly act: string;
  readonly at: string;
  readonly certainty: Certainty;
  readonly from: string;
  /** The last day on which it stands; default: open. */
  readonly until?: string;
  /** Whether the act amends the law, or only guides its reading. */
  readonly kind: 'amending' | 'guidance';
  /** What stood there before; undefined for an insertion. */
  readonly before?: unknown;
  /** What stands there since; undefined when removed. */
  readonly after?: unknown;
  /** The item, when the change only added one to a list. */
  readonly added?: unknown;
}
