import { outcomeReader } from '../../table/batch-outcomes.ts';
import { csvWriter, ndjsonWriter } from '../../table/batch-lines.ts';
import { planLayout, type BatchPlan } from '../../table/batch-plan.ts';
import type { Law } from '../../law/law.ts';
import type { TableRow } from '../../table/cell.ts';
import { CodeCounter, type CodeCount } from '../../table/codes.ts';
import { isCounter } from '../../table/columns.ts';
import { flattener } from '../../table/flat.ts';
import type { Sha256 } from '../../base/hash.ts';
import type { RowOutcome } from '../../table/outcome.ts';
import { identitiesOf, PersonMarks } from '../../table/repeats.ts';
import { placeOfPosition } from '../../table/sheets.ts';
import { Tally, type TallyData } from '../../table/summary.ts';
import { calculation } from '../../engine/calculate.ts';
import type { Result } from '../../engine/result.ts';
import { contextOf } from '../../explanation/context.ts';
import { obstacles } from '../../explanation/remedies.ts';
import { vocabularyOf } from '../../engine/vocabulary.ts';
import { waitingWriter, type CodeRemedies } from './waiting-rows.ts';

/** A part of the output: what became of some rows of the input. */
export interface BatchPart {
  /** The output of its rows, UTF-8, in order. */
  readonly text: Uint8Array;
  readonly rows: number;
  readonly refused: number;
  readonly tally: TallyData;
  readonly codes: readonly CodeCount[];
  /** For a workbook: which columns hold a value. */
  readonly used: readonly boolean[];
  /** Who is paid, as the hashes of {@link PersonMarks}. */
  readonly people: Uint32Array;
}

/** Makes the function that turns rows of a plan into parts of its output. `tell`: told what became of each row. */
export function partMaker(
  plan: BatchPlan,
  law: Law,
  sha256: Sha256,
  tell?: (outcome: RowOutcome) => void,
): (rows: readonly TableRow[]) => BatchPart {
  const read = outcomeReader(plan, law);
  const write = outcomeWriter(plan, law, sha256);
  const counted = plan.header?.keys.some(({ key, heading }) => key.key === 'id' && isCounter(heading)) === true;
  const encoder = new TextEncoder();
  return (given) => {
    const tally = new Tally();
    const codes = new CodeCounter();
    const people = new PersonMarks();
    const used: boolean[] = [];
    let [text, rows, refused] = ['', 0, 0];
    for (const row of given) {
      const outcome = read(row);
      if (!outcome) continue;
      tell?.(outcome);
      rows++;
      if (outcome.result === undefined || outcome.result.outcome === 'refused') refused++;
      codes.add(outcome, plan.sheets?.[placeOfPosition(row.row).sheet]?.sheet);
      tally.add(outcome);
      for (const identity of identitiesOf(outcome, counted)) people.add(identity, row.row);
      text += write(outcome, used);
    }
    const counts = { rows, refused, tally: tally.data(), codes: codes.data(), used, people: people.data() };
    return { text: encoder.encode(text), ...counts };
  };
}

type OutcomeWriter = (outcome: RowOutcome, used: boolean[]) => string;

function outcomeWriter(plan: BatchPlan, law: Law, sha256: Sha256): OutcomeWriter {
  if (plan.to === 'ndjson') {
    return ndjsonWriter(plan.header?.extras.map((column) => column.heading) ?? [], sha256);
  }
  const layout = planLayout(plan, law);
  const flatten = flattener({
    layout,
    law,
    vocabulary: vocabularyOf(law, plan.core.scheme),
    lang: plan.core.lang,
    words: plan.to === 'csv' ? 'codes' : 'titles',
  });
  if (plan.to === 'csv') return csvWriter(layout, flatten);
  const header = plan.from === 'xlsx' ? plan.header : undefined;
  return waitingWriter(layout.columns, flatten, header, {
    severalSheets: plan.sheets !== undefined,
    lang: plan.core.lang,
    remediesOf: (result) => remediesOf(result, plan, law),
  });
}

/** What would lift the exclusions of a refused result, as the page of one case says it. */
function remediesOf(result: Result, { core }: BatchPlan, law: Law): readonly CodeRemedies[] {
  const worked = calculation(result.case, { ...core, law });
  if (!worked.ok || 'refused' in worked.value) return [];
  return obstacles(contextOf(worked.value, { lang: core.lang, law }));
}
