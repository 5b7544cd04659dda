import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, it } from 'vitest';
import { builtinLaw } from '../../src/law/builtin.ts';
import { sourcesOf } from '../../src/law/sources.ts';
import type { LedgerLeaf } from '../../src/lawbook/show/sources.ts';
import { nd178, type Ran } from './fake-host.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folder(files: Readonly<Record<string, string>>): string {
  const made = mkdtempSync(join(tmpdir(), 'rules-'));
  folders.push(made);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
  return made;
}

const rules = (...args: string[]): Promise<Ran> => nd178(['rules', ...args]);

/** An act that changes a rate of Decree 178, known as well as `certainty` says. */
const decree = (certainty: string, sources: string): string => `act: nd-1-2030
kind: amending
title: {vi: "Nghị định thử", en: "Test decree"}
subject: {vi: "Thử", en: "Test"}
issued: 2029-12-01
applies: 2030-01-01
amendments:
  - at: Điều 1
    certainty: ${certainty}
    sources: [${sources}]
    replace: {act: nd-178-2024, provision: job-search.9, at: Điều 9, leaf: terms.0.rate}
    expect: "3"
    with: "4"
`;
const LEDGER = `sources:
  - source: own.press
    kind: press
    title: {vi: "Báo", en: "Press"}
    date: 2030
  - source: own.unused
    kind: press
    title: {vi: "Báo", en: "Press"}
`;

describe('nd178 rules sources', () => {
  const leavesOf = async (...args: string[]): Promise<LedgerLeaf[]> => {
    const { code, out, err } = await rules('sources', ...args, '--format', 'json');
    expect([code, err]).toEqual([0, '']);
    return (JSON.parse(out) as { leaves: LedgerLeaf[] }).leaves;
  };

  it('lists the weakest first, among equals those on which most golden cases hang', async () => {
    const leaves = await leavesOf('nd178');
    const rank = leaves.map(({ certainty }) => 'UDCBA'.indexOf(certainty));
    expect(rank).toEqual([...rank].sort((a, b) => a - b));
    for (const [at, { certainty, weight }] of leaves.entries()) {
      const before = leaves[at - 1];
      if (before?.certainty === certainty) expect(weight).toBeLessThanOrEqual(before.weight ?? 0);
    }
    const clock = leaves.find(({ provision }) => provision === 'clock.direct.leaving');
    expect(clock).toMatchObject({ certainty: 'A', act: 'tt-01-2025-bnv', at: 'Điều 3 khoản 1' });
    expect(clock?.weight).toBeGreaterThan(100);
    expect(clock?.sources.map(({ source, kind, date }) => [source, kind, date])).toEqual([
      ['tt-01-2025-bnv.text', 'official-text', '2025-01-17'],
      ['tt-19-2025-bqp.text', 'official-text', '2025-04-11'],
    ]);
  });

  it('of what an act inserts names the amendment, and the weaker of both letters; amendments name their leaf', async () => {
    const leaves = await leavesOf();
    const inserted = leaves.find(({ provision }) => provision === 'clock.7a');
    expect(inserted).toMatchObject({ certainty: 'A', act: 'nd-67-2025', at: 'Điều 1 khoản 7' });
    expect(leaves.find(({ provision }) => provision === 'subject.2-4.party-committee')?.certainty).toBe('D');
    const months = leaves.find(({ act, provision }) => act === 'luat-bhxh-2024' && provision === 'pension-time');
    expect(months).toMatchObject({ leaf: 'months', certainty: 'A' });
    expect(months?.weight).toBeGreaterThan(0);
  });

  it('of a scheme lists only what it takes, weighed by its own cases', async () => {
    const own = await leavesOf('nd154');
    expect(own.some(({ act }) => act === 'nd-154-2025')).toBe(true);
    expect(own.some(({ act }) => act === 'tt-19-2025-bqp')).toBe(false);
    const weight = (leaves: LedgerLeaf[]): number =>
      leaves.find(({ provision }) => provision === 'retirement-age.normal')?.weight ?? 0;
    expect(weight(own)).toBeLessThan(weight(await leavesOf()));
  });

  it('writes CSV with one line for each statement', async () => {
    const { code, out } = await rules('sources', 'nd178', '--format', 'csv');
    expect(code).toBe(0);
    const [header, ...rows] = parse(out) as string[][];
    expect(header).toEqual('certainty weight act at provision leaf sources kinds dates'.split(' '));
    expect(rows).toHaveLength((await leavesOf('nd178')).length);
    expect(rows.find((row) => row[4] === 'rounding.line')?.slice(6)).toEqual([
      'payroll-practice pension-settlement',
      'practice practice',
      '? ?',
    ]);
  });

  it.each([
    ['vi', ['Sổ nguồn: quy định yếu nhất trước', 'Hồ sơ mẫu', 'thực tế áp dụng', 'văn bản chính thức, 17/01/2025']],
    ['en', ['Source ledger: the weakest first', 'Golden cases', 'practice', 'official text, 2025-01-17']],
  ])('tells it to a reader in %s', async (lang, texts) => {
    for (const format of ['md', 'html']) {
      const { code, out } = await rules('sources', 'nd178', '--lang', lang, '--format', format);
      expect(code).toBe(0);
      for (const text of texts) expect(out).toContain(text);
    }
    const { out } = await rules('sources', 'nd178', '--lang', lang);
    expect(out.toLowerCase()).toContain(texts[0]?.toLowerCase());
  });

  it('suggests a scheme for one that there is not', async () => {
    const { code, err } = await rules('sources', 'nd187', '--lang', 'en');
    expect([code, err.includes('Did you mean "nd1')]).toEqual([2, true]);
  });
});

