import { calculate, type Law } from '../../../src/index.ts';
import { halfYears } from '../oracle/facts.ts';
import { ratio, type Rational } from '../oracle/rational.ts';
import { duration, personWith, type Wanted } from '../../support/person.ts';

/** The pension told for information, a second time, from the digest of the insurance laws alone. */

/** Who leaves, under which scheme; and months insured in all. */
export interface Insured {
  readonly scheme: string;
  readonly wanted: Wanted;
  readonly months: number;
}

const AVERAGE = 8_000_000;

/** Rules of certainty U that stand for the cut, by law. */
const CUTS = ['pension-cut.2014', 'pension-cut.2024'];

/** Per cent in halves: women 45 at 15 years, men 45 at 20, each year more 2; men of 15 to 20 years 40 and 1 a year. */
function halvesOfRate(sex: string, date: string, months: number): number | undefined {
  const halves = halfYears(months);
  if (sex === 'female') return months < 180 ? undefined : Math.min(150, 90 + 2 * (halves - 30));
  if (months >= 240) return Math.min(150, 90 + 2 * (halves - 40));
  return date < '2025-07-01' || months < 180 ? undefined : Math.min(90, 80 + (halves - 30));
}

function text(value: Rational): string {
  return value.toDecimal();
}

/** What a person is told, by the second way; `none` where no pension is told. */
export function expectedPension({ wanted, months }: Insured, yearsEarly: string): string {
  const { sex = 'male', date } = wanted;
  const rate = halvesOfRate(sex, date, months);
  if (rate === undefined) return 'none';
  const halves = halfYears(months);
  const above = Math.max(0, halves - (sex === 'male' ? 70 : 60));
  const cut = Math.max(0, rate - 4 * Number(yearsEarly));
  const surplus = `${text(ratio(above, 2))} years, ${text(ratio(above, 4))} months, ${text(ratio(above * AVERAGE, 4))}`;
  return [
    `${text(ratio(halves, 2))} years`,
    `${text(ratio(rate, 2))}%`,
    `${text(ratio(cut, 2))}%`,
    text(ratio(rate * AVERAGE, 200).roundHalfUp()),
    above === 0 ? 'nothing above' : surplus,
  ].join('; ');
}

/** What the engine tells, in the same words, and the years early that it counts; undefined for nobody. */
export function toldPension(
  { scheme, wanted, months }: Insured,
  law?: Law,
): { readonly told: string; readonly yearsEarly: string } | undefined {
  const person = personWith({ ...wanted, insurance: months });
  if (!person) return undefined;
  const one = { ...person, insurance: duration(months), salary: { monthly: '10000000', average: String(AVERAGE) } };
  const found = calculate(one, { scheme, pension: true, acceptUnverified: CUTS, ...(law ? { law } : {}) });
  if (!found.ok) return { told: found.issues.map(({ code }) => code).join(), yearsEarly: '0' };
  const { pension, measures } = found.value;
  const yearsEarly = measures?.yearsEarly ?? '0';
  if (!pension) return { told: 'none', yearsEarly };
  const { years, rate, cutRate = '-', monthly = '-', oneOff } = pension;
  const above = oneOff ? `${oneOff.years} years, ${oneOff.months} months, ${oneOff.amount ?? '-'}` : 'nothing above';
  return { told: [`${years} years`, rate, cutRate, monthly, above].join('; '), yearsEarly };
}

/** The leaving days that tell the pension of each law and scheme. */
const DAYS: Readonly<Record<string, readonly string[]>> = {
  nd29: ['2024-12-31', '2025-06-15'],
  nd154: ['2025-06-30', '2025-07-01', '2026-08-01'],
  nd178: ['2025-06-30', '2025-07-01', '2026-08-01'],
  nd177: ['2025-06-30', '2025-07-01', '2026-08-01'],
};

const odd = (years: number): number[] => [-7, -6, -5, -1, 0, 1, 6, 7, 12].map((months) => years * 12 + months);

/** Insurance around every year at which a rate begins, ends or turns. */
const MONTHS = [...new Set([15, 20, 30, 35].flatMap(odd))].sort((a, b) => a - b);

/** Women and men around every threshold of the pension, under every scheme that lets them retire early. */
export function insuredPeople(): Insured[] {
  return Object.entries(DAYS).flatMap(([scheme, days]) =>
    days.flatMap((date) =>
      (['male', 'female'] as const).flatMap((sex) =>
        [1, 30, 42, 55].flatMap((monthsEarly) =>
          MONTHS.map((months): Insured => {
            const group = sex === 'female' ? 'commune-cadre' : 'cadre';
            const impact = scheme === 'nd177' ? 're-election' : 'direct';
            return { scheme, wanted: { date, sex, monthsEarly, group, impact }, months };
          }),
        ),
      ),
    ),
  );
}
