const NBSP = '\u00a0';

/** Words that stay with the number before or after them, so that no line of a paper ends inside an amount or an address. */
const JOINED: readonly (readonly [RegExp, string])[] = [
  [/(\d) (?=(?:đ|VND|đồng|%|tháng|năm|months?|years?)(?![\p{L}]))/gu, `$1${NBSP}`],
  [/(?<!\p{L})(Điều|khoản|điểm|Article|clause|point) (?=\d|[a-zđ](?!\p{L}))/giu, `$1${NBSP}`],
  [/(?<!\p{L})(số|No\.|ngày|tháng|năm) (?=[\d…])/giu, `$1${NBSP}`],
  [/ ([×+=−→]) (?=[\d(])/gu, ` $1${NBSP}`],
];

/** A text for paper: amounts with their unit, and addresses, on one line. */
export function joined(text: string): string {
  return JOINED.reduce((said, [pattern, by]) => said.replace(pattern, by), text);
}
