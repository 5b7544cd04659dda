import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '../../cli/host.ts';
import { run } from '../../cli/run.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Runs a `rules` command line; gives its exit code and what it wrote. */
async function rules(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const host: World = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    read: () => '',
    env: {},
    asks: false,
    colour: false,
    progress: false,
  };
  const code = await run(['rules', ...args], host);
  return { code, out, err };
}

/** A folder with one rule file. */
function folder(text: string): string {
  const made = mkdtempSync(join(tmpdir(), 'rules-'));
  folders.push(made);
  writeFileSync(join(made, 'own.yaml'), text);
  return made;
}

/** An act that shifts the lower bound of one benefit row and so tears a hole. */
const HOLE = `act: test-2030
kind: amending
title: {vi: "Nghị định thử", en: "Test decree"}
subject: {vi: "Thử", en: "Test"}
issued: 2029-12-01
applies: 2030-01-01
amendments:
  - at: "Điều 1"
    certainty: A
    replace: {act: nd-178-2024, provision: early-months.after.24-to-60, at: "Điều 7 khoản 1 điểm b", leaf: when.monthsEarly.atLeast}
    expect: 24
    with: 25
`;

describe('nd178 rules', () => {
  it('list, show, blame and diff write data to stdout in every format', async () => {
    const lines = [
      ['list'],
      ['show', 'nd178@2025-07-01'],
      ['blame', 'nd178', 'Điều 7 khoản 2'],
      ['diff', 'nd178@2025-07-01', 'nd178@2026-07-01'],
      ['check', 'nd178'],
    ];
    for (const line of lines) {
      for (const format of ['table', 'json', 'md', 'html']) {
        const { code, out, err } = await rules(...line, '--format', format);
        expect([code, err], line.join(' ')).toEqual([0, '']);
        expect(out.length).toBeGreaterThan(50);
        if (format === 'json') expect(() => JSON.parse(out) as unknown).not.toThrow();
      }
    }
  });

  it('show takes an address in the order of papers or of the rule files, with or without a scheme', async () => {
    const [first, ...others] = await Promise.all(
      [
        ['show', 'nd178', 'Điều 7 khoản 1'],
        ['show', 'nd178', 'khoản 1 Điều 7'.normalize('NFD')],
        ['show', 'khoản 1 Điều 7'],
      ].map((line) => rules(...line)),
    );
    expect(first?.out).toContain('Điểm a khoản 1 Điều 7: Trợ cấp hưu trí một lần');
    expect(first?.out).not.toContain('Khoản 2 Điều 7');
    for (const other of others) expect(other.out).toBe(first?.out);
  });

  it('show gives what stands at an address as data too', async () => {
    const { out } = await rules('show', 'nd178', 'Điều 7b', '--format', 'json');
    const { provisions } = JSON.parse(out) as { provisions: { id: string; text: string }[] };
    expect(provisions.map((one) => one.id)).toEqual(['early-months.7b']);
    expect(provisions[0]?.text).toContain('[mức độ chịu tác động');
  });

  it('show, blame and diff tell ids and codes with --codes alone', async () => {
    for (const line of [
      ['show', 'nd178', 'Điều 9'],
      ['blame', 'nd178', 'Điều 9'],
      ['diff', 'nd178@2025-01-01', 'nd178@2025-03-15'],
    ]) {
      expect((await rules(...line)).out, line.join(' ')).not.toContain('severance-branch');
      expect((await rules(...line, '--codes')).out, line.join(' ')).toContain('severance-branch.9');
    }
  });

  it.each([
    [['show', 'nd187'], 'nd178'],
    [['show', 'nd178@2024-01-01'], '2025-01-01'],
    [['show', 'nd178@2025-02-30'], '2025-02-30'],
    [['blame', 'nd178', 'service.from-21'], 'service.from-20'],
    [['show', 'nd178', 'khoản 9 Điều 7'], '"khoản 1 Điều 7"'],
    [['show', 'nd178', 'Điều 99'], '"Điều 10"'],
    [['show', 'nd178', 'Điều 5 Thông tư 999'], 'Thông tư 19/2025/TT-BQP'],
    [['diff', 'nd178@2025-01-01', 'nd17@2025-07-01'], 'nd178'],
    [['check', 'nd187'], 'nd178'],
  ])('%j: exit 2 and a way out', async (line, hint) => {
    const { code, out, err } = await rules(...line);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(hint);
  });

  it('check tells a defect with its place and a case that shows it, and exits with 6', async () => {
    const { code, out } = await rules('check', 'nd178', '--rules', folder(HOLE), '--format', 'json');
    expect(code).toBe(6);
    const [scheme] = (JSON.parse(out) as { schemes: { defects: Record<string, unknown>[] }[] }).schemes;
    const gap = scheme?.defects.find((one) => one['code'] === 'benefit-gap');
    expect(gap).toMatchObject({
      versions: ['2030-01-01'],
      act: 'nd-178-2024',
      file: expect.stringContaining('nd-178-2024.yaml'),
      line: expect.any(Number),
      example: { case: { leaving: { date: '2030-01-01' } } },
    });
  });
});
