import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { caseKey } from '../../src/case/keys.ts';
import {
  axisRules,
  QUANTITY,
  quantityColumn,
  quantityLabel,
  QUANTITY_NAMES,
} from '../../src/engine/measure/quantities.ts';
import { FACT_LABELS } from '../../src/explanation/labels.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { AXES, FACTS, isYears, keysOfFact, keyToAsk, QUANTITIES, type FactName } from '../../src/law/vocabulary.ts';
import { AXIS_OF, DOMAIN } from '../../src/lawbook/space/axis.ts';
import { matchHeading } from '../../src/table/columns.ts';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());

describe.each(QUANTITIES)('the quantity %s', (name) => {
  const quantity = QUANTITY[name];

  test('stands in a file of its name, with titles, unit, axis, column and a way to measure it', () => {
    expect(existsSync(`src/engine/measure/${kebab(name)}.ts`)).toBe(true);
    for (const lang of ['vi', 'en'] as const) {
      expect(quantity.title[lang]).toMatch(/^\p{Lu}/u);
      expect(quantityLabel(name)[lang]).toMatch(/^\p{Ll}/u);
      expect(quantityColumn(name)[lang]).toMatch(/^\p{Lu}/u);
      // A table that is read again must not take the column of a result for a key of the case.
      expect(matchHeading(quantityColumn(name)[lang])).toBeUndefined();
    }
    expect(quantity.unit).toBe(isYears(name) ? 'year' : 'month');
    expect(FACT_LABELS[name].unit).toBe(quantity.unit);
    expect(AXES).toContain(quantity.axis);
    expect(AXIS_OF[name]).toBe(quantity.axis);
    expect(DOMAIN[quantity.axis]).toEqual([0, Infinity]);
    expect(quantity.measure).toBeTypeOf('function');
  });

  test('never falls as the months of its axis rise, under any rule of the law', () => {
    const law = builtinLaw();
    for (const scheme of law.schemes.keys()) {
      for (const { date } of law.versions(scheme)) {
        const version = law.at(scheme, date);
        if (!version.ok) throw new Error(`${scheme}@${date}`);
        for (const { provision } of axisRules(version.value, name)) {
          const values = Array.from({ length: 600 }, (_, months) => quantity.onAxis?.value(provision, months) ?? 0);
          expect(values).toEqual([...values].sort((a, b) => a - b));
        }
      }
    }
  });
});

test('no two quantities have one column', () => {
  for (const lang of ['vi', 'en'] as const) {
    const headings = QUANTITY_NAMES.map((name) => quantityColumn(name)[lang]);
    expect(new Set(headings).size).toBe(headings.length);
  }
  expect([...QUANTITY_NAMES].sort()).toEqual([...QUANTITIES].sort());
});

test.each(Object.keys(FACTS) as FactName[])('the keys behind the fact %s are keys of the case', (name) => {
  const isKey = (key: string): boolean => [key, `${key}.years`, `${key}.scheme`].some((one) => caseKey(one));
  expect(keysOfFact(name).filter((key) => !isKey(key))).toEqual([]);
  const ask = keyToAsk(name);
  if (ask !== undefined) expect(caseKey(ask)?.required).toBeUndefined();
  if (ask !== undefined) expect(caseKey(ask)).toBeDefined();
});
