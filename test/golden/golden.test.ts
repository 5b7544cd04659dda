import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtinLaw, loadLaw } from '../../src/index.ts';
import { versionHashes } from './corpus.ts';
import { goldenRecords, movements, pinnedVersions, writeCorpus } from './gate.ts';

// `npm run golden:write` writes the corpus anew; read what changed in it before it is kept.
if (process.env['ND178_GOLDEN'] === 'write') writeCorpus();

const records = goldenRecords();
const law = builtinLaw();

describe('the golden corpus', () => {
  test('comes out again to the đồng, the day, the provision and the reading', () => {
    expect(movements(records).join('\n')).toBe('');
  });

  test('was computed under the law that is installed; a rule file that changed needs `npm run golden:write`', () => {
    expect(versionHashes()).toEqual(pinnedVersions());
  });

  test('holds a few hundred records, every version of every scheme among them', () => {
    expect(records.length).toBeGreaterThan(250);
    const versions = [...law.schemes.keys()].flatMap((scheme) =>
      law.versions(scheme).map(({ date }) => `${scheme}@${date}`),
    );
    const held = new Set(records.map(({ record }) => `${record.law.scheme}@${record.law.version ?? ''}`));
    expect(versions.filter((one) => !held.has(one))).toEqual([]);
    expect(new Set(records.map(({ record }) => record.id)).size).toBe(records.length);
  });

  test('shows every benefit row of every version', () => {
    const shown = new Set(
      records.flatMap(({ record }) => record.benefits.map((line) => `${record.law.version} ${line.row}`)),
    );
    const rows = law.versions('nd178').flatMap(({ date }) => {
      const found = law.at('nd178', date);
      return found.ok ? found.value.rules('benefit').map((rule) => `${date} ${rule.id}`) : [];
    });
    expect(rows.filter((row) => !shown.has(row))).toEqual([]);
  });

  test('shows every open question, and outcomes of every kind', () => {
    const asked = new Set(records.flatMap(({ record }) => record.interpretations.map(({ id }) => id)));
    expect([...law.questions('nd178').keys()].filter((id) => !asked.has(id))).toEqual([]);
    expect(new Set(records.map(({ record }) => record.outcome))).toEqual(new Set(['paid', 'nothing', 'refused']));
  });
});

describe('the release gate', () => {
  test('says which rule moved, for which records, and how', () => {
    const file = 'rules/acts/nd-178-2024.yaml';
    const text = readFileSync(file, 'utf8');
    const row = text.indexOf('  - id: early-months.first.to-60\n');
    const edited = text.slice(0, row) + text.slice(row).replace('{rate: "1"', '{rate: "1.01"');
    const loaded = loadLaw([{ file, text: edited }]);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    const told = movements(records, loaded.value.law);
    expect(told[0]).toMatch(/^rule moved: early-months\.first\.to-60 \(early-months\), \d+ records$/);
    expect(told.join('\n')).toContain('Điều 7 khoản 1 điểm a');
  });
});
