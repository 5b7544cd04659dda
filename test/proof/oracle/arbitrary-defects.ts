import type { OracleCase } from './types.ts';

type Defect = (c: OracleCase) => OracleCase;

const withPerson = (c: OracleCase, change: Partial<OracleCase['person']>): OracleCase => ({
  ...c,
  person: { ...c.person, ...change },
});

/** Single defects, each of which makes the tool reject the case or refuse it. */
export const DEFECTS: readonly Defect[] = [
  (c) => ({ ...c, salary: { ...c.salary, coefficient: '4.65', contract: '12000000' } }),
  (c) => ({ ...c, salary: { contract: '12000000', monthly: '12000000' } }),
  (c) => ({ ...c, salary: {} }),
  (c) => ({ ...c, salary: { publicService: '25%' } }),
  (c) => ({ ...c, salary: { coefficient: '4.65', publicService: '25' } }),
  (c) => ({ ...c, salary: { coefficient: '4,6,5' } }),
  ({ leaving: { route, date }, ...c }) => ({ ...c, leaving: { route, date } }), // directly affected, but no clock
  (c) => ({ ...c, leaving: { ...c.leaving, date: '2024-12-31' } }),
  (c) => ({ ...c, leaving: { ...c.leaving, date: '2025-02-29' } }),
  (c) => ({ ...c, leaving: { ...c.leaving, date: '2049-01-01' } }),
  (c) => withPerson(c, { group: 'commune-part-time' }),
  (c) => withPerson(c, { group: 'village-part-time' }),
  (c) => withPerson(c, { birth: '1960-12-31' }),
  (c) => withPerson(c, { birth: '1985-13' }),
  (c) => ({ ...withPerson(c, { group: 'police-officer', rank: 'binh nhì' }), age: { schedule: 'limit' } }),
  (c) => ({ ...withPerson(c, { group: 'cipher', rank: 'đại tá' }), age: { schedule: 'limit' } }),
  (c) => ({ ...withPerson(c, { group: 'professional-soldier', rank: 'đại tá' }), age: {} }),
  (c) => ({ ...withPerson(c, { group: 'army-officer', rank: 'binh nhất' }), age: {} }),
];
