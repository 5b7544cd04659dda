import type { Issue } from '../base/checked.ts';
import type { Lang } from '../base/text.ts';
import { givenAt } from '../case/flat.ts';
import type { CaseInput, Unread } from '../case/input.ts';
import { caseKey, type CaseKey } from '../case/keys.ts';
import { resultFor, type CalculateOptions } from '../engine/calculate.ts';
import { LACKS } from '../engine/lacking.ts';
import { CALCULATE_OPTIONS } from '../engine/options.ts';
import { demandOptions } from '../messages/options.ts';
import { AUTO, schemesFor } from '../engine/schemes.ts';
import { basisOf, type Basis } from '../explanation/context.ts';
import { builtinLaw } from '../law/builtin.ts';
import { conditionsRead, isNamed, keysOfKind, multipliedBy, readBy } from '../law/keys-read.ts';
import type { Law } from '../law/law.ts';
import { compileRule } from '../law/rule.ts';
import type { LawVersion, Rule } from '../law/version.ts';
import { keysOfFact } from '../law/vocabulary.ts';
import { labelsOf, type Enumeration, type Label } from './labels.ts';

/** Something that a case has to say before it can be computed. */
export interface MissingField {
  /** The dotted key; `salary` where any way to give the salary will do. */
  readonly key: string;
  readonly title: string;
  /** What the key holds; absent for `salary`. */
  readonly type?: CaseKey['type'];
  /** The words to choose from, where it holds one of a list. */
  readonly words?: readonly Label[];
  /** Why it is needed, and how to give it. */
  readonly why: string;
  /** The provisions that count or decide by it; empty where every scheme asks for it. */
  readonly basis: readonly Basis[];
}

/** Codes that say that a case does not hold something, beside those by which the law asks for more. */
const ABSENT: ReadonlySet<string> = new Set([
  'missing',
  'salary-missing',
  'salary-coefficient-missing',
  'route-must-be-named',
]);

const WORDS: Readonly<Record<string, Enumeration>> = {
  'person.sex': 'sex',
  'person.group': 'group',
  'person.paidLike': 'paidLike',
  'leaving.route': 'route',
  'leaving.impact': 'impact',
  'leaving.blocked': 'blocked',
  'leaving.ground': 'ground',
  'leaving.programme': 'programme',
  'age.schedule': 'schedule',
  'settled.scheme': 'scheme',
};

/** As many legal bases as a form can show. */
const MOST_BASES = 5;

/**
 * What a case still needs (những mục còn thiếu), in the order in which it is told; empty where nothing is missing. What is
 * wrong with the values that are given is told by `calculate`. Throws a `TypeError` for an option that there is none of.
 */
export function missingFields(
  input: Partial<CaseInput> | Unread,
  options: CalculateOptions = {},
): readonly MissingField[] {
  demandOptions(options, CALCULATE_OPTIONS);
  const found = resultFor(input, options);
  if (found.ok) return [];
  const { lang = 'vi', law = builtinLaw() } = options;
  return found.issues
    .filter(({ code }) => ABSENT.has(code) || LACKS.has(code))
    .map((issue) => fieldOf(issue, LACKS.has(issue.code) ? versionsFor(input, options, law) : [], law, lang));
}

function fieldOf({ path, message }: Issue, versions: readonly LawVersion[], law: Law, lang: Lang): MissingField {
  const key = caseKey(path);
  const words = Object.hasOwn(WORDS, path) ? labelsOf(WORDS[path] as Enumeration, law) : undefined;
  const rules = versions.map((version) => rulesReading(version, path)).find((some) => some.length > 0) ?? [];
  const cites = rules.flatMap((rule) => rule.cites);
  return {
    key: path,
    title: key?.title[lang] ?? (lang === 'vi' ? 'Tiền lương' : 'Salary'),
    ...(key ? { type: key.type } : {}),
    ...(words ? { words } : {}),
    why: message,
    basis: basisOf(law, cites, lang).slice(0, MOST_BASES),
  };
}

function rulesOf(version: LawVersion): readonly Rule[] {
  return [...version.provisions.values()].map(compileRule);
}

/** The rules that count by a key; where none does, those whose conditions test it. */
function rulesReading(version: LawVersion, key: string): readonly Rule[] {
  const rules = version.derived(rulesOf);
  const counting = rules.filter(({ provision }) => {
    const { facts, keys } = multipliedBy(provision);
    return isNamed(key, new Set([...keysOfKind(provision), ...keys, ...facts.flatMap((fact) => keysOfFact(fact))]));
  });
  if (counting.length > 0) return counting;
  return rules.filter(({ provision }) =>
    conditionsRead(provision).some((condition) => {
      const { facts, keys } = readBy(condition);
      return isNamed(key, new Set([...keys, ...facts.flatMap((fact) => keysOfFact(fact))]));
    }),
  );
}

/**
 * The versions that the case may come under on its leaving date, or as they last were: of the scheme that it names, else of
 * those that know its route and its group.
 */
function versionsFor(input: unknown, { scheme, asOf }: CalculateOptions, law: Law): readonly LawVersion[] {
  const named = scheme !== undefined && scheme !== AUTO ? scheme : textAt(input, 'law')?.split('@')[0]?.trim();
  const names =
    named !== undefined && law.schemes.has(named)
      ? [named]
      : schemesFor(law, textAt(input, 'leaving.route') ?? AUTO).map((one) => one.scheme);
  const group = textAt(input, 'person.group');
  return names.flatMap((name) => {
    const last = law.versions(name).at(-1)?.date ?? '';
    const on = law.at(name, asOf ?? textAt(input, 'leaving.date') ?? last);
    const found = on.ok ? on : law.at(name, last);
    return found.ok && (named !== undefined || group === undefined || found.value.coversGroup(group))
      ? [found.value]
      : [];
  });
}

function textAt(input: unknown, key: string): string | undefined {
  const value = givenAt(input, key);
  return typeof value === 'string' ? value : undefined;
}
