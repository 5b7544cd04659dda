import { canonicalJson } from '../../base/canonical-json.ts';
import type { Amendment, Repeal } from '../../law/act.ts';
import type { Change } from '../../law/change.ts';
import type { Consolidated } from '../../law/consolidate.ts';
import type { Law } from '../../law/law.ts';
import type { LawVersion } from '../../law/version.ts';

/** Who made a change: the act and the address in it. */
export interface By {
  readonly act: string;
  readonly at: string;
}

/** A leaf that changed. */
export interface LeafDifference {
  /** Dotted path; lists of plain values are one leaf. */
  readonly leaf: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly by?: By;
}

/** A provision that was added, repealed or changed. */
export interface ProvisionDifference {
  readonly change: 'added' | 'repealed' | 'changed';
  readonly id: string;
  readonly kind: string;
  readonly act: string;
  readonly at: string;
  readonly certainty: string;
  readonly by?: By;
  readonly leaves: readonly LeafDifference[];
}

/** What changed in the provisions from one version to the other, whichever is the later. */
export function provisionsOf(law: Law, before: LawVersion, after: LawVersion): ProvisionDifference[] {
  const found: ProvisionDifference[] = [];
  for (const [id, now] of after.provisions) {
    const then = before.provisions.get(id);
    if (!then) found.push({ ...head('added', now), ...by(insertedBy(now)), leaves: [] });
    else if (canonicalJson(then.provision) !== canonicalJson(now.provision)) {
      found.push({ ...head('changed', now), leaves: leavesOf(then, now) });
    }
  }
  for (const [id, then] of before.provisions) {
    if (!after.provisions.has(id))
      found.push({ ...head('repealed', then), ...by(endedBy(then) ?? repealedBy(law, after, id)), leaves: [] });
  }
  return found;
}

function head(
  change: ProvisionDifference['change'],
  { provision, act }: Consolidated,
): Omit<ProvisionDifference, 'leaves'> {
  return { change, id: provision.id, kind: provision.kind, act, at: provision.at, certainty: provision.certainty };
}

function by(found: By | undefined): { by?: By } {
  return found ? { by: { act: found.act, at: found.at } } : {};
}

function insertedBy({ changes }: Consolidated): By | undefined {
  return changes.find((change) => change.leaf === '');
}

/** Who inserted a provision for a time that is over. */
function endedBy({ changes }: Consolidated): By | undefined {
  return changes.find((change) => change.leaf === '' && change.until !== undefined);
}

function repealedBy(law: Law, after: LawVersion, id: string): By | undefined {
  for (const act of law.actsOf(after.scheme)) {
    const repeal = (act.amendments ?? []).find(
      (one: Amendment): one is Repeal => 'repeal' in one && one.repeal.provision === id,
    );
    if (repeal) return { act: act.act, at: repeal.at };
  }
  return undefined;
}

function leavesOf(then: Consolidated, now: Consolidated): LeafDifference[] {
  const before = leaves(then.provision);
  const after = leaves(now.provision);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const changes = now.changes.length >= then.changes.length ? now.changes : then.changes;
  return names
    .filter((name) => canonicalJson(before.get(name) ?? null) !== canonicalJson(after.get(name) ?? null))
    .map((leaf) => ({ leaf, before: before.get(leaf), after: after.get(leaf), ...by(changeOf(changes, leaf)) }));
}

/** The last change that set a leaf, or something it is part of. */
export function changeOf(changes: readonly Change[], leaf: string): Change | undefined {
  return changes
    .filter(
      (one) =>
        one.leaf !== '' && (leaf === one.leaf || leaf.startsWith(`${one.leaf}.`) || one.leaf.startsWith(`${leaf}.`)),
    )
    .at(-1);
}

/** The leaves of a value by dotted path; a list of plain values is one leaf. */
export function leaves(value: unknown, path = ''): Map<string, unknown> {
  const plain =
    value === null ||
    typeof value !== 'object' ||
    (Array.isArray(value) && value.every((one) => typeof one !== 'object'));
  if (plain) return new Map([[path, value]]);
  const found = new Map<string, unknown>();
  for (const [name, inner] of Object.entries(value)) {
    for (const [leaf, one] of leaves(inner, path === '' ? name : `${path}.${name}`)) found.set(leaf, one);
  }
  return found;
}
