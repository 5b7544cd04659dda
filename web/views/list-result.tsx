import type { JSX } from 'preact';
import type { Lang } from '../../src/base/text.ts';
import { formatMoney, formatNumber } from '../../src/explanation/format.ts';
import { sayIn, type Say } from '../words.ts';
import type { ListTold, RefusedRow } from '../work/protocol.ts';

interface ListResultProps {
  readonly told: ListTold;
  readonly lang: Lang;
  readonly name: string;
}

/** What came of a list: sums, what to look at, refused rows with their cells. */
export function ListResult({ told, lang, name }: ListResultProps): JSX.Element {
  const say = sayIn(lang);
  const { summary, refused } = told;
  const number = (value: number): string => formatNumber(value, lang);
  return (
    <>
      <section class="card" aria-labelledby="list-summary">
        <h2 id="list-summary">{`${say('summary')}: ${name}`}</h2>
        <p class={`total ${summary.refused > 0 ? 'warned' : 'paid'}`}>
          <span>{`${number(summary.rows)} ${say(summary.rows === 1 ? 'rowAt' : 'rows')}: ${number(summary.paid)} ${say('paidOf')}, ${number(summary.nothing)} ${say('nothingOf')}, ${number(summary.refused)} ${say('refusedOf')}`}</span>
          <strong>{formatMoney(summary.total, lang)}</strong>
        </p>
        {summary.notes.length > 0 && (
          <ul class="notes">
            {summary.notes.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
        <Units told={told} lang={lang} say={say} />
      </section>
      <Codes kind="warning" title={say('checks')} told={told} lang={lang} />
      <Codes kind="fault" title={say('faults')} told={told} lang={lang} />
      {refused.length > 0 && <Refused rows={refused} whole={summary.refused === refused.length} say={say} />}
    </>
  );
}

function Units({ told: { summary }, lang, say }: { told: ListTold; lang: Lang; say: Say }): JSX.Element {
  const units = summary.units.length > 1 ? summary.units : [];
  return (
    <div class="scrolls" tabIndex={0} role="region" aria-label={say('summary')}>
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{say('unit')}</th>
            {(['paid', 'nothing', 'refused'] as const).map((one) => (
              <th scope="col" class="number" key={one}>
                {say(one)}
              </th>
            ))}
            <th scope="col" class="number">
              {say('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...units, { ...summary, unit: say('all') }].map((one, at) => (
            <tr key={one.unit} class={at === units.length ? 'sum' : undefined}>
              <th scope="row">{one.unit}</th>
              <td class="number">{formatNumber(one.paid, lang)}</td>
              <td class="number">{formatNumber(one.nothing, lang)}</td>
              <td class="number">{formatNumber(one.refused, lang)}</td>
              <td class="number">{formatNumber(one.total, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CodesProps {
  readonly kind: 'fault' | 'warning';
  readonly title: string;
  readonly told: ListTold;
  readonly lang: Lang;
}

/** The kinds of faults or warnings, each by its title; of a warning the first message, since no table holds them. */
function Codes({ kind, title, told: { summary, warnings }, lang }: CodesProps): JSX.Element | null {
  const own = summary.codes.filter((one) => one.kind === kind);
  if (own.length === 0) return null;
  const say = sayIn(lang);
  return (
    <section class="card">
      <h2>{title}</h2>
      <ul class="notes">
        {own.map(({ code, title: about, rows, first }) => (
          <li key={code}>
            <strong>{about}</strong>
            {`: ${formatNumber(rows, lang)} ${say(rows === 1 ? 'rowAt' : 'rows')}, ${say('firstAt')} ${placeOf(first, say)}`}
            {kind === 'warning' && warnings[code] !== undefined && <p class="muted">{warnings[code]}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function placeOf({ row, sheet, cell }: ListTold['summary']['codes'][number]['first'], say: Say): string {
  const at = cell ?? `${say('rowAt')} ${row}`;
  return sheet === undefined ? at : `"${sheet}" ${at}`;
}

function Refused({ rows, whole, say }: { rows: readonly RefusedRow[]; whole: boolean; say: Say }): JSX.Element {
  const several = rows.some(({ sheet }) => sheet !== undefined);
  return (
    <section class="card">
      <h2 id="refused-rows">{say('refusedRows')}</h2>
      {!whole && <p class="muted">{say('firstOnly')}</p>}
      <div class="scrolls" tabIndex={0} role="region" aria-labelledby="refused-rows">
        <table class="data">
          <thead>
            <tr>
              {several && <th scope="col">{say('sheetName')}</th>}
              <th scope="col">{say('row')}</th>
              <th scope="col">{say('cell')}</th>
              <th scope="col">{say('reason')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(({ row, sheet, issues }) =>
              issues.map(({ cell, message }, at) => (
                <tr key={`${sheet ?? ''}${row}-${at}`}>
                  {several && <td>{sheet}</td>}
                  <td>{row}</td>
                  <td>{cell ?? '–'}</td>
                  <td>{message}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}
