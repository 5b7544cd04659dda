import type { Requirement } from '../engine/benefit/route.ts';
import { FACTS, type FactName } from '../law/vocabulary.ts';
import { factText, phrases } from './conditions.ts';
import { nameOf, type Context } from './context.ts';
import { exclusionRemedies, requirementRemedies } from './remedies.ts';
import { capital, section, step, type Section, type Step } from './steps.ts';

/** What stands in the way of the case at all, and each route that was tried with its requirements. */
export function routesSection(context: Context): Section {
  return section(context, 'routes', [
    ...exclusionSteps(context),
    ...context.derivation.routes.flatMap((route) => routeSteps(context, route)),
  ]);
}

function exclusionSteps(context: Context): Step[] {
  return context.derivation.excluded.map((rule) => ({
    ...step(context, context.say('Chưa xem xét', 'Not considered'), rule.provision.message[context.lang], [rule]),
    held: false,
    remedies: exclusionRemedies(context, rule.provision.when),
  }));
}

function routeSteps(context: Context, found: Context['derivation']['routes'][number]): Step[] {
  const { say, derivation } = context;
  const title = `${say('Chính sách', 'Route')} "${nameOf(context, 'route', found.route)}"`;
  const verdict = found.entitled
    ? say('đủ điều kiện', 'the conditions hold')
    : say('không đủ điều kiện', 'the conditions do not hold');
  const chosen = found.route === derivation.route ? say(', được chọn', ', chosen') : '';
  return [
    { ...step(context, title, verdict + chosen), held: found.entitled },
    ...found.requirements.map((one) => requirementStep(context, one)),
  ];
}

function requirementStep(context: Context, { rule, met }: Requirement): Step {
  const { say, lang } = context;
  const { notEntitled, ...condition } = rule.provision.require;
  const wanted = phrases(context, condition).map((phrase) => phrase.text);
  if (notEntitled !== undefined) {
    const title = nameOf(context, 'route', notEntitled);
    wanted.push(say(`không đủ điều kiện hưởng chính sách "${title}"`, `not entitled to "${title}"`));
  }
  const values = Object.keys(condition).flatMap((fact) => ownValue(context, fact, met));
  const verdict = met ? say('đạt', 'holds') : say('không đạt', 'does not hold');
  const has = values.length > 0 ? `${values.join(', ')}, ${verdict}` : verdict;
  const text = met ? has : `${has}. ${rule.provision.message[lang]}`;
  const base = { ...step(context, capital(wanted.join('; ')), text, [rule]), held: met };
  return met ? base : { ...base, remedies: requirementRemedies(context, rule) };
}

/** What the case has where a requirement tests a number, or a word it does not have. */
function ownValue(context: Context, fact: string, met: boolean): string[] {
  if (!Object.hasOwn(FACTS, fact)) return [];
  const value = context.derivation.facts.values[fact as FactName];
  if (typeof value === 'number') return [factText(context, fact as FactName, value)];
  return typeof value === 'string' && !met ? [nameOf(context, fact, value)] : [];
}
