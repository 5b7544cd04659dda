import { parseDay } from '../../base/calendar.ts';
import type { Act, Scheme } from '../act.ts';
import type { Law } from '../law.ts';
import type { LawVersion } from '../version.ts';
import type { Defects } from './defect.ts';
import type { Provision } from '../provision.ts';

/** Checks the dates of the acts of a scheme, and that each act it names is there and does something. */
export function checkLife(law: Law, scheme: Scheme, versions: readonly LawVersion[], defects: Defects): void {
  for (const act of law.actsOf(scheme.scheme)) dates(act, defects);
  const head = { act: scheme.acts[0] ?? scheme.scheme, at: scheme.scheme };
  for (const id of scheme.acts) {
    if (!law.acts.has(id)) defects.add('act-not-found', head, { what: id });
    else if (!versions.some((version) => version.acts.includes(id) || repeals(law, id))) {
      defects.add('act-without-effect', { act: id, at: scheme.scheme }, { what: id });
    }
  }
  const starts = new Set(versions.map((version) => version.date));
  for (const version of versions) {
    for (const { id, provision, source } of version.rules('top-up')) {
      if (starts.has(provision.version)) continue;
      defects.add(
        'top-up-version',
        { act: source.act, at: provision.at, provision: id },
        { id, value: provision.version },
      );
    }
  }
}

/** An act that only repeals leaves no trace in what is in force. */
function repeals(law: Law, id: string): boolean {
  return law.acts.get(id)?.amendments?.some((one) => 'repeal' in one) ?? false;
}

function dates(act: Act, defects: Defects): void {
  const { applies } = act;
  for (const leaf of ['issued', 'applies'] as const) {
    if (parseDay(act[leaf]) === undefined)
      defects.add('bad-date', { act: act.act, at: '' }, { id: act.act, leaf, value: act[leaf] });
  }
  for (const provision of act.provisions ?? []) life(act, provision, applies, defects);
  for (const amendment of act.amendments ?? []) {
    const from = amendment.from ?? applies;
    const id = 'insert' in amendment ? amendment.provision.id : act.act;
    const place = { act: act.act, at: amendment.at, ...('insert' in amendment ? { provision: id } : {}) };
    if (parseDay(from) === undefined) defects.add('bad-date', place, { id, leaf: 'from', value: from });
    else if (from < applies) defects.add('before-act', place, { id, from, applies });
    if ('insert' in amendment) life(act, amendment.provision, from, defects);
  }
}

function life(act: Act, provision: Provision, applies: string, defects: Defects): void {
  const { id, at, from, until } = provision;
  const place = { act: act.act, at, provision: id };
  for (const [leaf, value] of Object.entries({ from, until })) {
    if (value !== undefined && parseDay(value) === undefined) defects.add('bad-date', place, { id, leaf, value });
  }
  const start = from ?? applies;
  if (start < applies) defects.add('before-act', place, { id, from: start, applies });
  if (until !== undefined && until < start) defects.add('ends-before-start', place, { id, from: start, until });
}