describe('nd178 rules check, the ledger', () => {
  interface Checked {
    readonly ledger: { sources: number; unused: string[]; defects: Record<string, unknown>[] };
  }
  const check = async (files: Readonly<Record<string, string>>, ...args: string[]): Promise<[number, Checked]> => {
    const { code, out } = await rules('check', ...args, '--rules', folder(files), '--format', 'json');
    return [code, JSON.parse(out) as Checked];
  };

  it('tells own statements that their sources do not bear, with their place, and exits with 6', async () => {
    const [code, { ledger }] = await check({ 'act.yaml': decree('B', 'own.press'), 'sources.yaml': LEDGER }, 'nd178');
    expect(code).toBe(6);
    expect(ledger.defects.filter(({ act }) => act === 'nd-1-2030')).toMatchObject([
      { code: 'certainty-b-not-borne', at: 'Điều 1', file: expect.stringContaining('act.yaml'), line: 8 },
    ]);
  });

  it('has nothing against them where the sources bear the letter', async () => {
    const [, { ledger }] = await check({ 'act.yaml': decree('C', 'own.press'), 'sources.yaml': LEDGER }, 'nd178');
    expect(ledger.defects.filter(({ act }) => act === 'nd-1-2030')).toEqual([]);
    expect(ledger.sources).toBe(sourcesOf(builtinLaw()).size + 2);
  });

  it('computing asks for no sources', async () => {
    const made = folder({ 'act.yaml': decree('A', 'own.press') });
    const ran = await nd178(['calc', 'examples/cv-1814-m.yaml', '--rules', made, '--format', 'json']);
    expect([ran.code, ran.err]).toEqual([0, '']);
  });
});

describe('the reach of the law', () => {
  it.each([
    ['vi', 'Luật được tra cứu đến ngày 16/9/2026'],
    ['en', 'The law was looked up to 2026-09-16'],
  ])('stands in the list, in the footer of the sheet and in the law of a record (%s)', async (lang, text) => {
    const list = await rules('list', '--lang', lang);
    expect(list.out).toContain(text);
    const data = await rules('list', '--format', 'json');
    expect((JSON.parse(data.out) as { reach: string }).reach).toBe('2026-09-16');
    const sheet = await nd178(['calc', 'examples/cv-1814-c.yaml', '--lang', lang]);
    expect(sheet.out.replace(/\s+/g, ' ')).toContain(text);
    const record = await nd178(['calc', 'examples/cv-1814-c.yaml', '--format', 'json']);
    expect((JSON.parse(record.out) as { law: { reach: string } }).law.reach).toBe('2026-09-16');
  });

  it('stands in the law of a refusal for a date that no version covers', async () => {
    const ran = await nd178(['calc', 'examples/cv-1814-c.yaml', '--law', 'nd154', '--format', 'json']);
    expect((JSON.parse(ran.out) as { law: unknown }).law).toEqual({
      scheme: 'nd154',
      version: null,
      hash: null,
      acts: [],
      reach: '2026-09-16',
    });
  });
});
