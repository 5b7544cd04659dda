import type { Writable } from '../base/writable.ts';
import type { Salary, SalaryComponents } from './case.ts';
import type { Reader } from './reader.ts';

type SalaryKey = readonly [name: keyof Salary, key: string];
const salaryKeys = (...names: (keyof Salary)[]): SalaryKey[] => names.map((name) => [name, `salary.${name}`]);
const PERCENTS = salaryKeys(
  'overFrame',
  'profession',
  'preferential',
  'responsibility',
  'publicService',
  'party',
  'specific',
);
const COEFFICIENTS = salaryKeys('coefficient', 'positionAllowance', 'retained', 'committee');
const WHOLE_SALARIES = salaryKeys('contract', 'monthly', 'allowance');

/** What is not given, save the committee allowance: only the waiting regime of Decree 177 reads it. */
const NO_COMPONENTS: Required<Omit<SalaryComponents, 'committee'>> = {
  coefficient: '0',
  positionAllowance: '0',
  overFrame: '0%',
  profession: '0%',
  preferential: '0%',
  responsibility: '0%',
  publicService: '0%',
  party: '0%',
  specific: '0%',
  retained: '0',
};

/** Reads the salary (tiền lương): components, a grade and step, or one amount a month. */
export function readSalary(reader: Reader): Salary | undefined {
  const components: Writable<Salary> = { ...NO_COMPONENTS };
  const parts: string[] = [];
  for (const key of COEFFICIENTS) readComponent(reader, key, components, parts, reader.decimal(key[1]));
  for (const key of PERCENTS) readComponent(reader, key, components, parts, reader.percent(key[1]));
  const scale = readScale(reader, components, parts);
  const wholes: Writable<Salary> = {};
  const given: string[] = [];
  for (const key of WHOLE_SALARIES) readComponent(reader, key, wholes, given, reader.dong(key[1]));
  if (given.length + (parts.length > 0 ? 1 : 0) > 1) {
    const forms = [...(parts.length > 0 ? [parts.join(', ')] : []), ...given].join('; ');
    reader.fault('salary-twice', 'salary', { forms });
  }
  const salary = given.length > 0 ? wholes : components;
  const least = given[0] ?? 'salary.coefficient';
  const amount = salary[least.slice('salary.'.length) as keyof Salary];
  const average = reader.dong('salary.average');
  if (average !== undefined) salary.average = average;
  if (average === '0') reader.fault('salary-zero', 'salary.average');
  if (scale) return salary;
  if (given.length === 0 && !parts.includes('salary.coefficient')) {
    if (parts.length > 0) reader.fault('salary-coefficient-missing', 'salary.coefficient');
    else if (!reader.issues.some((one) => one.path.startsWith('salary'))) reader.fault('salary-missing', 'salary');
    return undefined;
  }
  if (amount === '0') reader.fault('salary-zero', least);
  return salary;
}

/** A grade and step in place of the coefficient (ngạch, bậc); whether the case writes one. */
function readScale(reader: Reader, components: Writable<Salary>, written: string[]): boolean {
  const scale = reader.text('salary.scale');
  const step = reader.count('salary.step');
  const stepMonths = reader.count('salary.stepMonths');
  const keys = ['salary.scale', 'salary.step', 'salary.stepMonths'].filter((key) => reader.has(key));
  if (keys.length === 0) return false;
  if (scale === undefined) reader.fault('missing', 'salary.scale');
  if (step === undefined) reader.fault('missing', 'salary.step');
  if (written.includes('salary.coefficient')) {
    reader.fault('salary-twice', 'salary', { forms: ['salary.coefficient', ...keys].join('; ') });
  }
  if (stepMonths !== undefined && written.includes('salary.overFrame')) {
    reader.fault('salary-twice', 'salary', { forms: 'salary.overFrame; salary.stepMonths' });
  }
  written.push(...keys);
  delete components.coefficient;
  if (stepMonths !== undefined) delete components.overFrame;
  if (scale !== undefined) components.scale = scale;
  if (step !== undefined) components.step = step;
  if (stepMonths !== undefined) components.stepMonths = stepMonths;
  return true;
}

function readComponent(
  reader: Reader,
  [name, key]: SalaryKey,
  into: Writable<Salary>,
  written: string[],
  value: string | undefined,
): void {
  if (value !== undefined) (into as Record<string, string | number>)[name] = value;
  if (value !== undefined || reader.has(key)) written.push(key);
}
