import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtinLaw, calculate, loadLaw, type Law, type Result } from '../../../src/index.ts';
import type { Act } from '../../../src/law/act.ts';
import { builtinActs, builtinSchemes } from '../../../src/law/builtin.ts';
import { builtinLedger } from '../../../src/law/sources.ts';
import { buildLaw } from '../../../src/law/law.ts';
import type { Probe } from '../../support/engines.ts';
import { ledgerSource, ruleSources } from '../../support/rules.ts';
import { runs } from '../../support/effort.ts';
import { choiceProbes, EVERY_SCHEME, schemeProbes, soundProbes } from '../../support/sample.ts';

/** Consolidated law = base + amendments: whatever the order of the files, and nothing before its day. */

const scheme = 'nd178';
const acts = builtinActs();
const schemes = builtinSchemes();
/** By turns of the main scheme, of each other one, and of those that name none. */
const probes = mixed([
  soundProbes(runs(150), 11),
  EVERY_SCHEME.flatMap((one) => schemeProbes(one, runs(15), 12)),
  choiceProbes(runs(60), 13),
]);

function mixed(lists: readonly (readonly Probe[])[]): Probe[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
}

/** Version dates of every scheme, with the hashes of what is in force. */
function hashes(law: Law): Record<string, string> {
  const versions = [...law.schemes.keys()].flatMap((one) => law.versions(one).map(({ date }) => [one, date] as const));
  return Object.fromEntries(
    versions.map(([one, date]) => {
      const version = law.at(one, date);
      return [`${one}@${date}`, version.ok ? version.value.hash : 'none'];
    }),
  );
}

function results(law: Law, asked: readonly Probe[]): unknown[] {
  return asked.map((probe) => calculate(probe.case, { ...probe.asked, law }));
}

const builtHashes = hashes(builtinLaw());
const builtResults = results(builtinLaw(), probes);

function emptyAct(applies: string): Act {
  const words = { vi: 'Văn bản không sửa gì', en: 'An act that changes nothing' };
  return { act: 'nd-empty', kind: 'amending', title: words, subject: words, issued: applies, applies, amendments: [] };
}

function withAct(act: Act, named: (one: string) => boolean): Law {
  return buildLaw(
    [...acts, act],
    schemes.map((one) => (named(one.scheme) ? { ...one, acts: [...one.acts, act.act] } : one)),
    undefined,
    builtinLedger(),
  );
}

describe('the order of acts and files', () => {
  test('of acts does not change the consolidated law, nor any result', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...acts], { minLength: acts.length }), (shuffled) => {
        const law = buildLaw(shuffled, schemes, undefined, builtinLedger());
        expect(hashes(law)).toEqual(builtHashes);
        expect(results(law, probes.slice(0, 24))).toEqual(builtResults.slice(0, 24));
      }),
      { numRuns: runs(25), seed: 1 },
    );
  });

  test('of files does not change the loaded law, nor any result', () => {
    const sources = [...ruleSources(), ledgerSource()];
    fc.assert(
      fc.property(fc.shuffledSubarray(sources, { minLength: sources.length }), (shuffled) => {
        const loaded = loadLaw(shuffled, { over: 'nothing' });
        expect(loaded.ok).toBe(true);
        if (!loaded.ok) return;
        expect(hashes(loaded.value.law)).toEqual(builtHashes);
        expect(results(loaded.value.law, probes.slice(0, 24))).toEqual(builtResults.slice(0, 24));
      }),
      { numRuns: runs(3), seed: 2 },
    );
  });
});

describe('an act that changes nothing', () => {
  test.each(['2025-01-01', '2025-03-15', '2025-06-01', '2026-07-01', '2030-01-01'])(
    'from %s is the identity',
    (day) => {
      const law = withAct(emptyAct(day), () => true);
      expect(hashes(law)).toEqual(builtHashes);
      expect(results(law, probes)).toEqual(builtResults);
    },
  );
});

describe('an act that changes something', () => {
  test('changes no version before its day', () => {
    // A day that no probe reaches, neither with its leaving date nor with months to come.
    const repeal = {
      at: 'Điều 1',
      certainty: 'A',
      replace: { act: 'nd-178-2024', provision: 'severance-months', at: 'Điều 5 khoản 2', leaf: 'upToMonths' },
      expect: 60,
      with: 48,
    } as const;
    const law = withAct({ ...emptyAct('2045-01-01'), amendments: [repeal] }, (one) => one === scheme);
    const all = hashes(law);
    const fresh = all[`${scheme}@2045-01-01`];
    // A scheme that borrows from the act has a version of that day as well.
    const earlier = Object.fromEntries(Object.entries(all).filter(([version]) => !version.endsWith('@2045-01-01')));
    expect(earlier).toEqual(builtHashes);
    expect(fresh).toBeDefined();
    expect(results(law, probes)).toEqual(builtResults);
  });

  test.each(acts.map((act) => [act.act, firstDay(act), act] as const))(
    '%s, first felt on %s, changes nothing for who left before',
    (name, first, act) => {
      const law = buildLaw(
        acts.filter((act) => act.act !== name),
        schemes,
        undefined,
        builtinLedger(),
      );
      const left = hashes(law);
      // A scheme that declares kinds ahead of their act knows them from its first day: months to come are paid by them.
      const ahead = new Set(
        schemes.filter((one) => one.ahead?.some((kind) => states(act, kind))).map((one) => one.scheme),
      );
      for (const [version, hash] of Object.entries(builtHashes)) {
        const [scheme = '', date = ''] = version.split('@');
        if (date < first && !ahead.has(scheme)) expect(left[version]).toBe(hash);
      }
      for (const { case: one, asked } of probes) {
        if (one.leaving.date >= first) continue;
        const built = calculate(one, only(asked));
        if (built.ok && ahead.has(built.value.law.scheme)) continue;
        expect(withoutTransition(calculate(one, { ...only(asked), law }))).toEqual(withoutTransition(built));
      }
    },
  );
});

/** Whether an act states a provision of a kind. */
function states(act: Act, kind: string): boolean {
  return (act.provisions ?? []).some((one) => one.kind === kind);
}

/** The first day on which anything that an act says has an effect. */
function firstDay(act: Act): string {
  const days = [
    ...(act.provisions ?? []).map((one) => one.from ?? act.applies),
    ...(act.amendments ?? []).map((one) => one.from ?? act.applies),
  ];
  return days.sort()[0] ?? act.applies;
}

/** The scheme alone: a reading that an act declares is unknown without it. */
function only({ scheme: asked = scheme }: Probe['asked']): Probe['asked'] {
  return { scheme: asked };
}

/** Decree 67 itself raises earlier leavers: its top-up apart, and what a message says of later law. */
function withoutTransition(found: ReturnType<typeof calculate>): unknown {
  if (!found.ok) return found.issues.map(({ path }) => path);
  const result: Result = found.value;
  return { ...result, topUp: undefined, findings: result.findings.filter(({ code }) => !/^(no-)?top-up$/.test(code)) };
}
