import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { audit } from '../src/audit.ts';
import { batch, batchTable } from '../src/batch.ts';
import { compare, dateVariants, explain, retirementAge, versionVariants } from '../src/explain.ts';
import { builtinLaw, calculate, recordOf } from '../src/index.ts';
import { jsonSchema, SCHEMA_NAMES, type SchemaName } from '../src/schemas.ts';
import { workList } from '../src/workbook.ts';

const PERSON = {
  id: 'C',
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant', name: 'A' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22, months: null },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
};

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
