import { describe, expect, test } from 'vitest';
import { loadLaw } from '../../src/law/load.ts';
import { ledgerSource, ruleSources } from '../support/rules.ts';

describe('the built-in rule files', () => {
  test('stay inside the vocabulary and consolidate without a defect', () => {
    const loaded = loadLaw([...ruleSources(), ledgerSource()], { over: 'nothing', lang: 'en' });
    expect(loaded.ok ? [] : loaded.issues).toEqual([]);
  });

  test.each(ruleSources())('$file is named after what it states', ({ file, text }) => {
    const name = /^(?:act|scheme): (\S+)$/m.exec(text)?.[1];
    expect(file).toMatch(new RegExp(`/${name}\\.yaml$`));
  });
});
