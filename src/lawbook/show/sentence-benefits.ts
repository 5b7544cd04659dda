import { limitText } from '../../explanation/benefit-steps.ts';
import { formatCount, formatNumber } from '../../explanation/format.ts';
import { BASE_LABELS, FACT_LABELS } from '../../explanation/labels.ts';
import type { BenefitProvision, Provision, Term } from '../../law/provision.ts';
import type { LawReader } from './reader.ts';

/** What a provision pays, does not pay, or limits; undefined for other kinds. */
export function benefitContent(reader: LawReader, provision: Provision): string | undefined {
  const { lang } = reader;
  const when = reader.condition(provision.when);
  switch (provision.kind) {
    case 'benefit':
      return reader.where(
        `${reader.name('benefit', provision.benefit)}: ${paidText(reader, provision)}${limitsText(reader, provision)}`,
        when,
      );
    case 'total-limit': {
      const counted = provision.benefits
        ? reader.names('benefit', provision.benefits)
        : reader.say('tổng các khoản', 'the sum of the benefits');
      const most = provision.most.map((limit) => limitText(limit, lang)).join(reader.say(' và ', ' and '));
      const said = `${reader.name('route', provision.route)}: ${counted} ${reader.say('nhiều nhất', 'at most')} ${most}`;
      return when === '' ? said : reader.where(said, when);
    }
    case 'empty': {
      const names = reader.names('benefit', provision.benefits);
      return reader.where(`${names}: ${reader.message(provision.message)}`, when);
    }
    default:
      return undefined;
  }
}

/** The months that a row pays: "5 + 0,5 × (số năm công tác − 20)", with its cap. */
export function monthsText(reader: LawReader, { terms, cap }: Pick<BenefitProvision, 'terms' | 'cap'>): string {
  const parts = terms.map((term) => termText(reader, term)).join(' + ');
  const sum = terms.length > 1 ? `(${parts})` : parts;
  return cap === undefined ? sum : `${sum}, ${reader.say('nhiều nhất', 'at most')} ${formatNumber(cap, reader.lang)}`;
}

/** What a row pays: months of its base, or amounts in đồng. */
export function paidText(reader: LawReader, row: Pick<BenefitProvision, 'base' | 'terms' | 'cap'>): string {
  if (row.base !== 'dong') return `${monthsText(reader, row)} × ${BASE_LABELS[row.base][reader.lang]}`;
  return `${monthsText(reader, row)} ${BASE_LABELS.dong[reader.lang]}`;
}

/** The least and the most that a row pays in money. */
export function limitsText(
  { lang }: Pick<LawReader, 'lang'>,
  { least, most }: Pick<BenefitProvision, 'least' | 'most'>,
): string {
  const low = least ? `, ${lang === 'vi' ? 'ít nhất' : 'at least'} ${limitText(least, lang)}` : '';
  return low + (most ? `, ${lang === 'vi' ? 'nhiều nhất' : 'at most'} ${limitText(most, lang)}` : '');
}

function termText(reader: LawReader, { rate, per, above, upTo }: Term): string {
  const number = formatNumber(rate, reader.lang);
  if (per === undefined) return number;
  const label = FACT_LABELS[per][reader.lang];
  const part = above === undefined ? label : `(${label} − ${formatNumber(String(above), reader.lang)})`;
  const { unit } = FACT_LABELS[per];
  const most = formatNumber(upTo === undefined ? '0' : String(upTo), reader.lang);
  const counted =
    reader.plain && upTo !== undefined && (unit === 'month' || unit === 'year')
      ? formatCount(String(upTo), unit, reader.lang)
      : most;
  const limit = upTo === undefined ? '' : ` (${reader.say('nhiều nhất', 'at most')} ${counted})`;
  return `${number} × ${part}${limit}`;
}
