import type { Area } from '../table/merges.ts';
import { SHEET_COLUMNS, SHEET_ROWS } from './limits.ts';
import { columnOf } from './reference.ts';

/** The area that a reference names: "B2" or "$B$2:D4"; undefined for anything else. */
export function areaOf(reference: string): Area | undefined {
  const found = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(reference);
  if (!found) return undefined;
  const [, first = '', top = '', last = first, bottom = top] = found;
  const columns = [columnOf(`${first}1`), columnOf(`${last}1`)];
  const rows = [Number(top), Number(bottom)];
  const area = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  return area.left < 0 || area.top < 1 || area.bottom > SHEET_ROWS || area.right >= SHEET_COLUMNS ? undefined : area;
}

/** Whether a cell lies in an area. */
export function holds(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}
