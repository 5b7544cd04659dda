import type { OracleCase } from './types.ts';

/** What is left when the other scheme has paid already: topped up, never cut; it must be told how much it paid. */
export function dueAfter(scheme: string | undefined, c: OracleCase, total: bigint): { due?: string } | 'missing' {
  if (scheme === undefined || c.settled?.scheme !== scheme) return {};
  if (c.settled.amount === undefined) return 'missing';
  const left = total - BigInt(c.settled.amount);
  return { due: String(left > 0n ? left : 0n) };
}
