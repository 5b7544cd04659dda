import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { calculation } from '../../src/engine/calculate.ts';
import { resultOf } from '../../src/engine/result.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { flattener } from '../../src/table/flat.ts';
import { ALL_KEYS, columnsOf, layoutOf } from '../../src/table/layout.ts';
import { workedOut } from '../../src/table/outcome.ts';
import { vocabularyOf } from '../../src/engine/vocabulary.ts';
import { command, testFolder } from '../support/table.ts';

const law = builtinLaw();
const file = testFolder();
const EXAMPLES = readdirSync('examples').filter((name) => name.endsWith('.yaml'));

const caseOf = (name: string): Record<string, unknown> =>
  parse(readFileSync(`examples/${name}`, 'utf8')) as Record<string, unknown>;

/** What a row of the flat output holds under a heading for programs. */
function cellOf(name: string, scheme: string): (id: string) => string | null | undefined {
  const found = calculation(caseOf(name), {});
  if (!found.ok || 'refused' in found.value) throw new Error(name);
  const layout = layoutOf(columnsOf(law, scheme), ALL_KEYS, []);
  const flatten = flattener({ layout, law, vocabulary: vocabularyOf(law, scheme), lang: 'vi', words: 'codes' });
  const cells = flatten(workedOut(1, resultOf(found.value, 'vi')));
  return (id) => cells[layout.columns.findIndex((column) => column.id === id)];
}

describe('what pays is a column', () => {
  it.each([...law.schemes.keys()])('for every row of %s, in all its versions', (scheme) => {
    const own = new Set<string>(columnsOf(law, scheme).quantities);
    const found = new Set<string>(columnsOf(law, 'auto').quantities);
    for (const { date } of law.versions(scheme)) {
      const version = law.at(scheme, date);
      if (!version.ok) throw new Error(date);
      for (const { provision } of version.value.rules('benefit')) {
        for (const { per } of provision.terms)
          if (per !== undefined)
            expect(
              [own, found].map((all) => all.has(per)),
              `${provision.id} ${per}`,
            ).toEqual([true, true]);
      }
    }
  });

  it.each(EXAMPLES)('with the number that was multiplied: %s', (name) => {
    const found = calculation(caseOf(name), {});
    if (!found.ok || 'refused' in found.value) return;
    const { lines, law: version } = found.value.derivation;
    for (const scheme of ['auto', version.scheme]) {
      const cell = cellOf(name, scheme);
      for (const { per, whole } of lines.flatMap(({ terms }) => terms))
        if (per !== undefined) expect(cell(`result.${per}`), `${scheme} ${per}`).toBe(whole);
    }
  });
});

/** Quantities by hand; what a scheme does not multiply or test is no column of its own. */
const BY_HAND: readonly (readonly [
  example: string,
  scheme: string,
  cells: Readonly<Record<string, string | undefined>>,
])[] = [
  ['nd154-khong-chuyen-trach', 'nd154', { workMonths: '148', workYears: '12.5', severanceMonths: undefined }],
  ['nd154-hoc-nghe', 'nd154', { trainingMonths: '8' }],
  ['nq07-qua-tuoi', 'nq07', { monthsEarly: '0', monthsPast: '23', workYears: undefined }],
  ['nd338-nghi-huu', 'nd338', { monthsEarly: '20', yearsEarly: '2', serviceYears: '32', monthsPast: undefined }],
  ['nd177-cho-du-tuoi', 'nd177-4', { waitingMonths: '11', yearsEarly: undefined, serviceYears: undefined }],
  ['nd170-thoi-viec', 'nd170', { serviceYears: '10.5', monthsEarly: undefined, severanceMonths: undefined }],
  ['nd178-dieu-11', 'nd178-11', { termMonths: '12', serviceYears: undefined }],
];

describe('a batch', () => {
  it.each(BY_HAND)('%s has the columns of %s, in CSV and in a workbook', async (example, scheme, cells) => {
    const input = file(`${example}.ndjson`, JSON.stringify(caseOf(`${example}.yaml`)) + '\n');
    const [csv, xlsx] = [file(`${example}.csv`), file(`${example}.xlsx`)];
    expect((await command('batch', input, '-o', csv, '--law', scheme)).code).toBe(0);
    const [row] = parseCsv(readFileSync(csv, 'utf8'), { bom: true, columns: true }) as Record<string, string>[];
    for (const [name, value] of Object.entries(cells)) expect(row?.[`result.${name}`], name).toBe(value);
    expect((await command('batch', input, '-o', xlsx, '--law', scheme)).code).toBe(0);
    const rows = (await readXlsx(readFileSync(xlsx))).sheets.find(({ name }) => name === 'Kết quả')?.rows ?? [];
    for (const { id, title } of layoutOf(columnsOf(law, scheme), [], []).columns) {
      const value = cells[id.replace('result.', '')];
      if (value !== undefined) expect(rows[1]?.[rows[0]?.indexOf(title.vi) ?? -1], id).toBe(Number(value));
    }
    const replayed = await command('replay', xlsx, '--format', 'json');
    expect(JSON.parse(replayed.out)).toMatchObject({ same: true });
  });
});
