import type { CodeCount } from '../../src/table/codes.ts';
import type { RowOutcome } from '../../src/table/outcome.ts';
import { placeOfPosition } from '../../src/table/sheets.ts';
import type { CodeTold, RefusedRow } from './protocol.ts';

/** So many refused rows are shown; the workbook of results has them all. */
const MOST_ROWS = 200;

/** What is told of faults and warnings of a list: the first message of each kind, and the first refused rows. */
export class FaultsTold {
  readonly #messages = new Map<string, string>();
  readonly rows: RefusedRow[] = [];

  /** `sheets`: the names of the sheets, where several are read as one list. */
  constructor(readonly sheets: readonly string[] | undefined) {}

  /** Looks at one row. */
  add({ row, refusal, result }: RowOutcome): void {
    const issues = refusal?.issues ?? [];
    for (const { code, message } of issues) this.#note('fault', code, message);
    const refused = result?.outcome === 'refused';
    const findings = result?.findings.filter(({ severity }) => severity === (refused ? 'error' : 'warning')) ?? [];
    for (const { code, message } of findings) this.#note(refused ? 'fault' : 'warning', code, message);
    if ((!refusal && !refused) || this.rows.length >= MOST_ROWS) return;
    const told = refusal
      ? issues.map(({ cell, message }) => ({ ...(cell === undefined ? {} : { cell }), message }))
      : findings.map(({ message }) => ({ message }));
    this.rows.push({ ...this.#place(row), issues: told });
  }

  #place(row: number): { row: number; sheet?: string } {
    if (this.sheets === undefined) return { row };
    const at = placeOfPosition(row);
    const sheet = this.sheets[at.sheet];
    return { row: at.row, ...(sheet === undefined ? {} : { sheet }) };
  }

  #note(kind: CodeTold['kind'], code: string, message: string): void {
    const key = `${kind} ${code}`;
    if (!this.#messages.has(key)) this.#messages.set(key, message);
  }

  /** The kinds that were counted, in words. */
  codes(counts: readonly CodeCount[]): CodeTold[] {
    return counts.map(({ kind, code, rows, row, cell, sheet }) => {
      const at = sheet === undefined ? row : placeOfPosition(row).row;
      const place = cell ?? String(at);
      const message = this.#messages.get(`${kind} ${code}`) ?? code;
      return { kind, message, rows, place: sheet === undefined ? place : `"${sheet}" ${place}` };
    });
  }
}
