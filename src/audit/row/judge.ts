import type { Lang } from '../../base/text.ts';
import type { CalculateOptions } from '../../calculate.ts';
import type { Law } from '../../law/law.ts';
import type { AuditRow } from '../report.ts';
import type { SalaryFound } from '../salary/link.ts';
import type { SheetLayout } from '../sheet/layout.ts';
import type { MapDefaults } from '../sheet/map.ts';
import type { PersonRow } from '../sheet/people.ts';
import { nameCauses } from './alternatives.ts';
import { findFollowOns, onlySumIsWrong } from './causes.ts';
import { shownDeclared, shownDifference, shownValue, whyOf } from './explain.ts';
import { declaredOf, judgedColumns, matchOf, type Judged, type Match } from './judged.ts';
import { readPrimary, RowReader } from './primary.ts';
import { reportRow } from './row-report.ts';
import { agrees, isNothing, type Value } from './values.ts';
import { variantsOf } from './variants.ts';
import { hushBlanks, judgeColumn } from './verdicts.ts';
import { workPerson, type WorkedVariant } from './worked.ts';

/** What every row of a sheet is judged with. */
export interface JudgeScope {
  readonly layout: SheetLayout;
  readonly law: Law;
  readonly options: CalculateOptions;
  readonly lang: Lang;
  /** The ranks that the law names. */
  readonly ranks: readonly string[];
  /** The groups of civil units. */
  readonly civil: readonly string[];
  readonly defaults: MapDefaults;
  /** What form I.5 of the same file gives for a person. */
  readonly salaryOf: (name: string, birth: string | undefined) => SalaryFound | undefined;
}

/** Judges one person: every computed column of the form, from the primary data of the row. */
export function judgeRow(person: PersonRow, scope: JudgeScope): AuditRow {
  const { layout, law, options, lang } = scope;
  const reader = new RowReader(person, layout);
  const primary = readPrimary(reader, scope.ranks, scope.civil, scope.defaults);
  const birth = primary.birth.kind === 'read' ? primary.birth.values[0] : undefined;
  const link = scope.salaryOf(person.name, birth);
  const set = variantsOf(layout.form, primary, law, link ? [link.computed] : undefined);
  const turned: string[] = [];
  const worked: WorkedVariant[] = [];
  for (const variant of set.variants) {
    const found = workPerson(layout.form, variant.person, options);
    if ('message' in found) turned.push(found.message);
    else worked.push({ variant, ...found });
  }
  const judged = judgedColumns(reader, worked, link !== undefined);
  const matches = judged.map((one) => worked.map((_, at) => matchOf(one, at)));
  const at = bestVariant(matches, worked.length);
  judged.forEach((one, index) => judgeColumn(one, matches[index] ?? [], at, { worked, set, lang, turned }));
  hushBlanks(judged);
  const rep = at === undefined ? undefined : worked[at];
  if (at !== undefined && rep) explainWrong(judged, { at, worked: rep, link }, scope);
  return reportRow({ person, reader, judged, at, derivation: rep?.derivation, questions: rep?.questions ?? [], lang });
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

interface Representative {
  readonly at: number;
  readonly worked: WorkedVariant;
  readonly link: SalaryFound | undefined;
}

/** Says of every wrong cell why, once: what follows from another cell, which known error or reading explains it. */
function explainWrong(judged: readonly Judged[], rep: Representative, scope: JudgeScope): void {
  const { law, options, layout } = scope;
  if (judged.every(({ verdict }) => verdict !== 'wrong')) return;
  findFollowOns(judged, layout.form, rep, options);
  nameCauses(judged, rep.worked, { form: layout.form, law, options });
  findFollowOns(judged, layout.form, rep, options);
  for (const one of judged) nameWrong(one, judged, rep, scope);
}

/** Gives a wrong cell the code and numbers of its message. */
function nameWrong(one: Judged, judged: readonly Judged[], rep: Representative, { law, lang }: JudgeScope): void {
  const value = one.values[rep.at];
  if (one.verdict === 'right' || one.verdict === 'unchecked' || !value) return;
  one.silent = false;
  const declared = declaredOf(one);
  const difference = shownDifference(declared, value, lang);
  one.params = {
    ...one.params,
    declared: shownDeclared(declared, one.text, lang),
    computed: shownValue(value, lang),
    ...(difference === undefined ? {} : { difference }),
    why: whyOf(one.column, rep.worked, { law, lang }),
    cause: (one.follows ?? []).join(', '),
  };
  if (one.verdict === 'follow-on' || (one.code !== 'wrong-amount' && one.code !== 'wrong-measure')) return;
  if (one.column.key === 'salary' && rep.link) linked(one, rep.link, value);
  else if (value.kind === 'money' && one.reading.kind === 'blank') one.code = 'not-declared';
  else if (isNothing(value)) one.code = 'not-due';
  else if (isSum(one) && onlySumIsWrong(judged)) one.code = 'wrong-sum';
}

/** A salary that differs from that of form I.5: taken from a wrong cell there, or wrong itself. */
function linked(one: Judged, link: SalaryFound, value: Value): void {
  const declared = declaredOf(one);
  const copied =
    declared !== undefined && link.declared !== undefined && agrees(declared, { kind: 'money', amount: link.declared });
  one.params = { ...one.params, sheet: link.sheet, row: link.row, cause: link.cell };
  if (copied && !agrees(declared, value)) {
    one.verdict = 'follow-on';
    one.code = 'other-sheet';
    one.follows = [`${link.sheet}!${link.cell}`];
  } else one.code = 'differs-from-salary-sheet';
}

function isSum({ column: { gives } }: Judged): boolean {
  return gives !== undefined && ('total' in gives || 'sum' in gives);
}
