import type { Lang } from '../../base/text.ts';
import type { CalculateOptions } from '../../engine/calculate.ts';
import { implausible } from '../../engine/plausible.ts';
import { beyondText } from '../../engine/plausible-words.ts';
import { memo } from '../../base/memo.ts';
import type { Law } from '../../law/law.ts';
import { faulty, type Reading } from '../cells/reading.ts';
import type { AuditRow } from '../report.ts';
import type { SalaryFound } from '../salary/link.ts';
import type { SheetLayout } from '../sheet/layout.ts';
import type { PersonRow } from '../sheet/people.ts';
import { withOtherCauses } from './alternatives.ts';
import { declaredCells, declaredOf, matchOf, showsMeasure, showsSum, type DeclaredCell, type Match } from './cells.ts';
import { onlySumIsWrong, withFollowOns } from './causes.ts';
import { whyOf } from './explain.ts';
import { readPrimary, RowReader, type Primary, type WhoScope } from './primary.ts';
import { reportRow, warningsOf } from './row-report.ts';
import { slipOf } from './slips.ts';
import { agrees, isNothing, type Value } from './values.ts';
import { variantsOf, type VariantSet, type WorkedVariant } from './variants.ts';
import {
  firstVerdict,
  isWrong,
  withNumbers,
  withoutBlanks,
  openFacts,
  withSharedDoubts,
  type Judged,
  type Verdict,
  type Verdicts,
} from './verdicts.ts';
import { workCase } from './worked.ts';

/** What every row of a sheet is judged with. */
export interface JudgeScope extends WhoScope {
  readonly layout: SheetLayout;
  readonly law: Law;
  readonly options: CalculateOptions;
  readonly lang: Lang;
  /** What form I.5 of the same file gives for a person. */
  readonly salaryOf: (name: string, birth: string | undefined) => SalaryFound | undefined;
}

/** Judges one person: every computed column of the form, from the primary data of the row. */
export function judgeRow(person: PersonRow, scope: JudgeScope): AuditRow {
  const { layout, law, options, lang } = scope;
  const { form } = layout;
  const reader = new RowReader(person, layout);
  const primary = readPrimary(reader, scope);
  const birth = primary.birth.kind === 'read' ? primary.birth.values[0] : undefined;
  const link = scope.salaryOf(person.name, birth);
  const { set, worked, turned } = workPlausible(primary, link, reader, scope);
  const cases = worked.map(({ derivation }) => derivation);
  const cells = declaredCells(reader, cases, link !== undefined);
  const matches = cells.map((one) => worked.map((_, at) => matchOf(one, at)));
  const at = bestVariant(cells, matches, worked.length);
  const judging = { worked, set, lang, turned, facts: memo((rights) => openFacts(worked, rights, lang)) };
  const first = withoutBlanks(
    new Map(cells.map((one, index) => [one, firstVerdict(one, matches[index] ?? [], at, judging)])),
  );
  const speaks = at === undefined ? undefined : worked[at];
  const verdicts = withSharedDoubts(
    at === undefined || !speaks ? first : explained(first, { form, law, options, lang, worked: speaks, at, link }),
  );
  const { derivation, questions = [] } = speaks ?? {};
  const warned = warningsOf(cases, lang);
  return reportRow({
    person,
    reader,
    verdicts,
    at,
    derivation,
    warnings: warned,
    questions,
    lang,
    known: knownOf(primary),
  });
}

/** What tells one person from another beside the name. */
function knownOf({ birth, enlisted, leaving }: Primary): NonNullable<AuditRow['known']> {
  const read = { birth: firstOf(birth), enlisted: firstOf(enlisted), leaving: firstOf(leaving) };
  return Object.fromEntries(Object.entries(read).filter(([, text]) => text !== undefined));
}

function firstOf(reading: Reading<string>): string | undefined {
  return reading.kind === 'read' ? reading.values[0] : undefined;
}

/** The cases of a row worked out, and why others were turned away. */
interface WorkedRow {
  readonly set: VariantSet;
  readonly worked: readonly WorkedVariant[];
  readonly turned: readonly string[];
}

/** Works a row out; a salary that can be nobody's is told, and nothing is judged that stands on it. */
function workPlausible(
  primary: Primary,
  link: SalaryFound | undefined,
  reader: RowReader,
  scope: JudgeScope,
): WorkedRow {
  const first = workRow(primary, link, scope);
  if (link) return first;
  const odd = first.worked
    .slice(0, 1)
    .flatMap(({ derivation: { law, case: one, facts } }) =>
      implausible(law, one, facts).filter(({ rule }) => rule.provision.of === 'salary.monthly'),
    )[0];
  if (!odd || first.set.lacking.has('salary')) return first;
  const fault = faulty<never>('implausible');
  reader.primary('salary', fault, beyondText(odd, scope.lang));
  return workRow({ ...primary, salary: fault }, link, scope);
}

