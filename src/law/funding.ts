import * as z from 'zod';
import type { Words } from '../base/text.ts';
import { statement, type Statement } from './form.ts';
import { words } from './schema.ts';

/** The sources of money that the law names (nguồn kinh phí), as one rule file states them. */
export interface Funding extends Statement {
  readonly papers: 'funding';
  readonly funding: readonly { readonly funding: string; readonly title: Words }[];
}

/** The rule file of the sources of money. */
export const fundingSchema: z.ZodType<Funding> = z.lazy(() =>
  z.strictObject({
    papers: z.literal('funding'),
    ...statement,
    funding: z.array(z.strictObject({ funding: z.string().min(1), title: words })).min(1),
  }),
);
