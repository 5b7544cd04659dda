import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CASE_KEYS } from '../../src/case/keys.ts';
import { caseSchema } from '../../src/case/schema.ts';
import { structureFaults } from '../../src/case/structure.ts';

/** A value of any kind that JSON has, good and bad ones alike. */
const value = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, 'text', 'male', 7, 4.65, NaN, Infinity, true, [], {}, [1]),
  fc.record({ years: fc.constantFrom<unknown>(61, '61', null, true) }),
  fc.record({
    years: fc.constantFrom<unknown>(61, '61'),
    months: fc.constantFrom<unknown>(3, '3', null, [], undefined),
  }),
  fc.record({ years: fc.constant(61), days: fc.constant(3) }),
);

/** A raw case: some of the keys, some groups that are none, some keys that there are none of. */
const raw = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...CASE_KEYS.map(({ key }) => key),
        ...['person', 'salary', 'insurance', 'insurance.publicSector', 'age', 'settled', 'x', 'person.x', 'work.x'],
      ),
      value,
    ),
    { maxLength: 30 },
  )
  .map((pairs) => {
    const made: Record<string, unknown> = {};
    for (const [key, one] of pairs) {
      const names = key.split('.');
      const last = names.pop() ?? '';
      let at: Record<string, unknown> | undefined = made;
      for (const name of names) {
        at[name] ??= {};
        if (typeof at[name] !== 'object' || Array.isArray(at[name])) at = undefined;
        else at = at[name] as Record<string, unknown>;
        if (!at) break;
      }
      if (at) at[last] = one;
    }
    return made;
  });

/** What the schema that is published finds, in the same terms. */
function bySchema(one: unknown): unknown[] {
  const found = caseSchema.safeParse(one);
  if (found.success) return [];
  return found.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    ...(issue.code === 'unrecognized_keys' ? { unknown: issue.keys } : {}),
  }));
}

describe('the structure of a case', () => {
  test('is judged as its published schema judges it, fault by fault', () => {
    fc.assert(
      fc.property(raw, (one) => {
        expect(structureFaults(one)).toEqual(bySchema(one));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([undefined, null, 'text', 1, [], [{}]])('%j is no case', (one) => {
    expect(structureFaults(one)).toEqual([{ path: '' }]);
    expect(bySchema(one)).toEqual([{ path: '' }]);
  });
});
