import type { Words } from '../base/text.ts';
import { keyTitle } from '../case/keys.ts';
import type { Provision } from '../law/provision.ts';
import { holds, type Readings } from '../law/select.ts';
import type { Rule } from '../law/version.ts';
import { fill, type Params } from '../messages/issue.ts';
import { FINDINGS, type FindingCode } from '../messages/findings.ts';
import type { Derivation, FindingFound, Outcome } from './derivation.ts';

type Partial = Pick<Derivation, 'law' | 'case' | 'facts' | 'group' | 'subject' | 'measures' | 'salary' | 'routes'>;

/** A finding of the engine. */
export function finding(code: FindingCode, severity: FindingFound['severity'], params: Params, cites: FindingFound['cites'] = []): FindingFound {
  const words: Words = { vi: fill(FINDINGS[code].vi, params), en: fill(FINDINGS[code].en, params) };
  return { code, severity, words, cites };
}

/** What forbids computing the case at all: who is not considered. */
export function refusals(partial: Partial, _readings: Readings): FindingFound[] {
  return partial.law
    .rules('exclusion')
    .filter((rule) => holds(rule, partial.facts))
    .map(({ provision, cites }) => ({ code: provision.code, severity: 'error', words: provision.message, cites }));
}

/** All findings of a case, and what they make of its outcome. */
export function gatherFindings(
  all: Partial &
    Pick<Derivation, 'route' | 'lines' | 'empties'> & {
      stop: readonly FindingFound[];
      otherLacks: string | undefined;
      accepted: ReadonlySet<string>;
    },
): { findings: FindingFound[]; outcome: Outcome } {
  const unverified = [...new Set(used(all))]
    .filter((rule) => rule.provision.certainty === 'U' && !all.accepted.has(rule.id))
    .map((rule) => finding('unverified-provision', 'error', { id: rule.id, at: rule.provision.at }, rule.cites));
  const findings: FindingFound[] = [...all.stop, ...unverified];
  if (all.stop.length === 0) findings.push(...withoutRoute(all));
  findings.push(...remarks(all));
  const refused = all.stop.length > 0 || unverified.length > 0;
  const outcome = refused ? 'refused' : all.lines.length > 0 ? 'paid' : 'nothing';
  return { findings, outcome };
}

function withoutRoute(all: Partial & Pick<Derivation, 'route'>): FindingFound[] {
  if (!all.subject) {
    const params = { impact: all.case.leaving.impact, law: all.law.scheme, version: all.law.date };
    return [finding('not-a-subject', 'error', params)];
  }
  const severity = all.route === undefined ? 'error' : 'info';
  return all.routes.flatMap((found) =>
    found.requirements
      .filter((one) => !one.met)
      .map(({ rule }) => ({ code: rule.provision.code, severity, words: rule.provision.message, cites: rule.cites }) as const),
  );
}

function remarks(all: Partial & { otherLacks: string | undefined }): FindingFound[] {
  const { law, facts, salary } = all;
  const { date, decided } = all.case.leaving;
  const found: FindingFound[] = law
    .rules('notice')
    .filter((rule) => holds(rule, facts))
    .map(({ provision, cites }) => ({ code: provision.code, severity: provision.severity, words: provision.message, cites }));
  for (const name of salary.notCounted) {
    const titles = keyTitle(`salary.${name}`);
    const params = { version: law.date };
    found.push({
      code: 'component-not-counted',
      severity: 'warning',
      words: {
        vi: fill(FINDINGS['component-not-counted'].vi, { ...params, title: titles.vi }),
        en: fill(FINDINGS['component-not-counted'].en, { ...params, title: titles.en }),
      },
      cites: [],
    });
  }
  if (all.otherLacks === 'decision') found.push(finding('decision-date-not-given', 'warning', {}));
  if (decided !== undefined && decided > date) found.push(finding('decision-after-leaving', 'warning', { decided, date }));
  return found;
}

/** Every rule that had a part in the result. */
function used(all: Partial & Pick<Derivation, 'route' | 'lines' | 'empties'>): Rule<Provision>[] {
  const { measures, salary, subject, routes, lines, empties } = all;
  const rules: (Rule<Provision> | undefined)[] = [
    all.group,
    subject,
    measures.retirement.rule,
    measures.monthsEarly.rule,
    measures.yearsEarly.rule,
    measures.serviceYears.rule,
    measures.pension.rule,
    measures.window?.rule,
    measures.window?.termRule,
    ...salary.lines.flatMap((line) => [line.rule, line.base, line.percentBase]),
    ...routes.flatMap((found) => found.requirements.map((one) => one.rule)),
    ...lines.map((line) => line.row),
    ...empties.map((line) => line.rule),
  ];
  return rules.filter((rule) => rule !== undefined);
}
