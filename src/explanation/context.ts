import type { Lang, Words } from '../base/text.ts';
import type { Derivation, Calculation } from '../engine/derivation.ts';
import { clockSide } from '../law/clock-words.ts';
import type { Law } from '../law/law.ts';
import type { ClockProvision } from '../law/provision.ts';
import type { Cite } from '../law/version.ts';
import { wordLabel } from './labels.ts';

/** How to explain a case. */
export interface ExplainOptions {
  readonly lang: Lang;
  /** The law the case was worked out under; it names the acts. */
  readonly law: Law;
  /** The date that pinned the version of the law; absent when the leaving date chose it. */
  readonly asOf?: string | undefined;
}

/** What every part of an explanation looks at. */
export interface Context extends ExplainOptions, Calculation {
  /** The text of the language. */
  readonly say: (vi: string, en: string) => string;
}

/** The context of a case worked out. */
export function contextOf(worked: Calculation, options: ExplainOptions): Context {
  return { ...worked, ...options, say: (vi, en) => (options.lang === 'vi' ? vi : en) };
}

/** The title of an act; its id when the law does not hold it. */
export function actTitle(law: Law, act: string, lang: Lang): string {
  return law.acts.get(act)?.title[lang] ?? act;
}

/** How far the law was looked at, in a sentence; undefined where the law does not say. */
export function reachText({ reach }: Law, lang: Lang): string | undefined {
  return reach?.words[lang];
}

/** A legal basis for a reader. */
export interface Basis {
  readonly act: string;
  readonly at: string;
  readonly amendedBy?: string;
  readonly certainty?: string;
  /** "Điều 7 khoản 2, Nghị định 178/2024/NĐ-CP (sửa đổi bởi Nghị định 67/2025/NĐ-CP Điều 1 khoản 6)". */
  readonly text: string;
}

/** Writes legal bases with the titles of their acts, who set them last, and how well they are known where not A. */
export function basisOf(law: Law, cites: readonly Cite[], lang: Lang): Basis[] {
  const found = new Map<string, Basis>();
  for (const cite of cites) {
    const basis = oneBasis(law, cite, lang);
    if (!found.has(basis.text)) found.set(basis.text, basis);
  }
  return [...found.values()];
}

function oneBasis(law: Law, cite: Cite, lang: Lang): Basis {
  const { act, at, amendedBy, amendedAt, certainty } = cite;
  const title = actTitle(law, act, lang);
  const place = at.includes(title) ? at : title.startsWith(at) ? title : `${at}, ${title}`;
  const notes: string[] = [];
  if (amendedBy !== null) {
    const by = [actTitle(law, amendedBy, lang), ...(amendedAt === undefined ? [] : [amendedAt])].join(' ');
    notes.push(lang === 'vi' ? `sửa đổi bởi ${by}` : `as amended by ${by}`);
  }
  if (certainty !== undefined) {
    const how = wordLabel('certainty', certainty, lang);
    notes.push(lang === 'vi' ? `độ tin cậy ${certainty}: ${how}` : `certainty ${certainty}: ${how}`);
  }
  return {
    act,
    at,
    ...(amendedBy === null ? {} : { amendedBy }),
    ...(certainty === undefined ? {} : { certainty }),
    text: notes.length === 0 ? place : `${place} (${notes.join('; ')})`,
  };
}

/** The name of a word of the case as the rule files give it, else as the vocabulary does, else the word itself. */
export function nameOf(context: Pick<Context, 'derivation' | 'lang'>, fact: string, word: string): string {
  const named = lawName(context.derivation, fact, word)?.[context.lang];
  if (fact !== 'schedule') return named ?? wordLabel(fact, word, context.lang);
  const usual = wordLabel(fact, word, context.lang);
  const rule = context.derivation.law.rules('retirement-age').find(({ provision }) => provision.schedule === word);
  const name = usual === word ? (rule?.provision.title?.[context.lang] ?? word) : usual;
  return rule ? `${name} (${rule.provision.at})` : name;
}

function lawName(derivation: Derivation, fact: string, word: string): Words | undefined {
  const { law } = derivation;
  if (fact === 'group') return law.rules('group').find(({ provision }) => provision.group === word)?.provision.title;
  if (fact === 'route') return law.routes.find(({ route }) => route === word)?.title;
  if (fact === 'component')
    return law.rules('component').find(({ provision }) => provision.component === word)?.provision.title;
  if (fact === 'benefit')
    return law.rules('benefit-title').find(({ provision }) => provision.benefit === word)?.provision.title;
  return fact === 'window' ? windowName(derivation, word) : undefined;
}

/** A side of a term, by the clock that applied to the case, or else by every clock of the law that has it. */
function windowName({ law, measures }: Derivation, word: string): Words | undefined {
  // Where the law is read without a case, nothing was measured.
  const applied = (measures as Derivation['measures'] | undefined)?.window;
  return clockSide(applied?.name === word ? [applied.rule.provision] : clocksOf(law), word);
}

function clocksOf(law: Derivation['law']): ClockProvision[] {
  return law.rules('clock').map((rule) => rule.provision);
}
