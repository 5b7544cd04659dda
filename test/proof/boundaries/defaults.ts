import { groupOf, GROUPS } from '../oracle/law.ts';
import type { OracleCase } from '../oracle/types.ts';
import type { Probe } from '../../support/engines.ts';
import { personWith } from '../../support/person.ts';

const DATES = ['2025-02-01', '2025-05-01', '2025-08-01', '2026-08-01'];
const AGES: readonly OracleCase['age'][] = [{}, { schedule: 'normal' }, { schedule: 'limit' }];
const RANKS = [undefined, 'thượng tá'];

/** Every group, cipher staff by each way of being paid. */
const WHO: readonly { group: string; paidLike?: string }[] = [
  ...[...GROUPS.keys()].map((group) => ({ group })),
  { group: 'cipher', paidLike: 'army' },
  { group: 'cipher', paidLike: 'police' },
];

/** Every group under every version with its retirement age left to its default, or half given. */
export function defaultProbes(): Probe[] {
  return DATES.flatMap((date) =>
    WHO.flatMap((who) => {
      const one = personWith({ date, monthsEarly: 40, group: who.group, schedule: 'limit' }) as OracleCase;
      const ages = groupOf(who)?.limitByDefault === true ? [...AGES, { limit: '58' }] : AGES;
      return ages.flatMap((age = {}) =>
        RANKS.map((rank): Probe => {
          const person = { ...one.person, ...who, ...(rank === undefined ? {} : { rank }) };
          return { case: { ...one, person, age }, asked: {} };
        }),
      );
    }),
  );
}
