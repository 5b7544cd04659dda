import type { Lang } from '../base/text.ts';

/** The greatest amount with a reading: 999.999 tỷ and the rest below it. */
const MOST_DIGITS = 15;
const BILLION = 1_000_000_000;

/**
 * An amount of đồng in words (Bằng chữ), capitalised and ending in "đồng": 0 to 999.999.999.999.999.
 * Undefined for an amount that is no whole number of đồng, is negative, or is greater.
 *
 * Vietnamese as in accounting: every group after the first is read in full ("không trăm linh năm"), empty groups are
 * left out; 1 after "mươi" is "mốt", 4 after "mươi" is "tư", 5 after "mười" or "mươi" is "lăm".
 */
export function amountInWords(amount: string, lang: Lang): string | undefined {
  if (!/^\d+$/.test(amount)) return undefined;
  const digits = amount.replace(/^0+(?=\d)/, '');
  if (digits.length > MOST_DIGITS) return undefined;
  const value = Number(digits);
  const words = lang === 'vi' ? vietnamese(value) : english(value);
  return words.charAt(0).toUpperCase() + words.slice(1) + ' đồng';
}

const VI_DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

function vietnamese(value: number): string {
  if (value === 0) return 'không';
  const [billions, rest] = [Math.floor(value / BILLION), value % BILLION];
  const head = billions === 0 ? [] : [...viGroups(billions, ['', 'nghìn'], false), 'tỷ'];
  return [...head, ...viGroups(rest, ['', 'nghìn', 'triệu'], billions > 0)].join(' ');
}

/** The groups of three digits of a number, each with its unit; empty groups are silent. */
function viGroups(value: number, units: readonly string[], after: boolean): string[] {
  const words: string[] = [];
  let leading = !after;
  for (let place = units.length - 1; place >= 0; place--) {
    const group = Math.floor(value / 1000 ** place) % 1000;
    if (group === 0) continue;
    words.push(...viGroup(group, !leading));
    const unit = units[place];
    if (unit) words.push(unit);
    leading = false;
  }
  return words;
}

function viGroup(value: number, full: boolean): string[] {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words = hundreds > 0 || full ? [viDigit(hundreds), 'trăm'] : [];
  if (tens === 0) {
    if (ones > 0) words.push(...(words.length > 0 ? ['linh'] : []), viDigit(ones));
    return words;
  }
  words.push(...(tens === 1 ? ['mười'] : [viDigit(tens), 'mươi']));
  if (ones > 0)
    words.push(tens > 1 && ones === 1 ? 'mốt' : tens > 1 && ones === 4 ? 'tư' : ones === 5 ? 'lăm' : viDigit(ones));
  return words;
}

function viDigit(digit: number): string {
  return VI_DIGITS[digit] ?? '';
}

const EN_SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const EN_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const EN_GROUPS = ['', 'thousand', 'million', 'billion', 'trillion'];

function english(value: number): string {
  if (value === 0) return 'zero';
  const words: string[] = [];
  for (let place = EN_GROUPS.length - 1; place >= 0; place--) {
    const group = Math.floor(value / 1000 ** place) % 1000;
    if (group === 0) continue;
    words.push(enGroup(group));
    const unit = EN_GROUPS[place];
    if (unit) words.push(unit);
  }
  return words.join(' ');
}

function enGroup(value: number): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  const words = hundreds > 0 ? [`${EN_SMALL[hundreds] ?? ''} hundred`] : [];
  if (rest > 0 && rest < 20) words.push(EN_SMALL[rest] ?? '');
  if (rest >= 20)
    words.push([EN_TENS[Math.floor(rest / 10)], ...(rest % 10 > 0 ? [EN_SMALL[rest % 10]] : [])].join('-'));
  return words.join(' ');
}
