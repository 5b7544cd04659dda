import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Calculation } from '../../src/engine/derivation.ts';
import type { Basis } from '../../src/explanation/context.ts';
import { explain } from '../../src/explanation/explanation.ts';
import type { Step } from '../../src/explanation/steps.ts';
import type { LawVersion } from '../../src/law/version.ts';
import { plainBlocks } from '../../src/lawbook/show/plain-document.ts';
import { sayIn } from '../words.ts';
import { Paper } from './paper.tsx';
import type { Shared } from './result.tsx';

/** How the result came about, step by step; each legal basis opens the provision in place. */
export function Why({ worked, law, lang }: Shared & { readonly worked: Calculation }): JSX.Element {
  const { sections } = explain(worked, { law, lang });
  return (
    <div class="why">
      {sections.map(({ section, title, steps }, at) => (
        <section key={section}>
          <h3>{`${at + 1}. ${title}`}</h3>
          <ul class="steps">
            {steps.map((step, index) => (
              <li key={index} class={step.held === false ? 'fails' : undefined}>
                <StepText step={step} />
                {step.basis.map((basis) => (
                  <Provision key={basis.text} basis={basis} version={worked.derivation.law} law={law} lang={lang} />
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function StepText({ step: { held, label, text, notes, remedies = [] } }: { readonly step: Step }): JSX.Element {
  return (
    <>
      {held !== undefined && (held ? '✓ ' : '✗ ')}
      <strong>{label}</strong>: {text}
      {notes.length + remedies.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
          {remedies.map((remedy) => (
            <li key={remedy} class="remedy">
              → {remedy}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface ProvisionProps extends Shared {
  readonly basis: Basis;
  readonly version: LawVersion;
}

/** A legal basis; opened, it shows the consolidated text of its address and who set it. */
function Provision({ basis, version, law, lang }: ProvisionProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const own = [...version.provisions.values()].filter(
    ({ act, provision }) => act === basis.act && provision.at === basis.at,
  );
  if (own.length === 0) return <p class="basis">{basis.text}</p>;
  return (
    <details class="basis" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{basis.text}</summary>
      {open && (
        <Paper document={{ lang, title: sayIn(lang)('provision'), blocks: plainBlocks(law, version, own, lang) }} />
      )}
    </details>
  );
}
