import type { JSX } from 'preact';
import { Decimal } from '../../src/base/decimal.ts';
import { decimalText } from '../../src/base/decimal.ts';
import type { Calculation } from '../../src/engine/derivation.ts';
import { formatDifference, formatMoney } from '../../src/explanation/format.ts';
import type { CaseState } from '../form/state.ts';
import { sayIn } from '../words.ts';
import type { Shared } from './result.tsx';

interface QuestionsProps extends Shared {
  readonly worked: Calculation;
  readonly one: CaseState;
}

/** The open legal questions that the case touches, as switches that say what each reading pays. */
export function Questions({ worked, one, lang }: QuestionsProps): JSX.Element {
  const say = sayIn(lang);
  const { derivation, interpretations } = worked;
  const chosen = Object.keys(one.readings).length > 0;
  return (
    <div class="questions">
      {interpretations.length === 0 && <p>{say('noQuestions')}</p>}
      {interpretations.map((question) => {
        const rule = derivation.law.interpretation(question.id)?.provision;
        const total = decimalText(derivation.total);
        const others = new Map(question.alternatives.map(({ option, total: other }) => [option, other]));
        return (
          <fieldset key={question.id} class="choice column">
            <legend>{rule?.question[lang] ?? question.id}</legend>
            {rule?.options.map(({ option, title, source }) => {
              const pays = option === question.chosen ? total : others.get(option);
              if (pays === undefined) return null;
              const difference = new Decimal(pays).minus(derivation.total);
              return (
                <label key={option}>
                  <input
                    type="radio"
                    name={`reading-${question.id}`}
                    checked={option === question.chosen}
                    onChange={() => one.setReading(question.id, option === rule.default ? undefined : option)}
                  />
                  <span>
                    {title[lang]} <span class="muted">({source[lang]})</span>
                    <br />
                    <strong>{formatMoney(pays, lang)}</strong>{' '}
                    {option === question.chosen ? `(${say('chosen')})` : `(${formatDifference(difference, lang)})`}
                  </span>
                </label>
              );
            })}
          </fieldset>
        );
      })}
      {chosen && (
        <button
          type="button"
          class="plain"
          onClick={() => Object.keys(one.readings).forEach((id) => one.setReading(id, undefined))}
        >
          {say('usual')}
        </button>
      )}
    </div>
  );
}
