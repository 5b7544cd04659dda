import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { calculate, type CalculateOptions, type Lang } from '../../src/index.ts';

/** What is told of a case that a scheme does not fit, word for word, in both languages. */

interface Told {
  readonly name: string;
  readonly change: Readonly<Record<string, object>>;
  readonly options?: CalculateOptions;
  readonly vi: readonly string[];
  readonly en: readonly string[];
}

const { cases } = parse(readFileSync(new URL('scheme-messages.yaml', import.meta.url), 'utf8')) as {
  readonly cases: readonly Told[];
};

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

function told({ change, options }: Told, lang: Lang): string[] {
  const found = calculate(changed(change), { ...options, lang });
  if (!found.ok) return found.issues.map(({ code, path, message }) => `${code} ${path}: ${message}`);
  return [found.value.outcome, ...found.value.findings.map(({ code, message }) => `${code}: ${message}`)];
}

describe.each(cases)('$name', (one) => {
  test.each(['vi', 'en'] as const)('%s', (lang) => {
    expect(told(one, lang)).toEqual(one[lang]);
  });
});
