// The three lines of Điều 7 for who leaves in the first 12 months, 24 to 120 months early, with 20 years of service or
// more, as other engines state them. Each gets ready what nd178 works out itself: salary, months, years.
import { Decimal as Base } from 'decimal.js';

const Decimal = Base.clone({ precision: 40 });

/** What the peers are given. */
export function givenOf({ measures }) {
  const { monthlySalary, monthsEarly, yearsEarly, serviceYears } = measures;
  return {
    salary: Number(monthlySalary),
    monthsEarly,
    yearsEarly: Number(yearsEarly),
    serviceYears: Number(serviceYears),
  };
}

/** By hand, exact. */
export function byHand({ salary, monthsEarly, yearsEarly, serviceYears }) {
  const base = new Decimal(salary);
  const months = monthsEarly <= 60 ? new Decimal(monthsEarly) : new Decimal('0.9').times(60);
  const service = new Decimal(5).plus(new Decimal(serviceYears).minus(20).times('0.5'));
  const lines = [months, new Decimal(monthsEarly <= 60 ? 5 : 4).times(yearsEarly), service];
  return lines.reduce((sum, line) => sum.plus(base.times(line).toDecimalPlaces(0)), new Decimal(0)).toFixed();
}

const TABLE = {
  id: 'table',
  name: 'rates',
  type: 'decisionTableNode',
  content: {
    hitPolicy: 'first',
    inputs: [{ id: 'm', name: 'Months early', field: 'monthsEarly' }],
    outputs: [
      { id: 'r', name: 'Rate', field: 'monthRate' },
      { id: 'u', name: 'Up to', field: 'upTo' },
      { id: 'y', name: 'Per year', field: 'yearRate' },
    ],
    rules: [
      { _id: 'a', m: '[24..60]', r: '1', u: '60', y: '5' },
      { _id: 'b', m: '(60..120]', r: '0.9', u: '60', y: '4' },
    ],
    passThrough: true,
  },
};

const LINES = {
  id: 'lines',
  name: 'lines',
  type: 'expressionNode',
  content: {
    expressions: [
      { id: '1', key: 'months', value: 'round(salary * monthRate * min([monthsEarly, upTo]))' },
      { id: '2', key: 'years', value: 'round(salary * yearRate * yearsEarly)' },
      { id: '3', key: 'service', value: 'round(salary * (5 + 0.5 * (serviceYears - 20)))' },
      { id: '4', key: 'total', value: '$.months + $.years + $.service' },
    ],
    passThrough: false,
  },
};

/** zen-engine: a decision table and expressions, with its trace. */
export function zen({ ZenEngine }) {
  const engine = new ZenEngine();
  const edge = (sourceId, targetId) => ({ id: sourceId + targetId, type: 'edge', sourceId, targetId });
  const decision = engine.createDecision(
    Buffer.from(
      JSON.stringify({
        nodes: [
          { id: 'in', name: 'in', type: 'inputNode' },
          TABLE,
          LINES,
          { id: 'out', name: 'out', type: 'outputNode' },
        ],
        edges: [edge('in', 'table'), edge('table', 'lines'), edge('lines', 'out')],
      }),
    ),
  );
  return async (given) => String((await decision.evaluate(given, { trace: true })).result.total);
}

/** json-rules-engine: the rules choose the rates, the amounts are binary numbers in the caller's code. */
export function jsonRules({ Engine }) {
  const engine = new Engine();
  const rule = (all, type, params) => engine.addRule({ conditions: { all }, event: { type, params } });
  const test = (fact, operator, value) => ({ fact, operator, value });
  const near = [test('monthsEarly', 'greaterThanInclusive', 24), test('monthsEarly', 'lessThanInclusive', 60)];
  const far = [test('monthsEarly', 'greaterThan', 60), test('monthsEarly', 'lessThanInclusive', 120)];
  rule(near, 'months', { rate: 1, upTo: 60 });
  rule(far, 'months', { rate: 0.9, upTo: 60 });
  rule(near, 'years', { rate: 5 });
  rule(far, 'years', { rate: 4 });
  rule([test('serviceYears', 'greaterThanInclusive', 20)], 'service', { flat: 5, rate: 0.5, above: 20 });
  return async (given) => {
    const { events } = await engine.run(given);
    const of = (type) => events.find((event) => event.type === type).params;
    const [months, years, service] = [of('months'), of('years'), of('service')];
    const { salary } = given;
    const lines = [
      salary * months.rate * Math.min(given.monthsEarly, months.upTo),
      salary * years.rate * given.yearsEarly,
      salary * (service.flat + service.rate * (given.serviceYears - service.above)),
    ];
    return String(lines.reduce((sum, line) => sum + Math.round(line), 0));
  };
}

/** publicodes: the same as its rules; it keeps an explanation of every node. */
export function publicodes({ default: Engine }) {
  const rounded = (value) => ({ valeur: value, arrondi: 'oui' });
  const engine = new Engine({
    salary: 0,
    'months early': 0,
    'years early': 0,
    'service years': 0,
    months: {
      variations: [{ si: 'months early <= 60', alors: 'months early' }, { sinon: '0.9 * 60' }],
    },
    'year rate': { variations: [{ si: 'months early <= 60', alors: 5 }, { sinon: 4 }] },
    'months line': rounded('salary * months'),
    'years line': rounded('salary * year rate * years early'),
    'service line': rounded('salary * (5 + 0.5 * (service years - 20))'),
    total: { somme: ['months line', 'years line', 'service line'] },
  });
  return ({ salary, monthsEarly, yearsEarly, serviceYears }) => {
    engine.setSituation({
      salary,
      'months early': monthsEarly,
      'years early': yearsEarly,
      'service years': serviceYears,
    });
    return String(engine.evaluate('total').nodeValue);
  };
}
