import type { Words } from '../base/text.ts';

/** A limit in multiples of the statutory base salary, and how messages say it. */
interface Limit {
  /** A plain decimal. */
  readonly times: string;
  readonly words: Words;
}

/**
 * Guards against slips, not rules of law: a monthly salary below the least is an amount in thousands, one above the most
 * a coefficient without its decimal mark (465, 46.5). What is held against them and what says so both read them here.
 */
export const SALARY_LIMITS: { readonly least: Limit; readonly most: Limit } = {
  least: { times: '0.1', words: { vi: 'một phần mười', en: 'a tenth of' } },
  most: { times: '30', words: { vi: '30 lần', en: '30 times' } },
};