function workRow(
  primary: Primary,
  link: SalaryFound | undefined,
  { layout: { form }, law, options }: JudgeScope,
): WorkedRow {
  const set = variantsOf(form, primary, law, link ? [link.computed] : undefined);
  const turned: string[] = [];
  const worked = set.variants.flatMap((variant): WorkedVariant[] => {
    const found = workCase(form, variant.case, options);
    if (typeof found !== 'string') return [{ variant, ...found }];
    turned.push(found);
    return [];
  });
  return { set, worked, turned };
}

/**
 * The variant under which most measures, then most cells, are right; it speaks for the row: who counted the months of an
 * officer right is no other.
 */
function bestVariant(
  cells: readonly DeclaredCell[],
  matches: readonly (readonly Match[])[],
  count: number,
): number | undefined {
  const right = (at: number, of: (one: DeclaredCell) => boolean): number =>
    cells.filter((one, index) => of(one) && matches[index]?.[at] !== 'wrong').length;
  let best: number | undefined;
  let most = -1;
  for (let at = 0; at < count; at++) {
    const score = right(at, showsMeasure) * cells.length + right(at, () => true);
    if (score > most) [best, most] = [at, score];
  }
  return best;
}

/** Says of every wrong cell why, once: what follows from another cell, which known error or reading explains it. */
function explained(first: Verdicts, row: Judged): Verdicts {
  if (![...first.values()].some(({ verdict }) => verdict === 'wrong')) return first;
  const found = withFollowOns(withOtherCauses(withFollowOns(first, row), row), row);
  const rooted = withRoots(found);
  return new Map(
    [...rooted].map(([one, verdict]) => [one, isWrong(verdict) ? named(one, verdict, rooted, row) : verdict]),
  );
}

/** What follows from a cell that itself follows from another names the last of them: the first thing wrong. */
function withRoots(verdicts: Verdicts): Verdicts {
  const follows = new Map([...verdicts].map(([{ cell }, said]) => [cell, said.follows]));
  const rootsOf = (cell: string, seen: readonly string[] = []): readonly string[] => {
    const own = seen.includes(cell) ? undefined : follows.get(cell);
    return own ? own.flatMap((one) => rootsOf(one, [...seen, cell])) : [cell];
  };
  return new Map(
    [...verdicts].map(([one, said]) =>
      said.follows
        ? [one, { ...said, follows: [...new Set(said.follows.flatMap((cell) => rootsOf(cell)))] }]
        : [one, said],
    ),
  );
}

/** The verdict on a wrong cell with the code and the numbers of its message. */
function named(one: DeclaredCell, before: Verdict, verdicts: Verdicts, row: Judged): Verdict {
  const value = one.values[row.at];
  if (!value) return before;
  const said = { ...withNumbers(one, before, value, whyOf(one.column, row.worked, row), row.lang), silent: false };
  if (said.code !== 'wrong-amount' && said.code !== 'wrong-measure') return said;
  if (one.column.key === 'salary' && row.link) return linked(one, said, row.link, value);
  if (value.kind === 'money' && one.reading.kind === 'blank') return { ...said, code: 'not-declared' };
  if (isNothing(value)) return { ...said, code: 'not-due' };
  const slip = slipOf(one, value, row);
  if (slip) return { ...said, ...slip, params: { ...said.params, ...slip.params } };
  return showsSum(one) && onlySumIsWrong(verdicts, row.at) ? { ...said, code: 'wrong-sum' } : said;
}

/** A salary that differs from that of form I.5: taken from a wrong cell of that form, or wrong itself. */
function linked(one: DeclaredCell, said: Verdict, link: SalaryFound, value: Value): Verdict {
  const declared = declaredOf(one);
  const isCopied =
    declared !== undefined && link.declared !== undefined && agrees(declared, { kind: 'money', amount: link.declared });
  const params = { ...said.params, sheet: link.sheet, row: link.row, cause: link.cell };
  if (!isCopied || agrees(declared, value)) return { ...said, params, code: 'differs-from-salary-sheet' };
  return { ...said, params, verdict: 'follow-on', code: 'other-sheet', follows: [`${link.sheet}!${link.cell}`] };
}
