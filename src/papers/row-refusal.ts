import type { Lang } from '../base/text.ts';
import type { Document } from '../explanation/document.ts';
import type { Refusal } from '../table/outcome.ts';
import { noSheetPage } from './no-sheet-page.ts';

/** The page of a row that could not be read: where, why, and what to do. */
export function rowRefusal({ row, id, sheet, issues }: Refusal, lang: Lang): Document {
  const items = issues.map(({ cell, column, message }) => ({
    text: [[cell, column].filter((part) => part !== undefined).join(', '), message].filter(Boolean).join(': '),
    tone: 'error' as const,
  }));
  return noSheetPage({ sheet, row, who: id }, [{ kind: 'list', items }], lang);
}
