import type { AuditRow, Completeness } from './report.ts';

/** Nobody. */
export const NOBODY: Completeness = { people: 0, audited: 0, unchecked: 0, passedOver: 0, notRead: 0 };

/** What was done with the people of a sheet. */
export function completenessOf(
  rows: readonly Pick<AuditRow, 'verdict'>[],
  { passedOver = 0, notRead = 0 }: { readonly passedOver?: number; readonly notRead?: number } = {},
): Completeness {
  const unchecked = rows.filter(({ verdict }) => verdict === 'unchecked').length;
  const people = rows.length + passedOver + notRead;
  return { people, audited: rows.length - unchecked, unchecked, passedOver, notRead };
}

/** What was done with the people of all. */
export function addedUp(all: readonly Completeness[]): Completeness {
  return all.reduce(
    (sum, one) => ({
      people: sum.people + one.people,
      audited: sum.audited + one.audited,
      unchecked: sum.unchecked + one.unchecked,
      passedOver: sum.passedOver + one.passedOver,
      notRead: sum.notRead + one.notRead,
    }),
    NOBODY,
  );
}

/** Whether anybody was left unread. */
export function isIncomplete({ passedOver, notRead }: Completeness): boolean {
  return passedOver + notRead > 0;
}
