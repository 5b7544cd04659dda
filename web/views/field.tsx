import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Lang } from '../../src/base/text.ts';
import type { CaseKey, KeyType } from '../../src/case/keys.ts';
import type { FieldText } from '../form/fields.ts';
import { sayIn } from '../words.ts';

/** What a field is made of. */
export interface FieldProps {
  readonly caseKey: CaseKey;
  readonly text: FieldText;
  readonly value: string;
  /** What is wrong with it. */
  readonly faults: readonly string[];
  /** Whether it only lacks a value. */
  readonly lacks: boolean;
  readonly lang: Lang;
  readonly set: (key: string, value: string) => void;
}

const MODES: Readonly<Partial<Record<KeyType, 'text' | 'decimal'>>> = {
  decimal: 'decimal',
  dong: 'decimal',
};

/** The id of the field of a key. */
export function fieldId(key: string): string {
  return `f-${key.replaceAll('.', '-')}`;
}

/** A field of the form: label, control, how to fill it in, and what is wrong with it. */
export function Field({ caseKey, text, value, faults, lacks, lang, set }: FieldProps): JSX.Element {
  const [left, setLeft] = useState(false);
  const say = sayIn(lang);
  const { key, title, required } = caseKey;
  const id = fieldId(key);
  // While a value is being typed for the first time, it is not yet wrong; an empty field is told where the result stands.
  const isShown = faults.length > 0 && (left || value !== '') && !(lacks && !left);
  const common = {
    id,
    name: key,
    'aria-invalid': isShown,
    'aria-describedby': `${id}-note${isShown ? ` ${id}-fault` : ''}`,
    'aria-required': required === true,
    onBlur: () => setLeft(true),
  };
  return (
    <div class={`field${isShown ? ' faulty' : ''}`}>
      <label for={id}>
        {title[lang]}
        {required === true && (
          <span class="must" title={say('required')} aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      {text.words ? (
        <select {...common} value={value} onChange={(event) => set(key, event.currentTarget.value)}>
          <option value="">{say('choose')}</option>
          {value !== '' && text.words.every(({ word }) => word !== value) && <option value={value}>{value}</option>}
          {text.words.map((word) => (
            <option key={word.word} value={word.word}>
              {word.title[lang]}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type="text"
          autocomplete="off"
          spellcheck={false}
          inputMode={MODES[caseKey.type] ?? 'text'}
          value={value}
          onInput={(event) => set(key, event.currentTarget.value)}
        />
      )}
      <p class="note" id={`${id}-note`}>
        {text.note}
      </p>
      {isShown && (
        <ul class="fault" id={`${id}-fault`}>
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
