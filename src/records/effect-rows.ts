import type { Sha256 } from '../base/hash.ts';
import type { Lang } from '../base/text.ts';
import type { CalculateOptions } from '../engine/calculate.ts';
import type { Law } from '../law/law.ts';
import type { EffectReport } from './effect-document.ts';
import { EffectTally } from './effect-tally.ts';
import { effectOn, type Effect, type WhatIf } from './effect.ts';
import { replayRead } from './replay.ts';
import type { RecordRow } from './rows.ts';
import type { UnitOf } from './unit.ts';

/** A question about the effect of another law on recorded people. */
export interface EffectRowsOptions {
  /** The other law. */
  readonly core: CalculateOptions & { readonly lang: Lang; readonly law: Law };
  /** The law under which the records are checked first. */
  readonly builtin: Law;
  readonly sha256: Sha256;
  readonly unitOf: UnitOf;
  /** Told of each person. */
  readonly tell?: (effect: Effect) => void;
}

/** Works out what another law would give to all recorded people, one after the other. */
export async function effectRows(
  rows: AsyncIterable<RecordRow>,
  { core, builtin, sha256, unitOf, tell }: EffectRowsOptions,
): Promise<Omit<EffectReport, 'law'>> {
  const tally = new EffectTally();
  const { law, scheme, asOf, lang, acceptUnverified, interpretations } = core;
  const whatIf: WhatIf = { law, scheme, asOf, lang, acceptUnverified, interpretations };
  const checked = { law: builtin, lang: core.lang, sha256 };
  let unsound = 0;
  for await (const row of rows) {
    if ('sums' in row) unsound++;
    if ('refusal' in row || 'refused' in row || 'seal' in row || 'sums' in row) continue;
    const status =
      'replayed' in row
        ? row.replayed.status
        : 'read' in row
          ? replayRead(row.read, row.row, checked).status
          : 'unreadable';
    if (status !== 'same') unsound++;
    const record = 'read' in row ? row.read.record : 'replayed' in row ? row.record : undefined;
    if (!record) continue;
    const effect = effectOn(record, row.row, unitOf(record), whatIf);
    tally.add(effect);
    tell?.(effect);
  }
  return { summary: tally.summary(), unsound };
}

/** What is told where no recorded person could be read. */
export function nobodyRead(lang: Lang): string {
  return lang === 'vi' ? 'Không có bản ghi nào đọc được.' : 'No record could be read.';
}
