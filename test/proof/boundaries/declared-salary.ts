import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { audit } from '../../../src/audit.ts';
import type { Law } from '../../../src/index.ts';
import { sheetOf } from '../../audit/model.ts';

type Cells = Readonly<Record<number, string>>;

const declared = parse(readFileSync(new URL('declared-salary.yaml', import.meta.url), 'utf8')) as Cells[];

/** Salaries of form I.5 that are right by hand and that the audit under a law does not find right, with the cells. */
export function misjudged(law: Law): string[] {
  const sheet = sheetOf(
    'I.5',
    declared.map((cells, at) => ({ 1: `Người ${at + 1}`, ...cells })),
  );
  const rows = audit([{ file: 'declared.xlsx', sheets: [sheet] }], { law, lang: 'en' }).files[0]?.sheets[0]?.rows ?? [];
  const found = rows.flatMap(({ row, verdict, cells }) => {
    const wrong = cells.filter((cell) => cell.verdict !== 'right').map(({ column, code }) => `${column} ${code}`);
    return verdict === 'right' ? [] : [`row ${row}: ${wrong.join()}`];
  });
  return rows.length === declared.length ? found : [...found, `${rows.length} rows of ${declared.length}`];
}
