import { dayAfter, dayText, parseDay } from '../base/calendar.ts';
import type { Act, Amendment } from './act.ts';

/**
 * The dates on which the consolidated law of these acts changes, ascending, none before `first`: when something
 * begins, and the day after it ends.
 */
export function changeDates(acts: readonly Act[], first: string): string[] {
  const dates = new Set<string>([first]);
  const add = (date: string | undefined): void => {
    if (date !== undefined && date > first) dates.add(date);
  };
  for (const act of acts) {
    for (const provision of act.provisions ?? []) {
      add(provision.from ?? act.applies);
      add(dayAfterText(provision.until));
    }
    for (const amendment of act.amendments ?? []) {
      add(amendment.from ?? act.applies);
      add(dayAfterText(amendment.until));
      add(dayAfterText(endSet(amendment)));
    }
  }
  return [...dates].sort();
}

/** The last day that an amendment gives to a provision. */
function endSet(amendment: Amendment): string | undefined {
  if ('insert' in amendment) return amendment.provision.until;
  if (!('replace' in amendment) || amendment.replace.leaf !== 'until') return undefined;
  return typeof amendment.with === 'string' ? amendment.with : undefined;
}

/** The day after a date; the text itself where it is no date. */
export function dayAfterText(date: string): string;
export function dayAfterText(date: string | undefined): string | undefined;
export function dayAfterText(date: string | undefined): string | undefined {
  const day = date === undefined ? undefined : parseDay(date);
  return day === undefined ? date : dayText(dayAfter(day));
}
