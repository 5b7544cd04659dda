import { describe, expect, test } from 'vitest';
import { calculate, type Result } from '../../../src/index.ts';
import { builtinActs, builtinSchemes } from '../../../src/law/builtin.ts';
import { buildLaw } from '../../../src/law/law.ts';
import type { Act } from '../../../src/law/act.ts';
import type { Provision } from '../../../src/law/provision.ts';
import { lawWith } from '../../support/altered.ts';

/**
 * Under a law of which nothing was ever read, a case is refused and told every provision it would rest on: no more, no
 * less. What the case rests on was read off the law: who, since when, what age, how time and money are counted.
 */

const unseen = (one: Provision): Provision => ({ ...one, certainty: 'U' });

const law = buildLaw(
  builtinActs().map((act): Act => ({
    ...act,
    ...(act.provisions ? { provisions: act.provisions.map(unseen) } : {}),
    amendments: (act.amendments ?? []).map((one) =>
      'insert' in one ? { ...one, provision: unseen(one.provision) } : one,
    ),
  })),
  builtinSchemes().map((scheme) => ({
    ...scheme,
    borrows: (scheme.borrows ?? []).map((one) => ({ ...one, certainty: 'U' as const })),
  })),
);

const SOON = 'clock.direct.leaving term-end';
const AGE = 'retirement-age.normal months-early.first-day pension-time odd-months.early odd-months.service';
const EARLY = 'requirement.early.before-age requirement.early.pension';

const CIVIL = { sex: 'male', birth: '1966-01', group: 'civil-servant' };
const MAY = { route: 'auto', date: '2025-05-01', reorganisation: '2025-03-01' };
const NEXT = { route: 'auto', date: '2026-01-01' };
const MONTHLY = { monthly: '10000000' };

interface Rests {
  readonly scheme: string;
  readonly one: object;
  readonly on: string;
}

const CASES: readonly [string, Rests][] = [
  [
    'early retirement on a pay scale',
    {
      scheme: 'nd178',
      one: {
        person: CIVIL,
        leaving: MAY,
        insurance: { years: 22, months: 4 },
        salary: { scale: 'A1', step: 9, stepMonths: 40, publicService: '25%', positionAllowance: '0.3' },
      },
      on: `group.civil-servant subject.2-1-a ${SOON} ${AGE} ${EARLY} requirement.early.appendix-1
        base-salary-month base-salary.2024-07 pay-scale.a1 over-frame.a component.coefficient
        component.positionAllowance component.overFrame component.publicService percent-base.over-frame
        percent-base.state.others rounding.component rounding.line
        early-band.a early-months.first.to-60 early-years.a service.from-20`,
    },
  ],
  [
    'under 24 months early',
    {
      scheme: 'nd178',
      one: { person: { ...CIVIL, birth: '1964-10' }, leaving: MAY, insurance: { years: 22 }, salary: MONTHLY },
      on: `group.civil-servant subject.2-1-a ${SOON} ${AGE} ${EARLY} requirement.early.appendix-1
        component.monthly rounding.line early-band.d early-months.first.to-60 empty.under-24`,
    },
  ],
  [
    'severance of a short service',
    {
      scheme: 'nd178',
      one: {
        person: { ...CIVIL, birth: '1985-01', group: 'public-employee' },
        leaving: MAY,
        insurance: { years: 4, months: 2 },
        salary: { contract: '10000000' },
      },
      on: `group.public-employee subject.2-1-a ${SOON} ${AGE} ${EARLY} requirement.early.appendix-1
        requirement.severance.direct requirement.severance.from-24 requirement.severance.not-entitled-to-retire
        component.contract rounding.line severance-branch.10 severance-months severance-months.10.first
        severance-service.10 empty.job-search.10`,
    },
  ],
  [
    'an officer by the limit of the rank',
    {
      scheme: 'nd178',
      one: {
        person: { sex: 'male', birth: '1971-05', group: 'army-officer', rank: 'đại tá' },
        leaving: { ...MAY, date: '2025-06-01' },
        insurance: { years: 35 },
        salary: MONTHLY,
      },
      on: `group.army-officer subject.2-1-d ${SOON} age-limit.officer months-early.first-day pension-time
        odd-months.early odd-months.service ${EARLY} requirement.early.appendix-1 component.monthly rounding.line
        early-band.a early-months.first.to-60 early-years.a service.from-20`,
    },
  ],
  [
    'part-time work in a commune',
    {
      scheme: 'nd154',
      one: {
        person: { sex: 'male', birth: '1968-11', group: 'commune-part-time' },
        leaving: NEXT,
        work: { years: 4, months: 3 },
        insurance: { years: 5 },
        salary: { allowance: '4000000' },
      },
      on: `group.commune-part-time subject.commune-part-time ${AGE} months-past service-time work-time.commune
        odd-months.work requirement.part-time.from-july-2025 requirement.part-time.form.commune requirement.part-time.group
        component.allowance rounding.line part-time-age.before allowance-months.commune.under-5-years
        allowance-years.commune allowance-support.commune empty.part-time.before-age`,
    },
  ],
  [
    'leaving past the age',
    {
      scheme: 'nq07',
      one: {
        person: { ...CIVIL, birth: '1963-01', group: 'cadre' },
        leaving: NEXT,
        insurance: { years: 30 },
        salary: MONTHLY,
      },
      on: `group.cadre subject.cadre ${AGE} months-past.cadre requirement.past-age requirement.past-age.group
        component.monthly rounding.line past-age.cadre.over-15`,
    },
  ],
  [
    'a post kept to the end of its term',
    {
      scheme: 'nd178-11',
      one: {
        person: { ...CIVIL, birth: '1975-01' },
        leaving: NEXT,
        insurance: { years: 20 },
        salary: { coefficient: '4', positionAllowance: '0.5' },
        post: { termEnds: '2027-01-31' },
      },
      on: `group.civil-servant subject.11 term-months base-salary-month.11 base-salary.2024-07 component.coefficient
        component.positionAllowance rounding.component.11 rounding.line.11 retained-leadership`,
    },
  ],
];

