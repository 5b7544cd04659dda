import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nd178, unhashed } from './fake-host.ts';

/** What the command line prints does not depend on where the machine stands: the expected texts, under three zones. */
const ZONES = ['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati'];

const expected = new URL('expected/', import.meta.url);
const files = readdirSync(expected).filter((name) => /^(calc|explain)-.+\.(vi|en)\.txt$/.test(name));

/** Other commands that speak of dates. */
const DATED = [
  ['compare', 'examples/cv-1814-c.yaml', '--dates', '2025-03-01..2026-09-01', '--step', '3m'],
  ['compare', 'examples/cv-1814-c.yaml', '--versions', '--lang', 'en'],
  ['retirement-age', '--birth', '1966-01-31', '--sex', 'male'],
  ['rules', 'list'],
  ['rules', 'show', 'nd178@2025-07-01', '--lang', 'en'],
  ['rules', 'blame', 'nd178', 'Điều 7 khoản 2'],
];

describe.each(ZONES)('in %s', (zone) => {
  const home = process.env['TZ'];
  const plain: string[] = [];

  beforeAll(async () => {
    for (const args of DATED) plain.push((await nd178(args)).out);
    process.env['TZ'] = zone;
  });

  afterAll(() => {
    if (home === undefined) Reflect.deleteProperty(process.env, 'TZ');
    else process.env['TZ'] = home;
  });

  it('the zone is in force', () => {
    const offsets: Readonly<Record<string, number>> = {
      'Asia/Ho_Chi_Minh': -420,
      'America/Los_Angeles': 480,
      'Pacific/Kiritimati': -840,
    };
    expect(new Date(2025, 0, 1).getTimezoneOffset()).toBe(offsets[zone]);
  });

  it.each(files)('%s', async (file) => {
    const [, command = '', name = '', lang = ''] = /^(\w+)-(.+)\.(\w+)\.txt$/.exec(file) ?? [];
    const ran = await nd178([command, `examples/${name}.yaml`, '--lang', lang]);
    expect(unhashed(ran.out)).toBe(readFileSync(new URL(file, expected), 'utf8'));
  });

  it('dates of comparisons, ages and the law', async () => {
    for (const [at, args] of DATED.entries()) expect((await nd178(args)).out, args.join(' ')).toBe(plain[at]);
  });
});
