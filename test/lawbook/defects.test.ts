import { expect, it } from 'vitest';
import { calculate } from '../../src/engine/calculate.ts';
import type { Act } from '../../src/law/act.ts';
import { builtinActs, builtinSchemes } from '../../src/law/builtin.ts';
import { checkScheme } from '../../src/lawbook/check/check.ts';
import type { Defect } from '../../src/lawbook/check/defect.ts';
import { buildLaw, type Law } from '../../src/law/law.ts';

type Json = Record<string, unknown>;
type Edit = (provisions: Json[]) => void;

/** The built-in law after an edit of the provisions of one act. */
function lawWith(act: string, edit: Edit): Law {
  const acts = structuredClone(builtinActs()) as unknown as (Json & { act: string; provisions?: Json[] })[];
  for (const one of acts) if (one.act === act) edit((one.provisions ??= []));
  return buildLaw(acts as unknown as Act[], builtinSchemes());
}

function find(provisions: Json[], id: string): Json {
  const found = provisions.find((one) => one['id'] === id);
  if (!found) throw new Error(id);
  return found;
}

/** Sets keys of a provision. */
function set(id: string, values: Json): Edit {
  return (provisions) => void Object.assign(find(provisions, id), values);
}

/** Adds a provision. */
function add(provision: Json): Edit {
  return (provisions) => void provisions.push({ at: 'Điều 1', certainty: 'A', ...provision });
}

const message = { vi: 'thử', en: 'test' };
const terms = [{ rate: '1' }];
const benefit = { kind: 'benefit', benefit: 'job-search', base: 'monthlySalary', terms };

const rate = { kind: 'component-rate' };

const CASES: readonly [code: string, edit: Edit, act?: string][] = [
  ['benefit-overlap', add({ ...benefit, id: 'x', when: { class: { 'severance-branch': ['9'] } } })],
  [
    'unreachable',
    add({ ...benefit, id: 'x', when: { class: { 'severance-branch': ['9'] }, monthsEarly: { under: 24 } } }),
  ],
  ['class-gap', set('early-band.a', { when: { schedule: ['normal'], monthsEarly: { atLeast: 24, upTo: 60 } } })],
  ['class-overlap', set('early-band.d', { when: { monthsEarly: { under: 24 } } })],
  ['bound-not-reached', set('requirement.early.appendix-2', { require: { monthsEarly: { upTo: 59 } } })],
  ['table-gap', set('months-early.first-day', { when: { leavingDay: { upTo: 1 }, schedule: ['normal'] } })],
  ['table-overlap', add({ id: 'x', kind: 'severance-months', upToMonths: 60 })],
  ['requirement-never-fails', set('requirement.early.before-age', { require: { monthsEarly: { atLeast: 0 } } })],
  ['requirement-never-holds', set('requirement.early.appendix-2', { require: { schedule: ['normal'] } })],
  [
    'bands-gap',
    set('odd-months.early', {
      bands: [
        { above: 0, upTo: 5, years: '0.5' },
        { above: 6, years: '1' },
      ],
    }),
  ],
  [
    'bands-overlap',
    set('odd-months.early', {
      bands: [
        { above: 0, upTo: 7, years: '0.5' },
        { above: 6, years: '1' },
      ],
    }),
  ],
  ['bands-not-rising', set('odd-months.early', { bands: [{ above: 0, years: '1.5' }] })],
  ['thresholds-differ', set('early-band.d', { when: { schedule: ['normal', 'limit'], monthsEarly: { upTo: 23 } } })],
  ['empty-interval', set('early-band.a', { when: { monthsEarly: { above: 60, upTo: 60 } } })],
  ['bad-bound', set('service.from-20', { when: { serviceYears: { atLeast: 240 } } })],
  ['bad-decimal', set('early-years.a', { terms: [{ rate: 5, per: 'yearsEarly' }] })],
  ['unknown-word', set('early-band.a', { when: { schedule: ['norml'] } })],
  ['unknown-word', set('early-years.a', { terms: [{ rate: '5', per: 'yearEarly' }] })],
  ['unknown-fact', set('early-band.a', { when: { monthEarly: { upTo: 60 } } })],
  ['unused-provision', add({ id: 'x', kind: 'class', class: 'other', value: '1', when: { sex: ['male'] } })],
  ['bad-default', set('reading.salary-rounding', { default: 'other' })],
  [
    'twice-declared',
    add({ id: 'x', kind: 'component', component: 'coefficient', title: message, unit: 'coefficient' }),
  ],
  ['no-rows', add({ id: 'x', kind: 'benefit-title', benefit: 'other', order: 9, route: 'severance', title: message })],
  ['group-without-subject', set('group.village-part-time', { elsewhere: undefined })],
  ['reading-ignored', set('requirement.early.pension', { when: { reading: { 'window-event': 'leaving' } } })],
  ['missing-address', set('early-years.a', { at: ' ' })],
  ['missing-certainty', set('early-years.a', { certainty: 'E' })],
  ['before-act', set('rounding.line', { from: '2024-01-01' })],
  ['ends-before-start', set('rounding.line', { from: '2025-05-01', until: '2025-04-01' })],
  ['percent-base', set('percent-base.over-frame', { components: ['profession'] }), 'tt-07-2024-bnv'],
  ['percent-cycle', set('percent-base.over-frame', { of: ['profession'] }), 'tt-07-2024-bnv'],
  ['rate-not-read', add({ ...rate, id: 'x', component: 'party', payTable: ['state'], percent: '30' })],
  ['rate-not-read', set('rate.army.profession', { percent: '5' }), 'tt-19-2025-bqp'],
  ['rate-not-read', set('rate.army.public-service', { percent: undefined, yearly: '1' }), 'tt-19-2025-bqp'],
  ['rate-not-read', set('rate.army.public-service', { fromYears: 5 }), 'tt-19-2025-bqp'],
  ['unreachable', add({ ...rate, id: 'x', component: 'profession', payTable: ['state'], yearly: '1' })],
  ['twice-declared', add({ ...rate, id: 'x', component: 'publicService', payTable: ['army'], percent: '25' })],
  ['twice-declared', set('age-limit.officer.2008', { when: undefined }), 'luat-sq-2008'],
  ['twice-declared', set('age-limit.officer', { when: { settlingDate: { atLeast: '2024-11-30' } } }), 'luat-sq-2024'],
  [
    'twice-declared',
    add({
      id: 'x',
      kind: 'age-limit',
      group: ['defence-worker'],
      when: { sex: ['female'] },
      limits: [{ male: '60-00', female: '56-00' }],
    }),
    'luat-qncn-2015',
  ],
  [
    'no-ages',
    set('age-limit.police-worker', { limits: [{ male: { schedule: 'other' }, female: '60-00' }] }),
    'nd-57-2023',
  ],
  [
    'no-base-salary-month',
    (provisions) => void provisions.splice(provisions.indexOf(find(provisions, 'base-salary-month')), 1),
  ],
  ['no-base-salary', set('base-salary.2024-07', { since: '2027-01' }), 'nd-73-2024'],
];

