import type { Lang } from '../../src/base/text.ts';
import { inMedium } from '../../src/case/medium.ts';
import type { RowOutcome } from '../../src/table/outcome.ts';
import { placeOfPosition } from '../../src/table/sheets.ts';
import type { RefusedRow } from './protocol.ts';

/** So many refused rows are shown; the workbook of results has them all. */
const MOST_ROWS = 200;

/** What is told of a list row by row: the first refused rows, and the first message of each kind of warning. */
export class FaultsTold {
  readonly rows: RefusedRow[] = [];
  /** The first message of a warning by its code. */
  readonly warnings: Record<string, string> = {};

  /** `sheets`: the names of the sheets, where several are read as one list. */
  constructor(
    readonly sheets: readonly string[] | undefined,
    readonly lang: Lang,
  ) {}

  /** Looks at one row. */
  add({ row, refusal, result }: RowOutcome): void {
    const refused = result?.outcome === 'refused';
    const findings = (result?.findings ?? [])
      .filter(({ severity }) => severity === (refused ? 'error' : 'warning'))
      .map(({ code, message }) => ({ code, message: inMedium(message, 'columns', { lang: this.lang }) }));
    if (!refused) for (const { code, message } of findings) this.warnings[code] ??= message;
    if ((!refusal && !refused) || this.rows.length >= MOST_ROWS) return;
    const issues = refusal
      ? refusal.issues.map(({ cell, message }) => ({ ...(cell === undefined ? {} : { cell }), message }))
      : findings.map(({ message }) => ({ message }));
    this.rows.push({ ...this.#place(row), issues });
  }

  #place(row: number): { row: number; sheet?: string } {
    if (this.sheets === undefined) return { row };
    const at = placeOfPosition(row);
    const sheet = this.sheets[at.sheet];
    return { row: at.row, ...(sheet === undefined ? {} : { sheet }) };
  }
}
