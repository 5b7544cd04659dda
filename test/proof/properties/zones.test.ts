import { afterEach, describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../../src/index.ts';
import { builtinActs, builtinSchemes } from '../../../src/law/builtin.ts';
import { builtinLedger } from '../../../src/law/sources.ts';
import { buildLaw } from '../../../src/law/law.ts';
import { runs } from '../../support/effort.ts';
import { choiceProbes, EVERY_SCHEME, schemeProbes, soundProbes } from '../../support/sample.ts';

/** The time zone and the locale of the machine must not matter. Needs a process of its own: threads share a zone. */

const ZONES = ['UTC', 'Asia/Ho_Chi_Minh', 'America/St_Johns', 'Pacific/Apia', 'Pacific/Kiritimati', 'Africa/Cairo'];

describe('the time zone and the locale', () => {
  const home = { TZ: process.env['TZ'], LANG: process.env['LANG'], LC_ALL: process.env['LC_ALL'] };
  afterEach(() => {
    for (const [name, value] of Object.entries(home)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  });

  test.each(ZONES)('%s gives the same results and hashes', (zone) => {
    const others = EVERY_SCHEME.flatMap((scheme) => schemeProbes(scheme, runs(30), 32));
    const dated = [...soundProbes(runs(150), 31), ...others, ...choiceProbes(runs(60), 33)];
    process.env['TZ'] = 'UTC';
    const before = dated.map(({ case: one, asked }) => JSON.stringify(calculate(one, asked)));
    process.env['TZ'] = zone;
    process.env['LC_ALL'] = zone === 'UTC' ? 'C' : 'tr_TR.UTF-8';
    const law = buildLaw(builtinActs(), builtinSchemes(), undefined, builtinLedger());
    const fresh = dated.map(({ case: one, asked }) => JSON.stringify(calculate(one, { ...asked, law })));
    expect(new Date(2025, 0, 1).getTimezoneOffset()).toBe(offsetOf(zone));
    expect(fresh).toEqual(before);
  });

  // These zones skipped a whole day, which local time does not know.
  test.each([
    ['Pacific/Apia', '2011-12-30'],
    ['Pacific/Kiritimati', '1994-12-31'],
  ])('%s, which skipped %s, knows that day all the same', (zone, day) => {
    process.env['TZ'] = zone;
    const birth = `${Number(day.slice(0, 4)) - 40}-06-15`;
    const parsed = parseCase({
      person: { sex: 'male', birth, group: 'cadre' },
      leaving: { route: 'auto', date: '2025-05-01', reorganisation: day },
      insurance: { years: 10 },
      salary: { monthly: '1' },
    });
    expect(parsed.ok).toBe(true);
  });
});

/** The offset of a zone in January 2025, in minutes west of UTC. */
function offsetOf(zone: string): number {
  const minutes: Record<string, number> = {
    UTC: 0,
    'Asia/Ho_Chi_Minh': -420,
    'America/St_Johns': 210,
    'Pacific/Apia': -780,
    'Pacific/Kiritimati': -840,
    'Africa/Cairo': -120,
  };
  return minutes[zone] ?? NaN;
}
