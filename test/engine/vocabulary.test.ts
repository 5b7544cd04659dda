import { describe, expect, test } from 'vitest';
import { builtinLaw } from '../../src/index.ts';
import { spellingOf, vocabularyOf } from '../../src/engine/vocabulary.ts';
import { indexWords, readWord } from '../../src/case/spelling/words.ts';

/** The words of the law as people write them. */

const law = builtinLaw();

describe('a group', () => {
  const all = vocabularyOf(law, 'auto');
  const groups = all.get('person.group') ?? [];

  test('is known by the word of the contract whether its titles were gathered or not', () => {
    expect(groups.length).toBeGreaterThan(15);
    for (const { word } of groups) expect([word, all.isCode?.('person.group', word)]).toEqual([word, true]);
  });

  test('that no act names is known by no word', () => {
    for (const word of ['', 'cadres', 'Civil-Servant', 'công chức', 'male', 'severance', 'constructor'])
      expect([word, all.isCode?.('person.group', word)]).toEqual([word, false]);
  });

  test('is read the same by its word, its title and with the shortcut or without', () => {
    const index = indexWords(groups);
    for (const { word, title } of groups)
      for (const written of [word, title.vi, title.en, title.vi.toUpperCase()])
        expect(spellingOf(law, 'auto').read('person.group', written, 'vi')).toEqual(readWord(index, written, 'vi'));
  });

  test('of another scheme is no word of the scheme that is named', () => {
    expect(vocabularyOf(law, 'nd170').isCode).toBeUndefined();
  });
});
