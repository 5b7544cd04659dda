import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../../cli/run.ts';
import { calculate, loadLaw } from '../../../src/index.ts';

const head = `act: nd-997-2025
kind: amending
title: {vi: "Nghị định 997 (giả định)", en: "Decree 997 (invented)"}
subject: {vi: "Giả định", en: "Invented"}
issued: 2025-04-01
applies: 2025-04-01
amendments:
`;
const unseen = `${head}  - at: Điều 1
    certainty: U
    repeal: {act: nd-178-2024, provision: early-years.a, at: Điều 7 khoản 2 điểm a}
    expect: {class: {early-band: [a]}}
  - at: Điều 1
    certainty: U
    insert: nd-178-2024
    provision:
      id: early-years.a.unseen
      kind: benefit
      at: Điều 7 khoản 2 điểm a
      certainty: U
      benefit: early-years
      when: {class: {early-band: [a]}}
      base: monthlySalary
      terms:
        - {rate: "6", per: yearsEarly}
`;
const gap = unseen.slice(0, unseen.indexOf('  - at: Điều 1\n    certainty: U\n    insert'));

const person = {
  id: 'C',
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22 },
  salary: { monthly: '10000000' },
};

describe('a provision that nobody has verified', () => {
  const loaded = loadLaw([{ file: 'nd-997.yaml', text: unseen }]);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const { law } = loaded.value;

  test('refuses to pay, and says how to accept it', () => {
    const found = calculate(person, { scheme: 'nd178', law, lang: 'en' });
    expect(found.ok && found.value).toMatchObject({
      outcome: 'refused',
      total: '0',
      benefits: [],
      findings: [
        { code: 'unverified-provision', severity: 'error', cite: [{ at: 'Điều 7 khoản 2 điểm a', certainty: 'U' }] },
      ],
    });
    expect(found.ok && found.value.findings[0]?.message).toContain('--accept-unverified early-years.a.unseen');
  });

  test('pays when it is accepted by name, and only then', () => {
    const accepted = calculate(person, { scheme: 'nd178', law, acceptUnverified: ['early-years.a.unseen'] });
    expect(accepted.ok && accepted.value.benefits.map(({ id, months }) => [id, months])).toEqual([
      ['early-months', '30'],
      ['early-years', '15'],
      ['service', '6'],
    ]);
    const other = calculate(person, { scheme: 'nd178', law, acceptUnverified: ['early-years.b'] });
    expect(other.ok && other.value.outcome).toBe('refused');
  });

  test('does not concern a case that does not rest on it', () => {
    const under24 = { ...person, leaving: { ...person.leaving, date: '2026-01-01' } };
    expect(calculate(under24, { scheme: 'nd178', law })).toMatchObject({ ok: true, value: { outcome: 'paid' } });
    expect(
      calculate({ ...person, leaving: { ...person.leaving, date: '2025-03-20' } }, { scheme: 'nd178', law }),
    ).toMatchObject({
      value: { outcome: 'paid' },
    });
  });
});

describe('own rule files on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nd178-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('a draft that leaves a gap is refused before anything is computed, with file and line, exit 6', async () => {
    writeFileSync(join(folder, 'draft.yaml'), gap);
    const told: string[] = [];
    const host = {
      out: (text: string): void => void told.push(text),
      err: (text: string): void => void told.push(text),
      read: (): string => JSON.stringify(person),
      env: {},
      asks: false,
      colour: false,
      progress: false,
    };
    const code = await run(['calc', '-', '--rules', folder, '--lang', 'en'], host);
    expect(code).toBe(6);
    expect(told.join('')).toMatch(/early-years/);
    expect(told.join('')).not.toContain('In words');
  });
});
