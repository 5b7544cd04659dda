import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Calculation } from '../../src/engine/derivation.ts';
import { compare } from '../../src/engine/compare.ts';
import { dateVariants } from '../../src/engine/variants.ts';
import { comparisonDocument } from '../../src/explanation/comparison-document.ts';
import { readDayText } from '../../src/case/spelling/dates.ts';
import { formatDate } from '../../src/explanation/format.ts';
import type { Readings } from '../form/state.ts';
import { Paper } from './paper.tsx';
import type { Shared } from './result.tsx';

interface WhenProps extends Shared {
  readonly worked: Calculation;
  readonly readings: Readings;
}

/** How many months are looked at from the leaving date on, until the user says otherwise. */
const MONTHS = 24;

/** What other leaving dates would pay, marked where window, law, scheme or age change. */
export function When({ worked, readings, law, lang }: WhenProps): JSX.Element {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const one = worked.derivation.case;
  const { date } = one.leaving;
  const [until, setUntil] = useState(() => formatDate(later(date), lang));
  const [accrue, setAccrue] = useState(true);
  const found = useMemo(() => {
    const day = readDayText(until);
    if (!('value' in day)) return undefined;
    const [first, last] = day.value < date ? [day.value, date] : [date, day.value];
    const variants = dateVariants(first, last, 1);
    return variants && compare(one, variants, { law, lang, interpretations: readings, accrue });
  }, [one, until, accrue, readings, law, lang]);
  return (
    <div class="when">
      <div class="bar">
        <label>
          {say('So từ ngày nghỉ đến ngày', 'Compare from the leaving date to')}{' '}
          <input type="text" value={until} size={12} onInput={(event) => setUntil(event.currentTarget.value)} />
        </label>
        <label>
          <input type="checkbox" checked={accrue} onChange={(event) => setAccrue(event.currentTarget.checked)} />{' '}
          {say('cộng thời gian đóng BHXH theo ngày nghỉ', 'move the insured time along with the date')}
        </label>
      </div>
      {found === undefined ? (
        <p class="fault">
          {say(
            'Ghi một ngày dd/MM/yyyy, cách ngày nghỉ không quá 20 năm.',
            'Write a day dd/MM/yyyy, at most 20 years off.',
          )}
        </p>
      ) : found.ok ? (
        <Paper document={comparisonDocument(found.value, law, lang, true)} />
      ) : (
        <ul class="fault">
          {found.issues.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The same day so many months later, or the first of that month. */
function later(date: string): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  const months = year * 12 + (month - 1) + MONTHS;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}
