import type { Lang } from '../../base/text.ts';
import type { CalculateOptions } from '../../engine/calculate.ts';
import type { Law } from '../../law/law.ts';
import type { RankReader } from '../cells/ranks.ts';
import type { AuditRow } from '../report.ts';
import type { SalaryFound } from '../salary/link.ts';
import type { SheetLayout } from '../sheet/layout.ts';
import type { MapDefaults } from '../sheet/map.ts';
import type { PersonRow } from '../sheet/people.ts';
import { withOtherCauses } from './alternatives.ts';
import { declaredCells, declaredOf, matchOf, showsSum, type DeclaredCell, type Match } from './cells.ts';
import { onlySumIsWrong, withFollowOns } from './causes.ts';
import { whyOf } from './explain.ts';
import { readPrimary, RowReader } from './primary.ts';
import { reportRow } from './row-report.ts';
import { agrees, isNothing, type Value } from './values.ts';
import { variantsOf, type WorkedVariant } from './variants.ts';
import {
  firstVerdict,
  isWrong,
  withNumbers,
  withoutBlanks,
  type Judged,
  type Verdict,
  type Verdicts,
} from './verdicts.ts';
import { workCase } from './worked.ts';

/** What every row of a sheet is judged with. */
export interface JudgeScope {
  readonly layout: SheetLayout;
  readonly law: Law;
  readonly options: CalculateOptions;
  readonly lang: Lang;
  /** Reads ranks, those that the law names among them. */
  readonly readRank: RankReader;
  /** The groups of civil units. */
  readonly civil: readonly string[];
  readonly defaults: MapDefaults;
  /** What form I.5 of the same file gives for a person. */
  readonly salaryOf: (name: string, birth: string | undefined) => SalaryFound | undefined;
}

/** Judges one person: every computed column of the form, from the primary data of the row. */
export function judgeRow(person: PersonRow, scope: JudgeScope): AuditRow {
  const { layout, law, options, lang } = scope;
  const { form } = layout;
  const reader = new RowReader(person, layout);
  const primary = readPrimary(reader, scope.readRank, scope.civil, scope.defaults);
  const birth = primary.birth.kind === 'read' ? primary.birth.values[0] : undefined;
  const link = scope.salaryOf(person.name, birth);
  const set = variantsOf(form, primary, law, link ? [link.computed] : undefined);
  const turned: string[] = [];
  const worked = set.variants.flatMap((variant): WorkedVariant[] => {
    const found = workCase(form, variant.case, options);
    if (typeof found !== 'string') return [{ variant, ...found }];
    turned.push(found);
    return [];
  });
  const cases = worked.map(({ derivation }) => derivation);
  const cells = declaredCells(reader, cases, link !== undefined);
  const matches = cells.map((one) => worked.map((_, at) => matchOf(one, at)));
  const at = bestVariant(matches, worked.length);
  const judging = { worked, set, lang, turned };
  const first = withoutBlanks(
    new Map(cells.map((one, index) => [one, firstVerdict(one, matches[index] ?? [], at, judging)])),
  );
  const speaks = at === undefined ? undefined : worked[at];
  const verdicts =
    at === undefined || !speaks ? first : explained(first, { form, law, options, lang, worked: speaks, at, link });
  const { derivation, questions = [] } = speaks ?? {};
  return reportRow({ person, reader, verdicts, at, derivation, questions, lang });
}

/** The variant under which most cells are right; it speaks for the row. */
function bestVariant(matches: readonly (readonly Match[])[], count: number): number | undefined {
  let best: number | undefined;
  let most = -1;
  for (let at = 0; at < count; at++) {
    const right = matches.filter((one) => one[at] !== 'wrong').length;
    if (right > most) [best, most] = [at, right];
  }
  return best;
}

/** Says of every wrong cell why, once: what follows from another cell, which known error or reading explains it. */
function explained(first: Verdicts, row: Judged): Verdicts {
  if (![...first.values()].some(({ verdict }) => verdict === 'wrong')) return first;
  const found = withFollowOns(withOtherCauses(withFollowOns(first, row), row), row);
  return new Map(
    [...found].map(([one, verdict]) => [one, isWrong(verdict) ? named(one, verdict, found, row) : verdict]),
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
  return showsSum(one) && onlySumIsWrong(verdicts) ? { ...said, code: 'wrong-sum' } : said;
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
