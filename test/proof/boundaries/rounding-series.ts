import type { Result } from '../../../src/index.ts';
import type { Wanted } from '../../support/person.ts';
import { contextsFor } from './contexts.ts';
import type { Leaf } from './leaves.ts';
import { along, type Series, type Span } from './series.ts';

/** Salaries whose line, or whose allowance of 25 %, falls on a quarter, a half and three quarters of a đồng. */
export function roundingSeries(span: Span, leaf: Leaf): Series[] {
  if (leaf.provision.kind !== 'rounding') return [];
  const { of } = leaf.provision;
  const base = Number(span.version.rules('base-salary').at(-1)?.provision.amount);
  return contextsFor(span.version, leaf.provision, '').flatMap((context) => {
    const axes = [1, 2, 3].map((part) => ({ wanted: roundingCase(of, part, base) }));
    const points = along(span, context, axes);
    return points
      ? [{ points, edge: 1, observe: of === 'line' ? lineRounded : componentRounded, shape: 'some' as const }]
      : [];
  });
}

function direction(exact: number, amount: number): string {
  return amount > exact ? 'up' : amount < exact ? 'down' : 'exact';
}

function lineRounded({ benefits, measures }: Result): string {
  const line = benefits.find(({ id }) => id === 'service');
  return direction(Number(line?.months) * Number(measures?.monthlySalary), Number(line?.amount));
}

function componentRounded({ salary }: Result): string {
  const amount = (name: string): number => Number(salary.find(({ component }) => component === name)?.amount);
  return direction(amount('coefficient') / 4, amount('publicService'));
}

/** 20.5 service years pay 5.25 months; a coefficient salary of 4n + 1, 2, 3 đồng has a quarter that is not whole. */
function roundingCase(of: string, part: number, base: number): Partial<Wanted> {
  if (of === 'line') return { insurance: 360, countable: 246, salary: { monthly: String(10_000_000 + part) } };
  for (let step = 1; ; step += 1) {
    if (((base / 20_000) * step) % 4 !== part) continue;
    return { salary: { coefficient: (1 + step / 20_000).toFixed(5), publicService: '25%' } };
  }
}
