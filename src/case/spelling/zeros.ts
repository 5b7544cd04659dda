/** The letter O among digits is a zero that was mistyped: in a word of digits and signs, or right beside a digit. */
export function withZeros(text: string): string {
  return text
    .replace(/[^\s]+/g, (word) => (/^[\doO/.,;:-]+$/.test(word) && /\d/.test(word) ? word.replace(/[oO]/g, '0') : word))
    .replace(/(?<=\d)[oO](?!\p{L})|(?<!\p{L})[oO](?=\d)/gu, '0');
}
