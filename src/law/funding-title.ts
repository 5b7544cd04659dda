import type { Words } from '../base/text.ts';
import type { Funding } from './funding.ts';

/** The title of a source of money; undefined where the rule files name none like it. */
export function fundingTitle(funding: Funding | undefined, id: string): Words | undefined {
  return funding?.funding.find((one) => one.funding === id)?.title;
}
