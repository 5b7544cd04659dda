import { jsonText } from '../base/printable.ts';
import type { Reconciliation } from './reconcile/report.ts';
import type { AuditFile, AuditSummary } from './report.ts';
import type { AuditWork } from './work/report.ts';

/** What a report ends with. */
export interface AuditJsonEnd {
  readonly summary: AuditSummary;
  readonly reconciliation?: Reconciliation | undefined;
  readonly work: AuditWork;
}

/** Writes a report (contract, version 1) as JSON, file by file, so that no file has to be kept. */
export class AuditJson {
  #before = '{"schema":"nd178/audit@1","files":[\n';

  /** The next file. */
  file(file: AuditFile): string {
    const text = this.#before + jsonText(file);
    this.#before = ',\n';
    return text;
  }

  /** What is known when all files have passed, which ends the report. */
  end({ summary, reconciliation, work }: AuditJsonEnd): string {
    const first = this.#before === ',\n' ? '' : this.#before;
    const more = reconciliation ? `,"reconciliation":${jsonText(reconciliation)}` : '';
    return `${first}\n],"summary":${jsonText(summary)}${more},"work":${jsonText(work)}}\n`;
  }
}
