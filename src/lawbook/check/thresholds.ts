import type { Interval } from '../../law/provision.ts';
import { bound } from '../../law/facts.ts';
import { startsOf } from '../space/axes.ts';
import { AXIS_OF } from '../space/axis.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import type { FactName } from '../../law/vocabulary.ts';
import { intervalsOf } from './bounds.ts';
import type { Defects } from './defect.ts';
import { place } from './routes.ts';

/** A threshold as a rule writes it. */
interface Threshold {
  readonly rule: Rule;
  readonly fact: FactName;
  /** "24|upper": the number, and the side that the number itself belongs to. */
  readonly written: string;
  readonly words: string;
}

/** Within one table, a threshold must be written alike from both sides: `under 24` meets `atLeast 24`, not `upTo 23`. */
export function checkThresholds(law: LawVersion, defects: Defects): void {
  const tables: (readonly Rule[])[] = [
    ...law.routes.flatMap(({ route }) => law.benefits(route)).map((name) => [...law.rows(name), ...law.empties(name)]),
    ...law.classes.values(),
    law.rules('months-early'),
    law.rules('clock'),
    law.rules('notice'),
    ...law.routes.map(({ route }) => law.requirements(route)),
  ];
  for (const rules of tables) {
    const at = new Map<string, Threshold>();
    for (const threshold of rules.flatMap((rule) => thresholdsOf(rule))) {
      for (const start of startsOf([law], threshold.fact, cutOf(threshold))) {
        const key = `${AXIS_OF[threshold.fact]} ${start}`;
        const earlier = at.get(key);
        if (!earlier) at.set(key, threshold);
        else if (earlier.fact === threshold.fact && earlier.written !== threshold.written) {
          const params = {
            id: threshold.rule.id,
            other: earlier.rule.id,
            fact: threshold.fact,
            one: threshold.words,
            two: earlier.words,
          };
          defects.add('thresholds-differ', place(threshold.rule), params, {
            version: law.date,
            other: earlier.rule.id,
          });
        }
      }
    }
  }
}

function cutOf({ fact, written }: Threshold): number {
  const [value = '', side] = written.split('|');
  return bound(fact, value) + (side === 'lower' ? 1 : 0);
}

function thresholdsOf(rule: Rule): Threshold[] {
  return intervalsOf(rule.provision).flatMap(({ fact, interval }) =>
    Object.entries(interval as Interval<number | string>).map(([word, value]) => ({
      rule,
      fact,
      written: `${value}|${word === 'atLeast' || word === 'under' ? 'upper' : 'lower'}`,
      words: `${word} ${value}`,
    })),
  );
}
