import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { audit } from '../src/audit.ts';
import { batch, batchTable } from '../src/batch.ts';
import { compare, dateVariants, explain, retirementAge, versionVariants } from '../src/explain.ts';
import { builtinLaw, calculate, CASE_KEYS, parseCase, recordOf } from '../src/index.ts';
import { jsonSchema, SCHEMA_NAMES, type SchemaName } from '../src/schemas.ts';
import { workList } from '../src/workbook.ts';
import { soundCase } from './proof/oracle/arbitrary.ts';

const PERSON = {
  id: 'C',
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant', name: 'A' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22, months: null },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
};

/** Codes of what is no case, whatever its values say; and of what it lacks. */
const STRUCTURE = new Set(['unknown-key', 'wrong-type', 'not-an-object']);
const ABSENT = new Set(['missing', 'salary-missing']);

const validators = new Map<string, ValidateFunction>();

/** What strict ajv finds wrong with a value under a schema. */
function faults(name: SchemaName, value: unknown): unknown[] {
  let check = validators.get(name);
  if (!check) {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
    validators.set(name, (check = ajv.compile(jsonSchema(name))));
  }
  // As it is written: what is undefined is not there.
  check(JSON.parse(JSON.stringify(value)));
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? ''}`);
}

async function listed<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

describe('the JSON Schemas', () => {
  test.each(SCHEMA_NAMES)('%s is a schema in strict mode, with its own name, title and description', (name) => {
    const schema = jsonSchema(name);
    expect(schema).toMatchObject({ $id: `urn:nd178:schema:${name}:1`, title: `nd178 ${name}` });
    expect(schema['description']).toEqual(expect.any(String));
    expect(() => new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)).not.toThrow();
  });

  test('fit what the program takes and gives', () => {
    const found = calculate(PERSON);
    if (!found.ok) throw new Error('not computed');
    expect(faults('case', PERSON)).toEqual([]);
    expect(faults('case', found.value.case)).toEqual([]);
    expect(faults('result', found.value)).toEqual([]);
    expect(faults('record', recordOf(found.value))).toEqual([]);
    for (const lang of ['vi', 'en'] as const) {
      const explained = explain(PERSON, { lang, pension: true });
      expect(explained.ok && faults('explanation', explained.value)).toEqual([]);
    }
    const variants = [versionVariants(builtinLaw(), 'nd178'), dateVariants('2025-03-01', '2026-06-01', 5) ?? []];
    for (const some of variants) {
      const compared = compare(PERSON, some, { accrue: true });
      expect(compared.ok && faults('comparison', compared.value)).toEqual([]);
    }
    const age = retirementAge({ birth: '15/01/1966', sex: 'nam' });
    expect(age.ok && faults('retirement-age', age.value)).toEqual([]);
    expect(age.ok && age.value.rows[0]).toMatchObject({ ageReached: '2027-10', pensionStart: '2027-11' });
    expect(faults('audit', audit([]))).toEqual([]);
  });

  test('fit refusals, with the columns of one’s own beside them', async () => {
    for (const line of await listed(batch([{}, { ...PERSON, salary: {} }], { file: 'x.csv', sheet: 'Y' })))
      expect(faults('refusal', line)).toEqual([]);
    const text =
      'Họ và tên,Giới tính,Ngày sinh,Nhóm đối tượng,Chính sách,Ngày nghỉ,Số năm đóng BHXH,Tiền lương hợp đồng,Ghi chú riêng\nA,nam,1966,cán bộ,thôi việc,2025-05-01,x,12000000,xem lại\n';
    const worked = await workList(new TextEncoder().encode(text), { from: 'csv', to: 'ndjson', file: 'x.csv' });
    if (!worked.ok) throw new Error(worked.issues[0]?.message);
    const refusal = JSON.parse(new TextDecoder().decode(worked.value.bytes)) as { extra?: unknown };
    expect(refusal.extra).toEqual({ 'Ghi chú riêng': 'xem lại' });
    expect(faults('refusal', refusal)).toEqual([]);
    expect(faults('summary', worked.value.summary)).toEqual([]);
    const table = await batchTable([
      ['Họ và tên', 'Giới tính', 'Ngày sinh', 'Ngày nghỉ'],
      ['A', 'nam', '1966', 'x'],
    ]);
    if (table.ok) for await (const line of table.value) expect(faults('refusal', line)).toEqual([]);
  });

  test('fit what comes of some hundred cases: results, records, explanations, comparisons, refusals', async () => {
    const law = builtinLaw();
    const cases = fc.sample(soundCase, { numRuns: 150, seed: 5 }) as { readonly id?: string }[];
    const outcomes = new Set<string>();
    for (const [at, one] of cases.entries()) {
      const options = { lang: at % 2 ? 'vi' : 'en', pension: at % 3 === 0 } as const;
      expect(faults('case', one)).toEqual([]);
      const found = calculate(one, options);
      if (found.ok) {
        outcomes.add(found.value.outcome);
        expect(faults('record', recordOf(found.value))).toEqual([]);
        expect(faults('case', found.value.case)).toEqual([]);
      }
      const explained = explain(one, options);
      if (explained.ok) {
        const name = 'sections' in explained.value ? 'explanation' : 'record';
        expect(faults(name, explained.value)).toEqual([]);
      }
      if (at % 15 === 0) {
        const compared = compare(one, versionVariants(law, 'nd178'), { ...options, accrue: at % 2 === 0 });
        expect(compared.ok && faults('comparison', compared.value)).toEqual([]);
      }
      for (const line of await listed(batch([{ request: at, case: one, options }, { ...one, salary: {} }, null])))
        expect(faults('receipt' in line ? 'record' : 'refusal', line)).toEqual([]);
    }
    expect([...outcomes].sort()).toEqual(['nothing', 'paid', 'refused']);
  });

  test('of a case takes what the program takes, and refuses what it finds no case', () => {
    const values: readonly unknown[] = [
      ...['', ' ', 'x', '4.65', '4,65', '25%', 'true', 'có', 'nam', '2025-05-01', '01/05/2025', '61y3m', '1966'],
      ...[
        0,
        0.25,
        1.5,
        -1,
        22,
        25,
        1966,
        12_000_000,
        1e21,
        null,
        true,
        false,
        [],
        {},
        ['x'],
        { years: 1 },
        { year: 1 },
      ],
    ];
    const keys = [
      ...CASE_KEYS.map(({ key }) => key),
      'x',
      'person.x',
      'salary.coeficient',
      'person',
      'settled',
      'age.limit',
    ];
    const seen = { taken: 0, refused: 0 };
    const changed = fc.tuple(soundCase, fc.constantFrom(...keys), fc.constantFrom(...values));
    for (const [one, key, value] of fc.sample(changed, { numRuns: 1500, seed: 7 })) {
      const given = JSON.parse(JSON.stringify(one)) as Record<string, unknown>;
      const parts = key.split('.');
      const last = parts.pop() ?? '';
      let at = given;
      for (const part of parts) at = (at[part] ??= {}) as Record<string, unknown>;
      at[last] = value;
      const parsed = parseCase(given);
      const fits = faults('case', given).length === 0;
      const codes = parsed.ok ? [] : parsed.issues.map(({ code }) => code);
      // What the schema takes is at most misspelt; what the program takes the schema takes as well.
      const about = [key, value, codes];
      if (parsed.ok) expect([...about, fits]).toEqual([...about, true]);
      if (fits) expect(codes.filter((code) => STRUCTURE.has(code))).toEqual([]);
      else expect([...about, codes.some((code) => STRUCTURE.has(code) || ABSENT.has(code))]).toEqual([...about, true]);
      seen[parsed.ok ? 'taken' : 'refused']++;
    }
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(100);
  });

  test('tell what does not fit', () => {
    const found = calculate(PERSON);
    if (!found.ok) throw new Error('not computed');
    expect(faults('result', { ...found.value, total: '1,5' })).toEqual([
      expect.stringContaining('/total: must match pattern'),
    ]);
    expect(faults('result', { ...found.value, outcome: 'paidd' })).toEqual([expect.stringContaining('/outcome')]);
    expect(faults('case', { ...PERSON, unknown: 1 })).toEqual([expect.stringContaining('additional properties')]);
  });

  test('offer the words that are known, and take those of own rule files', () => {
    const schema = JSON.stringify(jsonSchema('result'));
    for (const word of ['first-12-months', 'nd178-11', 'early-months', 'commune-cadre', 'severance'])
      expect(schema).toContain(`"${word}"`);
    const found = calculate(PERSON);
    if (!found.ok) throw new Error('not computed');
    expect(faults('result', { ...found.value, law: { ...found.value.law, scheme: 'own' } })).toEqual([]);
  });

  test('fit the records of the golden corpus', () => {
    const files = ['nd178-2025-03-15', 'nd154-2025-07-01', 'nd177-4-2025-07-01', 'nd170-not-covered'];
    const lines = files.flatMap((file) => readFileSync(`test/proof/golden/${file}.ndjson`, 'utf8').trim().split('\n'));
    expect(lines.length).toBeGreaterThan(files.length);
    for (const line of lines.filter((_, at) => at % 10 === 0)) expect(faults('record', JSON.parse(line))).toEqual([]);
  });
});
