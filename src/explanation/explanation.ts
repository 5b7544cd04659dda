import { Decimal, decimalText } from '../base/decimal.ts';
import type { Derivation, TopUp, TouchedQuestion, Calculation } from '../engine/derivation.ts';
import { amountInWords } from './amount-in-words.ts';
import { benefitsSection } from './benefit-steps.ts';
import { basisOf, contextOf, type Context, type ExplainOptions } from './context.ts';
import { readable, formatDate, formatDifference, formatMoney } from './format.ts';
import { wordLabel } from './labels.ts';
import { lawSection, subjectSection } from './law-steps.ts';
import { measuresSection } from './measure-steps.ts';
import { routesSection } from './route-steps.ts';
import { salarySection } from './salary-steps.ts';
import { pensionSection, schemesSection } from './scheme-steps.ts';
import { section, step, type Section, type Step } from './steps.ts';

/** How a result came about, step by step, each step with its legal basis, in one language. */
export interface Explanation {
  readonly schema: 'nd178/explanation@1';
  readonly id?: string;
  readonly name?: string;
  readonly outcome: Derivation['outcome'];
  readonly outcomeText: string;
  readonly sections: readonly Section[];
  /** Đồng. */
  readonly total: string;
  readonly totalText: string;
  /** Bằng chữ; absent when nothing is paid or the total has no reading. */
  readonly totalInWords?: string;
  /** Cấp bù: what a transition adds, in đồng and in words; not part of the total. */
  readonly topUp?: { readonly amount: string; readonly version: string; readonly text: string };
  /** Cấp bù: what is still due after an earlier settlement under another scheme; not part of the total. */
  readonly due?: { readonly amount: string; readonly text: string };
}

/** Explains a derivation. Everything it says of the law comes from the rule files of that version. */
export function explain(worked: Calculation, options: ExplainOptions): Explanation {
  const context = contextOf(worked, options);
  const { derivation } = worked;
  const { id, person } = derivation.case;
  const total = decimalText(derivation.total);
  const words = derivation.outcome === 'paid' ? amountInWords(total, options.lang) : undefined;
  const sections = [
    lawSection(context),
    schemesSection(context),
    subjectSection(context),
    measuresSection(context),
    salarySection(context),
    routesSection(context),
    benefitsSection(context),
    findingsSection(context),
    interpretationsSection(context),
    pensionSection(context),
  ];
  return {
    schema: 'nd178/explanation@1',
    ...(id === undefined ? {} : { id }),
    ...(person.name === undefined ? {} : { name: person.name }),
    outcome: derivation.outcome,
    outcomeText: wordLabel('outcome', derivation.outcome, options.lang),
    sections: sections.filter((one) => one.steps.length > 0),
    total,
    totalText: formatMoney(total, options.lang),
    ...(words === undefined ? {} : { totalInWords: words }),
    ...(worked.topUp ? { topUp: topUpOf(context, worked.topUp) } : {}),
    ...(worked.raise ? { due: { amount: worked.raise.due, text: formatMoney(worked.raise.due, options.lang) } } : {}),
  };
}

function topUpOf({ lang, say }: Context, { amount, total, version }: TopUp): NonNullable<Explanation['topUp']> {
  const text = say(
    `${formatMoney(amount, lang)} (phiên bản ${formatDate(version, lang)} cho ${formatMoney(total, lang)})`,
    `${formatMoney(amount, lang)} (version ${version} gives ${formatMoney(total, lang)})`,
  );
  return { amount, version, text };
}

/** The findings that no other section has told already. */
function findingsSection(context: Context): Section {
  const { derivation, lang } = context;
  const codes = new Set<string>([
    ...derivation.routes.flatMap((route) => route.requirements.map((one) => one.rule.provision.code)),
    ...derivation.law.rules('exclusion').map((rule) => rule.provision.code),
  ]);
  const steps = derivation.findings
    .filter((found) => !codes.has(found.code))
    .map(({ severity, words, cites }) => ({
      label: wordLabel('severity', severity, lang),
      text: readable(words[lang], lang),
      notes: [],
      basis: basisOf(context.law, cites, lang),
    }));
  return section(context, 'findings', steps);
}

function interpretationsSection(context: Context): Section {
  return section(
    context,
    'interpretations',
    context.interpretations.map((one) => interpretationStep(context, one)),
  );
}

function interpretationStep(context: Context, { id, chosen, alternatives }: TouchedQuestion): Step {
  const { derivation, lang, say } = context;
  const rule = derivation.law.interpretation(id);
  const option = (name: string): string => {
    const found = rule?.provision.options.find((one) => one.option === name);
    return found ? `${found.title[lang]} (${name}; ${found.source[lang]})` : name;
  };
  const notes = alternatives.map((other) => {
    const difference = new Decimal(other.total).minus(derivation.total);
    const total = `${formatMoney(other.total, lang)} (${formatDifference(difference, lang)})`;
    return say(
      `Nếu hiểu: ${option(other.option)}, tổng là ${total}`,
      `Otherwise: ${option(other.option)}, the total is ${total}`,
    );
  });
  const question = rule?.provision.question[lang] ?? id;
  const text = say(`đã chọn: ${option(chosen)}`, `chosen: ${option(chosen)}`);
  return step(context, `${question} [${id}]`, text, [rule], notes);
}
