import { decimalText } from '../base/decimal.ts';
import type { Issue } from '../base/checked.ts';
import { nearest, type Lang } from '../base/text.ts';
import type { Case } from '../case/case.ts';
import type { Law } from '../law/law.ts';
import type { LawVersion } from '../law/version.ts';
import { issue } from '../messages/issue.ts';
import type { Figures, TouchedQuestion } from './derivation.ts';
import { derive, type DeriveOptions } from './derive.ts';

/** The chosen option of each open question of a version: the user's, else the default. */
export function chosenReadings(law: LawVersion, wanted: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return Object.keys(wanted).length > 0 ? chosenFrom(law, wanted) : law.derived(defaultReadings);
}

function defaultReadings(law: LawVersion): ReadonlyMap<string, string> {
  return chosenFrom(law, {});
}

function chosenFrom(law: LawVersion, wanted: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    law.rules('interpretation').map(({ provision }) => {
      const { interpretation, default: standard, options } = provision;
      // Schemes may ask the same question with other options: one that this scheme does not have leaves its default.
      const chosen = Object.hasOwn(wanted, interpretation) ? wanted[interpretation] : undefined;
      const isOption = chosen !== undefined && options.some(({ option }) => option === chosen);
      return [interpretation, isOption ? chosen : standard];
    }),
  );
}

/** The open questions of these schemes, each with every option that one of them has. */
export function questionsOf(law: Law, schemes: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const questions = new Map<string, readonly string[]>();
  for (const scheme of schemes) {
    for (const [name, options] of law.questions(scheme)) {
      questions.set(name, [...new Set([...(questions.get(name) ?? []), ...options])]);
    }
  }
  return questions;
}

/** Issues with chosen readings: a question no version of the schemes asks, an option it does not have. */
export function readingIssues(
  law: Law,
  schemes: readonly string[],
  wanted: Readonly<Record<string, string>>,
  lang: Lang,
): Issue[] {
  if (Object.keys(wanted).length === 0) return [];
  const questions = questionsOf(law, schemes);
  return Object.entries(wanted).flatMap(([name, value]) => {
    const options = questions.get(name);
    const path = `interpret.${name}`;
    if (!options) {
      const names = [...questions.keys()];
      return [
        issue(lang, 'unknown-interpretation', path, { name, near: nearest(name, names), known: names.join(', ') }),
      ];
    }
    if (options.includes(value)) return [];
    return [
      issue(lang, 'unknown-option', path, { name, value, near: nearest(value, options), known: options.join(', ') }),
    ];
  });
}

/** The open questions that a case touches: those whose other options would lead to another result. */
export function touched(
  figures: Figures,
  one: Case,
  options: DeriveOptions,
  readings: ReadonlyMap<string, string>,
): TouchedQuestion[] {
  const found: TouchedQuestion[] = [];
  for (const id of [...figures.consulted].sort()) {
    const question = figures.law.interpretation(id);
    const chosen = readings.get(id);
    if (!question || chosen === undefined) continue;
    const alternatives: { option: string; total: string }[] = [];
    let differs = false;
    for (const { option } of question.provision.options) {
      if (option === chosen) continue;
      const other = derive(figures.law, one, options, new Map(readings).set(id, option));
      if (Array.isArray(other)) continue;
      alternatives.push({ option, total: decimalText(other.total) });
      differs ||= !same(figures, other);
    }
    if (differs) found.push({ id, chosen, alternatives });
  }
  return found;
}

function same(a: Figures, b: Figures): boolean {
  return (
    a.outcome === b.outcome &&
    a.route === b.route &&
    a.total.eq(b.total) &&
    a.salary.amount.eq(b.salary.amount) &&
    a.measures.monthsEarly?.value === b.measures.monthsEarly?.value &&
    a.measures.window?.name === b.measures.window?.name &&
    a.lines.length === b.lines.length &&
    a.lines.every((line, index) => line.row.id === b.lines[index]?.row.id)
  );
}
