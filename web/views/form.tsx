import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Lang } from '../../src/base/text.ts';
import type { Law } from '../../src/law/law.ts';
import { fieldsOf, fieldTexts, PARTS, type FieldText } from '../form/fields.ts';
import type { CaseState } from '../form/state.ts';
import { sayIn } from '../words.ts';
import { Field } from './field.tsx';
import { SalaryChoice, scaleWords } from './salary.tsx';

/** The codes of issues that only say that something was not yet filled in. */
export const LACKS: ReadonlySet<string> = new Set([
  'missing',
  'salary-missing',
  'salary-coefficient-missing',
  'reorganisation-missing',
  'decision-missing',
  'age-limit-missing',
  'needed-by-benefit',
  'needed-by-measure',
]);

/** The form of one case: the parts of the case with few fields first, each with its faults beside it. */
export function CaseForm(props: { readonly law: Law; readonly lang: Lang; readonly one: CaseState }): JSX.Element {
  const { law, lang, one } = props;
  const say = sayIn(lang);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const texts = useMemo(() => fieldTexts(law, lang), [law, lang]);
  const scales = useMemo(() => scaleWords(law, one.texts['salary.scale'] ?? ''), [law, one.texts['salary.scale']]);
  const textOf = (key: string): FieldText => {
    const own = texts.get(key) ?? { note: '' };
    const words = scales.get(key);
    return words ? { note: own.note, words } : own;
  };
  const { issues } = one.read;
  const shown = { texts: one.texts, issues, salary: one.salary, read: one.keys, open };
  return (
    <form class="case" onSubmit={(event) => event.preventDefault()} aria-label={say('person')}>
      {PARTS.map((part) => {
        const { fields, more } = fieldsOf(part, shown);
        return (
          <fieldset key={part.name} class="part">
            <legend>{part.title[lang]}</legend>
            {part.name === 'salary' && <SalaryChoice form={one.salary} lang={lang} set={one.setSalary} />}
            <div class="fields">
              {fields.map((key) => {
                const own = issues.filter(({ path }) => path === key.key);
                return (
                  <Field
                    key={key.key}
                    caseKey={key}
                    text={textOf(key.key)}
                    value={one.texts[key.key] ?? ''}
                    faults={own.map(({ message }) => message)}
                    lacks={own.every(({ code }) => LACKS.has(code))}
                    lang={lang}
                    set={one.set}
                  />
                );
              })}
            </div>
            {(more || open.has(part.name)) && (
              <button
                type="button"
                class="plain"
                aria-expanded={open.has(part.name)}
                onClick={() => setOpen(toggled(open, part.name))}
              >
                {open.has(part.name) ? '−' : '+'} {say('more')}
                <span class="unseen">: {part.title[lang]}</span>
              </button>
            )}
          </fieldset>
        );
      })}
    </form>
  );
}

function toggled(open: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(open);
  if (!next.delete(name)) next.add(name);
  return next;
}
