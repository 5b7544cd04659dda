import { expect, test } from 'vitest';
import { calculate } from '../../../src/index.ts';

/** Two schemes ask the same question with other options: a reading of one must not leave the other without a rule. */
const CASE = {
  person: { sex: 'female', birth: '1971-11', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-08-01', reorganisation: '2025-03-01', decided: '2025-07-01' },
  insurance: { years: 20, countable: { years: 12 } },
  salary: { monthly: '10000000' },
};

test.each(['four-flat', 'five-flat', 'nothing'])('service-under-15=%s is read where it is an option', (option) => {
  const interpretations = { 'service-under-15': option };
  const found = calculate(CASE, { interpretations, lang: 'en' });
  expect(found.ok ? found.value.outcome : found.issues).toBe('paid');
  const named = calculate(CASE, { interpretations, lang: 'en', scheme: 'nd178' });
  expect(found.ok && found.value.total).toBe(named.ok && named.value.total);
  const usual = calculate(CASE, { scheme: 'nd154' });
  const under154 = calculate(CASE, { interpretations: { 'service-under-15': 'five-flat' }, scheme: 'nd154' });
  expect(under154.ok && under154.value.total).toBe(usual.ok && usual.value.total);
  const less = found.ok ? found.value.candidates?.find(({ scheme }) => scheme === 'nd154') : undefined;
  expect(less?.status).toBe(found.ok && found.value.law.scheme === 'nd178' ? 'less' : 'chosen');
});
