import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { calculate, type CalculateOptions, type Lang, type Law } from '../../src/index.ts';

/** A case that a scheme does not fit, and what is told of it, word for word, in both languages. */
export interface Told {
  readonly name: string;
  readonly change: Readonly<Record<string, object>>;
  readonly options?: CalculateOptions;
  readonly vi: readonly string[];
  readonly en: readonly string[];
}

const file = new URL('../case/scheme-messages.yaml', import.meta.url);

/** Every such case. */
export function toldCases(): readonly Told[] {
  return (parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Told[] }).cases;
}

const WHOLE: Readonly<Record<string, object>> = {
  person: { sex: 'male', birth: '1968-01', group: 'cadre' },
  leaving: { route: 'auto', date: '2025-08-01', reorganisation: '2025-07-01' },
  insurance: { years: 30 },
  salary: { monthly: '10000000' },
};

function changed(change: Told['change']): unknown {
  const parts = Object.entries(change).map(([name, part]) => [
    name,
    name === 'salary' ? part : { ...WHOLE[name], ...part },
  ]);
  return { ...WHOLE, ...Object.fromEntries(parts) };
}

/** What is told of a case: its issues, or the outcome and the findings. */
export function told({ change, options }: Told, lang: Lang, law?: Law): string[] {
  const found = calculate(changed(change), { ...options, lang, ...(law ? { law } : {}) });
  if (!found.ok) return found.issues.map(({ code, path, message }) => `${code} ${path}: ${message}`);
  return [found.value.outcome, ...found.value.findings.map(({ code, message }) => `${code}: ${message}`)];
}

/** Whether a law tells the same of a case, in both languages. */
export function tellsUnder(law: Law, one: Told): boolean {
  return (['vi', 'en'] as const).every((lang) => told(one, lang, law).join('\n') === one[lang].join('\n'));
}
