import { canonicalJson } from '../base/canonical-json.ts';
import { lineOf } from '../engine/result-lines.ts';
import type { Result } from '../engine/result.ts';
import {
  choiceDifferences,
  differs,
  findingDifferences,
  lineDifferences,
  measureDifferences,
  money,
  pensionDifferences,
  questionDifferences,
  raiseDifferences,
  salaryDifferences,
  textOf,
  topUpDifferences,
  union,
  type Difference,
  type DifferenceKind,
} from './difference.ts';

/** How a member of a result is compared in its own words; nothing where these see no difference. */
type Compare = (recorded: Result, computed: Result, withTopUp: boolean) => Difference[];

interface Member {
  readonly kind: DifferenceKind;
  readonly compare: Compare;
  /** The part of the member that a replay computes again; default: all of it. */
  readonly part?: (result: Result, computed: Result) => unknown;
  /** Whether it can be compared at all; default: yes. */
  readonly when?: (recorded: Result, computed: Result, withTopUp: boolean) => boolean;
}

const plainly =
  (kind: DifferenceKind, what: 'outcome' | 'route' | 'total'): Compare =>
  (a, b) =>
    differs(kind, what, a[what], b[what], what === 'total' ? money(a.total, b.total) : {});

/**
 * Every member of a result but its schema and the options, which say what is computed. Beside them stand what has another
 * content under another law file (its hash, the day to which the law was looked at) and texts, which depend on the
 * language.
 */
const MEMBERS: { readonly [M in Exclude<keyof Result, 'schema' | 'options'>]-?: Member } = {
  outcome: { kind: 'outcome', compare: plainly('outcome', 'outcome') },
  route: { kind: 'outcome', compare: plainly('outcome', 'route') },
  measures: { kind: 'measure', compare: measureDifferences },
  salary: { kind: 'salary', compare: salaryDifferences },
  benefits: {
    kind: 'line',
    compare: (a, b) =>
      union(a.benefits, b.benefits, (line) => line.id).flatMap((id) =>
        lineDifferences(id, lineOf(a, id), lineOf(b, id)),
      ),
  },
  total: { kind: 'total', compare: plainly('total', 'total') },
  topUp: {
    kind: 'top-up',
    compare: (a, b) => topUpDifferences(a.topUp, b.topUp),
    when: (_a, _b, withTopUp) => withTopUp,
  },
  raise: { kind: 'top-up', compare: (a, b) => raiseDifferences(a.raise, b.raise) },
  pension: { kind: 'pension', compare: pensionDifferences },
  candidates: {
    kind: 'scheme',
    compare: choiceDifferences,
    part: choicePart,
    when: (a, b) => a.candidates !== undefined && b.candidates !== undefined,
  },
  interpretations: { kind: 'interpretation', compare: questionDifferences },
  findings: {
    kind: 'finding',
    compare: findingDifferences,
    part: ({ findings }) => findings.map((one) => ({ ...one, message: undefined })),
    when: (_a, _b, withTopUp) => withTopUp,
  },
  law: { kind: 'provision', compare: actDifferences, part: ({ law }) => law.acts },
  case: { kind: 'case', compare: () => [] },
  id: { kind: 'case', compare: () => [] },
};

/** The acts that only one of two results rests on, told once; where they are the same in another order, nothing. */
function actDifferences({ law: { acts: a } }: Result, { law: { acts: b } }: Result): Difference[] {
  const [gone, added] = [a.filter((act) => !b.includes(act)), b.filter((act) => !a.includes(act))];
  const listed = (acts: readonly string[]): string | undefined => (acts.length === 0 ? undefined : acts.join(', '));
  return differs('provision', 'law.acts', listed(gone), listed(added), {});
}

/** The schemes looked at without their texts; the total of the chosen one is told once, as that of the result. */
function choicePart({ candidates, total }: Result, computed: Result): unknown {
  return candidates?.map((one) => {
    const again = one.status === 'chosen' && (one.total === total || one.total === computed.total);
    return { ...one, message: undefined, ...(again ? { total: undefined } : {}) };
  });
}

/** Everything in which two results differ, but their texts and the file of their law. Empty when they say the same. */
export function differencesOf(recorded: Result, computed: Result, withTopUp: boolean): Difference[] {
  return Object.entries(MEMBERS).flatMap(([name, { kind, compare, part, when }]: [string, Member]) => {
    if (when?.(recorded, computed, withTopUp) === false)
      return name === 'findings' ? compare(recorded, computed, false) : [];
    const found = compare(recorded, computed, withTopUp);
    if (found.length > 0) return found;
    const [a, b] = [recorded, computed].map((one) => (part ? part(one, computed) : one[name as keyof Result]));
    return leafDifferences(kind, name === 'case' ? '' : name, a, b);
  });
}

/** What the words of a member do not tell: by the place of each value. */
function leafDifferences(kind: DifferenceKind, path: string, a: unknown, b: unknown): Difference[] {
  return differentLeaves(a, b, path).map(([what, recorded, computed]) => {
    const hidden = kind === 'case';
    return { kind, what, recorded: hidden ? null : shown(recorded), computed: hidden ? null : shown(computed) };
  });
}

function shown(value: unknown): string | null {
  return typeof value === 'object' && value !== null ? canonicalJson(value) : textOf(value);
}

/** The dotted places at which two plain values differ, and what stands there. */
function differentLeaves(a: unknown, b: unknown, path: string): [path: string, a: unknown, b: unknown][] {
  if (a === b) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [[path, a, b]];
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) =>
    differentLeaves(left[key], right[key], path === '' ? key : `${path}.${key}`),
  );
}
