import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import { sha256Hex, type Sha256 } from '../base/hash.ts';
import { nearest, type Lang } from '../base/text.ts';
import { issue } from '../messages/issue.ts';
import type { Act, Scheme } from './act.ts';
import { changeDates, consolidate, type RuleIssue } from './consolidate.ts';
import { membersOf } from './members.ts';
import type { TopUpProvision } from './provision.ts';
import { lawVersion, type LawVersion, type Rule } from './version.ts';

/** A version of a scheme: the date it begins and the date the next one does. */
export interface VersionSpan {
  readonly date: string;
  readonly until?: string;
}

/** All loaded law: acts and schemes. Immutable; versions are consolidated once, when first asked for. */
export interface Law {
  readonly acts: ReadonlyMap<string, Act>;
  readonly schemes: ReadonlyMap<string, Scheme>;
  /** The acts of a scheme as it sees them: those it names, every act that amends one of them, and what it borrows. */
  actsOf(scheme: string): readonly Act[];
  /** The versions of a scheme, ascending. */
  versions(scheme: string): readonly VersionSpan[];
  /** The version in force at a date; an issue when the scheme is unknown or does not cover the date. */
  at(scheme: string, date: string, lang?: Lang): Checked<LawVersion>;
  /** Whether a question of that name is open in some version of the scheme, and its options. */
  questions(scheme: string): ReadonlyMap<string, readonly string[]>;
  /** The transitions that raise earlier leavers to a version of the scheme. */
  transitions(scheme: string): readonly { readonly rule: Rule<TopUpProvision>; readonly to: LawVersion }[];
  /** What is wrong with the consolidation of the scheme at any of its versions. */
  defects(scheme: string): readonly RuleIssue[];
}

/**
 * Builds the law from acts and schemes that have passed the rule-file schema. A host may give a native SHA-256 for
 * the hashes of the versions.
 */
export function buildLaw(acts: readonly Act[], schemes: readonly Scheme[], sha: Sha256 = sha256Hex): Law {
  const actMap = new Map(acts.map((act) => [act.act, act]));
  const schemeMap = new Map([...schemes].sort(byRank).map((scheme) => [scheme.scheme, scheme]));
  const members = memo((scheme: string) => membersOf(actMap, schemeMap.get(scheme)));
  const spans = memo((scheme: string) => spansOf(schemeMap.get(scheme), members(scheme)));
  const consolidated = memo((key: string) => {
    const [scheme = '', date = ''] = key.split('@');
    return consolidate(members(scheme), date);
  });
  const version = memo((key: string) => {
    const [scheme = '', date = ''] = key.split('@');
    const found = schemeMap.get(scheme) as Scheme;
    return lawVersion(found, orderOf(found, members(scheme)), date, consolidated(key).provisions, sha);
  });
  const versionOf = new Map<VersionSpan, LawVersion>();
  const versionAt = (scheme: string, span: VersionSpan): LawVersion => {
    let made = versionOf.get(span);
    if (!made) versionOf.set(span, (made = version(`${scheme}@${span.date}`)));
    return made;
  };
  const questions = memo((scheme: string) => {
    const all = new Map<string, readonly string[]>();
    for (const { date } of spans(scheme)) {
      for (const { provision } of version(`${scheme}@${date}`).rules('interpretation')) {
        all.set(
          provision.interpretation,
          provision.options.map((option) => option.option),
        );
      }
    }
    return all;
  });
  return {
    acts: actMap,
    schemes: schemeMap,
    actsOf: members,
    versions: spans,
    questions,
    at: (scheme, date, lang = 'vi') => {
      const found = schemeMap.get(scheme);
      if (!found) return bad([unknownScheme(scheme, [...schemeMap.keys()], lang)]);
      const span = spans(scheme).findLast((one) => one.date <= date);
      const { from, until } = found.covers;
      if (span && (until === undefined || date <= until)) return good(versionAt(scheme, span));
      return bad([issue(lang, 'not-covered-date', 'leaving.date', { scheme, date, from, until })]);
    },
    defects: memo((scheme) => distinct(spans(scheme).flatMap(({ date }) => consolidated(`${scheme}@${date}`).issues))),
    transitions: memo((scheme) =>
      spans(scheme).flatMap((span) => {
        const to = versionAt(scheme, span);
        return to.rules('top-up').flatMap((rule) => (rule.provision.version === span.date ? [{ rule, to }] : []));
      }),
    ),
  };
}

/** The schemes in the order in which they are tried for a case that names none; the others after them, by name. */
function byRank(a: Scheme, b: Scheme): number {
  const [first, second] = [a.auto ?? Infinity, b.auto ?? Infinity];
  return first === second ? (a.scheme < b.scheme ? -1 : 1) : first < second ? -1 : 1;
}

function unknownScheme(scheme: string, known: readonly string[], lang: Lang): Issue {
  return issue(lang, 'unknown-scheme', 'law', { scheme, known: known.join(', '), near: nearest(scheme, known) });
}

function distinct(issues: readonly RuleIssue[]): RuleIssue[] {
  return [...new Map(issues.map((one) => [one.code + one.message.en, one])).values()];
}

function memo<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const there = made.get(key);
    if (there !== undefined) return there;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}

function orderOf(scheme: Scheme, members: readonly Act[]): string[] {
  const rest = members.map((act) => act.act).filter((id) => !scheme.acts.includes(id));
  return [...scheme.acts, ...rest.sort()];
}

function spansOf(scheme: Scheme | undefined, members: readonly Act[]): VersionSpan[] {
  if (!scheme) return [];
  const dates = changeDates(members, scheme.covers.from).filter(
    (date) => !(scheme.covers.until && date > scheme.covers.until),
  );
  return dates.map((date, index) => {
    const until = dates[index + 1];
    return until === undefined ? { date } : { date, until };
  });
}
