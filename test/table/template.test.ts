import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CASE_KEYS } from '../../src/case/keys.ts';
import { vocabularyOf } from '../../src/engine/vocabulary.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { templateColumns } from '../../src/table/template.ts';
import { command, testFolder } from '../support/table.ts';

const file = testFolder();

describe('the template to fill in', () => {
  test.each(['vi', 'en'] as const)('%s: its two invented people are paid as they stand', async (lang) => {
    const [template, output] = [file(`${lang}.xlsx`), file(`${lang}.ndjson`)];
    expect((await command('template', '--examples', '-o', template, '--lang', lang)).code).toBe(0);
    expect((await command('batch', template, '-o', output, '--quiet', '--lang', lang)).code).toBe(0);
    const rows = readFileSync(output, 'utf8').trimEnd().split('\n');
    expect(rows.map((row) => (JSON.parse(row) as { outcome: string }).outcome)).toEqual(['paid', 'paid']);
  });

  test.each(['vi', 'en'] as const)(
    '%s: each column carries the note of its own key, and says nothing twice',
    (lang) => {
      const columns = templateColumns(vocabularyOf(builtinLaw(), 'auto'), lang);
      for (const key of CASE_KEYS) {
        const column = columns.find((one) => one.key?.key === key.key);
        expect(column?.heading).toBe(key.title[lang]);
        expect(column?.required).toBe(key.required === true);
        const note = column?.note ?? '';
        expect(note.endsWith(key.note?.[lang] ?? '')).toBe(true);
        for (const other of CASE_KEYS)
          if (other.note && other.note[lang] !== key.note?.[lang]) expect(note).not.toContain(other.note[lang]);
        const examples = note.match(/\d+y\d+m|\d{2}\/\d{2}\/\d{4}/g) ?? [];
        expect(new Set(examples).size, key.key).toBe(examples.length);
      }
    },
  );
});
