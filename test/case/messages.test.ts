import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { calculate, type Lang } from '../../src/index.ts';
import { FAULTY, faultsIn } from '../proof/mutants/faulty.ts';

/** Every fault of a case: the code, the place, and the exact words in both languages. */

type Said = Readonly<Record<Lang, string>>;

const expected = parse(readFileSync(new URL('messages.yaml', import.meta.url), 'utf8')) as Record<string, Said[]>;

function said(input: unknown, lang: Lang): string[] {
  const found = calculate(input, { scheme: 'nd178', lang });
  return found.ok ? [] : found.issues.map(({ message }) => message);
}

describe.each(FAULTY)('$name', ({ name, input, issues }) => {
  test('is told by code and place', () => {
    expect(faultsIn(input)).toEqual(issues);
  });

  test('is told in words', () => {
    const words = expected[name] ?? [];
    expect(said(input, 'vi')).toEqual(words.map(({ vi }) => vi));
    expect(said(input, 'en')).toEqual(words.map(({ en }) => en));
  });
});

test('the words are those of faults that there are', () => {
  const names = new Set(FAULTY.map(({ name }) => name));
  expect(Object.keys(expected).filter((name) => !names.has(name))).toEqual([]);
});
