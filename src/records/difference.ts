import { Decimal, decimalText } from '../base/decimal.ts';
import type { Cite } from '../law/version.ts';
import { MEASURE_NAMES, type Result, type ResultBenefit } from '../engine/result.ts';

/** What a difference is about. */
export type DifferenceKind =
  | 'outcome'
  | 'measure'
  | 'salary'
  | 'line'
  | 'total'
  | 'top-up'
  | 'pension'
  | 'scheme'
  | 'provision'
  | 'interpretation'
  | 'finding'
  | 'case';

/** One thing in which a recorded result is not what is computed now. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The measure, the salary component, the benefit, the question, the code of the finding, the key of the case. */
  readonly what: string;
  /** As recorded; null where the record has none. Values of the case are left out: they may be personal. */
  readonly recorded: string | null;
  /** As computed; null where there is none. */
  readonly computed: string | null;
  /** For amounts, đồng: recorded less computed; more than 0: the record holds too much. */
  readonly difference?: string;
  /** The provisions behind the computed value, else behind the recorded one. */
  readonly cite?: readonly Cite[];
  /** The row of the rule files behind the computed value, else behind the recorded one. */
  readonly row?: string;
}

/** A difference of one value, where there is any. */
export function differs(
  kind: DifferenceKind,
  what: string,
  a: unknown,
  b: unknown,
  more: Partial<Difference>,
): Difference[] {
  const [recorded, computed] = [textOf(a), textOf(b)];
  return recorded === computed ? [] : [{ kind, what, recorded, computed, ...more }];
}

/** The measures that differ. */
export function measureDifferences(recorded: Result, computed: Result): Difference[] {
  return MEASURE_NAMES.flatMap((name) => {
    const [a, b] = [recorded.measures?.[name], computed.measures?.[name]];
    return differs('measure', name, a, b, name === 'monthlySalary' ? money(a, b) : {});
  });
}

/** What differs in the pension, told for information. */
export function pensionDifferences({ pension: a }: Result, { pension: b }: Result): Difference[] {
  return [
    ...(['version', 'years', 'rate', 'cutRate', 'monthly'] as const).flatMap((what) =>
      differs('pension', what, a?.[what], b?.[what], {}),
    ),
    ...(['years', 'months', 'amount'] as const).flatMap((what) =>
      differs('pension', `oneOff.${what}`, a?.oneOff?.[what], b?.oneOff?.[what], {}),
    ),
  ];
}

/** What differs in what a transition adds. */
export function topUpDifferences(a: Result['topUp'], b: Result['topUp']): Difference[] {
  const cite = b?.cite ?? a?.cite ?? [];
  const found: Difference[] = [];
  for (const what of ['amount', 'total', 'version'] as const) {
    const [recorded, computed] = [textOf(a?.[what]), textOf(b?.[what])];
    if (recorded === computed) continue;
    found.push({
      kind: 'top-up',
      what,
      recorded,
      computed,
      ...(what === 'version' ? {} : money(recorded, computed)),
      cite,
    });
  }
  return found;
}

/** What an earlier settlement leaves due. */
export function raiseDifferences(a: Result['raise'], b: Result['raise']): Difference[] {
  return (['scheme', 'paid', 'due'] as const).flatMap((what): Difference[] => {
    const [recorded, computed] = [textOf(a?.[what]), textOf(b?.[what])];
    if (recorded === computed) return [];
    const amount = what === 'scheme' ? {} : money(recorded, computed);
    return [{ kind: 'top-up', what, recorded, computed, ...amount, cite: b?.cite ?? a?.cite ?? [] }];
  });
}

/** What became of each scheme that was looked at; the total of the chosen one is that of the result. */
export function choiceDifferences(recorded: Result, computed: Result): Difference[] {
  const [before, after] = [recorded.candidates ?? [], computed.candidates ?? []];
  return union(before, after, (one) => one.scheme).flatMap((scheme): Difference[] => {
    const [a, b] = [before, after].map((all) => all.find((one) => one.scheme === scheme));
    const [old, now] = [a, b].map((one) => {
      if (!one) return null;
      return one.status === 'chosen' || one.total === undefined ? one.status : `${one.status} ${one.total}`;
    });
    if (old === now || old === undefined || now === undefined) return [];
    return [{ kind: 'scheme', what: scheme, recorded: old, computed: now, cite: b?.cite ?? a?.cite ?? [] }];
  });
}

