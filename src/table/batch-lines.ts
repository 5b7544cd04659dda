import { jsonText } from '../base/printable.ts';
import type { Sha256 } from '../base/hash.ts';
import { lineOf } from './batch.ts';
import { csvLine } from './csv.ts';
import { unmistakable } from '../case/spelling/numbers.ts';
import type { FlatCell } from './flat.ts';
import type { Layout } from './layout.ts';
import type { RowOutcome } from './outcome.ts';

/** Makes the function that writes an outcome as a line of NDJSON, with the columns of one's own under `extra`. */
export function ndjsonWriter(written: readonly string[], sha256: Sha256): (outcome: RowOutcome) => string {
  const headings = distinct(written);
  return (outcome) => {
    const json = jsonText(lineOf(outcome, sha256));
    if (headings.length === 0) return json + '\n';
    const extra = Object.fromEntries(headings.map((heading, at) => [heading, outcome.extras[at] ?? '']));
    return `${json.slice(0, -1)},"extra":${jsonText(extra)}}\n`;
  };
}

/** Headings as keys: the second "Ghi chú" is "Ghi chú (2)". */
function distinct(headings: readonly string[]): string[] {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  return headings.map((heading) => {
    let key = heading;
    let count = counts.get(heading) ?? 2;
    for (; seen.has(key); count++) key = `${heading} (${count})`;
    counts.set(heading, count);
    seen.add(key);
    return key;
  });
}

/** The first line of a CSV output, with the mark by which spreadsheets know UTF-8. */
export function csvHeading({ columns }: Layout): string {
  return '\ufeff' + csvLine(columns.map(({ id }) => id));
}

/** Makes the function that writes an outcome as a line of CSV. */
export function csvWriter(
  layout: Layout,
  flatten: (outcome: RowOutcome) => FlatCell[],
): (outcome: RowOutcome) => string {
  const numeric = layout.columns.flatMap(({ kind, source }, at) =>
    source !== 'extra' && (kind === 'decimal' || kind === 'percent' || kind === 'dong') ? [at] : [],
  );
  return (outcome) => {
    const cells = flatten(outcome);
    // What a refused row holds is copied as it was written; what was understood is written without doubt.
    for (const at of outcome.result ? numeric : []) {
      const cell = cells[at];
      if (cell) cells[at] = unmistakable(cell);
    }
    return csvLine(cells);
  };
}
