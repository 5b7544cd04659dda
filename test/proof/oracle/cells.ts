import { groupOf, type Regime } from './law.ts';
import { type Schedule, scheduleOf } from './retirement.ts';
import type { OracleCase, OracleResult, Route, Window } from './types.ts';

/** Months early, in the bands that the Articles distinguish. */
export const BANDS = ['under-24', '24-60', '61-120', 'over-120'] as const;
export type Band = (typeof BANDS)[number];
export type Impact = 'direct' | 'indirect' | 're-election';

/** One box of the decision table of Điều 7, 7a, 7b, 9 and 10. */
export interface Cell {
  route: Route;
  band: Band;
  window: Window;
  impact: Impact;
  schedule: Schedule;
  regime: Regime;
}

const IMPACTS: readonly Impact[] = ['direct', 'indirect', 're-election'];
const ROUTES: readonly Route[] = ['early-retirement', 'severance'];
const SCHEDULES: readonly Schedule[] = ['normal', 'reduced', 'limit'];
const REGIMES: readonly Regime[] = ['civil', 'army', 'police', 'cipher'];

/** The bands that a route pays: Điều 7 khoản 2, 7a and 7b; Điều 9 and 10 from 24 months on. */
function bandsOf(route: Route, impact: Impact, schedule: Schedule): readonly Band[] {
  if (route === 'severance') return impact === 'direct' ? ['24-60', '61-120', 'over-120'] : [];
  return impact === 'direct' && schedule !== 'reduced' ? ['under-24', '24-60', '61-120'] : ['under-24', '24-60'];
}

function windowsOf(impact: Impact): readonly Window[] {
  return impact === 're-election' ? ['none'] : ['first-12-months', 'from-month-13'];
}

/** Only the forces have age limits of their own, and cipher staff who are paid like them. */
function schedulesOf(regime: Regime): readonly Schedule[] {
  return SCHEDULES.filter((schedule) => schedule !== 'limit' || regime !== 'civil');
}

/** Every box in which the law pays something. */
export const LAWFUL_CELLS: readonly Cell[] = ROUTES.flatMap((route) =>
  IMPACTS.flatMap((impact) =>
    REGIMES.flatMap((regime) =>
      schedulesOf(regime).flatMap((schedule) =>
        bandsOf(route, impact, schedule).flatMap((band) =>
          windowsOf(impact).map((window) => ({ route, band, window, impact, schedule, regime })),
        ),
      ),
    ),
  ),
);

/** The band of a number of months early. */
export function bandOf(months: number): Band {
  if (months < 24) return 'under-24';
  return months <= 60 ? '24-60' : months <= 120 ? '61-120' : 'over-120';
}

/** The box in which a paid case lies; undefined for any other outcome. */
export function cellOf(c: OracleCase, result: OracleResult): Cell | undefined {
  const regime = groupOf(c.person)?.regime;
  if (!result.route || !result.measures || !regime) return undefined;
  return {
    route: result.route,
    band: bandOf(result.measures.monthsEarly),
    window: result.measures.window,
    impact: (c.leaving.impact ?? 'direct') as Impact,
    schedule: scheduleOf(c),
    regime,
  };
}

/** The name of a box, for counting. */
export function cellName(cell: Cell): string {
  return [cell.route, cell.band, cell.window, cell.impact, cell.schedule, cell.regime].join(' | ');
}
