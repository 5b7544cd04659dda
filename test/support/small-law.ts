import type { Act, Amendment, Scheme } from '../../src/law/act.ts';
import type { LawVersion } from '../../src/index.ts';
import type { Consolidated } from '../../src/law/consolidate.ts';
import type { RuleIssue } from '../../src/law/rule-issue.ts';
import { buildLaw, type Law } from '../../src/law/law.ts';
import type { Provision } from '../../src/law/provision.ts';

/** Small acts for tests of how acts make up a law: their provisions say nothing of their own. */

const words = { vi: 'thử', en: 'test' };

type Head = Partial<Pick<Act, 'kind' | 'applies'>>;

/** An act of 2025-01-01; keys that are not given are absent. */
export function actOf(act: string, provisions?: readonly Provision[], more: Head & Pick<Act, 'amendments'> = {}): Act {
  const head = {
    act,
    kind: 'base' as const,
    title: words,
    subject: words,
    issued: '2024-12-01',
    applies: '2025-01-01',
  };
  return { ...head, ...(provisions ? { provisions } : {}), ...more };
}

/** An act that amends others. */
export function amenderOf(
  act: string,
  applies: string,
  amendments: readonly Amendment[],
  kind: Act['kind'] = 'amending',
): Act {
  return actOf(act, undefined, { kind, applies, amendments });
}

/** A provision: how long a term of office counts, since that has one number and nothing else. */
export function provisionOf(id: string, at = 'Điều 1', more: Partial<Provision> = {}): Provision {
  const body = { kind: 'severance-months', title: words, upToMonths: 60 } as const;
  return { id, at, certainty: 'A', ...body, ...more } as Provision;
}

/** Sets the number of such a provision, which stands at 60 and Điều 1 unless told otherwise. */
export function sets(
  act: string,
  provision: string,
  to: number,
  more: Readonly<Record<string, unknown>> = {},
): Amendment {
  const target = { act, provision, at: 'Điều 1', leaf: 'upToMonths' };
  return { at: `Khoản ${to}`, certainty: 'A', replace: target, expect: 60, with: to, ...more } as Amendment;
}

/** A scheme of these acts from 2025 on. */
export function schemeOf(acts: readonly string[], more: Partial<Scheme> = {}): Scheme {
  return { scheme: 's', title: words, covers: { from: '2025-01-01' }, acts, routes: [], ...more };
}

/** The law of the acts with one scheme, `s`. */
export function smallLaw(acts: readonly Act[], scheme: Scheme): Law {
  return buildLaw(acts, [scheme]);
}

/** Days of the amendments. */
export const FEBRUARY: string = '2025-02-01';
export const MARCH: string = '2025-03-01';

/** What stands at a date under all of the acts. */
export function standing(acts: readonly Act[], date: string): ReadonlyMap<string, Consolidated> {
  const law = smallLaw(acts, schemeOf(acts.map(({ act }) => act)));
  const found = law.at('s', date);
  return found.ok ? found.value.provisions : new Map();
}

/** A provision as it stands at a date. */
export function stands(acts: readonly Act[], date: string, id = 'a'): Record<string, unknown> | undefined {
  return standing(acts, date).get(id)?.provision as Record<string, unknown> | undefined;
}

/** A fault of the acts with its message in English. */
export type Fault = Omit<RuleIssue, 'message'> & { readonly message: string };

/** What is wrong with the acts. */
export function faults(acts: readonly Act[]): readonly Fault[] {
  const found = smallLaw(acts, schemeOf(acts.map(({ act }) => act))).defects('s');
  return found.map(({ message, ...rest }) => ({ ...rest, message: message.en }));
}

/** An act with two provisions to amend. */
export const base: Act = actOf('base', [
  provisionOf('a', 'Điều 1', { when: { group: ['cadre', 'cipher'], sex: ['male'] } }),
  provisionOf('b'),
]);

/** An act of February that amends. */
export function amending(...amendments: Amendment[]): Act {
  return amenderOf('later', FEBRUARY, amendments);
}

/** An amendment of provision a of the base at a leaf. */
export function at(leaf: string, more: Readonly<Record<string, unknown>>): Amendment {
  return sets('base', 'a', 50, { replace: { act: 'base', provision: 'a', at: 'Điều 1', leaf }, ...more });
}

/** The version of all of the acts at a date. */
export function versionOf(acts: readonly Act[], date: string, scheme: Partial<Scheme> = {}): LawVersion {
  const found = smallLaw(
    acts,
    schemeOf(
      acts.map(({ act }) => act),
      scheme,
    ),
  ).at('s', date);
  if (!found.ok) throw new Error(found.issues[0]?.message);
  return found.value;
}
