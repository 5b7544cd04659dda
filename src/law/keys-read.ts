import type { Condition, Provision } from './provision.ts';
import { BASES, keysOfFact, type FactName, type QuantityName } from './vocabulary.ts';

/** What stands in a condition beside tests of facts. */
const NO_FACTS: ReadonlySet<string> = new Set(['class', 'reading', 'given', 'notEntitled']);

/** The facts that a condition tests, and the keys whose presence it asks for. */
export function readBy(condition: Condition): {
  readonly facts: readonly FactName[];
  readonly keys: readonly string[];
} {
  const names = Object.keys(condition).filter((name) => !NO_FACTS.has(name));
  return { facts: names as FactName[], keys: Object.keys(condition.given ?? {}) };
}

/** What a benefit multiplies: its quantities, and the keys behind its bases. */
export function multipliedBy(provision: Provision): {
  readonly facts: readonly QuantityName[];
  readonly keys: readonly string[];
} {
  if (provision.kind !== 'benefit') return { facts: [], keys: [] };
  const { terms, base, least, most } = provision;
  return {
    facts: terms.flatMap(({ per }) => per ?? []),
    keys: [base, ...[least, most].flatMap((limit) => (limit && 'base' in limit ? limit.base : []))].flatMap(
      (name) => BASES[name].keys,
    ),
  };
}

function isReorganisation(start: string): boolean {
  return start === 'leaving.reorganisation';
}

/** The keys that a rule of a kind counts by, besides those of its conditions. */
export function keysOfKind(provision: Provision): readonly string[] {
  switch (provision.kind) {
    case 'group':
      return provision.of ? ['person.paidLike'] : [];
    case 'clock':
      return [
        ...[provision.starts].flatMap((one) => (typeof one === 'string' ? one : one.later)).filter(isReorganisation),
        ...(provision.event === 'leaving.decided' ? [provision.event] : []),
      ];
    case 'retirement-age':
      return ['age.schedule'];
    case 'age-limit':
      return ['person.rank', 'age.limit'];
    case 'months-past':
      return provision.since === 'pension' ? ['person.pensionSince'] : [];
    case 'pension-time':
      return keysOfFact('pensionEligible');
    case 'severance-months':
      return keysOfFact('severanceMonths');
    case 'service-time':
      return [...provision.of, ...(provision.less ?? [])].map((part) => `insurance.${part}`);
    case 'work-time':
      return provision.of.map((part) => (part === 'work' ? part : `insurance.${part}`));
    case 'odd-months':
      return provision.quantity === 'serviceYears' ? ['insurance.countable'] : keysOfFact(provision.quantity);
    case 'term-months':
      return ['post.termEnds'];
    case 'component':
      return [`salary.${provision.component}`];
    case 'pay-scale':
      return ['salary.scale', 'salary.step', 'salary.stepMonths'];
    case 'raise':
      return ['settled'];
    default:
      return [];
  }
}

/** The conditions that a provision states. */
export function conditionsRead(provision: Provision): readonly Condition[] {
  const when = provision.when ? [provision.when] : [];
  return provision.kind === 'requirement' ? [...when, provision.require] : when;
}

/** Whether a key is one of these names, or stands below one of them. */
export function isNamed(key: string, names: ReadonlySet<string>): boolean {
  if (names.has(key)) return true;
  for (let dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
    if (names.has(key.slice(0, dot))) return true;
  }
  return false;
}
