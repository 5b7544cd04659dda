import { keyTitle } from '../../case/keys.ts';
import { formatNumber } from '../../explanation/format.ts';
import type { PlausibleBound, PlausibleProvision } from '../../law/provision.ts';
import { keyName } from './plain-words.ts';
import type { LawReader } from './reader.ts';

/** What a bound of plausible input says. */
export function plausibleContent(reader: LawReader, provision: PlausibleProvision): string {
  const { least, most, only, given = [], notGiven = [], doubt, of, title } = provision;
  const parts = [
    least === undefined ? '' : reader.say('ít nhất ', 'at least ') + bound(reader, least),
    most === undefined ? '' : reader.say('nhiều nhất ', 'at most ') + bound(reader, most),
    only === undefined ? '' : reader.say('chỉ ', 'only ') + bound(reader, only),
    given.length > 0 ? reader.say('khi có ', 'where given: ') + names(reader, given) : '',
    notGiven.length > 0 ? reader.say('khi không có ', 'where not given: ') + names(reader, notGiven) : '',
  ].filter((part) => part !== '');
  const what = doubt
    ? reader.say('Cần kiểm tra', 'To be checked')
    : reader.say('Giới hạn số liệu, ngoài đó thì từ chối', 'Bounds of input, refused beyond');
  const said = `${what}: ${reader.plain ? keyName(of, reader.lang) : keyTitle(of)[reader.lang]}, ${parts.join(', ')} (${title[reader.lang]})`;
  return doubt ? `${said}. ${reader.message(doubt.message)}` : said;
}

function names(reader: LawReader, keys: readonly string[]): string {
  return keys.map((key) => (reader.plain ? keyName(key, reader.lang) : keyTitle(key)[reader.lang])).join(', ');
}

function bound(reader: LawReader, of: PlausibleBound): string {
  const { lang } = reader;
  if (typeof of === 'string') return formatNumber(of, lang);
  if ('baseSalaries' in of) {
    const times = formatNumber(of.baseSalaries, lang);
    return reader.say(`${times} lần mức lương cơ sở`, `${times} times the statutory base salary`);
  }
  if ('perInsuredYear' in of) {
    const each = formatNumber(of.perInsuredYear, lang);
    return reader.say(`${each} cho mỗi năm đóng BHXH`, `${each} for each insured year`);
  }
  if ('sinceAge' in of) {
    return reader.say(`thời gian từ khi đủ ${of.sinceAge} tuổi`, `the time since the age of ${of.sinceAge}`);
  }
  const amounts = of.byMonth.map(({ since, amount }) =>
    reader.say(`${formatNumber(amount, lang)} đồng từ ${since}`, `${formatNumber(amount, lang)} VND from ${since}`),
  );
  return amounts.join('; ');
}