function resultOf({ scheme, one }: Rests, acceptUnverified: readonly string[] = []): Result {
  const found = calculate(one, { scheme, law, lang: 'en', acceptUnverified });
  if (!found.ok) throw new Error(found.issues[0]?.message);
  return found.value;
}

function rested({ findings }: Result): string[] {
  const told = findings.filter(({ code }) => code === 'unverified-provision');
  return told.map(({ message }) => /(?<=Provision )\S+/.exec(message)?.[0] ?? message).sort();
}

describe.each(CASES)('%s', (_, rests) => {
  const on = rests.on.split(/\s+/).sort();

  test('rests on these provisions', () => {
    const refused = resultOf(rests);
    expect([refused.outcome, refused.total]).toEqual(['refused', '0']);
    expect(rested(refused)).toEqual(on);
  });

  test('each told as an error with its address and legal basis', () => {
    const told = resultOf(rests).findings.filter(({ code }) => code === 'unverified-provision');
    for (const { severity, message, cite } of told) {
      const [first] = cite;
      expect(severity).toBe('error');
      expect(message).toContain(` (${first?.at ?? 'no address'}) is not verified`);
      expect(first?.certainty).toBe('U');
    }
  });

  test('is paid as ever when they are accepted, and refused when one is not', () => {
    const usual = calculate(rests.one, { scheme: rests.scheme });
    expect(resultOf(rests, on)).toMatchObject({ outcome: 'paid', total: usual.ok && usual.value.total });
    expect(rested(resultOf(rests, on.slice(1)))).toEqual(on.slice(0, 1));
  });
});

test('a refusal rests on the provisions that refuse', () => {
  // 15 months early with 12 years of insurance: too few for a pension, too near to the age for severance
  const person = { ...CIVIL, birth: '1965-06' };
  const one = { person, leaving: MAY, insurance: { years: 12 }, salary: MONTHLY };
  const on = `group.civil-servant subject.2-1-a ${SOON} ${AGE} ${EARLY} requirement.early.appendix-1
    requirement.severance.direct requirement.severance.from-24 requirement.severance.not-entitled-to-retire
    component.monthly`;
  expect(rested(resultOf({ scheme: 'nd178', one, on }))).toEqual(on.split(/\s+/).sort());
});

test('the most months of severance are rested on wherever they count, alone or beside other terms', () => {
  const terms = [{ rate: '0.8', per: 'severanceMonths' }, { rate: '1' }];
  const capped = lawWith({ 'severance-months': { certainty: 'U' }, 'severance-months.9.first': { terms } });
  const person = { ...CIVIL, birth: '1985-01' };
  const one = { person, leaving: MAY, insurance: { years: 4, months: 2 }, salary: MONTHLY };
  const found = calculate(one, { scheme: 'nd178', law: capped, lang: 'en' });
  expect(found.ok && [found.value.outcome, rested(found.value)]).toEqual(['refused', ['severance-months']]);
});
