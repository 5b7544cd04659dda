import type { Law } from '../../../src/index.ts';
import type { LawVersion } from '../../../src/law/version.ts';
import type { Provision } from '../../../src/law/provision.ts';

/** A number or date of a provision in force, and where it stands. */
export interface Leaf {
  readonly provision: Provision;
  /** Dotted path inside the provision; places in lists are numbers. */
  readonly path: string;
  readonly value: number | string;
}

const NUMBER_OR_DATE = /^\d+(\.\d+)?$|^\d{4}-\d{2}(-\d{2})?$|^\d{2}-\d{2}$/;

function walk(provision: Provision, value: unknown, path: readonly string[], into: Leaf[]): void {
  if (typeof value === 'number' || (typeof value === 'string' && NUMBER_OR_DATE.test(value))) {
    into.push({ provision, path: path.join('.'), value });
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) walk(provision, inner, [...path, key], into);
  }
}

/** Every number and every date of the law in force in a version. */
export function leavesOf(version: LawVersion): Leaf[] {
  const found: Leaf[] = [];
  for (const { provision } of version.provisions.values()) walk(provision, provision, [], found);
  return found;
}

/** The versions of a scheme. */
export function spansOf(
  law: Law,
  scheme: string,
): { readonly version: LawVersion; readonly until: string | undefined }[] {
  return law.versions(scheme).flatMap(({ date, until }) => {
    const version = law.at(scheme, date);
    return version.ok ? [{ version: version.value, until }] : [];
  });
}

/** What a leaf is for. `amount`: a rate or a sum, no threshold; `word`: a name that looks like a number. */
export type LeafKind =
  | 'amount'
  | 'word'
  | 'version-date'
  | 'interval'
  | 'pension-time'
  | 'first-birth'
  | 'age'
  | 'rank-limit'
  | 'limit-act'
  | 'pension-start'
  | 'odd-months'
  | 'severance-months'
  | 'clock'
  | 'base-salary'
  | 'term'
  | 'rounding'
  | 'top-up'
  | 'cap'
  | 'most'
  | 'term-months'
  | 'pay-scale'
  | 'over-frame'
  | 'yield'
  | 'pension'
  | 'declared'
  | 'plausible';

/** Which leaves the generator knows: the kind of the provision, the path, what it is. */
const KNOWN: readonly (readonly [kind: RegExp, path: RegExp, is: LeafKind])[] = [
  [/./, /^(from|until)$/, 'version-date'],
  [
    /^pension-(rate|cut|surplus)$/,
    /^(when\.\w+\.(atLeast|above|upTo|under)|years|percent|yearly|most|aboveYears|rate)$/,
    'pension',
  ],
  [/^yield$/, /^when\.\w+\.(atLeast|above|upTo|under)$/, 'yield'],
  [/^age-limit$/, /^when\.settlingDate\.(atLeast|under)$/, 'limit-act'],
  [/./, /^(when|require)\.\w+\.(atLeast|above|upTo|under)$/, 'interval'],
  [/./, /^(when|require)\.class\./, 'word'],
  [/^class$/, /^value$/, 'word'],
  [/^pension-time$/, /^months$/, 'pension-time'],
  [/^retirement-age$/, /^coversBirthsFrom\.(male|female)$/, 'first-birth'],
  [/^retirement-age$/, /^(lessMonths|ages\.\d+\.(year|male|female))$/, 'age'],
  [/^age-limit$/, /^limits\.\d+\.(male|female)$/, 'rank-limit'],
  [/^age-limit$/, /^limits\.\d+\.(male|female)\./, 'age'],
  [/^age-limit$/, /^extensionYears$/, 'word'],
  [/^months-early$/, /^pensionStartsAfterMonths$/, 'pension-start'],
  [/^odd-months$/, /^bands\.\d+\.(atLeast|above|upTo|under)$/, 'odd-months'],
  [/^odd-months$/, /^bands\.\d+\.years$/, 'amount'],
  [/^severance-months$/, /^upToMonths$/, 'severance-months'],
  [/^clock$/, /^(starts|months)$/, 'clock'],
  [/^base-salary$/, /^since$/, 'base-salary'],
  [/^base-salary$/, /^amount$/, 'amount'],
  [/^base-salary-month$/, /^monthsBefore$/, 'base-salary'],
  [/^benefit$/, /^terms\.\d+\.(above|upTo)$/, 'term'],
  [/^benefit$/, /^terms\.\d+\.rate$/, 'amount'],
  [/^benefit$/, /^cap$/, 'cap'],
  [/^benefit$/, /^most\.months$/, 'most'],
  [/^term-months$/, /^atLeastMonths$/, 'term-months'],
  [/^pay-scale$/, /^(first|increment|steps)$/, 'pay-scale'],
  [/^over-frame$/, /^(afterMonths|percent|yearly)$/, 'over-frame'],
  [/^component-rate$/, /^(percent|yearly|fromYears)$/, 'declared'],
  [/^plausible$/, /^(least|most|only)(\.|$)/, 'plausible'],
  [/^benefit-title$/, /^order$/, 'amount'],
  [/^rounding$/, /^step$/, 'rounding'],
  [/^top-up$/, /^(version|leavers\.(from|until))$/, 'top-up'],
];

/** What a leaf is for; undefined when the generator does not know such a leaf, which a test reports. */
export function kindOf({ provision, path }: Leaf): LeafKind | undefined {
  return KNOWN.find(([kind, places]) => kind.test(provision.kind) && places.test(path))?.[2];
}

/** The name of a leaf in messages and lists. */
export function leafName({ provision, path }: Leaf): string {
  return `${provision.id} ${path}`;
}
