// The core alone: validated and traced cases per second on one core, beside decimal.js by hand in the same run.
// Results are checked before a number is printed. Usage: npm run build && node bench/core.mjs [seconds]
import { Decimal as Base } from 'decimal.js';
import { calculate } from '../dist/src/index.js';
import { calculation } from '../dist/src/engine/calculate.js';

const seconds = Number(process.argv[2] ?? 3);
const Decimal = Base.clone({ precision: 40 });
const BASE_SALARY = new Decimal('2340000');
const PERCENT = new Decimal('0.01');

const example = {
  id: 'C',
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01', voluntary: true },
  insurance: { years: 22, months: 0 },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
};

/** The same arithmetic with nothing around it: no validation, no rules, no trace. */
function byHand({ salary }) {
  const coefficient = new Decimal(salary.coefficient).times(BASE_SALARY).toDecimalPlaces(0);
  const position = new Decimal(salary.positionAllowance).times(BASE_SALARY).toDecimalPlaces(0);
  const base = coefficient.plus(position);
  const service = base.times(salary.publicService.slice(0, -1)).times(PERCENT).toDecimalPlaces(0);
  const monthly = base.plus(service);
  const lines = ['30', '12.5', '6'].map((months) => monthly.times(months).toDecimalPlaces(0));
  return lines.reduce((sum, line) => sum.plus(line)).toFixed();
}

/** People who differ in group, birth, leaving date, salary; many touch an open question. */
function population(size) {
  const groups = [
    'civil-servant',
    'public-employee',
    'cadre',
    'commune-civil-servant',
    'contract-worker',
    'defence-worker',
  ];
  const dates = ['2025-02-01', '2025-05-01', '2025-07-01', '2025-09-01', '2026-04-01'];
  const bornIn = (index) => 1967 + (index % 19) + (index % 2 ? 0 : 6);
  // Nobody is insured before 15, or 17 in the army.
  const insured = (index) => Math.min(16 + (index % 13), 2024 - 18 - bornIn(index));
  return Array.from({ length: size }, (_, index) => ({
    id: String(index),
    person: {
      sex: index % 2 ? 'male' : 'female',
      birth: `${bornIn(index)}-0${1 + (index % 9)}-10`,
      group: groups[index % groups.length],
    },
    leaving: { route: 'auto', date: dates[index % dates.length], reorganisation: '2025-01-15', decided: '2025-01-20' },
    insurance: { years: insured(index), months: index % 12 },
    salary: { coefficient: `${2 + (index % 5)}.${10 + (index % 89)}`, positionAllowance: '0.35', publicService: '25%' },
  }));
}

/** Runs slices of 500 for some seconds. The best slice is the one that other work on the machine disturbed least. */
function rate(name, items, run) {
  for (let k = 0; k < 20_000; k += 1) run(items[k % items.length]);
  const slices = [];
  const until = process.hrtime.bigint() + BigInt(seconds * 1e9);
  for (let at = 0; process.hrtime.bigint() < until; at += 500) {
    const begin = process.hrtime.bigint();
    for (let k = 0; k < 500; k += 1) run(items[(at + k) % items.length]);
    slices.push(500 / (Number(process.hrtime.bigint() - begin) / 1e9));
  }
  slices.sort((a, b) => a - b);
  const [median, best] = [slices[slices.length >> 1], slices.at(-1)];
  const show = (value) => Math.round(value).toLocaleString('en').padStart(9);
  console.log(`${name.padEnd(44)}${show(best)} cases/s best, ${show(median)} median`);
  return median;
}

const checked = calculate(example);
if (!checked.ok || checked.value.total !== '744778125' || byHand(example) !== '744778125')
  throw new Error('wrong result');
const people = population(5000);
const outcomes = people.map((one) => calculate(one));
const paid = outcomes.filter((one) => one.ok && one.value.outcome === 'paid').length;
const touched = outcomes.filter((one) => one.ok && one.value.interpretations.length > 0).length;
if (outcomes.some((one) => !one.ok)) throw new Error(JSON.stringify(outcomes.find((one) => !one.ok)));
console.log(`population: ${people.length} people, ${paid} paid, ${touched} touch an open question`);

const hand = rate('decimal.js by hand, one example', [example], byHand);
const named = { scheme: 'nd178' };
const one = rate('calculate, scheme named, the same example', [example], (each) => calculate(each, named));
rate('calculate, scheme to be found, example', [example], calculate);
const mixed = rate('calculate, scheme named, mixed people', people, (each) => calculate(each, named));
rate('calculate, scheme to be found, mixed', people, calculate);
rate('calculation (without the result)', people, calculation);
console.log(
  `with the scheme named calculate takes ${(hand / one).toFixed(1)} times the bare arithmetic; the mixed people ${(hand / mixed).toFixed(1)} times`,
);
