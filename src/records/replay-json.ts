import { jsonText } from '../base/printable.ts';
import type { Lang } from '../base/text.ts';
import { ENGINE_VERSION } from '../engine/engine-version.ts';
import type { ReplayReport } from './replay-report.ts';
import type { Replayed } from './replay.ts';
import { allSame, verdictOf } from './verdict.ts';

/** Writes a replay as JSON, record by record, so that none has to be kept; those that come out as recorded are left out. */
export class ReplayJson {
  #before = '\n';

  /** How the report begins; `file`: the name of the file, where it has one. */
  begin(file: string | undefined): string {
    const head = { schema: 'nd178/replay@1', engine: ENGINE_VERSION, ...(file === undefined ? {} : { file }) };
    return jsonText(head).slice(0, -1) + ',"records":[';
  }

  /** The next record; an empty text where it is left out. */
  record(one: Replayed): string {
    if (one.status === 'same') return '';
    const text = this.#before + jsonText(one);
    this.#before = ',\n';
    return text;
  }

  /** The sums and the verdict, which end the report. */
  end(report: ReplayReport, lang: Lang): string {
    return `\n],${jsonText(replaySums(report, lang)).slice(1)}\n`;
  }
}

/** What a report of a replay ends with. */
export function replaySums(report: ReplayReport, lang: Lang): Record<string, unknown> {
  const { summary, chain, seal, sums } = report;
  return {
    summary,
    chain,
    ...(seal ? { seal } : {}),
    ...(sums ? { sums } : {}),
    same: allSame(report),
    verdict: verdictOf(report, lang),
  };
}
