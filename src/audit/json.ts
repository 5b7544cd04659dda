import { jsonText } from '../base/printable.ts';
import type { AuditFile, AuditSummary } from './report.ts';

/** Writes a report (contract, version 1) as JSON, file by file, so that no file has to be kept. */
export class AuditJson {
  #before = '{"schema":"nd178/audit@1","files":[\n';

  /** The next file. */
  file(file: AuditFile): string {
    const text = this.#before + jsonText(file);
    this.#before = ',\n';
    return text;
  }

  /** The summary, which ends the report. */
  end(summary: AuditSummary): string {
    const first = this.#before === ',\n' ? '' : this.#before;
    return `${first}\n],"summary":${jsonText(summary)}}\n`;
  }
}
