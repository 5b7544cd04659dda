import type { ResultRecord } from '../engine/receipt.ts';
import { headingForm, UNIT_HEADINGS } from '../table/columns.ts';

/** Tells the unit (đơn vị) of a recorded person; an empty text where nothing tells it. */
export type UnitOf = (record: Omit<ResultRecord, 'receipt'>) => string;

/** Keys of the case that name or describe one person rather than a unit. */
const PERSONAL = /^case\.(person\.(name|birth)|salary|insurance)/;

/**
 * How the unit of a record is told. `id:-` is the part of the id before the first "-"; a dotted path
 * (`case.person.group`, `law.version`) is a value of the record; anything else is the heading of a column that the
 * input table had beside the keys of the case. Without a key, the usual headings of a unit column are looked for.
 * Undefined for a path that would show a name or a person's data.
 */
export function unitBy(key?: string): UnitOf | undefined {
  if (key === undefined) return byHeading(UNIT_HEADINGS);
  if (key.startsWith('id:')) {
    const mark = key.slice('id:'.length);
    return mark === '' ? undefined : ({ id = '' }) => (id.includes(mark) ? id.slice(0, id.indexOf(mark)) : '');
  }
  if (!/^(case|law|measures|route|outcome)\b/.test(key)) return byHeading([key]);
  if (PERSONAL.test(key)) return undefined;
  const path = key.split('.');
  return (record) => {
    let at: unknown = record;
    for (const part of path)
      at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined;
    return at === undefined || at === null || typeof at === 'object' ? '' : String(at);
  };
}

function byHeading(headings: readonly string[]): UnitOf {
  const wanted = new Set(headings.map(headingForm));
  const found = new Map<string, boolean>();
  return ({ extra = {} }) => {
    for (const [heading, value] of Object.entries(extra)) {
      let is = found.get(heading);
      if (is === undefined) found.set(heading, (is = wanted.has(headingForm(heading))));
      if (is) return value.trim();
    }
    return '';
  };
}
