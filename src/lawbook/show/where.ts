import { formatNumber } from '../../explanation/format.ts';
import { BASE_LABELS, FACT_LABELS } from '../../explanation/labels.ts';
import type { Run, Where } from '../diff/where.ts';
import { BASE_NAMES, FACTS, QUANTITIES, type BaseName, type FactName } from '../../law/vocabulary.ts';
import type { LawReader } from './reader.ts';

/** Which cases a difference is about, in words; every entitled case when nothing is named. */
export function whereText(reader: LawReader, where: Where): string {
  const parts = Object.entries(where).map(([fact, values]) => partText(reader, fact, values));
  return parts.length === 0 ? reader.say('mọi người đủ điều kiện', 'everybody entitled') : parts.join('; ');
}

function partText(reader: LawReader, fact: string, values: readonly (string | Run)[]): string {
  const factLabel = Object.hasOwn(FACTS, fact) ? FACT_LABELS[fact as FactName] : undefined;
  const label = factLabel?.[reader.lang] ?? fact;
  if (fact === 'pensionEligible' || fact === 'voluntary') {
    return values.includes('true') ? label : (factLabel?.not?.[reader.lang] ?? `${label}: ${values.join(', ')}`);
  }
  const texts = values.map((value) =>
    typeof value === 'string' ? wordText(reader, fact, value) : runText(reader, value),
  );
  const unit =
    factLabel?.unit === 'month'
      ? reader.say(' tháng', ' months')
      : factLabel?.unit === 'year'
        ? reader.say(' năm', ' years')
        : '';
  return `${label}: ${texts.join(', ')}${values.some((value) => typeof value !== 'string') ? unit : ''}`;
}

function wordText(reader: LawReader, fact: string, word: string): string {
  if (word === 'not-given') return reader.say('không ghi', 'not given');
  const sides = word.split(' → ');
  return sides.map((side) => reader.name(fact, side)).join(' → ');
}

function runText(reader: LawReader, { from, to }: Run): string {
  const number = (value: number | string): string => formatNumber(String(value), reader.lang);
  if (from === undefined && to === undefined) return reader.say('bất kỳ', 'any');
  if (from === undefined) return `≤ ${number(to ?? '')}`;
  if (to === undefined) return `≥ ${number(from)}`;
  return from === to ? number(from) : `${number(from)}–${number(to)}`;
}

const NAMES = new RegExp([...QUANTITIES, ...BASE_NAMES].map((name) => `\\b${name}\\b`).join('|'), 'g');

/** A formula of quantities with their names in the language. */
export function formulaText(reader: LawReader, formula: string): string {
  const named = formula.replace(NAMES, (name) =>
    Object.hasOwn(FACT_LABELS, name)
      ? FACT_LABELS[name as FactName][reader.lang]
      : BASE_LABELS[name as BaseName][reader.lang],
  );
  return named.replace(/\d+(?:\.\d+)?/g, (number) =>
    number.includes('.') ? formatNumber(number, reader.lang) : number,
  );
}
