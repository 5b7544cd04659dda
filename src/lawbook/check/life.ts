import { parseDay } from '../../base/calendar.ts';
import { nearest } from '../../base/text.ts';
import type { Act, Scheme } from '../../law/act.ts';
import { borrowFaults } from '../../law/borrows.ts';
import type { Law } from '../../law/law.ts';
import type { LawVersion } from '../../law/version.ts';
import type { Defects } from './defect.ts';
import type { Provision } from '../../law/provision.ts';

/** Checks the dates of the acts of a scheme, and that each act it names is there and does something. */
export function checkLife(law: Law, scheme: Scheme, versions: readonly LawVersion[], defects: Defects): void {
  const ahead = new Set<string>(scheme.ahead);
  for (const act of law.actsOf(scheme.scheme)) dates(act, ahead, defects);
  const head = { act: scheme.acts[0] ?? scheme.scheme, at: scheme.scheme };
  for (const id of scheme.acts) {
    if (!law.acts.has(id)) defects.add('act-not-found', head, { what: id, near: nearest(id, law.acts.keys()) });
    else if (!versions.some((version) => hasEffect(version, id) || repeals(law, id))) {
      defects.add('act-without-effect', { act: id, at: scheme.scheme }, { what: id });
    }
  }
  for (const { fault, act, what, near } of borrowFaults(law, scheme)) {
    if (fault === 'borrows-unknown-act') defects.add('act-not-found', head, { what: act, near });
    else defects.add('borrows-nothing', { act, at: scheme.scheme }, { what, other: act, near });
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

function dates(act: Act, ahead: ReadonlySet<string>, defects: Defects): void {
  const { applies } = act;
  for (const leaf of ['issued', 'applies'] as const) {
    if (parseDay(act[leaf]) === undefined)
      defects.add('bad-date', { act: act.act, at: '' }, { id: act.act, leaf, value: act[leaf] });
  }
  for (const provision of act.provisions ?? []) life(act, provision, applies, ahead, defects);
  for (const amendment of act.amendments ?? []) {
    const from = amendment.from ?? applies;
    const id = 'insert' in amendment ? amendment.provision.id : act.act;
    const place = { act: act.act, at: amendment.at, ...('insert' in amendment ? { provision: id } : {}) };
    if (parseDay(from) === undefined) defects.add('bad-date', place, { id, leaf: 'from', value: from });
    else if (from < applies) defects.add('before-act', place, { id, from, applies });
    if ('insert' in amendment) life(act, amendment.provision, from, ahead, defects);
  }
}

/** `ahead`: kinds that the scheme knows from its first day, whatever day their act applies. */
function life(act: Act, provision: Provision, applies: string, ahead: ReadonlySet<string>, defects: Defects): void {
  const { id, at, from, until } = provision;
  const place = { act: act.act, at, provision: id };
  for (const [leaf, value] of Object.entries({ from, until })) {
    if (value !== undefined && parseDay(value) === undefined) defects.add('bad-date', place, { id, leaf, value });
  }
  const start = from ?? applies;
  if (start < applies && !ahead.has(provision.kind)) defects.add('before-act', place, { id, from: start, applies });
  if (until !== undefined && until < start) defects.add('ends-before-start', place, { id, from: start, until });
}

/** Whether an act states or changed something in force; bounds of plausible input are no act that a version names. */
function hasEffect({ acts, provisions }: LawVersion, id: string): boolean {
  return acts.includes(id) || [...provisions.values()].some(({ act }) => act === id);
}