/** The components of the salary that differ. */
export function salaryDifferences(recorded: Result, computed: Result): Difference[] {
  return union(recorded.salary, computed.salary, (line) => line.component).flatMap((name): Difference[] => {
    const a = recorded.salary.find((line) => line.component === name);
    const b = computed.salary.find((line) => line.component === name);
    const cite = b?.cite ?? a?.cite ?? [];
    if (a?.amount !== b?.amount || a?.given !== b?.given) {
      const [before, after] = [textOf(a?.amount), textOf(b?.amount)];
      return [{ kind: 'salary', what: name, recorded: before, computed: after, ...money(before, after), cite }];
    }
    return citeDifference(name, a?.cite ?? [], b?.cite ?? []);
  });
}

/** What differs in a line of what is paid. */
export function lineDifferences(id: string, a: ResultBenefit | undefined, b: ResultBenefit | undefined): Difference[] {
  if (lineText(a) === lineText(b) && a?.row === b?.row) return citeDifference(id, a?.cite ?? [], b?.cite ?? []);
  const rows = [...new Set([a, b].flatMap((line) => (line ? [line.row] : [])))];
  return [
    {
      kind: 'line',
      what: id,
      recorded: lineText(a),
      computed: lineText(b),
      ...money(a?.amount, b?.amount),
      cite: (b ?? a)?.cite ?? [],
      row: rows.join(' → '),
    },
  ];
}

/** A line in numbers: what it pays, of how many months, by which formula; null where there is none. */
function lineText(line: ResultBenefit | undefined): string | null {
  return line ? `${line.amount} (${line.months}: ${line.formula})` : null;
}

function citeDifference(what: string, a: readonly Cite[], b: readonly Cite[]): Difference[] {
  if (a.length === b.length && a.every((cite, at) => sameCite(cite, b[at]))) return [];
  return [{ kind: 'provision', what, recorded: citesText(a), computed: citesText(b), cite: b }];
}

function sameCite(a: Cite, b: Cite | undefined): boolean {
  return (
    b !== undefined &&
    a.act === b.act &&
    a.at === b.at &&
    a.amendedBy === b.amendedBy &&
    a.amendedAt === b.amendedAt &&
    a.certainty === b.certainty
  );
}

/** Legal bases in one line: act, address, and the act that amended it. */
export function citesText(cites: readonly Cite[]): string {
  return cites.map(({ act, at, amendedBy }) => `${act} ${at}${amendedBy === null ? '' : ` ← ${amendedBy}`}`).join('; ');
}

/** The readings that differ. */
export function questionDifferences(recorded: Result, computed: Result): Difference[] {
  return union(recorded.interpretations, computed.interpretations, (one) => one.id).flatMap((id): Difference[] => {
    const readingText = (result: Result): string | null => {
      const one = result.interpretations.find((each) => each.id === id);
      return one
        ? [one.chosen, ...one.alternatives.map(({ option, total }) => `${option}: ${total}`)].join('; ')
        : null;
    };
    const [a, b] = [readingText(recorded), readingText(computed)];
    return a === b ? [] : [{ kind: 'interpretation', what: id, recorded: a, computed: b }];
  });
}

const TOP_UPS: readonly string[] = ['top-up', 'no-top-up'];

/** The findings that differ, apart from their texts. */
export function findingDifferences(recorded: Result, computed: Result, withTopUp: boolean): Difference[] {
  const of = ({ findings }: Result): Result['findings'] =>
    withTopUp ? findings : findings.filter(({ code }) => !TOP_UPS.includes(code));
  return union(of(recorded), of(computed), (one) => one.code).flatMap((code): Difference[] => {
    const all = (result: Result): string | null => {
      const ones = of(result).filter((one) => one.code === code);
      return ones.length === 0 ? null : ones.map((one) => `${one.severity} ${citesText(one.cite)}`.trim()).join(' | ');
    };
    const [a, b] = [all(recorded), all(computed)];
    return a === b ? [] : [{ kind: 'finding', what: code, recorded: a, computed: b }];
  });
}

/** The keys of both lists, each once. */
export function union<T>(a: readonly T[], b: readonly T[], key: (item: T) => string): string[] {
  return [...new Set([...a, ...b].map(key))];
}

/** The difference of two amounts, as members of a difference. */
export function money(a: unknown, b: unknown): { difference?: string } {
  return { difference: minus(textOf(a) ?? '0', textOf(b) ?? '0') };
}

/** The exact difference of two amounts in plain decimal notation. */
export function minus(a: string, b: string): string {
  return a === b ? '0' : decimalText(new Decimal(a).minus(b));
}

/** The exact sum of two amounts in plain decimal notation. */
export function plus(a: string, b: string): string {
  return b === '0' ? a : decimalText(new Decimal(a).plus(b));
}

/** A plain value as it is told. */
export function textOf(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}
