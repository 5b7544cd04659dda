import type { AuditRow, Completeness, NotRead } from './report.ts';

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

/** Of a sheet that was not audited: its people, as far as they are seen. */
export function leftOf(sheet: string, notRead: readonly NotRead[]): Completeness {
  const people = notRead.filter((one) => one.sheet === sheet).reduce((sum, one) => sum + one.people, 0);
  return completenessOf([], { notRead: people });
}

/** The numbers of a completeness in the order of the columns of a table: people, audited, unchecked, passed over, not read. */
export function countsOf({ people, audited, unchecked, passedOver, notRead }: Completeness): readonly number[] {
  return [people, audited, unchecked, passedOver, notRead];
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
