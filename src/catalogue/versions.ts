import type { Words } from '../base/text.ts';
import { builtinLaw } from '../law/builtin.ts';
import type { Law } from '../law/law.ts';
import type { LawVersion } from '../law/version.ts';
import { provisionsOf, type ProvisionDifference } from '../lawbook/diff/provisions.ts';
import { beginning } from '../lawbook/show/list.ts';

/** An act by its names. */
export interface NamedAct {
  readonly act: string;
  readonly title: Words;
}

/** A version of a scheme, and what it changed (phiên bản của chế độ). */
export interface CatalogueVersion {
  readonly scheme: string;
  readonly title: Words;
  /** The first day on which it is the law. */
  readonly date: string;
  /** The day on which the next version begins; absent for the last one. */
  readonly until?: string;
  readonly hash: string;
  /** The acts of which something begins, changes or ends on its first day. */
  readonly begins: readonly NamedAct[];
  /** The provisions that differ from the version before; empty for the first. */
  readonly changes: readonly ProvisionDifference[];
}

/** Every version of a scheme, ascending, each with what it changed; none for a scheme that there is none of. */
export function versionsOf(scheme: string, law: Law = builtinLaw()): readonly CatalogueVersion[] {
  const title = law.schemes.get(scheme)?.title;
  if (!title) return [];
  const spans = law.versions(scheme);
  let before: LawVersion | undefined;
  return spans.flatMap(({ date, until }): CatalogueVersion[] => {
    const found = law.at(scheme, date);
    if (!found.ok) return [];
    const changes = before ? provisionsOf(law, before, found.value) : [];
    const first = before === undefined;
    before = found.value;
    const begins = beginning(law, scheme, date, first).map((act) => named(law, act));
    const { hash } = found.value;
    return [{ scheme, title, date, ...(until === undefined ? {} : { until }), hash, begins, changes }];
  });
}

/**
 * What changed in a scheme since a day: the provisions in which the law of the last version differs from that in force on
 * the day. Empty where nothing did, or where the scheme does not cover the day.
 */
export function changedSince(scheme: string, date: string, law: Law = builtinLaw()): readonly ProvisionDifference[] {
  const last = law.versions(scheme).at(-1);
  const before = law.at(scheme, date);
  const after = last && law.at(scheme, last.date);
  return before.ok && after?.ok === true ? provisionsOf(law, before.value, after.value) : [];
}

function named(law: Law, act: string): NamedAct {
  return { act, title: law.acts.get(act)?.title ?? { vi: act, en: act } };
}