it.each(CASES)('%s is seen', (code, edit, act = 'nd-178-2024') => {
  const found = checkScheme(lawWith(act, edit), 'nd178');
  expect(found.map((one) => one.code)).toContain(code);
  for (const { message } of found) {
    expect(message.vi).not.toMatch(/[{}[\]]/);
    expect(message.en).not.toMatch(/[{}[\]]/);
  }
});

it('the example of a gap is a case that the engine cannot pay', () => {
  const law = lawWith('nd-178-2024', (provisions) => {
    provisions.splice(provisions.indexOf(find(provisions, 'early-years.b')), 1);
  });
  const gap = checkScheme(law, 'nd178').find((one: Defect) => one.code === 'benefit-gap');
  expect(gap?.example?.case).toMatchObject({ leaving: { date: '2025-01-01' } });
  const result = calculate(gap?.example?.case, { law });
  expect(result.ok ? [] : result.issues.map((one) => one.code)).toEqual(['rule-defect']);
});

it('age limits that differ by sex, rank or day alone are declared once', () => {
  const law = lawWith('luat-qncn-2015', (provisions) => {
    const all = find(provisions, 'age-limit.defence');
    const limits = all['limits'];
    Object.assign(all, { when: { sex: ['male'] } });
    provisions.push({
      ...all,
      id: 'women.before',
      when: { sex: ['female'], settlingDate: { under: '2025-06-01' } },
      limits,
    });
    provisions.push({
      ...all,
      id: 'women',
      when: { sex: ['female'], settlingDate: { atLeast: '2025-06-01' } },
      limits,
    });
  });
  expect(checkScheme(law, 'nd178')).toEqual([]);
});

it('an exclusion may hang on a question, of which the other options exclude nobody', () => {
  const law = lawWith('nd-178-2024', set('exclusion.discipline', { when: { reading: { 'in-force-day': 'in' } } }));
  expect(
    checkScheme(law, 'nd178').filter(({ code }) => code === 'unused-option' || code === 'reading-ignored'),
  ).toEqual([]);
  // Where something else hangs on the question too, each option must lead somewhere.
  const ruling = lawWith('nd-178-2024', (provisions) => {
    set('rounding.line', { when: { reading: { 'in-force-day': 'out' } } })(provisions);
  });
  expect(checkScheme(ruling, 'nd178').map(({ code }) => code)).toContain('unused-option');
});
