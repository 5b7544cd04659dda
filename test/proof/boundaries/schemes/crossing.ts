import type { Provision } from '../../../../src/law/provision.ts';
import { correspondingDay } from '../../oracle/calendar.ts';
import type { OracleCase } from '../../oracle/types.ts';
import type { Probe } from '../../../support/engines.ts';
import { visible, type Series, type Span } from '../series.ts';
import { concerned } from './meet.ts';
import { people } from './people.ts';
import { possible, PUTS, type Put } from './put.ts';

/** Where a series of cases crosses a threshold: in which scheme and version, of which provision, along which fact. */
export interface Crossing {
  readonly span: Span;
  readonly scheme: string;
  readonly provision: Provision;
  /** The fact under test, which no condition may settle. */
  readonly fact: string;
  readonly values: readonly (number | string)[];
  /** How the fact is given; default: the usual way. */
  readonly put?: Put;
  /** Asked of another scheme than the provision's: `auto`. */
  readonly asked?: string;
}

/** How many series are kept of those in which the threshold shows, and of the others. */
const SHOWN = 6;
const HIDDEN = 3;

/** Not every month is somebody's age month: months by which the leaving is moved until all the cases exist. */
const MOVES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** Series of cases before, on and after a threshold, for people of every kind; most of them show it. */
export function crossings(crossing: Crossing, how: Omit<Series, 'points'>): Series[] {
  const shown: Series[] = [];
  const hidden: Series[] = [];
  for (const [index, one] of people(crossing.span, crossing.scheme).entries()) {
    const points = pointsFor(crossing, one, index);
    if (!points) continue;
    const series = { points, ...how };
    if (hidden.length < HIDDEN || shown.length < SHOWN) (visible(series) ? shown : hidden).push(series);
    if (shown.length >= SHOWN) break;
  }
  return [...shown.slice(0, SHOWN), ...hidden.slice(0, HIDDEN)];
}

function pointsFor(crossing: Crossing, one: OracleCase, index: number): Probe[] | undefined {
  const { span, scheme, provision, fact, values, asked = scheme } = crossing;
  const put = crossing.put ?? PUTS[fact];
  if (!put) throw new Error(`no way to give a case the fact ${fact}`);
  for (const months of MOVES) {
    const date = correspondingDay(one.leaving.date, months);
    if (months > 0 && span.until !== undefined && date >= span.until) return undefined;
    const moved = { ...one, leaving: { ...one.leaving, date, reorganisation: correspondingDay(date, -2) } };
    const { one: ready, readings } = concerned(span.version, provision, fact, moved, index);
    const cases = values.map((value) => put(ready, value)).filter((found) => found !== undefined);
    if (cases.length < values.length) continue;
    return cases.map((found) => ({
      case: possible(found),
      asked: { scheme: asked, interpretations: { ...readings } },
    }));
  }
  return undefined;
}
