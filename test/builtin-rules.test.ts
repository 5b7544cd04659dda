import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadLaw } from '../src/law/load.ts';
import type { RuleSource } from '../src/law/source.ts';

const root = new URL('../rules/', import.meta.url);

function sources(): RuleSource[] {
  return ['schemes/', 'acts/'].flatMap((folder) =>
    readdirSync(new URL(folder, root))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => ({ file: folder + name, text: readFileSync(new URL(folder + name, root), 'utf8') })),
  );
}

describe('the built-in rule files', () => {
  test('stay inside the vocabulary and consolidate without a defect', () => {
    const loaded = loadLaw(sources(), { over: 'nothing', lang: 'en' });
    expect(loaded.ok ? [] : loaded.issues).toEqual([]);
  });

  test.each(sources())('$file is named after what it states', ({ file, text }) => {
    const name = /^(?:act|scheme): (\S+)$/m.exec(text)?.[1];
    expect(file).toMatch(new RegExp(`/${name}\\.yaml$`));
  });
});
