import type { LayoutColumn } from '../../table/layout.ts';
import type { Header } from '../../table/table-header.ts';
import type { SheetCell, SheetPlan } from '../plan.ts';
import { unitOf } from './columns.ts';

/** Where a waiting row says whose it is. */
export interface Whose {
  readonly name: (cells: readonly SheetCell[]) => string;
  readonly unit: (cells: readonly SheetCell[]) => string;
}

/** Finds name and unit in the waiting rows of a layout; who has no name is named by the case id. */
export function whoseRows(columns: readonly LayoutColumn[], header: Header | undefined): Whose {
  const shown = columns.map((column, at) => ({ column, at }));
  const at = (id: string): number => columns.findIndex((column) => column.source === 'case' && column.id === id);
  const [name, id, unit] = [at('person.name'), at('id'), unitOf(shown, header)?.at ?? at('person.unit')];
  return {
    name: (cells) => textOf(cells[name]) || textOf(cells[id]),
    unit: (cells) => textOf(cells[unit]),
  };
}

/** What a cell says as text; nothing where it holds none. */
export function textOf(cell: SheetCell | undefined): string {
  if (!cell) return '';
  if ('text' in cell) return cell.text;
  return 'number' in cell ? cell.number : '';
}

/** A sheet of people, a row for each thing to be told of one: name and unit stay in view and on every page. */
export function personsSheet(name: string, widths: readonly number[], rows: SheetPlan['rows']): SheetPlan {
  return { name, widths, frozenRows: 1, frozenColumns: 2, filterRow: 1, paper: 'a4', rows };
}
