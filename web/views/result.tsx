import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Issue } from '../../src/base/checked.ts';
import type { Lang } from '../../src/base/text.ts';
import { caseKey } from '../../src/case/keys.ts';
import type { Calculation } from '../../src/engine/derivation.ts';
import { contextOf } from '../../src/explanation/context.ts';
import type { Document } from '../../src/explanation/document.ts';
import { explain } from '../../src/explanation/explanation.ts';
import { refusalSheet } from '../../src/explanation/refusal.ts';
import type { Section } from '../../src/explanation/steps.ts';
import type { Law } from '../../src/law/law.ts';
import { paidBlocks } from '../../src/papers/sheet-paid.ts';
import type { CaseState } from '../form/state.ts';
import { sayIn, type Say } from '../words.ts';
import { fieldId } from './field.tsx';
import { LACKS } from './form.tsx';
import { Paper } from './paper.tsx';

/** What every part of the page is told. */
export interface Shared {
  readonly law: Law;
  readonly lang: Lang;
}

/** The result while the form is filled in: the total and its lines, or what is still needed and what is wrong. */
export function LiveResult({ law, lang, one }: Shared & { readonly one: CaseState }): JSX.Element {
  const say = sayIn(lang);
  const { worked, issues } = one.read;
  return (
    <section class="result" aria-labelledby="result-title">
      <h2 id="result-title">{say('result')}</h2>
      {worked === undefined ? (
        <Open issues={issues} lang={lang} say={say} />
      ) : 'refused' in worked ? (
        <Paper document={refusalSheet(worked.refused, { lang, law })} />
      ) : (
        <Worked worked={worked} law={law} lang={lang} />
      )}
    </section>
  );
}

/** What is still needed, and what is wrong, each with the way to its field. */
function Open({ issues, lang, say }: { issues: readonly Issue[]; lang: Lang; say: Say }): JSX.Element {
  const lacks = issues.filter(({ code }) => LACKS.has(code));
  const faults = issues.filter(({ code }) => !LACKS.has(code));
  return (
    <>
      {faults.length > 0 && (
        <>
          <h3>{say('faults')}</h3>
          <ul class="fault">
            {faults.map((one) => (
              <li key={one.path + one.code}>
                <IssueLink issue={one} text={withField(one, lang)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="muted">{say('blank')}</p>
      {lacks.length > 0 && (
        <>
          <h3>{say('missing')}</h3>
          <ul class="needed">
            {lacks.map((one) => (
              <li key={one.path + one.code}>
                <IssueLink issue={one} text={caseKey(one.path)?.title[lang] ?? one.message} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** A message with the name of its field, where it does not begin with it: here it does not stand below it. */
function withField({ path, message }: Issue, lang: Lang): string {
  const title = caseKey(path)?.title[lang];
  return title === undefined || message.includes(title) ? message : `${title}: ${message}`;
}

/** An issue as a way to the field that it is about. */
function IssueLink({ issue: { path }, text }: { issue: Issue; text: string }): JSX.Element {
  const go = (): void => {
    const own = document.getElementById(fieldId(path));
    const group = document.querySelector<HTMLElement>(`[name^="${path === '' ? 'person' : path}."]`);
    (own ?? group)?.focus();
  };
  return (
    <button type="button" class="link" onClick={go}>
      {text}
    </button>
  );
}

function Worked({ worked, law, lang }: Shared & { readonly worked: Calculation }): JSX.Element {
  const say = sayIn(lang);
  const explanation = explain(worked, { law, lang });
  const { derivation } = worked;
  const blocks = paidBlocks(contextOf(worked, { law, lang }));
  const lines: Document = { lang, title: say('result'), blocks };
  const part = (name: Section['section']): Section | undefined =>
    explanation.sections.find(({ section }) => section === name);
  const total = `${say('total')}: ${explanation.totalText}`;
  return (
    <>
      <p class={`total ${explanation.outcome}`}>
        <span>{explanation.outcomeText}</span>
        <strong>{explanation.totalText}</strong>
      </p>
      <p class="muted law-of">
        {`${derivation.law.title[lang]}, ${say('version')} ${derivation.law.scheme}@${derivation.law.date}`}
      </p>
      <Paper document={lines} />
      <Steps section={part('findings')} title={say('notes')} open />
      <Steps section={part('schemes')} title={say('candidates')} />
      <Marked text={total} />
    </>
  );
}

function Steps(props: { section: Section | undefined; title: string; open?: boolean }): JSX.Element | null {
  if (!props.section) return null;
  return (
    <details class="steps-of" open={props.open === true}>
      <summary>{props.title}</summary>
      <ul>
        {props.section.steps.map((step, at) => (
          <li key={at}>
            <strong>{step.label}</strong>: {step.text}
            {step.basis.length > 0 && <p class="muted">{step.basis.map(({ text }) => text).join('; ')}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** How long nothing is typed before the total is said. */
const PAUSE_MS = 700;

/** Says a text to those who listen to the page, once, when it no longer changes. */
function Marked({ text }: { readonly text: string }): JSX.Element {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="unseen" role="status" aria-live="polite">
      {said}
    </p>
  );
}
