import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import { sha256Hex, type Sha256 } from '../base/hash.ts';
import { derivedOnce, memo, once, type Derived } from '../base/memo.ts';
import { nearest, type Lang } from '../base/text.ts';
import { issue } from '../messages/issue.ts';
import type { Act, Scheme } from './act.ts';
import { changeDates } from './change-dates.ts';
import { consolidate } from './consolidate.ts';
import type { Form, Writing } from './form.ts';
import type { AuditAnnex } from './audit-annex.ts';
import type { Funding } from './funding.ts';
import type { Ledger, Reach, Source } from './ledger.ts';
import { forGroups, membersOf } from './members.ts';
import type { TopUpProvision } from './provision.ts';
import type { RuleIssue } from './rule-issue.ts';
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
  /** The source ledger, or that it is the built-in one, which no calculation reads; `sourcesOf` gives it by name. */
  readonly sources: readonly Source[] | 'builtin';
  /** Annex forms and papers, or that they are the built-in ones, which no calculation reads; `annexesOf` gives them. */
  readonly annexes: Annexes | 'builtin';
  /** How far the law was looked at; undefined where the ledger does not say. */
  readonly reach: Reach | undefined;
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
  /** What the engine makes of the law once for all cases, under the function that makes it. */
  readonly derived: Derived<Law>;
}

const NO_LEDGER: Ledger = { sources: [] };

/** The annex forms (biểu mẫu phụ lục) and papers of rule files; undefined is what no rule file states. */
export interface Annexes {
  /** The forms in which units declare. */
  readonly forms: readonly Form[];
  /** How the forms are written. */
  readonly writing?: Writing | undefined;
  /** Where the money may come from. */
  readonly funding?: Funding | undefined;
  /** How the annexes of an inspection are laid out. */
  readonly auditAnnex?: AuditAnnex | undefined;
}

const NO_ANNEXES: Annexes = { forms: [] };

/**
 * Builds the law from acts, schemes, a source ledger and annex forms that have passed the rule-file schema. A host may
 * give a native SHA-256 for the hashes of the versions.
 */
export function buildLaw(
  acts: readonly Act[],
  schemes: readonly Scheme[],
  sha: Sha256 = sha256Hex,
  { sources, reach }: Pick<Ledger, 'reach'> & Pick<Law, 'sources'> = NO_LEDGER,
  annexes: Law['annexes'] = NO_ANNEXES,
): Law {
  const actMap = new Map(acts.map((act) => [act.act, act]));
  const schemeMap = new Map([...schemes].sort(byRank).map((scheme) => [scheme.scheme, scheme]));
  const members = memo((scheme: string) => membersOf(actMap, schemeMap.get(scheme)));
  const spans = memo((scheme: string) => spansOf(schemeMap.get(scheme), members(scheme)));
  const consolidated = memo((key: string) => {
    const [scheme = '', date = ''] = key.split('@');
    return consolidate(members(scheme), date);
  });
  const version = (name: string, date: string): LawVersion => {
    const scheme = schemeMap.get(name) as Scheme;
    const provisions = forGroups(actMap, scheme, consolidated(`${name}@${date}`).provisions);
    return lawVersion(scheme, orderOf(scheme, members(name)), date, provisions, { sha, reach: reach?.date });
  };
  const editions = memo((scheme: string) =>
    spans(scheme).map(({ date }) => ({ date, version: once(() => version(scheme, date)) })),
  );
  const questions = memo((scheme: string) => questionsOf(editions(scheme).map((edition) => edition.version())));
  const law: Law = {
    acts: actMap,
    schemes: schemeMap,
    sources,
    annexes,
    reach,
    actsOf: members,
    versions: spans,
    questions,
    at: (scheme, date, lang = 'vi') => {
      const found = schemeMap.get(scheme);
      if (!found) return bad([unknownScheme(scheme, schemeMap, lang)]);
      const edition = editions(scheme).findLast((one) => one.date <= date);
      const { from, until } = found.covers;
      if (edition && (until === undefined || date <= until)) return good(edition.version());
      const name = `${found.title[lang]} (${scheme})`;
      return bad([issue(lang, 'not-covered-date', 'leaving.date', { scheme: name, date, from, until })]);
    },
    defects: memo((scheme) => distinct(spans(scheme).flatMap(({ date }) => consolidated(`${scheme}@${date}`).issues))),
    transitions: memo((scheme) =>
      editions(scheme).flatMap((edition) => {
        const to = edition.version();
        return to.rules('top-up').flatMap((rule) => (rule.provision.version === to.date ? [{ rule, to }] : []));
      }),
    ),
    derived: derivedOnce(() => law),
  };
  return law;
}

/** The questions that some of these versions leave open, each with its options. */
function questionsOf(versions: readonly LawVersion[]): ReadonlyMap<string, readonly string[]> {
  const rules = versions.flatMap((version) => version.rules('interpretation'));
  return new Map(
    rules.map(({ provision: { interpretation, options } }) => [interpretation, options.map(({ option }) => option)]),
  );
}

/** The schemes in the order in which they are tried for a case that names none; the others after them, by name. */
function byRank(a: Scheme, b: Scheme): number {
  const [first, second] = [a.auto ?? Infinity, b.auto ?? Infinity];
  return first === second ? (a.scheme < b.scheme ? -1 : 1) : first < second ? -1 : 1;
}

function unknownScheme(scheme: string, schemes: ReadonlyMap<string, Scheme>, lang: Lang): Issue {
  const names = [...schemes.values()].map(({ scheme: name, title }) => `${name} (${title[lang]})`).join('; ');
  return issue(lang, 'unknown-scheme', 'law', { scheme, known: names, near: nearest(scheme, schemes.keys()) });
}

function distinct(issues: readonly RuleIssue[]): RuleIssue[] {
  return [...new Map(issues.map((one) => [one.code + one.message.en, one])).values()];
}

/** The acts of a scheme in the order in which results name them. */
function orderOf(scheme: Scheme, members: readonly Act[]): string[] {
  const guards = new Set(members.filter(({ kind }) => kind === 'guard').map(({ act }) => act));
  const rest = members.map((act) => act.act).filter((id) => !scheme.acts.includes(id));
  return [...scheme.acts, ...rest.sort()].filter((id) => !guards.has(id));
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
